"""The independent checker of bounds: follows a certificate by arithmetic alone, without solver and search.

A vector of prices of rows and cuts proves a bound by weak duality (Neumaier and Shcherbina 2004): ``Σ price · side
of the row + Σ_packages least reduced cost among its options + Σ_other columns least of reduced cost · box``. Whatever
the prices are, no plan costs less; wrong ones only prove less. What remains to be seen is that options ruled out are
ruled out rightly, that parts cover what they split, and that every cut holds (`check_cuts`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, vstack

from jiwar.money import FloatArray
from jiwar.planning.certificate import Certificate, Sparse
from jiwar.planning.checking.boxes import boxes
from jiwar.planning.checking.check_cover import covers
from jiwar.planning.checking.check_cuts import NotProvenError, insist, rows_of_cuts
from jiwar.planning.checking.statement import Statement, state
from jiwar.planning.entries import IntArray
from jiwar.planning.plan import Plan
from jiwar.planning.problem import BoolArray, Problem
from jiwar.planning.uncertain import UncertainProblem

TOLERANCE = 1e-6
"""Share of the cost by which a bound may miss what is said of it: prices come from a solver with 1e-7."""

_NOTHING_FITS = 1e-9
"""Share of its own figures by which a ray must exceed zero."""

_AT_ONCE = 4_000_000
"""Numbers that are computed at a time."""


@dataclass(frozen=True, slots=True)
class BoundCheck:
    """What a checker found: the bound that the certificate proves, and why it is not the one that is told."""

    bound_eur: float
    problems: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the bound told is proven."""
        return not self.problems


def check_bound(problem: Problem | UncertainProblem, plan: Plan) -> BoundCheck:
    """Verify the bound of a plan by its certificate, from the data of its problem."""
    if plan.certificate is None:
        return BoundCheck(-np.inf, ("the plan has no certificate of its bound",))
    return check_certificate(problem, plan.certificate, plan.bound_eur, plan.objective_eur)


def verified(problem: Problem | UncertainProblem, plan: Plan) -> Plan:
    """Return a plan that says which bound its certificate proves; Ctrl-C leaves it without that word."""
    try:
        found = check_bound(problem, plan)
    except KeyboardInterrupt:
        return plan
    return dataclasses.replace(plan, verified_eur=found.bound_eur if np.isfinite(found.bound_eur) else None)


def check_certificate(
    problem: Problem | UncertainProblem, certificate: Certificate, bound_eur: float, objective_eur: float
) -> BoundCheck:
    """Verify by a certificate that no plan of a problem costs less than a bound."""
    if isinstance(problem, Problem):
        problem = UncertainProblem(problem, np.ones(1), problem.choices.cost_eur[:, None])
    try:
        proven = _proven(state(problem), certificate, objective_eur)
    except NotProvenError as refusal:
        return BoundCheck(-np.inf, (str(refusal),))
    room = TOLERANCE * (1.0 + abs(objective_eur))
    faults = []
    if not proven >= bound_eur - room:
        faults.append(f"the certificate proves {proven:.2f} EUR, not {bound_eur:.2f} EUR")
    if proven > objective_eur + room and np.isfinite(proven):
        faults.append(f"the certificate proves {proven:.2f} EUR, and a plan costs {objective_eur:.2f} EUR")
    return BoundCheck(min(proven, objective_eur), tuple(faults))


def _proven(statement: Statement, certificate: Certificate, below_eur: float) -> float:
    """Return the least bound of all parts and of all options ruled out by cost, among plans below a cost."""
    _insist_on_form(statement, certificate)
    cuts, least = rows_of_cuts(statement, certificate.reasons)
    book = _Book(statement, certificate, (cuts, least), boxes(statement, below_eur))
    closed = np.zeros(len(statement.cost), dtype=bool)
    proven = np.inf
    for at, by in enumerate(certificate.ruled_out_by):
        columns = certificate.ruled_out[at]
        proven = min(proven, _ruled_out(book, int(by), columns, closed))
        closed[columns] = True
    return min(proven, _parts(book, certificate, closed))


def _insist_on_form(statement: Statement, certificate: Certificate) -> None:
    """Refuse arrays that do not fit together: everything after relies on it."""
    vectors, parts = len(certificate.prices), len(certificate.parent)
    rows, reasons = statement.rows.shape[0], len(certificate.reasons)
    whole = (certificate.ruled_out_by, certificate.parent, certificate.evidence)
    columns = statement.layout.load
    places = [(certificate.prices, -reasons, rows), (certificate.ruled_out, 0, columns)]
    places += [(certificate.zero, 0, columns), (certificate.one, 0, columns)]
    fits = all(_fits(lists, low, high) for lists, low, high in places)
    fits &= all(array.dtype.kind == "i" for array in whole) and certificate.ray.dtype.kind == "b"
    fits &= len(certificate.prices.values) == len(certificate.prices.places)
    fits &= bool(np.isfinite(certificate.prices.values).all())
    fits &= len(certificate.ray) == vectors and len(certificate.zero) == len(certificate.one) == parts
    fits &= len(certificate.evidence) == parts and len(certificate.ruled_out) == len(certificate.ruled_out_by)
    fits &= _within(certificate.ruled_out_by, 0, vectors) and _within(certificate.evidence, -1, vectors)
    fits &= parts > 0 and bool((certificate.parent < np.arange(parts)).all())
    fits &= parts > 0 and int(certificate.parent[0]) == -1 and _within(certificate.parent[1:], 0, parts)
    insist(fits, "the arrays of the certificate do not fit together, or not to the problem")


def _fits(lists: Sparse, low: int, high: int) -> bool:
    starts = lists.starts
    return (
        starts.dtype.kind == lists.places.dtype.kind == "i"
        and len(starts) > 0
        and int(starts[0]) == 0
        and int(starts[-1]) == len(lists.places)
        and bool((np.diff(starts) >= 0).all())
        and _within(lists.places, low, high)
    )


def _within(numbers: IntArray, low: int, high: int) -> bool:
    return bool(((numbers >= low) & (numbers < high)).all())


class _Book:
    """All rows and cuts of a problem, boxes of its columns, prices, and reduced costs under them."""

    def __init__(
        self,
        statement: Statement,
        certificate: Certificate,
        of_cuts: tuple[csr_array, FloatArray],
        ends: tuple[FloatArray, FloatArray],
    ) -> None:
        cuts, least = of_cuts
        self.statement = statement
        self.certificate = certificate
        self.lower, self.upper = ends
        self.rows = csr_array(vstack([statement.rows, cuts]))
        self.row_lower = np.concatenate([statement.row_lower, least])
        self.row_upper = np.concatenate([statement.row_upper, np.full(len(least), np.inf)])
        there = np.flatnonzero(statement.choose >= 0)
        package = statement.uncertain.problem.choices.package[there]
        order = np.argsort(package, kind="stable")
        self.options = statement.choose[there[order]]  # by package
        self.firsts = np.flatnonzero(np.diff(package[order], prepend=-1))
        self.package = np.full(len(statement.cost), -1)
        self.package[statement.choose[there]] = package
        self.others = np.flatnonzero(self.package < 0)

        lists = certificate.prices
        place = np.where(lists.places < 0, statement.rows.shape[0] - 1 - lists.places, lists.places)
        side = np.where(lists.values > 0, self.row_lower[place], self.row_upper[place])
        limited = np.isfinite(side)  # a price on a side without limit proves nothing
        value, side = np.where(limited, lists.values, 0.0), np.where(limited, side, 0.0)
        who = np.repeat(np.arange(len(lists)), np.diff(lists.starts))
        self.prices = csr_array((value, (who, place)), shape=(len(lists), len(self.row_lower)))
        self.given = np.zeros(len(lists))
        np.add.at(self.given, who, value * side)
        self.scale = np.ones(len(lists))
        np.add.at(self.scale, who, np.abs(value * side))

    def reduced(self, vectors: IntArray) -> FloatArray:
        """Return the reduced costs under price vectors, shape (vectors, N)."""
        taken = self.prices[vectors] @ self.rows
        cost = np.where(self.certificate.ray[vectors][:, None], 0.0, self.statement.cost)
        reduced: FloatArray = cost - taken.toarray()
        return reduced


def _least_options(book: _Book, reduced: FloatArray, closed: BoolArray) -> FloatArray:
    """Return the least reduced cost among the open options of every package, inf when none is open."""
    open_ = np.where(closed[book.options], np.inf, reduced[book.options])
    least: FloatArray = np.minimum.reduceat(open_, book.firsts)
    return least


def _least_others(book: _Book, reduced: FloatArray, lower: FloatArray, upper: FloatArray) -> float:
    """Return the least that the columns that are no options add, inf when some box is empty."""
    at = book.others
    if np.any(lower[at] > upper[at]):
        return np.inf
    price = reduced[at]
    used = price != 0.0
    end = np.where(price > 0, lower[at], upper[at])[used]
    if not np.isfinite(end).all():
        return -np.inf
    return float(price[used] @ end)


def _bound(
    book: _Book, vector: int, reduced: FloatArray, closed: BoolArray, ends: tuple[FloatArray, FloatArray]
) -> float:
    """Return the bound that prices prove where some columns are closed and others lie between ends."""
    options = float(_least_options(book, reduced, closed).sum())
    if options == np.inf:
        return np.inf  # some package has no option left
    return float(book.given[vector]) + options + _least_others(book, reduced, *ends)


def _ruled_out(book: _Book, vector: int, columns: IntArray, closed: BoolArray) -> float:
    """Return a bound of all plans that have one of some options, none of those ruled out before."""
    reduced = book.reduced(np.array([vector]))[0]
    insist((book.package[columns] >= 0).all(), "something is ruled out that is no option")
    least = _least_options(book, reduced, closed)
    rest = _bound(book, vector, reduced, closed, (book.lower, book.upper))
    if rest == np.inf:
        return np.inf  # nothing is left that they could be part of
    position = np.searchsorted(np.unique(book.package[book.options]), book.package[columns])
    with_it = rest - least[position] + reduced[columns]
    if not book.certificate.ray[vector]:
        return float(with_it.min(initial=np.inf))
    impossible = (with_it > _NOTHING_FITS * book.scale[vector]).all()
    insist(impossible, "an option is ruled out as impossible that breaks no row by itself")
    return np.inf


def _parts(book: _Book, certificate: Certificate, closed: BoolArray) -> float:
    """Return the least bound of all parts without parts; raises when parts do not cover what they split."""
    parts: list[list[int]] = [[] for _ in certificate.parent]
    for number, parent in enumerate(certificate.parent[1:], start=1):
        parts[parent].append(number)
    insist(len(certificate.zero[0]) == len(certificate.one[0]) == 0, "part 0 is not everything")
    for number, own in enumerate(parts):
        covered = not own or covers(book.statement, certificate, own)
        insist(covered, f"the parts of part {number} do not cover it")
        insist(own or certificate.evidence[number] >= 0, f"part {number} has no evidence")
    leaves = np.array([number for number, own in enumerate(parts) if not own], dtype=np.int64)
    return min(_bounds_of_leaves(book, certificate, leaves, closed))


def _bounds_of_leaves(
    book: _Book, certificate: Certificate, leaves: IntArray, closed: BoolArray
) -> Iterator[float]:
    step = max(1, _AT_ONCE // len(book.statement.cost))
    for first in range(0, len(leaves), step):
        some = leaves[first : first + step]
        for leaf, costs in zip(some, book.reduced(certificate.evidence[some]), strict=True):
            lower, upper = book.lower.copy(), book.upper.copy()
            shut = closed.copy()
            part = int(leaf)
            while part >= 0:
                shut[certificate.zero[part]] = True
                upper[certificate.zero[part]] = 0.0
                lower[certificate.one[part]] = 1.0
                part = int(certificate.parent[part])
            vector = int(certificate.evidence[leaf])
            bound = _bound(book, vector, costs, shut, (lower, upper))
            empty = certificate.ray[vector]
            seen = not empty or bound > _NOTHING_FITS * book.scale[vector]
            insist(seen, f"part {int(leaf)} is said to be empty, and is not seen to be")
            yield np.inf if empty else bound
