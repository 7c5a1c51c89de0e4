"""A program as text that a person can read: objective, rows, bounds, integers, all with names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from jiwar.planning.model import Program


def as_readable(program: Program) -> str:
    """Return the program as text in the manner of the LP format; meant for small programs."""
    names = program.column_names()
    goal = _sum((value, names[at]) for at, value in enumerate(program.cost) if value)
    lines = ["minimise", f"  {goal}", "subject to", *(f"  {row}" for row in _rows(program, names))]
    lines += ["bounds", *(f"  {bound}" for bound in _bounds(program, names))]
    whole = [name for name, integer in zip(names, program.integer, strict=True) if integer]
    lines += ["whole numbers", *(f"  {name}" for name in whole)]
    return "\n".join(lines) + "\n"


def _rows(program: Program, names: list[str]) -> Iterator[str]:
    for row, name in enumerate(program.row_names()):
        places = range(program.starts[row], program.starts[row + 1])
        terms = _sum((program.values[at], names[program.columns[at]]) for at in places)
        low, high = program.row_lower[row], program.row_upper[row]
        if low == high:
            yield f"{name}: {terms} = {low:.10g}"
        elif math.isinf(low):
            yield f"{name}: {terms} <= {high:.10g}"
        elif math.isinf(high):
            yield f"{name}: {terms} >= {low:.10g}"
        else:
            yield f"{name}: {low:.10g} <= {terms} <= {high:.10g}"


def _bounds(program: Program, names: list[str]) -> Iterator[str]:
    for name, low, high in zip(names, program.lower, program.upper, strict=True):
        if math.isinf(high):
            yield f"{name} >= {low:.10g}"
        else:
            yield f"{low:.10g} <= {name} <= {high:.10g}"


def _sum(terms: Iterable[tuple[float, str]]) -> str:
    text = ""
    for amount, name in terms:
        sign = ("- " if amount < 0 else "+ ") if text else ("-" if amount < 0 else "")
        factor = "" if abs(amount) == 1 else f"{abs(amount):.10g} "
        text += f"{' ' if text else ''}{sign}{factor}{name}"
    return text or "0"
