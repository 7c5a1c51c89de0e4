"""Exactly what the sections need to know about a run; plain values, no kernel behind them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate

from jiwar.periods import Horizon, Month, Quarter
from jiwar.provenance import Origin, RunRecord
from jiwar.report.amount import Amount, total
from jiwar.report.further import Further
from jiwar.report.ground import Assumption, Ground
from jiwar.report.judgement import Judgement
from jiwar.report.live import Live
from jiwar.report.nearness import SharedHours, TalentDepth


@dataclass(frozen=True, slots=True)
class SitePlan:
    """One site of the plan: who works there and who is hired there, by quarter."""

    id: str
    name: str
    country: str
    people: tuple[float, ...]
    hires: tuple[float, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """The people who do one work package at one site, by quarter, and when they are still building up."""

    site: str
    people: tuple[float, ...]
    building_up: tuple[bool, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The option that the plan takes for a work package: what share, where, how and from when.

    Money is present value over the horizon in EUR for the whole package, the share that stays included;
    ``staying`` is the package done in the cheapest way at home, ``staying_engagement``.
    """

    option: str
    stays: bool
    share: float
    site: str
    engagement: str
    start: Month | None
    full_from: Month | None
    people_away: Amount
    cash_eur: Amount
    undone_eur: Amount
    staying_engagement: str
    staying_cash_eur: Amount
    staying_undone_eur: Amount
    shared_hours: Amount | None = None
    verdict: str = ""

    @property
    def extra_cash_eur(self) -> Amount:
        """What the choice pays more than staying; negative is a saving."""
        return self.cash_eur - self.staying_cash_eur

    @property
    def extra_undone_eur(self) -> Amount:
        """The value of work that the choice leaves undone more than staying does."""
        return self.undone_eur - self.staying_undone_eur


@dataclass(frozen=True, slots=True)
class PackagePlan:
    """One work package and what the plan does with it."""

    id: str
    name: str
    branch: str
    movable: bool
    reason_to_stay: str
    people_needed: Amount
    people_employed: Amount
    choice: Choice
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of the chart of lines: staying and plan, present value in EUR, positive is a cost.

    The amounts by month are as paid or missed, not discounted, in EUR.
    """

    key: str
    name: str
    meaning: str
    kind: str
    staying_eur: Amount
    plan_eur: Amount
    staying_by_month_eur: tuple[float, ...]
    plan_by_month_eur: tuple[float, ...]

    @property
    def difference_eur(self) -> Amount:
        """What the plan costs more than staying; negative is a saving."""
        return self.plan_eur - self.staying_eur


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Cash and the value of work left undone, by month, as paid or missed (not discounted), in EUR."""

    staying_cash_eur: tuple[float, ...]
    plan_cash_eur: tuple[float, ...]
    staying_undone_eur: tuple[float, ...]
    plan_undone_eur: tuple[float, ...]
    discount: tuple[float, ...]
    origins: tuple[Origin, ...]

    @property
    def extra_cash_eur(self) -> tuple[float, ...]:
        """What the plan pays more than staying, month by month."""
        return tuple(p - s for p, s in zip(self.plan_cash_eur, self.staying_cash_eur, strict=True))

    @property
    def extra_undone_eur(self) -> tuple[float, ...]:
        """The value of work that the plan leaves undone more than staying does, month by month."""
        return tuple(p - s for p, s in zip(self.plan_undone_eur, self.staying_undone_eur, strict=True))

    @property
    def cumulated_cash_eur(self) -> tuple[float, ...]:
        """The extra cash of the plan, added up month after month."""
        return tuple(accumulate(self.extra_cash_eur))

    @property
    def cumulated_all_eur(self) -> tuple[float, ...]:
        """The same with the value of work left undone."""
        both = (c + u for c, u in zip(self.extra_cash_eur, self.extra_undone_eur, strict=True))
        return tuple(accumulate(both))


@dataclass(frozen=True, slots=True)
class BlockedBest:
    """The best of some blocked options, and what it would save against staying if it were unblocked."""

    package: str
    site: str
    engagement: str
    saving_eur: Amount


@dataclass(frozen=True, slots=True)
class BlockedReason:
    """One thing that stands in the way, in its field, and the smallest change that would remove it.

    ``about`` names the data flows that it concerns, when it concerns data.
    """

    field: str
    sentence: str
    change: str
    citations: tuple[str, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockedGroup:
    """Options that are blocked for the same reasons; ``best`` is the one that would save most."""

    packages: tuple[str, ...]
    sites: tuple[str, ...]
    engagements: tuple[str, ...]
    reasons: tuple[BlockedReason, ...]
    options: Amount
    best: BlockedBest

    @property
    def changes(self) -> tuple[str, ...]:
        """The changes that together would unblock these options; empty when one reason has none."""
        if not all(reason.change for reason in self.reasons):
            return ()
        return tuple(dict.fromkeys(reason.change for reason in self.reasons))


@dataclass(frozen=True, slots=True)
class Duty:
    """What must be done, by whom, before when, under which article, and whether it is ``done`` or ``open``.

    ``lead_months`` is None when nobody publishes how long it takes; ``due`` is the kind of the deadline.
    """

    text: str
    owner: str
    deadline: str
    article: str
    state: str = "open"
    lead_months: float | None = 0.0
    due: str = "before_start"


@dataclass(frozen=True, slots=True)
class GateFinding:
    """What one field of law says about a choice."""

    gate: str
    verdict: str
    sentences: tuple[str, ...]
    citations: tuple[str, ...]
    missing: tuple[str, ...]
    duties: tuple[Duty, ...]
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LawOfChoice:
    """The verdicts of all gates on one chosen option."""

    package: str
    site: str
    engagement: str
    start: Month | None
    verdict: str
    lead_months: float
    gates: tuple[GateFinding, ...]


@dataclass(frozen=True, slots=True)
class LimitUse:
    """A limit that the options share, at its tightest moment, and how many cheaper options it keeps out."""

    family: str
    about: str
    limit: Amount
    used: Amount
    unit: str
    binds: bool
    at_least: bool = False
    when: Quarter | None = None
    keeps_out: int = 0


@dataclass(frozen=True, slots=True)
class OtherWorld:
    """What the best plan costs more in a world that differs in one thing; None when there is no plan there."""

    world: str  # without_site, without_limit, without_field, more_people
    about: str
    change_eur: Amount | None
    least_eur: Amount | None
    most_eur: Amount | None


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """A plan judged on many draws: what it saves against staying, in EUR of present value; ``judged`` is the rest."""

    saving_p10_eur: Amount
    saving_p50_eur: Amount
    saving_p90_eur: Amount
    chance_of_loss: Amount
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True)
class NearestMove:
    """When everything stays: the move that would come closest, and what it would cost more."""

    package: str
    site: str
    engagement: str
    start: Month | None
    extra_eur: Amount


@dataclass(frozen=True, slots=True)
class Solution:
    """How good the plan is proven to be: status, the cost found, and the bound that no plan can beat."""

    status: str
    cost_eur: float
    bound_eur: float
    gap: float
    options: int
    seconds: float | None = None
    verified: bool = False  # a checker without solver has seen that the bound holds


@dataclass(frozen=True, slots=True)
class ReportContext:
    """One run, ready to be told. The first of ``sites`` is home; series have one value per quarter."""

    title: str
    company: str
    question: str
    illustrative: bool
    as_of: dt.date
    horizon: Horizon
    discount_rate: Amount
    solution: Solution
    sites: tuple[SitePlan, ...]
    packages: tuple[PackagePlan, ...]
    lines: tuple[CostLine, ...]
    cash: CashFlow
    blocked: tuple[BlockedGroup, ...]
    law: tuple[LawOfChoice, ...]
    limits: tuple[LimitUse, ...]
    assumptions: tuple[Assumption, ...]
    grade_shares: tuple[tuple[str, Amount], ...]
    estimated_share: Amount
    ground: Ground
    record: RunRecord
    nearest_move: NearestMove | None = None
    worths: tuple[OtherWorld, ...] = ()
    uncertainty: Uncertainty | None = None
    shared_hours: tuple[SharedHours, ...] = ()
    talent: TalentDepth | None = None
    further: Further | None = None
    live: Live | None = None

    @property
    def judged(self) -> Judgement | None:
        """What draws say beyond the saving, when that was computed."""
        return None if self.uncertainty is None else self.uncertainty.judged

    @property
    def home(self) -> SitePlan:
        """The company's site at home."""
        return self.sites[0]

    def site_name(self, site: str) -> str:
        """Return the name of a site of the plan by its id."""
        return next(one.name for one in self.sites if one.id == site)

    @property
    def cash_lines(self) -> tuple[CostLine, ...]:
        """The lines that are paid."""
        return tuple(line for line in self.lines if line.kind != "value")

    @property
    def value_lines(self) -> tuple[CostLine, ...]:
        """The lines that are missed rather than paid: work left undone."""
        return tuple(line for line in self.lines if line.kind == "value")

    @property
    def staying_eur(self) -> Amount:
        """Cash and undone work of staying, present value."""
        return total(tuple(line.staying_eur for line in self.lines))

    @property
    def saving_eur(self) -> Amount:
        """What the plan saves against staying in cash and undone work together, present value."""
        return self.staying_eur - total(tuple(line.plan_eur for line in self.lines))
