"""Reads facility location and generalised assignment instances in the formats of the OR-Library."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from jiwar.diagnostics import Diagnostic, Place
from jiwar.staged.codes import StagedError
from jiwar.staged.program import FloatArray, Stage, TwoStageProgram, one_stage, stage, two_stage


def read_facility_location(
    path: str | Path, *, single_source: bool = False, capacity: float | None = None, two_stages: bool = False
) -> TwoStageProgram:
    """Read a capacitated facility location instance; costs are for a customer's whole demand.

    ``min sum f_i y_i + sum c_ij x_ij`` with each customer served in full, ``sum_j d_j x_ij <= K_i y_i`` and
    ``x_ij <= y_i``; with ``single_source`` each customer is served from one place.

    Parameters
    ----------
    capacity
        The capacity where the file has the word ``capacity`` instead of a number.
    two_stages
        Put the openings y in the first and the service x in the second stage of a one-scenario program.

    Raises
    ------
    StagedError
        S004 when tokens are missing, too many, or no numbers.
    """
    file = Path(path)
    words = [
        str(capacity) if w == "capacity" and capacity is not None else w for w in file.read_text().split()
    ]
    numbers = _numbers(file, words)
    places, customers = _sizes(file, numbers)
    _expect(file, numbers, 2 + 2 * places + customers * (1 + places))
    listed = numbers[2 : 2 + 2 * places].reshape(places, 2)
    rest = numbers[2 + 2 * places :].reshape(customers, 1 + places)
    opening, service = _location_stages(listed, rest[:, 0], rest[:, 1:].T, single_source=single_source)
    name = file.stem + ("_single_source" if single_source else "")
    link = _location_link(listed[:, 0], customers)
    if two_stages:
        return two_stage(name, opening, service, link, [1.0])
    return one_stage(name, _merged(opening, service, link))


def read_assignment(path: str | Path, *, maximise: bool = False) -> TwoStageProgram:
    """Read a generalised assignment instance: each job to exactly one machine within the machines' capacities.

    The same numbers are used in the literature as costs to minimise and as profits to maximise; with
    ``maximise`` the costs are negated, so the objective of the result is minus the profit.

    Raises
    ------
    StagedError
        S004 when tokens are missing, too many, or no numbers.
    """
    from scipy.sparse import csr_array, eye_array, hstack, vstack

    file = Path(path)
    numbers = _numbers(file, file.read_text().split())
    machines, jobs = _sizes(file, numbers)
    _expect(file, numbers, 2 + 2 * machines * jobs + machines)
    cost = numbers[2 : 2 + machines * jobs]
    weight = numbers[2 + machines * jobs : 2 + 2 * machines * jobs].reshape(machines, jobs)
    loads = csr_array(
        (weight.ravel(), np.arange(machines * jobs), np.arange(0, machines * jobs + 1, jobs)),
        shape=(machines, machines * jobs),
    )
    once = csr_array(hstack([eye_array(jobs, format="csr")] * machines, format="csr"))
    first = stage(
        cost=-cost if maximise else cost,
        upper=1.0,
        integer=True,
        matrix=vstack([once, loads], format="csr"),
        row_lower=np.concatenate([np.ones(jobs), np.full(machines, -np.inf)]),
        row_upper=np.concatenate([np.ones(jobs), numbers[-machines:]]),
    )
    return one_stage(file.name, first)


def _location_stages(
    listed: FloatArray, demand: FloatArray, cost: FloatArray, *, single_source: bool
) -> tuple[Stage, Stage]:
    """Return the listed and the service; service columns run place by place."""
    from scipy.sparse import csr_array, eye_array, hstack, kron, vstack

    places, customers = cost.shape
    opening = stage(cost=listed[:, 1], upper=1.0, integer=True)
    served = hstack([eye_array(customers, format="csr")] * places)
    loads = kron(eye_array(places), csr_array(demand[None, :]))
    service = stage(
        cost=cost.ravel(),
        upper=1.0,
        integer=single_source,
        matrix=vstack([served, loads, eye_array(places * customers)], format="csr"),
        row_lower=np.concatenate([np.ones(customers), np.full(places + places * customers, -np.inf)]),
        row_upper=np.concatenate([np.ones(customers), np.zeros(places + places * customers)]),
    )
    return opening, service


def _location_link(capacity: FloatArray, customers: int) -> FloatArray:
    """Return how openings enter the rows of the service: capacities, and one row per place and customer."""
    places = capacity.size
    ones = np.repeat(-np.eye(places), customers, axis=0)
    return np.vstack([np.zeros((customers, places)), -np.diag(capacity), ones])


def _merged(first: Stage, second: Stage, link: FloatArray) -> Stage:
    from scipy.sparse import csr_array, hstack

    return stage(
        cost=np.concatenate([first.cost[0], second.cost[0]]),
        lower=np.concatenate([first.lower[0], second.lower[0]]),
        upper=np.concatenate([first.upper[0], second.upper[0]]),
        integer=np.concatenate([first.integer, second.integer]),
        matrix=hstack([csr_array(link), second.matrix], format="csr"),
        row_lower=second.row_lower[0],
        row_upper=second.row_upper[0],
    )


def _numbers(file: Path, words: list[str]) -> FloatArray:
    try:
        return np.array([float(word) for word in words])
    except ValueError as problem:
        wrong = "capacity" if "capacity" in words else str(problem)
        remedy = "give the capacity as an argument" if wrong == "capacity" else "write numbers only"
        raise _broken(file, f"`{wrong}` is not a number", remedy) from None


def _sizes(file: Path, numbers: FloatArray) -> tuple[int, int]:
    if numbers.size < 2 or np.any(numbers[:2] < 1) or np.any(numbers[:2] != np.round(numbers[:2])):
        raise _broken(file, "the file does not begin with two sizes", "write two positive integers first")
    return int(numbers[0]), int(numbers[1])


def _expect(file: Path, numbers: FloatArray, wanted: int) -> None:
    if numbers.size != wanted:
        message = f"{numbers.size} numbers where the sizes ask for {wanted}"
        raise _broken(file, message, "check the sizes in the first line, or the end of the file")


def _broken(file: Path, message: str, remedy: str) -> StagedError:
    return StagedError([Diagnostic("S004", message, remedy, Place(str(file)))])
