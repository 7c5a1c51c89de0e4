"""The iCalendar file, the year's grid, the page of one year, and travel."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import numpy as np
import pytest

from jiwar.facts import Facts, Grade, load_facts
from jiwar.worktime import (
    HolidayList,
    Period,
    Practice,
    calendar_text,
    distance_km,
    grid_svg,
    journey,
    shared_minutes,
    shared_year,
    year_grid,
)

if TYPE_CHECKING:
    from tests.worktime.conftest import Places


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


_STAMP = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def _events(text: str) -> list[dict[str, str]]:
    """Read the events back: unfold, split, unescape."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name != "END":
            events[-1][name] = value.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return events


def test_the_calendar_holds_every_holiday_and_clock_change(places: Places) -> None:
    text = calendar_text([places.stuttgart, places.casablanca], Period.year(2027), _STAMP)
    events = _events(text)
    changes = [event for event in events if "DTSTART" in event]
    assert [event["DTSTART"] for event in changes] == ["20270328T010000Z", "20271031T010000Z"]
    assert changes[0]["SUMMARY"] == "Clock change: Stuttgart from UTC+1 to UTC+2"
    days = {event["DTSTART;VALUE=DATE"]: event for event in events if "DTSTART;VALUE=DATE" in event}
    assert days["20270101"]["SUMMARY"] == "Closed: Stuttgart, Casablanca"
    assert "Working: Casablanca" in days["20270106"]["DESCRIPTION"]
    assert "by the moon" in days["20270309"]["DESCRIPTION"]
    assert days["20271231" if "20271231" in days else "20271226"]["DTEND;VALUE=DATE"] == "20271227"
    assert len({event["UID"] for event in events}) == len(events)
    assert {event["DTSTAMP"] for event in events} == {"20261122T120000Z"}


def test_the_calendar_of_2026_tells_moroccos_change(places: Places) -> None:
    text = calendar_text([places.casablanca], Period.year(2026), _STAMP)
    changes = [event["SUMMARY"] for event in _events(text) if "DTSTART" in event]
    assert changes[-1] == "Clock change: Casablanca from UTC+1 to UTC+0"


def test_the_same_question_gives_the_same_bytes(places: Places) -> None:
    sites, year = [places.stuttgart, places.pune], Period.year(2028)
    assert calendar_text(sites, year, _STAMP) == calendar_text(sites, year, _STAMP)
    package = Practice(HolidayList.PACKAGE)
    assert calendar_text([places.casablanca], year, _STAMP) != calendar_text(
        [places.casablanca], year, _STAMP, package
    )


@pytest.mark.parametrize("year", [2027, 2028, 2032])
def test_the_grid_holds_every_day_of_the_year_once(year: int, places: Places) -> None:
    grid = year_grid(places.stuttgart, places.casablanca, year)
    found = shared_minutes([(places.stuttgart, places.casablanca)], Period.year(year))
    assert np.nansum(grid.hours) == pytest.approx(found.minutes.sum() / 60)
    assert np.isfinite(grid.hours).sum() == found.period.days
    row, column = np.argwhere(np.isfinite(grid.hours.T))[0][::-1]
    assert grid.day(int(row), int(column)) == dt.date(year, 1, 1)


def test_the_picture_is_well_formed_and_has_a_cell_for_each_day(places: Places) -> None:
    picture = grid_svg(
        year_grid(places.stuttgart, places.casablanca, 2027), title="Stuttgart & Casablanca 2027"
    )
    root = ET.fromstring(picture)  # noqa: S314 - our own text
    cells = [element for element in root if element.tag.endswith("rect")]
    assert len(cells) == 365
    assert len({cell.get("fill") for cell in cells}) == 3  # closed, winter, summer
    assert root[0].text == "Stuttgart & Casablanca 2027"


def test_the_page_of_a_year_agrees_with_its_parts(places: Places) -> None:
    page = shared_year(places.stuttgart, places.casablanca, 2027)
    assert sum(page.joint_days_by_month) == page.joint_days == 247
    mean = sum(h * d for h, d in zip(page.hours_by_month, page.joint_days_by_month, strict=True)) / 247
    assert page.hours_per_joint_day == pytest.approx(mean)
    assert page.joint_days + len(page.closed_only_there) == page.working_days_here.mid
    assert page.joint_days + len(page.closed_only_here) == page.working_days_there.mid
    assert dt.date(2027, 1, 6) in page.closed_only_here
    assert page.hours_per_week == pytest.approx(page.hours_per_joint_day * 247 / 365 * 7)


def test_travel_is_direct_only_where_a_fact_says_so(facts: Facts) -> None:
    sites = facts.sites
    direct = journey(facts, sites["muenchen"], sites["casablanca"])
    changing = journey(facts, sites["stuttgart"], sites["casablanca"])
    assert (direct.direct, direct.flights_per_week, direct.grade) == (True, 2, Grade.PRESS)
    assert direct.facts == ("flight/freq/MUC-CMN",)
    assert (changing.direct, changing.flights_per_week, changing.grade) == (False, None, Grade.PRIOR)
    assert direct.low_hours < direct.mid_hours < direct.high_hours < changing.high_hours
    assert journey(facts, sites["casablanca"], sites["muenchen"]) == direct
    assert direct.working_days_lost_per_trip == pytest.approx(direct.mid_hours / 4)


def test_a_block_time_of_the_facts_goes_before_the_distance(facts: Facts) -> None:
    found = journey(facts, facts.sites["frankfurt"], facts.sites["fes"])
    assert found.facts == ("flight/time/FRA-Fes",)
    assert found.mid_hours == pytest.approx(3.17 + 3.75)
    assert found.flights_per_week is None


def test_flight_time_by_distance_meets_the_sourced_block_times(facts: Facts) -> None:
    frankfurt = facts.sites["frankfurt"]
    for site, name in (
        ("casablanca", "Casablanca"),
        ("agadir", "Agadir"),
        ("fes", "Fes"),
        ("marrakech", "Marrakech"),
    ):
        by_distance = 0.6 + distance_km(frankfurt, facts.sites[site]) / 780
        assert by_distance == pytest.approx(facts.get(f"flight/time/FRA-{name}").value, abs=0.35)
