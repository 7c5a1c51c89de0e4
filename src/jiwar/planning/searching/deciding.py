"""The search for the best plan under uncertainty: bound, first plan, narrowing, tree; a proven gap at any time.

1. Relax: without whole numbers, cuts are added until the recourse is priced right; a bound of all plans.
2. Guess: a small search among the most promising options of every package, then neighbours.
3. Narrow: options whose bound reaches the target (the best plan less the gap asked for) cannot matter any more.
4. Branch: what is left is split, two nodes at a time, until the bound of all open nodes reaches the target.

The bound told is the least over open nodes, closed nodes and options left out, so it holds for every plan.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.exclusion import exclusions, without_columns
from jiwar.planning.highs import Ending, Outcome, minimise, relative_gap
from jiwar.planning.measures import sites_used
from jiwar.planning.model import Program
from jiwar.planning.problem import BoolArray
from jiwar.planning.searching.branching import kinds_of
from jiwar.planning.searching.completion import Complete, complete_choice, with_cuts
from jiwar.planning.searching.cuts import Cut, violated, weights_of, worst_cut
from jiwar.planning.searching.diving import dive
from jiwar.planning.searching.firststage import FirstStage
from jiwar.planning.searching.neighbours import improve, plans_of
from jiwar.planning.searching.proofs import Narrowing, Proof, root_of
from jiwar.planning.searching.relaxation import Answer, Relaxation
from jiwar.planning.searching.search import Search, Watch
from jiwar.planning.searching.tree import Crew, Node, Tree, Worked

_ROUNDS = 60
_SMALL_GAIN = 2e-5
"""Cuts at the root end when a round moves the bound by less than this share."""

_PROMISING = 2
"""Options per package in the first guess, beside those that the relaxation uses."""

_PROMISING_AT_A_SITE = 4
"""Options per package and site in guesses that use home and one site."""

_SITES_TRIED = 3
"""Sites for which such a guess is made: those that the relaxation uses most."""

_FEW_SITES = 2
"""Plans that use more sites than these are not sought site by site."""

_SHARE_OF_TIME = 0.25
"""Part of the time left that one guess may take."""

_SHARE_TO_DIVE = 0.35
"""Part of the time left that the dive for a first plan may take."""

_SHARE_TO_LOOK_AROUND = 0.05
"""Part of the time left that looking around one plan may take."""

_SHARE_OF_GAP = 0.4
"""Gap of a guess, as a share of the gap asked for."""

_ROUNDING = 1e-6
"""Share of cost that rounding may add to a gap."""

_GOOD = 0.01
"""Gap below which no more guesses are made: the tree finds better plans on its way."""

_USED = 1e-6
"""Share from which the relaxation uses an option."""

_NEAR = 1e-3
"""Cuts this close to binding, as a share of cost, are kept when the search narrows."""

_WORTH_A_LOOK = 0.02
"""Plans this much dearer than the best one are still worth looking around, as a share of cost."""

_EVERY = 6
"""Nodes between attempts to round a node's values to a plan."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the cuts that price the recourse, and why its bound holds."""

    outcome: Outcome
    cuts: tuple[Cut, ...]
    proof: Proof


def search_first_stage(
    stage: FirstStage, *, gap: float, seconds: float, progress: Watch | None = None
) -> Found:
    """Search for the best plan of a first stage."""
    package = stage.problem.choices.package
    columns, groups = stage.program.options(package)
    started = time.monotonic()
    proof = Proof(exclusions(stage.program, columns, groups))
    possible = ~np.isin(columns, proof.ruled_out)
    program = without_columns(stage.program, columns[~possible])
    search = Search(stage, program, gap, started + seconds, progress, started, proof=proof)
    ending = Ending.TIME
    try:
        ending = _run(search, columns[possible], groups[possible])
    except KeyboardInterrupt:
        ending = Ending.INTERRUPTED
    if ending is Ending.OPTIMAL and relative_gap(search.objective_eur, search.bound_eur) > gap + _ROUNDING:
        ending = Ending.TIME if search.best is not None else ending
    values = None if search.best is None else search.best.values
    bound = min(search.bound_eur, search.objective_eur)
    spent = time.monotonic() - started
    outcome = Outcome(ending, values, search.objective_eur, bound, spent)
    return Found(outcome, tuple(search.cuts), proof)


def _run(search: Search, columns: IntArray, groups: IntArray) -> Ending:
    stage, program = search.stage, search.program
    relaxation = Relaxation(program, _active(program), watched=True)
    answer = _root(search, relaxation)
    if answer.values is None:
        if not answer.finished:
            return Ending.TIME
        return Ending.INFEASIBLE if answer.bound_eur == np.inf else Ending.UNBOUNDED
    addition = np.maximum(relaxation.reduced_costs(answer)[columns], 0.0)
    _dive(search, relaxation, answer)
    if _done(search):
        return Ending.OPTIMAL
    for left_out in _left_out(search, answer, columns, groups, addition):
        _guess(search, relaxation, left_out, answer)
        if _done(search):
            return Ending.OPTIMAL
        if search.over:
            return Ending.TIME
        if relative_gap(search.objective_eur, search.bound_eur) <= _GOOD:
            break
    answer = _again(search, relaxation, answer)
    addition = np.maximum(relaxation.reduced_costs(answer)[columns], 0.0)
    hopeless = answer.bound_eur + addition >= search.target_eur
    outside = float((answer.bound_eur + addition[hopeless]).min(initial=np.inf))
    narrow = without_columns(program, columns[hopeless])
    tree = Tree(stage, narrow, kinds_of(stage), closed_eur=outside)
    prices = relaxation.prices(answer)
    search.proof.narrowing = Narrowing(prices, columns[hopeless])
    search.proof.tree = root_of(prices)
    tree.push(Node(answer.bound_eur, (), search.proof.tree), search.target_eur)
    return _branch(search, tree, relaxation, _near(search, answer, 1e-7))


def _active(program: Program) -> BoolArray:
    return np.asarray((program.lower != 0) | (program.upper != 0))


def _root(search: Search, relaxation: Relaxation) -> Answer:
    """Relax and cut until the bound hardly moves."""
    stage, program = search.stage, search.program
    if stage.worst >= 0:
        first = worst_cut(stage, np.zeros(len(program.cost)), stage.uncertain.probability)
        _keep(search, relaxation, [first])
    last: Answer | None = None
    for _ in range(_ROUNDS):
        answer = relaxation.solve(program.lower, program.upper, search.end)
        if answer.values is None:
            return last if last is not None and not answer.finished else answer
        gain = np.inf if last is None else answer.bound_eur - last.bound_eur
        last = answer
        search.proof.root = relaxation.prices(answer)
        search.prove(answer.bound_eur)
        if gain < _SMALL_GAIN * (1.0 + abs(answer.bound_eur)):
            break
        cuts = violated(stage, answer.values, answer.bound_eur)
        if not cuts:
            break
        _keep(search, relaxation, cuts)
    assert last is not None  # noqa: S101 - there is at least one round
    return last


def _again(search: Search, relaxation: Relaxation, before: Answer) -> Answer:
    """Relax with all cuts known by now; the answer before when time runs out."""
    answer = relaxation.solve(search.program.lower, search.program.upper, search.end)
    if answer.values is None:
        return before
    search.proof.root = relaxation.prices(answer)
    search.prove(answer.bound_eur)
    return answer


def _keep(search: Search, relaxation: Relaxation, cuts: list[Cut]) -> None:
    search.cuts += cuts
    relaxation.add(cuts)


def _least(groups: IntArray, addition: FloatArray) -> IntArray:
    """Return the rank of each option within its package, the least addition to the bound first."""
    order = np.lexsort((addition, groups))
    rank = np.empty(len(groups), dtype=np.int64)
    rank[order] = np.arange(len(groups)) - np.searchsorted(groups[order], groups[order])
    return rank


def _done(search: Search) -> bool:
    return relative_gap(search.objective_eur, search.bound_eur) <= search.gap


def _dive(search: Search, relaxation: Relaxation, answer: Answer) -> None:
    """Complete the plan at the end of a dive, and look at its neighbours."""
    now = time.monotonic()
    end = now + _SHARE_TO_DIVE * (search.end - now)
    chosen, cuts = dive(search.stage, search.program, relaxation, answer, end)
    search.cuts += cuts
    if chosen is None:
        return
    plan, cuts = complete_choice(search.stage, search.program, relaxation, chosen, search.end)
    search.cuts += cuts
    search.take(plan)
    if plan is not None and not _done(search):
        _look_around(search, relaxation, plan)


def _left_out(
    search: Search, answer: Answer, columns: IntArray, groups: IntArray, addition: FloatArray
) -> Iterator[IntArray]:
    """Give the options that each guess leaves out, from the guess worth most to the one worth least."""
    assert answer.values is not None  # noqa: S101 - the caller has looked
    mass = answer.values[columns]
    used = mass > _USED
    yield columns[~used & (_least(groups, addition) >= _PROMISING)]
    sites = search.stage.problem.sites
    if search.best is None or sites is None or len(sites_used(sites, _chosen(search))) > _FEW_SITES:
        yield columns[~used & (_least(groups, addition) >= 2 * _PROMISING)]
        return
    place = sites.site[search.stage.choose >= 0][np.searchsorted(_existing(search), columns)]
    weight = np.bincount(place[place >= 0], weights=mass[place >= 0], minlength=len(sites.names))
    for site in np.argsort(-weight, kind="stable")[:_SITES_TRIED]:
        if weight[site] <= _USED:
            break
        here = (place < 0) | (place == site)
        rank = _least(groups, np.where(here, addition, np.inf))
        yield columns[~here | (rank >= _PROMISING_AT_A_SITE)]


def _chosen(search: Search) -> tuple[int, ...]:
    """Return the options of the best plan."""
    if search.best is None:
        return ()
    return tuple(int(option) for option in np.flatnonzero(weights_of(search.stage, search.best.values) > 0.5))


def _existing(search: Search) -> IntArray:
    """Return the columns of all options, in order."""
    existing: IntArray = search.stage.choose[search.stage.choose >= 0]
    return existing


def _guess(search: Search, relaxation: Relaxation, left_out: IntArray, answer: Answer) -> None:
    """Search among few options with the cuts known, complete what is found, and look at its neighbours."""
    left = search.end - time.monotonic()
    few = without_columns(with_cuts(search.program, _near(search, answer)), left_out)
    start = None if search.best is None else search.best.values
    found = minimise(
        few, gap=_SHARE_OF_GAP * search.gap, seconds=max(0.1, _SHARE_OF_TIME * left), start=start
    )
    if found.ending is Ending.INTERRUPTED:
        search.interrupted = True
    if found.values is not None:
        _complete(search, relaxation, found.values)
    if search.interrupted:
        raise KeyboardInterrupt
    if search.best is not None:
        _look_around(search, relaxation, search.best)


def _look_around(search: Search, relaxation: Relaxation, plan: Complete) -> None:
    """Look for better plans near one."""
    now = time.monotonic()
    end = min(search.end, now + _SHARE_TO_LOOK_AROUND * (search.end - now))
    better, cuts = improve(plans_of(search.stage, search.program), relaxation, plan, end)
    search.cuts += cuts
    search.take(better)


def _complete(search: Search, relaxation: Relaxation, values: FloatArray) -> Complete | None:
    """Complete the choice nearest to some values."""
    weight = weights_of(search.stage, values)
    package = search.stage.problem.choices.package
    order = np.lexsort((-weight, package))
    first = np.searchsorted(package[order], np.arange(len(search.stage.problem.choices.packages)))
    plan, cuts = complete_choice(search.stage, search.program, relaxation, order[first], search.end)
    search.cuts += cuts
    search.take(plan)
    return plan


def _near(search: Search, answer: Answer, share: float = _NEAR) -> list[Cut]:
    """Return the cuts that bind, or nearly so, at an answer: the others only weigh on a small search."""
    assert answer.values is not None  # noqa: S101 - the caller has looked
    room = share * (1.0 + abs(answer.bound_eur))
    return [cut for cut in search.cuts if _slack(cut, answer.values) < room]


def _missing(search: Search, worked: Worked) -> list[Cut]:
    """Return the cuts known that the values of a node break: its relaxation has not heard of them."""
    assert worked.values is not None  # noqa: S101 - whole nodes have values
    room = -1e-7 * (1.0 + abs(worked.bound_eur))
    return [cut for cut in search.cuts if _slack(cut, worked.values) < room]


def _slack(cut: Cut, values: FloatArray) -> float:
    return float(cut.amounts @ values[cut.columns]) - cut.least


def _branch(search: Search, tree: Tree, relaxation: Relaxation, cuts: list[Cut]) -> Ending:
    """Work on open nodes until the target is proven or time runs out."""
    crew = Crew(lambda: Relaxation(tree.program, _active(tree.program), cuts))
    try:
        while not search.over:
            nodes = tree.next_nodes(search.target_eur)
            if not nodes:
                search.prove(tree.closed_eur)
                return Ending.OPTIMAL
            done = crew.work(tree, nodes, search.target_eur, search.end)
            unfinished = [worked for worked in done if not worked.finished]
            for worked in done:
                search.cuts += worked.cuts
                _settle(search, tree, crew, relaxation, worked)
            search.prove(min([tree.bound_eur, *(worked.node.bound_eur for worked in unfinished)]))
        return Ending.TIME
    finally:
        crew.close()


def _settle(search: Search, tree: Tree, crew: Crew, relaxation: Relaxation, worked: Worked) -> None:
    """Take what work on a node gave: children, a plan, or its end."""
    tree.nodes += 1
    worked.node.part.settle(worked.prices, tuple(child.part for child in worked.children))
    if not worked.finished:
        tree.push(worked.node, np.inf)
        return
    known = len(search.cuts)
    plan = None
    if worked.values is not None and (worked.whole or tree.nodes % _EVERY == 1):
        relaxation.add(worked.cuts)
        before = search.objective_eur
        plan = _complete(search, relaxation, worked.values)
        if plan is not None and plan.objective_eur < before * (1.0 + _WORTH_A_LOOK):
            _look_around(search, relaxation, plan)
        crew.add(search.cuts[known:])
    for child in worked.children:
        tree.push(child, search.target_eur)
    if worked.children:
        return
    again = dataclasses.replace(worked.node, bound_eur=worked.bound_eur)
    missing = _missing(search, worked) if worked.whole and plan is None else []
    if missing:
        crew.add(missing)
        tree.push(again, search.target_eur)  # cuts say why it is no plan
    else:
        tree.closed_eur = min(tree.closed_eur, worked.bound_eur)
