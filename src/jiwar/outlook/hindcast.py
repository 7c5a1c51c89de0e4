"""Would the model have known? Fitted up to a year, it forecasts the next four beside two simple rivals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiwar.facts import Facts
from jiwar.money import FloatArray
from jiwar.outlook.calibration import LAST_OBSERVED, posterior, simulate
from jiwar.outlook.observations import CHANNELS, Observation, observations
from jiwar.outlook.scoring import covered, crps

ORIGINS: Final = tuple(range(2013, 2025))
LEADS: Final = 4
SCORED: Final = ("jobs", "exports_old")
"""Channels with a long enough record; exports on the new definition have three years and no rival to beat."""
METHODS: Final = ("model", "drift", "trend")
MEMBERS: Final = 300
DRAWS: Final = 2000


@dataclass(frozen=True, slots=True)
class Score:
    """One forecast beside what was then seen; ``error`` and ``crps`` are in logarithms (0.1 is about 10 %)."""

    channel: str
    origin: int
    year: int
    method: str
    seen: float
    median: float
    crps: float
    covered: bool

    @property
    def lead(self) -> int:
        """Years ahead."""
        return self.year - self.origin


def hindcast(facts: Facts, origins: Iterable[int] = ORIGINS, *, members: int = MEMBERS) -> tuple[Score, ...]:
    """Return the scores of all methods for all origins, channels and leads for which something was seen."""
    whole = [item for item in observations(facts, LAST_OBSERVED) if item.channel in SCORED]
    scores: list[Score] = []
    for origin in origins:
        ahead = [item for item in whole if origin < item.year <= origin + LEADS]
        fitted = posterior(facts, until=origin, members=members)
        paths = simulate(fitted, until=origin + min(LEADS, LAST_OBSERVED - origin), paths=DRAWS)
        rng = np.random.default_rng([origin, 11])
        for item in ahead:
            past = [other for other in whole if other.channel == item.channel and other.year <= origin]
            shown = np.log(CHANNELS[item.channel](paths, paths.at(item.year)))
            draws: dict[str, FloatArray] = {"model": shown + item.error * rng.standard_normal(shown.size)}
            draws["drift"] = drift(past, item.year, DRAWS, rng)
            draws["trend"] = trend(past, item.year, DRAWS, rng)
            scores += [_score(item, origin, method, draws[method]) for method in METHODS]
    return tuple(scores)


def drift(past: Sequence[Observation], year: int, count: int, rng: np.random.Generator) -> FloatArray:
    """Return draws of a random walk with drift from the last observation, in logarithms."""
    years, logs = _series(past)
    gaps, moves = np.diff(years), np.diff(logs)
    span = years[-1] - years[0]
    mean = (logs[-1] - logs[0]) / span
    variance = float(np.sum((moves - mean * gaps) ** 2 / gaps)) / max(gaps.size - 1, 1)
    ahead = year - years[-1]
    spread = np.sqrt(variance * (ahead + ahead**2 / span))
    return np.asarray(logs[-1] + mean * ahead + spread * rng.standard_normal(count))


def trend(past: Sequence[Observation], year: int, count: int, rng: np.random.Generator) -> FloatArray:
    """Return draws of a straight line through the logarithms, with Student's t."""
    years, logs = _series(past)
    away = years - years.mean()
    slope = float(away @ logs / (away @ away))
    rest = logs - logs.mean() - slope * away
    freedom = max(years.size - 2, 1)
    ahead = year - years.mean()
    spread = np.sqrt(rest @ rest / freedom * (1.0 + 1.0 / years.size + ahead**2 / (away @ away)))
    return np.asarray(logs.mean() + slope * ahead + spread * rng.standard_t(freedom, count))


def _series(past: Sequence[Observation]) -> tuple[FloatArray, FloatArray]:
    """Return years and logarithms, one value a year: where two were seen, their mean."""
    years = sorted({item.year for item in past})
    logs = [float(np.mean([np.log(item.value) for item in past if item.year == year])) for year in years]
    return np.array(years, dtype=np.float64), np.array(logs)


def _score(item: Observation, origin: int, method: str, draws: FloatArray) -> Score:
    seen = float(np.log(item.value))
    return Score(
        item.channel,
        origin,
        item.year,
        method,
        item.value,
        float(np.exp(np.median(draws))),
        crps(draws, seen),
        covered(draws, seen),
    )
