"""Clocks come from the pinned data package, whatever the system holds."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import zoneinfo
from pathlib import Path

import numpy as np
import pytest

from jiwar.worktime import WorktimeError, data_release, read_clock, zone_info
from jiwar.worktime import clock as clock_module
from jiwar.worktime.clock import check_years, minutes_of_day

# Morocco an hour ahead of UTC for ever, as zone files of 2025 say outside Ramadan: a version-2 file without
# any change and with the rule "<+01>-1" at its end.
_STALE = (
    b"TZif2"
    + bytes(15)
    + (0).to_bytes(4) * 4
    + (1).to_bytes(4)
    + (4).to_bytes(4)
    + (3600).to_bytes(4)
    + bytes(2)
    + b"+01\x00"
)
_STALE_FILE = _STALE + _STALE + b"\n<+01>-1\n"

_ASK = """
import datetime as dt, zoneinfo
from jiwar.worktime import read_clock
from jiwar.worktime.clock import minutes_of_day
import numpy as np
day = dt.datetime(2027, 7, 1, tzinfo=dt.UTC)
system = day.astimezone(zoneinfo.ZoneInfo("Africa/Casablanca")).utcoffset()
ours = read_clock("Africa/Casablanca").offset_at(np.array([minutes_of_day(day.date())]))
print(int(system.total_seconds() // 60), int(ours[0]), zoneinfo.TZPATH)
"""


def test_stale_zone_files_of_the_system_do_not_reach_the_result(tmp_path: Path) -> None:
    (tmp_path / "Africa").mkdir()
    (tmp_path / "Africa" / "Casablanca").write_bytes(_STALE_FILE)
    environment = {**os.environ, "PYTHONTZPATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", _ASK], env=environment, capture_output=True, text=True, check=True
    )
    system, ours, path = done.stdout.split(maxsplit=2)
    assert system == "60", (
        "the stale copy must be what the standard library reads, or this test proves nothing"
    )
    assert ours == "0"
    assert str(tmp_path) in path, "the process keeps its own search path"


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (dt.datetime(2025, 7, 1, tzinfo=dt.UTC), 60),
        (dt.datetime(2026, 3, 1, tzinfo=dt.UTC), 0),
        (dt.datetime(2026, 9, 19, 12, tzinfo=dt.UTC), 60),
        (dt.datetime(2026, 9, 21, tzinfo=dt.UTC), 0),
        (dt.datetime(2027, 7, 1, tzinfo=dt.UTC), 0),
        (dt.datetime(2035, 12, 31, tzinfo=dt.UTC), 0),
    ],
)
def test_morocco_is_on_utc_all_year_since_20_september_2026(day: dt.datetime, offset: int) -> None:
    minutes = minutes_of_day(day.date()) + 60 * day.hour
    assert read_clock("Africa/Casablanca").offset_at(np.array([minutes]))[0] == offset
    assert day.astimezone(zone_info("Africa/Casablanca")).utcoffset() == dt.timedelta(minutes=offset)


def test_the_standard_librarys_search_path_is_left_alone() -> None:
    before = zoneinfo.TZPATH
    read_clock("Europe/Belgrade")
    assert before == zoneinfo.TZPATH


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "Africa/Cairo", "America/Sao_Paulo", "Australia/Lord_Howe"]
)
def test_stretches_equal_the_zone_at_every_hour_of_two_years(zone: str) -> None:
    clock, info = read_clock(zone), zone_info(zone)
    moments = np.arange(minutes_of_day(dt.date(2018, 1, 1)), minutes_of_day(dt.date(2020, 1, 1)), 60)
    start = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    expected = []
    for moment in moments.tolist():
        offset = (start + dt.timedelta(minutes=moment)).astimezone(info).utcoffset()
        assert offset is not None
        expected.append(offset.total_seconds() / 60)
    assert clock.offset_at(moments).tolist() == expected


def test_a_skipped_hour_ends_at_the_change_and_a_repeated_one_counts_once() -> None:
    berlin = read_clock("Europe/Berlin")
    spring, autumn = minutes_of_day(dt.date(2027, 3, 28)), minutes_of_day(dt.date(2027, 10, 31))
    half_past_two = np.array([spring + 150, autumn + 150])
    assert berlin.utc_of_wall(half_past_two).tolist() == [spring + 60, autumn + 30]


@pytest.mark.code("W001")
def test_an_unknown_zone_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(WorktimeError) as caught:
        read_clock("Africa/Casablnca")
    assert caught.value.diagnostics[0].code == "W001"
    assert "Africa/Casablanca" in caught.value.diagnostics[0].remedy


@pytest.mark.parametrize("zone", ["../../etc/passwd", "", "tzdata.zi", "/etc/localtime"])
def test_a_zone_is_a_name_and_no_path(zone: str) -> None:
    with pytest.raises(WorktimeError):
        zone_info(zone)


@pytest.mark.code("W002")
@pytest.mark.parametrize(
    ("first", "last"),
    [
        (dt.date(2014, 1, 1), dt.date(2027, 1, 1)),
        (dt.date(2027, 1, 1), dt.date(2061, 6, 1)),
        (dt.date(2027, 1, 2), dt.date(2027, 1, 1)),
    ],
)
def test_days_beyond_the_known_years_are_refused(first: dt.date, last: dt.date) -> None:
    with pytest.raises(WorktimeError) as caught:
        check_years(first, last)
    assert caught.value.diagnostics[0].code == "W002"


@pytest.mark.code("W003")
def test_data_older_than_moroccos_change_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "data_release", lambda: "2026b")
    zone_info.cache_clear()
    with pytest.raises(WorktimeError) as caught:
        zone_info("Africa/Casablanca")
    zone_info.cache_clear()
    assert caught.value.diagnostics[0].code == "W003"
    assert data_release() >= "2026c"
