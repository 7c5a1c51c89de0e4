"""The commands `jiwar hours` and `jiwar talent`: what they answer, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiwar.facts import load_facts
from jiwar.periods import Month
from jiwar.worktime import Period, design_shift, shared_year

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar

PAIR = ("hours", "--between", "stuttgart,casablanca", "--in", "2027")
OUJDA = ("talent", "--role", "embedded_software_engineer", "--site", "oujda", "--fte", "200")
BERLIN = ("talent", "--role", "technician", "--site", "berlin", "--fte", "4", "--by", "2028-06")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "year")
CASABLANCA = ("talent", "--role", "embedded_software_engineer", "--site", "casablanca", "--fte", "20")


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def plain(text: str) -> str:
    """Text without line breaks of the screen."""
    return " ".join(text.split())


def test_each_month_shows_what_the_package_computes(jiwar_command: Jiwar) -> None:
    code, out, err = jiwar_command(*PAIR)
    sites = load_facts().sites
    year = shared_year(sites["stuttgart"], sites["casablanca"], 2027)
    rows = [line.split() for line in out.splitlines() if line.split()[:1] and line.split()[0] in MONTHS]
    assert (code, err) == (0, "")
    assert [row[1] for row in rows[:12]] == [f"{hours:.2f}" for hours in year.hours_by_month]
    assert [int(row[2]) for row in rows[:12]] == list(year.joint_days_by_month)
    assert rows[12] == ["year", "6.90", "247", "253", "254"]


def test_the_claim_of_an_identical_time_zone_is_answered_by_year(jiwar_command: Jiwar) -> None:
    out = plain(jiwar_command(*PAIR)[1])
    assert "37 % in 2024, 33 % in 2025, 14 % in 2026, 0 % from 2027" in out


def test_the_best_working_day_restores_an_hour_within_the_law(jiwar_command: Jiwar) -> None:
    out = plain(jiwar_command(*PAIR)[1])
    assert "08:00–16:30 instead of 09:00–17:30 shares 7.90 hours instead of 6.90" in out
    assert "Within the law (Labour code 65-99 art. 184" in out
    assert "With a day by season: 08:00–16:30 from 2027-01-01; 07:00–15:30 from 2027-03-28" in plain(
        jiwar_command(*PAIR, "--earliest", "07:00")[1]
    )


def test_a_day_that_cannot_be_bettered_is_left_alone(jiwar_command: Jiwar) -> None:
    out = plain(jiwar_command("hours", "--between", "stuttgart,berlin")[1])
    assert "no day of that length from 08:00 on shares more" in out


def test_law_that_was_not_read_is_named(jiwar_command: Jiwar) -> None:
    out = plain(jiwar_command("hours", "--between", "stuttgart,bengaluru")[1])
    assert "law of working time there was not read" in out


def test_both_lists_of_holidays_and_ramadan_hours_are_at_hand(jiwar_command: Jiwar) -> None:
    wide = jiwar_command(*PAIR, "--holidays", "package")[1]
    assert "246" in next(line for line in wide.splitlines() if line.split()[:1] == ["year"])
    assert "the wider list" in plain(wide)
    assert "the default, because it binds private employers" in plain(jiwar_command(*PAIR)[1])
    one, two = (jiwar_command(*PAIR, "--ramadan", hours)[1] for hours in ("1", "2"))
    february = [next(line for line in out.splitlines() if line.split()[:1] == ["Feb"]) for out in (one, two)]
    assert february[0].split()[1] > february[1].split()[1]


def test_scenarios_change_the_clocks_and_can_be_joined(jiwar_command: Jiwar) -> None:
    words = ("hours", "--between", "stuttgart,casablanca", "--in", "2030")
    alone = plain(jiwar_command(*words, "--scenario", "utc+1@2028-01-01")[1])
    both = plain(
        jiwar_command(*words, "--scenario", "utc+1@2028-01-01", "--scenario", "eu-no-summer-time@2029-10-28")[
            1
        ]
    )
    assert "UTC+1 returns in Morocco on 2028-01-01" in alone
    assert "the EU ends summer time on 2029-10-28 (winter clock)" in both
    assert "86 % in 2030" in both
    assert "86 % in 2030" not in alone


def test_all_named_sites_get_windows_to_meet(jiwar_command: Jiwar) -> None:
    out = jiwar_command("hours", "--between", "stuttgart,casablanca,cairo", "--meeting", "60")[1]
    assert "Stuttgart and Casablanca in 2027" in out
    assert "Stuttgart and Cairo in 2027" in out
    assert "Windows of at least 60 minutes for all" in out
    assert "All sites work at the same time for" in plain(out)
    none = plain(jiwar_command("hours", "--between", "stuttgart,casablanca", "--meeting", "1000")[1])
    assert "No day of 2027 has 1000 minutes" in none


def test_output_fits_a_hundred_columns(jiwar_command: Jiwar) -> None:
    out = jiwar_command("hours", "--between", "stuttgart,casablanca,porto", "--meeting", "30")[1]
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 100


def test_the_calendar_is_written_whole(jiwar_command: Jiwar, tmp_path: Path) -> None:
    file = tmp_path / "shared.ics"
    code, out, _ = jiwar_command(*PAIR, "--calendar", file)
    text = file.read_bytes().decode()
    assert code == 0
    assert "written" in out
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "Clock change" in text
    jiwar_command(*PAIR, "--calendar", file)
    assert file.read_bytes().decode() == text
    assert [one.name for one in tmp_path.iterdir()] == ["shared.ics"]


@pytest.mark.code("U007")
def test_a_calendar_that_cannot_be_written_leaves_nothing(jiwar_command: Jiwar, tmp_path: Path) -> None:
    code, out, err = jiwar_command(*PAIR, "--calendar", tmp_path / "none" / "shared.ics")
    assert (code, out) == (2, "")
    assert "U007" in err
    (tmp_path / "folder.ics").mkdir()
    code, _, err = jiwar_command(*PAIR, "--calendar", tmp_path / "folder.ics")
    assert code == 2
    assert "U007" in err
    assert [one.name for one in tmp_path.iterdir()] == ["folder.ics"]


@pytest.mark.code("U006")
@pytest.mark.parametrize("text", ["utc1@2028-01-01", "utc+1", "utc+1@tomorrow", "utc+1@1999-01-01"])
def test_an_unreadable_scenario_is_taught(jiwar_command: Jiwar, text: str) -> None:
    code, out, err = jiwar_command(*PAIR, "--scenario", text)
    assert (code, out) == (2, "")
    assert "U006" in err
    assert "utc+1" in err


@pytest.mark.code("U005")
def test_everything_wrong_is_told_at_once(jiwar_command: Jiwar) -> None:
    words = ("--in", "2036", "--ramadan", "3", "--holidays", "packge", "--meeting", "0")
    code, out, err = jiwar_command("hours", "--between", "stuttgrt,casablanca,casablanca", *words)
    assert (code, out) == (2, "")
    assert err.count("U005") == 6
    assert "did you mean `stuttgart`" in err
    assert "did you mean `package`" in err


def test_200_embedded_engineers_in_oujda_within_a_year_are_refused(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command(*OUJDA, "--by", "2027-11")
    said = plain(out)
    assert code == 0
    assert "No: beyond the pool" in said
    assert "none is offered" in said
    assert "T004" in said
    assert "more than the fifth" in said


def test_20_embedded_engineers_in_casablanca_are_priced(jiwar_command: Jiwar) -> None:
    said = plain(jiwar_command(*CASABLANCA, "--by", "2027-11")[1])
    assert "Yes, for more than market pay." in said
    assert "MAD a year of pay above market" in said
    assert "Credible by 2027-11: 20 of 20 people" in said


def test_the_answer_names_flows_languages_training_and_sources(jiwar_command: Jiwar) -> None:
    said = plain(jiwar_command(*CASABLANCA, "--by", "2028-06", "--language", "de:B2")[1])
    for part in (
        "emigrate",
        "attrition",
        "French 85 %",
        "Jazari",
        "so nothing is counted",
        "talent_stock/MA",
    ):
        assert part in said
    assert "German B2: does not fit" in said
    fits = plain(jiwar_command(*BERLIN, "--language", "de:B2")[1])
    assert "German B2: fits" in fits


def test_a_german_city_shows_shortage_time_to_fill_and_vacancy_cost(jiwar_command: Jiwar) -> None:
    words = ("talent", "--role", "Senior Testingenieur Bremse", "--site", "stuttgart", "--fte", "10")
    said = plain(jiwar_command(*words, "--by", "2028-06", "--value-of-work", "150000")[1])
    assert "is the role test_engineer, senior" in said
    assert "99,470 open posts" in said
    assert "vacancy cost, EUR" in said
    assert "easing" in said
    assert "training in Morocco" not in said


@pytest.mark.parametrize(
    ("words", "code", "remedy"),
    [
        (("--role", "Zauberer", "--site", "fes", "--by", "2028-06"), "T003", "did you mean"),
        (("--role", "technician", "--site", "fez", "--by", "2028-06"), "U005", "`fes`"),
        (("--role", "technician", "--site", "fes", "--by", "June"), "U005", "2028-06"),
        (("--role", "technician", "--site", "fes", "--by", "2026-01"), "T007", "after the start"),
        (("--role", "technician", "--site", "fes", "--by", "2028-06", "--language", "de"), "U005", "de:B2"),
        (("--role", "technician", "--site", "fes", "--by", "2028-06", "--language", "xx:B2"), "T008", "de"),
        (("--role", "technician", "--site", "fes", "--by", "2028-06", "--language", "ar:B2"), "T001", ""),
        (("--role", "technician", "--site", "fes", "--by", "2028-06", "--seniority", "boss"), "T002", "lead"),
    ],
)
def test_wrong_questions_about_people_are_taught(
    jiwar_command: Jiwar, words: tuple[str, ...], code: str, remedy: str
) -> None:
    exit_code, out, err = jiwar_command("talent", "--fte", "4", *words)
    assert (exit_code, out) == (2, "")
    assert code in err
    assert remedy in err


def test_the_design_of_the_day_is_the_packages(jiwar_command: Jiwar) -> None:
    sites = load_facts().sites
    design = design_shift(sites["rabat"], sites["muenchen"], Period.year(Month(2028, 1).year))
    out = plain(jiwar_command("hours", "--between", "muenchen,rabat", "--in", "2028")[1])
    assert f"shares {design.best.shared_hours:.2f} hours instead of {design.present.shared_hours:.2f}" in out
