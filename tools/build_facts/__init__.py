"""Builds the shipped fact base from the research tables and the curated lists beside this file."""
