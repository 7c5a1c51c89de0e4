"""The papers of law, filled from the shipped cases: whole or none, in three languages, as HTML and DOCX."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from jiwar.case import Case, example_folder
from jiwar.diagnostics import JiwarError
from jiwar.facts import Facts
from jiwar.law.papers import PAPERS, Table, record_of_processing
from jiwar.report.papers import dossier_of, write_papers
from jiwar.report.papers.folder import papers
from jiwar.verbs import load_facts, read_case

LANGUAGES = ("en", "de", "fr")
PLACES = (
    ("brake-validation", "casablanca", "captive"),
    ("grid-engineering", "tunis", "provider"),
    ("vehicle-software", "tanger", "employer_of_record"),
)


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


@pytest.fixture(scope="module")
def cases(facts: Facts) -> dict[str, Case]:
    """The shipped cases."""
    return {name: read_case(example_folder(name), facts) for name in {place[0] for place in PLACES}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_every_example_gives_every_paper_in_both_formats(
    place: tuple[str, str, str], language: str, cases: dict[str, Case], facts: Facts
) -> None:
    name, site, form = place
    case = cases[name]
    dossier = dossier_of(case, facts, site, form)
    contents = papers(dossier, day=case.as_of, language=language)
    assert len(contents) == 2 * len(PAPERS)
    for write in PAPERS:
        paper = write(dossier, language)
        page = contents[f"{paper.file_name}.html"].decode()
        assert f'<html lang="{language}">' in page
        assert page.count("<strong>☐ ") == paper.open_answers
        assert not re.search(r'(?:src|href)="(?!#|https?://)', page)
        text = _text(contents[f"{paper.file_name}.docx"])
        assert text.count("☐ ") == paper.open_answers
        assert case.company.name in text
        bare = text.replace("\u00a0", " ").replace("\u202f;", ";")  # what a typesetter adds
        assert paper.title in bare
        items = [row[0].text for block in paper.blocks if isinstance(block, Table) for row in block.rows]
        assert all(item.replace("\u202f;", ";").replace("\u00a0", " ") in bare for item in items)


def test_numbers_stay_with_their_sign_and_french_semicolons_stand_apart(
    cases: dict[str, Case], facts: Facts
) -> None:
    case = cases["brake-validation"]
    dossier = dossier_of(case, facts, "casablanca", "captive")
    for language, kept in (("de", "Art.\u00a030 Abs.\u00a02 Buchst.\u00a0a"), ("fr", "\u202f; ")):
        contents = papers(dossier, day=case.as_of, language=language)
        name = record_of_processing(dossier, language).file_name
        text = _text(contents[f"{name}.docx"])
        assert kept in text
        assert not re.search(r"(?:§|Art\.|Abs\.|Buchst\.|Nr\.) \d", text)
        assert language != "fr" or not re.search(r"\w;", text)


def _text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
    body = docx.Document(io.BytesIO(content)).element.body
    return "".join(one.text or "" for one in body.iter() if one.tag.endswith("}t"))


def test_the_case_fills_what_it_says_and_nothing_else(cases: dict[str, Case], facts: Facts) -> None:
    dossier = dossier_of(cases["brake-validation"], facts, "casablanca", "captive")
    assert (dossier.exporter, dossier.site, dossier.country) == (
        "Remstal Prüftechnik GmbH",
        "Casablanca",
        "MA",
    )
    assert dossier.importer is None
    assert dossier.data_protection_officer is None
    assert dossier.redundancies is False
    assert {flow.retention for flow in dossier.flows} == {None}
    automation = next(work for work in dossier.works if work.name == "Test automation")
    assert (automation.needed_people, automation.employed_people) == (11.0, 6.0)


def test_only_work_that_may_go_there_in_that_form_is_told(cases: dict[str, Case], facts: Facts) -> None:
    brake = cases["brake-validation"]
    own, provider = (dossier_of(brake, facts, "rabat", form) for form in ("captive", "provider"))
    assert "Test requirements and coverage" in {work.name for work in own.works}
    assert "Test requirements and coverage" not in {work.name for work in provider.works}
    assert "Operation of the brake rigs" not in {work.name for work in own.works}
    permits = dossier_of(cases["grid-engineering"], facts, "berlin", "captive")
    assert permits.form == "branch"
    assert {work.name for work in permits.works} >= {"Permits and talks with authorities"}


def test_a_hand_over_is_told_with_its_day(cases: dict[str, Case], facts: Facts) -> None:
    dossier = dossier_of(cases["brake-validation"], facts, "rabat", "build_operate_transfer")
    assert str(dossier.handed_over) == "2029-04-01"
    assert len({flow.name for flow in dossier.flows}) == len(dossier.flows)
    assert dossier_of(cases["brake-validation"], facts, "rabat", "captive").handed_over is None


def test_the_same_case_gives_the_same_bytes(cases: dict[str, Case], facts: Facts) -> None:
    case = cases["brake-validation"]
    first, second = (
        papers(dossier_of(case, facts, "casablanca", "captive"), day=case.as_of, language="de")
        for _ in range(2)
    )
    assert first == second


def test_papers_appear_whole_in_a_new_folder(cases: dict[str, Case], facts: Facts, tmp_path: Path) -> None:
    case = cases["grid-engineering"]
    dossier = dossier_of(case, facts, "casablanca", "captive")
    written = write_papers(dossier, tmp_path / "new" / "papers", day=case.as_of, language="fr")
    assert sorted(written) == sorted((tmp_path / "new" / "papers").iterdir())
    assert all(path.stat().st_size > 1000 for path in written)
    assert list((tmp_path / "new").iterdir()) == [tmp_path / "new" / "papers"]


@pytest.mark.code("R006")
def test_papers_that_somebody_filled_in_are_never_written_over(
    cases: dict[str, Case], facts: Facts, tmp_path: Path
) -> None:
    case = cases["grid-engineering"]
    dossier = dossier_of(case, facts, "casablanca", "captive")
    (tmp_path / "record.docx").write_text("filled in by hand", "utf-8")
    with pytest.raises(JiwarError) as refused:
        write_papers(dossier, tmp_path, day=case.as_of)
    assert refused.value.diagnostics[0].code == "R006"
    assert [path.name for path in tmp_path.iterdir()] == ["record.docx"]


def test_nothing_is_left_when_a_paper_cannot_be_written(
    cases: dict[str, Case], facts: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = cases["grid-engineering"]
    dossier = dossier_of(case, facts, "casablanca", "captive")
    written: list[Path] = []

    def full(path: Path, content: bytes) -> int:
        written.append(path)
        if len(written) > 3:
            raise OSError(28, "No space left on device")
        with path.open("wb") as file:
            return file.write(content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(JiwarError) as refused:
        write_papers(dossier, tmp_path / "papers", day=case.as_of)
    assert refused.value.diagnostics[0].code == "R003"
    assert list(tmp_path.iterdir()) == []
