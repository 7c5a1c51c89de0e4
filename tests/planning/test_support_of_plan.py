"""From the `support` block of a case to claims of a plan: steps, timing, what counts, and what never does."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools

import numpy as np
import pytest

import jiwar
from jiwar.case import Assumption, Case, Support
from jiwar.facts import Facts
from jiwar.law.support import PAYMENT_MONTHS, job_steps
from jiwar.law.tax import CompanyStatus
from jiwar.options import LINE_INDEX, Options
from jiwar.planning import (
    Plan,
    PlanError,
    Status,
    check_plan,
    check_uncertain_plan,
    choose,
    insist_on,
    problem_of,
    solve,
    solve_uncertain,
)
from jiwar.planning.of_case.company import MARGIN, allowance_of_plan, statement_of_plan, unit_sites
from jiwar.planning.of_case.steps_of_case import grant_steps, own_unit_people, project_with, steps_of
from jiwar.planning.of_case.support import cliff_of_plan, jobs_at, support_by_year, support_of_plan
from jiwar.planning.problem import Problem
from jiwar.planning.uncertain import UncertainProblem
from jiwar.risk import price_futures
from jiwar.risk.law_and_state import SUPPORT_DELAY, SUPPORT_PAID, grants_paid, keys_of_law

GRANT: dict[str, object] = {
    "site": "casablanca",
    "counted_on": True,
    "investment": "55 MMAD",
    "convention": "2027-04",
    "jobs_by": "2029-10",
    "women": "35 %",
    "public_enterprise": "no",
}
WAGES: dict[str, object] = {
    "counted_on": True,
    "sites": {"casablanca": "Casanearshore"},
    "moroccan_share": "95 %",
    "pay_agreed_net": "no",
}


def _case(case: Case, *, grant: dict[str, object] | None = GRANT, times: float = 4.0) -> Case:
    """The demo several times as large, at home and in Casablanca, own units only, without data that need papers."""
    names = ("test-automation", "data-analysis", "documentation")
    packages = tuple(
        case.work_package(name).model_copy(update={"shares": (1.0,), "after": (), "languages": {}})
        for name in names
    )
    team = tuple(
        line.model_copy(update={"people": times * line.people, "employed": 0.0, "role": "software_engineer"})
        for line in case.team
        if line.work_package in names
    )
    said: dict[str, object] = {"offshoring": WAGES} | ({} if grant is None else {"capital": [grant]})
    update = {
        "sites": ("stuttgart", "casablanca"),
        "engagements": ("captive",),
        "stay": ("hire",),
        "starts": case.starts[:3],
        "work_packages": packages,
        "team": team,
        "interactions": (),
        "data_flows": (),
        "open_posts": {},
        "limits": case.limits.model_copy(
            update={
                "budget_eur": None,
                "core_team_people": {},
                "minimum_team_people": None,
                "max_share_abroad": None,
            }
        ),
        "support": Support.model_validate(said),
    }
    return case.model_copy(update=update)


def _all_move(options: Options) -> Plan:
    return dataclasses.replace(solve(_all_moved(options), gap=0.0), options=options)


def _all_moved(options: Options) -> Problem:
    """Move one package after the other, so that the labour market can follow."""
    problem = problem_of(options)
    packages = [package.id for package in options.case.work_packages]
    for option in options.items:
        if (
            option.start is not None
            and option.start == options.case.starts[packages.index(option.work_package)]
        ):
            problem = insist_on(problem, option.index)
    return problem


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return jiwar.load_facts()


@pytest.fixture(scope="module")
def demo() -> Case:
    """The demo case."""
    return jiwar.read_case(jiwar.example("brake-validation"))


@pytest.fixture(scope="module")
def options(demo: Case) -> Options:
    """Options of the enlarged demo."""
    return jiwar.enumerate_options(_case(demo))


@pytest.fixture(scope="module")
def plan(options: Options) -> Plan:
    """Its plan when all packages move."""
    return _all_move(options)


def test_steps_are_those_of_the_law_counted_and_paid_late(options: Options, facts: Facts) -> None:
    (project,) = options.case.support.capital
    nobody = project_with(options, project, 0)
    by_law = job_steps(nobody, on=project.convention.first_day, most_jobs=2_000)
    made = grant_steps(options)
    assert made
    assert [one.step.stable_jobs for one in made] == [step.stable_jobs for step in by_law][: len(made)]
    assert made[0].step.stable_jobs == 50
    for one in made:
        assert one.counted == options.horizon.index(project.jobs_by) // 3
        months = PAYMENT_MONTHS[one.step.scheme][1]
        assert one.paid == (options.horizon.index(project.convention) + months) // 3
        assert one.paid > one.counted
        assert one.amount_eur == pytest.approx(one.step.amount_mad / facts.get("fx/MAD").value)


def test_in_scenarios_grants_are_worth_what_is_paid_of_them_and_when(options: Options) -> None:
    """Worked by hand: all steps are paid in one quarter; later by whole quarters, in part, or not any more."""
    (quarter,) = {one.paid for one in grant_steps(options)}
    left = 3 * (options.horizon.quarters - quarter)
    drawn = {
        SUPPORT_DELAY: np.array([0.0, 0.0, 3.0, float(left)]),
        SUPPORT_PAID: np.array([1.0, 0.5, 0.8, 1.0]),
    }
    worth = grants_paid(options, drawn, 4)
    due, late = (options.discount[3 * at : 3 * at + 3].sum() for at in (quarter, quarter + 1))
    np.testing.assert_allclose(worth, [1.0, 0.5, 0.8 * late / due, 0.0], atol=1e-12)
    steps = steps_of(options)
    assert steps is not None
    assert {SUPPORT_DELAY, SUPPORT_PAID} <= set(keys_of_law(options, (), steps.amount_eur))


def test_plans_for_scenarios_count_grants_as_they_are_drawn(options: Options) -> None:
    """The same moves with grants as drawn and with grants worth nothing: the mean differs by the mean of the grant."""
    priced = price_futures(options, scenarios=8, seed=3)
    ratio = priced.prices["support"]
    np.testing.assert_allclose(ratio, grants_paid(options, priced.drawn, 8))
    assert np.ptp(ratio) > 0.1
    uncertain = UncertainProblem.of(_all_moved(options), priced, risk_weight=0.0, tail=0.1)
    without = dataclasses.replace(uncertain, prices={**priced.prices, "support": np.zeros(8)})
    found = []
    for one in (uncertain, without):
        plan = solve_uncertain(one, gap=0.0, seconds=60.0)
        assert check_uncertain_plan(one, plan) == ()
        assert plan.uncertainty is not None
        found.append(plan.uncertainty.expected_eur)
    step = max(grant_steps(options), key=lambda one: one.amount_eur)
    assert step.amount_eur > 1e5
    discount = uncertain.problem.discount[step.paid]
    assert found[1] - found[0] == pytest.approx(ratio.mean() * step.amount_eur * discount)


def test_a_plan_claims_what_its_own_people_earn_and_one_step_only(options: Options, plan: Plan) -> None:
    people = own_unit_people(options)[list(plan.chosen)].sum(axis=0)
    assert np.array_equal(jobs_at(plan, "casablanca"), people)
    (claim,) = plan.claims
    reached = [one for one in grant_steps(options) if one.step.stable_jobs <= people[one.counted]]
    assert claim.amount_eur == pytest.approx(max(one.amount_eur for one in reached))
    assert claim.people == pytest.approx(people[reached[0].counted])
    assert check_plan(problem_of(options), plan) == ()


def test_a_grant_not_counted_on_or_not_answered_or_paid_too_late_is_no_money(demo: Case) -> None:
    unanswered = {name: value for name, value in GRANT.items() if name != "public_enterprise"}
    for grant in (None, GRANT | {"counted_on": False}, unanswered, GRANT | {"public_enterprise": "unknown"}):
        made = jiwar.enumerate_options(_case(demo, grant=grant))
        assert grant_steps(made) == ()
        assert problem_of(made).steps is None
    late = jiwar.enumerate_options(_case(demo, grant=GRANT | {"convention": "2028-04"}))
    assert {one.paid >= late.horizon.quarters for one in grant_steps(late)} == {True}
    assert steps_of(late) is None


def test_steps_follow_the_reading_of_the_case(demo: Case) -> None:
    """Without rules of low confidence only the first band of the job premium is sure."""
    case = _case(demo, times=6.0)
    doubtful = case.support.model_copy(update={"readings": {"low_confidence_rules": "off"}})
    made = jiwar.enumerate_options(case.model_copy(update={"support": doubtful}))
    sure, usual = grant_steps(made), grant_steps(jiwar.enumerate_options(case))
    assert len(sure) < len(usual)
    assert max(one.amount_eur for one in sure) < max(one.amount_eur for one in usual)


def _worth(demo: Case, eur_per_year: float, grant: dict[str, object] | None) -> Options:
    """Two packages that fill 42 jobs abroad in any case, and documentation, which may also be left undone."""
    case = _case(demo, times=3.0, grant=grant)
    packages = tuple(
        package.model_copy(update={"value_of_work_eur_per_year": eur_per_year})
        if package.id == "documentation"
        else package
        for package in case.work_packages
    )
    return jiwar.enumerate_options(
        case.model_copy(update={"work_packages": packages, "stay": ("hire", "undone")})
    )


@pytest.mark.parametrize(("eur_per_year", "moves"), [(44e3, True), (30e3, False)])
def test_the_plan_moves_more_for_a_step_when_the_grant_is_worth_it(
    demo: Case,
    eur_per_year: float,
    moves: bool,  # noqa: FBT001 - a table of cases
) -> None:
    """Without the grant documentation is left undone; every plan is tried one by one to see what is best with it."""
    without = choose(_worth(demo, eur_per_year, None), gap=0.0)
    assert "documentation@stuttgart/stay_undone" in without.names
    options = _worth(demo, eur_per_year, GRANT)
    plan = choose(options, gap=0.0)
    assert ("documentation@stuttgart/stay_undone" not in plan.names) is moves
    assert bool(plan.claims) is moves
    best, problem = np.inf, problem_of(options)
    ways = [options.of(package.id) for package in options.case.work_packages]
    for picked in itertools.product(*ways):
        forced = problem
        for option in picked:
            forced = insist_on(forced, option.index)
        with contextlib.suppress(PlanError):  # more hires at once than the market gives
            best = min(best, solve(forced, gap=0.0).objective_eur)
    assert plan.objective_eur == pytest.approx(best, rel=1e-9)


def test_choosing_with_a_grant_is_never_dearer_and_by_no_more_than_the_grant(
    demo: Case, options: Options
) -> None:
    without = choose(jiwar.enumerate_options(_case(demo, grant=None)), gap=0.0)
    with_grant = choose(options, gap=0.0)
    most = max(one.amount_eur for one in grant_steps(options))
    assert without.objective_eur - most <= with_grant.objective_eur <= without.objective_eur + 1e-6


def test_support_of_a_plan_tells_every_scheme_with_what_it_counts(options: Options, plan: Plan) -> None:
    told = {one.line.scheme: one for one in support_of_plan(plan)}
    charter, employment, relief = (
        told[name] for name in ("ma.charter", "ma.offshoring.employment", "ma.offshoring.income_tax")
    )
    (claim,) = plan.claims
    assert charter.counted
    assert charter.counted_eur.sum() == pytest.approx(claim.amount_eur)
    assert charter.jobs == int(claim.people)
    assert charter.line.mid is not None
    assert charter.line.mid / options.facts.get("fx/MAD").value == pytest.approx(claim.amount_eur)
    assert employment.counted
    assert not relief.counted  # pay is not agreed net, so it is the employees' gain
    assert relief.line.questions
    own = -options.flows_eur[list(plan.chosen), LINE_INDEX["support"]].sum(axis=0)
    wages = sum(one.counted_eur for name, one in told.items() if name.startswith("ma.offshoring."))
    assert wages == pytest.approx(own)
    assert not any(told[name].counted for name in ("ma.sme", "ma.corporate_tax", "ma.regional"))


def test_years_add_up_and_show_the_end_of_the_circular(options: Options, plan: Plan) -> None:
    years = {year.year: year for year in support_by_year(plan)}
    counted = sum(one.counted_eur.sum() for one in support_of_plan(plan))
    assert sum(year.support_eur for year in years.values()) == pytest.approx(counted)
    assert [year.in_force for year in years.values()] == [True] * 4 + [False]
    (claim,) = plan.claims
    after = claim.amount_eur if claim.paid.startswith("2031") else 0.0
    assert years[2031].support_eur == pytest.approx(after)
    assert years[2030].support_eur > 0
    own = options.cash_eur[list(plan.chosen)].sum() + sum(amount.sum() for amount in plan.shared_eur.values())
    assert sum(year.cash_eur for year in years.values()) == pytest.approx(own)


def test_a_grant_paid_after_2030_does_not_hide_that_the_circular_ended(options: Options, plan: Plan) -> None:
    (claim,) = plan.claims
    assert claim.paid.startswith("2031")
    cliff = cliff_of_plan(plan)
    assert cliff is not None
    years = {year.year: year for year in support_by_year(plan)}
    assert cliff.last_year_eur == pytest.approx(years[2030].support_eur)
    assert (cliff.year_after_eur, cliff.last_month.year) == (0.0, 2030)
    nobody = dataclasses.replace(plan, chosen=options.staying())
    assert cliff_of_plan(nobody) is None


def test_the_next_step_is_told_with_the_quarter_in_which_jobs_are_counted(demo: Case) -> None:
    small = jiwar.enumerate_options(_case(demo, times=2.0))
    plan = _all_move(small)
    assert plan.claims == ()
    charter = next(one for one in support_of_plan(plan) if one.line.scheme == "ma.charter")
    assert 0 < charter.jobs < 50
    assert charter.line.next_steps[0].en.startswith(f"{50 - charter.jobs} more stable jobs by Q4 2029: +MAD ")


def test_a_plan_without_its_options_cannot_be_asked(plan: Plan) -> None:
    with pytest.raises(ValueError, match="does not hold the options"):
        support_of_plan(dataclasses.replace(plan, options=None))


def test_the_company_of_a_plan_pays_what_its_units_cost_and_gets_what_the_plan_counts(
    options: Options, plan: Plan
) -> None:
    found = statement_of_plan(plan)
    assert found is not None
    figures = found.figures
    assert unit_sites(plan) == ("casablanca",)
    for name, line in (("opening", "site_opening"), ("running", "site_running")):
        eur = figures.costs_mad[name].sum() / figures.mad_per_eur
        assert eur == pytest.approx(plan.shared_eur[line].sum())
    counted = {year.year: year.support_eur for year in support_by_year(plan)}
    for year, support in zip(found.years, figures.total_support_mad, strict=True):
        assert support / figures.mad_per_eur == pytest.approx(counted[year], abs=1e-6)
    assert found.years == (2027, 2028, 2029, 2030, 2031)
    cash = options.cash_eur[list(plan.chosen)].sum() + sum(
        amount.sum() for amount in plan.shared_eur.values()
    )
    assert 0 < found.before_tax_mad().sum() / figures.mad_per_eur < cash
    assert figures.margin == options.facts.get(MARGIN).value
    assert figures.moved_pay_eur is not None
    assert np.all(np.diff(figures.moved_pay_eur) > 0)
    assert found.allowance.low_eur is None  # nobody has said what of it is research
    assert found.allowance.at_most_eur is not None
    assert found.allowance.at_most_eur.sum() > 0


def test_the_case_chooses_margin_and_status_and_the_plan_stays_the_same(demo: Case, plan: Plan) -> None:
    case = _case(demo)
    own = Assumption.model_validate({"fact": MARGIN, "value": "10 %", "reason": "study of comparables"})
    said = case.support.model_copy(
        update={"status": "outsourcing", "readings": {"dividend_rule": "by_profit_year"}}
    )
    made = jiwar.enumerate_options(
        case.model_copy(update={"support": said, "assumptions": (*case.assumptions, own)})
    )
    same = dataclasses.replace(plan, options=made)
    found, usual = statement_of_plan(same), statement_of_plan(plan)
    assert found is not None
    assert usual is not None
    assert (usual.status, found.status) == (CompanyStatus.ORDINARY, CompanyStatus.OUTSOURCING)
    assert found.figures.margin == pytest.approx(0.1)
    assert found.view.turnover_mad == pytest.approx(1.1 * usual.view.costs_mad)
    assert plan.options is not None
    assert np.array_equal(made.npv_eur, plan.options.npv_eur)
    other = statement_of_plan(plan, status=CompanyStatus.OUTSOURCING, margin=0.1)
    assert other is not None
    assert other.view.tax_due_mad == pytest.approx(found.view.tax_due_mad)


def test_work_that_a_provider_builds_up_leaves_home_before_there_is_a_company(demo: Case) -> None:
    case = _case(demo, times=1.0).model_copy(update={"engagements": ("build_operate_transfer",)})
    made = jiwar.enumerate_options(case)
    moved = next(one for one in made.of("test-automation") if one.start == case.starts[0])
    plan = solve(insist_on(problem_of(made), moved.index), gap=0.2)
    found = statement_of_plan(dataclasses.replace(plan, options=made))
    assert found is not None
    assert (found.years[0], found.figures.home_years[0]) == (2029, 2027)
    assert found.figures.moved_pay_eur is not None
    assert len(found.figures.moved_pay_eur) == len(found.figures.home_years)
    assert found.figures.moved_pay_eur[0] > 0
    lost = allowance_of_plan(dataclasses.replace(plan, options=made))
    assert lost is not None
    assert lost.at_most_eur == pytest.approx(found.allowance.at_most_eur)
    staying = dataclasses.replace(plan, options=made, chosen=made.staying())
    assert allowance_of_plan(staying) is None


def test_a_plan_without_an_own_unit_in_morocco_is_no_company(options: Options) -> None:
    staying = options.staying()
    names = tuple(options.items[index].id for index in staying)
    units = np.zeros((1, options.horizon.quarters))
    nothing = Plan(
        Status.OPTIMAL, staying, names, 0.0, 0.0, 0.0, 0.0, (), ("casablanca",), (), units, units, None, {},
        options=options,
    )  # fmt: skip
    assert statement_of_plan(nothing) is None
    with pytest.raises(ValueError, match="does not hold the options"):
        statement_of_plan(dataclasses.replace(nothing, options=None))
