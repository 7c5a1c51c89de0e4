"""The one place where the range of a fact becomes a distribution.

========== ===================================================================================
range       distribution
========== ===================================================================================
quartiles   log-normal in two halves that passes through low (25 %), mid (50 %) and high (75 %)
interval    normal in two halves, low at 2.5 %, mid at 50 %, high at 97.5 %, never below zero
            when low is not
published   PERT between low and high with its peak at mid (weight 4)
prior       PERT between low and high with its peak at mid, flatter (weight 2)
point       log-normal around the number, as wide as its grade says (``POINT_SPREAD``); a number
            of the case's or the company's own is taken exactly as given
scenarios   with the weights of the table of alternatives, the distribution of one rival or another
========== ===================================================================================

Quartiles describe single people. One employer's level of pay for a whole team moves less than that: by the
fact ``employer_spread_share`` of it, a prior. ``draw`` gives employers' levels, ``quantile`` single posts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from jiwar.facts.base import Facts
from jiwar.facts.codes import facts_error
from jiwar.facts.fact import Fact
from jiwar.facts.grade import Grade, RangeKind
from jiwar.money import FloatArray

POINT_SPREAD = {
    Grade.STATUTE: 0.0,
    Grade.OFFICIAL: 0.03,
    Grade.SURVEY: 0.10,
    Grade.PRESS: 0.10,
    Grade.VENDOR: 0.20,
    Grade.PRIOR: 0.30,
}
"""Standard deviation of the logarithm of a number given without a range; our judgement, by grade."""

OWN_SOURCES = ("case", "company")
"""Sources of numbers that their owner gives without a range and means as they stand."""

PERT_WEIGHT = {RangeKind.PUBLISHED: 4.0, RangeKind.PRIOR: 2.0}
"""How strongly the peak of a PERT attracts; the classic value is 4, 0 would be uniform."""

EMPLOYER_SPREAD = "employer_spread_share"

_QUARTILE = 0.6744897501960817  # standard normal at 75 %
_TWO_SIDED_95 = 1.959963984540054  # standard normal at 97.5 %
_LEAST = 1e-12


def quantile(facts: Facts, fact: Fact, u: FloatArray) -> FloatArray:
    """Return the values that are exceeded with probability ``1 - u``, for a single post or case.

    Parameters
    ----------
    facts
        The base, which holds the rivals of a fact of scenarios.
    fact
        The fact, of the base or the case's own.
    u
        Probabilities between 0 and 1, of any shape.

    Returns
    -------
    Values in computed units, of the shape of ``u``.

    Raises
    ------
    FactsError
        F018 when ``u`` holds something else than probabilities, F004 for a statement without a number.
    """
    shaped = np.asarray(u, dtype=np.float64)
    flat = _quantiles(facts, [fact], shaped.reshape(1, -1), shrink=None)
    return flat.reshape(shaped.shape)


def draw(
    facts: Facts,
    keys: Sequence[str],
    uniforms: FloatArray,
    overrides: Mapping[str, Fact] | None = None,
) -> dict[str, FloatArray]:
    """Turn uniform numbers into values of facts, ready for ``FactValues``.

    Parameters
    ----------
    facts
        The base.
    keys
        K keys of facts.
    uniforms
        Shape (K, S), between 0 and 1; independent, quasi-random or correlated as the caller wishes. Facts of
        one ``common_factor`` should move together.
    overrides
        The case's own facts by key.

    Returns
    -------
    Values by key, shape (S,) each, in computed units. Quartiles are shrunk to the level of one employer.
    """
    chosen = [(overrides or {}).get(key) or facts.get(key) for key in keys]
    shape = np.shape(uniforms)
    if len(shape) != 2 or shape[0] != len(keys):
        message = f"the uniform numbers have the shape {shape} for {len(keys)} facts"
        raise facts_error(message, "give one row for each fact and one column for each scenario", "F018")
    share = (overrides or {}).get(EMPLOYER_SPREAD) or facts.get(EMPLOYER_SPREAD)
    values = _quantiles(facts, chosen, np.asarray(uniforms, dtype=np.float64), shrink=share.value)
    return dict(zip(keys, values, strict=True))


def common_factor(fact: Fact) -> str:
    """Return the name of what a fact shares its luck with: the same quantity in the same country.

    All pay in Morocco comes from one survey and one labour market, so ``pay/MA`` moves as one.
    """
    return f"{fact.key.split('/')[0]}/{fact.place[:2]}"


def _quantiles(facts: Facts, chosen: list[Fact], u: FloatArray, shrink: float | None) -> FloatArray:
    """Return quantiles, shape (K, S); facts of one shape are computed together."""
    if not (np.isfinite(u).all() and (u >= 0.0).all() and (u <= 1.0).all()):
        message = "a number is no probability"
        raise facts_error(message, "give numbers between 0 and 1", "F018")
    words = [fact.key for fact in chosen if not fact.is_number]
    if words:
        message = f"`{words[0]}` is a statement without a number"
        raise facts_error(message, "quote its note instead", "F004")
    u = np.clip(u, _LEAST, 1.0 - _LEAST)
    values = np.empty(u.shape)
    rows: dict[RangeKind, list[int]] = {}
    for row, fact in enumerate(chosen):
        rows.setdefault(fact.range_kind, []).append(row)
    for kind, where in rows.items():
        group = [chosen[row] for row in where]
        if kind is RangeKind.SCENARIOS:
            for row, fact in zip(where, group, strict=True):
                values[row] = _scenarios(facts, fact, u[row], shrink)
        else:
            values[where] = _of_kind(kind, group, u[where], shrink)
    return values


def _of_kind(kind: RangeKind, group: list[Fact], u: FloatArray, shrink: float | None) -> FloatArray:
    numbers = np.array([(fact.low_value, fact.value, fact.high_value) for fact in group])
    low, mid, high = (numbers[:, [column]] for column in range(3))
    if kind is RangeKind.QUARTILES:
        return _through_quartiles(low, mid, high, u, 1.0 if shrink is None else shrink)
    if kind is RangeKind.INTERVAL:
        values = _two_halves(mid, (mid - low) / _TWO_SIDED_95, (high - mid) / _TWO_SIDED_95, _normal(u))
        return np.where(low >= 0.0, np.maximum(values, 0.0), values)
    if kind is RangeKind.POINT:
        spread = np.array(
            [[0.0 if fact.source in OWN_SOURCES else POINT_SPREAD[fact.grade]] for fact in group]
        )
        points: FloatArray = mid * np.exp(np.sign(mid) * spread * _normal(u))
        return points
    return _pert(low, mid, high, u, PERT_WEIGHT[kind])


def _through_quartiles(
    low: FloatArray, mid: FloatArray, high: FloatArray, u: FloatArray, part: float
) -> FloatArray:
    """Return quantiles of the two-piece log-normal; quartiles at or below zero give a two-piece normal."""
    normal = _normal(u) * (part / _QUARTILE)
    positive = low[:, 0] > 0.0
    values = _two_halves(mid, mid - low, high - mid, normal)
    a, b, c = low[positive], mid[positive], high[positive]
    values[positive] = b * np.exp(_two_halves(0.0, np.log(b / a), np.log(c / b), normal[positive]))
    return values


def _two_halves(mid: FloatArray | float, down: FloatArray, up: FloatArray, normal: FloatArray) -> FloatArray:
    values: FloatArray = mid + np.where(normal < 0.0, down, up) * normal
    return values


def _pert(low: FloatArray, mid: FloatArray, high: FloatArray, u: FloatArray, weight: float) -> FloatArray:
    """Return quantiles of the beta distribution that PERT puts between low and high."""
    from scipy.special import betaincinv

    width = high - low
    safe = np.where(width > 0.0, width, 1.0)
    alpha = 1.0 + weight * (mid - low) / safe
    beta = 1.0 + weight * (high - mid) / safe
    values: FloatArray = np.where(width > 0.0, low + width * betaincinv(alpha, beta, u), mid)
    return values


def _normal(u: FloatArray) -> FloatArray:
    from scipy.special import ndtri

    values: FloatArray = ndtri(u)
    return values


def _scenarios(facts: Facts, fact: Fact, u: FloatArray, shrink: float | None) -> FloatArray:
    """Return quantiles of a mixture: rivals in ascending order, each over its weight's part of ``u``."""
    rivals = sorted(
        ((facts.get(item.key), item.weight) for item in facts.alternatives_of(fact.key) if item.weight > 0.0),
        key=lambda rival: rival[0].mid,
    )
    if not rivals:
        message = f"`{fact.key}` is a fact of scenarios without weighted alternatives"
        raise facts_error(message, "give the alternatives a weight", "F023")
    total = sum(weight for _, weight in rivals)
    values = np.empty(u.shape)
    start = 0.0
    for number, (rival, weight) in enumerate(rivals):
        end = 1.0 if number == len(rivals) - 1 else start + weight / total
        inside = (u >= start) & (u < end) if number < len(rivals) - 1 else u >= start
        part = (u[inside] - start) / (end - start)
        values[inside] = _quantiles(facts, [rival], part.reshape(1, -1), shrink)[0]
        start = end
    return values
