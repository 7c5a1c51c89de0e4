"""The plan: the options chosen together, what they share, and how good the plan is proven to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.certificate import Certificate
from jiwar.planning.highs import relative_gap
from jiwar.provenance import RunRecord

if TYPE_CHECKING:
    from jiwar.options import Options


class Status(StrEnum):
    """How the search for a plan ended; each of these is a plan that keeps every limit."""

    OPTIMAL = "optimal"  # proven within the gap asked for
    FEASIBLE = "feasible"  # time ran out; the gap says how far from proven
    INTERRUPTED = "interrupted"  # somebody stopped the search


@dataclass(frozen=True, slots=True)
class Opening:
    """An own unit that opens at a site in a period."""

    site: str
    period: str


@dataclass(frozen=True, slots=True)
class Limit:
    """One rule of the case with its use by the plan.

    ``binding`` is true when nothing is left of it; ``holds_back`` lists options cheaper on their own than
    the chosen one of their package that this limit alone keeps out of the plan.
    """

    family: str
    scope: str
    name: str
    used: float
    available: float
    unit: str
    period: str
    binding: bool
    at_least: bool = False  # available is a floor rather than a ceiling
    holds_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkforcePlan:
    """What happens to people at home; arrays have one row per skill (or post, or move) and period columns."""

    skills: tuple[str, ...]
    posts: tuple[str, ...]
    moves: tuple[str, ...]
    stock: FloatArray
    surplus: FloatArray
    redundant: FloatArray
    recruited: FloatArray
    short_time: FloatArray
    filled: FloatArray
    moved: FloatArray


@dataclass(frozen=True, slots=True)
class Claim:
    """A grant that the plan claims: the jobs it needs and has, when they are counted, when it is paid."""

    name: str
    site: str
    least_people: float
    people: float
    counted: str
    paid: str
    amount_eur: float


@dataclass(frozen=True, slots=True)
class Leave:
    """A chosen option that is given up at a gate in some scenarios, and how likely that is."""

    name: str
    gate: str
    probability: float


@dataclass(frozen=True, slots=True)
class Growing:
    """A gate at which a staged option grows, and how likely that is."""

    gate: str
    begins: str  # month in which growing begins
    probability: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A number that is drawn, its mean where a staged option grows, and where it does not.

    ``apart`` is the distance between them over the standard deviation within both groups. An empty unit says that
    the number multiplies what the case says.
    """

    key: str
    unit: str
    grows: float
    otherwise: float
    apart: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A chosen option that is a pilot: how likely it grows, stays as it is, or is given up, and what shows it."""

    name: str
    work_package: str
    site: str
    begins: str
    share: float
    grows_to: float
    grows: tuple[Growing, ...]
    stays: float
    leaves: float
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """What deciding at the first gate would be worth against deciding now, in EUR of expected cost.

    The value lies between both ends; below zero means that waiting costs more than knowing more is worth.
    """

    gate: str
    least_eur: float | None  # deciding later and knowing no more than now; None: no such plan was found
    most_eur: float  # knowing the scenario at the gate
    error_eur: float  # standard error of the most, zero when all scenarios were looked at
    scenarios: int  # looked at for the most


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What knowing the future, and planning for all futures, is worth in EUR of expected cost."""

    knowing_most_eur: float  # the most that knowing every scenario before deciding can be worth
    error_eur: float  # standard error of it, zero when all scenarios were looked at
    scenarios: int  # looked at for it
    mean_plan_extra_eur: (
        float | None
    )  # what the plan for the mean costs more; None: it is no plan in some scenario


@dataclass(frozen=True)
class Uncertainty:
    """What scenarios make of a plan; the plan's objective is ``(1 - λ) · expected + λ · worst``."""

    risk_weight: float  # λ
    tail: float  # share of scenarios that count as the worst
    expected_eur: float
    worst_eur: float  # mean cost of the worst tail
    mid_eur: float  # cost on mid values
    probability: FloatArray  # (S,)
    cost_by_scenario_eur: FloatArray  # (S,)
    load_people: FloatArray  # (K, T) people asked of the labour market on mid values
    short_people: FloatArray  # (K, T) expected people short, covered by contractors
    shortage_eur: float  # expected cost of covering them
    leaves: tuple[Leave, ...] = ()
    stages: tuple[Stage, ...] = ()
    staying_by_scenario_eur: FloatArray | None = None  # (S,) None: not asked, or limits rule staying out
    waiting: Waiting | None = None  # None: not asked
    knowledge: Knowledge | None = None  # None: not asked


@dataclass(frozen=True)
class Plan:
    """The options chosen together; ``shared_eur`` is what they cost beyond their own price."""

    status: Status
    chosen: tuple[int, ...]
    names: tuple[str, ...]
    objective_eur: float
    bound_eur: float
    gap: float
    seconds: float
    periods: tuple[str, ...]
    sites: tuple[str, ...]
    pools: tuple[str, ...]
    units: FloatArray  # (S, T) one while a site has an own unit
    hires: FloatArray  # (K, T) people hired, posts that freed people take included
    workforce: WorkforcePlan | None
    shared_eur: Mapping[str, FloatArray]  # line → (T,)
    limits: tuple[Limit, ...] = ()
    claims: tuple[Claim, ...] = ()
    record: RunRecord | None = field(default=None, compare=False)
    options: Options | None = field(default=None, compare=False, repr=False)  # not kept in files

    uncertainty: Uncertainty | None = None  # None: chosen on mid values
    certificate: Certificate | None = field(default=None, compare=False, repr=False)  # why the bound holds
    verified_eur: float | None = None  # the bound as a checker without solver sees it; None: not looked at

    @property
    def mid_cost_eur(self) -> float:
        """The present value of the plan on mid values, however it was chosen."""
        return self.objective_eur if self.uncertainty is None else self.uncertainty.mid_eur

    @property
    def bound_verified(self) -> bool:
        """Whether a checker without solver has seen that no plan costs less than the bound."""
        room = 1e-6 * (1.0 + abs(self.objective_eur))
        return self.verified_eur is not None and self.verified_eur >= self.bound_eur - room

    @property
    def verified_gap(self) -> float | None:
        """The gap to the bound that a checker without solver has seen, None when it has seen none."""
        return None if self.verified_eur is None else relative_gap(self.objective_eur, self.verified_eur)

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The own units that open, by site in order of the case."""
        found = []
        for site, row in zip(self.sites, self.units, strict=True):
            if row.any():
                found.append(Opening(site, self.periods[int(row.argmax())]))
        return tuple(found)

    def shared_by_month(self) -> dict[str, FloatArray]:
        """Return the shared cost by line and month, each quarter spread evenly over its months."""
        return {
            line: amounts.repeat(MONTHS_PER_QUARTER) / MONTHS_PER_QUARTER
            for line, amounts in self.shared_eur.items()
        }
