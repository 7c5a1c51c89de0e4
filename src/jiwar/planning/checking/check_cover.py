"""Sees whether the parts into which a certificate splits a part hold every plan of it."""

from __future__ import annotations

import numpy as np

from jiwar.planning.certificate import Certificate
from jiwar.planning.checking.statement import Statement
from jiwar.planning.entries import IntArray


def covers(statement: Statement, certificate: Certificate, parts: list[int]) -> bool:
    """Say whether every plan lies in one of two parts."""
    if len(parts) != 2:
        return False
    zero, one = [certificate.zero[part] for part in parts], [certificate.one[part] for part in parts]
    if len(one[0]) == len(one[1]) == 0:
        return _divides_package(statement, zero[0], zero[1])
    for side, other in ((0, 1), (1, 0)):
        if len(one[side]) == 0 and len(one[other]) == 1 and len(zero[other]) == 0:
            return _follows(statement, int(one[other][0]), zero[side])
    return False


def _divides_package(statement: Statement, first: IntArray, second: IntArray) -> bool:
    """Say whether two sets are different options of one package: one of the sets is always without any chosen."""
    choices = statement.uncertain.problem.choices
    package = np.full(len(statement.cost), -1)
    there = statement.choose >= 0
    package[statement.choose[there]] = choices.package[there]
    of_both = package[np.concatenate([first, second])]
    one = len(of_both) == 0 or (of_both[0] >= 0 and bool((of_both == of_both[0]).all()))
    return one and len(np.intersect1d(first, second)) == 0


def _follows(statement: Statement, column: int, zero: IntArray) -> bool:
    """Say whether all of ``zero`` is zero wherever a column that is zero or one is zero: itself, or its site closed."""
    program, sites = statement.program, statement.uncertain.problem.sites
    if not (program.integer[column] and program.lower[column] >= 0 and program.upper[column] <= 1):
        return False
    rest = zero[zero != column]
    if len(rest) == 0:
        return True
    if sites is None:
        return False
    unit, used = program.find("unit"), program.find("used")
    allowed = np.zeros(len(statement.cost), dtype=bool)
    for site in range(len(sites.names)):
        here = (sites.site == site) & (statement.choose >= 0)
        if used is not None and used[site] == column:
            allowed[statement.choose[here]] = True
        if unit is not None and unit[site, -1] == column:
            needs = here & (sites.unit_from >= 0) & (sites.unit_from < unit.shape[1])
            allowed[statement.choose[needs]] = True
    return bool(allowed[rest].all())
