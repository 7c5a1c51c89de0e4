"""Cuts for continuous recourse: a master of the first stage learns expected recourse from its scenarios' prices.

The multi-cut L-shaped method (Van Slyke and Wets 1969, Birge and Louveaux 1988), started from the mean scenario
and, while the master is still a linear program, asked halfway between its point and the last good one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from jiwar.staged.extensive import joint_model
from jiwar.staged.highs import Outcome, load, run, run_watched
from jiwar.staged.master import Master, mean_is_a_bound
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.recourse import Recourse, Valuer, violation_prices
from jiwar.staged.result import Certificate, Cut, Leaf, Proof, Result, Status, relative_gap
from jiwar.staged.tree import Watch

GROUPS = 20
"""Scenarios share this many recourse variables: more give stronger cuts, fewer a smaller master."""
_MOST_RAYS = 5
_LINEAR_ROUNDS = 200


@dataclass(slots=True)
class _Run:
    program: TwoStageProgram
    valuer: Valuer
    watch: Watch
    gap: float
    seed: int
    groups: tuple[int, ...]
    cuts: list[Cut] = field(default_factory=list)
    best: tuple[float, FloatArray] = field(default_factory=lambda: (np.inf, np.zeros(0)))
    bound: float = -np.inf

    def value(self, x: FloatArray) -> tuple[float, Cut | None]:
        """Return the expected cost of a first stage and the cut it gives; inf with a feasibility cut."""
        recourse = self.valuer.linear(x)
        if bool(np.any(recourse.bound == np.inf)):
            return np.inf, self._feasibility(x, recourse)
        if not np.isfinite(recourse.value).all():
            return np.inf, None
        expected = self.program.first_stage_cost(x) + float(self.program.probability @ recourse.value)
        return expected, Cut(recourse.prices)

    def keep(self, value: float, x: FloatArray) -> None:
        """Keep a first stage that is better than the best and whose integers are integers."""
        integer = self.program.first.integer
        if value < self.best[0] and bool(np.all(np.abs(x - np.round(x))[integer] < 1e-6)):
            self.best = (value, x)
            self.tell()

    def tell(self) -> None:
        self.watch.report(self.best[0], min(self.bound, self.best[0]), 0)

    def done(self) -> bool:
        return relative_gap(self.best[0], self.bound) <= self.gap or self.watch.left() <= 0

    def _feasibility(self, x: FloatArray, recourse: Recourse) -> Cut | None:
        prices = np.zeros((self.program.scenarios, self.program.second.rows))
        for index in np.flatnonzero(recourse.bound == np.inf)[:_MOST_RAYS]:
            ray = violation_prices(self.program.scenario(int(index)), x)
            if ray is not None:
                prices[index] = ray
        return Cut(prices, feasibility=True) if prices.any() else None


def solve_lshaped(program: TwoStageProgram, watch: Watch, valuer: Valuer, *, gap: float, seed: int) -> Result:
    """Solve a program whose second stage is continuous; stops any time with a valid bound."""
    groups = tuple(
        int(g) for g in np.arange(program.scenarios) * min(GROUPS, program.scenarios) // program.scenarios
    )
    run_state = _Run(program, valuer, watch, gap, seed, groups)
    status = Status.UNKNOWN
    try:
        if not mean_is_a_bound(program):
            run_state.cuts.append(_first_cut(program))
        status = _linear_phase(run_state)
        if status == Status.UNKNOWN and program.first.integer.any():
            status = _integer_phase(run_state)
    except KeyboardInterrupt:
        status = Status.INTERRUPTED
    return _result(run_state, status)


def _linear_phase(state: _Run) -> Status:
    """Learn cuts at points of the continuous first stage; the bound holds for the integer one too."""
    master = Master(state.program, state.groups, relaxed=True)
    for cut in state.cuts:
        master.add(cut)
    columns = state.program.first.columns
    centre: FloatArray | None = None
    target = max(state.gap / 4, 1e-9)
    for _ in range(_LINEAR_ROUNDS):
        answer = run(master.solver)
        if answer.status == "infeasible":
            state.bound = np.inf
            return Status.INFEASIBLE
        if not answer.found or state.watch.left() <= 0:
            break
        state.bound = max(state.bound, answer.bound)
        x = answer.point[:columns]
        half = x if centre is None else 0.5 * (x + centre)
        value = _learn(state, master, half)
        if np.isfinite(value):
            centre = half
        if value - answer.bound <= target * max(abs(value), 1e-9) or centre is not half:
            value = _learn(state, master, x)
            if value - answer.bound <= target * max(abs(value), 1e-9):
                break
        state.tell()
    return Status.UNKNOWN


def _learn(state: _Run, master: Master, x: FloatArray) -> float:
    value, cut = state.value(x)
    if cut is not None:
        master.add(cut)
        state.cuts.append(cut)
    state.keep(value, x)
    return value


def _integer_phase(state: _Run) -> Status:
    """Solve the master with its integers, value its answer, add the cut, until the gap is proven."""
    master = Master(state.program, state.groups, relaxed=False)
    for cut in state.cuts:
        master.add(cut)
    columns = state.program.first.columns
    while not state.done():
        answer, interrupted = _solve_master(state, master)
        if answer.status == "infeasible":
            state.bound = np.inf
            return Status.INFEASIBLE
        state.bound = max(state.bound, answer.bound)
        if interrupted:
            raise KeyboardInterrupt
        if not answer.found:
            break
        x = answer.point[:columns]
        x = np.where(state.program.first.integer, np.round(x), x)
        before = state.bound
        value = _learn(state, master, x)
        state.tell()
        if value <= before + 1e-9 * max(1.0, abs(value)):
            break  # the master already knows the value of its own answer: nothing more to learn
    return Status.UNKNOWN


def _solve_master(state: _Run, master: Master) -> tuple[Outcome, bool]:
    solver = master.solver
    solver.setOptionValue("time_limit", solver.getRunTime() + state.watch.left())
    solver.setOptionValue("mip_rel_gap", state.gap / 4)
    solver.setOptionValue("mip_abs_gap", 1e-9)
    solver.setOptionValue("random_seed", state.seed % (2**31))
    return run_watched(solver)


def _first_cut(program: TwoStageProgram) -> Cut:
    """Return prices that bound the recourse from below everywhere: each scenario may choose its own x."""
    prices = np.zeros((program.scenarios, program.second.rows))
    columns, rows = program.first.columns, program.first.rows
    for index in range(program.scenarios):
        model = joint_model(program, program.scenario(index)).relaxed()
        model.cost[:columns] = 0.0
        answer = run(load(model))
        if answer.row_duals.size and answer.found:
            prices[index] = answer.row_duals[rows:]
    return Cut(prices)


def _result(state: _Run, status: Status) -> Result:
    bound = state.bound if status == Status.INFEASIBLE else min(state.bound, state.best[0])
    gap = relative_gap(state.best[0], bound)
    if status == Status.UNKNOWN and np.isfinite(state.best[0]):
        status = Status.OPTIMAL if gap <= state.gap + 1e-12 else Status.FEASIBLE
    state.tell()
    proof = Proof("cuts", bound, count=len(state.cuts))
    return Result(
        status=status,
        x=state.best[1],
        objective=state.best[0],
        bound=bound,
        gap=gap,
        seconds=state.watch.elapsed(),
        method="lshaped",
        history=tuple(state.watch.history),
        certificate=Certificate("lshaped", (Leaf((), proof),), tuple(state.cuts), state.groups),
        notes=state.program.notes,
    )
