"""Parts of a case that contradict each other, each at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.case.conftest import Desk

One = Callable[..., tuple[str, str]]


@pytest.mark.code("C014")
def test_dates_outside_the_possible_time(one: One) -> None:
    assert one(("last: 2028-04", "last: 2032-01")) == ("C014", "2032-01")
    assert one(("as_of: 2026-11-22", "as_of: 2027-04-30"))[0] == "C014"
    now = ("as_of: 2026-11-22", "as_of: 2027-05-01"), ("start: 2027-01", "start: 2027-04")
    assert one(*now, team=_team("2027-04").replace("2027-01", "2027-04")) == ("C014", "2027-04")
    assert one(team=_team("2026-12")) == ("C014", "2026-12")
    assert one(team=_team("2032-01", employed=0)) == ("C014", "2032-01")


def _team(start: str, employed: int = 1) -> str:
    head = "work_package,role,seniority,from,people,employed\nrig,technician,mid,2027-01,2,1\n"
    return f"{head}tests,test_engineer,senior,{start},4,{employed}\n"


@pytest.mark.code("C015")
def test_first_start_after_the_last(one: One) -> None:
    assert one(("first: 2027-04, last: 2028-04", "first: 2028-10, last: 2028-04")) == ("C015", "2028-10")


@pytest.mark.code("C016")
def test_horizon_begins_with_a_quarter(one: One, desk: Desk) -> None:
    assert one(("start: 2027-01", "start: 2027-02")) == ("C016", "2027-02")
    (problem,) = desk.problems(("start: 2027-01", "start: 2027-02"))
    assert "2027-01 or 2027-04" in problem.remedy


@pytest.mark.code("C017")
def test_unknown_site(one: One) -> None:
    assert one(("rabat]", "rabatt]")) == ("C017", "rabatt")


@pytest.mark.code("C018")
def test_unknown_role(one: One) -> None:
    assert one(("limits:\n", "open_posts: {welder: 1 people}\nlimits:\n")) == ("C018", "welder")
    row = "tests,test_enginer,junior,2027-01,1,0\n"
    assert one(team=_team("2027-01") + row) == ("C018", "test_enginer")


@pytest.mark.code("C019")
def test_unknown_fact(one: One) -> None:
    lines = "assumptions:\n  - {fact: time_to_fil/DE, value: 9 months, reason: a}\nlimits:\n"
    assert one(("limits:\n", lines)) == ("C019", "time_to_fil/DE")


@pytest.mark.code("C020")
def test_site_outside_the_case(one: One) -> None:
    assert one(("home: stuttgart", "home: krakow")) == ("C020", "krakow")
    assert one(("    knowledge: medium", "    sites: [krakow]\n    knowledge: medium")) == ("C020", "krakow")


@pytest.mark.code("C021")
def test_unknown_work_package(one: One) -> None:
    assert one(interactions="a,b,hours_per_week\ntests,rigs,8\n") == ("C021", "rigs")
    assert one(("    knowledge: medium", "    after: [test]\n    knowledge: medium")) == ("C021", "test")


@pytest.mark.code("C022")
def test_circle(one: One, desk: Desk) -> None:
    assert one(("    knowledge: medium", "    after: [tests]\n    knowledge: medium"))[0] == "C022"
    third = "  third: {name: T, branch: ESO, movable: true, knowledge: deep, after: [tests]}\n"
    changes = (
        ("    knowledge: medium", "    after: [fourth]\n    knowledge: medium"),
        (
            "  rig:\n",
            third + third.replace("third", "fourth").replace("after: [tests]", "after: [third]") + "  rig:\n",
        ),
        ("work_packages: [tests]", "work_packages: [tests, third, fourth]"),
    )
    team = _team("2027-01") + "third,technician,mid,2027-01,1,0\nfourth,technician,mid,2027-01,1,0\n"
    (problem,) = desk.problems(*changes, team=team)
    assert problem.code == "C022"
    assert "`tests` → `fourth` → `third` → `tests`" in problem.message


@pytest.mark.code("C023")
def test_package_with_nowhere_to_go(one: One) -> None:
    keys = "    sites: [stuttgart]\n    knowledge: medium"
    assert one(("    knowledge: medium", keys))[0] == "C023"
    keys = "    engagements: [captive, employer_of_record]\n    knowledge: medium"
    assert one(("    knowledge: medium", keys)) == ("C023", "employer_of_record")


@pytest.mark.code("C024")
def test_more_employed_than_needed(one: One) -> None:
    assert one(team=_team("2027-01", employed=5)) == ("C024", "5")
    assert one(team=_team("2027-07", employed=2)) == ("C024", "2")


@pytest.mark.code("C025")
def test_core_team_larger_than_the_staff(one: One) -> None:
    assert one(("technician: 1 people", "technician: 2 people")) == ("C025", "2 people")


@pytest.mark.code("C026")
def test_said_twice(one: One) -> None:
    assert one(("rabat]", "rabat, casablanca]")) == ("C026", "casablanca")
    assert one(("categories: [vin]", "categories: [vin, vin]")) == ("C026", "vin")
    row = "tests,test_engineer,senior,2027-01,1,0\n"
    assert one(team=_team("2027-01") + row) == ("C026", row.strip())
    assert one(interactions="a,b,hours_per_week\ntests,rig,8\nrig,tests,2\n") == ("C026", "rig,tests,2")


@pytest.mark.code("C028")
def test_unknown_format_version(one: One) -> None:
    assert one(("jiwar_case: 1", "jiwar_case: 2")) == ("C028", "2")


@pytest.mark.code("C029")
def test_reason_missing(one: One) -> None:
    assert one(("    reason: it stands here\n", "")) == ("C029", "false")


@pytest.mark.code("C030")
def test_package_without_people(one: One) -> None:
    team = "work_package,role,seniority,from,people,employed\nrig,technician,mid,2027-01,2,1\n"
    assert one(team=team) == ("C030", "tests")


@pytest.mark.code("C031")
def test_waits_for_work_that_never_moves(one: One) -> None:
    assert one(("    knowledge: medium", "    after: [rig]\n    knowledge: medium")) == ("C031", "rig")


@pytest.mark.code("C032")
@pytest.mark.parametrize(
    ("range_", "marked"),
    [
        ("low: 10 months", "10 months"),
        ("high: 8 months", "8 months"),
        ("low: 1 years", "1 years"),
    ],
)
def test_assumption_contradicts_itself(one: One, range_: str, marked: str) -> None:
    lines = f"assumptions:\n  - {{fact: time_to_fill/DE, value: 9 months, {range_}, reason: a}}\nlimits:\n"
    assert one(("limits:\n", lines)) == ("C032", marked)


@pytest.mark.code("C011")
@pytest.mark.parametrize(
    ("assumption", "marked"),
    [
        ("fact: time_to_fill/DE, value: -1 months", "-1 months"),
        ("fact: time_to_fill/DE, value: 3 months, low: -2 months", "-2 months"),
        ("fact: demand_growth, value: -100 %/year", "-100 %/year"),
    ],
)
def test_assumption_that_cannot_be(one: One, assumption: str, marked: str) -> None:
    lines = f"assumptions:\n  - {{{assumption}, reason: a}}\nlimits:\n"
    assert one(("limits:\n", lines)) == ("C011", marked)


@pytest.mark.code("C036")
def test_data_flow_missing(one: One) -> None:
    assert one(("work_packages: [tests]", "work_packages: [rig]")) == ("C036", "tests")


@pytest.mark.code("C039")
def test_package_that_talks_to_itself(one: One) -> None:
    assert one(interactions="a,b,hours_per_week\ntests,tests,8\n") == ("C039", "tests")


@pytest.mark.code("C040")
def test_assessment_without_a_country(one: One) -> None:
    passed = "systematic: true\n    safeguards: {tia: passed}"
    assert one(("systematic: true", passed)) == ("C040", "passed")
