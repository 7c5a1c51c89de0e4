"""Assumptions whose numbers contradict each other or the unit of the fact that they replace."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.case.draft import Draft
from jiwar.case.known import KnownNames
from jiwar.diagnostics import Diagnostic
from jiwar.units import UNITS, Dimension, Quantity


def check_assumptions(draft: Draft, known: KnownNames) -> Iterator[Diagnostic]:
    """Yield assumptions with mixed units or an empty range (C032), other units (C010), or impossible numbers (C011)."""
    for assumption in draft.get("assumptions") or ():
        value: Quantity | None = assumption.get("value")
        if value is None:
            continue
        fact_unit = known.unit_of(assumption.get("fact") or "")
        if fact_unit is not None and not _comparable(fact_unit, value):
            message = f"`{assumption.get('fact')}` is measured in `{fact_unit}`, not `{value.unit.symbol}`"
            yield Diagnostic("C010", message, f"write it in `{fact_unit}`", assumption.place_of("value"))
        yield from _impossible(assumption)
        for name, sign in (("low", 1.0), ("high", -1.0)):
            bound: Quantity | None = assumption.get(name)
            if bound is None:
                continue
            if bound.unit != value.unit:
                message = f"`{name}` is in `{bound.unit.symbol}`, but `value` in `{value.unit.symbol}`"
                remedy = f"write both in `{value.unit.symbol}`"
            elif sign * bound.number > sign * value.number:
                side = "above" if name == "low" else "below"
                message = f"`{name}`, {bound.number:g}, is {side} `value`, {value.number:g}"
                remedy = "write `low` ≤ `value` ≤ `high`"
            else:
                continue
            yield Diagnostic("C032", message, remedy, assumption.place_of(name))


def _impossible(assumption: Draft) -> Iterator[Diagnostic]:
    """Yield numbers below zero, or growth that would leave nothing."""
    for name in ("value", "low", "high"):
        number: Quantity | None = assumption.get(name)
        if number is None:
            continue
        grows = number.unit.dimension is Dimension.GROWTH
        if number.number * number.unit.factor <= -1.0 if grows else number.number < 0.0:
            message = f"`{name}`, {number.number:g} {number.unit.symbol}, cannot be"
            remedy = "write more than -100 percent/year" if grows else "write zero or more"
            yield Diagnostic("C011", message, remedy, assumption.place_of(name))


def _comparable(fact_unit: str, value: Quantity) -> bool:
    """Whether a value can stand for a fact; a fact with several units names them with ``or``."""
    units = [UNITS.get(unit) for unit in fact_unit.split(" or ")]
    wanted = {(unit.dimension, unit.currency) for unit in units if unit is not None}
    return not wanted or (value.unit.dimension, value.unit.currency) in wanted
