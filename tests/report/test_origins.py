"""Every number in a sentence carries its origin: its link leads to a list of grounds, and from there to an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from jiwar.report import report_of
from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    Note,
    Number,
    Paragraph,
    Parts,
    Strong,
    Text,
    numbers_in,
)
from jiwar.report.report import Report

LANGUAGES = ("en", "de", "fr")
EXAMPLES = ("brake-validation", "grid-engineering", "vehicle-software")
GROUNDS = ("fact-", "rule-", "case-", "method-")

MEASURED = re.compile(
    r"\d[\d.,\u00a0\u202f ]*[\u00a0\u202f ]?(?:%|€|EUR|MAD|million|Mio|hours|Stunden|heures)"
)
"""A number with a unit, in words that carry no origin."""

SAID_BY_OTHERS = {"plan", "questions", "hours", "support", "limits"}
"""Sections whose plain sentences quote the case's question, articles of working time, or thresholds of the paper."""


class Page(HTMLParser):
    """What a page has: every id, the links inside the entry of each id, and where its numbers lead."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: dict[str, set[str]] = {}
        self.numbers: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        found = said.get("id")
        if found:
            self.ids.add(found)
        if tag == "div":
            self._open.append(found or "")
        target = said.get("href") or ""
        if tag == "a" and target.startswith("#"):
            if said.get("class") == "number":
                self.numbers.append(target[1:])
            for entry in filter(None, self._open):
                self.links.setdefault(entry, set()).add(target[1:])

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._open:
            self._open.pop()


def sentences(block: Block) -> Iterator[Parts]:
    match block:
        case Paragraph() | Note():
            yield block.parts
        case BulletList():
            yield from block.items
        case DefinitionList():
            for item in block.items:
                yield item.meaning
        case Callout():
            for inner in block.blocks:
                yield from sentences(inner)
        case Figure():
            yield block.note
        case _:
            return


@pytest.fixture(scope="module")
def reports(shipped: Callable[[str], Any]) -> dict[tuple[str, str], Report]:
    return {
        (name, language): report_of(shipped(name).context(language), language=language)
        for name in EXAMPLES
        for language in LANGUAGES
    }


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_number_of_the_page_leads_to_a_ground_that_is_there(
    reports: dict[tuple[str, str], Report], name: str, language: str
) -> None:
    report = reports[name, language]
    page = Page()
    page.feed(report.html)
    blocks = [block for section in report.document.sections for block in section.blocks]
    in_sentences = [
        part for block in blocks for parts in sentences(block) for part in parts if isinstance(part, Number)
    ]
    assert len(in_sentences) > 50
    assert len(page.numbers) >= sum(1 for block in blocks for _ in numbers_in(block))
    for number in in_sentences:
        anchor = report.document.anchors[number.origins]
        assert anchor in page.numbers, number.text
    for anchor in set(page.numbers):
        assert anchor in page.ids, anchor
        if anchor.startswith(GROUNDS):
            continue
        reached = {link for link in page.links.get(anchor, set()) if link.startswith(GROUNDS)}
        assert reached, anchor
        assert reached <= page.ids, reached - page.ids


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_measured_number_stands_in_a_sentence_without_an_origin(
    reports: dict[tuple[str, str], Report], name: str, language: str
) -> None:
    report = reports[name, language]
    shares = {  # what the plan decides itself, not what it rests on
        report.texts.form.share(package.choice.share) for package in report.context.packages
    }
    found = []
    for section in report.document.sections:
        if section.appendix or section.id in SAID_BY_OTHERS:
            continue
        for block in section.blocks:
            for parts in sentences(block):
                for part in parts:
                    if isinstance(part, Text | Strong):
                        found += [
                            (section.id, part.text)
                            for said in MEASURED.findall(part.text)
                            if said.strip() not in shares
                        ]
    assert not found
