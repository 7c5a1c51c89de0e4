"""The labour market for companies: consistent with the facts in the base year, with the paths afterwards."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from jiwar.case import Case, example_folder, read_case
from jiwar.facts import Facts, quantile
from jiwar.options.assumptions import overrides
from jiwar.outlook import Outlook, OutlookError, Scenario, outlook
from jiwar.outlook.labour import STATES, LabourMarket, copy_case, labour_market, market_csv, market_rows
from jiwar.outlook.labour.case_copy import with_assumptions
from jiwar.outlook.labour.market import group_of, scarcity, tier_of
from jiwar.outlook.words import TIERS


@pytest.fixture(scope="module")
def found(facts: Facts) -> Outlook:
    return outlook("MA", 2032, paths=300, facts=facts)


@pytest.fixture(scope="module")
def market(found: Outlook, facts: Facts) -> LabourMarket:
    return labour_market(found, facts)


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case(example_folder("brake-validation"))


def test_in_the_base_year_companies_and_sector_say_the_same(market: LabourMarket, facts: Facts) -> None:
    base = market.at(market.base_year)
    assert np.all(market.pay_index[:, base] == 1.0)
    assert np.all(market.people_index[:, base] == 1.0)
    for name, key in (("attrition", "attrition/MA"), ("time_to_fill", "time_to_fill/MA")):
        fact = facts.get(key)
        values = getattr(market, name)[:, base, 1]
        assert np.median(values) == pytest.approx(float(quantile(facts, fact, np.array([0.5]))[0]), rel=0.06)
        assert fact.low_value <= values.min() <= values.max() <= fact.high_value


def test_scarcer_people_leave_more_often_and_are_found_later(found: Outlook, market: LabourMarket) -> None:
    tightness = scarcity(found.paths)
    base, late = market.at(2026), market.at(2032)
    tighter = tightness[:, late, 1] > tightness[:, base, 1] + 1e-9
    assert np.all(market.attrition[tighter, late, 1] >= market.attrition[tighter, base, 1])
    assert np.all(market.time_to_fill[tighter, late, 1] >= market.time_to_fill[tighter, base, 1])
    assert np.all(market.time_to_fill[~tighter, late, 1] <= market.time_to_fill[~tighter, base, 1])


def test_people_of_the_cities_sum_to_those_of_the_pools(found: Outlook, market: LabourMarket) -> None:
    paths, late = found.paths, market.at(2032)
    base = paths.at(2026)
    share = paths.jobs_by_tier[:, base] / paths.jobs_by_tier[:, base].sum(axis=1, keepdims=True)
    grown = (share[:, None, :] * market.people_index[:, late]).sum(axis=2)
    assert np.allclose(grown, paths.pool[:, late] / paths.pool[:, base], rtol=1e-9)


def test_tight_and_loose_paths_lie_on_both_sides_of_all(found: Outlook, facts: Facts) -> None:
    middles = {
        state: np.median(labour_market(found, facts, state=state).time_to_fill[:, -1, 1]) for state in STATES
    }
    assert middles["loose"] < middles["all"] < middles["tight"]


def test_higher_wages_of_a_scenario_arrive_at_companies(market: LabourMarket, facts: Facts) -> None:
    dear = labour_market(outlook("MA", 2032, scenario=Scenario(wage_growth=0.03), paths=300), facts)
    ratio = np.median(dear.pay_index[:, -1, 1] / market.pay_index[:, -1, 1])
    assert ratio == pytest.approx(np.exp(0.03 * 6), rel=0.06)  # from 2027 to 2032; scarcity answers a little


def test_the_table_has_every_city_family_and_year(market: LabourMarket, facts: Facts) -> None:
    rows = market_rows(market, facts)
    cities = {site.id for site in facts.sites.values() if site.country == "MA"}
    families = {role.family for role in facts.roles.values()}
    assert len(rows) == len(cities) * len(families) * 4 * 7
    assert all(0.0 < row.p10 <= row.p50 <= row.p90 for row in rows)
    back = list(csv.DictReader(io.StringIO(market_csv(rows))))
    assert {line["city"] for line in back} == cities
    first = next(row for row in rows if (row.city, row.family, row.quantity) == ("fes", "embedded", "people"))
    assert first.p50 == facts.get("talent_stock/MA-fes/embedded").value


def test_cities_and_families_have_their_place(facts: Facts) -> None:
    assert [TIERS[tier_of(facts.sites[name])] for name in ("rabat", "fes", "oujda")] == list(TIERS)
    assert [group_of(family) for family in ("support", "embedded")] == [0, 1]


def test_a_copied_case_plans_with_the_paths(
    case: Case, found: Outlook, facts: Facts, market: LabourMarket, tmp_path: Path
) -> None:
    carried = copy_case(case, found, facts, tmp_path / "copy")
    again = read_case(tmp_path / "copy")
    assert (again.team, again.limits) == (case.team, case.limits)
    used = overrides(again, facts)
    assert set(used) == {one.fact for one in carried} | {"provider_rate/MA/senior"}
    years = [market.at(year) for year in range(2027, 2032)]
    attrition = np.quantile(market.attrition[:, years, 1].mean(axis=1), 0.5)
    assert used["attrition/MA"].value == pytest.approx(float(attrition), rel=0.01)
    assert used["talent_stock/MA-fes/embedded"].value > facts.get("talent_stock/MA-fes/embedded").value
    assert (tmp_path / "copy" / "labour_market.csv").is_file()
    source = (tmp_path / "copy" / "case.yaml").read_text("utf-8")
    assert "# half of it is talk with the customers' engineers" in source


def test_the_growth_of_pay_gives_the_mean_pay_of_the_months(
    case: Case, found: Outlook, facts: Facts, tmp_path: Path
) -> None:
    growth = next(one for one in copy_case(case, found, facts, tmp_path / "copy") if "wage" in one.fact)
    paths, start = found.paths, found.paths.at(2023)  # pay was published for 2023 to 2024, in the middle 2023
    years = range(2027, 2032)
    index = paths.wage[:, :, 1] / paths.wage[:, [start], 1]
    wanted = np.median(np.mean([index[:, paths.at(year)] for year in years], axis=0))
    reached = np.mean([(1.0 + growth.value / 100.0) ** (year - 2023) for year in years])
    assert reached == pytest.approx(float(wanted), rel=0.01)


def test_a_number_of_the_case_itself_stays(case: Case, found: Outlook, facts: Facts, tmp_path: Path) -> None:
    copy_case(case, found, facts, tmp_path / "one")
    second = copy_case(read_case(tmp_path / "one"), found, facts, tmp_path / "two", state="tight")
    assert all(one.kept for one in second)
    assert (tmp_path / "one" / "case.yaml").read_text("utf-8") == (tmp_path / "two" / "case.yaml").read_text(
        "utf-8"
    )


def test_assumptions_are_added_in_the_form_of_the_file() -> None:
    assert with_assumptions("name: a\n", [], "x") == "name: a\n\nassumptions:\n"
    assert with_assumptions("assumptions: []  # none\nname: a\n", [], "x") == "assumptions:\nname: a\n"


@pytest.mark.code("M008")
def test_a_case_that_cannot_take_the_market_is_refused(
    case: Case, found: Outlook, facts: Facts, tmp_path: Path
) -> None:
    with pytest.raises(OutlookError, match="cannot be added to"):
        with_assumptions("assumptions: [{fact: a}]\n", [], "x")
    abroad = case.model_copy(update={"sites": ("stuttgart", "krakow")})
    with pytest.raises(OutlookError, match="lies in Morocco") as raised:
        copy_case(abroad, found, facts, tmp_path / "copy")
    assert raised.value.diagnostics[0].code == "M008"


@pytest.mark.code("M009")
def test_an_existing_folder_is_left_alone(case: Case, found: Outlook, facts: Facts, tmp_path: Path) -> None:
    with pytest.raises(OutlookError) as raised:
        copy_case(case, found, facts, tmp_path)
    assert raised.value.diagnostics[0].code == "M009"
    assert list(tmp_path.iterdir()) == []


def test_a_case_beyond_the_outlook_is_refused(case: Case, facts: Facts, tmp_path: Path) -> None:
    short = outlook("MA", 2028, paths=60, facts=facts)
    with pytest.raises(OutlookError) as raised:
        copy_case(case, short, facts, tmp_path / "copy")
    assert raised.value.diagnostics[0].code == "M005"
    with pytest.raises(OutlookError, match="no future"):
        labour_market(short, facts, base_year=2028)
    with pytest.raises(OutlookError, match="too few"):
        labour_market(outlook("MA", 2028, paths=20), facts, state="tight")
