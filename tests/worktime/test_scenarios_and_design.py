"""Clocks that may come, the claim of one time zone, the best working day, and meetings."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from jiwar.languages import Language
from jiwar.periods import Horizon, Month
from jiwar.worktime import (
    DayChoices,
    Period,
    Practice,
    Shift,
    WorktimeError,
    check_limits,
    claim_sentence,
    common_hours,
    common_intervals,
    day_limits,
    design_seasonal_shifts,
    design_shift,
    eu_ends_summer_time,
    meeting_windows,
    morocco_returns_to_utc_plus_1,
    read_clock,
    same_clock,
    shared_hours,
    shared_minutes,
)
from jiwar.worktime.limits import parse_limits
from jiwar.worktime.scenario import ramadan_clock

if TYPE_CHECKING:
    from tests.worktime.conftest import Places


def test_the_rule_around_ramadan_gives_the_changes_that_were_enacted() -> None:
    clock = read_clock("Africa/Casablanca")
    enacted = [
        dt.date(1970, 1, 1) + dt.timedelta(minutes=int(begin))
        for begin in clock.begins
        if begin > (dt.date(2019, 1, 1) - dt.date(1970, 1, 1)).days * 1440
    ]
    by_rule = [day for days in ramadan_clock(2019, 2026) for day in days]
    assert enacted[:-1] == by_rule
    assert enacted[-1] == dt.date(2026, 9, 20)


def test_utc_plus_1_returning_to_morocco_restores_an_hour_except_in_ramadan(places: Places) -> None:
    horizon = Horizon(Month(2027, 1), 24)
    practice = Practice(scenario=morocco_returns_to_utc_plus_1(dt.date(2027, 6, 1)))
    pair = places.stuttgart, places.casablanca
    now, then = shared_hours(*pair, horizon), shared_hours(*pair, horizon, practice)
    assert then[:5].tolist() == now[:5].tolist()
    assert (then[5:12] - now[5:12]).tolist() == pytest.approx([1.0] * 7)
    assert then[13] - now[13] < 0.2  # February 2028 is Ramadan but for two days
    always = Practice(scenario=morocco_returns_to_utc_plus_1(dt.date(2027, 6, 1), back_in_ramadan=False))
    assert shared_hours(*pair, horizon, always)[13] == 8.5


@pytest.mark.parametrize(("keep", "hours"), [("winter", 7.5), ("summer", 6.5)])
def test_the_eu_ending_summer_time_fixes_the_distance(keep: str, hours: float, places: Places) -> None:
    scenario = eu_ends_summer_time(dt.date(2027, 10, 31), "winter" if keep == "winter" else "summer")
    after = Horizon(Month(2028, 1), 24)
    found = shared_hours(places.stuttgart, places.casablanca, after, Practice(scenario=scenario))
    assert found.tolist() == [hours] * 24


def test_a_state_may_keep_another_clock_and_neighbours_do_not_follow(places: Places) -> None:
    scenario = eu_ends_summer_time(dt.date(2027, 10, 31), "winter", {"Europe/Lisbon": "summer"})
    july = Period(dt.date(2028, 7, 1), dt.date(2028, 7, 31))
    pairs = [(places.stuttgart, places.by_country[country]) for country in ("PT", "PL", "RS")]
    found = shared_minutes(pairs, july, Practice(scenario=scenario), holidays=False)
    assert found.hours_per_joint_day().tolist() == [8.5, 8.5, 7.5]


def test_scenarios_leave_the_clock_before_them_alone() -> None:
    enacted = read_clock("Europe/Berlin")
    changed = eu_ends_summer_time(dt.date(2027, 10, 31)).clock("Europe/Berlin")
    before = np.arange(0, 400) * 1440 + (dt.date(2026, 9, 1) - dt.date(1970, 1, 1)).days * 1440
    assert changed.offset_at(before).tolist() == enacted.offset_at(before).tolist()


def test_identical_time_zone_is_answered_by_year(places: Places, shared: Path) -> None:
    years = same_clock(places.stuttgart, places.casablanca, range(2024, 2036))
    assert [round(100 * year.same_clock_share) for year in years[:4]] == [37, 33, 14, 0]
    assert all(year.same_clock_days == 0 for year in years[3:])
    text = (shared / "facts" / "timezone_overlap_de.csv").read_text(encoding="utf-8")
    rows = {row["year"]: row for row in csv.DictReader(text.splitlines()) if row["country"] == "MA"}
    for year in years:
        assert year.same_clock_days == int(rows[str(year.year)]["weekdays_same_clock_as_DE"])
        assert sum(year.days_by_offset.values()) == year.weekdays


@pytest.mark.parametrize("language", list(Language))
def test_the_answer_is_a_sentence_in_each_language(language: Language, places: Places) -> None:
    years = same_clock(places.stuttgart, places.casablanca, (2024, 2027))
    sentence = claim_sentence(places.stuttgart, places.casablanca, years, language)
    assert "37" in sentence
    assert "(2027)" in sentence
    assert sentence.startswith("Stuttgart")


def test_eight_to_half_past_four_in_casablanca_gives_seven_hours_nine(places: Places) -> None:
    found = design_shift(places.casablanca, places.stuttgart, Period.year(2027))
    assert str(found.best.shift) == "08:00-16:30"
    assert found.best.shared_hours == pytest.approx(7.9, abs=0.02)
    assert found.present.shared_hours == pytest.approx(6.9, abs=0.02)
    assert found.gained_hours == pytest.approx(1.0)
    assert found.best.check.within is True
    assert found.night_hours_per_day == 0.0


def test_the_best_day_beats_every_other_day_that_fits(places: Places) -> None:
    choices = DayChoices(earliest="06:00", step_minutes=30)
    found = design_shift(places.casablanca, places.stuttgart, Period.year(2027), choices)
    assert found.best.shared_hours == max(option.shared_hours for option in found.options)
    assert str(found.best.shift) == "07:00-15:30"
    assert found.best.shared_hours == pytest.approx(8.1, abs=0.02)


def test_two_days_by_season_share_the_whole_day(places: Places) -> None:
    choices = DayChoices(earliest="07:00")
    seasons = design_seasonal_shifts(places.casablanca, places.stuttgart, Period.year(2027), choices)
    assert [str(season.design.best.shift) for season in seasons] == [
        "08:00-16:30",
        "07:00-15:30",
        "08:00-16:30",
    ]
    assert {season.design.best.shared_hours for season in seasons} == {8.5}
    assert seasons[1].first == dt.date(2027, 3, 28)


@pytest.mark.code("W007")
def test_a_day_that_does_not_fit_is_refused(places: Places) -> None:
    with pytest.raises(WorktimeError) as caught:
        design_shift(
            places.casablanca,
            places.stuttgart,
            Period.year(2027),
            DayChoices(earliest="10:00", latest="17:00"),
        )
    assert caught.value.diagnostics[0].code == "W007"


def test_a_day_that_breaks_the_law_is_refused(places: Places) -> None:
    long_day = Practice(shifts=(("casablanca", Shift.parse("08:00", "19:00")),))
    with pytest.raises(WorktimeError) as caught:
        design_shift(places.casablanca, places.stuttgart, Period.year(2027), practice=long_day)
    assert caught.value.diagnostics[0].code == "W007"


def test_limits_name_their_breach_and_unknown_law_stays_unknown() -> None:
    long_day = check_limits("MA", Shift.parse("08:00", "19:30"), days_per_week=5, pause_hours=1.0)
    assert long_day.within is False
    assert len(long_day.breaches) == 2
    late = check_limits("MA", Shift.parse("14:00", "22:30"), days_per_week=5, pause_hours=0.5)
    assert (late.within, late.night_hours_per_day) == (True, 1.5)
    assert check_limits("EG", Shift.parse("09:00", "17:30"), days_per_week=5, pause_hours=0.5).within is None
    assert day_limits()["DE"].grade == "statute"


@pytest.mark.code("W008")
@pytest.mark.parametrize("wrong", ["source", "number", "column"])
def test_a_table_of_limits_without_source_or_number_is_refused(wrong: str) -> None:
    hours = "most_hours_per_day,most_hours_per_week,night_from,night_to,overtime_premium"
    head = f"countries,{hours},source,url,grade,note"
    row = "XX,10,44,21:00,06:00,,a law,https://x,statute,"
    text = {
        "source": f"{head}\n{row.replace('a law', '')}\n",
        "number": f"{head}\n{row.replace('10', 'ten')}\n",
        "column": f"{head},extra\n{row},\n",
    }[wrong]
    with pytest.raises(WorktimeError) as caught:
        parse_limits(text)
    assert caught.value.diagnostics[0].code == "W008"


def test_three_sites_meet_in_few_windows_that_equal_brute_force(places: Places) -> None:
    sites = [places.stuttgart, places.casablanca, places.pune]
    windows = meeting_windows(sites, Period.year(2027))
    assert [window.clock_times["stuttgart"] for window in windows] == [
        ("10:00", "13:00"), ("11:00", "14:00"), ("10:00", "13:00"),
    ]  # fmt: skip
    assert sum(window.days * window.minutes for window in windows) / 60 == common_hours(
        sites, Period.year(2027)
    )
    pair = shared_minutes([(sites[0], sites[1])], Period.year(2027))
    assert common_hours(sites[:2], Period.year(2027)) == pair.minutes.sum() / 60


def test_short_windows_are_left_out(places: Places) -> None:
    sites = [places.stuttgart, places.pune.but(day_end="13:00")]
    (summer,) = meeting_windows(sites, Period.year(2027), minutes=30)
    assert summer.clock_times["stuttgart"] == ("09:00", "09:30")
    assert meeting_windows(sites, Period.year(2027), minutes=31) == ()


@pytest.mark.code("W009")
def test_one_site_has_nobody_to_meet(places: Places) -> None:
    for sites in ([places.stuttgart], [places.stuttgart, places.stuttgart], []):
        with pytest.raises(WorktimeError) as caught:
            common_intervals(sites, Period.year(2027))
        assert caught.value.diagnostics[0].code == "W009"
