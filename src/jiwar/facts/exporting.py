"""The base as a workbook or as Parquet tables, for other programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jiwar.facts.base import Facts
from jiwar.facts.codes import facts_error
from jiwar.facts.fact import Fact
from jiwar.facts.licences import attributions
from jiwar.facts.reading import FACT_COLUMNS
from jiwar.facts.series import SERIES

if TYPE_CHECKING:
    import polars as pl

FORMATS = (".xlsx", ".parquet", ".csv")
_FIELDS = {"range": "range_kind"}


def export(facts: Facts, path: str | Path, keys: Iterable[str] | None = None) -> Path:
    """Write facts to a file whose ending names the format, whole or not at all.

    ``.xlsx`` holds facts, sources, sites, roles, alternatives, series and attribution on sheets of their own;
    ``.parquet`` and ``.csv`` hold the facts, the latter in the form that ``import_facts`` reads.

    Parameters
    ----------
    facts
        The base.
    path
        The file; an existing one is replaced.
    keys
        Only these facts; all by default.

    Raises
    ------
    FactsError
        F020 for another ending, F001 for an unknown key.
    """
    target = Path(path)
    if target.suffix not in FORMATS:
        message = f"`{target.name}` is none of the formats that can be written"
        raise facts_error(message, f"use one of {', '.join(FORMATS)}", "F020")
    chosen = [facts.get(key) for key in keys] if keys is not None else list(facts.by_key.values())
    table = facts_table(facts, chosen)
    unfinished = target.with_name(f".{target.stem}.unfinished{target.suffix}")
    try:
        if target.suffix == ".parquet":
            table.write_parquet(unfinished)
        elif target.suffix == ".csv":
            table.select(FACT_COLUMNS).write_csv(unfinished)
        else:
            _write_workbook(facts, table, unfinished, [fact.key for fact in chosen])
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def facts_table(facts: Facts, chosen: Sequence[Fact]) -> pl.DataFrame:
    """Return facts as a table: the shipped columns, then the table and its licence."""
    import polars as pl

    columns: dict[str, list[Any]] = {
        name: [_cell(getattr(fact, _FIELDS.get(name, name))) for fact in chosen] for name in FACT_COLUMNS
    }
    columns["table"] = [fact.table for fact in chosen]
    columns["licence"] = [facts.tables[fact.table].licence for fact in chosen]
    numbers = dict.fromkeys(("low", "mid", "high"), pl.Float64)
    return pl.DataFrame(columns, schema_overrides=numbers, strict=False).with_columns(
        pl.col("low", "mid", "high").fill_nan(None)
    )


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value) if isinstance(value, str) else value


def _write_workbook(facts: Facts, table: pl.DataFrame, path: Path, keys: list[str]) -> None:
    import polars as pl
    import xlsxwriter

    sheets: dict[str, pl.DataFrame] = {
        "facts": table,
        "sources": pl.DataFrame([dataclasses.asdict(source) for source in facts.sources.values()]),
        "sites": pl.DataFrame(
            [
                {**dataclasses.asdict(site), "languages": " ".join(site.languages)}
                for site in facts.sites.values()
            ],
            infer_schema_length=None,
        ),
        "roles": pl.DataFrame([dataclasses.asdict(role) for role in facts.roles.values()]),
        "alternatives": pl.DataFrame([dataclasses.asdict(item) for item in facts.alternatives]),
        "attribution": pl.DataFrame([dataclasses.asdict(item) for item in attributions(facts, keys)]),
    }
    for name in SERIES:
        series = facts.series(name)
        rows = dict(zip(series.index_names, zip(*series.index, strict=True), strict=True))
        sheets[name] = pl.DataFrame({**rows, **dict(series.columns)})
    with xlsxwriter.Workbook(path) as workbook:
        for name, frame in sheets.items():
            frame.write_excel(
                workbook, worksheet=name, autofilter=True, freeze_panes=(1, 0), header_format={"bold": True}
            )
