"""From an evaluation to what the paper says of it: names in the reader's language, grounds for every number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.context import Uncertainty
from jiwar.report.drivers import country_name, driver_name, group_name, say
from jiwar.report.judgement import (
    Curve,
    Flipped,
    FlippedPair,
    Influenced,
    Judgement,
    NamedCase,
    Payback,
    Range,
    Strategy,
    Turned,
)
from jiwar.report.texts import Texts
from jiwar.units import UNITS

if TYPE_CHECKING:
    from jiwar.facts import Fact
    from jiwar.options import Options
    from jiwar.risk import Evaluation, Flip, PairFlip, Spread, StrategyScore

DRAWS = (Origin(OriginKind.METHOD, "draws"),)
_STRATEGIES = (Origin(OriginKind.METHOD, "strategies"),)
_FLIPS = (Origin(OriginKind.METHOD, "flips"),)
_WORTH = "value_of_work"
_VALUE = (Origin(OriginKind.CASE, _WORTH),)


def uncertainty_of(
    evaluation: Evaluation, options: Options, texts: Texts, strategies: Sequence[StrategyScore] = ()
) -> Uncertainty:
    """Tell an evaluation; strategies may have been compared or not."""
    grounds = _Grounds(evaluation, options)
    judged = Judgement(
        draws=evaluation.draws,
        seed=evaluation.seed,
        on_mid_values_eur=Amount(evaluation.saving_on_mid_values_eur, DRAWS),
        worst_tenth_eur=Amount(evaluation.worst_tenth_saving_eur, DRAWS),
        plan_cost_per_year=_range(evaluation.plan_cost_per_productive_year),
        staying_cost_per_year=_range(evaluation.staying_cost_per_productive_year),
        payback=_payback(evaluation),
        curve=Curve(*(tuple(float(value) for value in row) for row in evaluation.curve_eur)),
        turned=tuple(
            Turned(
                turn.driver,
                driver_name(texts, turn.driver, options.facts),
                Amount(turn.saving_at_p10_eur, grounds.of(turn.driver)),
                Amount(turn.saving_at_p90_eur, grounds.of(turn.driver)),
            )
            for turn in evaluation.tornado
        ),
        flips=tuple(grounds.flip(flip, texts) for flip in evaluation.flips),
        pairs=tuple(grounds.pair(pair, texts) for pair in evaluation.pair_flips),
        influences=tuple(
            Influenced(
                group_name(texts, one.group),
                Amount(max(one.first_order, 0.0), DRAWS),
                Amount(max(one.total, 0.0), DRAWS),
            )
            for one in evaluation.influences
        ),
        named=tuple(
            NamedCase(
                one.id, say(texts, one.name), Amount(one.saving_eur, (*DRAWS, *grounds.facts(one.touches)))
            )
            for one in evaluation.named
            if one.touches
        ),
        not_drawn=tuple(say(texts, one) for one in evaluation.not_drawn),
        strategies=tuple(_strategy(one, options, texts) for one in strategies),
    )
    saving = _range(evaluation.saving)
    return Uncertainty(
        saving.p10, saving.p50, saving.p90, Amount(evaluation.chance_of_loss, DRAWS), judged=judged
    )


def _range(spread: Spread) -> Range:
    return Range(*(Amount(one.value, DRAWS) for one in (spread.p10, spread.p50, spread.p90)))


def _payback(evaluation: Evaluation) -> Payback:
    found = evaluation.payback
    share = Amount(found.share_of_draws, DRAWS)
    return Payback(share, found.p10_months, found.p50_months, found.p90_months)


def _strategy(score: StrategyScore, options: Options, texts: Texts) -> Strategy:
    from jiwar.risk.strategies import NEAREST_COUNTRY

    name = say(texts, score.name)
    if score.id == "near_country":
        name = texts("Only {country}", country=country_name(texts, NEAREST_COUNTRY))
    if score.saving is None:
        return Strategy(score.id, name, score.hindered_by)
    cost = score.cost_per_productive_year
    del options
    return Strategy(
        score.id,
        name,
        "",
        Range(
            *(
                Amount(one.value, _STRATEGIES)
                for one in (score.saving.p10, score.saving.p50, score.saving.p90)
            )
        ),
        Amount(score.chance_of_loss or 0.0, _STRATEGIES),
        Amount(score.worst_tenth_saving_eur or 0.0, _STRATEGIES),
        None if cost is None else Amount(cost.p50.value, _STRATEGIES),
        Amount(score.chance_to_be_best or 0.0, _STRATEGIES),
    )


class _Grounds:
    """Which facts each driver holds, and how its changes are written in the unit of its source."""

    def __init__(self, evaluation: Evaluation, options: Options) -> None:
        from jiwar.options.assumptions import overrides
        from jiwar.risk.correlation import driver_of

        self._options = options
        self._own = overrides(options.case, options.facts)
        self._keys: dict[str, list[str]] = {}
        for key in evaluation.keys:
            self._keys.setdefault(driver_of(key, self._fact(key)), []).append(key)

    def _fact(self, key: str) -> Fact | None:
        if key in self._own:
            return self._own[key]
        return self._options.facts.get(key) if key in self._options.facts else None

    def facts(self, keys: Sequence[str]) -> tuple[Origin, ...]:
        found = tuple(Origin(OriginKind.FACT, key) for key in keys if self._fact(key) is not None)
        return (*found, *_VALUE) if _WORTH in keys else found

    def of(self, driver: str) -> tuple[Origin, ...]:
        return (*DRAWS, *self.facts(self._keys.get(driver, ())))

    def flip(self, flip: Flip, texts: Texts) -> Flipped:
        name = driver_name(texts, flip.driver, self._options.facts)
        if flip.share_of_range is None:
            return Flipped(flip.driver, name, None, None, None)
        change = None
        ground = (*_FLIPS, *self.facts(self._keys.get(flip.driver, ())))
        if flip.factor is not None:
            change = Amount(flip.factor - 1.0, ground)
        return Flipped(flip.driver, name, flip.share_of_range, change, self._written(flip.values or {}))

    def _written(self, values: Mapping[str, float]) -> tuple[float, str] | None:
        """Return the new number in its own unit when the driver is one fact."""
        if len(values) != 1:
            return None
        ((key, value),) = values.items()
        fact = self._fact(key)
        return None if fact is None else (value / UNITS[fact.unit].factor, fact.unit)

    def pair(self, pair: PairFlip, texts: Texts) -> FlippedPair:
        first, second = (
            None
            if factor is None
            else Amount(factor - 1.0, (*_FLIPS, *self.facts(self._keys.get(driver, ()))))
            for driver, factor in zip(pair.drivers, pair.factors, strict=True)
        )
        one, other = (driver_name(texts, driver, self._options.facts) for driver in pair.drivers)
        new, newer = (
            self._written({key: pair.values[key] for key in self._keys.get(driver, ()) if key in pair.values})
            for driver in pair.drivers
        )
        return FlippedPair((one, other), pair.share_of_range, (first, second), (new, newer))
