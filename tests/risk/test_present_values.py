"""Options read together equal options priced line by line: every example, a generated case, and odd teams."""

from __future__ import annotations

import dataclasses
import importlib.util
import pickle
import sys
from collections.abc import Iterable
from functools import cache
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

import jiwar
from jiwar.case import Case, TeamLine, example_names
from jiwar.facts import Facts, load_facts
from jiwar.money import FloatArray, discount_factors
from jiwar.options import Engagement, Option
from jiwar.options.at_site import read_options
from jiwar.options.enumeration import enumerate_all
from jiwar.options.law_money import LawMoney
from jiwar.options.learning import SERIES
from jiwar.options.present_values import PresentValues
from jiwar.options.reading import Bundle, Reading
from jiwar.periods import Month
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.draws import scenarios_of
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import keys_asked, pricer_of
from jiwar.risk.settling import Ways, price_ways, settle_all

SIZE = 5
GATES = (12, 24)
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def case() -> Case:
    """The demo case."""
    return jiwar.read_case(jiwar.example("brake-validation"))


@cache
def _large_case() -> ModuleType:
    spec = importlib.util.spec_from_file_location("large_case", BENCHMARKS / "large_case.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _drawn(case: Case, facts: Facts, options: Iterable[Option], size: int = SIZE) -> dict[str, FloatArray]:
    return dict(scenarios_of(ranges_of(case, facts, keys_asked(case, facts, options)), size, 3).values)


def _assert_same(case: Case, options: tuple[Option, ...]) -> PresentValues:
    """Read options together and compare each with its own ledger, and what all ask of labour markets."""
    facts = load_facts(case.as_of)
    values = _drawn(case, facts, options)
    worth = values.pop(VALUE_OF_WORK)
    discount = discount_factors(case.discount_rate_per_year, case.horizon.months)
    reading, pricer = Reading(discount, GATES, worth), pricer_of(case, facts, options, values)
    rows = {option.index: row for row, option in enumerate(options)}
    read = PresentValues(pricer, LawMoney(case, facts, pricer.rates), reading, rows)
    read_options(read, options)
    law, hired = LawMoney(case, facts, pricer.rates), dict[tuple[str, str, str], FloatArray]()
    for option in options:
        priced = law.add(option, pricer.price(option))
        expected, found = reading.read(priced.ledger), read.of(option)
        np.testing.assert_allclose(found.numbers, expected.numbers, rtol=1e-9, atol=1e-6, err_msg=option.id)
        for key, series in priced.hires.items():
            hired[key] = hired.get(key, np.zeros(SIZE)) + series.max(axis=1)
    assert hired.keys() == read.hired.keys()
    for key, people in hired.items():
        np.testing.assert_allclose(read.hired[key], people, rtol=1e-9, atol=1e-9)
    return read


@pytest.mark.slow
@pytest.mark.parametrize("name", example_names())
def test_every_option_of_an_example_costs_the_same(name: str) -> None:
    """Law's own money included: vehicle-software counts on wage support and gives costs of legal duties."""
    options = jiwar.enumerate_options(jiwar.read_case(jiwar.example(name)))
    feasible = tuple(option for option in options.items if option.feasible)
    read = _assert_same(options.case, feasible)
    lines = {line.key: index for index, line in enumerate(options.lines)}
    if name == "vehicle-software":
        for line in ("support", "legal_duties"):
            assert options.flows_eur[:, lines[line]].any()
    assert read.figures.taught.any()
    assert read.figures.pay.any()


def test_a_slice_of_the_large_case_costs_the_same() -> None:
    module = _large_case()
    sites = ("stuttgart", "casablanca", "krakow", "bengaluru")
    case = module.large_case(module.CaseSize(packages=4, sites=sites))
    options = enumerate_all(case)
    assert {option.engagement for option in options} >= {
        Engagement.CAPTIVE,
        Engagement.PROVIDER,
        Engagement.EMPLOYER_OF_RECORD,
        Engagement.BUILD_OPERATE_TRANSFER,
        Engagement.STAY_CONTRACT,
    }
    _assert_same(case, options)


TEAMS = {
    "grows": ((0, 6.0, 4.0), (10, 9.0, 0.0), (30, 12.0, 0.0)),
    "shrinks": ((0, 8.0, 8.0), (8, 5.0, 0.0), (40, 3.0, 0.0)),
    "swings": ((0, 5.0, 3.0), (6, 9.0, 0.0), (20, 4.0, 0.0), (33, 7.0, 0.0)),
    "begins later": ((14, 6.0, 0.0),),
    "has nobody": ((0, 4.0, 0.0),),
    "says the same twice": ((0, 6.0, 2.0), (16, 6.0, 0.0)),
}
"""Month of the horizon, people, people employed."""


@pytest.mark.parametrize("team", TEAMS)
def test_changing_teams_and_late_starts_cost_the_same(case: Case, team: str) -> None:
    """Steps before, between and after starts; parts of posts; a start in the last month but one."""
    package = case.work_package("documentation").model_copy(update={"shares": (0.4, 1.0), "after": ()})
    lines = tuple(
        TeamLine.model_construct(
            work_package=package.id,
            role="software_engineer",
            seniority="senior",
            start=case.horizon.month(month),
            people=people,
            employed=employed,
        )
        for month, people, employed in TEAMS[team]
    )
    starts: tuple[Month, ...] = tuple(case.horizon.month(month) for month in (0, 3, 9, 12, 21, 35, 58))
    odd = case.model_copy(
        update={
            "sites": ("stuttgart", "casablanca", "pune"),
            "team": lines,
            "work_packages": (package,),
            "interactions": (),
            "engagements": ("captive", "provider", "employer_of_record", "build_operate_transfer"),
            "starts": starts,
        }
    )
    options = enumerate_all(odd)
    assert {option.share for option in options} == {0.0, 0.4, 1.0}
    _assert_same(odd, options)


def test_a_few_options_ask_for_every_number_that_all_ask_for(case: Case) -> None:
    facts, packages = load_facts(case.as_of), {"documentation", "test-automation", "simulation"}
    options = [option for option in enumerate_all(case) if option.work_package in packages]
    pricer = pricer_of(case, facts, options)
    for option in options:
        pricer.price(option)
    numbers = {key for key in pricer.rates.values.used if key in facts and facts.get(key).is_number}
    assert set(keys_asked(case, facts, options)) == {*numbers, VALUE_OF_WORK}


def test_facts_go_to_other_processes(case: Case) -> None:
    facts = load_facts(case.as_of)
    sent = pickle.loads(bytes(ForkingPickler.dumps(facts)))  # noqa: S301 - made in the line itself
    assert sent.sites == facts.sites
    assert sent.get("attrition/MA") == facts.get("attrition/MA")


def test_blocks_of_scenarios_change_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    facts, package = load_facts(case.as_of), "documentation"
    options = [option for option in enumerate_all(case) if option.work_package == package]
    listed = tuple(dataclasses.replace(option, index=index) for index, option in enumerate(options))
    values = _drawn(case, facts, listed, 7)
    ways = Ways(case, facts, listed, GATES, {package: 0})
    whole = settle_all(ways, len(listed), values)
    monkeypatch.setattr("jiwar.risk.settling.SCENARIOS_AT_ONCE", 3)
    parts = settle_all(ways, len(listed), values)
    np.testing.assert_allclose(parts.cost_eur, whole.cost_eur, rtol=1e-6)
    np.testing.assert_array_equal(parts.leaves_at, whole.leaves_at)
    assert (whole.leaves_at >= 0).any()
    for pool, people in whole.hired.items():
        np.testing.assert_allclose(parts.hired[pool], people, rtol=1e-12)


@pytest.mark.slow
def test_single_precision_is_kept_throughout_and_good_enough(case: Case) -> None:
    """Costs of the whole example in single and in double precision; a sum of 1 million EUR is right to some EUR."""
    facts = load_facts(case.as_of)
    options = tuple(option for option in enumerate_all(case) if option.work_package != "documentation")
    values = _drawn(case, facts, options, 40)
    home = {one.work_package: one.index for one in reversed(options) if one.engagement.stays}
    ways = Ways(case, facts, options, GATES, home)
    single = price_ways(ways, {key: drawn.astype(np.float32) for key, drawn in values.items()})
    double = price_ways(ways, values)
    assert double.total_eur.dtype == np.float64
    for name in ("total_eur", "until_eur", "leaving_eur"):
        found, expected = getattr(single, name), getattr(double, name)
        assert found.dtype == np.float32
        np.testing.assert_allclose(found, expected, rtol=1e-5, atol=5.0)
    for pool, people in double.hired.items():
        np.testing.assert_allclose(single.hired[pool], people, rtol=1e-5)


def test_teams_and_rates_are_followed_in_the_precision_of_the_draws(case: Case) -> None:
    facts, options = load_facts(case.as_of), enumerate_all(case)[:40]
    precisions: tuple[type[np.floating[Any]], ...] = (np.float32, np.float64)
    for precision in precisions:
        values: dict[str, FloatArray] = {
            key: drawn.astype(precision) for key, drawn in _drawn(case, facts, options).items()
        }
        worth = values.pop(VALUE_OF_WORK)
        pricer = pricer_of(case, facts, options, values)
        reading = Reading(discount_factors(0.08, case.horizon.months), GATES, worth)
        site = facts.sites["casablanca"]
        skill = ("test_engineer", "senior")
        team = pricer.rates.team(site, skill, 9.0, knowledge="deep", group="near", quick=False)
        for profile in (team.vacant, team.filled):
            assert profile.series.dtype == precision
        for form in (Engagement.CAPTIVE, Engagement.BUILD_OPERATE_TRANSFER, Engagement.EMPLOYER_OF_RECORD):
            added = pricer.charges.added("casablanca", skill, form, 3)
            assert {charge.rate.eur_per_month.dtype for charge in added} == {np.dtype(precision)}
            assert Bundle.of(added, SERIES, reading).due.dtype == precision
        assert pricer.reach("casablanca").dtype == precision
        assert reading.nothing().numbers.dtype == precision
