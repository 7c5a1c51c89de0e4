"""Tables of numbers over time that are no single facts: exchange rates, clocks, holidays."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from jiwar.facts.codes import facts_error
from jiwar.facts.package import Package
from jiwar.money import FloatArray

SERIES = ("fx_monthly", "clock_overlap", "public_holidays")
"""The names of the series that the base ships."""


@dataclass(frozen=True)
class Series:
    """A table with one or more columns that name the row, and columns of numbers.

    ``index`` gives each row's name as a tuple of words; ``columns`` maps a name to numbers of shape (rows,);
    ``source`` is the id of the source of the whole table.
    """

    name: str
    index_names: tuple[str, ...]
    index: tuple[tuple[str, ...], ...]
    columns: Mapping[str, FloatArray]
    words: Mapping[str, tuple[str, ...]]
    source: str

    def value(self, column: str, *row: str) -> float:
        """Return one number; raises FactsError (F001) when row or column is unknown."""
        if column not in self.columns or row not in self.index:
            message = f"the series `{self.name}` has no `{column}` for {' '.join(row)}"
            raise facts_error(message, f"columns: {', '.join(self.columns)}", "F001")
        return float(self.columns[column][self.index.index(row)])


_INDEX_NAMES = {
    "fx_monthly": ("month",),
    "clock_overlap": ("country", "year"),
    "public_holidays": ("country", "subdivision", "year"),
}
_WORDS = {"clock_overlap": ("offsets",)}


def read_series(package: Package, name: str) -> Series:
    """Read one series of a package; raises FactsError (F001, F020) when it is not there."""
    if name not in SERIES:
        message = f"there is no series `{name}`"
        raise facts_error(message, f"known: {', '.join(SERIES)}", "F001")
    rows = list(csv.DictReader(io.StringIO(package.text(name), newline="")))
    index_names, words = _INDEX_NAMES[name], _WORDS.get(name, ())
    numbers = [column for column in rows[0] if column not in (*index_names, *words, "source")]
    columns = {column: np.array([float(row[column]) for row in rows]) for column in numbers}
    return Series(
        name,
        index_names,
        tuple(tuple(row[part] for part in index_names) for row in rows),
        MappingProxyType(columns),
        MappingProxyType({word: tuple(row[word] for row in rows) for word in words}),
        rows[0]["source"],
    )
