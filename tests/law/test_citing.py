"""Citations read as a lawyer of each language writes them."""

from __future__ import annotations

import re

import pytest

from jiwar.law.citing import cited_in
from jiwar.law.registry import judging_rules

ARTICLES = tuple(dict.fromkeys(cited.article for rule in judging_rules() for cited in rule.citations))
ENGLISH = re.compile(r"\b(Law|Decree|Regulation|Decision|Annex|clause|Recital|GDPR|CJEU|of|the|and|no)\b")


@pytest.mark.parametrize(
    ("english", "german", "french"),
    [
        ("Art. 28(3)(a) GDPR", "Art. 28 Abs. 3 Buchst. a DSGVO", "Art. 28(3)(a) RGPD"),
        ("Art. 23(2)-(4) Law 42-18", "Art. 23 Abs. 2–4 Gesetz 42-18", "Art. 23(2)-(4) loi 42-18"),
        ("clause 14 Regulation (EU) 1", "Klausel 14 Verordnung (EU) 1", "clause 14 règlement (UE) 1"),
        ("§ 87(1) no. 6 BetrVG", "§ 87 Abs. 1 Nr. 6 BetrVG", "§ 87(1) n° 6 BetrVG"),
        ("Recital 26 GDPR", "Erwägungsgrund 26 DSGVO", "considérant 26 RGPD"),
    ],
)  # fmt: skip
def test_a_citation_in_three_languages(english: str, german: str, french: str) -> None:
    assert (cited_in(english, "en"), cited_in(english, "de"), cited_in(english, "fr")) == (
        english,
        german,
        french,
    )


@pytest.mark.parametrize("article", ARTICLES)
def test_no_english_word_of_law_is_left(article: str) -> None:
    german = cited_in(article, "de").replace("Data (Use and Access) Act 2025", "")
    assert not ENGLISH.search(german), german
    french = cited_in(article, "fr").replace("Data (Use and Access) Act 2025", "").replace("clause", "")
    assert not ENGLISH.search(french), french
