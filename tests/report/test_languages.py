"""German and French say everything that English says, in the form of each language."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from jiwar.options import Options
from jiwar.report import ReportContext, report_of
from jiwar.report.texts import DOMAINS

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "fr")
SAME = {
    *("Plan", "Status", "Jiwar", "Site", "Question", "Document", "Documents", "Range", "Coordination"),
    *("quartiles", "points", "senior", "Senior", "{site}, {engagement}", "{sites}: {how}", "{moves}."),
    "{hours} h",
    *(
        "{data}: {sentence}",
        "{share} {site}",
        "{limit} ({about})",
        "{before}; {after}",
        "{day}, {deadline}",
        "Guide",
    ),
}
"""Texts that one of the two languages writes as English does."""

ENGLISH = frozenset(
    re.findall(r"[a-z]+", "the of and with for from against by that which where what how people cost staying")
)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that collects texts."""
    spec = importlib.util.spec_from_file_location("build_catalogues", ROOT / "tools" / "build_catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_catalogues"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=DOMAINS)
def domain(request: pytest.FixtureRequest) -> str:
    """The board paper, then the texts that are kept apart."""
    return str(request.param)


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest, domain: str) -> Catalog:
    """The catalogue of each language and domain."""
    return catalogue_of(request.param, domain)


def catalogue_of(language: str, domain: str = "") -> Catalog:
    path = ROOT / "src" / "jiwar" / "languages" / "catalogues" / domain / f"{language}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """English and translated, form by form."""
    for one in catalogue:
        said = one.string
        if isinstance(one.id, str):
            if one.id:
                yield one.id, str(said)
        else:
            assert isinstance(said, tuple)
            yield from zip(one.id, said, strict=True)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_of_the_report_is_in_the_catalogue(
    tool: ModuleType, catalogue: Catalog, domain: str
) -> None:
    wanted = {one.id for one in tool.collected(domain) if one.id}
    found = {one.id for one in catalogue if one.id}
    assert wanted - found == set(), "run tools/build_catalogues.py and translate what it names"
    assert found - wanted == set(), "run tools/build_catalogues.py"


def test_every_text_is_translated_with_the_same_places(catalogue: Catalog) -> None:
    empty = [english for english, said in pairs(catalogue) if not said.strip()]
    changed = [english for english, said in pairs(catalogue) if places(english) != places(said)]
    assert empty == []
    assert changed == []


def test_a_text_ends_as_the_english_one_does(catalogue: Catalog) -> None:
    """Sentences stay sentences, and phrases that are continued keep their last space."""
    for english, said in pairs(catalogue):
        assert said.endswith(" ") == english.endswith(" "), english
        if english.rstrip().endswith((".", "?")):
            assert said.rstrip().endswith((".", "?")), english


def test_nothing_is_left_in_english(catalogue: Catalog) -> None:
    left = [english for english, said in pairs(catalogue) if english == said and english not in SAME]
    assert [one for one in left if ENGLISH & set(re.findall(r"[a-z]+", one.lower()))] == []
    assert len(left) < 12, left


def test_french_signs_stand_behind_a_narrow_space_that_does_not_break(domain: str) -> None:
    said = [text for _, text in pairs(catalogue_of("fr", domain))]
    assert [text for text in said if re.search(r"[^\u202f][;:?!»%]", text)] == []
    assert [text for text in said if re.search(r"«[^\u202f]", text)] == []
    assert [text for text in said if "'" in text] == []


def test_terms_of_law_have_their_official_wording() -> None:
    texts = {language: dict(pairs(catalogue_of(language))) for language in LANGUAGES}
    german, french = texts["de"], texts["fr"]
    assert german["transfer impact assessment"] == "Datentransfer-Folgenabschätzung (TIA)"
    assert german["data processing agreement"] == "Auftragsverarbeitungsvertrag"
    assert "Standardvertragsklauseln" in german["module of the standard contractual clauses"]
    assert german["works council"] == "Betriebsrat"
    assert "clauses contractuelles types" in french["module of the standard contractual clauses"]
    assert french["works council"] == "comité d’entreprise allemand (Betriebsrat)"


def headings(html: str, *, rows: bool = True) -> list[str]:
    """Headings of sections, figures, columns and, unless they are the words of a run, of rows."""
    opened = (
        r"h[2-4]\b|th\b|summary\b|caption\b|dt\b"
        if rows
        else r'h[2-4]\b|th scope="col"|summary\b|caption\b|dt\b'
    )
    found = re.findall(rf"<(?:{opened})[^>]*>(.*?)</(?:h[2-4]|th|summary|caption|dt)>", html, re.DOTALL)
    return [re.sub(r"Know-how|<code>.*?</code>|<[^>]+>", " ", one) for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("changes", [{}, {"factor": 1.05}, {"factor": 1.2}, {"moves": False}])
def test_every_answer_is_told(
    run: Callable[..., ReportContext], language: str, changes: dict[str, Any]
) -> None:
    html = report_of(run(**changes), language=language).html
    assert f'<html lang="{language}">' in html
    names = " ".join(package.name for package in run().packages)
    names += " ".join(f"{line.name} {line.meaning}" for line in run().lines)  # names of the invented run
    known = set(re.findall(r"[a-z]+", names.lower()))
    for heading in headings(html, rows=False):
        assert not (ENGLISH - known) & set(re.findall(r"[a-z]+", heading.lower())), heading


@pytest.mark.slow
@pytest.mark.parametrize("name", ["brake-validation", "grid-engineering", "vehicle-software"])
def test_every_example_is_told_in_german_and_french(name: str, shipped: Callable[[str], Any]) -> None:
    found = shipped(name)
    options: Options = found.options
    own = " ".join(work.name for work in options.case.work_packages).lower()
    own += " ".join(flow.name for flow in options.case.data_flows).lower()
    for language in LANGUAGES:
        html = report_of(found.context(language), language=language).html
        for heading in headings(html):
            words = set(re.findall(r"[a-z]+", heading.lower()))
            assert not (ENGLISH - set(re.findall(r"[a-z]+", own))) & words, heading
