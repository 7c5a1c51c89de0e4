"""How a citation is written in each language: the name of the act, and in German its paragraphs."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("citations.csv")
_RANGE = re.compile(r"\((\d{1,2})\)-\((\d{1,2})\)")
_PARAGRAPH = re.compile(r"\((\d{1,2})\)")
_LETTER = re.compile(r"\(([a-z])\)")
_AND = re.compile(r" and (?=(?:§+ )?\d)")
_TO = re.compile(r" to (?=(?:§+ )?\d)")
_LISTS = {"de": ((_AND, " und "), (_TO, " bis ")), "fr": ((_AND, " et "), (_TO, " à "))}
"""How articles are listed: ``arts. 6 and 7``, ``§§ 358 to 361``."""

_PART = re.compile(r"\(([A-Z])\)\((\d{1,2})\)")


@cache
def cited_in(article: str, language: str) -> str:
    """Return a citation such as ``Art. 28(3)(a) GDPR`` as a lawyer of that language writes it.

    German: ``Art. 28 Abs. 3 Buchst. a DSGVO``; French: ``Art. 28(3)(a) RGPD``. The order of the table counts:
    longer names stand before the words that they contain.
    """
    if language == "en":
        return article
    for english, own in _names(language):
        article = re.sub(rf"(?<![\w-]){re.escape(english)}(?!\w)", own, article)
    for pattern, own in _LISTS[language]:
        article = pattern.sub(own, article)
    return _in_german(article) if language == "de" else article


def _in_german(article: str) -> str:
    article = _PART.sub(r" Buchst. \1 Nr. \2", article)
    article = _RANGE.sub(r"(\1–\2)", article)
    article = re.sub(r"\((\d{1,2}–\d{1,2})\)", r" Abs. \1", article)
    article = _LETTER.sub(r" Buchst. \1", _PARAGRAPH.sub(r" Abs. \1", article))
    return re.sub(r" {2,}", " ", article)


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple((row["en"], row[language]) for row in csv.DictReader(file))
