"""`jiwar tax` from outside: figures counted by hand, a run, questions instead of zeros, and errors that teach."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import jiwar
from jiwar.cli.tax_words import LAW_TITLES, ROWS
from jiwar.law.support.texts import TITLES
from jiwar.law.tax.texts import QUESTIONS, STATUS_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar

COSTS = ("--cost-mad", "12e6", "--start", "2027-07", "--years", "3", "--margin", "0.1")
COST = ("--cost-mad", "12e6")
PEOPLE = ("--jobs", "60", "--gross-pay-mad", "240e3", "--start", "2027-01", "--years", "5")
CIRCULAR = ("--branch", "ESO", "--province", "Fès", "--leaving", "0.1")


def _sheet(run: Jiwar, *words: str | Path) -> dict[str, Any]:
    code, out, err = run("tax", *words, "--format", "json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_figures_counted_by_hand(jiwar_command: Jiwar) -> None:
    """Half a year of 12 million: 600,000 of profit at 20 %; then 1.2 million, with solidarity until 2028."""
    sheet = _sheet(jiwar_command, *COSTS)
    first, second, third = sheet["years"]
    assert [year["year"] for year in sheet["years"]] == [2027, 2028, 2029]
    assert first["costs_mad"] == {"costs": pytest.approx(6e6)}
    assert first["tax_due_mad"] == pytest.approx(120_000.0)
    assert second["tax_due_mad"] == pytest.approx(0.215 * 1.2e6)
    assert third["tax_due_mad"] == pytest.approx(0.20 * 1.2e6)
    assert third["withholding_mad"] == pytest.approx(0.1 * 0.96e6)
    totals = sheet["totals"]
    assert totals["before_tax"]["mad"] == pytest.approx(30e6)
    taxes = sum(year["tax_due_mad"] + year["withholding_mad"] for year in sheet["years"])
    assert totals["after_tax"]["mad"] == pytest.approx(30e6 + taxes)
    rate = jiwar.load_facts().get("fx/MAD").value
    assert totals["after_tax"]["eur"] == pytest.approx(totals["after_tax"]["mad"] / rate)
    assert (sheet["status"], sheet["status_answered"]) == ("ordinary", False)
    assert sheet["best_status"] != "ordinary"


def test_pay_brings_its_charges_and_the_circular_its_premiums(jiwar_command: Jiwar) -> None:
    """17 % of a year's pay after 18 months for the 0.9 ^ 1.5 who stay; nothing without a branch."""
    plain, helped = _sheet(jiwar_command, *PEOPLE), _sheet(jiwar_command, *PEOPLE, *CIRCULAR)
    charges = 12 * (0.1211 * 20_000 + 0.0898 * 6_000)
    assert plain["years"][0]["costs_mad"]["people"] == pytest.approx(60 * (240e3 + charges))
    assert all(not year["support_mad"] for year in plain["years"])
    premium = [year["support_mad"]["ma.offshoring.employment"] for year in helped["years"]]
    assert premium == pytest.approx([0.0, 0.17 * 60 * 240e3 * 0.9**1.5, 0.0, 0.0, 0.0])
    assert (
        "ma.offshoring.training" not in helped["years"][0]["support_mad"]
    )  # nobody has said who is Moroccan
    assert "ma.offshoring.income_tax" not in helped["years"][0]["support_mad"]  # nor that pay is agreed net


def test_nothing_of_the_circular_is_received_after_2030(jiwar_command: Jiwar) -> None:
    words = ("--jobs", "60", "--gross-pay-mad", "240e3", "--start", "2029-10", "--years", "4")
    more = (*CIRCULAR, "--moroccan", "1", "--figure", "pay_agreed_net=yes")
    years = _sheet(jiwar_command, *words, *more)["years"]
    received = [sum(year["support_mad"].values()) for year in years]
    assert received[1] > 0
    assert received[2:] == [0.0, 0.0]
    run_off = _sheet(jiwar_command, *words, *more, "--reading", "entitlements_after_2030=run_off")["years"]
    assert sum(run_off[2]["support_mad"].values()) > 0


def test_an_open_allowance_is_a_question_and_never_a_zero(jiwar_command: Jiwar) -> None:
    home = _sheet(jiwar_command, *COSTS)["home"]
    assert home["research_allowance_lost"] == "open"
    assert (home["low_eur"], home["at_most_eur"], home["redundancy_eur"]) == (None, None, None)
    code, out, _ = jiwar_command("tax", *COSTS)
    assert code == 0
    (line,) = (line for line in out.splitlines() if "research allowance lost" in line)
    assert line.split()[-4:] == ["?"] * 4
    bounded = _sheet(jiwar_command, *COSTS, "--figure", "moved_pay_eur=1e6")["home"]
    assert bounded["at_most_eur"] == pytest.approx([0.42 * 0.5e6, 0.42 * 1e6, 0.42 * 1e6])
    answers = (
        "research_wages_eur=4e6",
        "moved_research_wages_eur=1e6",
        "german_sme=no",
        "begun_after_2025=yes",
    )
    given = [word for answer in answers for word in ("--figure", answer)]
    known = _sheet(jiwar_command, *COSTS, *given)["home"]
    assert known["research_allowance_lost"] == "known"
    assert known["high_eur"] == pytest.approx([0.30 * 0.5e6, 0.30 * 1e6, 0.30 * 1e6])


def test_each_status_is_told_with_what_it_asks_for_and_one_is_counted(jiwar_command: Jiwar) -> None:
    usual, chosen = _sheet(jiwar_command, *COSTS), _sheet(jiwar_command, *COSTS, "--status", "outsourcing")
    assert [one["status"] for one in usual["statuses"]] == [
        *("ordinary", "outsourcing", "acceleration_zone", "finance_city")
    ]
    assert usual["statuses"] == chosen["statuses"]
    told = {one["status"]: one["cost_after_tax"]["mad"] for one in usual["statuses"]}
    assert usual["totals"]["after_tax"]["mad"] == pytest.approx(told["ordinary"])
    assert chosen["totals"]["after_tax"]["mad"] == pytest.approx(told["outsourcing"])
    assert QUESTIONS["status"].en in usual["questions"]
    assert QUESTIONS["status"].en not in chosen["questions"]


def test_what_a_wider_margin_costs(jiwar_command: Jiwar) -> None:
    prior = jiwar.load_facts().get("cost_plus_margin")
    found = _sheet(jiwar_command, "--cost-mad", "12e6", "--start", "2027-01")
    assert [one["margin"] for one in found["margins"]] == [prior.low, prior.value, prior.high]
    taxes = [one["tax_mad"] for one in found["margins"]]
    assert taxes == sorted(taxes)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_sheet_speaks_three_languages(jiwar_command: Jiwar, language: str) -> None:
    code, out, err = jiwar_command("tax", *PEOPLE, *CIRCULAR, "--language", language)
    assert (code, err) == (0, "")
    said = " ".join(out.split())
    for words in (*ROWS.values(), *LAW_TITLES.values(), TITLES["ma.offshoring.employment"]):
        assert " ".join(words[language].split()) in said
    assert STATUS_NAMES["ordinary"][language] in said  # type: ignore[index]  # a status is its own word


def test_a_run_is_taxed_with_what_its_own_units_cost(jiwar_command: Jiwar, supported_run: Path) -> None:
    sheet = _sheet(jiwar_command, supported_run)
    assert sheet["place"] == "Rabat"
    code, out, _ = jiwar_command("fund", supported_run, "--format", "json")
    assert code == 0
    funded = {year["year"]: year for year in json.loads(out)["years"]}
    for year in sheet["years"]:
        support = sum(year["support_mad"].values()) / sheet["mad_per_eur"]
        assert support == pytest.approx(funded[year["year"]]["support_eur"], abs=1.0)
        assert 0 < year["cost_before_tax_mad"] / sheet["mad_per_eur"] < funded[year["year"]]["cash_eur"]
    home = sheet["home"]
    assert home["research_allowance_lost"] == "open"
    assert all(value > 0 for value in home["moved_pay_eur"])
    assert home["redundancy_eur"] is not None
    richer = _sheet(jiwar_command, supported_run, "--margin", "0.15", "--status", "finance_city")
    assert richer["status_answered"]
    assert richer["years"][0]["costs_mad"] == sheet["years"][0]["costs_mad"]
    assert richer["years"][0]["turnover_mad"] > sheet["years"][0]["turnover_mad"]


@pytest.mark.code("U005")
@pytest.mark.parametrize(
    ("words", "place", "said"),
    [
        (("--jobs", "6.5", "--gross-pay-mad", "1"), "--jobs", "half a person"),
        (("--cost-mad", "-5"), "--cost-mad", "zero or more"),
        (("--jobs", "6"), "jiwar tax", "--gross-pay-mad"),
        ((*PEOPLE, "--province", "Fez"), "--province", "did you mean `Fès`"),
        ((*PEOPLE, "--branch", "ES0"), "--branch", "did you mean `ESO`"),
        ((*PEOPLE, "--branch", "ESO"), "--branch", "`--leaving`"),
        ((*PEOPLE, "--park", "Fes Shore"), "--park", "did you mean `Fès Shore`"),
        ((*PEOPLE, "--moroccan", "95"), "--moroccan", "between 0 and 1"),
        ((*COSTS, "--other-mad", "1"), "--other-mad", "give one of the two"),
        ((*COST, "--margin", "8"), "--margin", "write 8 % as 0.08"),
        ((*COST, "--years", "40"), "--years", "1 to 15"),
        ((*COST, "--start", "2021-12"), "--start", "2022"),
        ((*COST, "--start", "soon"), "--start", "2027-04"),
        ((*COSTS, "--figure", "german_sme=maybe"), "--figure german_sme", "yes, no or unknown"),
        ((*COSTS, "--figure", "voting_share=25"), "--figure voting_share", "between 0 and 1"),
        ((*COSTS, "--figure", "reserch_wages_eur=1"), "--figure reserch_wages_eur", "`research_wages_eur`"),
        ((*COSTS, "--figure", "fees_to_parent_mad=-1"), "--figure fees_to_parent_mad", "zero or more"),
        ((*COSTS, "--figure", "fees_to_parent_mad=lots"), "--figure fees_to_parent_mad", "no number"),
        ((*COSTS, "--reading", "dividend_rule=never"), "--reading dividend_rule", "by_distribution"),
    ],
)
def test_impossible_figures_are_refused_at_their_option(
    jiwar_command: Jiwar, words: tuple[str, ...], place: str, said: str
) -> None:
    code, out, err = jiwar_command("tax", *words)
    assert (code, out) == (2, "")
    assert f"{place}: error " in err
    assert said in err


def test_all_problems_come_at_once(jiwar_command: Jiwar) -> None:
    code, out, err = jiwar_command(
        "tax", "--jobs", "-3", "--margin", "2", "--figure", "x=1", "--format", "json"
    )
    assert (code, out) == (2, "")
    assert {one["place"]["file"] for one in json.loads(err)} >= {
        "--jobs",
        "--margin",
        "--figure x",
        "jiwar tax",
    }


def test_a_run_takes_no_figures_and_a_case_has_no_plan_yet(
    jiwar_command: Jiwar, supported_run: Path, supported_case: Path
) -> None:
    for words in ((supported_run, "--jobs", "60"), (supported_run, "--figure", "redundancy_eur=1")):
        code, out, err = jiwar_command("tax", *words)
        assert (code, out) == (2, "")
        assert "its own figures" in err
    code, _, err = jiwar_command("tax", supported_case)
    assert code == 2
    assert "jiwar plan" in err
