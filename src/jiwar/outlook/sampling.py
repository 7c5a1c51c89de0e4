"""A sampler for standard-normal unknowns seen through noisy data: find the shape, then walk in it exactly.

First the normal distribution nearest to the posterior is found by an ensemble: draws, a linear regression of the
residuals on the unknowns, and the posterior of that linear problem (a Gauss-Newton step with statistical
linearisation, as in ensemble smoothers; Evensen 2018). Then many chains start from it and take preconditioned
Crank-Nicolson steps that keep this normal distribution, accepted by Metropolis and Hastings' rule (Cotter, Roberts,
Stuart and White 2013), so that their limit is the posterior itself whatever the shape found first. A step moves a few
of the unknowns at a time, because a long step in few directions forgets sooner than a short one in all. Nothing
here knows the sector.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiwar.money import FloatArray

Residuals = Callable[[FloatArray], FloatArray]
"""Unknowns (unknowns, draws) to what the model shows less what was seen, over its error: (data, draws)."""

_POWERS: Final = (0.03, 0.1, 0.3, 1.0, 1.0, 1.0)
"""Weights of the data on the way to the shape; the last rounds see them whole."""
_FURTHEST: Final = 30.0
"""Residuals beyond this count as this, so that one absurd draw does not tilt a regression."""
_ACCEPTED: Final = 0.25
"""Acceptance at which the length of the steps is aimed, until the last half of the walk."""
_FIRST_LENGTH: Final = 0.5
_AT_ONCE: Final = 4.0
"""How many unknowns a step moves on average, each chain its own."""
_REFINEMENTS: Final = 4
"""How often the shape is found again from where the chains then stand."""
_BETWEEN: Final = 100
"""Most steps before each refinement."""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Draws from a posterior, and how far the walk had settled."""

    particles: FloatArray
    """Shape (unknowns, members), equally likely; the end of one chain each."""
    misfit: FloatArray
    """Sum of squared residuals of each member, shape (members,)."""
    acceptance: float
    length: float
    trace: FloatArray
    """Mean misfit of all chains after each step."""
    settled: FloatArray
    """For each unknown, R-hat between the chains' states at half and at the end of the walk: 1 when settled."""
    left: float
    """Mean correlation of a chain's state at the end with that at half of the walk; 0 when forgotten."""


@dataclass(frozen=True, slots=True, eq=False)
class _Normal:
    """A normal distribution by its mean, shape (unknowns, 1), and the roots of covariance and precision."""

    mean: FloatArray
    root: FloatArray
    inverse: FloatArray

    def coloured(self, white: FloatArray) -> FloatArray:
        """Return the points of standard-normal numbers."""
        return np.asarray(self.mean + self.root @ white)

    def whitened(self, points: FloatArray) -> FloatArray:
        """Return the standard-normal numbers of points."""
        return np.asarray(self.inverse @ (points - self.mean))


def sample(
    residuals: Residuals, unknowns: int, *, members: int, moves: int, rng: np.random.Generator
) -> Sample:
    """Draw from the posterior of standard-normal unknowns whose data have standard-normal errors.

    Parameters
    ----------
    residuals
        What the model shows less what was seen, over its error.
    unknowns
        How many unknowns there are.
    members
        How many draws to return; at least three chains for each unknown are walked.
    moves
        How many steps each chain takes once the shape is found, at least four; before each refinement of it a
        quarter as many, but never more than a hundred.
    rng
        Source of chance.
    """
    chains = max(members, 3 * unknowns)
    here: FloatArray = rng.standard_normal((unknowns, chains))
    seen = residuals(here)
    for power in _POWERS:
        shape = _linear(here, seen, power)
        here = shape.coloured(rng.standard_normal(here.shape))
        seen = residuals(here)
    length = _FIRST_LENGTH
    trace: list[float] = [float(_misfit(seen).mean())]
    for _ in range(_REFINEMENTS):
        walk = _walk(residuals, shape, here, seen, min(moves // 4, _BETWEEN), length, rng, tune=True)
        here, seen, length = walk.here, walk.seen, walk.length
        trace += walk.trace
        shape = _linear(here, seen, 1.0)
    first = _walk(residuals, shape, here, seen, moves // 2, length, rng, tune=True)
    second = _walk(
        residuals, shape, first.here, first.seen, moves - moves // 2, first.length, rng, tune=False
    )
    here = second.here
    return Sample(
        here[:, :members],
        _misfit(second.seen)[:members],
        second.rate,
        second.length,
        np.array([*trace, *first.trace, *second.trace]),
        _settled(first.here, here),
        _left(first.here, here),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Walk:
    """Where the chains stand after some steps, and how they came there."""

    here: FloatArray
    seen: FloatArray
    length: float
    rate: float
    trace: list[float]


def _walk(
    residuals: Residuals,
    shape: _Normal,
    here: FloatArray,
    seen: FloatArray,
    moves: int,
    length: float,
    rng: np.random.Generator,
    *,
    tune: bool,
) -> _Walk:
    """Take steps that keep the normal distribution, accepted so that the posterior is kept."""
    white = shape.whitened(here)
    surplus = _surplus(here, seen, white)
    trace, rates = [], []
    share = min(1.0, _AT_ONCE / white.shape[0])
    for _ in range(moves):
        moved = np.sqrt(1.0 - length**2) * white + length * rng.standard_normal(white.shape)
        fresh = np.where(rng.random(white.shape) < share, moved, white)
        there = shape.coloured(fresh)
        there_seen = residuals(there)
        there_surplus = _surplus(there, there_seen, fresh)
        taken = np.log(rng.random(surplus.size)) < 0.5 * (surplus - there_surplus)
        here, white = np.where(taken, there, here), np.where(taken, fresh, white)
        seen, surplus = np.where(taken, there_seen, seen), np.where(taken, there_surplus, surplus)
        rates.append(float(taken.mean()))
        trace.append(float(_misfit(seen).mean()))
        if tune:
            length = float(np.clip(length * np.exp(rates[-1] - _ACCEPTED), 0.03, 0.95))
    return _Walk(here, seen, length, float(np.mean(rates)), trace)


def _linear(points: FloatArray, seen: FloatArray, power: float) -> _Normal:
    """Return the posterior of the problem made linear by regression over some points, with data of less weight."""
    unknowns, draws = points.shape
    middle = points.mean(axis=1, keepdims=True)
    clipped = np.clip(np.nan_to_num(seen, nan=_FURTHEST), -_FURTHEST, _FURTHEST)
    level = clipped.mean(axis=1, keepdims=True)
    away = points - middle
    ridge = 1e-6 * draws * np.eye(unknowns)
    slope = np.linalg.solve(away @ away.T + ridge, away @ (clipped - level).T).T
    precision = np.eye(unknowns) + power * slope.T @ slope
    inverse = np.linalg.cholesky(precision).T
    mean = np.linalg.solve(precision, -power * slope.T @ (level - slope @ middle))
    return _Normal(mean, np.linalg.inv(inverse), np.asarray(inverse))


def _misfit(seen: FloatArray) -> FloatArray:
    squares = np.sum(seen**2, axis=0)
    return np.where(np.isfinite(squares), squares, 1e12)


def _surplus(points: FloatArray, seen: FloatArray, white: FloatArray) -> FloatArray:
    """Return minus twice the log of the posterior over the normal distribution that the steps keep."""
    return np.asarray(_misfit(seen) + np.sum(points**2, axis=0) - np.sum(white**2, axis=0))


def _settled(middle: FloatArray, end: FloatArray) -> FloatArray:
    """Return R-hat of two groups: all chains at half of the walk, and all at its end."""
    within = 0.5 * (middle.var(axis=1, ddof=1) + end.var(axis=1, ddof=1))
    between = 0.5 * (middle.mean(axis=1) - end.mean(axis=1)) ** 2
    return np.asarray(np.sqrt(1.0 + between / within))


def _left(middle: FloatArray, end: FloatArray) -> float:
    return float(np.mean([np.corrcoef(a, b)[0, 1] for a, b in zip(middle, end, strict=True)]))
