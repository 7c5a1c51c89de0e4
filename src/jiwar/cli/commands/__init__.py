"""One file per command, named like it."""
