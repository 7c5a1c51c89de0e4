"""The paper and everything behind it as JSON, for other programs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from jiwar.periods import Horizon, Month, Quarter
from jiwar.provenance import Origin
from jiwar.report.blocks import Document, Figure

FORMAT = "jiwar-report/1"
"""The name of this form; the number grows when a key changes its meaning or goes."""

_BLOCKS = "jiwar.report.blocks"


def to_json(document: Document, context: object) -> str:
    """Return one object: the ``document`` as a tree of blocks, and the ``run`` as plain values.

    Months are ``2027-01``, quarters ``2027-Q1``, days ``2026-11-22``; origins are ``fact:key`` and so on. A
    figure has the table of its numbers in place of its drawing.
    """
    told = {
        "format": FORMAT,
        "language": document.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "facts_line": _plain(document.facts_line),
        "sections": _plain(document.sections),
    }
    whole = {"format": FORMAT, "document": told, "run": _plain(context)}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:  # noqa: PLR0911 - one case for each kind of value
    """Return a value made of dataclasses, tuples and mappings as what JSON knows."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case Origin():
            return f"{value.kind.value}:{value.key}"
        case Quarter():
            return f"{value.year}-Q{value.quarter}"
        case Month():
            return str(value)
        case Horizon():
            return {"start": str(value.start), "months": value.months}
        case dt.date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case _:
            return _fields(value)


def _fields(value: Any) -> dict[str, Any]:
    found = {
        field.name: _plain(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if not (isinstance(value, Figure) and field.name == "chart")
    }
    if type(value).__module__ == _BLOCKS:
        found["type"] = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(value).__name__).lower()
    return found
