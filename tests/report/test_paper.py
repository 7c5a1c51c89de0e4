"""The paper as a whole: whole, linked, safe, accessible, and the same bytes every time."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.diagnostics import JiwarError
from jiwar.provenance import Origin, OriginKind
from jiwar.report import ReportContext, report_of
from jiwar.report.anchors import origin_anchor
from jiwar.report.ground import SourceEntry

Run = Callable[..., ReportContext]

VARIANTS: dict[str, dict[str, Any]] = {
    "moves": {},
    "small": {"factor": 1.05},
    "dear": {"factor": 1.2},
    "stays": {"moves": False, "blocked": ()},
    "blocked": {"moves": False},
    "bare": {"limits": (), "assumptions": (), "blocked": (), "law": (), "grade_shares": (), "question": ""},
}


class Page(HTMLParser):
    """What a test needs to know of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found.get("href")))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


@pytest.fixture(scope="module", params=list(VARIANTS))
def html(request: pytest.FixtureRequest, run: Run) -> str:
    """The page of every variant of the invented run."""
    return report_of(run(**VARIANTS[request.param])).html


def test_every_section_is_there_in_order(html: str) -> None:
    sections = re.findall(r'<section id="([^"]+)"', html)
    if "blocked-reasons" in sections:  # only where something is blocked
        assert sections.index("blocked-reasons") == sections.index("questions") + 1
        sections.remove("blocked-reasons")
    assert sections == [
        *("decision", "reverse", "plan", "people", "cost", "cash", "uncertainty", "law", "blocked", "limits"),
        *("risks", "against", "open", "assumptions", "questions", "method", "sources", "grounds", "record"),
    ]


def test_identifiers_are_unique_and_every_inner_link_leads_somewhere(html: str) -> None:
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert re.findall(r"url\(#([^)]+)\)", html) == [
        name for name in re.findall(r"url\(#([^)]+)\)", html) if name in page.ids
    ]


def test_headings_go_down_one_level_at_a_time(html: str) -> None:
    headings = Page(html).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))


def test_every_figure_has_words_and_a_table(html: str) -> None:
    for figure in re.findall(
        r"<figure.*?</figure>\s*(?:<details.*?</details>|<div class=\"table.*?</div>)", html, re.DOTALL
    ):
        assert re.search(r'role="img" aria-label="[^"]{20,}"', figure)
        assert "<table" in figure
    assert html.count("<figure") == len(
        re.findall(r"</figure>\s*(?:<details class=\"figure-table\"|<div class=\"table)", html)
    )


def test_tables_have_captions_and_scopes(html: str) -> None:
    page = Page(html)
    assert html.count("<table") == html.count("<caption>")
    assert all("scope" in found for tag, found in page.tags if tag == "th")


def test_nothing_is_loaded_from_outside(html: str) -> None:
    page = Page(html)
    assert not [tag for tag, _ in page.tags if tag in {"link", "img", "iframe", "object", "embed", "base"}]
    assert not [found for tag, found in page.tags if "src" in found or "srcset" in found]
    assert "@import" not in html
    assert not re.findall(r"url\((?!#)", html)
    assert "default-src 'none'" in html


def test_numbers_lead_to_entries(html: str) -> None:
    page = Page(html)
    numbers = [
        str(found["href"]) for tag, found in page.tags if tag == "a" and found.get("class") == "number"
    ]
    assert len(numbers) > 60
    assert {href.split("-")[0] for href in numbers} <= {"#ground", "#fact", "#rule", "#case", "#method"}


def test_hostile_text_stays_text(run: Run) -> None:
    evil = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}{x}"
    clean = run()
    packages = tuple(dataclasses.replace(one, name=evil, reason_to_stay=evil) for one in clean.packages)
    ground = dataclasses.replace(
        clean.ground,
        sources={"anapec_2025": SourceEntry("anapec_2025", evil, evil, "javascript:alert(1)", "", evil)},
    )
    context = run(
        title=evil,
        company=evil,
        question=evil,
        packages=packages,
        ground=ground,
        sites=tuple(dataclasses.replace(site, name=evil) for site in clean.sites),
        assumptions=tuple(dataclasses.replace(one, reason=evil) for one in clean.assumptions),
    )
    html = report_of(context).html
    page = Page(html)
    assert html.count("<script>") == 1
    assert not [tag for tag, found in page.tags if tag == "img" or "onerror" in found]
    assert "javascript:" not in html
    assert "{{ 7*7 }}" in html
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", html)[0]


def test_the_same_run_gives_the_same_bytes_in_another_process(context: ReportContext) -> None:
    here = hashlib.sha256(report_of(context).html.encode()).hexdigest()
    script = (
        "import hashlib, importlib.util as u, sys\n"
        f"s = u.spec_from_file_location('made', {str(Path(__file__).parent / 'conftest.py')!r})\n"
        "m = u.module_from_spec(s); sys.modules['made'] = m; s.loader.exec_module(m)\n"
        "from jiwar.report import report_of\n"
        "print(hashlib.sha256(report_of(m.make()).html.encode()).hexdigest())\n"
    )
    environment = os.environ | {"PYTHONHASHSEED": "12345", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == here


@pytest.mark.code("R004")
def test_numbers_without_an_entry_are_all_named(run: Run) -> None:
    ground = dataclasses.replace(run().ground, facts={}, rules={})
    with pytest.raises(JiwarError) as caught:
        report_of(run(ground=ground))
    named = {(one.code, re.findall(r"`([^`]+)`", one.message)[0]) for one in caught.value.diagnostics}
    assert ("R004", "fact:pay/DE-stuttgart/test_engineer/senior") in named
    assert ("R004", "rule:morocco/social-security/charges") in named
    assert len(named) == len(caught.value.diagnostics) == 5


@given(st.text(max_size=30), st.text(max_size=30))
def test_different_origins_have_different_anchors(first: str, second: str) -> None:
    anchors = [origin_anchor(Origin(OriginKind.FACT, key)) for key in (first, second)]
    assert (anchors[0] == anchors[1]) == (first == second)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", anchor) for anchor in anchors)
