"""`jiwar fund` from outside: every scheme answers, thresholds sit where the texts put them, errors teach."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import jiwar
from jiwar.law.support import Extras, fund, projects
from jiwar.law.support.texts import STATUSES, TITLES
from jiwar.periods import Month, Quarter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar

FIGURES = {"--jobs": "60", "--capex-mad": "55e6", "--province": "Fès", "--sector": "outsourcing"}
ANSWERED = ("--figure", "public_enterprise=no", "--figure", "future_trade=no", "--figure", "sustainable=no")


def _words(**changes: str) -> list[str]:
    given = (
        FIGURES
        | {"--start": "2027-04"}
        | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    )
    return ["fund", *ANSWERED, *(word for pair in given.items() for word in pair)]


def _sheet(run: Jiwar, *more: str, **changes: str) -> dict[str, dict[str, Any]]:
    code, out, err = run(*_words(**changes), *more, "--format", "json")
    assert (code, err) == (0, "")
    (sheet,) = json.loads(out)
    return {line["scheme"]: line for line in sheet["schemes"]}


def test_every_scheme_answers_with_reason_amount_time_articles_and_confidence(jiwar_command: Jiwar) -> None:
    sheet = _sheet(jiwar_command, "--by", "2029-Q3")
    assert set(sheet) == set(TITLES)
    for line in sheet.values():
        assert line["articles"]
        assert line["paid"]
        assert line["confidence"] in {"high", "medium", "low"}
        assert line["reasons"] or line["status"] != "not_eligible"
        assert line["questions"] or line["status"] != "open"


def test_an_amount_counted_by_hand(jiwar_command: Jiwar) -> None:
    """60 jobs on 55 million are more than 1 per million (5 %), women above 30 % (3 %), Fès A (10 %), sector 5 %."""
    line = _sheet(jiwar_command, women="0.4")["ma.charter"]
    assert line["status"] == "eligible"
    assert line["mid"] == pytest.approx((0.05 + 0.03 + 0.10 + 0.05) * 55e6)


@pytest.mark.parametrize(
    ("jobs", "capex", "reading", "eligible"),
    [
        ("49", "50e6", "at_least_150", False), ("50", "50e6", "at_least_150", True),
        ("50", "49.999e6", "at_least_150", False), ("149", "30e6", "at_least_150", False),
        ("150", "30e6", "at_least_150", True), ("150", "30e6", "more_than_150", False),
        ("151", "30e6", "more_than_150", True),
    ],
)  # fmt: skip
def test_both_routes_begin_at_their_step_in_both_readings(
    jiwar_command: Jiwar,
    jobs: str,
    capex: str,
    reading: str,
    eligible: bool,  # noqa: FBT001 - a table of cases
) -> None:
    sheet = _sheet(jiwar_command, "--reading", f"route_two={reading}", jobs=jobs, capex_mad=capex)
    assert (sheet["ma.charter"]["status"] == "eligible") is eligible


@pytest.mark.parametrize(("reading", "gain"), [("more_than_30", 0.0), ("at_least_30", 0.03)])
def test_exactly_30_percent_women_in_both_readings(jiwar_command: Jiwar, reading: str, gain: float) -> None:
    chosen = ("--reading", f"gender_threshold={reading}")
    at, below = (_sheet(jiwar_command, *chosen, women=share)["ma.charter"] for share in ("0.3", "0.29"))
    assert at["mid"] - below["mid"] == pytest.approx(gain * 55e6)


def test_the_next_step_is_named_with_its_quarter(jiwar_command: Jiwar) -> None:
    more = ("--figure", "largest_holder_share=1", "--figure", "largest_holder_turnover_mad=1e9")
    line = _sheet(jiwar_command, "--by", "2029-Q3", *more, jobs="146", capex_mad="30e6")["ma.charter"]
    assert line["next_steps"][0] == "4 more stable jobs by Q3 2029: +MAD 7.5 million"


@pytest.mark.parametrize(
    ("month", "status"),
    [
        ("2025-06", "not_in_force"),
        ("2025-07", "eligible"),
        ("2030-12", "eligible"),
        ("2031-01", "not_in_force"),
    ],
)
def test_the_offshoring_circular_begins_and_ends(jiwar_command: Jiwar, month: str, status: str) -> None:
    words = _words(branch="ESO", gross_pay_mad="240e3", leaving="0.1", start=month)
    code, out, _ = jiwar_command(*words, "--format", "json")
    assert code == 0
    lines = {line["scheme"]: line for line in json.loads(out)[0]["schemes"]}
    assert lines["ma.offshoring.employment"]["status"] == status


def test_json_says_what_the_law_says(jiwar_command: Jiwar) -> None:
    """The sheet read back equals the answers of the law, amount by amount."""
    more = ("--figure", "profit_mad_per_year=900000", "--by", "2029-Q3")
    sheet = _sheet(
        jiwar_command,
        *more,
        branch="ITO",
        park="Fès Shore",
        gross_pay_mad="240e3",
        moroccan="0.95",
        leaving="0.15",
    )
    project = projects(
        stable_jobs=60, investment_mad=55e6, province="Fès", sector="outsourcing", branch="ITO", park="Fès Shore",
        gross_pay_mad_per_year=240e3, moroccan_share=0.95, leaving_per_year=0.15, public_enterprise=0,
        future_trade=0, sustainable=0,
    )  # fmt: skip
    lines = fund(
        project, on=Month(2027, 4).first_day, extras=Extras(profit_mad_per_year=900e3), by=Quarter(2029, 3)
    )
    for line in lines:
        said = sheet[line.scheme]
        if said["mid"] is not None:
            assert (said["low"], said["mid"], said["high"]) == (line.low, line.mid, line.high)
        assert said["status"] == line.status.name.lower()
        assert said["rules"] == list(line.rules)


def test_an_open_question_is_never_shown_as_zero(jiwar_command: Jiwar) -> None:
    line = _sheet(jiwar_command, branch="ESO")["ma.offshoring.employment"]
    assert (line["status"], line["low"], line["mid"], line["high"]) == ("open", None, None, None)
    assert "What gross pay a year?" in line["questions"]


def test_without_the_share_of_leavers_a_premium_is_open_and_told_at_most(jiwar_command: Jiwar) -> None:
    """17 % of 60 × 240,000 if nobody left."""
    line = _sheet(jiwar_command, branch="ESO", gross_pay_mad="240e3")["ma.offshoring.employment"]
    assert (line["status"], line["low"], line["mid"]) == ("open", None, None)
    assert line["high"] == pytest.approx(0.17 * 60 * 240e3)


def test_rules_of_low_confidence_can_be_switched_off(jiwar_command: Jiwar) -> None:
    off = _sheet(jiwar_command, "--reading", "low_confidence_rules=off")
    assert "ma.ofppt" in _sheet(jiwar_command)
    assert "ma.ofppt" not in off


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_sheet_speaks_three_languages(jiwar_command: Jiwar, language: str) -> None:
    code, out, err = jiwar_command(*_words(), "--language", language)
    assert (code, err) == (0, "")
    for scheme in TITLES.values():
        assert scheme[language] in out
    assert STATUSES["OPEN"][language] in out


def test_a_site_stands_for_its_province(jiwar_command: Jiwar) -> None:
    words = ("--jobs", "60", "--capex-mad", "55e6", "--sector", "outsourcing", "--format", "json")
    code, out, _ = jiwar_command("fund", "--site", "fes", *words)
    assert code == 0
    assert json.loads(out)[0]["figures"]["province"] == "Fès"


def test_a_case_is_rated_at_each_of_its_moroccan_sites(jiwar_command: Jiwar) -> None:
    folder = jiwar.example("brake-validation")
    code, out, err = jiwar_command("fund", folder, "--capex-mad", "55e6", *ANSWERED, "--format", "json")
    assert (code, err) == (0, "")
    sheets = {sheet["place"]: sheet for sheet in json.loads(out)}
    facts, case = jiwar.load_facts(), jiwar.read_case(folder)
    expected = [facts.sites[site].name for site in case.sites if facts.sites[site].country == "MA"]
    assert list(sheets) == expected
    assert all(sheet["on"] == "2027-04-01" for sheet in sheets.values())
    (charter,) = (line for line in sheets["Fès"]["schemes"] if line["scheme"] == "ma.charter")
    assert charter["status"] == "not_eligible"
    assert charter["next_steps"][0].startswith("15 more stable jobs")


def test_a_case_without_an_investment_says_so(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command("fund", jiwar.example("brake-validation"), "--site", "fes")
    assert code == 0
    assert "no investment given" in out


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"province": "Casablnca"}, "--province", "did you mean `Casablanca`"),
        ({"capex_mad": "-5"}, "--capex-mad", "zero or more"),
        ({"jobs": "60.5"}, "--jobs", "half a person"),
        ({"jobs": "nan"}, "--jobs", "must be known"),
        ({"capex_mad": "nan"}, "--capex-mad", "must be known"),
        ({"capex_mad": "inf"}, "--capex-mad", "finite"),
        ({"province": "Fez"}, "--province", "did you mean `Fès`"),
        ({"province": "Atlantis"}, "--province", "`Youssoufia`, `Zagora`"),
        ({"women": "4"}, "--women", "between 0 and 1"),
        ({"sector": "outsorcing"}, "--sector", "did you mean `outsourcing`"),
        ({"branch": "ES0"}, "--branch", "did you mean `ESO`"),
        ({"park": "Fes Shore"}, "--park", "did you mean `Fès Shore`"),
        ({"by": "2029Q3"}, "--by", "2029-Q3"),
        ({"start": "2027-4"}, "--start", "2027-04"),
        ({"site": "krakow"}, "--site", "fes"),
        ({"figure": "sustainable=maybe"}, "--figure sustainable", "yes, no or unknown"),
        ({"figure": "sustainabel=yes"}, "--figure sustainabel", "did you mean `sustainable`"),
        ({"figure": "sustainable"}, "--figure sustainable", "has no value"),
        ({"figure": "trainees_hired=1.5"}, "--figure trainees_hired", "whole"),
        ({"reading": "route_two=150"}, "--reading route_two", "at_least_150"),
        ({"reading": "route_tow=at_least_150"}, "--reading route_tow", "did you mean `route_two`"),
    ],
)
def test_an_impossible_project_is_refused_with_place_and_names(
    jiwar_command: Jiwar, change: dict[str, str], place: str, said: str
) -> None:
    code, out, err = jiwar_command(*_words(**change))
    assert (code, out) == (2, "")
    assert f"{place}: error " in err
    assert said in err


def test_all_problems_come_at_once_and_name_options(jiwar_command: Jiwar) -> None:
    code, out, err = jiwar_command("fund", "--jobs", "-3", "--women", "2", "--by", "soon", "--format", "json")
    assert (code, out) == (2, "")
    found = {problem["place"]["file"]: problem["remedy"] for problem in json.loads(err)}
    assert set(found) == {"--jobs", "--women", "--by", "--capex-mad", "--province", "--sector"}
    assert found["--capex-mad"] == "give `--capex-mad`"


def test_a_case_takes_sites_and_no_province(jiwar_command: Jiwar) -> None:
    folder = jiwar.example("brake-validation")
    for words in (("--province", "Fès"), ("--site", "krakow"), ("--site", "agadir")):
        code, out, err = jiwar_command("fund", folder, *words)
        assert (code, out) == (2, "")
        assert "U005" in err
    code, _, err = jiwar_command("fund", "--site", "fes", "--site", "rabat", "--jobs", "3")
    assert code == 2
    assert "one place" in err


def test_a_case_answers_with_what_its_own_block_says(jiwar_command: Jiwar, supported_case: Path) -> None:
    code, out, err = jiwar_command("fund", supported_case, "--format", "json")
    assert (code, err) == (0, "")
    (sheet,) = json.loads(out)
    assert sheet["on"] == "2027-04-01"
    assert sheet["figures"]["park"] == "Technopolis"
    assert sheet["figures"]["investment_mad"] == 52e6
    assert sheet["figures"]["moroccan_share"] == pytest.approx(0.95)


def test_planning_names_the_support_it_counts_and_the_costs_that_nobody_gave(
    jiwar_command: Jiwar, supported_case: Path
) -> None:
    code, out, _ = jiwar_command("plan", supported_case, "--gap", "0.05")
    assert code == 0
    assert "kEUR of State support" in out
    assert "the last year of the offshoring circular" in out
    assert "Costs that nobody has given, so not counted: legal_cost/" in out


def test_readings_of_a_case_hold_unless_the_command_line_reads_otherwise(
    jiwar_command: Jiwar, supported_case: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(supported_case, tmp_path / "case")
    with (folder / "case.yaml").open("a", encoding="utf-8") as file:
        file.write("  readings: {low_confidence_rules: off}\n")

    def schemes(*words: str) -> set[str]:
        code, out, err = jiwar_command("fund", folder, "--format", "json", *words)
        assert (code, err) == (0, "")
        return {line["scheme"] for line in json.loads(out)[0]["schemes"]}

    assert "ma.ofppt" not in schemes()
    assert "ma.ofppt" in schemes("--reading", "low_confidence_rules=on")


def test_a_run_says_what_its_own_people_bring_and_what_is_left_after_2030(
    jiwar_command: Jiwar, supported_run: Path
) -> None:
    code, out, err = jiwar_command("fund", supported_run, "--format", "json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    (sheet,) = told["sheets"]
    lines = {line["scheme"]: line for line in sheet["schemes"]}
    assert set(lines) == set(TITLES)
    counted = [line["counted_eur_by_year"] for line in lines.values()]
    for year in told["years"]:
        of_year = sum(amounts.get(str(year["year"]), 0.0) for amounts in counted)
        assert of_year == pytest.approx(year["support_eur"], abs=1.0)
        assert year["cash_without_eur"] == pytest.approx(year["cash_eur"] + year["support_eur"])
        assert year["circular_in_force"] is (year["year"] <= 2030)
    assert lines["ma.offshoring.employment"]["counted_eur_by_year"]
    assert lines["ma.offshoring.income_tax"]["counted_eur_by_year"] == {}
    assert told["years"][-1]["support_eur"] == pytest.approx(0.0, abs=1.0)
    of_2030 = next(year["support_eur"] for year in told["years"] if year["year"] == 2030)
    assert told["cliff"] == {
        "last_day": "2030-12-31",
        "last_year_eur": pytest.approx(of_2030),
        "year_after_eur": 0.0,
    }
    jobs = sheet["figures"]["stable_jobs"]
    assert 0 < jobs < 50
    assert "more stable jobs by Q4 2029" in lines["ma.charter"]["next_steps"][0]


@pytest.mark.parametrize(("language", "end"), [("en", "ends on"), ("de", "endet am"), ("fr", "prend fin le")])
def test_a_run_shows_the_cliff_in_three_languages(
    jiwar_command: Jiwar, supported_run: Path, language: str, end: str
) -> None:
    code, out, err = jiwar_command("fund", supported_run, "--language", language)
    assert (code, err) == (0, "")
    assert end in out
    assert "2031" in out


def test_a_run_takes_no_figures(jiwar_command: Jiwar, supported_run: Path) -> None:
    code, out, err = jiwar_command("fund", supported_run, "--jobs", "60")
    assert (code, out) == (2, "")
    assert "U005" in err
    assert "its own figures" in err


def test_a_run_without_an_own_unit_in_morocco_has_nobody_to_support(
    jiwar_command: Jiwar, supported_case: Path, tmp_path: Path
) -> None:
    elsewhere = shutil.copytree(supported_case, tmp_path / "case")
    text = (
        (elsewhere / "case.yaml").read_text("utf-8").partition("\nsupport:\n")[0].replace("rabat]", "porto]")
    )
    (elsewhere / "case.yaml").write_text(text, "utf-8")
    code, _, err = jiwar_command("plan", elsewhere, "--out", tmp_path / "run", "--gap", "0.1")
    assert (code, err) == (0, "")
    code, out, err = jiwar_command("fund", tmp_path / "run")
    assert (code, out) == (2, "")
    assert "no own unit in Morocco" in err
