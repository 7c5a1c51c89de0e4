"""The diagnostic codes of the options kernel, and its error."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook, JiwarError

CODES = CodeBook(
    "O",
    {
        1: (
            "not a role or site",
            "`jiwar compare` was asked about a role or a site that the fact base does not know.",
            "Choose one of the names suggested; `jiwar facts search` lists all.",
        ),
        2: (
            "a number outside what can be compared",
            "The number of people, the years or the mix of seniorities cannot be compared.",
            "The message names the values that are possible.",
        ),
    },
)


class OptionsError(JiwarError):
    """Options cannot be made; carries every problem."""
