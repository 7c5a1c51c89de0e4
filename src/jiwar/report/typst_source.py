"""From the document tree to the source of a Typst document: calls of the functions of the template."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    Code,
    Column,
    DefinitionList,
    DefinitionStyle,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    Note,
    Number,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.drawn import drawn
from jiwar.report.numbering import Numbering, numbering
from jiwar.report.texts import NOTHING, Texts, join
from jiwar.report.typst_columns import Fit, fit, is_tall, must_break, plain

CHART_PX = 760
"""Width at which charts are drawn: the same drawing as on a wide screen."""

_TURN, _TURN_BACK = "#turned[\n", "] // turned\n"
_SHORT_TERM = 5
_FONT = "Source Sans Pro"
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile(r"(?<=[/_.:?&=\-])(?=\w)")


def typst_source(document: Document, texts: Texts, *, logo: str = "") -> str:
    """Return the source of the whole document; ``logo`` is the name of a file beside it, or empty."""
    writer = _Writer(document, texts, numbering(document), _targets(document), listed=_listed(document))
    day = document.day
    settings = {
        "title": text(document.title),
        "subtitle": text(document.subtitle),
        "company": text(document.company),
        "language": text(document.language),
        "day": text(texts.form.day(day) if day else ""),
        "draft": text(texts("Draft") if document.draft else ""),
        "logo": text(logo),
        "contents": text(texts("Contents")),
        "facts": writer.run(document.facts_line),
    }
    opening = "".join(f"  {name}: {value},\n" for name, value in settings.items())
    body = "".join(writer.document()).replace(_TURN_BACK + _TURN, "")  # neighbours share turned pages
    return f'#import "paper.typ": *\n#show: paper.with(\n{opening})\n{body}'


def text(words: str) -> str:
    """Return words as a Typst string; what cannot be printed is left out."""
    shown = _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _name(place: str) -> str:
    """Return the name of a place as a Typst string; different places keep different names, whatever they hold."""
    return text(quote(place, safe="/ .:", errors="surrogatepass"))


def _targets(document: Document) -> frozenset[str]:
    """All places that a link may lead to; a name that occurs twice is a place only once."""
    found = {section.id for section in document.sections}
    for section in document.sections:
        for block in _deep(section.blocks):
            match block:
                case Figure():
                    found.add(block.id)
                    found.update(row.anchor for row in block.table.rows)
                case Table():
                    found.update(row.anchor for row in block.rows)
                case DefinitionList():
                    found.update(item.anchor for item in block.items)
                case _:
                    pass
    return frozenset(found - {""})


def _deep(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from _deep(block.blocks)


def _listed(document: Document) -> dict[str, int]:
    """Number the rows behind the decision that have a place, over all tables."""
    rows = (
        row.anchor
        for section in document.sections
        if section.appendix
        for block in _deep(section.blocks)
        if isinstance(block, Table)
        for row in block.rows
        if row.anchor
    )
    return {anchor: number for number, anchor in enumerate(dict.fromkeys(rows), start=1)}


@dataclass(slots=True)
class _Writer:
    """Writes blocks; remembers which places it has written, and how deep the last heading was.

    ``listed`` numbers the rows of tables that have a place: a ``brief`` list names a row by its number.
    """

    book: Document
    texts: Texts
    numbers: Numbering
    targets: frozenset[str]
    placed: set[str] = field(default_factory=set)
    depth: int = 1
    listed: Mapping[str, int] = field(default_factory=dict)
    boxed: bool = False
    brief: bool = False
    held: list[str] = field(default_factory=list)

    def document(self) -> Iterator[str]:
        main = [section for section in self.book.sections if not section.appendix]
        behind = [section for section in self.book.sections if section.appendix]
        for number, section in enumerate(main, start=1):
            yield from self.section(section, str(number))
        if behind:
            name = self.texts("Appendix")
            yield f"#appendix({text(name)})[\n"
            for index, section in enumerate(behind):
                yield from self.section(section, _letter(index))
            yield from self.behind_figures(_letter(len(behind)))
            yield "]\n"

    def section(self, section: Section, mark: str) -> Iterator[str]:
        self.depth = 1
        self.held.append(f"#section({text(mark)}, {text(section.title)}, {self.place(section.id)})\n")
        for block in section.blocks:
            yield from self.block(block)
        yield self.headings()

    def headings(self) -> str:
        """Return the headings that wait for the block below them, so that they stand on the same page."""
        found = "".join(self.held)
        self.held.clear()
        return found

    def behind_figures(self, mark: str) -> Iterator[str]:
        """List the numbers of all figures that have no open table beside them."""
        figures = [
            block
            for section in self.book.sections
            for block in _deep(section.blocks)
            if isinstance(block, Figure) and not block.table_open
        ]
        if not figures:
            return
        title = text(self.texts("The numbers of the figures"))
        self.held.append(f"#section({text(mark)}, {title}, none)\n")
        for figure in figures:
            name = self.texts("Figure {number}", number=str(self.numbers.of(figure)))
            yield from self.table(figure.table, name, _behind(figure))

    def block(self, block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
        if not isinstance(block, Heading | Table):
            yield self.headings()
        match block:
            case Paragraph():
                yield f"#{'lead' if block.lead else 'para'}{self.run(block.parts, marks=True)}\n"
            case Note():
                yield f"#note{self.run(block.parts)}\n"
            case Heading():
                self.depth = min(max(block.level - 1, 2), self.depth + 1)
                self.held.append(f"#heading(level: {self.depth}, {text(block.text)})\n")
            case BulletList():
                items = ", ".join(self.run(item, marks=True) for item in block.items)
                yield f"#{'enum' if block.numbered else 'list'}({items})\n"
            case Callout():
                yield f"#callout({text(block.kind.value)}, {text(block.title)})[\n"
                self.boxed = True
                for inner in block.blocks:
                    yield from self.block(inner)
                self.boxed = False
                yield "]\n"
            case Table():
                name = self.texts("Table {number}", number=str(self.numbers.of(block)))
                yield from self.table(block, name, "")
            case Figure():
                yield from self.figure(block)
            case DefinitionList():
                yield self.definitions(block)

    def figure(self, figure: Figure) -> Iterator[str]:
        name = self.texts("Figure {number}", number=str(self.numbers.of(figure)))
        drawing = drawn(figure.chart, CHART_PX).replace('"sans-serif"', f'"{_FONT}"')
        own = "" if figure.table_open else _behind(figure)
        more = (
            f"link(label({_name(own)}), {text(self.texts('The numbers of this figure'))})" if own else "none"
        )
        yield (
            f"#drawing({text(name)}, {text(figure.title)}, {self.place(figure.id)}, {text(figure.alt)},\n"
            f"  {text(drawing)}, {self.run(figure.note)}, {more})\n"
        )
        if figure.table_open:
            yield from self.table(figure.table, name, "")

    def definitions(self, block: DefinitionList) -> str:
        if block.style is DefinitionStyle.KEY_FIGURES:
            return f"#figures((\n{self.items(block)}))\n"
        longest = max((len(plain(item.term)) for item in block.items), default=0)
        self.brief = longest <= _SHORT_TERM
        items = self.items(block)
        told = self.texts("A number in these lists is that of a row in the tables of facts.")
        note = f"#note({text(told)})\n" if self.brief and "inside(" in items else ""
        narrow, self.brief = str(self.brief).lower(), False
        return f"{note}#definitions((\n{items}), narrow: {narrow})\n"

    def items(self, block: DefinitionList) -> str:
        return "".join(
            f"  ({self.run(item.term)}, {self.run(item.meaning)}, {self.place(item.anchor)}),\n"
            for item in block.items
        )

    def table(self, table: Table, name: str, anchor: str) -> Iterator[str]:
        beside = _beside(table)
        found = fit(beside, may_turn=not self.boxed)
        remarks = None if beside is table else tuple(_remark(table, row) for row in table.rows)
        call = "".join(
            self.stack(table, name, anchor)
            if found.stacked
            else self.grid(beside, name, anchor, found, remarks)
        )
        above = self.headings()
        yield f"{_TURN}{above}{call}{_TURN_BACK}" if found.turned else f"{above}{call}"

    def grid(
        self, table: Table, name: str, anchor: str, found: Fit, remarks: tuple[Parts, ...] | None
    ) -> Iterator[str]:
        widths = ", ".join(f"{width}pt" for width in found.columns_pt)
        sides = ", ".join("right" if column.align.value == "number" else "left" for column in table.columns)
        heads = "".join(
            f"    {_divided(_head(column), column.title, width, found.size_pt, bold=True)},\n"
            for column, width in zip(table.columns, found.columns_pt, strict=True)
        )
        below = remarks or ((),) * len(table.rows)
        across = len(table.columns) + (
            remarks is not None
        )  # a last column of no width holds rows and remarks together
        if remarks is not None:
            widths, sides, heads = f"{widths}, 0pt", f"{sides}, left", f"{heads}    [],\n"
        kinds = "".join(
            f"{text(kind)}, "
            for row, remark in zip(table.rows, below, strict=True)
            for kind in (("remarked", "remark") if remark else (row.kind.value,))
        )
        yield (
            f"#grid-table({text(name)}, {text(table.caption)}, {_name(anchor) if anchor else 'none'},\n"
            f"  columns: ({widths},), sides: ({sides},), kinds: ({kinds}), size: {found.size_pt}pt,\n"
            f"  heads: (\n{heads}  ),\n"
        )
        for row, remark in zip(table.rows, below, strict=True):
            if row.kind is RowKind.GROUP:
                name = f"group(at({self.place(row.anchor)}, {self.run(row.cells[0])}))"
                yield f"  table.header(level: 2, table.cell(colspan: {across}, {name})),\n"
                continue
            strong = row.kind is not RowKind.BODY
            cells = [
                _divided(
                    f"strong{self.run(cell)}" if strong else self.run(cell), plain(cell), width, found.size_pt
                )
                for cell, width in zip(row.cells, found.columns_pt, strict=True)
            ]
            if row.anchor:
                number = self.listed.get(row.anchor)
                cells[0] = f"at({self.place(row.anchor)}, row({number or 'none'}) + {cells[0]})"
            if is_tall(row, found):
                cells = [f"table.cell(breakable: true, {cell})" for cell in cells]
            if remarks is not None:
                cells.append(f"together({2 if remark else 1})")
            yield f"  {', '.join(cells)},\n"
            if remark:
                yield f"  table.cell(colspan: {len(table.columns)}, remark({self.run(remark)})),\n"
        yield ")\n"

    def stack(self, table: Table, name: str, anchor: str) -> Iterator[str]:
        """Set each row as a list of its cells, for a table that no page is wide enough for."""
        place = _name(anchor) if anchor else "none"
        yield f"#stacked({text(name)}, {text(table.caption)}, {place}, (\n"
        for row in table.rows:
            if row.kind is RowKind.GROUP:
                yield f"  (group({self.run(row.cells[0])}), {self.place(row.anchor)}, ()),\n"
                continue
            cells = "".join(
                f"({text(column.title)}, {self.run(cell)}), "
                for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
            )
            yield f"  ({self.run(row.cells[0])}, {self.place(row.anchor)}, ({cells})),\n"
        yield "))\n"

    def place(self, name: str) -> str:
        """Return the label of a place, the first time that it is written."""
        if not name or name in self.placed:
            return "none"
        self.placed.add(name)
        return _name(name)

    def run(self, parts: Parts, *, marks: bool = False) -> str:
        """Return a run of words as content; with marks, a number in a sentence bears the mark of its list."""
        return "[" + "".join(f"#{self.inline(part, marks=marks)}" for part in parts if part.text) + "]"

    def inline(self, part: Inline, *, marks: bool) -> str:
        match part:
            case Text():
                return text(part.text) + ";"
            case Strong():
                return f"strong({text(part.text)});"
            case Code():
                return f"key({text(_breakable(part.text))});"
            case Link():
                return f"{self.link(part)};"
            case Number():
                mark = self.book.labels.get(part.origins, "") if marks else ""
                target = self.book.anchors.get(part.origins, "")
                place = _name(target) if target in self.targets else "none"
                return f"num({text(part.text)}, {place}, {text(mark)});"

    def link(self, part: Link) -> str:
        words = text(_breakable(part.text))
        if part.target.startswith("#"):
            name = part.target[1:]
            if self.brief and name in self.listed:
                words = text(str(self.listed[name]))
            return f"inside(label({_name(name)}), {words})" if name in self.targets else words
        if part.target.startswith(("https://", "http://")):
            return f"outside({text(part.target)}, {words})"
        return words


def _beside(table: Table) -> Table:
    """Return the table without the columns whose cells stand below their rows; itself when it has none."""
    kept = [index for index, column in enumerate(table.columns) if not column.below]
    if len(kept) == len(table.columns):
        return table
    rows = tuple(
        row
        if row.kind is RowKind.GROUP
        else dataclasses.replace(row, cells=tuple(row.cells[i] for i in kept))
        for row in table.rows
    )
    return dataclasses.replace(table, columns=tuple(table.columns[index] for index in kept), rows=rows)


def _remark(table: Table, row: Row) -> Parts:
    """Return what stands below a row, empty for a heading and for a row without a remark."""
    if row.kind is RowKind.GROUP:
        return ()
    told = [
        (column.title, cell)
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.below and plain(cell) != NOTHING
    ]
    return told[0][1] if len(told) == 1 else join(*((Text(f"{title}: "), *cell) for title, cell in told))


def _head(column: Column) -> str:
    return f"head({text(column.title)}, {text(column.unit)})"


def _divided(content: str, words: str, width_pt: float, size: float, *, bold: bool = False) -> str:
    """Let the words of a cell be divided when one of them is longer than its column."""
    return f"divided({content})" if must_break(words, width_pt, size, bold=bold) else content


def _breakable(words: str) -> str:
    """Let long keys and addresses break behind a sign instead of running out of their column."""
    return _BREAKS.sub("\u200b", words) if " " not in words else words


def _behind(figure: Figure) -> str:
    return f"numbers of {figure.id}"


def _letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else f"A{index - 25}"
