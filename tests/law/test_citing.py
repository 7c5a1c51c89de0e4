"""Citations read as a lawyer of each language writes them."""

from __future__ import annotations

import re

import pytest

from jiwar.law.citing import cited_in
from jiwar.law.registry import registry

ARTICLES = tuple(dict.fromkeys(cited.article for rule in registry() for cited in rule.citations))
ENGLISH = re.compile(
    r"\b(Laws?|laws?|Decrees?|Regulation|Decision|Annex|clause|Recital|GDPR|CJEU|Act|of|the|and|to|no|for|with|by|on"
    r"|rates?|Rates|ceiling|caps?|tables?|guide|orders?|premiums|only|since|year|levy|offer|bill|funds|highest|general"
    r"|insurance|contribution|contributions|training|framework|announcement|item|wage|Saxony)\b"
)
NAMES = ("Data (Use and Access) Act 2025", "(Data Act)", "DPDP Act 2023")
"""Names of acts that are not translated."""
ALSO_FRENCH = {"clause", "contribution", "guide"}


@pytest.mark.parametrize(
    ("english", "german", "french"),
    [
        ("Art. 28(3)(a) GDPR", "Art. 28 Abs. 3 Buchst. a DSGVO", "Art. 28(3)(a) RGPD"),
        ("Art. 23(2)-(4) Law 42-18", "Art. 23 Abs. 2–4 Gesetz 42-18", "Art. 23(2)-(4) loi 42-18"),
        ("clause 14 Regulation (EU) 1", "Klausel 14 Verordnung (EU) 1", "clause 14 règlement (UE) 1"),
        ("§ 87(1) no. 6 BetrVG", "§ 87 Abs. 1 Nr. 6 BetrVG", "§ 87(1) n° 6 BetrVG"),
        ("Decree 2-23-1, arts. 6 and 7", "Dekret 2-23-1, Art. 6 und 7", "décret 2-23-1, art. 6 et 7"),
        ("SGB III, §§ 358 to 361", "SGB III, §§ 358 bis 361", "SGB III, §§ 358 à 361"),
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
    german, french = (_without_names(cited_in(article, language)) for language in ("de", "fr"))
    assert not ENGLISH.findall(german), german
    assert not set(ENGLISH.findall(french)) - ALSO_FRENCH, french


def _without_names(article: str) -> str:
    for name in NAMES:
        article = article.replace(name, "")
    return article
