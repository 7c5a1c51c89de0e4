"""How long tables are printed: gathered remarks, columns below their rows, numbers divided, ranges of rows."""

from __future__ import annotations

import re

import pytest

from jiwar.provenance import Origin, OriginKind
from jiwar.report import ReportContext, report_of
from jiwar.report.anchors import origin_anchor
from jiwar.report.blocks import (
    Align,
    Code,
    Column,
    Definition,
    DefinitionList,
    Document,
    Heading,
    Link,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
    Text,
)
from jiwar.report.ground import FactEntry, Ground, SourceEntry
from jiwar.report.sections.sources import listed
from jiwar.report.texts import NOTHING, texts_for
from jiwar.report.typst_below import gathered, set_table
from jiwar.report.typst_columns import PORTRAIT_PT, plain
from jiwar.report.typst_form import to_pdf
from jiwar.report.typst_source import typst_source

ENGLISH = texts_for("en")
SENTENCE = "A sentence that says at some length what has to be done and by whom it has to be done. " * 4


def document(*blocks: object, appendix: bool = False) -> Document:
    section = Section("only", "A section", tuple(blocks), appendix=appendix)  # type: ignore[arg-type]  # any block
    return Document("Title", "Subtitle", "en", (Text("facts"),), (section,), {}, {})


def numbers(columns: int, rows: int = 3, *, wide: bool = False) -> Table:
    heads = (Column("Quarter"), *(Column(f"Work package {one}", Align.NUMBER) for one in range(columns)))
    cells = tuple((Text("123,456"),) for _ in range(columns))
    return Table("Many", heads, tuple(Row(((Text(f"Q{one}"),), *cells)) for one in range(rows)), wide=wide)


def told(*, below: bool, rows: int = 6) -> Table:
    heads = (Column("What"), Column("Short"), Column("Why"), Column("Under", below=below))
    row = Row(tuple((Text(one),) for one in ("Move the work", "yes", SENTENCE, SENTENCE)))
    return Table("Told", heads, (row,) * rows)


def test_a_table_of_numbers_that_is_too_wide_becomes_several_upright_ones() -> None:
    table = numbers(14)
    parts = set_table(table, ENGLISH, may_turn=True)
    assert len(parts) > 1
    assert not any(one.fit.turned or one.fit.stacked for one in parts)
    assert all(one.table.columns[0] == table.columns[0] for one in parts)
    shown = [column for one in parts for column in one.table.columns[1:]]
    assert shown == list(table.columns[1:])
    source = typst_source(document(table), ENGLISH)
    assert "turned" not in source
    assert '"Table 1, continued"' in source


def test_a_table_that_is_wide_by_wish_keeps_its_page() -> None:
    (kept,) = set_table(numbers(14, wide=True), ENGLISH, may_turn=True)
    assert kept.fit.turned


def test_sentences_leave_their_columns_where_that_saves_paper() -> None:
    table = told(below=False)
    (found,) = set_table(table, ENGLISH, may_turn=True)
    assert found.table.columns[:2] == table.columns[:2]
    assert len(found.table.columns) < 4
    assert all(f"Under: {SENTENCE}" in plain(one) for one in found.below)
    short = Table(table.caption, table.columns, table.rows[:1])
    (kept,) = set_table(short, ENGLISH, may_turn=True)
    assert kept.table == short


def test_columns_that_were_put_below_are_the_only_ones() -> None:
    table = told(below=True)
    (found,) = set_table(table, ENGLISH, may_turn=True)
    assert found.table.columns == table.columns[:3]
    assert [plain(one) for one in found.below] == [SENTENCE] * 6


@pytest.mark.parametrize("sentences", [1, 60])
def test_a_row_of_any_length_is_printed_whole(sentences: int) -> None:
    heads = (Column("What"), Column("Why"), Column("Under", below=True))
    cells = tuple((Text(one),) for one in ("Move", SENTENCE * sentences, SENTENCE * sentences))
    made = to_pdf(document(Table("Long", heads, (Row(cells), Row(cells)))), ENGLISH)
    assert made.startswith(b"%PDF")


def facts(count: int) -> Ground:
    entries = {
        f"pay/{number:03}": FactEntry(
            f"pay/{number:03}",
            *(1.0, 2.0, 3.0, "EUR", "prior", "2026", "prior", ("book",)),
            f"shared by all (of them; all); only of {number}",
        )
        for number in range(count)
    }
    return Ground(facts=entries, sources={"book": SourceEntry("book", "A book", "A house", "", "2026-01-01")})


def test_remarks_that_many_facts_share_are_printed_once() -> None:
    blocks = listed(facts(60), ENGLISH)
    source = typst_source(document(*blocks, appendix=True), ENGLISH)
    assert source.count("shared by all (of them; all)") == 1
    for number in range(60):
        assert source.count(f'"only of {number}"') == 1
    assert source.count('inside(label("remark 2")') == 60
    assert to_pdf(document(*blocks, appendix=True), ENGLISH).startswith(b"%PDF")


def test_few_facts_keep_their_remarks_below_their_rows() -> None:
    source = typst_source(document(*listed(facts(3), ENGLISH), appendix=True), ENGLISH)
    assert source.count("shared by all (of them; all)") == 3
    assert "#remarks(" not in source


def test_gathering_leaves_headings_and_empty_remarks_alone() -> None:
    heads = (Column("Fact"), Column("Remarks", below=True))
    rows = (Row(((Text("group"),),), RowKind.GROUP), *(Row(((Text("a"),), (Text(NOTHING),))),) * 50)
    table, remarks = gathered(Table("t", heads, rows), "Remarks", 7)
    assert remarks == {}
    assert table.rows[0] == rows[0]
    assert plain(table.rows[1].cells[1]) == NOTHING


def test_a_document_says_what_rests_on_it() -> None:
    *_, documents = listed(facts(60), ENGLISH)
    assert isinstance(documents, DefinitionList)
    assert plain(documents.items[0].meaning).endswith(": Pay (60).")


def test_rows_that_follow_each_other_are_named_as_a_range() -> None:
    keys = [f"key/{number}" for number in range(1, 8)]
    table = Table(
        "Facts",
        (Column("Fact"), Column("Value")),
        tuple(Row(((Code(k),), (Text("1"),)), anchor=k) for k in keys),
    )
    named = [keys[0], keys[1], keys[2], keys[3], keys[5], keys[6]]
    parts = tuple(part for key in named for part in (Text(", "), Link(key, f"#{key}")))[1:]
    source = typst_source(
        document(Heading("Lists"), DefinitionList((Definition((Text("1"),), parts),)), table, appendix=True),
        ENGLISH,
    )
    line = next(one for one in source.splitlines() if one.strip().startswith('([#"1";]'))
    read = re.sub(r'#(?:inside\(label\("[^"]*"\), )?"([^"]*)"\)?;', r"\1", line)
    assert read == "  ([1], [1–4, 6, 7], none),"


def test_only_facts_that_a_number_rests_on_are_listed(context: ReportContext) -> None:
    made = report_of(context)
    used = {
        origin_anchor(one)
        for origins in made.document.anchors
        for one in origins
        if one.kind is OriginKind.FACT
    }
    section = next(one for one in made.document.sections if one.id == "sources")
    shown = {
        row.anchor
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.kind is not RowKind.GROUP
    }
    assert shown == used
    assert shown <= {origin_anchor(Origin(OriginKind.FACT, key)) for key in context.ground.facts}


def test_columns_fill_the_page_and_lines_stay_whole_where_there_is_room() -> None:
    heads = (Column("Name"), Column("Number", Align.NUMBER))
    names = ("Short", "A name that is rather longer than all the others of its kind")
    rows = tuple(Row(((Text(name),), (Text("1"),))) for name in (*names[:1] * 9, names[1]))
    (found,) = set_table(Table("t", heads, rows), ENGLISH, may_turn=True)
    assert sum(found.fit.columns_pt) == pytest.approx(PORTRAIT_PT, abs=0.2)
    assert found.fit.columns_pt[0] > 250


def test_apostrophes_are_those_of_a_typesetter() -> None:
    source = typst_source(document(Paragraph((Text("l'offre, the customers' parts"), Code("d'or")))), ENGLISH)
    assert "l’offre, the customers’ parts" in source
    assert "d'or" in source
