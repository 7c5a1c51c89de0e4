"""`jiwar hours`: the hours that sites share, the claim "identical time zone", and the day that restores most."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from jiwar.cli.screen import screen, table
from jiwar.diagnostics import Diagnostic, JiwarError, nearest_names
from jiwar.facts import Facts, Site
from jiwar.periods import Horizon, Month
from jiwar.verbs import load_facts
from jiwar.worktime import (
    AS_ENACTED,
    ClockScenario,
    DayChoices,
    HolidayList,
    LimitCheck,
    Period,
    Practice,
    SharedYear,
    calendar_text,
    common_hours,
    design_seasonal_shifts,
    design_shift,
    eu_ends_summer_time,
    meeting_windows,
    morocco_returns_to_utc_plus_1,
    same_clock,
    shared_year,
    working_days,
)

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_FIRST_YEAR, _LAST_YEAR = 2024, 2035
_LISTS = {one.value.replace("_", "-"): one for one in HolidayList}
_SCENARIOS: Mapping[str, Callable[[dt.date], ClockScenario]] = {
    "utc+1": morocco_returns_to_utc_plus_1,
    "eu-no-summer-time": eu_ends_summer_time,
}
_RAMADAN_HOURS = (0, 1, 2)
_LONGEST_MEETING = 1440


def hours(
    *,
    between: str,
    in_: Annotated[int, Parameter(name="--in")] = 2027,
    ramadan: int = 0,
    holidays: str = "labour-code",
    scenario: tuple[str, ...] = (),
    earliest: str = "08:00",
    meeting: int | None = None,
    calendar: Path | None = None,
) -> int:
    """Show the hours that sites share, month by month, and the working day that would share more.

    Parameters
    ----------
    between
        Two or more sites, separated by commas; the first is compared with each other one.
    in_
        The year, 2024 to 2035.
    ramadan
        Hours by which the day ends earlier in Ramadan where that is practice: 0, 1 or 2.
    holidays
        List of Moroccan public holidays: labour-code or package.
    scenario
        A change of a clock that may come: utc+1@2028-01-01 (Morocco returns to UTC+1) or
        eu-no-summer-time@2029-10-28 (the EU stays on winter time). May be given twice.
    earliest
        Earliest start of the working day when a better one is sought.
    meeting
        Minutes; also list the windows of at least this length in which all sites work.
    calendar
        Also write public holidays and clock changes of the year to this iCalendar file (.ics).
    """
    facts = load_facts()
    names = [name.strip() for name in between.split(",") if name.strip()]
    problems = [*_wrong_sites(facts, names), *_wrong_values(in_, ramadan, holidays, meeting, calendar)]
    clocks, wrong = _scenario(scenario)
    if problems or wrong:
        raise JiwarError([*problems, *wrong])
    practice = Practice(_LISTS[holidays], float(ramadan), scenario=clocks)
    home, *others = (facts.sites[name] for name in names)
    console = screen()
    for other in others:
        _pair(console, home, other, in_, practice)
        _claim(console, home, other, practice)
        _best_day(console, home, other, in_, practice, earliest)
    _practice_line(console, practice)
    if meeting is not None:
        _meetings(console, (home, *others), in_, practice, meeting)
    if calendar is not None:
        stamp = dt.datetime.combine(facts.as_of, dt.time(), tzinfo=dt.UTC)
        _write_whole(calendar, calendar_text((home, *others), Period.year(in_), stamp, practice))
        console.print(f"written: {calendar}", soft_wrap=True)
    return 0


def _pair(console: Console, home: Site, other: Site, year: int, practice: Practice) -> None:
    shared = shared_year(home, other, year, practice)
    horizon = Horizon(Month(year, 1), 12)
    here, there = working_days(home, horizon, practice), working_days(other, horizon, practice)
    rows = [
        [_MONTHS[month], f"{mean:.2f}", f"{joint}", f"{here[month]:.0f}", f"{there[month]:.0f}"]
        for month, (mean, joint) in enumerate(
            zip(shared.hours_by_month, shared.joint_days_by_month, strict=True)
        )
    ]
    joint, days = str(shared.joint_days), (f"{here.sum():.0f}", f"{there.sum():.0f}")
    rows.append(["year", f"{shared.hours_per_joint_day:.2f}", joint, *days])
    columns = [("", False), ("hours shared a day", True), ("joint days", True)]
    columns += [(f"working days {site.name}", True) for site in (home, other)]
    console.print(table(f"{home.name} and {other.name} in {year}", columns, rows, _note(home, other, shared)))


def _note(home: Site, other: Site, shared: SharedYear) -> str:
    moon = [
        f"{site.name} {days.low} to {days.high}"
        for site, days in ((home, shared.working_days_here), (other, shared.working_days_there))
        if days.low < days.high
    ]
    text = (
        f"Mean per day on which both work, {home.day_start}–{home.day_end} ({home.week}) in {home.name}, "
        f"{other.day_start}–{other.day_end} ({other.week}) in {other.name}, local time."
    )
    return text + (f" Working days as the moon is sighted: {', '.join(moon)}." if moon else "")


def _claim(console: Console, home: Site, other: Site, practice: Practice) -> None:
    years = same_clock(home, other, range(_FIRST_YEAR, _LAST_YEAR + 1), practice)
    runs: list[tuple[int, int, str]] = []
    for one in years:
        shown = f"{one.same_clock_share:.0%}"
        if runs and runs[-1][2] == shown:
            runs[-1] = (runs[-1][0], one.year, shown)
        else:
            runs.append((one.year, one.year, shown))
    said = [f"{share.replace('%', ' %')} {_span(first, last)}" for first, last, share in runs]
    console.print(
        f"“Identical time zone”: {home.name} and {other.name} show the same time on this share of weekdays: "
        f"{', '.join(said)}."
    )


def _span(first: int, last: int) -> str:
    if first == last:
        return f"in {first}"
    return f"from {first}" if last == _LAST_YEAR else f"in {first} to {last}"


def _best_day(
    console: Console, home: Site, other: Site, year: int, practice: Practice, earliest: str
) -> None:
    choices, period = DayChoices(earliest=earliest), Period.year(year)
    design = design_shift(other, home, period, choices, practice)
    present, best = design.present, design.best
    if design.gained_hours < 0.005:
        text = (
            f"Working day in {other.name}: {_clock(present.shift)} shares {present.shared_hours:.2f} hours; "
            f"no day of that length from {earliest} on shares more."
        )
        console.print(text)
        return
    seasons = design_seasonal_shifts(other, home, period, choices, practice)
    text = (
        f"Working day in {other.name}: {_clock(best.shift)} instead of {_clock(present.shift)} shares "
        f"{best.shared_hours:.2f} hours instead of {present.shared_hours:.2f}: {design.gained_hours:.2f} hours "
        f"a day restored. {_law(best.check)}"
    )
    if len({season.design.best.shift for season in seasons}) > 1:
        days = "; ".join(f"{_clock(one.design.best.shift)} from {one.first}" for one in seasons)
        text += f" With a day by season: {days}."
    console.print(text)


def _clock(shift: object) -> str:
    return str(shift).replace("-", "–")


def _law(check: LimitCheck) -> str:
    if check.limits is None:
        return "The law of working time there was not read: have it checked."
    night = check.night_hours_per_day
    extra = f"{night:g} hours of it lie in the legal night." if night else "No overtime, no night work."
    return f"Within the law ({check.limits.source}). {extra}"


def _practice_line(console: Console, practice: Practice) -> None:
    lists = {
        HolidayList.LABOUR_CODE: "what the labour code owes (the default, because it binds private employers)",
        HolidayList.PACKAGE: "the wider list of the `holidays` package",
    }
    console.print(
        f"Clocks: {practice.scenario.name}. Moroccan holidays: {lists[practice.holiday_list]}. Ramadan: "
        f"{practice.ramadan_hours:g} hours fewer a day. Computed minute by minute from the tzdata package."
    )


def _meetings(console: Console, sites: Sequence[Site], year: int, practice: Practice, minutes: int) -> None:
    period = Period.year(year)
    windows = meeting_windows(sites, period, practice, minutes=minutes)
    if not windows:
        console.print(f"No day of {year} has {minutes} minutes in which all these sites work.")
        return
    rows = [
        [
            str(window.first),
            str(window.last),
            str(window.days),
            *("–".join(window.clock_times[site.id]) for site in sites),
        ]
        for window in windows
    ]
    columns = [("from", False), ("to", False), ("days", True), *((site.name, False) for site in sites)]
    together = common_hours(sites, period, practice)
    note = f"Local times. All sites work at the same time for {together:,.0f} hours of the year."
    console.print(table(f"Windows of at least {minutes} minutes for all", columns, rows, note))


def _wrong_sites(facts: Facts, names: list[str]) -> list[Diagnostic]:
    problems = [
        Diagnostic("U005", f"`{name}` is not a site", nearest_names(name, facts.sites))
        for name in names
        if name not in facts.sites
    ]
    if len(set(names)) < max(2, len(names)):
        message = "a site is named twice" if len(names) > 1 else "fewer than two sites"
        problems.append(Diagnostic("U005", message, "write `--between stuttgart,casablanca`"))
    return problems


def _wrong_values(
    year: int, ramadan: int, holidays: str, meeting: int | None, calendar: Path | None
) -> list[Diagnostic]:
    problems = []
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        remedy = f"give {_FIRST_YEAR} to {_LAST_YEAR}"
        problems.append(Diagnostic("U005", f"the year {year} is not covered", remedy))
    if ramadan not in _RAMADAN_HOURS:
        problems.append(Diagnostic("U005", f"{ramadan} hours fewer in Ramadan is no case", "give 0, 1 or 2"))
    if holidays not in _LISTS:
        message = f"`{holidays}` is not a list of holidays"
        problems.append(Diagnostic("U005", message, nearest_names(holidays, _LISTS)))
    if meeting is not None and not 1 <= meeting <= _LONGEST_MEETING:
        message = f"a meeting of {meeting} minutes is none"
        problems.append(Diagnostic("U005", message, "give minutes from 1 to 1440"))
    if calendar is not None and not calendar.absolute().parent.is_dir():
        message = f"the folder of `{calendar}` does not exist"
        problems.append(Diagnostic("U007", message, "make the folder first, or name another file"))
    return problems


def _scenario(texts: tuple[str, ...]) -> tuple[ClockScenario, list[Diagnostic]]:
    """Join the scenarios asked for; they move different clocks, so their order does not matter."""
    found: list[ClockScenario] = []
    problems: list[Diagnostic] = []
    for text in texts:
        name, _, day = text.partition("@")
        try:
            first = dt.date.fromisoformat(day)
        except ValueError:
            first = dt.date.min
        if name not in _SCENARIOS:
            remedy = f"{nearest_names(name, _SCENARIOS)} Write for instance `utc+1@2028-01-01`."
            problems.append(Diagnostic("U006", f"`{text}` names no scenario of clocks", remedy))
        elif not _FIRST_YEAR <= first.year <= _LAST_YEAR:
            message = f"`{day}` is not a day from {_FIRST_YEAR} to {_LAST_YEAR}"
            problems.append(Diagnostic("U006", message, f"write for instance `{name}@2028-01-01`"))
        else:
            found.append(_SCENARIOS[name](first))
    if not found:
        return AS_ENACTED, problems
    stretches = tuple(stretch for one in found for stretch in one.stretches)
    return ClockScenario(" and ".join(one.name for one in found), stretches), problems


def _write_whole(target: Path, text: str) -> None:
    """Write a file beside its final place and move it there in one step."""
    unfinished: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=target.absolute().parent, prefix=".jiwar-", delete=False
        ) as file:
            unfinished = Path(file.name)
            file.write(text)
        unfinished.chmod(0o644)
        unfinished.replace(target)
    except OSError as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        reason = f"`{target}` could not be written: {error.strerror or error}"
        remedy = "name a file in a folder that may be written to"
        raise JiwarError([Diagnostic("U007", reason, remedy)]) from error
