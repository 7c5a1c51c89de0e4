"""A small invented run with every kind of content, so that sections can be tested without the kernel."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from jiwar.case import example_folder, read_case
from jiwar.options import Options, enumerate_options
from jiwar.periods import Horizon, Month, Quarter
from jiwar.planning import Plan, choose
from jiwar.provenance import Origin, OriginKind, RunRecord
from jiwar.report.amount import Amount
from jiwar.report.context import (
    BlockedBest,
    BlockedGroup,
    BlockedReason,
    CashFlow,
    Choice,
    CostLine,
    Duty,
    GateFinding,
    Lane,
    LawOfChoice,
    LimitUse,
    NearestMove,
    PackagePlan,
    ReportContext,
    SitePlan,
    Solution,
)
from jiwar.report.context_from_plan import context_of
from jiwar.report.ground import Assumption, FactEntry, Ground, SourceEntry, Statement
from jiwar.risk import Evaluation, StrategyScore, compare_strategies, evaluate

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.planning import Plan
    from jiwar.report import Report
    from jiwar.risk import Evaluation

HORIZON = Horizon(Month(2027, 1), 60)
QUARTERS = HORIZON.quarters
RATE = 0.08


def fact(key: str) -> Origin:
    return Origin(OriginKind.FACT, key)


PAY_HOME = fact("pay/DE-stuttgart/test_engineer/senior")
PAY_AWAY = fact("pay/MA-casablanca/test_engineer/senior")
FEE = fact("provider_rate/MA/senior")
LEARNING = fact("learning_months/near")
CHARGES = Origin(OriginKind.RULE, "morocco/social-security/charges")
VALUE = Origin(OriginKind.CASE, "value_of_work")
DISCOUNT = Origin(OriginKind.CASE, "discount_rate")
HOURS = Origin(OriginKind.METHOD, "shared-hours")

LINES = (
    ("pay", "Pay", "running", (PAY_HOME, PAY_AWAY)),
    ("charges", "Employer charges", "running", (PAY_HOME, PAY_AWAY, CHARGES)),
    ("seats", "Seats", "running", (PAY_HOME,)),
    ("provider_fees", "Provider fees", "running", (FEE,)),
    ("travel", "Travel", "running", (LEARNING,)),
    ("recruiting", "Recruiting", "one_off", (PAY_HOME,)),
    ("knowledge_transfer", "Knowledge transfer", "one_off", (PAY_HOME, LEARNING)),
    ("legal_duties", "Legal duties", "one_off", (LEARNING,)),
    ("learning_ramp_up", "Ramp-up", "hidden", (FEE, LEARNING)),
    ("learning_turnover", "Learning after turnover", "hidden", (FEE, LEARNING)),
    ("coordination", "Coordination", "hidden", (PAY_HOME, LEARNING)),
    ("undone_work", "Work left undone", "value", (VALUE, LEARNING)),
)

Levels = Mapping[str, tuple[float, float, float]]

STAYING_PER_MONTH: Levels = {
    "pay": (88_000, 88_000, 105_000),
    "charges": (18_000, 18_000, 21_500),
    "seats": (11_000, 11_000, 13_000),
    "recruiting": (14_000, 9_000, 2_000),
    "learning_ramp_up": (6_000, 4_000, 500),
    "learning_turnover": (2_000, 2_500, 3_000),
    "undone_work": (70_000, 45_000, 22_000),
}
PLAN_PER_MONTH: Levels = {
    "pay": (88_000, 62_000, 58_000),
    "charges": (18_000, 12_600, 11_900),
    "seats": (11_000, 8_000, 7_600),
    "provider_fees": (0, 44_000, 52_000),
    "travel": (0, 3_500, 2_600),
    "recruiting": (2_000, 1_000, 700),
    "knowledge_transfer": (2_000, 19_000, 0),
    "legal_duties": (6_000, 500, 500),
    "learning_ramp_up": (0, 9_000, 300),
    "learning_turnover": (2_000, 3_000, 3_400),
    "coordination": (0, 5_500, 5_200),
    "undone_work": (66_000, 30_000, 7_000),
}


def monthly(levels: tuple[float, float, float], factor: float = 1.0) -> tuple[float, ...]:
    """Three levels: the first quarter, the first year and a half, the rest."""
    return tuple(factor * (levels[0] if m < 3 else levels[1] if m < 15 else levels[2]) for m in range(60))


def discounting() -> tuple[float, ...]:
    return tuple((1 + RATE) ** -((m + 0.5) / 12) for m in range(60))


def present(series: tuple[float, ...]) -> float:
    return sum(v * d for v, d in zip(series, discounting(), strict=True))


def cost_lines(plan: Levels, factor: float) -> tuple[CostLine, ...]:
    nothing = (0.0, 0.0, 0.0)
    return tuple(
        CostLine(
            key,
            name,
            f"what {name.lower()} means",
            kind,
            Amount(present(monthly(STAYING_PER_MONTH.get(key, nothing))), origins),
            Amount(present(monthly(plan.get(key, nothing), factor)), origins),
            monthly(STAYING_PER_MONTH.get(key, nothing)),
            monthly(plan.get(key, nothing), factor),
        )
        for key, name, kind, origins in LINES
    )


def cash_flow(plan: Levels, factor: float) -> CashFlow:
    def added(table: Levels, keys: list[str], scale: float) -> tuple[float, ...]:
        series = [monthly(table[key], scale) for key in keys if key in table]
        return tuple(sum(values) for values in zip(*series, strict=True))

    paid = [key for key, _, kind, _ in LINES if kind != "value"]
    return CashFlow(
        staying_cash_eur=added(STAYING_PER_MONTH, paid, 1.0),
        plan_cash_eur=added(plan, paid, factor),
        staying_undone_eur=added(STAYING_PER_MONTH, ["undone_work"], 1.0),
        plan_undone_eur=added(plan, ["undone_work"], factor),
        discount=discounting(),
        origins=(PAY_HOME, PAY_AWAY, FEE, LEARNING, CHARGES),
    )


def growth(people: float, start: int, fill: float = 0.45) -> tuple[float, ...]:
    return tuple(
        people * (1 - math.exp(-fill * (q - start + 1))) if q >= start else 0.0 for q in range(QUARTERS)
    )


def choice(
    package: str, *, moves: bool, people: float = 0.0, start: str = "2027-07", **changes: Any
) -> Choice:
    site, engagement = ("casablanca", "provider") if moves else ("stuttgart", "stay_hire")
    month = Month.parse(start) if moves else None
    found = Choice(
        option=f"{package}@{site}/{engagement}",
        stays=not moves,
        share=1.0 if moves else 0.0,
        site=site,
        engagement=engagement,
        start=month,
        full_from=month + 11 if month else None,
        people_away=Amount(people, (FEE,)),
        cash_eur=Amount(2_100_000.0 if moves else 1_800_000.0, (PAY_HOME, FEE)),
        undone_eur=Amount(400_000.0, (VALUE,)),
        staying_engagement="stay_hire",
        staying_cash_eur=Amount(2_650_000.0 if moves else 1_800_000.0, (PAY_HOME,)),
        staying_undone_eur=Amount(900_000.0 if moves else 400_000.0, (VALUE,)),
        shared_hours=Amount(7.4, (HOURS,)) if moves else None,
        verdict="allowed_with_mechanism" if moves else "",
    )
    return dataclasses.replace(found, **changes)


def package(
    name: str, *, moves: bool, people: float, start: int = 2, movable: bool = True, **changes: Any
) -> PackagePlan:
    key = name.lower().replace(" ", "-")
    month = str(Month(2027, 1) + 3 * start)
    home = tuple(people * 0.8 if q < start + 2 or not moves else 1.0 for q in range(QUARTERS))
    lanes = [Lane("stuttgart", home, (False,) * QUARTERS, (PAY_HOME,))]
    if moves:
        away = growth(people, start)
        building = tuple(0 < value < 0.9 * people for value in away)
        lanes.append(Lane("casablanca", away, building, (FEE, LEARNING)))
    return PackagePlan(
        id=key,
        name=name,
        branch="ESO",
        movable=movable,
        reason_to_stay="" if movable else "the test benches stand in Stuttgart",
        people_needed=Amount(people, (Origin(OriginKind.CASE, f"team/{key}"),)),
        people_employed=Amount(people * 0.6, (Origin(OriginKind.CASE, f"team/{key}"),)),
        choice=choice(key, moves=moves, people=people, start=month, **changes),
        lanes=tuple(lanes),
    )


def ground() -> Ground:
    facts = {
        origin.key: FactEntry(origin.key, low, mid, high, unit, kind, "2025", grade, ("anapec_2025",), note)
        for origin, low, mid, high, unit, kind, grade, note in (
            (PAY_HOME, 72_000, 81_000, 92_000, "EUR/year", "quartiles", "survey", ""),
            (PAY_AWAY, 216_000, 288_000, 384_000, "MAD/year", "published", "press", "large employers"),
            (FEE, 300, 340, 380, "EUR/day", "published", "vendor", ""),
            (LEARNING, 6, 9, 14, "months", "prior", "prior", "teams that know the product learn faster"),
        )
    }
    return Ground(
        facts=facts,
        sources={
            "anapec_2025": SourceEntry(
                "anapec_2025",
                "Wages in technical trades",
                "A labour agency",
                "https://example.org/wages?a=1&b=2",
                "2026-11-02",
                "table 4",
            )
        },
        rules={
            CHARGES.key: Statement(
                "The employer pays 8.98 % of gross up to a ceiling.", "Decree 2-18-781, art. 1"
            )
        },
        case_lines={
            "value_of_work": Statement("A productive full-time year is worth EUR 150,000.", "case.yaml:12"),
            "discount_rate": Statement("Amounts are discounted at 8 % a year.", "case.yaml:11"),
            "assumption/provider_rate/MA/senior": Statement("offer of 12 October 2026", "case.yaml:60"),
            **{
                f"team/{key}": Statement("People needed by quarter.", "team.csv")
                for key in ("test-automation", "data-evaluation", "bench-operation", "safety-case")
            },
        },
        methods={"shared-hours": Statement("Working hours on both clocks, minute by minute.")},
    )


def law_of(name: str) -> LawOfChoice:
    duty = Duty(
        "Sign the standard contractual clauses, module 3",
        "Data protection officer",
        "before the first access",
        "Art. 46(2)(c) GDPR",
    )
    return LawOfChoice(
        name,
        "Casablanca",
        "provider",
        Month(2027, 7),
        "allowed_with_mechanism",
        1.0,
        (
            GateFinding(
                "privacy_eu",
                "allowed_with_mechanism",
                (
                    "Remote access from a third country is a transfer.",
                    "Standard contractual clauses allow it once a transfer impact assessment has passed.",
                ),
                ("Art. 44 GDPR", "Art. 46 GDPR"),
                (),
                (duty,),
            ),
            GateFinding(
                "export_control",
                "manual_review",
                ("Whether technology is listed was not said.",),
                ("Art. 2 Reg. (EU) 2021/821",),
                ("export_classification",),
                (),
            ),
        ),
    )


def blocked() -> tuple[BlockedGroup, ...]:
    counted = (Origin(OriginKind.METHOD, "blocked"),)
    return (
        BlockedGroup(
            ("Data evaluation", "Test automation"),
            ("Tunis", "Casablanca"),
            ("employer_of_record",),
            (
                BlockedReason(
                    "privacy_eu",
                    "The transfer impact assessment has not been passed",
                    "pass the transfer impact assessment for the flow customer data",
                    ("Art. 46 GDPR",),
                ),
            ),
            Amount(24.0, counted),
            BlockedBest("Data evaluation", "Tunis", "employer_of_record", Amount(310_000.0, (FEE, LEARNING))),
        ),
        BlockedGroup(
            ("Test automation",),
            ("Bengaluru",),
            ("captive", "provider"),
            (
                BlockedReason(
                    "shared_hours", "3.1 shared hours a day, 4 are needed", "accept 3 shared hours a day", ()
                ),
                BlockedReason("product", "The law of this case is not coded.", "", ()),
            ),
            Amount(16.0, counted),
            BlockedBest("Test automation", "Bengaluru", "provider", Amount(520_000.0, (FEE, LEARNING))),
        ),
    )


def make(*, moves: bool = True, factor: float = 1.0, **changes: Any) -> ReportContext:
    """Build the invented run; ``factor`` scales the cost of the plan, so that the answer changes."""
    packages = (
        package("Test automation", moves=moves, people=12.0),
        package("Data evaluation", moves=moves, people=7.0, start=4),
        package("Bench operation", moves=False, people=9.0, movable=False),
        package("Safety case", moves=False, people=4.0),
    )
    plan = PLAN_PER_MONTH if moves else STAYING_PER_MONTH
    away = (
        tuple(a + b for a, b in zip(growth(12.0, 2), growth(7.0, 4), strict=True))
        if moves
        else (0.0,) * QUARTERS
    )
    hires = tuple(max(b - a, 0.0) for a, b in zip((0.0, *away[:-1]), away, strict=True))
    home = tuple(24.0 - value * 0.6 for value in away)
    sites = [SitePlan("stuttgart", "Stuttgart", "DE", home, (0.5,) * QUARTERS, (PAY_HOME,))]
    if moves:
        sites.append(SitePlan("casablanca", "Casablanca", "MA", away, hires, (FEE, LEARNING)))
    found = ReportContext(
        title="Brake validation",
        company="Remstal Prüftechnik GmbH",
        question="Can part of brake validation be done nearer to where engineers can be found?",
        illustrative=True,
        as_of=dt.date(2026, 11, 22),
        horizon=HORIZON,
        discount_rate=Amount(RATE, (DISCOUNT,)),
        solution=Solution("optimal", 8_000_000.0, 7_980_000.0, 0.0025, 412),
        sites=tuple(sites),
        packages=packages,
        lines=cost_lines(plan, factor),
        cash=cash_flow(plan, factor),
        blocked=blocked(),
        law=(law_of("Test automation"), law_of("Data evaluation")) if moves else (),
        limits=(
            LimitUse(
                "hiring",
                "Casablanca, test engineer, senior",
                Amount(3.0, (PAY_AWAY,)),
                Amount(3.0, (PAY_AWAY,)),
                "people",
                binds=True,
                when=Quarter(2027, 3),
                keeps_out=4,
            ),
            LimitUse(
                "core_team",
                "test engineer",
                Amount(6.0, (DISCOUNT,)),
                Amount(8.0, (DISCOUNT,)),
                "people",
                binds=False,
                at_least=True,
            ),
            LimitUse(
                "budget", "", Amount(2e6, (DISCOUNT,)), Amount(412_000.0, (DISCOUNT,)), "EUR", binds=False
            ),
        ),
        assumptions=(
            Assumption(
                FEE.key,
                320,
                340,
                380,
                "EUR/day",
                "offer of 12 October 2026",
                ground().facts[PAY_AWAY.key],
                Origin(OriginKind.CASE, f"assumption/{FEE.key}"),
            ),
        ),
        grade_shares=tuple(
            (key, Amount(value, (Origin(OriginKind.METHOD, "price-grade"),)))
            for key, value in (
                ("statute", 0.02),
                ("official", 0.11),
                ("survey", 0.46),
                ("press", 0.17),
                ("vendor", 0.14),
                ("prior", 0.1),
            )
        ),
        estimated_share=Amount(0.83, (Origin(OriginKind.METHOD, "price-grade"),)),
        ground=ground(),
        record=RunRecord(
            "0.1.0", "aa11", "bb22", "cc33", "2026-11-22", None, {"gap": 0.005}, {"numpy": "2.4"}
        ),
        nearest_move=None
        if moves
        else NearestMove(
            "Test automation", "Casablanca", "provider", Month(2027, 7), Amount(140_000.0, (FEE,))
        ),
    )
    return dataclasses.replace(found, **changes)


@pytest.fixture(scope="session")
def run() -> Callable[..., ReportContext]:
    """Builds the invented run with changes."""
    return make


@pytest.fixture(scope="session")
def context() -> ReportContext:
    """The invented run in which part of the work moves."""
    return make()


@cache
def planned(name: str) -> tuple[Plan, Options]:
    """Plan an example once for all tests; the gap is wide, since they look at the paper and not at the plan."""
    from jiwar.case import example_folder, read_case
    from jiwar.options import enumerate_options
    from jiwar.planning import choose

    options = enumerate_options(read_case(example_folder(name)))
    return choose(options, gap=0.3), options


@cache
def judged(name: str) -> Evaluation:
    """Judge the plan of an example on a few draws, enough for every section to have something to say."""
    from jiwar.risk import evaluate

    return evaluate(planned(name)[0], draws=32, points=8)


@pytest.fixture(scope="session")
def example_judged() -> Callable[[str], Evaluation]:
    """Judges the plan of a shipped example by its name, once in a session."""
    return judged


@pytest.fixture(scope="session")
def example_run() -> Callable[[str], tuple[Plan, Options]]:
    """Plans a shipped example by its name, once in a session."""
    return planned


@pytest.fixture(scope="session")
def papers() -> dict[str, Report]:
    """The papers of all examples in all languages, and of the invented run, by names such as ``invented-en``."""
    from jiwar.case import example_names
    from jiwar.languages import Language
    from jiwar.report import render, report_of

    found = {"invented-en": report_of(make())}
    for name in example_names():
        plan, options = planned(name)
        found |= {
            f"{name}-{one}": render(plan, judged(name), options=options, language=one) for one in Language
        }
    return found


@dataclasses.dataclass(frozen=True, eq=False)
class Shipped:
    """A shipped example: planned within a wide gap, judged on few draws, and told in any language."""

    options: Options
    plan: Plan
    evaluation: Evaluation
    strategies: tuple[StrategyScore, ...]

    @functools.cache  # noqa: B019 - lives as long as the session
    def context(self, language: str) -> ReportContext:
        return context_of(
            self.plan,
            self.options,
            evaluation=self.evaluation,
            strategies=self.strategies,
            language=language,
        )


@functools.cache
def shipped_example(name: str) -> Shipped:
    options = enumerate_options(read_case(example_folder(name)))
    plan = choose(options, gap=0.05, seconds=60.0)
    evaluation = evaluate(plan, draws=200, points=32)
    compared = compare_strategies(options, plan, draws=100, gap=0.1) if name == "vehicle-software" else ()
    return Shipped(options, plan, evaluation, compared)


@pytest.fixture(scope="session")
def shipped() -> Callable[[str], Shipped]:
    """Plans a shipped example once for all tests."""
    return shipped_example
