"""Dates that cannot be: outside the horizon, before the day of the case, first after last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from jiwar.case.draft import Draft
from jiwar.diagnostics import Diagnostic
from jiwar.periods import Horizon, Month


def check_dates(draft: Draft) -> Iterator[Diagnostic]:
    """Yield every impossible date (C014, C015)."""
    as_of, starts = draft.get("as_of"), draft.get("starts")
    horizon_keys = draft.get("horizon")
    horizon = None if horizon_keys is None else horizon_keys.build()
    if starts is not None and starts.get("first") > starts.get("last"):
        message = f"the first start, {starts.get('first')}, lies after the last, {starts.get('last')}"
        yield Diagnostic("C015", message, "exchange the two months", starts.place_of("first"))
    if as_of is not None:
        yield from _check_past(as_of, horizon_keys, starts)
    if horizon is None:
        return
    for name in ("first", "last") if starts is not None else ():
        if starts.get(name) not in horizon:
            yield _outside(starts, name, starts.get(name), horizon, "move the start, or lengthen the horizon")
    for line in draft.get("team") or ():
        month = line.get("start")
        if month is not None and month not in horizon:
            remedy = f"write {horizon.start} for work that is going on already, or a later month"
            yield _outside(line, "start", month, horizon, remedy)


def _check_past(as_of: dt.date, horizon: Draft | None, starts: Draft | None) -> Iterator[Diagnostic]:
    today = Month.of(as_of)
    first_quarter = today.quarter.first_month
    if horizon is not None and horizon.get("start") < first_quarter:
        message = f"the horizon begins in {horizon.get('start')}, before the day of the case, {as_of}"
        remedy = f"begin with {first_quarter} or later: what is past cannot be planned"
        yield Diagnostic("C014", message, remedy, horizon.place_of("start"))
    if starts is not None and starts.get("first") < today:
        message = f"the first start, {starts.get('first')}, lies before the day of the case, {as_of}"
        yield Diagnostic("C014", message, f"start in {today} or later", starts.place_of("first"))


def _outside(block: Draft, name: str, month: Month, horizon: Horizon, remedy: str) -> Diagnostic:
    message = f"{month} lies outside the horizon, {horizon.start} to {horizon.end}"
    return Diagnostic("C014", message, remedy, block.place_of(name))
