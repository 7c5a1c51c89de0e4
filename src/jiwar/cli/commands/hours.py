"""`jiwar hours`: the hours that sites share, by year and month."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from cyclopts import Parameter

from jiwar.cli.screen import screen, table
from jiwar.diagnostics import Diagnostic, JiwarError, nearest_names
from jiwar.facts import Facts, Site
from jiwar.periods import Horizon, Month
from jiwar.verbs import load_facts
from jiwar.worktime import shared_hours, working_days

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LAST_YEAR = 2035


def hours(*, between: str, in_: Annotated[int, Parameter(name="--in")] = 2027) -> int:
    """Show the mean hours that sites share per joint working day.

    Parameters
    ----------
    between
        Two or more sites, separated by commas; the first is compared with each other one.
    in_
        The year, 2024 to 2035.
    """
    facts = load_facts()
    names = [name.strip() for name in between.split(",") if name.strip()]
    home, *others = _sites(facts, names, in_)
    year = Horizon(Month(in_, 1), 12)
    for other in others:
        shared, here, there = (
            shared_hours(home, other, year),
            working_days(home, year),
            working_days(other, year),
        )
        rows = [
            [_MONTHS[index], f"{shared[index]:.2f}", f"{here[index]:.0f}", f"{there[index]:.0f}"]
            for index in range(12)
        ]
        rows.append(["year", f"{np.mean(shared):.2f}", f"{here.sum():.0f}", f"{there.sum():.0f}"])
        columns = [("", False), ("hours shared a day", True), (f"working days {home.name}", True)]
        columns.append((f"working days {other.name}", True))
        note = (
            f"Working day {home.day_start}–{home.day_end} local time in {home.name}, {other.day_start}–"
            f"{other.day_end} in {other.name}; computed minute by minute from the tzdata package."
        )
        screen().print(table(f"{home.name} and {other.name} in {in_}", columns, rows, note))
    return 0


def _sites(facts: Facts, names: list[str], year: int) -> list[Site]:
    problems = [
        Diagnostic("U005", f"`{name}` is not a site", nearest_names(name, facts.sites))
        for name in names
        if name not in facts.sites
    ]
    if len(names) < 2:
        problems.append(Diagnostic("U005", "fewer than two sites", "write `--between stuttgart,casablanca`"))
    if not 2024 <= year <= _LAST_YEAR:
        problems.append(Diagnostic("U005", f"the year {year} is not covered", f"give 2024 to {_LAST_YEAR}"))
    if problems:
        raise JiwarError(problems)
    return [facts.sites[name] for name in names]
