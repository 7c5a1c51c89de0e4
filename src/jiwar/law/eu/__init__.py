"""The law of the European Union, one folder or file per statute."""
