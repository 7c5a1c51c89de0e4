"""The DOCX file is a good file: real headings, repeated header rows, language, pages, and the same bytes twice."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from jiwar.provenance import Origin, OriginKind
from jiwar.report import ReportContext, report_of
from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Code,
    Column,
    Definition,
    DefinitionList,
    Document,
    Figure,
    Heading,
    Link,
    Note,
    Number,
    Paragraph,
    Row,
    RowKind,
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.docx import to_docx
from jiwar.report.texts import texts_for, words

FACT = (Origin(OriginKind.FACT, "pay/MA-casablanca"),)
NUMBER = Number("1,200 EUR", FACT)


class Square:
    """A drawing that is as small as a drawing can be."""

    def svg(self, width: int) -> str:
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="40"><rect width="9" height="9"/></svg>'


TABLE = Table(
    "What it costs.",
    (Column("Line"), Column("Amount", Align.NUMBER, "EUR")),
    (
        Row((words("Running"),), RowKind.GROUP),
        Row((words("Pay"), (NUMBER,)), anchor="line-pay"),
        Row((words("All"), words("1,200")), RowKind.TOTAL),
    ),
)
BLOCKS: tuple[Block, ...] = (
    Heading("Inside", 3),
    Paragraph((Text("A sentence with "), Strong("weight"), Text(", "), NUMBER, Text(" and "), Code("a/key"))),
    Paragraph(
        (Link("the law", "https://eur-lex.europa.eu"), Link("below", "#grounds"), Link("bad", "javascript:x"))
    ),
    BulletList((words("one"), words("two"))),
    Callout(CalloutKind.NO, "Blocked", (Paragraph(words("because")), BulletList((words("of this"),)))),
    TABLE,
    Figure("costs", "Costs", Square(), "a square", TABLE, words("a remark")),
    DefinitionList((Definition(words("pay"), words("what people get"), "fact-pay"),)),
    Note(words("small")),
)
DOCUMENT = Document(
    title="A paper: for all",
    subtitle="Brake validation",
    language="de",
    facts_line=words("Remstal"),
    sections=(Section("first", "First", BLOCKS), Section("grounds", "Grounds", (Paragraph(words("here")),))),
    anchors={FACT: "fact-pay"},
    labels={},
    day=dt.date(2026, 11, 22),
)


def opened(document: Document = DOCUMENT, language: str = "de") -> WordFile:
    return docx.Document(io.BytesIO(to_docx(document, texts_for(language))))


@pytest.fixture(scope="module")
def file() -> WordFile:
    """The file of the document above."""
    return opened()


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (to_docx(DOCUMENT, texts_for("de")) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert packed.testzip() is None
        assert {member.date_time[:3] for member in packed.infolist()} == {(1980, 1, 1)}
        assert not any("thumbnail" in name for name in packed.namelist())


def test_the_properties_name_the_day_of_the_document_and_nobody(file: WordFile) -> None:
    told = file.core_properties
    assert (told.title, told.language, told.author, told.last_modified_by) == (
        "A paper: for all",
        "de",
        "Jiwar",
        "Jiwar",
    )
    assert told.created == told.modified == dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    assert to_docx(replace(DOCUMENT, day=None), texts_for("de"))  # a document without a day has a fixed one


def test_headings_are_headings(file: WordFile) -> None:
    found = [
        (one.style.name, one.text)
        for one in file.paragraphs
        if one.style and one.style.name.startswith("Heading")
    ]
    assert found == [
        ("Heading 1", "First"),
        ("Heading 2", "Inside"),
        ("Heading 2", "Costs"),
        ("Heading 1", "Grounds"),
    ]
    assert file.paragraphs[1].text == "A paper: for all"


def test_all_words_arrive(file: WordFile) -> None:
    told = " ".join(text.text or "" for text in file.element.body.iter(qn("w:t")))
    for word in (
        "weight",
        "1,200 EUR",
        "a/key",
        "the law",
        "below",
        "bad",
        "one",
        "two",
        "Blocked",
        "because",
        "of this",
    ):
        assert word in told
    for word in ("What it costs.", "Amount (EUR)", "Pay", "a remark", "what people get", "small", "here"):
        assert word in told


def test_header_rows_repeat_and_no_row_is_torn(file: WordFile) -> None:
    tables = [table for table in file.tables if len(table.columns) > 1]
    assert len(tables) == 2
    for table in tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


@pytest.mark.parametrize(("language", "locale"), [("en", "en-"), ("de", "de-DE"), ("fr", "fr-FR")])
def test_the_language_is_set_for_spelling(language: str, locale: str) -> None:
    styles = opened(replace(DOCUMENT, language=language), language).styles.element
    spoken = {str(one.get(qn("w:val"))) for one in styles.iter(qn("w:lang"))}
    assert len(spoken) == 1
    assert spoken.pop().startswith(locale)


def test_pages_are_numbered_in_the_words_of_the_language(file: WordFile) -> None:
    footer = file.sections[0].footer._element
    fields = [one.get(qn("w:instr")) for one in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Seite " in "".join(text.text or "" for text in footer.iter(qn("w:t")))


@pytest.mark.parametrize(("columns", "wide"), [(3, False), (6, False), (7, True)])
def test_wide_tables_lay_the_pages_down(columns: int, *, wide: bool) -> None:
    table = Table("t", tuple(Column(f"c{number}") for number in range(columns)), ())
    section = opened(replace(DOCUMENT, sections=(Section("s", "S", (table,)),))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width > section.page_height) is wide


def test_columns_fill_the_page_and_long_texts_get_more_room() -> None:
    row = Row((words("x"), words("a long text that goes on and on " * 5)))
    table = Table("t", (Column("a"), Column("b")), (row,))
    made = opened(replace(DOCUMENT, sections=(Section("s", "S", (table,)),))).tables[0]
    first, second = (column.width for column in made.columns)
    assert first is not None
    assert second is not None
    assert first < second
    assert (made.rows[1].cells[0].width, made.rows[1].cells[1].width) == (first, second)


def test_links_inside_lead_to_bookmarks_that_exist_and_none_leads_to_a_script(file: WordFile) -> None:
    body = file.element.body
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    numbers = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    targets = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    assert targets
    assert targets <= set(names)
    assert all(len(str(name)) <= 40 for name in names)  # more is refused by word processors
    outside = [one.target_ref for one in file.part.rels.values() if one.is_external]
    assert outside == ["https://eur-lex.europa.eu"]


def test_open_answers_have_a_ground_of_their_own() -> None:
    table = Table("t", (Column("a"), Column("b")), (Row((words("x"), (Strong("☐ to be answered"),))),))
    made = opened(replace(DOCUMENT, sections=(Section("s", "S", (table,)),)))
    marked = [run for run in made.element.body.iter(qn("w:r")) if run.find(f".//{qn('w:shd')}") is not None]
    assert ["".join(text.text or "" for text in run.iter(qn("w:t"))) for run in marked] == [
        "☐ to be answered"
    ]


def test_drawings_are_pictures_with_words(file: WordFile) -> None:
    described = [one.get("descr") for one in file.element.body.iter() if one.tag.endswith("}docPr")]
    assert described == ["a square"]


def test_properties_of_tables_stand_in_the_order_that_word_asks_for(file: WordFile) -> None:
    order = ("tblStyle", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook")

    def named(properties: Any) -> list[str]:
        return [re.sub(r"\{.*\}", "", child.tag) for child in properties]

    for table in file.tables:
        found = [name for name in named(table._tbl.tblPr) if name in order]
        assert found == sorted(found, key=order.index)


def test_the_board_paper_can_be_a_file_for_word_processors_too(context: ReportContext) -> None:
    report = report_of(context)
    file = docx.Document(io.BytesIO(report.content(".docx")))
    heads = [one.text for one in file.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert heads == [section.title for section in report.document.sections]
    names = {one.get(qn("w:name")) for one in file.element.body.iter(qn("w:bookmarkStart"))}
    targets = {one.get(qn("w:anchor")) for one in file.element.body.iter(qn("w:hyperlink"))} - {None}
    assert targets
    assert targets <= names
