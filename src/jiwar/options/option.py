"""The option, the heart of the model: one work package × share × site × engagement × start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law import Assessment
from jiwar.money import FloatArray
from jiwar.options.engagement import Engagement
from jiwar.options.growth import Growth
from jiwar.options.joint_verdict import merged
from jiwar.options.lines import CASH_LINES, LINES, Line
from jiwar.periods import Horizon, Month
from jiwar.provenance import Origin


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an option is blocked, and the smallest change that would unblock it."""

    field: str
    sentence: str
    change: str = ""
    citations: tuple[str, ...] = ()
    after_hand_over: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One way to have one work package done; a blocked option stays in the list with its reasons."""

    index: int
    work_package: str
    share: float
    site: str
    engagement: Engagement
    start: Month | None
    assessments: tuple[tuple[str, Assessment], ...] = ()  # by data flow
    later: tuple[tuple[str, Assessment], ...] = ()  # the same after the hand-over of a build-operate-transfer
    blocked: tuple[Reason, ...] = ()
    not_priced: tuple[str, ...] = ()  # keys of costs of legal duties that apply and that nobody has given
    grows_to: float = 0.0  # the bigger share that a staged option may grow to, see `stages`

    @property
    def id(self) -> str:
        """A readable name, unique within a run: ``test-automation@casablanca/captive/2027-04``."""
        parts = [f"{self.work_package}@{self.site}", self.engagement.value]
        if self.start is not None:
            parts.append(str(self.start))
        if 0 < self.share < 1:
            parts.append(f"{self.share:.0%}")
        if self.grows_to:
            parts[-1] += f" then {self.grows_to:.0%}"
        return "/".join(parts)

    @property
    def assessment(self) -> Assessment | None:
        """What law says of all data flows together, before and after a hand-over; None when nothing leaves home."""
        return merged(tuple(assessment for _, assessment in (*self.assessments, *self.later)))

    @property
    def feasible(self) -> bool:
        """Whether nothing blocks the option by itself."""
        return not self.blocked


@dataclass(frozen=True, slots=True)
class Pool:
    """People of one role and seniority at one site, with what a single employer can hire there."""

    site: str
    role: str
    seniority: str
    limit_people_per_quarter: float

    @property
    def id(self) -> str:
        """A readable name: ``casablanca/test_engineer/senior``."""
        return f"{self.site}/{self.role}/{self.seniority}"


@dataclass(frozen=True, slots=True)
class SitePrice:
    """What an own unit costs apart from the work done there."""

    site: str
    opening_eur: float
    running_eur_per_month: FloatArray
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeRole:
    """What planning needs to know about one role at home: cost of people freed, and open posts."""

    role: str
    employer_cost_eur_per_month: FloatArray
    recruiting_eur_per_hire: float
    severance_eur_per_person: float
    attrition_per_month: float
    open_posts_people: float
    employed_people: float


@dataclass(frozen=True)
class Options:
    """All options of a case, assessed and priced, and everything that they share.

    Axes: O options, L lines, M months, Q quarters, K pools, R roles at home. All money in EUR of the
    month in which it is paid, positive numbers are costs.
    """

    case: Case
    facts: Facts
    horizon: Horizon
    items: tuple[Option, ...]
    flows_eur: FloatArray  # (O, L, M)
    npv_eur: FloatArray  # (O,) discounted, all lines
    people: FloatArray  # (O, Q) people working at the option's site, away from home
    home_people: FloatArray  # (O, Q) own employees at home that the option needs
    home_held: FloatArray  # (O, R, Q) posts at home held by own people, one between two people counts
    hires: FloatArray  # (O, K, Q)
    released: FloatArray  # (O, R, Q) own employees freed
    home_posts: FloatArray  # (O, R, Q) people whom the option means to hire at home
    output: FloatArray  # (O, M) productive full-time equivalents delivered
    demand: FloatArray  # (O, M) productive full-time equivalents needed
    pools: tuple[Pool, ...]
    home_roles: tuple[HomeRole, ...]
    site_prices: Mapping[str, SitePrice]
    interaction_eur: Mapping[tuple[str, str], FloatArray]  # two sites → (Q,) cost of one weekly hour
    shared_hours_per_day: Mapping[str, float]  # by site, with home, mean over the horizon
    discount: FloatArray  # (M,)
    trace: Callable[[int, str], tuple[Origin, ...]] = field(repr=False)  # option, line → what it rests on
    lines: tuple[Line, ...] = LINES
    wage_support_eur: Mapping[int, Mapping[str, FloatArray]] = field(default_factory=dict, repr=False)
    # option → part of the offshoring circular → (M,) cash received, positive; options without any are left out
    growths: tuple[Growth, ...] = ()  # one for each staged option, which stand behind all others
    growth_gates: tuple[int, ...] = ()  # months of the horizon at which they may grow

    def __len__(self) -> int:
        return len(self.items)

    @property
    def blocked(self) -> tuple[Option, ...]:
        """The options that something blocks, each with its reasons."""
        return tuple(option for option in self.items if option.blocked)

    def of(self, work_package: str) -> tuple[Option, ...]:
        """Return the options of one work package, blocked ones included."""
        return tuple(option for option in self.items if option.work_package == work_package)

    @property
    def cash_eur(self) -> FloatArray:
        """Cash paid by option and month, shape (O, M)."""
        paid: FloatArray = self.flows_eur[:, list(CASH_LINES), :].sum(axis=1)
        return paid

    def staying(self) -> tuple[int, ...]:
        """Return the cheapest feasible way to stay of each work package: the plan to compare with."""
        best: list[int] = []
        for work_package in self.case.work_packages:
            stays = [
                option.index
                for option in self.of(work_package.id)
                if option.engagement.stays and option.feasible
            ]
            best.append(min(stays, key=lambda index: (self.npv_eur[index], index)))
        return tuple(best)

    def quarters(self, monthly: FloatArray) -> FloatArray:
        """Sum an array with months on its last axis into quarters."""
        shape = (*monthly.shape[:-1], self.horizon.quarters, 3)
        total: FloatArray = np.reshape(monthly, shape).sum(axis=-1)
        return total
