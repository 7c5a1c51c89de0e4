"""The sampler against posteriors that are known without it."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.money import FloatArray
from jiwar.outlook.sampling import sample


def test_a_linear_problem_has_its_exact_posterior() -> None:
    rng = np.random.default_rng(1)
    slope = rng.standard_normal((4, 6)) * 2.0
    level = rng.standard_normal((4, 1)) * 3.0
    drawn = sample(lambda z: slope @ z - level, 6, members=4000, moves=40, rng=rng)
    spread = np.linalg.inv(np.eye(6) + slope.T @ slope)
    mean = spread @ slope.T @ level[:, 0]
    error = np.sqrt(np.diag(spread) / 4000)
    assert np.all(np.abs(drawn.particles.mean(axis=1) - mean) < 5 * error)
    assert np.allclose(np.cov(drawn.particles), spread, atol=0.05)
    assert drawn.settled.max() < 1.01
    assert drawn.acceptance > 0.9


def test_a_bent_problem_agrees_with_quadrature() -> None:
    rng = np.random.default_rng(2)

    def bent(
        z: FloatArray,
    ) -> FloatArray:
        return (np.maximum(np.exp(z[:1]), 0.8) - 1.5 + 0.4 * z[1:2] ** 2) / 0.2

    drawn = sample(bent, 2, members=4000, moves=600, rng=rng)
    axis = np.linspace(-6, 6, 601)
    first, second = np.meshgrid(axis, axis, indexing="ij")
    grid = np.stack([first.ravel(), second.ravel()])
    logs = -0.5 * np.sum(grid**2, axis=0) - 0.5 * np.sum(bent(grid) ** 2, axis=0)
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()
    for power in (1, 2):
        for row in (0, 1):
            exact = float(weights @ grid[row] ** power)
            assert np.mean(drawn.particles[row] ** power) == pytest.approx(exact, abs=0.06)
    below = float(weights @ (grid[0] < 0.21))
    assert np.mean(drawn.particles[0] < 0.21) == pytest.approx(below, abs=0.03)


def test_without_data_the_prior_stays() -> None:
    rng = np.random.default_rng(3)
    drawn = sample(lambda z: np.zeros((1, z.shape[1])), 3, members=3000, moves=20, rng=rng)
    assert np.allclose(drawn.particles.mean(axis=1), 0.0, atol=0.08)
    assert np.allclose(drawn.particles.var(axis=1), 1.0, atol=0.1)


def test_draws_that_are_no_numbers_are_left(recwarn: pytest.WarningsRecorder) -> None:
    def cliff(
        z: FloatArray,
    ) -> FloatArray:
        return np.where(z[:1] > 1.0, np.nan, z[:1])

    drawn = sample(cliff, 1, members=500, moves=60, rng=np.random.default_rng(4))
    assert (drawn.particles <= 1.0).all()
    assert not recwarn.list
