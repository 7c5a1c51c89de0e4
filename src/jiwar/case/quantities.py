"""The kinds of value that are numbers: quantities with a unit, plain numbers of tables, shares."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from jiwar.case.error import refuse
from jiwar.case.kinds import Kind, shown
from jiwar.units import UNITS, Dimension, Quantity, QuantityError, parse_quantity

_NUMBER = r"[-+]?[0-9_]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?"


def _check_range(value: float, low: float, high: float, words: str) -> None:
    if not math.isfinite(value):
        refuse("C011", "the number is not finite", f"write {words}")
    if value < low:
        refuse("C011", f"{value:.10g} is less than {low:.10g}", f"write {words}")
    if value > high:
        refuse("C011", f"{value:.10g} is more than {high:.10g}", f"write {words}")


def read_quantity(raw: object, units: tuple[str, ...], example: str) -> Quantity:
    """Read a number with one of the given units.

    Raises
    ------
    Wrong
        C010 when the unit is missing, unknown or another one; C011 when the number is not finite.
    """
    listed = ", ".join(f"`{unit}`" for unit in units[:6])
    remedy = f"use {listed}" if len(units) > 1 else f"write it in {listed}"
    remedy += f", for instance `{example}`"
    if isinstance(raw, bool) or not isinstance(raw, str):
        refuse("C010", f"`{shown(raw)}` has no unit", remedy)
    if re.search(r"\d,\d", raw):
        refuse("C010", f"`{shown(raw)}` has a comma in the number", "write a decimal point, no separators")
    try:
        quantity = parse_quantity(raw, *{UNITS[unit].dimension for unit in units})
    except QuantityError as error:
        refuse("C010", str(error), remedy)
    if quantity.unit.symbol not in units:
        refuse("C010", f"`{quantity.unit.symbol}` is not used here", remedy)
    if not math.isfinite(quantity.value):
        refuse("C011", f"`{shown(raw)}` is not a finite number", remedy)
    return quantity


@dataclass(frozen=True, slots=True)
class Amount(Kind):
    """A number with a unit, within bounds that are given in the unit computed with."""

    units: tuple[str, ...]
    example: str
    low: float = 0.0
    high: float = math.inf
    whole: bool = False

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        return f"quantity in {' or '.join(f'`{unit}`' for unit in self.units)}, like `{self.example}`"

    def read(self, raw: object) -> float:
        """Return the value in the unit computed with; percentages become fractions."""
        quantity = read_quantity(raw, self.units, self.example)
        top = "" if math.isinf(self.high) else f" to {self.high:g}"
        _check_range(quantity.value, self.low, self.high, f"a number from {self.low:g}{top}, {self.words}")
        if self.whole and quantity.value != int(quantity.value):
            refuse("C011", f"`{shown(raw)}` is not a whole number", f"write it like `{self.example}`")
        return quantity.value

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        units = "|".join(re.escape(unit).replace("/", "/") for unit in self.units)
        return {"type": "string", "pattern": f"^\\s*{_NUMBER}\\s*({units})\\s*$", "examples": [self.example]}


@dataclass(frozen=True, slots=True)
class AnyAmount(Kind):
    """A number with any unit that a fact can have; kept as it is written."""

    words: ClassVar[str] = "quantity in the unit of the fact, like `340 EUR/day`"

    def read(self, raw: object) -> Quantity:
        """Return number and unit."""
        units = tuple(symbol for symbol, unit in UNITS.items() if unit.dimension is not Dimension.TEXT)
        return read_quantity(raw, units, "340 EUR/day")

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        return {"type": "string", "pattern": rf"^\s*{_NUMBER}\s*\S.*$", "examples": ["340 EUR/day"]}


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A plain number of a table, whose unit is the one of its column."""

    unit: str
    low: float = 0.0
    high: float = math.inf

    @property
    def words(self) -> str:
        """How the value is written, in a few words of Markdown."""
        return f"number of {self.unit}"

    def read(self, raw: object) -> float:
        """Return the number; cells of a table arrive as text."""
        text = str(raw).strip().removesuffix(self.unit).strip()
        if isinstance(raw, bool) or not re.fullmatch(_NUMBER, text):
            comma = re.fullmatch(r"[-+]?\d+,\d+", text)
            remedy = "write a decimal point" if comma else f"write a number, in {self.unit}"
            if isinstance(raw, float) and not math.isfinite(raw):
                refuse("C011", f"`{raw}` is not a finite number", remedy)
            refuse("C008", f"`{shown(raw)}` is not a number", remedy)
        value = float(text.replace("_", ""))
        _check_range(value, self.low, self.high, f"a {self.words} from {self.low:g} to {self.high:g}")
        return value

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        top = {} if math.isinf(self.high) else {"maximum": self.high}
        return {"type": "number", "minimum": self.low} | top


@dataclass(frozen=True, slots=True)
class Share(Kind):
    """A part of the whole, above 0 and at most 1, or above 0 % and at most 100 %."""

    words: ClassVar[str] = "share above 0 and at most 1, like `0.5` or `50 %`"

    def read(self, raw: object) -> float:
        """Return the share as a fraction."""
        if isinstance(raw, str):
            value = read_quantity(raw, ("%", "percent"), "50 %").value
        elif isinstance(raw, bool) or not isinstance(raw, int | float):
            refuse("C008", f"`{shown(raw)}` is not a share", "write 0.5 or `50 %`")
        else:
            value = float(raw)
        if not 0.0 < value <= 1.0:
            remedy = "write a share above 0 and at most 1; work that stays needs no share"
            refuse("C011", f"{shown(raw)} is no share between 0 and 1", remedy)
        return value

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the written form."""
        number = {"type": "number", "exclusiveMinimum": 0, "maximum": 1}
        return {"anyOf": [number, {"type": "string", "pattern": rf"^\s*{_NUMBER}\s*(%|percent)\s*$"}]}
