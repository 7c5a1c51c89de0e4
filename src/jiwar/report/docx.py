"""The same document tree as a file for word processors (DOCX), byte for byte the same for the same document."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jiwar.report.below import parted
from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Code,
    DefinitionList,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    Note,
    Number,
    Paragraph,
    Parts,
    RowKind,
    Section,
    Strong,
    Table,
)
from jiwar.report.docx_parts import (
    bookmark,
    cell_margins,
    column_widths,
    external_link,
    header_row,
    internal_link,
    keep_row_whole,
    mark_open,
    page_footer,
    plain_borders,
    prepare_styles,
    set_widths,
    shade,
    turn_landscape,
    usable_width,
)
from jiwar.report.palette import INK, QUIET, STOP, WAIT, WASH, YES
from jiwar.report.texts import Texts

if TYPE_CHECKING:
    from docx.document import Document as WordFile

OPEN_MARK = "☐"
"""Strong words that begin with this sign wait for an answer; they are set on a coloured ground."""

WIDE_FROM = 7
"""Number of columns from which a table asks for landscape pages."""

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PICTURE_WIDTH = 760
_BOOKMARK = "jiwar_"
_TONES = {
    CalloutKind.YES: YES,
    CalloutKind.PART: YES,
    CalloutKind.NO: STOP,
    CalloutKind.NOT_YET: WAIT,
    CalloutKind.WARNING: WAIT,
    CalloutKind.NOTE: QUIET,
}


def to_docx(document: Document, texts: Texts) -> bytes:
    """Return the document as a DOCX file.

    Headings are real headings, header rows repeat on every page, rows are not torn apart, the language is set for
    spelling, pages are numbered, and pages lie down when a table is wide. Neither clock nor user enters the file: its
    properties name the day that the document speaks of.
    """
    import docx

    file = docx.Document()
    _properties(file, document)
    prepare_styles(file, texts.language.locale.replace("_", "-"))
    if _is_wide(document):
        turn_landscape(file)
    page_footer(file, texts("Page {page} of {pages}", page="{page}", pages="{pages}"), document.title)
    _Writer(file, document, texts).write()
    buffer = io.BytesIO()
    file.save(buffer)
    return _without_times(buffer.getvalue())


@dataclass
class _Writer:
    """Writes the blocks of one document into one file; anchors become bookmarks."""

    file: WordFile
    document: Document
    texts: Texts
    bookmarks: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)

    def write(self) -> None:
        self.file.add_paragraph(self.document.subtitle, style="Subtitle")
        self.file.add_paragraph(self.document.title, style="Title")
        self._inline(self.file.add_paragraph(style="Jiwar Remark"), self.document.facts_line)
        for section in self.document.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        self._bookmark(self.file.add_heading(section.title, level=1), section.id)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self.file.add_heading(block.text, level=block.level - 1)
            case Paragraph():
                self._inline(self.file.add_paragraph(), block.parts)
            case Note():
                self._inline(self.file.add_paragraph(style="Jiwar Remark"), block.parts)
            case BulletList():
                style = "List Number" if block.numbered else "List Bullet"
                for item in block.items:
                    self._inline(self.file.add_paragraph(style=style), item)
            case Callout():
                self._callout(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case DefinitionList():
                self._definitions(block)

    def _callout(self, callout: Callout) -> None:
        """A shaded cell with a coloured title; the blocks inside follow in it."""
        table = self.file.add_table(rows=1, cols=1)
        cell = table.rows[0].cells[0]
        shade(cell, WASH.light)
        cell_margins(table, "140", "140")
        keep_row_whole(table.rows[0])
        title = cell.paragraphs[0]
        title.style = self.file.styles["Jiwar Callout"]
        run = title.add_run(callout.title)
        run.font.color.rgb = _rgb(_TONES[callout.kind].light)
        for inner in callout.blocks:
            for parts in _runs_of(inner):
                self._inline(cell.add_paragraph(style="Jiwar Cell"), parts)
        self.file.add_paragraph(style="Jiwar Gap")

    def _table(self, table: Table) -> None:
        self.file.add_paragraph(table.caption, style="Caption")
        named = frozenset(index for index, column in enumerate(table.columns) if column.below)
        table, remarks = parted(table, named, self.texts)
        made = self.file.add_table(rows=1, cols=len(table.columns))
        plain_borders(made)
        made.autofit = False
        widths = column_widths(
            [_texts_of(table, index) for index in range(len(table.columns))], usable_width(self.file)
        )
        for index, column in enumerate(table.columns):
            head = made.rows[0].cells[index]
            unit = f" ({column.unit})" if column.unit else ""
            self._cell(head, (Strong(f"{column.title}{unit}"),), numeric=column.align is Align.NUMBER)
        header_row(made.rows[0])
        for row, remark in zip(table.rows, remarks or ((),) * len(table.rows), strict=True):
            cells = made.add_row().cells
            keep_row_whole(made.rows[-1])
            heavy = row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}
            for index, parts in enumerate(row.cells):
                shown = tuple(Strong(part.text) for part in parts) if heavy else parts
                numeric = table.columns[index].align is Align.NUMBER and row.kind is not RowKind.GROUP
                self._cell(cells[index], shown, numeric=numeric)
            if row.kind is RowKind.GROUP and len(cells) > 1:
                cells[0].merge(cells[-1])
            if row.anchor:
                self._bookmark(cells[0].paragraphs[0], row.anchor)
            if remark:
                self._below(made, remark)
        set_widths(made, widths)
        self.file.add_paragraph(style="Jiwar Gap")

    def _below(self, made: Any, remark: Parts) -> None:
        """Add what stands below the last row, across the whole table, and keep both on one page."""
        for cell in made.rows[-1].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        cells = made.add_row().cells
        keep_row_whole(made.rows[-1])
        whole = cells[0].merge(cells[-1])
        whole.paragraphs[0].style = self.file.styles["Jiwar Remark"]
        self._inline(whole.paragraphs[0], remark)

    def _cell(self, cell: Any, parts: Parts, *, numeric: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph = cell.paragraphs[0]
        paragraph.style = self.file.styles["Jiwar Cell"]
        if numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._inline(paragraph, parts)

    def _figure(self, figure: Figure) -> None:
        """The drawing as a picture with its words for those who do not see it, then its numbers."""
        import vl_convert

        self.file.add_heading(figure.title, level=2)
        drawing = vl_convert.svg_to_png(figure.chart.svg(_PICTURE_WIDTH), scale=2)
        picture = self.file.add_picture(io.BytesIO(drawing), width=usable_width(self.file))
        picture._inline.docPr.set("descr", figure.alt)  # noqa: SLF001 - python-docx has no name for the words of a picture
        if figure.note:
            self._inline(self.file.add_paragraph(style="Jiwar Remark"), figure.note)
        self._table(figure.table)

    def _definitions(self, block: DefinitionList) -> None:
        for item in block.items:
            paragraph = self.file.add_paragraph()
            if item.anchor:
                self._bookmark(paragraph, item.anchor)
            self._inline(paragraph, tuple(Strong(part.text) for part in item.term))
            paragraph.add_run(": ")
            self._inline(paragraph, item.meaning)

    def _inline(self, paragraph: Any, parts: Parts) -> None:
        for part in parts:
            self._part(paragraph, part)

    def _part(self, paragraph: Any, part: Inline) -> None:
        match part:
            case Strong():
                run = paragraph.add_run(part.text)
                run.bold = True
                if part.text.startswith(OPEN_MARK):
                    mark_open(run)
            case Code():
                paragraph.add_run(part.text, style="Jiwar Code")
            case Number():
                anchor = self.document.anchors.get(part.origins)
                internal_link(paragraph, part.text, self._name(anchor) if anchor else "", INK.light)
            case Link() if part.target.startswith("#"):
                internal_link(paragraph, part.text, self._name(part.target[1:]), INK.light)
            case Link() if part.target.startswith(("https://", "http://")):
                external_link(paragraph, part.text, part.target)
            case _:
                paragraph.add_run(part.text)

    def _bookmark(self, paragraph: Any, anchor: str) -> None:
        name = self._name(anchor)
        if name in self.placed:  # the same entry shown twice: links lead to the first
            return
        self.placed.add(name)
        bookmark(paragraph, name, int(name.removeprefix(_BOOKMARK)))

    def _name(self, anchor: str) -> str:
        """A word processor takes forty letters; anchors are numbered in the order of their first use."""
        return self.bookmarks.setdefault(anchor, f"{_BOOKMARK}{len(self.bookmarks) + 1}")


def _runs_of(block: Block) -> tuple[Parts, ...]:
    match block:
        case Paragraph() | Note():
            return (block.parts,)
        case BulletList():
            return tuple((Strong("– "), *item) for item in block.items)
        case Heading():
            return ((Strong(block.text),),)
        case _:
            message = f"a callout holds words, not a {type(block).__name__}"
            raise TypeError(message)


def _texts_of(table: Table, index: int) -> list[str]:
    """What stands in one column, its head first; group rows span all and do not count."""
    told = [row.cells[index] for row in table.rows if row.kind is not RowKind.GROUP]
    return [table.columns[index].title, *("".join(part.text for part in parts) for parts in told)]


def _is_wide(document: Document) -> bool:
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    return any(
        table.wide or sum(not column.below for column in table.columns) >= WIDE_FROM for table in tables
    )


def _properties(file: WordFile, document: Document) -> None:
    day = document.day or dt.date(*_ZIP_TIME[:3])
    at = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    told = file.core_properties
    told.title, told.subject, told.language = document.title, document.subtitle, document.language
    told.author = told.last_modified_by = "Jiwar"
    told.comments = ""
    told.revision = 1
    told.created = told.modified = at
    relations = file.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[name]  # a picture of the empty template


def _rgb(colour: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper())


def _without_times(content: bytes) -> bytes:
    """Pack the file again with one fixed time for all its members."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return packed.getvalue()
