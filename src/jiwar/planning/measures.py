"""What a plan uses, computed from the problem alone: no solver, no formulation.

The checker and the list of limits both read these numbers; so does nothing in the formulation, which makes
them an independent witness.
"""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import Entries, IntArray
from jiwar.planning.plan import Claim, Plan, WorkforcePlan
from jiwar.planning.problem import (
    Budget,
    Communication,
    Concentration,
    Hiring,
    Problem,
    QuarterCash,
    SharedDuties,
    Sites,
    Steps,
    Workforce,
)


def weights(problem: Problem, chosen: tuple[int, ...]) -> FloatArray:
    """Return one for each chosen option and zero for the others, shape (O,)."""
    weight = np.zeros(len(problem.choices.names))
    weight[list(chosen)] = 1.0
    return weight


def total(problem: Problem, chosen: tuple[int, ...], entries: Entries, keys: int) -> FloatArray:
    """Sum what the chosen options bring along, shape (keys, T)."""
    return entries.total(weights(problem, chosen), keys, len(problem.periods))


def hired(problem: Problem, hiring: Hiring, chosen: tuple[int, ...]) -> FloatArray:
    """Return people hired per pool and period, shape (K, T)."""
    return total(problem, chosen, hiring.hires, len(hiring.pools))


def people_in_units(sites: Sites, chosen: tuple[int, ...]) -> FloatArray:
    """Return people of chosen options in own units from when each needs the unit, shape (S, T)."""
    found = np.zeros(sites.opening_eur.shape)
    for option in chosen:
        first = sites.unit_from[option]
        if first >= 0:
            found[sites.site[option], first:] += sites.people[option, first:]
    return found


def people_outside_units(sites: Sites, chosen: tuple[int, ...]) -> FloatArray:
    """Return people of chosen options at sites without an own unit, shape (S, T)."""
    found = np.zeros(sites.opening_eur.shape)
    for option in chosen:
        if sites.site[option] >= 0 and sites.unit_from[option] < 0:
            found[sites.site[option]] += sites.people[option]
    return found


def sites_used(sites: Sites, chosen: tuple[int, ...]) -> IntArray:
    """Return the sites at which some chosen option is."""
    at = sites.site[list(chosen)]
    return np.unique(at[at >= 0])


def units_needed(sites: Sites, chosen: tuple[int, ...]) -> FloatArray:
    """Return one from the first period in which a chosen option needs the unit of a site, shape (S, T)."""
    found = np.zeros(sites.opening_eur.shape)
    for option in chosen:
        if sites.unit_from[option] >= 0:
            found[sites.site[option], sites.unit_from[option] :] = 1.0
    return found


def unit_spending(sites: Sites, units: FloatArray) -> dict[str, FloatArray]:
    """Return what opening and running units cost by period."""
    opened = np.diff(units, axis=1, prepend=0.0)
    return {
        "site_opening": (opened * sites.opening_eur).sum(axis=0),
        "site_running": (units * sites.running_eur).sum(axis=0),
    }


def talk_spending(problem: Problem, talk: Communication, chosen: tuple[int, ...]) -> FloatArray:
    """Return what talk between packages costs by period, shape (T,)."""
    option_of = {int(problem.choices.package[option]): option for option in chosen}
    spent = np.zeros(len(problem.periods))
    for volume, (first, second) in zip(talk.volume, talk.pairs, strict=True):
        here, there = (talk.location[option_of[int(package)]] for package in (first, second))
        spent += volume * talk.cost_eur_per_unit[here, there, np.arange(len(spent))]
    return spent


def claim_spending(problem: Problem, steps: Steps, claims: tuple[Claim, ...]) -> FloatArray:
    """Return what claimed grants bring by period as a negative cost, shape (T,); unknown ones bring nothing."""
    spent = np.zeros(len(problem.periods))
    for step in (steps.names.index(claim.name) for claim in claims if claim.name in steps.names):
        spent[steps.paid[step]] -= steps.amount_eur[step]
    return spent


def duty_spending(problem: Problem, duties: SharedDuties, chosen: tuple[int, ...]) -> FloatArray:
    """Return what shared duties cost by period, from the first chosen option that needs each, shape (T,)."""
    spent = np.zeros(len(problem.periods))
    needed = duties.needs.only(weights(problem, chosen) > 0)
    for duty in np.unique(needed.key):
        first = int(needed.period[needed.key == duty].min())
        spent[first] += duties.once_eur[duty]
        spent[first:] += duties.per_period_eur[duty]
    return spent


def workforce_spending(force: Workforce, people: WorkforcePlan) -> dict[str, FloatArray]:
    """Return what happens to people costs, by line and period."""
    recruiting = (people.recruited * force.recruit_eur).sum(axis=0)
    saved = (people.filled * force.posts.saving_eur).sum(axis=0)
    return {
        "recruiting": recruiting - saved,
        "redundancy": (people.redundant * force.redundancy_eur).sum(axis=0),
        "retraining": (people.moved * force.moves.cost_eur).sum(axis=0),
        "surplus_people": (people.surplus * force.surplus_eur).sum(axis=0),
        "short_time": (people.short_time * force.short_time_eur).sum(axis=0),
    }


def spending(problem: Problem, plan: Plan) -> dict[str, FloatArray]:
    """Return what the shared decisions of a plan cost by line and period."""
    found: dict[str, FloatArray] = {}
    if problem.sites is not None:
        found |= unit_spending(problem.sites, plan.units)
    if problem.communication is not None:
        found["coordination"] = talk_spending(problem, problem.communication, plan.chosen)
    if problem.workforce is not None and plan.workforce is not None:
        found |= workforce_spending(problem.workforce, plan.workforce)
    if problem.steps is not None:
        found["support"] = claim_spending(problem, problem.steps, plan.claims)
    if problem.duties is not None:
        found["legal_duties"] = duty_spending(problem, problem.duties, plan.chosen)
    return found


def cost(problem: Problem, plan: Plan) -> float:
    """Return the present value of the whole plan in EUR."""
    own = float(problem.choices.cost_eur[list(plan.chosen)].sum())
    return own + float(sum(amounts @ problem.discount for amounts in spending(problem, plan).values()))


def extra_cash(problem: Problem, budget: Budget, plan: Plan) -> FloatArray:
    """Return cumulated extra cash against staying by period, shape (T,)."""
    own = budget.extra_cash_eur[list(plan.chosen)].sum(axis=0)
    cumulated: FloatArray = np.cumsum(own + sum(spending(problem, plan).values()))
    return cumulated


def quarter_cash(problem: Problem, cash: QuarterCash, plan: Plan) -> FloatArray:
    """Return extra cash against staying in each period, talk left out, shape (T,)."""
    own: FloatArray = cash.extra_cash_eur[list(plan.chosen)].sum(axis=0)
    for line, amounts in spending(problem, plan).items():
        if line != "coordination":
            own = own + amounts
    return own


def people_abroad(share: Concentration, chosen: tuple[int, ...]) -> tuple[FloatArray, FloatArray]:
    """Return people abroad and all people by period."""
    picked = list(chosen)
    return share.abroad_people[picked].sum(axis=0), share.all_people[picked].sum(axis=0)


def imbalance(problem: Problem, force: Workforce, plan: Plan, people: WorkforcePlan) -> FloatArray:
    """Return how far each stock is from what flows make it, shape (W, T); zero in a correct plan."""
    before = np.column_stack([force.initial_people, people.stock[:, :-1]])
    expected = (1.0 - force.attrition)[:, None] * before + (1.0 - force.attrition_new)[
        :, None
    ] * people.recruited
    expected += total(problem, plan.chosen, force.inflow, len(force.skills)) - people.redundant
    for number, (source, target) in enumerate(zip(force.moves.source, force.moves.target, strict=True)):
        expected[source] -= people.moved[number]
        expected[target] += (1.0 - force.moves.lost_share[number]) * people.moved[number]
    np.subtract.at(expected, force.posts.skill, people.filled)
    difference: FloatArray = people.stock - expected
    return difference
