"""The strategist's paper says the same in three languages and four formats, and every number has its ground."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest

from jiwar.diagnostics import JiwarError
from jiwar.facts import Facts
from jiwar.outlook import Outlook, outlook
from jiwar.outlook.answers import Answers, Wish, answer, answering
from jiwar.report.blocks import Callout, Figure, Heading, numbers_in
from jiwar.report.charts.outlook_bars import LeverBar, OutlookBars
from jiwar.report.charts.outlook_stack import OutlookStack
from jiwar.report.outlook import OutlookPaper, render_outlook
from jiwar.report.outlook.methods import METHODS

LANGUAGES = ("en", "de", "fr")


@pytest.fixture(scope="module")
def papers(small: Outlook, answers: Answers, facts: Facts) -> dict[str, OutlookPaper]:
    return {language: render_outlook(small, answers, facts, language=language) for language in LANGUAGES}


def test_the_answer_stands_first(papers: dict[str, OutlookPaper]) -> None:
    sections = [section.id for section in papers["en"].document.sections]
    assert sections[0] == "summary"
    assert sections[-1] == "record"
    assert {
        "targets",
        "future",
        "limits",
        "mix",
        "levers",
        "taking",
        "state",
        "trade",
        "peers",
        "claims",
        "people",
        "companies",
    } < set(sections)


def test_the_summary_says_first_what_then_why_then_what_to_do(papers: dict[str, OutlookPaper]) -> None:
    summary = papers["en"].document.sections[0]
    assert [block.text for block in summary.blocks if isinstance(block, Heading)] == ["Why", "What to do"]
    callout = summary.blocks[0]
    assert isinstance(callout, Callout)
    said = "".join(part.text for part in callout.blocks[0].parts)  # type: ignore[union-attr]  # its one paragraph
    assert len(re.findall(r"[.](?: |$)", said)) == 3
    assert "on the old ones, on which the target was set" in said
    told = papers["en"].html
    assert "20,250" in told  # the pace that the target asks for, from facts
    assert "9,250" in told


def test_every_number_has_a_ground_that_the_paper_lists(papers: dict[str, OutlookPaper]) -> None:
    document = papers["en"].document
    numbers = [
        number for section in document.sections for block in section.blocks for number in numbers_in(block)
    ]
    assert len(numbers) > 300
    html = papers["en"].html
    for anchor in set(document.anchors.values()):
        assert f'id="{anchor}"' in html, anchor
    for key in METHODS:
        assert f'id="method-{key}"' in html


def test_three_languages_show_the_same_values(papers: dict[str, OutlookPaper]) -> None:
    def values(language: str) -> list[float | None]:
        document = papers[language].document
        return [
            number.value
            for section in document.sections
            if not section.appendix and section.id != "claims"
            for block in section.blocks
            for number in numbers_in(block)
        ]

    assert values("en") == values("de") == values("fr")


def test_headings_are_translated(papers: dict[str, OutlookPaper]) -> None:
    titles = {name: [section.title for section in paper.document.sections] for name, paper in papers.items()}
    assert not set(titles["en"]) & set(titles["de"])
    assert not set(titles["en"]) & set(titles["fr"])


@pytest.mark.parametrize("width", [344, 760])
def test_charts_are_well_formed_and_stay_inside(papers: dict[str, OutlookPaper], width: int) -> None:
    figures = [
        block
        for paper in papers.values()
        for section in paper.document.sections
        for block in section.blocks
        if isinstance(block, Figure)
    ]
    assert len(figures) == 33
    for figure in figures:
        drawing = ET.fromstring(figure.chart.svg(width))  # noqa: S314 - our own drawing
        for shape in drawing.iter("{http://www.w3.org/2000/svg}rect"):
            left, wide = float(shape.get("x", 0)), float(shape.get("width", 0))
            assert left >= -0.5, figure.id
            assert left + wide <= width + 0.5, figure.id
        for text in drawing.iter("{http://www.w3.org/2000/svg}text"):
            assert -0.5 <= float(text.get("x", 0)) <= width + 0.5, figure.id


def test_stacked_shares_fill_the_whole_height() -> None:
    chart = OutlookStack((2025, 2026), ("a", "b"), ((0.25, 0.5), (0.75, 0.5)), lambda share: f"{share:.0%}")
    heights = re.findall(r'<rect x="0" y="[\d.]+" width="[\d.]+" height="([\d.]+)"', chart.svg(344))
    assert sum(map(float, heights[-2:])) == pytest.approx(200.0)


def test_a_bar_that_hurts_points_to_the_left() -> None:
    bars = (LeverBar("helps", 10.0, "+10"), LeverBar("hurts", -5.0, "−5"))
    svg = OutlookBars(bars, "jobs").svg(760)
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)
    (right, _), (left, length) = ((float(x), float(w)) for x, w in found)
    assert left + length == pytest.approx(right)


def test_formats(papers: dict[str, OutlookPaper]) -> None:
    paper = papers["de"]
    sheet = zipfile.ZipFile(io.BytesIO(paper.content(".xlsx")))
    assert len([name for name in sheet.namelist() if name.startswith("xl/worksheets/sheet")]) == 16
    assert paper.content(".xlsx") == paper.content(".xlsx")
    page = zipfile.ZipFile(io.BytesIO(paper.content(".docx")))
    assert "word/document.xml" in page.namelist()
    told = json.loads(paper.content(".json"))
    assert told["run"]["fans"]["jobs"]["unit"] == "people"
    assert told["document"]["language"] == "de"
    with pytest.raises(JiwarError) as raised:
        paper.content(".txt")
    assert raised.value.diagnostics[0].code == "R001"


@pytest.mark.slow
def test_the_printed_paper_is_a_pdf(papers: dict[str, OutlookPaper]) -> None:
    assert papers["fr"].pdf.startswith(b"%PDF")


def test_another_scenario_is_named(small: Outlook, answers: Answers, facts: Facts) -> None:
    changed = replace(small, scenario=small.scenario.with_(premium=1.5, title="Half again"))
    paper = render_outlook(changed, answers, facts)
    assert "Half again" in paper.html


@pytest.mark.parametrize("until", [2026, 2028])
def test_a_short_outlook_is_told_too(until: int, facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, few in (("SOBOL_POINTS", 2), ("SOBOL_PATHS", 4), ("SMALL_RUN", 6)):
        monkeypatch.setattr(answering, name, few)
    short = outlook("MA", until, paths=12, facts=facts)
    found = answer(short, facts, wishes=(Wish("exports_new", 20.0, 2026, 0.5),))
    assert (found.both is None) == (until == 2028)
    assert str(until) in render_outlook(short, found, facts, language="de").document.title
