"""Search among the few options that can matter, and prove that the others cannot.

Options that break a limit whatever the others do are left out first (see `exclusion`). Then three steps, each
much smaller than the whole:

1. Relax: without whole numbers the program gives a bound, and for every option the least that choosing it
   would add to that bound (its reduced cost).
2. Guess: search among the most promising options of every package only, first wherever they are, then site by
   site, because packages that talk and share a unit want to be together; the result is a plan.
3. Narrow: an option whose bound, its own addition included, is not below that plan's cost cannot be part of a
   better one. Leave all those out and search among the rest, beginning at the plan.

The bound of the last search, or the least bound among the options left out if that is lower, holds for the
whole program. Nothing is lost but time.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.exclusion import exclusions, without_columns
from jiwar.planning.highs import Ending, Outcome, Progress, minimise, relative_gap, relax
from jiwar.planning.model import Program
from jiwar.planning.problem import BoolArray
from jiwar.planning.searching.proofs import Prices, Proof

Watch = Callable[[Progress], None]

_PROMISING = 12
"""Options per package among which a first plan is looked for, wherever they are."""

_PROMISING_AT_A_SITE = 3
"""Options per package and site among which a plan with a single site is looked for."""

_NEAR = 0.01
"""A first plan this close to the bound, as a share of its cost, needs no further guesses."""

_SHARE_OF_TIME = 0.3
"""Part of the time that looking for the first plan may take."""

_SHARE_OF_GAP = 0.5
"""Part of the gap given up when options are left out; the rest remains for the search among the others."""


def search(
    program: Program,
    groups: IntArray,
    places: IntArray,
    *,
    gap: float,
    seconds: float,
    progress: Watch | None = None,
    proof: Proof | None = None,
) -> Outcome:
    """Search for the cheapest values of a program of which one column per group is chosen.

    Parameters
    ----------
    program
        Any program with a block ``choose``.
    groups
        Package of each column of that block, shape (O,).
    places
        Site of each column of that block, -1 for none, shape (O,).
    gap, seconds, progress
        As for `minimise`; bounds told on the way hold for the whole program.
    proof
        Is given why the bound of the first step holds; of what HiGHS proves beyond that it says nothing.
    """
    end = time.monotonic() + seconds
    started = time.monotonic()
    (columns, groups), (_, places) = program.options(groups), program.options(places)
    if len(columns) == 0 or seconds <= 0:
        return minimise(program, gap=gap, seconds=seconds, progress=progress)
    excluded = exclusions(program, columns, groups)
    possible = ~np.isin(columns, [column for one in excluded for column in one.columns])
    program = without_columns(program, columns[~possible])
    columns, groups, places = columns[possible], groups[possible], places[possible]
    relaxed = relax(program, seconds=seconds)
    if relaxed.ending is not Ending.OPTIMAL or relaxed.reduced_costs is None:
        return dataclasses.replace(relaxed, values=None)
    if proof is not None and relaxed.row_prices is not None:
        proof.impossible, proof.root = excluded, Prices.of_rows(relaxed.row_prices)
    addition = np.maximum(relaxed.reduced_costs[columns], 0.0)
    least = relaxed.bound_eur + addition
    subsets = [columns[~subset] for subset in _promising(groups, places, addition)]
    teller = _Teller(progress, started)
    guess = _guess(program, subsets, gap, end, relaxed.bound_eur, teller)
    proven = relative_gap(guess.objective_eur, relaxed.bound_eur) <= gap
    if proven or guess.ending is Ending.INTERRUPTED:
        guess = dataclasses.replace(guess, ending=Ending.OPTIMAL) if proven else guess
        return _timed(guess, min(relaxed.bound_eur, guess.objective_eur), started)
    hopeless = _hopeless(guess, columns, least, gap)
    outside = float(least[hopeless].min(initial=np.inf))
    rest = minimise(
        without_columns(program, columns[hopeless]),
        gap=gap,
        seconds=max(0.0, end - time.monotonic()),
        progress=teller.bounded_by(relaxed.bound_eur, outside),
        start=guess.values,
    )
    return _joined(guess, rest, (relaxed.bound_eur, outside), started)


def _hopeless(guess: Outcome, columns: IntArray, least: FloatArray, gap: float) -> BoolArray:
    """Mark the options with which no plan is better than the one in hand by more than its share of the gap."""
    if guess.values is None:
        return np.zeros(len(columns), dtype=bool)
    good_enough = guess.objective_eur - _SHARE_OF_GAP * gap * abs(guess.objective_eur)
    hopeless: BoolArray = (least >= good_enough) & (guess.values[columns] < 0.5)
    return hopeless


def _promising(groups: IntArray, places: IntArray, addition: FloatArray) -> list[BoolArray]:
    """List sets of options worth a small search: the best of all, then the best at home and at each site."""
    sets = [_best(groups, addition, _PROMISING)]
    home = places < 0
    for place in np.unique(places[~home]):
        here = home | (places == place)
        sets.append(here & _best(groups, np.where(here, addition, np.inf), _PROMISING_AT_A_SITE + 1))
    return sets


def _best(groups: IntArray, addition: FloatArray, most: int) -> BoolArray:
    """Mark the options of each group with the smallest additions to the bound."""
    order = np.lexsort((addition, groups))
    rank = np.empty(len(groups), dtype=np.int64)
    rank[order] = np.arange(len(groups)) - np.searchsorted(groups[order], groups[order])
    best: BoolArray = rank < most
    return best


def _guess(
    program: Program,
    left_out: list[IntArray],
    gap: float,
    end: float,
    bound_eur: float,
    teller: _Teller,
) -> Outcome:
    """Search with each set of columns left out in turn and return the best plan found."""
    deadline = time.monotonic() + _SHARE_OF_TIME * (end - time.monotonic())
    best: Outcome | None = None
    for columns in left_out:
        left = deadline - time.monotonic()
        if best is not None and (left <= 0 or best.ending is Ending.INTERRUPTED):
            break
        if best is not None and relative_gap(best.objective_eur, bound_eur) <= max(gap, _NEAR):
            break
        few = without_columns(program, columns)
        found = minimise(
            few,
            gap=_SHARE_OF_GAP * gap,
            seconds=max(left, 0.0),
            progress=teller.bounded_by(bound_eur, bound_eur),
        )
        if best is None or found.objective_eur < best.objective_eur:
            best = found
        elif found.ending is Ending.INTERRUPTED:
            best = dataclasses.replace(best, ending=Ending.INTERRUPTED)
    assert best is not None  # noqa: S101 - there is always a set to begin with
    return best


@dataclass
class _Teller:
    """Tells the state of partial searches as that of the whole: the best plan of all, a bound that holds."""

    progress: Watch | None
    started: float
    objective_eur: float = np.inf

    def bounded_by(self, relaxed_eur: float, outside_eur: float) -> Watch | None:
        """Return what a partial search is to call: given the bound of all, and that of what is left out."""
        progress = self.progress
        if progress is None:
            return None

        def tell(state: Progress) -> None:
            if state.objective_eur is not None:
                self.objective_eur = min(self.objective_eur, state.objective_eur)
            bound = max(relaxed_eur, min(state.bound_eur, outside_eur))
            found = self.objective_eur if np.isfinite(self.objective_eur) else None
            gap = np.inf if found is None else relative_gap(found, bound)
            progress(Progress(time.monotonic() - self.started, found, bound, float(gap)))

        return tell


def _joined(guess: Outcome, rest: Outcome, bounds: tuple[float, float], started: float) -> Outcome:
    """Take the better plan of the two searches, with the bound that holds for the whole program."""
    relaxed, outside = bounds
    better = rest if rest.objective_eur <= guess.objective_eur else guess
    bound = max(relaxed, min(rest.bound_eur, outside))
    ending = rest.ending
    if guess.values is not None and ending is Ending.INFEASIBLE:
        ending = Ending.OPTIMAL  # every option left is worse than the plan in hand
    return _timed(dataclasses.replace(better, ending=ending), min(bound, better.objective_eur), started)


def _timed(outcome: Outcome, bound_eur: float, started: float) -> Outcome:
    return dataclasses.replace(
        outcome,
        bound_eur=bound_eur,
        seconds=time.monotonic() - started,
        reduced_costs=None,
        row_prices=None,
    )
