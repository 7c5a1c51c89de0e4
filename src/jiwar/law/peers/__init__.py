"""The law of other destinations, as far as the short matrix goes: one file, one function per country."""
