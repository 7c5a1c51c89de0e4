"""A plan judged on fresh draws: what it saves, when it pays back, what it hangs on, what would undo it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.options import Options
from jiwar.planning import Plan
from jiwar.risk.changed_worlds import in_changed_worlds
from jiwar.risk.codes import check_sizes
from jiwar.risk.draws import NOT_DRAWN, scenarios_of
from jiwar.risk.named import ScenarioSaving, in_named_scenarios
from jiwar.risk.quantiles import Spread, spread_of, worst_mean
from jiwar.risk.ranges import Ranges, ranges_of
from jiwar.risk.repricing import Flows, Progress, Repricer, keys_of, options_of
from jiwar.risk.saved import savings
from jiwar.risk.sensitivity import (
    Flip,
    Influence,
    PairFlip,
    Turn,
    flips,
    influences,
    pair_flips,
    tornado,
)
from jiwar.risk.ways import Saving

WORST_SHARE = 0.1
"""The conditional value at risk is the mean saving of this worst share of the draws."""

CURVE = (0.1, 0.25, 0.5, 0.75, 0.9)
"""Quantiles of the curve of cash."""


@dataclass(frozen=True, slots=True)
class Payback:
    """The month, counted from the start of the horizon, from which the plan has paid less cash than staying.

    Quantiles are over the draws that pay back within the horizon for good; None when too few do so for that
    quantile, a draw without payback counting as later than all others.
    """

    share_of_draws: float
    p10_months: int | None
    p50_months: int | None
    p90_months: int | None
    draws_by_month: FloatArray  # (M,) share of all draws that pay back in each month


@dataclass(frozen=True)
class Evaluation:
    """What fresh draws say of a plan; savings are present value against staying, in EUR, losses below zero.

    The saving counts the value of work left undone on both sides, as the plan's objective does.
    """

    draws: int
    seed: int
    saving: Spread
    saving_on_mid_values_eur: float
    chance_of_loss: float
    worst_tenth_saving_eur: float
    plan_cost_per_productive_year: Spread
    staying_cost_per_productive_year: Spread
    payback: Payback
    curve_quantiles: tuple[float, ...]
    curve_eur: FloatArray  # (quantiles, M) cumulated cash of the plan less that of staying, not discounted
    tornado: tuple[Turn, ...]
    influences: tuple[Influence, ...]
    flips: tuple[Flip, ...]
    pair_flips: tuple[PairFlip, ...]
    named: tuple[ScenarioSaving, ...]
    savings_eur: FloatArray  # (S,)
    keys: tuple[str, ...]
    not_drawn: tuple[str, ...] = NOT_DRAWN

    @property
    def saving_p10_eur(self) -> float:
        """The saving that nine of ten draws exceed."""
        return self.saving.p10.value

    @property
    def saving_p50_eur(self) -> float:
        """The saving in the middle of the draws."""
        return self.saving.p50.value

    @property
    def saving_p90_eur(self) -> float:
        """The saving that one of ten draws exceeds."""
        return self.saving.p90.value


def evaluate(
    plan: Plan,
    *,
    draws: int = 2000,
    seed: int = 7,
    points: int = 512,
    progress: Progress | None = None,
) -> Evaluation:
    """Judge a plan on draws that it was not chosen on.

    Only the chosen options and the ways to stay are priced, both on the same draws. Teams keep the size that
    was planned on mid values: the decision cannot see the draw.

    Parameters
    ----------
    plan
        A plan that still knows its options.
    draws, seed
        Number of draws, and what makes them again.
    points
        Base points of the Sobol' indices, a power of two; each group of drivers costs as many draws.
    progress
        Called with the step, the number of draws done and of all.

    Raises
    ------
    RiskError
        K001 for a plan that does not hold its options, K002 for numbers of draws or points that cannot be used.
    """
    check_sizes(draws, points)
    options = options_of(plan)
    both = (plan, None)
    ranges = ranges_of(options.case, options.facts, keys_of(options, both))
    repricer = Repricer(options, both)

    def saving(values: Mapping[str, FloatArray]) -> FloatArray:
        return savings(options, *repricer.flows(values))

    planned, staying = repricer.flows(scenarios_of(ranges, draws, seed).values, progress=progress)
    if progress is not None:
        progress("looking for what the saving hangs on", draws, draws)
    named = (*in_named_scenarios(ranges, saving), *in_changed_worlds(options, plan))
    judged = _judged(options, ranges, saving, (planned, staying), seed, points)
    return dataclasses.replace(judged, named=named)


def _judged(
    options: Options, ranges: Ranges, saving: Saving, flows: tuple[Flows, Flows], seed: int, points: int
) -> Evaluation:
    planned, staying = flows
    found = savings(options, planned, staying)
    cumulated = np.cumsum(planned.cash_eur - staying.cash_eur, axis=1)
    return Evaluation(
        draws=found.size,
        seed=seed,
        saving=spread_of(found),
        saving_on_mid_values_eur=float(saving({})[0]),
        chance_of_loss=float(np.mean(found < 0.0)),
        worst_tenth_saving_eur=worst_mean(found, WORST_SHARE),
        plan_cost_per_productive_year=spread_of(cost_per_productive_year(options, planned)),
        staying_cost_per_productive_year=spread_of(cost_per_productive_year(options, staying)),
        payback=payback_of(cumulated),
        curve_quantiles=CURVE,
        curve_eur=np.quantile(cumulated, CURVE, axis=0),
        tornado=tornado(ranges, saving),
        influences=influences(ranges, saving, points=points, seed=seed),
        flips=flips(ranges, saving),
        pair_flips=pair_flips(ranges, saving),
        named=(),
        savings_eur=found,
        keys=ranges.keys,
    )


def cost_per_productive_year(options: Options, flows: Flows) -> FloatArray:
    """Return discounted cash over discounted output, EUR per year of a fully productive person, shape (S,)."""
    years = flows.output @ options.discount / 12.0
    cost: FloatArray = (flows.cash_eur @ options.discount) / years
    return cost


def payback_of(cumulated_eur: FloatArray) -> Payback:
    """Return when extra cash, cumulated, shape (S, M), was above zero and never is again.

    A draw whose extra cash never rises above zero has nothing to pay back: month 0.
    """
    above = cumulated_eur > 0.0
    size, months = above.shape
    after_last = np.where(above.any(axis=1), months - np.argmax(above[:, ::-1], axis=1), 0)
    paid = after_last < months
    ordered = np.sort(after_last)

    def month(probability: float) -> int | None:
        value = int(ordered[min(int(probability * size), size - 1)])
        return value if value < months else None

    counts = np.bincount(after_last[paid], minlength=months)[:months] / size
    return Payback(float(paid.mean()), month(0.1), month(0.5), month(0.9), counts)
