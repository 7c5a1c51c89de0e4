"""What the paper says beyond choice, cost and law: other ways, contact, support, leaving, people at home."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.periods import Month
from jiwar.report.amount import Amount


@dataclass(frozen=True, slots=True)
class Way:
    """The best open option of a work package at one site in one form, beside staying in the cheapest way.

    ``saving_eur`` is None when every such option is blocked; an own unit bears its opening and running alone.
    """

    package: str
    site: str
    engagement: str
    saving_eur: Amount | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the same move costs more when it starts at the next date that the case allows."""

    package: str
    start: Month
    later: Month
    extra_eur: Amount


@dataclass(frozen=True, slots=True)
class Interface:
    """Two work packages that talk every week, where both are in the end, and what the distance costs."""

    one: str
    other: str
    hours_per_week: Amount
    one_site: str
    other_site: str
    cost_eur: Amount


@dataclass(frozen=True, slots=True)
class HandOver:
    """Handing over one work package: months of teaching, cost, and how far delivery falls meanwhile."""

    package: str
    months: Amount
    teaching_eur: Amount
    learning_eur: Amount
    lowest_delivery: Amount
    lowest_month: Month
    full_from: Month | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """People who leave in a country of the plan, and what one of them costs to replace."""

    country: str
    attrition: Amount
    fee_share: Amount
    months_to_fill: Amount
    learning_months: Amount | None
    learning_eur: Amount


@dataclass(frozen=True, slots=True)
class Drift:
    """A yearly growth that the plan assumes, with its range and what it makes of 100 at the end."""

    key: str
    name: str
    low: float
    mid: Amount
    high: float
    at_end: Amount | None
    unit: str


@dataclass(frozen=True, slots=True)
class BringBack:
    """What it costs to bring a moved work package home at full size, counted in money of today."""

    package: str
    site: str
    people: Amount
    severance_eur: Amount
    recruiting_eur: Amount
    teaching_eur: Amount

    @property
    def total_eur(self) -> Amount:
        """The three parts together."""
        return self.severance_eur + self.recruiting_eur + self.teaching_eur


@dataclass(frozen=True, slots=True)
class SupportLine:
    """The answer of one scheme of state support to the own unit at one site; amounts in MAD, None if unknown."""

    site: str
    jobs: Amount
    title: str
    sentence: str
    paid: str
    eligible: bool
    counted_eur: Amount
    articles: tuple[str, ...]
    questions: tuple[str, ...]
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportYear:
    """Support that the plan counts in one year, beside its cash, and whether the circular is in force."""

    year: int
    support_eur: Amount
    cash_eur: Amount
    in_force: bool


@dataclass(frozen=True, slots=True)
class JobStep:
    """A number of jobs from which a grant pays an amount."""

    jobs: Amount
    amount_eur: Amount


@dataclass(frozen=True, slots=True)
class JobSteps:
    """What the grants of a capital project pay by number of jobs, and the jobs that the plan has when they count."""

    site: str
    scheme: str
    plan_jobs: Amount
    steps: tuple[JobStep, ...]


@dataclass(frozen=True, slots=True)
class SupportEnd:
    """Support of the offshoring circular in its last year and in the year after."""

    year: int
    last_year_eur: Amount
    year_after_eur: Amount


@dataclass(frozen=True, slots=True)
class CompanyYear:
    """One year of the own units as a company at costs plus a margin; ``rate`` is that of corporate tax."""

    year: int
    costs_eur: Amount
    support_eur: Amount
    profit_eur: Amount
    rate: Amount
    tax_eur: Amount
    withheld_eur: Amount
    after_tax_eur: Amount


@dataclass(frozen=True, slots=True)
class CompanyStatusLine:
    """What taxes come to under one status of the company, and what the status asks for."""

    name: str
    counted: bool
    least: bool
    asks_for: str
    tax_eur: Amount
    withheld_eur: Amount
    after_tax_eur: Amount
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """The own units in Morocco as one company, before and after tax; ``answered``: the case chooses the status."""

    place: str
    answered: bool
    margin: Amount
    mad_per_eur: Amount
    years: tuple[CompanyYear, ...]
    statuses: tuple[CompanyStatusLine, ...]
    questions: tuple[str, ...]

    @property
    def counted(self) -> CompanyStatusLine:
        """The status that is counted."""
        return next(one for one in self.statuses if one.counted)


@dataclass(frozen=True, slots=True)
class PeopleAtHome:
    """What happens to own people at home over the horizon, in people and posts."""

    employed: Amount
    at_end: Amount
    freed: Amount
    moved: Amount
    filled: Amount
    redundant: Amount
    surplus_eur: Amount
    redundancy_eur: Amount
    redundancies_allowed: bool
    works_council: bool
    employees: Amount


@dataclass(frozen=True, slots=True)
class Stage:
    """One move as a stage: its gates, and what a productive year may cost, in EUR of cash, before it saves nothing."""

    package: str
    site: str
    engagement: str
    people: Amount
    start: Month
    gate: Month
    second_gate: Month | None
    planned_eur: Amount
    stop_eur: Amount


@dataclass(frozen=True, slots=True)
class Course:
    """A decision gate at which a pilot grows, from when, and in how many scenarios."""

    gate: Month
    begins: Month
    scenarios: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A number that shows at a gate whether to grow: its mean where a pilot grows, and where it does not."""

    name: str
    unit: str
    grows: Amount
    otherwise: Amount


@dataclass(frozen=True, slots=True)
class Pilot:
    """A pilot that may grow at a decision gate, and what becomes of it in the scenarios of the plan."""

    package: str
    site: str
    start: Month
    share: Amount
    grows_to: Amount
    courses: tuple[Course, ...]
    stays: int
    leaves: int
    scenarios: int
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class LaterDecision:
    """What deciding at the first gate would be worth: knowing no more than now, and knowing everything."""

    gate: Month
    least_eur: Amount | None
    most_eur: Amount


@dataclass(frozen=True, slots=True)
class InScenarios:
    """What the plan and staying cost in the mean of the scenarios that it was chosen for; pilots as they turn out."""

    scenarios: int
    plan_eur: Amount
    staying_eur: Amount | None  # None: limits rule staying out


@dataclass(frozen=True, slots=True)
class Knowing:
    """What knowing the future would be worth at most, and what the plan for the mean would cost more.

    The latter is None when that plan is none in some scenario.
    """

    most_eur: Amount
    mean_plan_extra_eur: Amount | None


@dataclass(frozen=True, slots=True)
class DataFlow:
    """One data flow of a work package that moves: what law says of it at its site, and until when that holds."""

    name: str
    packages: tuple[str, ...]
    site: str
    engagement: str
    categories: tuple[str, ...]
    roles: str
    access: str
    instrument: str
    verdict: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaxRule:
    """A rule of tax that a move sets off, with the question that only an adviser can answer."""

    sentence: str
    articles: tuple[str, ...]
    question: str
    ask: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A site of the case on the map."""

    id: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Further:
    """All of it together; an empty tuple says that there is nothing of the kind in this run."""

    ways: tuple[Way, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    stages: tuple[Stage, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    later_decision: LaterDecision | None = None
    knowing: Knowing | None = None
    in_scenarios: InScenarios | None = None
    interfaces: tuple[Interface, ...] = ()
    hand_over: tuple[HandOver, ...] = ()
    leaving: tuple[Leaving, ...] = ()
    drift: tuple[Drift, ...] = ()
    bring_back: tuple[BringBack, ...] = ()
    support: tuple[SupportLine, ...] = ()
    support_years: tuple[SupportYear, ...] = ()
    job_steps: tuple[JobSteps, ...] = ()
    support_end: SupportEnd | None = None
    home: PeopleAtHome | None = None
    data_flows: tuple[DataFlow, ...] = ()
    tax: tuple[TaxRule, ...] = ()
    company: Company | None = None
    allowance_at_most_eur: Amount | None = None
    map: tuple[MapPlace, ...] = ()
    not_priced: tuple[str, ...] = ()
