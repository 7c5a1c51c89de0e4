"""`jiwar pay` from outside: published slips, net to gross, three languages, and errors with places."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jiwar.law.payroll.texts import LINE_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar


def _slip(run: Jiwar, *words: str) -> dict[str, Any]:
    code, out, err = run("pay", *words, "--on", "2026-07", "--format", "json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def _line(slip: dict[str, Any], name: str) -> float:
    return next(float(line["per_month"]) for line in slip["lines"] if line["line"] == name)


def test_the_published_minimum_wage(jiwar_command: Jiwar) -> None:
    slip = _slip(jiwar_command, "MA", "3422.72")
    assert _line(slip, "net") == pytest.approx(3_191.85, abs=0.5)
    assert slip["below_minimum_wage"] is False
    assert slip["articles"]


def test_gross_for_net_by_month_and_by_year(jiwar_command: Jiwar) -> None:
    by_month = _slip(jiwar_command, "MA", "20000", "--net", "--dependants", "2")
    by_year = _slip(jiwar_command, "ma", "240000", "--net", "--year", "--dependants", "2")
    assert _line(by_month, "net") == pytest.approx(20_000.0, abs=0.05)
    assert _line(by_year, "gross") == pytest.approx(_line(by_month, "gross"))


def test_the_highest_german_charge_of_2026(jiwar_command: Jiwar) -> None:
    """Published: 1,508.92 + 12.68 = 1,521.60 EUR a month at the ceiling, without the insurances left out."""
    slip = _slip(jiwar_command, "DE", "8450")
    assert _line(slip, "cost") - 8_450.0 == pytest.approx(1_521.60, abs=0.05)
    assert any("U1" in one for one in slip["left_out"])


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_slip_speaks_three_languages(jiwar_command: Jiwar, language: str) -> None:
    code, out, err = jiwar_command("pay", "MA", "25000", "--language", language)
    assert (code, err) == (0, "")
    for name in (
        "gross",
        "health_cover",
        "professional_expenses",
        "income_tax",
        "net",
        "training_tax",
        "cost",
    ):
        assert LINE_NAMES[name][language] in out


def test_a_peer_says_that_only_the_employer_is_coded(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command("pay", "EG", "60000", "--on", "2026-07")
    assert code == 0
    assert "3,131.25" in out  # capped
    assert "Only what the employer pays" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("FR", "3000"), "`MA`"),
        (("PL", "3000", "--net"), "`DE` or `MA`"),
        (("MA", "nan"), "zero or more"),
        (("DE", "3000", "--land", "XX"), "`BW`"),
        (("DE", "3000", "--tax-class", "2"), "1, 3, 4"),
        (("MA", "3000", "--cimr", "0.2"), "3 % to 10 %"),
        (("MA", "3000", "--on", "2019-01"), "2023-01-01"),
        (("MA", "3000", "--on", "soon"), "--on: error U005"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    jiwar_command: Jiwar, words: tuple[str, ...], said: str
) -> None:
    code, out, err = jiwar_command("pay", *words)
    assert (code, out) == (2, "")
    assert said in err
