"""The register of the law of money: every rule that a result names is registered, cited and without gaps."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest

from jiwar.law.payroll import charged_countries, german_year, moroccan_month
from jiwar.law.payroll.charges import schedules
from jiwar.law.payroll.minimum_wage import SMIG
from jiwar.law.rule import ADMITTED, Rule
from jiwar.law.support import charter, offshoring, sme, training
from jiwar.law.support.codes import MONEY_CODES
from jiwar.law.tax.research_allowance import TERMS

MONEY = [rule for rule in ADMITTED.values() if rule.module == "jiwar.law.payroll.money_rule"]


def _named_by_results() -> set[str]:
    named = {item.rule for country in charged_countries() for item in schedules(country)}
    named |= {wage.rule for wage in SMIG} | {terms.rule for terms in TERMS}
    named |= {*charter.RULES, *sme.RULES, *offshoring.RULES, *training.RULES}
    for year in range(2023, 2031):
        named |= set(moroccan_month(np.ones(1), on=dt.date(year, 5, 1)).rules)
        named |= set(german_year(np.ones(1), on=dt.date(year, 5, 1)).rules)
    return named


def test_every_rule_that_a_result_names_is_registered() -> None:
    assert _named_by_results() - set(ADMITTED) == set()


@pytest.mark.parametrize("rule", MONEY, ids=lambda rule: rule.key)
def test_every_rule_is_cited_and_said_in_three_languages(rule: Rule) -> None:
    assert rule.citations
    assert rule.carries
    assert rule.sentence.complete
    assert all(citation.url.startswith("http") or not citation.quality.carries for citation in rule.citations)


def test_versions_follow_each_other_without_gap_or_overlap_to_2035() -> None:
    by_name: dict[str, list[Rule]] = {}
    for rule in sorted(MONEY, key=lambda rule: rule.validity.start):
        by_name.setdefault(rule.name, []).append(rule)
    for versions in by_name.values():
        for older, newer in pairwise(versions):
            assert older.validity.end == newer.validity.start - dt.timedelta(days=1)
        last = versions[-1].validity.end
        assert last is None or last == offshoring.END


def test_every_month_from_2023_to_2035_finds_one_version_or_a_named_end() -> None:
    for year in range(2023, 2036):
        for month in range(1, 13):
            day = dt.date(year, month, 1)
            names = [rule.name for rule in MONEY if rule.validity.holds_on(day)]
            assert len(names) == len(set(names))
            started = {rule.name for rule in MONEY if rule.validity.start <= day}
            missing = started - set(names)
            assert all(name.startswith("ma.offshoring.") and year > 2030 for name in missing)


def test_weak_rules_are_marked() -> None:
    weak = {rule.name for rule in MONEY if rule.low_confidence}
    assert {"ma.charter.primable", "ma.charter.jobs", "ma.charter.sustainable", "ma.ofppt.contracts"} <= weak
    assert "ma.cnss.charges" not in weak


def test_codes_of_money_start_at_100() -> None:
    assert min(MONEY_CODES) == "L100"
