"""Tables of a page: remarks stand below their rows, narrow columns take no room, broad tables turn the sheet."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from jiwar.periods import Month
from jiwar.report import report_of
from jiwar.report.blocks import Align, Block, Column, Narrow, Paragraph, Row, RowKind, Section, Table, Text
from jiwar.report.context import LimitUse, ReportContext
from jiwar.report.html import to_html
from jiwar.report.inputs_of_law import cost_name
from jiwar.report.sections.against import against
from jiwar.report.sections.compare import compare
from jiwar.report.sections.limits import limits
from jiwar.report.texts import NOTHING, texts_for, words

EN = texts_for("en")


def cell(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def shown(context: ReportContext, table: Table) -> str:
    """Write the table as the only block of a page, and return what stands around and in it."""
    document = report_of(context).document
    section = Section("decision", "Decision", (table,))
    page = to_html(dataclasses.replace(document, sections=(section,)), EN)
    found = re.search(r'<div class="table.*?</table>\s*</div>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_remarks_stand_below_their_row_with_their_title(context: ReportContext) -> None:
    columns = (Column("Rule"), Column("Number", Align.NUMBER), Column("Under", below=True))
    rows = (
        Row((cell("A group"),), RowKind.GROUP),
        Row((cell("first rule"), cell("7"), cell("Art. 28 GDPR"))),
        Row((cell("second rule"), cell("8"), words(NOTHING))),
    )
    page = shown(context, Table("Rules", columns, rows, Narrow.STACK))
    assert re.findall(r'<th scope="col"[^>]*>(\w+)', page) == ["Rule", "Number"]
    assert page.count('<tr role="row" class="remark"') == 1
    assert re.search(
        r'<td role="cell" class="text below" colspan="2" data-label="Under"><span>Art. 28 GDPR<', page
    )
    assert re.search(r'class="body remarked">\s*<th[^>]*>first rule', page)
    assert re.search(r'class="body">\s*<th[^>]*>second rule', page)


def test_a_column_of_numbers_takes_no_room_and_a_broad_table_turns_the_sheet(context: ReportContext) -> None:
    def kinds(first: str, columns: int, align: Align = Align.TEXT) -> set[str]:
        row = Row((cell(first), *((cell("words"),) * columns)))
        titles = (Column("No"), *((Column("Title", align),) * columns))
        opening = shown(context, Table("Table", titles, (row,), Narrow.STACK)).split('"')[1]
        return set(opening.split())

    assert kinds("12", 2) == {"table", "stack", "short"}
    assert kinds("twelve", 2) == {"table", "stack"}
    assert kinds("twelve", 7) == {"table", "stack", "wide-table"}
    assert kinds("twelve", 7, Align.NUMBER) == {"table", "stack"}


def texts_of(blocks: tuple[Block, ...]) -> str:
    found = (part.text for block in blocks if isinstance(block, Paragraph) for part in block.parts)
    return "".join(found)


def test_limits_are_counted_as_they_are_shown(
    run: Callable[..., ReportContext], context: ReportContext
) -> None:
    """Three roles under one rule are one row, and one limit in the case against."""
    one = next(limit for limit in context.limits if limit.binds)
    same: tuple[LimitUse, ...] = tuple(
        dataclasses.replace(one, family="redundancies", about=role) for role in ("tester", "engineer", "lead")
    )
    changed = run(limits=same)
    section = limits(changed, EN)
    rows = next(block for block in section.blocks if isinstance(block, Table)).rows
    assert len(rows) == 1
    said = next(
        item
        for block in against(changed, EN).blocks
        for item in getattr(block, "items", ())
        if "limit of the case is used up" in "".join(part.text for part in item)
    )
    assert said[0].text == "1"


def test_a_plan_beside_its_sister_is_told_with_shares_and_without_their_common_name(
    run: Callable[..., ReportContext], context: ReportContext
) -> None:
    first, *others = context.packages
    half = dataclasses.replace(
        first, choice=dataclasses.replace(first.choice, share=0.5, start=Month(2027, 4))
    )
    section = compare(run(packages=(half, *others)), context, EN)
    assert "the other one." in texts_of(section.blocks)
    assert context.title not in texts_of(section.blocks)
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert table.rows[0].cells[1][0].text.startswith("50%")
    assert not table.rows[0].cells[2][0].text.startswith("50%")
    other = compare(context, dataclasses.replace(context, title="Plan B"), EN)
    assert "Plan B" in texts_of(other.blocks)


def test_costs_of_duties_are_named() -> None:
    assert cost_name(texts_for("de"), "legal_cost/scc") == "Standardvertragsklauseln"
    assert cost_name(EN, "legal_cost/tia") == "transfer impact assessment"
