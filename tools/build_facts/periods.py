"""The free texts of the research tables' periods in the closed forms of the base."""

from __future__ import annotations

import re

_SPECIAL = {
    "Q4 2024-Q4 2025": "2024-Q4..2025-Q4",
    "Q3 FY26 (Dec 2025)": "2025-Q4",
    "winter 2025/26": "2025-11..2026-03",
    "end 2024": "2024-12",
    "pre-Covid quarter": "c.2019-Q4",
    "2000s": "2000..2009",
    "FY2021": "2020-04..2021-03",
    "2009-01/02": "2009-01..2009-02",
    "2010-01/07": "2010-01..2010-07",
    "2015-01/07": "2015-01..2015-07",
    "2021-11/2022-12": "2021-11..2022-12",
    "2023-06/2024-06": "2023-06..2024-06",
    "2025-07-01/2030-12-31": "2025-07..2030-12",
    "2023-": "2023",
    "2022-": "2022",
    "prior": "any",
    "meta": "any",
    "case": "any",
    "any": "any",
    "": "undated",
    "undated": "undated",
}


def normal_period(text: str) -> str:
    """Return a period in a closed form; raises ValueError for a text that nobody has thought of."""
    if text in _SPECIAL:
        return _SPECIAL[text]
    about, rest = ("c.", text[2:]) if text.startswith("c.") else ("", text)
    if re.fullmatch(r"\d{4}(-(\d{2}|Q[1-4]|H[12]))?", rest) and not _short_span(rest):
        return about + rest
    if match := re.fullmatch(r"(\d{4})[-/](\d{4})", rest):
        return f"{about}{match[1]}..{match[2]}"
    if match := re.fullmatch(r"(\d{2})(\d{2})[-/](\d{2})", rest):
        return f"{about}{match[1]}{match[2]}..{match[1]}{match[3]}"
    if match := re.fullmatch(r"(Q[1-4]) (\d{4})", rest):
        return f"{about}{match[2]}-{match[1]}"
    if re.fullmatch(r"\d{4}-\d{2}\.\.\d{4}-\d{2}", rest):
        return about + rest
    message = f"unknown period `{text}`"
    raise ValueError(message)


def _short_span(text: str) -> bool:
    """Whether ``2021-22`` is a span of years rather than a month."""
    return len(text) == 7 and text[5:].isdigit() and int(text[5:]) > 12
