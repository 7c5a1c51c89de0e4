"""Law 09-08: personal data in Morocco; filings with the CNDP come before the work."""
