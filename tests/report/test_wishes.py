"""A paper for each reader, as a draft, without names, under another name, and two plans side by side."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiwar.diagnostics import JiwarError
from jiwar.report import READERS, ReportContext, Wishes, logo_of, report_of
from jiwar.report.blocks import Table, numbers_in
from jiwar.report.document import compose
from jiwar.report.texts import texts_for
from jiwar.report.typst_source import typst_source

Run = Callable[..., ReportContext]


@pytest.mark.parametrize("reader", list(READERS))
def test_each_reader_sees_first_what_concerns_them_and_loses_nothing(
    shipped: Callable[[str], Any], reader: str
) -> None:
    context, texts = shipped("brake-validation").context("en"), texts_for("en")
    usual = compose(context, texts)
    theirs = compose(context, texts, Wishes(reader=reader))
    ids = [section.id for section in theirs.sections]
    first = [section.id for section in theirs.sections if not section.appendix]
    assert tuple(first) == READERS[reader]
    assert sorted(ids) == sorted(section.id for section in usual.sections)
    assert set(theirs.anchors) == set(usual.anchors)
    assert {name for names in READERS.values() for name in names} <= set(ids)


@pytest.mark.code("R007")
def test_an_unknown_reader_is_refused_with_the_known_ones(run: Run) -> None:
    with pytest.raises(JiwarError) as caught:
        report_of(run(), wishes=Wishes(reader="king"))
    problem = caught.value.diagnostics[0]
    assert problem.code == "R007"
    assert all(f"`{reader}`" in (problem.remedy or "") for reader in READERS)


def test_a_draft_says_so_and_begins_with_what_is_open(run: Run) -> None:
    report = report_of(run(), wishes=Wishes(draft=True))
    assert report.document.draft
    assert report.document.sections[0].id == "open"
    assert "draft-mark" in re.sub(r"<style>.*?</style>", "", report.html, flags=re.DOTALL)


def test_the_company_can_be_named_otherwise(run: Run) -> None:
    report = report_of(run(), wishes=Wishes(company="Acme Bremsen AG"))
    assert "Acme Bremsen AG" in report.html
    assert "Remstal" not in report.html


def files(report: Any) -> dict[str, str]:
    """Every file of a paper as words; the PDF as the source that it is set from."""
    packed = zipfile.ZipFile(io.BytesIO(report.content(".xlsx")))
    return {
        "html": report.html,
        "json": report.content(".json").decode(),
        "xlsx": " ".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()),
        "pdf": typst_source(report.document, report.texts),
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("example", "language"),
    [("brake-validation", "de"), ("vehicle-software", "en"), ("grid-engineering", "fr")],
)
def test_no_file_gives_a_name_away(shipped: Callable[[str], Any], example: str, language: str) -> None:
    found = shipped(example)
    case, context = found.options.case, found.context(language)
    names = [case.name, case.company.name, *(one.name for one in case.work_packages)]
    names += [flow.name for flow in context.further.data_flows]
    names += [one.id for one in case.work_packages if "-" in one.id]
    names += [one.reason for one in case.assumptions] + [
        one.reason for one in case.work_packages if one.reason
    ]
    names.append(" ".join((case.question or "").split()[:6]))
    told = files(report_of(context, language=language, wishes=Wishes(anonymous=True)))
    leaks = [
        (form, name)
        for form, text in told.items()
        for name in filter(None, names)
        if name.casefold() in text.casefold()
    ]
    assert leaks == []
    said = json.loads(told["json"])
    packages = [one["name"] for one in said["run"]["packages"]]
    assert len(set(packages)) == len(case.work_packages)


def test_amounts_stay_when_names_go(shipped: Callable[[str], Any]) -> None:
    context = shipped("brake-validation").context("en")
    plain, bare = (report_of(context, wishes=Wishes(anonymous=hidden)) for hidden in (False, True))

    def numbers(report: Any) -> list[float | None]:
        blocks = (block for section in report.document.sections for block in section.blocks)
        return [one.value for block in blocks for one in numbers_in(block)]

    assert numbers(plain) == numbers(bare)


def test_two_plans_stand_side_by_side(run: Run) -> None:
    mine, other = run(), run(moves=False, title="Everything stays")
    document = compose(mine, texts_for("en"), None, other)
    section = next(one for one in document.sections if one.id == "compare")
    assert document.sections[1] is section
    tables = [block for block in section.blocks if isinstance(block, Table)]
    choices, lines, figures = tables
    assert len(choices.rows) == len(mine.packages)
    total = [number.value for cell in lines.rows[-1].cells for number in cell if hasattr(number, "value")]
    ours, theirs = (sum(line.plan_eur.value for line in one.lines) for one in (mine, other))
    assert total == pytest.approx([ours, theirs, ours - theirs])
    assert any("Casablanca" in row.cells[0][0].text for row in figures.rows)


def test_a_logo_is_read_and_shown(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
    )
    report = report_of(run(), wishes=Wishes(logo=logo_of(file)))
    assert 'class="logo"' in report.html


@pytest.mark.code("R008")
@pytest.mark.parametrize("content", [None, b"GIF89a"])
def test_a_logo_that_is_no_picture_we_know_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "logo.gif"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(JiwarError) as caught:
        logo_of(file)
    assert caught.value.diagnostics[0].code == "R008"


def test_the_run_itself_is_not_changed(run: Run) -> None:
    context = run()
    copy = dataclasses.replace(context)
    report_of(context, wishes=Wishes(anonymous=True, draft=True, company="X"))
    assert context == copy
