"""Small programs for the tests: textbook ones, and random ones of every structure the methods tell apart."""

from __future__ import annotations

import itertools

import numpy as np

from jiwar.staged import TwoStageProgram, stage, two_stage


def farmer() -> TwoStageProgram:
    """The farmer of Birge and Louveaux (Introduction to Stochastic Programming, section 1.1), profit negated.

    First stage: acres of wheat, corn, beet (500 in all). Second: buy wheat, buy corn, sell wheat, sell corn,
    sell beet at the good price (6000 t at most), sell the rest. Yields +20 %, as usual, -20 %.
    """
    yields = np.array([[3.0, 3.6, 24.0], [2.5, 3.0, 20.0], [2.0, 2.4, 16.0]])
    first = stage(cost=[150.0, 230.0, 260.0], matrix=[[1.0, 1.0, 1.0]], row_upper=500.0)
    second = stage(
        cost=[238.0, 210.0, -170.0, -150.0, -36.0, -10.0],
        upper=[np.inf, np.inf, np.inf, np.inf, 6000.0, np.inf],
        matrix=[[1, 0, -1, 0, 0, 0], [0, 1, 0, -1, 0, 0], [0, 0, 0, 0, -1, -1]],
        row_lower=[200.0, 240.0, 0.0],
    )
    return two_stage("farmer", first, second, np.eye(3), np.ones(3) / 3, technology_data=yields)


def news_vendor(scenarios: int) -> TwoStageProgram:
    """Order at 1.0, buy what is missing at 1.5, hold what is left at 0.1, demand uniform on [0, 100].

    The numbers of Shapiro and Philpott (A Tutorial on Stochastic Programming, 2007). The demand stands at the
    middle of equal cells, so that expected costs are exact wherever the order is at a border of cells.
    """
    demand = 100.0 * (np.arange(scenarios) + 0.5) / scenarios
    first = stage(cost=[1.0], upper=1000.0)
    second = stage(
        cost=[1.5, 0.1],
        matrix=[[1.0, 0.0], [0.0, 1.0]],
        row_lower=np.column_stack([demand, -demand]),
    )
    return two_stage("news vendor", first, second, [[1.0], [-1.0]], np.ones(scenarios) / scenarios)


def brute_force(program: TwoStageProgram) -> float:
    """The optimum of a random program whose columns are all integer, by trying everything."""
    first, slack = program.first, 2
    best = np.inf
    ranges = [
        range(int(low), int(high) + 1) for low, high in zip(first.lower[0], first.upper[0], strict=True)
    ]
    for x in itertools.product(*ranges):
        if np.all(first.matrix @ np.array(x) <= first.row_upper[0]):
            total = float(first.cost[0] @ np.array(x))
            for index, weight in enumerate(program.probability):
                total += weight * _least_answer(program, index, np.array(x, dtype=float), slack)
            best = min(best, total)
    return best


def _least_answer(program: TwoStageProgram, index: int, x: np.ndarray, slack: int) -> float:
    part = program.scenario(index)
    work = part.recourse.toarray()[:, : part.cost.size - slack]
    need = part.row_lower - part.technology @ x
    costs = []
    for y in itertools.product((0, 1), repeat=work.shape[1]):
        missing = np.maximum(0.0, np.ceil(need - work @ np.array(y) - 1e-9))
        if np.all(missing <= part.upper[-slack:]):
            costs.append(float(part.cost[:-slack] @ np.array(y) + part.cost[-slack:] @ missing))
    return min(costs)


def random_program(
    seed: int,
    *,
    integer_first: str = "mixed",
    integer_recourse: bool = True,
    random_matrix: bool = False,
    scenarios: int = 4,
) -> TwoStageProgram:
    """A bounded random program with complete recourse (a dear slack per row); small enough for brute force.

    ``integer_first``: ``all``, ``none`` or ``mixed``.
    """
    rng = np.random.default_rng(seed)
    n1, n2, rows = 3, 3, 2
    first = stage(
        cost=rng.integers(1, 10, n1).astype(float),
        upper=[2.0, 2.0, 1.0],
        integer={"all": True, "none": False, "mixed": np.array([True, False, True])}[integer_first],
        matrix=rng.integers(0, 3, (1, n1)).astype(float),
        row_upper=[5.0],
    )
    pattern = np.hstack([rng.integers(1, 5, (rows, n2)).astype(float), np.eye(rows)])
    data = np.repeat(pattern[pattern != 0][None, :], scenarios, axis=0)
    if random_matrix:
        data = data + np.where(data > 1, rng.uniform(0.0, 1.0, data.shape), 0.0)
    second = stage(
        cost=np.concatenate([rng.integers(2, 9, n2), np.full(rows, 12)]).astype(float),
        upper=np.concatenate([np.ones(n2), np.full(rows, 25.0)]),
        integer=np.concatenate([np.full(n2, integer_recourse), np.full(rows, integer_recourse)]),
        matrix=pattern,
        data=data if random_matrix else None,
        row_lower=rng.integers(3, 12, (scenarios, rows)).astype(float),
    )
    weights = rng.uniform(0.5, 1.5, scenarios)
    link = rng.integers(0, 4, (rows, n1)).astype(float)
    return two_stage(f"random {seed}", first, second, link, weights / weights.sum())
