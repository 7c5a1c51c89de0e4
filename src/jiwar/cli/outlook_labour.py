"""What `jiwar outlook` hands to companies: the labour market as a table, and a case that plans with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.table import Table

from jiwar.cli.screen import table
from jiwar.diagnostics import JiwarError
from jiwar.facts import Facts
from jiwar.outlook import Outlook
from jiwar.outlook.labour import Carried, LabourMarket, copy_case, labour_market, market_csv, market_rows
from jiwar.outlook.words import GROUPS
from jiwar.report.writing import replace_file
from jiwar.verbs import read_case

_NAMES = {"service": "calls and back offices", "digital": "IT, engineering, research"}


@dataclass(frozen=True, slots=True)
class ForCompanies:
    """What a company wants from the outlook, as options of the command."""

    labour_market: Annotated[
        Path | None,
        Parameter(
            help="File (.csv) for pay, attrition, time to fill and people by year, city and family of roles."
        ),
    ] = None
    case: Annotated[
        Path | None,
        Parameter(help="Folder of a case that shall be planned with this labour market; needs `--into`."),
    ] = None
    into: Annotated[
        Path | None,
        Parameter(help="New folder for a copy of that case, with the labour market as its assumptions."),
    ] = None
    market: Annotated[
        Literal["all", "tight", "loose"],
        Parameter(
            help="Paths that it is taken from: all, or the fifth on which people are scarcest or least scarce."
        ),
    ] = "all"


NOTHING = ForCompanies()
"""No question of a company."""


def refuse_half_a_question(asked: ForCompanies) -> None:
    """Raise a JiwarError when a case is named without the folder of its copy, or the other way round."""
    if (asked.case is None) != (asked.into is None):
        raise JiwarError.of(
            "U005",
            "`--case` and `--into` go together",
            "name the case and a new folder for its copy, for instance `--case mycase --into mycase-2030`",
        )


def hand_over(found: Outlook, facts: Facts, asked: ForCompanies) -> list[Table | str]:
    """Write what was asked for; return what the terminal says of it."""
    said: list[Table | str] = []
    if asked.labour_market is not None:
        market = labour_market(found, facts, state=asked.market)
        replace_file(asked.labour_market, market_csv(market_rows(market, facts)).encode())
        said += [market_table(market), f"By city, family of roles and year: {asked.labour_market.resolve()}"]
    if asked.case is not None and asked.into is not None:
        carried = copy_case(read_case(asked.case), found, facts, asked.into, state=asked.market)
        told = f"Case kept in {asked.into}. Plan with it: jiwar plan {asked.into} --out FOLDER"
        said += [carried_table(carried), told]
    return said


def market_table(market: LabourMarket) -> Table:
    """Return pay, attrition and time to fill by year and labour market, in the middle of the paths."""
    import numpy as np

    rows = []
    for year in range(market.base_year, market.years[-1] + 1):
        at = market.at(year)
        cells = [str(year)]
        for group in range(len(GROUPS)):
            pay, leave, fill = (
                float(np.median(values[:, at, group]))
                for values in (market.pay_index, market.attrition, market.time_to_fill)
            )
            cells.append(f"{pay:.2f} / {leave:.0%} / {fill:.1f}")
        rows.append(cells)
    columns = [("year", True), *((_NAMES[name], True) for name in GROUPS)]
    note = (
        f"pay over that of {market.base_year} / attrition a year / months to fill a post; middle of the paths"
    )
    return table("The labour market for companies", columns, rows, note)


def carried_table(carried: Iterable[Carried]) -> Table:
    """Return what the copied case assumes, beside what it planned with before."""
    rows = [
        [
            one.fact,
            _number(one.before),
            _number(one.value),
            "the case's own" if one.kept else f"{_number(one.low)} to {_number(one.high)}",
            one.unit,
        ]
        for one in carried
    ]
    columns = [("fact", False), ("before", True), ("now", True), ("range", False), ("unit", False)]
    return table("What the case now assumes", columns, rows, "range: P5 to P95 of the paths")


def _number(value: float) -> str:
    return f"{float(f'{value:.3g}'):,.10g}"
