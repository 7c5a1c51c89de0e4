"""The sections of the outlook's paper, one file each."""
