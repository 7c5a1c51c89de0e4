"""The kinds of value that a key can hold: how each is written, read, explained and offered to editors."""

from __future__ import annotations

import datetime as dt
import math
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from jiwar.case.error import Wrong, refuse
from jiwar.diagnostics import nearest_names
from jiwar.periods import MONTHS_PER_QUARTER, Month


class Kind(ABC):
    """One kind of value; an annotation of a field, from which everything about the value follows."""

    @abstractmethod
    def read(self, raw: object) -> object:
        """Return the value computed with, or raise `Wrong`."""

    @property
    @abstractmethod
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read_or_tell)

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.schema()

    def _read_or_tell(self, raw: object) -> object:
        try:
            return self.read(raw)
        except Wrong as wrong:
            kind, template = "jiwar", "{code}: {message}"
            raise PydanticCustomError(kind, template, vars(wrong)) from wrong


def shown(raw: object) -> str:
    """Return a written value for a message, shortened when it is long."""
    text = str(raw).lower() if isinstance(raw, bool) else str(raw)
    return text if len(text) <= 60 else f"{text[:57]}..."


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Free text that is not blank."""

    words: ClassVar[str] = "text"

    def read(self, raw: object) -> str:
        """Return the text without blanks around it."""
        if not isinstance(raw, str):
            refuse("C008", f"a text is needed, not `{shown(raw)}`", f'put it in quotes: "{shown(raw)}"')
        if not raw.strip():
            refuse("C009", "the text is blank", "write the text")
        return raw.strip()

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Name(Kind):
    """The name of something: ``site``, ``case site``, ``role``, ``fact``, ``work package``, or one's own."""

    of: str

    _FORMS: ClassVar[dict[str, str]] = {
        "own": r"[a-z][a-z0-9]*(-[a-z0-9]+)*",
        "work package": r"[a-z][a-z0-9]*(-[a-z0-9]+)*",
        "language": r"[a-z]{2}",
        "country": r"[A-Z]{2}",
    }

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        special = {"own": "a name of your own", "case site": "a site named in `sites`"}
        return special.get(self.of, f"name of a {self.of}")

    def read(self, raw: object) -> str:
        """Return the name; whether it exists is asked later, of those who know."""
        if not isinstance(raw, str) or not raw.strip():
            remedy = f'write its name; in quotes if it looks like a number: "{shown(raw)}"'
            refuse("C008", f"the name of a {self.of} is needed, not `{shown(raw)}`", remedy)
        form = self._FORMS.get(self.of)
        if form and not re.fullmatch(form, raw):
            if self.of == "language":
                remedy = "write the two letters of the language, for instance `en`, `fr` or `de`"
            elif self.of == "country":
                remedy = "write the two capital letters of the country, for instance `MA`, `TN` or `IN`"
            else:
                remedy = "use lower-case letters, digits and single hyphens, for instance `test-automation`"
            refuse("C033", f"`{shown(raw)}` cannot be a name here", remedy)
        return raw

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        form = self._FORMS.get(self.of)
        return {"type": "string"} | ({"pattern": f"^{form}$"} if form else {"minLength": 1})


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One word of a closed list."""

    options: tuple[str, ...]

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        return "one of " + ", ".join(f"`{option}`" for option in self.options)

    def read(self, raw: object) -> str:
        """Return the word."""
        text = shown(raw)
        if not isinstance(raw, str) or raw not in self.options:
            refuse("C012", f"`{text}` is not possible here", nearest_names(text, self.options, most=2))
        return raw

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """Yes or no; where it is allowed, ``unknown`` is an honest third answer and read as None."""

    unknown: bool = False

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        return "`yes`, `no` or `unknown`" if self.unknown else "`true` or `false`"

    def read(self, raw: object) -> bool | None:
        """Return True, False, or None for unknown."""
        if isinstance(raw, bool):
            return raw
        answers = {"yes": True, "no": False} | ({"unknown": None} if self.unknown else {})
        if not isinstance(raw, str) or raw not in answers:
            refuse("C012", f"`{shown(raw)}` is neither yes nor no", f"write {self.words}")
        return answers[raw]

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        return {"enum": [True, False, "yes", "no", *(["unknown"] if self.unknown else [])]}


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number within bounds."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        return f"whole number, {self.low} to {self.high:,}"

    def read(self, raw: object) -> int:
        """Return the number."""
        if isinstance(raw, bool) or not isinstance(raw, int):
            if isinstance(raw, float) and not math.isfinite(raw):
                refuse("C011", f"`{shown(raw)}` is no finite number", f"write a {self.words}")
            refuse("C008", f"a whole number is needed, not `{shown(raw)}`", f"write a {self.words}")
        if not self.low <= raw <= self.high:
            refuse("C011", f"{shown(raw)} is out of range", f"write a {self.words}")
        return raw

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A calendar day."""

    words: ClassVar[str] = "day, like `2026-11-22`"

    def read(self, raw: object) -> dt.date:
        """Return the day."""
        text = shown(raw)
        if not isinstance(raw, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw):
            refuse("C013", f"`{text}` is not a day", "write year-month-day, like 2026-11-22")
        try:
            return dt.date.fromisoformat(raw)
        except ValueError as error:
            refuse("C013", f"the day {text} does not exist ({error})", "mend the day")

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class CalendarMonth(Kind):
    """A calendar month."""

    begins_quarter: bool = False

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        return "first month of a quarter, like `2027-01`" if self.begins_quarter else "month, like `2027-04`"

    def read(self, raw: object) -> Month:
        """Return the month."""
        try:
            month = Month.parse(raw if isinstance(raw, str) else "")
        except ValueError:
            remedy = "write year-month with two digits for the month, like 2027-04"
            refuse("C013", f"`{shown(raw)}` is not a month", remedy)
        if not 2000 <= month.year <= 2100:
            refuse("C013", f"{month} is not in this century", "mend the year")
        if self.begins_quarter and (month.month - 1) % MONTHS_PER_QUARTER:
            first = month.quarter.first_month
            remedy = f"begin with {first} or {first + MONTHS_PER_QUARTER}"
            refuse("C016", f"{month} is not the first month of a quarter", remedy)
        return month

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        months = "0[147]|10" if self.begins_quarter else "0[1-9]|1[0-2]"
        return {"type": "string", "pattern": rf"^20[0-9]{{2}}-({months})$"}
