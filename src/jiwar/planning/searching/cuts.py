"""Rows that bound the recourse from below, made at a point where they bound it best.

Every cut is ``Σ amount · column >= least``. It carries what it was made from, so that a checker can see that it
holds for every plan without knowing the point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.searching.firststage import FirstStage, expected
from jiwar.planning.searching.talks import pairs_of, prices_of, table
from jiwar.planning.tails import worst_weights

_TOLERANCE = 1e-7
"""Violations below this share of the figures concerned are not worth a cut."""


@dataclass(frozen=True)
class Cut:
    """A row that holds for every plan, and the kind of reason why."""

    kind: str  # "talk", "shortage", "worst" or "budget"
    columns: IntArray
    amounts: FloatArray
    least: float
    reason: tuple[FloatArray, ...] = ()


def violated(stage: FirstStage, values: FloatArray, scale_eur: float) -> list[Cut]:
    """Return the cuts that the values of columns break; ``scale_eur`` says how large costs are."""
    tolerance = _TOLERANCE * (1.0 + abs(scale_eur))
    return [
        *_talk(stage, values, tolerance),
        *_shortage(stage, values, tolerance),
        *_worst(stage, values, tolerance),
    ]


def weights_of(stage: FirstStage, values: FloatArray) -> FloatArray:
    """Return the weights of options among values of columns, shape (O,)."""
    weight: FloatArray = np.where(stage.choose >= 0, values[stage.choose], 0.0)
    return weight


def _talk(stage: FirstStage, values: FloatArray, tolerance: float) -> list[Cut]:
    weight = weights_of(stage, values)
    found = []
    for pair, column in zip(stage.pairs, stage.talk_cost, strict=True):
        prices = prices_of(pair.cost_eur, pair.one.share(weight), pair.two.share(weight))
        if prices.value_eur <= values[column] + tolerance:
            continue
        sides = ((pair.one, prices.one), (pair.two, prices.two))
        columns = [stage.choose[side.options] for side, _ in sides]
        amounts = [-price[side.way] for side, price in sides]
        # adding a constant to one side's prices and taking it from the other's changes nothing: keep cuts flat
        found.append(
            Cut(
                "talk",
                np.concatenate([[column], *columns]),
                np.concatenate([[1.0], *amounts]),
                0.0,
                (np.array([pair.number]), prices.one, prices.two),
            )
        )
    return found


def _shortage(stage: FirstStage, values: FloatArray, tolerance: float) -> list[Cut]:
    shortages = stage.shortages
    if shortages is None:
        return []
    pool, period = np.nonzero(stage.load >= 0)
    load, short = values[stage.load[pool, period]], values[stage.short[pool, period]]
    found = []
    cost = shortages.expected_eur(pool, period, load)
    worth = np.flatnonzero(cost > short + tolerance)
    slope, intercept = shortages.tangents(pool[worth], period[worth], load[worth], shortages.probability)
    for at, rise, fall in zip(worth, slope, intercept, strict=True):
        columns = np.array([stage.short[pool[at], period[at]], stage.load[pool[at], period[at]]])
        reason = (np.array([pool[at], period[at], load[at]]),)
        found.append(Cut("shortage", columns, np.array([1.0, -rise]), float(fall), reason))
    return found


def scenario_totals(stage: FirstStage, values: FloatArray) -> FloatArray:
    """Return the cost of every scenario, shape (S,), for values of columns; exact when options are whole."""
    weight = weights_of(stage, values)
    used = np.flatnonzero(np.abs(weight) > 1e-12)
    total: FloatArray = weight[used] @ stage.uncertain.cost_eur[used].astype(np.float64)
    for group in stage.groups:
        total += float(group.amount_eur @ values[group.columns]) * group.price
    total += float(values[stage.talk_cost].sum()) * stage.talk_price
    if stage.shortages is not None:
        total += stage.shortages.total_eur(np.where(stage.load >= 0, values[stage.load], 0.0))
    return total


def _worst(stage: FirstStage, values: FloatArray, tolerance: float) -> list[Cut]:
    if stage.worst < 0:
        return []
    uncertain = stage.uncertain
    total = scenario_totals(stage, values)
    weight = worst_weights(total, uncertain.probability, uncertain.tail)
    cut = worst_cut(stage, values, weight)
    return [cut] if float(cut.amounts @ values[cut.columns]) < cut.least - tolerance else []


def worst_cut(stage: FirstStage, values: FloatArray, weight: FloatArray) -> Cut:
    """Return the bound of the worst tail by the mean with given weights, people short taken at the point."""
    amounts = np.zeros(len(stage.program.cost))
    there = stage.choose >= 0
    amounts[stage.choose[there]] = -expected(stage.uncertain.cost_eur, weight)[there]
    for group in stage.groups:
        np.add.at(amounts, group.columns, -float(group.price @ weight) * group.amount_eur)
    amounts[stage.talk_cost] = -float(stage.talk_price @ weight)
    amounts[stage.worst] = 1.0
    least, point = _shortage_of_worst(stage, values, weight, amounts)
    columns = np.flatnonzero(amounts)
    return Cut("worst", columns, amounts[columns], least, (weight, point))


def _shortage_of_worst(
    stage: FirstStage, values: FloatArray, weight: FloatArray, amounts: FloatArray
) -> tuple[float, FloatArray]:
    """Add people short under given weights, by tangent or option by option, whichever is more at the point."""
    shortages = stage.shortages
    if shortages is None:
        return 0.0, np.zeros(0)
    pool, period = np.nonzero(stage.load >= 0)
    load = np.maximum(values[stage.load[pool, period]], 0.0)
    slope, intercept = shortages.tangents(pool, period, load, weight)
    lacking = stage.lacking
    alone = shortages.price_eur[lacking.key, lacking.period] * (
        shortages.by_scenario(lacking.key, lacking.period, lacking.amount) @ weight
    )
    choose = stage.choose[lacking.option]
    by_option = np.zeros(stage.load.shape)
    np.add.at(by_option, (lacking.key, lacking.period), alone * values[choose])
    has_relief = stage.relief >= 0
    steep = np.where(has_relief, shortages.steepest(weight), 0.0)
    by_option -= steep * np.where(has_relief, values[stage.relief], 0.0)
    apart = by_option[pool, period] > slope * load + intercept + 1e-9
    np.add.at(amounts, stage.load[pool, period], np.where(apart, 0.0, -slope))
    split = np.zeros(stage.load.shape, dtype=bool)
    split[pool[apart], period[apart]] = True
    mine = split[lacking.key, lacking.period]
    np.add.at(amounts, choose[mine], -alone[mine])
    reduced = split & has_relief
    np.add.at(amounts, stage.relief[reduced], steep[reduced])
    people = np.where(stage.load >= 0, np.maximum(values[stage.load], 0.0), 0.0)
    return float(intercept[~apart].sum()), np.where(split, -1.0, people)


def budget_cut(stage: FirstStage, values: FloatArray, period: int) -> Cut | None:
    """Return a bound of the cash of talk up to a period within the budget, exact at a whole plan."""
    problem = stage.problem
    rows = next((block.index for block in stage.program.row_blocks if block.name == "budget"), None)
    if rows is None or problem.communication is None or problem.budget is None:
        return None
    program, weight = stage.program, weights_of(stage, values)
    place = slice(program.starts[rows[period]], program.starts[rows[period] + 1])
    amounts = np.zeros(len(program.cost))
    amounts[program.columns[place]] = -program.values[place]
    until = (np.arange(len(problem.periods)) <= period).astype(float)
    reason: list[FloatArray] = []
    for pair in pairs_of(problem):
        cash = table(problem.communication, pair.number, pair.one, pair.two, until)
        prices = prices_of(cash, pair.one.share(weight), pair.two.share(weight))
        for side, price in ((pair.one, prices.one), (pair.two, prices.two)):
            np.add.at(amounts, stage.choose[side.options], -price[side.way])
        reason += [np.array([pair.number]), prices.one, prices.two]
    columns = np.flatnonzero(amounts)
    least = -problem.budget.limit_eur
    return Cut("budget", columns, amounts[columns], least, (np.array([period]), *reason))
