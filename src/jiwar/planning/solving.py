"""Solve a problem whose costs are certain, and turn values of a program into a plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np

from jiwar.diagnostics import Diagnostic
from jiwar.money import FloatArray
from jiwar.planning import measures
from jiwar.planning.certificate import Certificate
from jiwar.planning.conflict import PlanError, conflict_error
from jiwar.planning.formulation import formulate
from jiwar.planning.highs import Ending, Outcome, Progress, complete, minimise, relative_gap
from jiwar.planning.limits import limits_of
from jiwar.planning.model import Program
from jiwar.planning.plan import Claim, Plan, Status, WorkforcePlan
from jiwar.planning.problem import Problem
from jiwar.planning.searching.deciding import search_first_stage
from jiwar.planning.searching.firststage import first_stage
from jiwar.planning.searching.narrowing import search
from jiwar.planning.searching.polishing import polish
from jiwar.planning.searching.proofs import Proof, certificate_of
from jiwar.planning.uncertain import UncertainProblem

_STATUS = {
    Ending.OPTIMAL: Status.OPTIMAL,
    Ending.TIME: Status.FEASIBLE,
    Ending.INTERRUPTED: Status.INTERRUPTED,
}

_LEAST_SECONDS_TO_POLISH = 2.0
"""Time in which single packages may be improved even when the search has used up its own."""

_SECONDS_TO_COMPLETE = 30.0
"""Time for what follows from a choice; it normally takes milliseconds."""

_SECONDS_FOR_CONFLICT = 30.0
"""Time to find out which limits contradict each other."""


def solve(
    problem: Problem,
    *,
    gap: float = 0.005,
    seconds: float = 60.0,
    progress: Callable[[Progress], None] | None = None,
) -> Plan:
    """Choose the cheapest plan of a problem; see `choose`."""
    insist_on_options(problem)
    program = formulate(problem)
    package = problem.choices.package
    if problem.communication is None:
        places = np.full_like(package, -1) if problem.sites is None else problem.sites.site
        proof = Proof()
        outcome = search(program, package, places, gap=gap, seconds=seconds, progress=progress, proof=proof)
        certificate = certificate_of(program, proof)
    else:
        outcome, certificate = _search_with_talk(
            problem, program, gap=gap, seconds=seconds, progress=progress
        )
    if outcome.values is None:
        raise no_plan(problem, program, outcome)
    left = 0.0 if outcome.ending is Ending.INTERRUPTED else seconds - outcome.seconds
    left = max(_LEAST_SECONDS_TO_POLISH, left)
    polished = polish(program, *program.options(package), outcome, left)
    return dataclasses.replace(plan_of(problem, program, polished), certificate=certificate)


def _search_with_talk(
    problem: Problem,
    program: Program,
    *,
    gap: float,
    seconds: float,
    progress: Callable[[Progress], None] | None,
) -> tuple[Outcome, Certificate | None]:
    """Search by cuts for talk, which is much smaller, and return the values of the written-out program."""
    certain = UncertainProblem(problem, np.ones(1), problem.choices.cost_eur[:, None])
    stage = first_stage(certain)
    searched = search_first_stage(stage, gap=gap, seconds=seconds, progress=progress)
    found = searched.outcome
    if found.values is None:
        closed = found.ending is Ending.OPTIMAL  # every part of the tree was closed, and none held a plan
        return (dataclasses.replace(found, ending=Ending.INFEASIBLE) if closed else found), None
    columns, _ = program.options(problem.choices.package)
    chosen = np.round(found.values[stage.choose[stage.choose >= 0]])
    whole = complete(program, columns, chosen, _SECONDS_TO_COMPLETE)
    bound = min(found.bound_eur, whole.objective_eur)
    outcome = dataclasses.replace(whole, ending=found.ending, bound_eur=bound, seconds=found.seconds)
    return outcome, certificate_of(stage.program, searched.proof)


def insist_on_options(problem: Problem) -> None:
    """Raise a PlanError (P001) that names every package without an option."""
    choices = problem.choices
    left = np.bincount(choices.package[choices.allowed], minlength=len(choices.packages))
    missing = [
        Diagnostic(
            "P001", f"every option of `{package}` is blocked", "allow at least one, for instance staying"
        )
        for package, count in zip(choices.packages, left, strict=True)
        if count == 0
    ]
    if missing:
        raise PlanError(missing)


def no_plan(problem: Problem, program: Program, outcome: Outcome) -> BaseException:
    """Return the error that says why a search found no plan; a search that was stopped stays a Ctrl-C."""
    if outcome.ending is Ending.INTERRUPTED:
        return KeyboardInterrupt()
    if outcome.ending is Ending.INFEASIBLE:
        return conflict_error(problem, program, _SECONDS_FOR_CONFLICT)
    if outcome.ending is Ending.UNBOUNDED:
        free = dataclasses.replace(program, cost=np.zeros_like(program.cost))
        if minimise(free, gap=1.0, seconds=_SECONDS_FOR_CONFLICT).ending is Ending.INFEASIBLE:
            return conflict_error(problem, program, _SECONDS_FOR_CONFLICT)
        message = "some shared decision earns money without limit"
        return PlanError([Diagnostic("P004", message, "look for a saving larger than its cost")])
    message = f"no plan was found in {outcome.seconds:.0f} seconds"
    return PlanError(
        [Diagnostic("P003", message, "give it more seconds, or fewer sites, engagements or starts")]
    )


def plan_of(problem: Problem, program: Program, outcome: Outcome, rules: Problem | None = None) -> Plan:
    """Turn values into a plan, with its limits: those of the problem, or of other rules when given."""
    values = outcome.values
    assert values is not None  # noqa: S101 - the caller has looked
    taken = np.flatnonzero(np.round(_block(program, values, "choose")))
    chosen = tuple(int(option) for option in taken[np.argsort(problem.choices.package[taken], kind="stable")])
    sites, hiring = problem.sites, problem.hiring
    empty = np.zeros((0, len(problem.periods)))
    plan = Plan(
        status=_STATUS[outcome.ending],
        chosen=chosen,
        names=tuple(problem.choices.names[option] for option in chosen),
        objective_eur=outcome.objective_eur,
        bound_eur=outcome.bound_eur,
        gap=relative_gap(outcome.objective_eur, outcome.bound_eur),
        seconds=outcome.seconds,
        periods=problem.periods,
        sites=() if sites is None else sites.names,
        pools=() if hiring is None else hiring.pools,
        units=empty if sites is None else np.round(_block(program, values, "unit")),
        hires=empty if hiring is None else measures.hired(problem, hiring, chosen),
        workforce=_workforce(problem, program, values),
        shared_eur=_shared(problem, program, values),
        claims=_claims(problem, chosen, _block(program, values, "claim")),
    )
    return dataclasses.replace(plan, limits=limits_of(rules or problem, plan))


def _claims(problem: Problem, chosen: tuple[int, ...], claimed: FloatArray) -> tuple[Claim, ...]:
    """Return the grants that are claimed, with the people that the plan has for them."""
    steps, sites = problem.steps, problem.sites
    if steps is None or sites is None:
        return ()
    inside = measures.people_in_units(sites, chosen)
    return tuple(
        Claim(
            name=steps.names[step],
            site=sites.names[steps.site[step]],
            least_people=float(steps.least_people[step]),
            people=float(inside[steps.site[step], steps.counted[step]]),
            counted=problem.periods[steps.counted[step]],
            paid=problem.periods[steps.paid[step]],
            amount_eur=float(steps.amount_eur[step]),
        )
        for step in np.flatnonzero(np.round(claimed))
    )


def _block(program: Program, values: FloatArray, name: str) -> FloatArray:
    """Return the values of a block of columns in its shape, zero where there is no column."""
    index = program.find(name)
    if index is None:
        return np.zeros(0)
    found: FloatArray = np.where(index >= 0, values[index], 0.0) if len(values) else np.zeros(index.shape)
    return found


def _workforce(problem: Problem, program: Program, values: FloatArray) -> WorkforcePlan | None:
    force = problem.workforce
    if force is None:
        return None
    flows = ("stock", "surplus", "redundant", "recruited", "short_time", "filled", "moved")
    arrays = {flow: np.maximum(_block(program, values, flow), 0.0) for flow in flows}
    return WorkforcePlan(force.skills, force.posts.names, force.moves.names, **arrays)


def _shared(problem: Problem, program: Program, values: FloatArray) -> dict[str, FloatArray]:
    """Sum what shared decisions cost by line and period, as the formulation counts it."""
    found: dict[str, FloatArray] = {}
    for spending in program.spending:
        amounts = found.setdefault(spending.line, np.zeros(len(problem.periods)))
        np.add.at(amounts, spending.period, spending.amount_eur * values[spending.column])
    return found
