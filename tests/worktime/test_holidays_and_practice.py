"""Public holidays, the moon, Ramadan, leave, and the words a site may write."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from jiwar.periods import Horizon, Month
from jiwar.worktime import (
    HolidayList,
    Period,
    Practice,
    Shift,
    WorktimeError,
    days_both_present,
    effort_factor,
    leave_in_working_days,
    presence,
    public_holidays,
    ramadans,
    shared_hours,
    work_calendar,
    working_day_range,
    working_days,
)
from jiwar.worktime.shift import parse_week

if TYPE_CHECKING:
    from tests.worktime.conftest import Places


def test_the_packages_list_gives_the_reference_counts(shared: Path) -> None:
    with (shared / "facts" / "public_holidays_counts.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] in {"2026", "2031"}]
    assert rows
    for row in rows:
        listed = public_holidays(row["country"], row["subdiv"] or None, int(row["year"]), HolidayList.PACKAGE)
        days = {holiday.day for holiday in listed}
        assert len(days) == int(row["holidays_total"]), row
        week = parse_week("Sun-Thu" if row["country"] == "EG" else "Mon-Fri")
        assert sum(week[day.weekday()] for day in days) == int(row["holidays_on_working_days"]), row


@pytest.mark.parametrize(("year", "days"), [(2023, 13), (2026, 14), (2027, 14), (2030, 14), (2033, 15)])
def test_the_labour_code_gives_13_or_14_days_one_for_each_feast(year: int, days: int) -> None:
    listed = public_holidays("MA", None, year)
    assert len(listed) == days  # 2033 has Eid al-Fitr twice
    feasts = [holiday for holiday in listed if holiday.lunar]
    assert len({feast.day for feast in feasts}) == len(feasts)
    assert (dt.date(year, 10, 31) in {holiday.day for holiday in listed}) is False
    wider = {holiday.day for holiday in public_holidays("MA", None, year, HolidayList.PACKAGE)}
    assert {holiday.day for holiday in listed} <= wider


def test_only_morocco_has_two_lists() -> None:
    for country, part in (("DE", "SN"), ("PL", None), ("TN", None)):
        assert public_holidays(country, part, 2028) == public_holidays(
            country, part, 2028, HolidayList.PACKAGE
        )


def test_the_moon_moves_working_days_within_a_range_counted_by_hand(places: Places) -> None:
    # 2027: Eid al-Fitr Tue 9 March, Eid al-Adha Sun 16 May, New Year Sun 6 June, Mawlid Sat 14 August, which
    # is Oued Ed-Dahab Day too. Fitr costs a weekday whatever the moon does, the others only on one side.
    found = working_day_range(places.casablanca, 2027)
    assert found.mid == working_days(places.casablanca, Horizon(Month(2027, 1), 12)).sum()
    assert (found.low, found.mid, found.high) == (251, 254, 254)


def test_without_lunar_feasts_there_is_no_range(places: Places) -> None:
    found = working_day_range(places.stuttgart, 2027)
    assert found.low == found.mid == found.high == 253


def test_2030_has_two_ramadans_and_each_lasts_29_or_30_days() -> None:
    found = ramadans(2027, 2030)
    assert [first.year for first, _ in found] == [2027, 2028, 2029, 2030, 2030]
    assert {(last - first).days + 1 for first, last in found} <= {29, 30}


@pytest.mark.parametrize(("hours", "february"), [(0.0, 7.5), (1.0, 7.5), (2.0, None)])
def test_ramadan_practice_ends_the_day_earlier(hours: float, february: float | None, places: Places) -> None:
    practice = Practice(ramadan_hours=hours)
    calendar = work_calendar(places.casablanca, Period.year(2027), practice)
    lengths = (calendar.ends - calendar.begins)[[38, 60]] / 60.0  # 8 February fasts, 2 March too
    assert lengths.tolist() == [8.5 - hours, 8.5 - hours]
    assert (calendar.ends - calendar.begins)[100] == 510
    shared_in = shared_hours(places.stuttgart, places.casablanca, Horizon(Month(2027, 1), 3), practice)
    if february is not None:  # an hour less in the evening is an hour Stuttgart does not work anyway
        assert shared_in[1] == february
    else:
        assert shared_in[1] < 7.5
    other = work_calendar(places.stuttgart, Period.year(2027), practice)
    assert set((other.ends - other.begins).tolist()) == {510}


@pytest.mark.code("W006")
@pytest.mark.parametrize("hours", [-1.0, 9.0])
def test_ramadan_hours_outside_their_meaning_are_refused(hours: float) -> None:
    with pytest.raises(WorktimeError) as caught:
        Practice(ramadan_hours=hours)
    assert caught.value.diagnostics[0].code == "W006"


@pytest.mark.code("W004")
@pytest.mark.parametrize("text", ["Montag-Freitag", "Mon", "Mon-Fri-Sat", ""])
def test_an_unreadable_week_is_refused(text: str) -> None:
    with pytest.raises(WorktimeError) as caught:
        parse_week(text)
    assert caught.value.diagnostics[0].code == "W004"


@pytest.mark.parametrize(
    ("start", "end"), [("9", "17:30"), ("09:00", "25:00"), ("09:60", "17:30"), ("x", "y")]
)
def test_an_unreadable_time_of_day_is_refused(start: str, end: str) -> None:
    with pytest.raises(WorktimeError):
        Shift.parse(start, end)


@pytest.mark.parametrize(("start", "end"), [(-1, 10), (10, 10), (0, 1441), (1440, 1500)])
def test_a_shift_lies_in_a_day_and_lasts_at_most_one(start: int, end: int) -> None:
    with pytest.raises(WorktimeError):
        Shift(start, end)


def test_a_shift_over_midnight_is_written_and_read_back() -> None:
    assert str(Shift.parse("22:00", "06:00")) == "22:00-06:00"
    assert Shift.parse("22:00", "06:00").hours == 8.0
    assert str(Shift.parse("09:00", "17:30").moved(-60)) == "08:00-16:30"


@pytest.mark.parametrize(
    ("week", "days"), [("Mon-Fri", 0b0011111), ("Sun-Thu", 0b1001111), ("Sat-Wed", 0b1100111)]
)
def test_weeks_may_begin_on_any_day(week: str, days: int) -> None:
    assert [bool(days >> day & 1) for day in range(7)] == list(parse_week(week))


@pytest.mark.code("W005")
def test_a_country_without_a_calendar_is_refused(places: Places) -> None:
    with pytest.raises(WorktimeError) as caught:
        public_holidays("XX", None, 2027)
    assert caught.value.diagnostics[0].code == "W005"
    with pytest.raises(WorktimeError):
        working_days(places.stuttgart.but(holiday_subdivision="ZZ"), Horizon(Month(2027, 1), 3))


@pytest.mark.code("W010")
def test_years_beyond_a_calendar_are_refused_but_its_last_day_is_not(places: Places) -> None:
    with pytest.raises(WorktimeError) as caught:
        public_holidays("IN", "MH", 2036)
    assert caught.value.diagnostics[0].code == "W010"
    assert "2036" in caught.value.diagnostics[0].message
    last = Horizon(Month(2035, 10), 3)
    assert working_days(places.pune, last).sum() > 55
    assert (shared_hours(places.stuttgart, places.pune, last) > 0).all()
    assert working_day_range(places.pune, 2035).low > 230


def test_moroccan_leave_of_a_week_of_six_is_three_weeks() -> None:
    assert leave_in_working_days(18, counted_week=6, worked_week=5) == 15.0
    with pytest.raises(WorktimeError):
        leave_in_working_days(18, counted_week=0, worked_week=5)


def test_two_people_with_leave_of_their_own_meet_less_often() -> None:
    assert days_both_present(240, presence(250, 30), presence(254, 15)) == pytest.approx(
        240 * 0.88 * 239 / 254
    )
    with pytest.raises(WorktimeError):
        presence(250, 300)


def test_effort_rises_with_every_hour_lost_and_not_without_the_prior() -> None:
    factors = effort_factor([8.5, 7.5, 6.5, 9.0], 8.5, 0.11, 0.1)
    assert factors.tolist() == pytest.approx([1.0, 0.89**-0.1, 0.89**-0.2, 1.0])
    assert effort_factor(6.5, 8.5, 0.11, 0.0) == 1.0
    assert effort_factor(np.full(3, 6.5), 8.5, 0.11, np.array([0.0, 0.1, 0.3])).shape == (3,)


@pytest.mark.parametrize(
    "wrong", [(6.5, 8.5, 1.0, 0.1), (6.5, 8.5, -0.11, 0.1), (6.5, 8.5, 0.11, -0.1), (-1.0, 8.5, 0.11, 0.1)]
)
def test_effort_refuses_numbers_outside_their_meaning(wrong: tuple[float, float, float, float]) -> None:
    with pytest.raises(WorktimeError) as caught:
        effort_factor(*wrong)
    assert caught.value.diagnostics[0].code == "W006"
