"""The block of state support: what it holds, and every claim that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from jiwar.case import CaseError, KnownNames, read_case
from jiwar.case.vocabulary import PARK_SITES, READINGS
from jiwar.facts import load_facts
from jiwar.law.payroll.switches import choices
from jiwar.law.support import CONTRADICTIONS, PARKS, Switches, find_province
from jiwar.periods import Month

if TYPE_CHECKING:
    from tests.case.conftest import Desk

One = Callable[..., tuple[str, str]]

WAGES = "support:\n  offshoring: {sites: {rabat: Technopolis}, moroccan_share: 95 %}\n"
GRANT = (
    "support:\n  capital:\n"
    "    - {site: rabat, investment: 52.5 MMAD, convention: 2027-07, jobs_by: 2030-07, public_enterprise: no}\n"
)


def _with(text: str) -> tuple[str, str]:
    return "limits:\n", f"{text}limits:\n"


def test_without_the_block_nothing_is_claimed(desk: Desk) -> None:
    desk.write()
    support = desk.read().support
    assert support.offshoring is None
    assert support.capital == ()


def test_a_block_alone_is_not_yet_counted_on_and_unanswered_stays_unknown(desk: Desk) -> None:
    desk.write(_with(WAGES))
    wages = desk.read().support.offshoring
    assert wages is not None
    assert wages.counted_on is False
    assert wages.sites == {"rabat": "Technopolis"}
    assert wages.moroccan_share == pytest.approx(0.95)
    assert wages.pay_agreed_net is None
    desk.write(_with(WAGES.replace("95 %}", "95 %, pay_agreed_net: unknown, counted_on: true}")))
    wages = desk.read().support.offshoring
    assert wages is not None
    assert wages.counted_on is True
    assert wages.pay_agreed_net is None


def test_a_grant_says_investment_months_and_answers(desk: Desk) -> None:
    desk.write(_with(GRANT))
    (grant,) = desk.read().support.capital
    assert (grant.investment_mad, grant.convention, grant.jobs_by) == (52.5e6, Month(2027, 7), Month(2030, 7))
    assert grant.public_enterprise is False
    assert grant.women is None
    assert grant.counted_on is False


@pytest.mark.code("C041")
def test_support_only_for_sites_where_it_is_coded(one: One, desk: Desk) -> None:
    assert one(_with(WAGES.replace("rabat: Technopolis", "stuttgart: none"))) == ("C041", "none")
    assert one(_with(GRANT.replace("site: rabat", "site: stuttgart"))) == ("C041", "stuttgart")
    desk.write(_with(GRANT))
    known = KnownNames(supported_sites=("casablanca",))
    with pytest.raises(CaseError, match="no state support is coded for `rabat`") as caught:
        read_case(desk.folder, known=known)
    assert [problem.code for problem in caught.value.diagnostics] == ["C041"]
    assert "casablanca" in caught.value.diagnostics[0].remedy


@pytest.mark.code("C042")
@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("jobs_by: 2030-07", "jobs_by: 2027-06", "2027-06"),
        ("convention: 2027-07", "convention: 2026-12", "2026-12"),
        ("jobs_by: 2030-07", "jobs_by: 2032-01", "2032-01"),
    ],
)
def test_months_of_a_grant(one: One, old: str, new: str, marked: str) -> None:
    assert one(_with(GRANT.replace(old, new))) == ("C042", marked)


@pytest.mark.code("C042")
def test_jobs_counted_five_years_after_the_convention_and_not_later(desk: Desk) -> None:
    longer = ("horizon: {start: 2027-01, years: 5}", "horizon: {start: 2027-01, years: 8}")
    desk.write(longer, _with(GRANT.replace("2030-07", "2032-07")))
    assert desk.read().support.capital[0].jobs_by == Month(2032, 7)
    (problem,) = desk.problems(longer, _with(GRANT.replace("2030-07", "2032-08")))
    assert problem.code == "C042"
    assert "2032-07" in problem.remedy


@pytest.mark.code("C043")
def test_a_park_belongs_to_its_site(one: One) -> None:
    assert one(_with(WAGES.replace("Technopolis", "Casanearshore"))) == ("C043", "Casanearshore")


@pytest.mark.code("C044")
def test_support_needs_an_own_unit(one: One) -> None:
    assert one(("[captive, provider]", "[provider]"), _with(WAGES))[0] == "C044"
    assert one(("[captive, provider]", "[provider]"), _with(GRANT))[0] == "C044"


@pytest.mark.code("C045")
def test_readings_of_contradictions(desk: Desk, one: One) -> None:
    chosen = WAGES + "  readings: {entitlements_after_2030: run_off, offshoring_start: 2025-11-24}\n"
    desk.write(_with(chosen))
    readings = {"entitlements_after_2030": "run_off", "offshoring_start": "2025-11-24"}
    assert desk.read().support.readings == readings
    assert one(_with(chosen.replace("run_off", "once"))) == ("C045", "once")
    assert one(_with(chosen.replace("run_off", "runoff"))) == ("C012", "runoff")
    assert one(_with(chosen.replace("entitlements_after_2030", "entitlements")))[0] == "C012"


def test_readings_of_the_case_are_those_of_the_law_default_first() -> None:
    assert {one.switch for one in CONTRADICTIONS} == set(READINGS)
    for switch, readings in READINGS.items():
        assert choices(switch) == readings
        assert getattr(Switches(), switch) == readings[0]


def test_one_grant_a_site_and_known_parks_only(one: One) -> None:
    twice = GRANT + GRANT.splitlines()[-1] + "\n"
    assert one(_with(twice))[0] == "C026"
    assert one(_with(WAGES.replace("Technopolis", "Technopark"))) == ("C012", "Technopark")
    assert one(_with(GRANT.replace("52.5 MMAD", "52.5 MEUR")))[0] == "C010"


def test_parks_of_the_case_are_those_of_the_law_at_sites_of_their_region() -> None:
    sites = load_facts().sites
    assert set(PARK_SITES) == set(PARKS)
    for park, names in PARK_SITES.items():
        for name in names:
            assert find_province(sites[name].province).region == PARKS[park]


def test_an_assumed_cost_of_a_duty_is_written_in_euros_once_or_yearly(desk: Desk) -> None:
    known = KnownNames(facts={"legal_cost/tia": "EUR or EUR/year"})
    for value in ("12 kEUR", "9000 EUR", "2 kEUR/year"):
        desk.write(_with(f"assumptions:\n  - {{fact: legal_cost/tia, value: {value}, reason: offer}}\n"))
        assert read_case(desk.folder, known=known).assumptions[0].value.number > 0
    for value in ("300 EUR/day", "9 kMAD"):
        desk.write(_with(f"assumptions:\n  - {{fact: legal_cost/tia, value: {value}, reason: offer}}\n"))
        with pytest.raises(CaseError, match="C010"):
            read_case(desk.folder, known=known)
