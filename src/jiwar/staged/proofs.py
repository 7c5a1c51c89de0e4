"""Re-verifies the proof of one leaf with fresh models, sharing no state with the search that wrote it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from jiwar.staged.extensive import first_stage_model, joint_model, recourse_model
from jiwar.staged.firststage import region_model, with_rows
from jiwar.staged.highs import LinearModel, load, run, solve_once
from jiwar.staged.master import add_cut, master_model
from jiwar.staged.program import FloatArray, Scenario, TwoStageProgram
from jiwar.staged.recourse import has_integer_values
from jiwar.staged.result import Certificate, Proof
from jiwar.staged.tree import Region

_EXACT = {"mip_rel_gap": 0.0, "mip_abs_gap": 1e-9}
_STEP = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Auditor:
    """Recomputes lower bounds over regions of one program from the numbers in a certificate."""

    program: TwoStageProgram
    certificate: Certificate
    tender_rows: FloatArray

    @classmethod
    def of(cls, program: TwoStageProgram, certificate: Certificate) -> Auditor:
        """Prepare for one certificate; tenders are the rows of the second stage that the first enters."""
        linked = np.flatnonzero(np.diff(program.technology.indptr) > 0)
        rows = program.technology[linked].toarray() if certificate.method == "cells" else None
        return cls(program, certificate, np.zeros((0, program.first.columns)) if rows is None else rows)

    def root(self) -> Region:
        """Return the whole first stage."""
        first, count = self.program.first, self.tender_rows.shape[0]
        return Region(first.lower[0], first.upper[0], np.full(count, -np.inf), np.full(count, np.inf))

    def bound(self, region: Region, proof: Proof) -> float:
        """Return a lower bound over a region, recomputed from scratch by the argument that the proof names."""
        arguments = {
            "cells": self._cells,
            "cuts": self._cuts,
            "rounded": self._rounded,
            "point": self._point,
            "multipliers": self._multipliers,
            "empty": self._empty,
            "solver": self._solver,
        }
        argument = arguments.get(proof.kind)
        return -np.inf if argument is None else argument(region, proof)

    def _cells(self, region: Region, proof: Proof) -> float:
        """Price the tenders: the first stage pays or earns them, each scenario answers for itself."""
        rise, fall = proof.arrays["rise"], proof.arrays["fall"]
        if bool(np.any(rise < 0) or np.any(fall < 0)):
            return -np.inf
        model = region_model(self.program, self.tender_rows, region)
        price = (fall - rise).sum(axis=0)
        start = solve_once(replace(model, cost=model.cost + price @ self.tender_rows))
        total = start.bound
        if start.status == "infeasible":
            return np.inf
        limits = self._tender_limits(region)
        for index, weight in enumerate(self.program.probability):
            part = self.program.scenario(index)
            total += _priced_answer(self.program, part, float(weight), (rise[index], fall[index]), limits)
        return total

    def _tender_limits(self, region: Region) -> tuple[FloatArray, FloatArray]:
        model = region_model(self.program, self.tender_rows, region)
        low, high = region.tender_lower.copy(), region.tender_upper.copy()
        for index, row in enumerate(self.tender_rows):
            low[index] = max(low[index], solve_once(replace(model, cost=row, offset=0.0)).bound)
            high[index] = min(high[index], -solve_once(replace(model, cost=-row, offset=0.0)).bound)
        return low, np.maximum(low, high)

    def _cuts(self, region: Region, proof: Proof) -> float:
        model = master_model(self.program, self.certificate.groups)
        columns = self.program.first.columns
        model.lower[:columns], model.upper[:columns] = region.lower, region.upper
        solver = load(model if self.certificate.method == "lshaped" else model.relaxed(), **_EXACT)
        solver.setOptionValue("mip_rel_gap", 1e-7)
        for cut in self.certificate.cuts[: proof.count]:
            add_cut(solver, self.program, self.certificate.groups, cut)
        return run(solver).bound

    def _point_of(self, region: Region) -> tuple[float, FloatArray] | None:
        """Return the least first-stage cost in a region whose linking columns are fixed, and that first stage."""
        linking = np.unique(self.program.technology.indices)
        if bool(np.any(region.upper[linking] - region.lower[linking] > _STEP)):
            return None
        model = replace(first_stage_model(self.program), lower=region.lower, upper=region.upper)
        start = solve_once(model, **_EXACT)
        return (start.bound, start.point) if start.found else (start.bound, np.zeros(0))

    def _values(self, x: FloatArray, *, exact: bool) -> FloatArray:
        bounds = []
        for index in range(self.program.scenarios):
            model = recourse_model(self.program.scenario(index), x)
            bounds.append(solve_once(model if exact else model.relaxed(), **_EXACT).bound)
        return np.array(bounds)

    def _rounded(self, region: Region, proof: Proof) -> float:
        del proof
        start = self._point_of(region)
        if start is None or not start[1].size:
            return -np.inf if start is None else start[0]
        values = self._values(start[1], exact=False)
        if has_integer_values(self.program):
            values = np.ceil(values - _STEP)
        return start[0] + float(self.program.probability @ values)

    def _point(self, region: Region, proof: Proof) -> float:
        del proof
        start = self._point_of(region)
        if start is None or not start[1].size:
            return -np.inf if start is None else start[0]
        return start[0] + float(self.program.probability @ self._values(start[1], exact=True))

    def _multipliers(self, region: Region, proof: Proof) -> float:
        prices = proof.arrays["prices"]
        weights = self.program.probability
        if float(np.abs(weights @ prices).max(initial=0.0)) > 1e-9 * max(
            1.0, float(np.abs(prices).max(initial=0.0))
        ):
            return -np.inf
        columns = self.program.first.columns
        total = 0.0
        for index, weight in enumerate(weights):
            model = self._in_region(index, region)
            model.cost[:columns] += prices[index]
            total += weight * solve_once(model, **_EXACT).bound
        return total

    def _in_region(self, index: int, region: Region) -> LinearModel:
        model = joint_model(self.program, self.program.scenario(index))
        columns = self.program.first.columns
        model.lower[:columns], model.upper[:columns] = region.lower, region.upper
        return with_rows(model, self.tender_rows, region.tender_lower, region.tender_upper)

    def _empty(self, region: Region, proof: Proof) -> float:
        """Return inf when some scenario alone, or the master, has no point in the region."""
        for index in range(self.program.scenarios):
            model = self._in_region(index, region)
            if solve_once(replace(model, cost=np.zeros_like(model.cost))).status == "infeasible":
                return np.inf
        if self.certificate.method in {"bundles", "lshaped"}:
            return self._cuts(region, proof)
        return -np.inf

    def _solver(self, region: Region, proof: Proof) -> float:
        """Return nothing: the bound of one solver run can only be had by running it again."""
        del region, proof
        return -np.inf


def _priced_answer(
    program: TwoStageProgram,
    part: Scenario,
    weight: float,
    prices: tuple[FloatArray, FloatArray],
    limits: tuple[FloatArray, FloatArray],
) -> float:
    """Return the least of cost plus what the needed tenders cost at given prices, over all integer answers.

    Columns: y, then per tender the least tender ``t`` the answer needs and the most ``u`` it bears; with prices
    ``rise`` on t and ``fall`` on u: ``min weight q.y + rise.t - fall.u``.
    """
    from scipy.sparse import csr_array, eye_array, hstack, vstack

    linked = np.flatnonzero(np.diff(program.technology.indptr) > 0)
    own = np.setdiff1d(np.arange(part.row_lower.size), linked)
    size, (rise, fall), (low, high) = linked.size, prices, limits
    one, none = eye_array(size), csr_array((size, size))
    work = part.recourse[linked]
    has_floor, has_ceiling = np.isfinite(part.row_lower[linked]), np.isfinite(part.row_upper[linked])
    matrix = vstack(
        [
            hstack([part.recourse[own], csr_array((own.size, 2 * size))]),
            hstack([work, one, none]),
            hstack([work, none, one]),
        ],
        format="csr",
    )
    endless = np.full(size, np.inf)
    model = LinearModel(
        cost=np.concatenate([weight * part.cost, rise, -fall]),
        lower=np.concatenate([part.lower, low, low]),
        upper=np.concatenate([part.upper, high, high]),
        integer=np.concatenate([part.integer, np.zeros(2 * size, dtype=bool)]),
        matrix=csr_array(matrix),
        row_lower=np.concatenate(
            [part.row_lower[own], np.where(has_floor, part.row_lower[linked], -np.inf), -endless]
        ),
        row_upper=np.concatenate(
            [part.row_upper[own], endless, np.where(has_ceiling, part.row_upper[linked], np.inf)]
        ),
    )
    return solve_once(model, **_EXACT).bound
