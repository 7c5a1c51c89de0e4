"""The command line: each command calls the public verbs, prints, and does nothing else."""

from jiwar.cli.app import main

__all__ = ["main"]
