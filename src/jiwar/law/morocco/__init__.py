"""The law of Morocco, one folder or file per statute."""
