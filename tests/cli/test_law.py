"""`jiwar law …`: what is coded where, what changes when, in the words of each language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

Jiwar = Callable[..., tuple[int, str, str]]


def squeezed(text: str) -> str:
    """The words of a screen without the places where its lines end."""
    return re.sub(r"\s+", " ", text)


def test_coverage_counts_fields_and_places_and_tells_what_the_walk_found(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command("law", "coverage")
    text = squeezed(out)
    assert code == 0
    assert "Data protection (EU)" in text
    assert re.search(r"\bMA 7 no 2018-05-25 2035-12-31", text)
    assert re.search(r"\bEG 1 no 2025-11-01", text)
    assert "from 2018 to 2035: no gap and no overlap" in text


def test_changes_name_what_ends_what_starts_and_every_adequacy_decision(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command("law", "changes", "--since", "2025-09-30", "--language", "de")
    text = squeezed(out)
    assert code == 0
    assert "2025-09-30 ends germany.aueg.leasing" in text
    assert "2025-10-01 starts germany.aueg.leasing" in text
    assert "2026-01-26 starts Brazil" in text
    assert "2031-12-27 ends United Kingdom" in text
    days = re.findall(r"^ (\d{4}-\d\d-\d\d)  (?:starts|ends)", out.split("Adequacy")[0], flags=re.MULTILINE)
    assert len(days) > 10
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("language", "cited"),
    [("en", "Art. 28(2), (4) GDPR"), ("de", "Art. 28 Abs. 2, Abs. 4 DSGVO"), ("fr", "Art. 28(2), (4) RGPD")],
)
def test_rules_are_listed_with_citations_of_the_language(
    language: str, cited: str, jiwar_command: Jiwar
) -> None:
    _, out, _ = jiwar_command("law", "list", "--words", "art28.authorisation", "--language", language)
    assert cited in squeezed(out)


@pytest.mark.code("L006")
def test_a_rule_that_is_not_there_is_answered_with_near_names(jiwar_command: Jiwar) -> None:
    code, _, err = jiwar_command("law", "show", "eu.gdpr.art28.contrct")
    assert code == 2
    assert "L006" in err
    assert "eu.gdpr.art28.contract" in err
    assert "2018-05-25" in jiwar_command("law", "show", "eu.gdpr.art28.contract")[1]
