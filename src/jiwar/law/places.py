"""Countries as the law groups them: the Union, the European Economic Area, everything else."""

from __future__ import annotations

EU = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip
EEA = EU | {"IS", "LI", "NO"}

EPO = "EPO"
"""The European Patent Organisation: an international organisation with an adequacy decision of its own."""


def is_country(code: str) -> bool:
    """Whether a code has the form of ISO 3166, or is the one international organisation known here."""
    return code == EPO or (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper())
