"""Private law: what customers and their industry demand by contract."""
