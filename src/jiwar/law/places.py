"""Countries as the law groups them: the Union, the European Economic Area, everything else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

EU = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip
EEA = EU | {"IS", "LI", "NO"}

EPO = "EPO"
"""The European Patent Organisation: an international organisation with an adequacy decision of its own."""


BETTER_CODES = {"UK": "GB", "EL": "GR"}
"""Codes that official papers of the Union use for two countries, and what ISO 3166 calls them."""

_WITHOUT_ISO_CODE = frozenset({"XK"})
"""Kosovo, under the code that the Union uses until ISO assigns one."""


def is_country(code: str) -> bool:
    """Whether a code stands in ISO 3166, or for Kosovo, or for the one international organisation known here."""
    return code == EPO or code in _WITHOUT_ISO_CODE or code in _iso_3166()


def right_code(code: str) -> str:
    """Return what to write instead of a code that is no country: the remedy of an error."""
    meant = BETTER_CODES.get(code.upper(), code.upper())
    hint = f"did you mean `{meant}`? " if meant != code and is_country(meant) else ""
    return f"{hint}Use two capital letters of ISO 3166, for instance `MA`"


@cache
def _iso_3166() -> frozenset[str]:
    """The codes of the table that comes with the time zones."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line and not line.startswith("#"))
