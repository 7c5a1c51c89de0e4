"""The research tables as rows of one shape, whatever family they come from."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_KEY_CELLS = {"timezone_overlap_de.csv": 2, "public_holidays_counts.csv": 3}
"""How many cells name a row of the computed tables; one in the others."""


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One row of a research table; numbers stay text, empty where the table has none."""

    file: str
    line: int
    key: str
    country: str = ""
    site: str = ""
    role: str = ""
    seniority: str = ""
    metric: str = ""
    low: str = ""
    mid: str = ""
    high: str = ""
    unit: str = ""
    currency: str = ""
    period: str = ""
    urls: tuple[str, ...] = ()
    title: str = ""
    quality: str = ""
    note: str = ""

    @property
    def sample(self) -> int:
        """The number of answers that the note gives, 0 when it gives none."""
        match = re.search(r"\bn=([\d,]+)", self.note)
        return int(match[1].replace(",", "")) if match else 0

    @property
    def numbers(self) -> tuple[float, float, float]:
        """Low, mid and high as numbers."""
        return float(self.low), float(self.mid), float(self.high)


def read_material(folder: Path) -> list[MaterialRow]:
    """Read all tables of both families, in the order of the file names."""
    rows: list[MaterialRow] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle)
            rows.extend(_row(path.name, reader.line_num, record) for record in reader)
    return rows


def by_key(rows: list[MaterialRow]) -> dict[str, MaterialRow]:
    """Return the rows of the labour and sector families by key."""
    return {row.key: row for row in rows if row.metric}


def matching(rows: dict[str, MaterialRow], prefix: str) -> Iterator[MaterialRow]:
    """Yield rows whose key begins with a prefix."""
    return (row for key, row in rows.items() if key.startswith(prefix))


def plain(text: str) -> str:
    """Return a text without accents, blanks and signs, fit for a key."""
    text = text.replace("<", "under_").replace(">", "over_").replace("ț", "t").replace("ș", "s")
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.+\-]+", "_", folded).strip("_")


def _row(file: str, line: int, record: dict[str, str]) -> MaterialRow:
    if "series" in record:
        return _sector(file, line, record)
    if "metric" in record:
        return _labour(file, line, record)
    return _table(file, line, record)


def _labour(file: str, line: int, record: dict[str, str]) -> MaterialRow:
    return MaterialRow(
        file=file,
        line=line,
        key=record["key"],
        country=record["country"],
        site=record["site"],
        role=record["role"],
        seniority=record["seniority"],
        metric=record["metric"],
        low=record["low"],
        mid=record["mid"],
        high=record["high"],
        unit=record["unit"],
        currency=record["currency"],
        period=record["year"],
        urls=_urls(record["source_url"]),
        title=record["source_title"],
        quality=record["quality"],
        note=record["note"],
    )


def _sector(file: str, line: int, record: dict[str, str]) -> MaterialRow:
    value = record["value"]
    return MaterialRow(
        file=file,
        line=line,
        key=f"{record['series']}@{record['period']}",
        metric=record["series"],
        low=(record["low"] or value) if value else "",
        mid=value,
        high=(record["high"] or value) if value else "",
        unit=record["unit"],
        period=record["period"],
        urls=_urls(record["source_url"]),
        title=record["source_title"],
        quality=record["quality"],
        note=record["note"],
    )


def _table(file: str, line: int, record: dict[str, str]) -> MaterialRow:
    """Read a row of a computed table or of the list of packages: the first cells are the key."""
    cells = list(record.values())
    key = "@".join(cells[: _KEY_CELLS.get(file, 1)])
    return MaterialRow(file=file, line=line, key=key, urls=_urls(record.get("source_url", "")))


def _urls(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(" ; ") if part.strip())
