"""Shared hours to the minute: against the reference table, and against counting every minute."""

from __future__ import annotations

import csv
import datetime as dt
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.periods import Horizon, Month
from jiwar.worktime import (
    HolidayList,
    Period,
    Practice,
    Shift,
    joint_working_days,
    public_holidays,
    shared_hours,
    shared_hours_per_own_day,
    shared_minutes,
    working_days,
    zone_info,
)

if TYPE_CHECKING:
    from tests.worktime.conftest import Place, Places

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_ZONES = ("Europe/Berlin", "Africa/Casablanca", "Africa/Cairo", "Asia/Kolkata", "America/Sao_Paulo")
_WEEKS = {"Mon-Fri": range(5), "Sun-Thu": (6, 0, 1, 2, 3), "Sat-Wed": (5, 6, 0, 1, 2), "Mon-Sun": range(7)}


def test_overlaps_2024_to_2035_equal_the_reference_table_to_the_minute(shared: Path, places: Places) -> None:
    text = (shared / "facts" / "timezone_overlap_de.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 132
    for row in rows:
        site = places.by_country[row["country"]]
        found = shared_minutes([(places.stuttgart, site)], Period.year(int(row["year"])), holidays=False)
        offsets = [part.split("min:") for part in row["offset_distribution"].split(";")]
        minutes = sum((510 - abs(int(offset))) * int(days[:-1]) for offset, days in offsets)
        assert found.minutes.sum() == minutes, row
        assert found.joint_days()[0] == int(row["weekdays"])
        assert found.hours_per_joint_day()[0] == pytest.approx(
            float(row["mean_overlap_hours_0900_1730"]), abs=6e-4
        )


@st.composite
def _workplace(draw: st.DrawFn) -> tuple[str, str, Shift]:
    start = draw(st.integers(0, 95)) * 15 + draw(st.sampled_from((0, 0, 7)))
    return (
        draw(st.sampled_from(_ZONES)),
        draw(st.sampled_from(sorted(_WEEKS))),
        Shift(start, start + draw(st.integers(1, 96)) * 15),
    )


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    _workplace(),
    _workplace(),
    st.one_of(
        st.dates(dt.date(2018, 1, 1), dt.date(2035, 12, 20)),
        # days around changes of a clock: Europe, Morocco's Ramadan and its last change, Egypt, Brazil
        st.sampled_from(
            [(2026, 3, 27), (2026, 10, 24), (2025, 2, 22), (2026, 9, 18), (2027, 4, 29), (2018, 2, 16)]
        ).map(lambda day: dt.date(*day)),
    ),
)
def test_shared_minutes_equal_counting_every_minute(
    here: tuple[str, str, Shift], there: tuple[str, str, Shift], first: dt.date
) -> None:
    period = Period(first, first + dt.timedelta(days=4))
    sites = [_site("here", here), _site("there", there)]
    practice = Practice(shifts=(("here", here[2]), ("there", there[2])))
    found = shared_minutes([(sites[0], sites[1])], period, practice, holidays=False)
    window = period.widened()
    begin = dt.datetime.combine(window.first, dt.time(), dt.UTC) - dt.timedelta(days=1)
    minutes = (window.days + 3) * 1440
    ours, theirs = (_worked_days(place, begin, minutes, window) for place in (here, there))
    expected = [
        sum(day == period.day(index) and other is not None for day, other in zip(ours, theirs, strict=True))
        for index in range(period.days)
    ]
    assert found.minutes[0].tolist() == expected


def _site(name: str, place: tuple[str, str, Shift]) -> Place:
    """Make the site of a drawn workplace; the fields not named here play no part."""

    class Drawn:
        id, name_, country, zone = name, name, "DE", place[0]
        holiday_country, holiday_subdivision, week = "DE", None, place[1]
        day_start, day_end = "09:00", "17:30"

    Drawn.name = name  # type: ignore[attr-defined]  # a name of its own beside the parameter
    return cast("Place", Drawn())


def _worked_days(
    place: tuple[str, str, Shift], begin: dt.datetime, minutes: int, window: Period
) -> list[dt.date | None]:
    """Return for each minute the date of the working day it belongs to, by looking at the clock.

    The latest time the clock has shown so far decides: a day lasts from the first moment the clock shows its
    start until the first moment it shows its end.
    """
    zone, week, shift = place
    info, latest, found = zone_info(zone), begin.replace(tzinfo=None) - dt.timedelta(days=2), []
    for minute in range(minutes):
        shown = (begin + dt.timedelta(minutes=minute)).astimezone(info).replace(tzinfo=None)
        latest = max(latest, shown)
        found.append(_day_of(latest, week, shift, window))
    return found


def _day_of(shown: dt.datetime, week: str, shift: Shift, window: Period) -> dt.date | None:
    for back in (0, 1):
        day = shown.date() - dt.timedelta(days=back)
        since = (shown - dt.datetime.combine(day, dt.time())).total_seconds() / 60
        inside = shift.start <= since < shift.end
        if inside and day.weekday() in _WEEKS[week] and window.first <= day <= window.last:
            return day
    return None


@pytest.mark.parametrize(
    ("country", "days"),
    [("PL", (250, 250)), ("PT", (248, 249)), ("ES", (248, 249)), ("RO", (245, 246)), ("RS", (245, 246)),
     ("TR", (244, 244)), ("TN", (241, 245)), ("MA", (239, 246)), ("IN", (237, 242))],
)  # fmt: skip
def test_joint_working_days_with_baden_wuerttemberg(
    country: str, days: tuple[int, int], places: Places
) -> None:
    practice = Practice(HolidayList.PACKAGE)
    pair = [(places.stuttgart, places.by_country[country])]
    found = [shared_minutes(pair, Period.year(year), practice).joint_days()[0] for year in (2026, 2027)]
    assert found == list(days)


def test_joint_working_days_equal_brute_force_for_a_week_from_sunday(places: Places) -> None:
    horizon = Horizon(Month(2028, 4), 6)
    closed = {
        holiday.day
        for country, part in (("DE", "BW"), ("EG", None))
        for holiday in public_holidays(country, part, 2028)
    }
    expected = []
    for month in horizon:
        days = [month.first_day + dt.timedelta(days=step) for step in range(month.last_day.day)]
        expected.append(sum(day.weekday() < 4 and day not in closed for day in days))
    assert joint_working_days(places.stuttgart, places.cairo, horizon).tolist() == expected


def test_a_week_from_sunday_shares_four_days_of_five(places: Places) -> None:
    week = [(places.stuttgart, places.cairo), (places.stuttgart, places.cairo.but(week="Mon-Fri"))]
    found = shared_minutes(week, Period(dt.date(2027, 6, 7), dt.date(2027, 6, 13)), holidays=False)
    assert found.joint_days().tolist() == [4, 5]
    assert found.hours_per_week()[0] == pytest.approx(0.8 * found.hours_per_week()[1])


def test_hours_per_own_day_count_the_days_only_one_works(places: Places) -> None:
    horizon = Horizon(Month(2027, 1), 12)
    own = shared_hours_per_own_day(places.stuttgart, places.cairo, horizon)
    joint = shared_hours(places.stuttgart, places.cairo, horizon)
    days = working_days(places.stuttgart, horizon)
    both = joint_working_days(places.stuttgart, places.cairo, horizon)
    assert own.tolist() == pytest.approx((joint * both / days).tolist())
    assert own.mean() < 0.82 * joint.mean()


def test_the_mean_of_a_month_is_per_joint_working_day(places: Places) -> None:
    horizon = Horizon(Month(2027, 1), 12)
    hours = shared_hours(places.stuttgart, places.casablanca, horizon)
    assert hours[[0, 1, 11]].tolist() == [7.5, 7.5, 7.5]
    assert hours[3:9].tolist() == [6.5] * 6
    assert 6.5 < hours[2] < 7.5
    assert shared_hours(places.stuttgart, places.stuttgart, horizon).tolist() == [8.5] * 12


def test_working_days_of_a_month_are_net_of_public_holidays(places: Places) -> None:
    days = working_days(places.stuttgart, Horizon(Month(2027, 1), 12))
    assert days.sum() == 261 - 8
    assert days[4] == 21 - 3  # Ascension, Whit Monday and Corpus Christi; 1 May is a Saturday


def test_weeks_and_months_sum_to_the_same_minutes(places: Places) -> None:
    found = shared_minutes([(places.stuttgart, places.casablanca)], Period.year(2028))
    by_month, by_week = found.by_month(), found.by_week()
    assert by_month[0].shape == (1, 12)
    assert by_week[0].shape == (1, 53)
    assert by_month[0].sum() == by_week[0].sum() == found.minutes.sum()
    assert by_month[1].sum() == by_week[1].sum() == found.joint_days()[0]


def test_work_reaching_into_the_period_from_the_day_before_counts(places: Places) -> None:
    night = Practice(
        shifts=(("pune", Shift.parse("22:00", "06:00")), ("stuttgart", Shift.parse("00:00", "02:00")))
    )
    monday = Period(dt.date(2027, 6, 8), dt.date(2027, 6, 8))
    found = shared_minutes([(places.stuttgart, places.pune)], monday, night, holidays=False)
    # Pune's night from Monday 22:00 to Tuesday 06:00 is 18:30 to 02:30 in Stuttgart
    assert found.minutes.tolist() == [[120]]


def test_a_year_for_500_pairs_takes_less_than_a_second(places: Places) -> None:
    pairs = [
        (places.stuttgart, places.casablanca.but(id=f"site-{n}", day_start=f"{6 + n // 60:02d}:{n % 60:02d}"))
        for n in range(500)
    ]
    started = time.perf_counter()
    found = shared_minutes(pairs, Period.year(2031))
    assert time.perf_counter() - started < 1.0
    assert found.minutes.shape == (500, 365)
    assert np.isfinite(found.minutes).all()
