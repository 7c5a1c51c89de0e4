"""The General Data Protection Regulation: what is personal, what is a transfer, and what carries it."""
