"""From the document tree to the source of a Typst document: calls of the functions of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    Code,
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
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.drawn import drawn
from jiwar.report.numbering import Numbering, numbering
from jiwar.report.texts import Texts
from jiwar.report.typst_below import gathered, remark_place, set_small, set_table
from jiwar.report.typst_columns import plain
from jiwar.report.typst_table import table_source
from jiwar.report.typst_words import breakable, name_of, set_well, text

CHART_PX = 760
"""Width at which charts are drawn: the same drawing as on a wide screen."""

_TURN, _TURN_BACK = "#turned[\n", "] // turned\n"
_TWO, _TWO_BACK = "#two-columns[\n", "] // two columns\n"
_FEW_ITEMS = 5  # a list of as many stands on one page
_SHORT_TERM = 5
_RUN = 3  # rows that follow each other from which they are a range
_FONT = "Source Sans Pro"


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
    body = "".join(writer.document())
    for end, start in ((_TURN_BACK, _TURN), (_TWO_BACK, _TWO)):  # neighbours share turned pages and columns
        body = body.replace(end + start, "")
    return f'#import "paper.typ": *\n#show: paper.with(\n{opening})\n{body}'


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
    """Number the rows behind the decision that have a place and a key, over all tables."""
    rows = (
        row.anchor
        for section in document.sections
        if section.appendix
        for block in _deep(section.blocks)
        if isinstance(block, Table)
        for row in block.rows
        if row.anchor and any(isinstance(part, Code) for part in row.cells[0])
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
    remarked: set[str] = field(default_factory=set)

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
        if not isinstance(block, Heading | Table | DefinitionList):
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
                call = f"{'enum' if block.numbered else 'list'}({items})"
                yield f"#together-list({call})\n" if len(block.items) <= _FEW_ITEMS else f"#{call}\n"
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
            f"link(label({name_of(own)}), {text(self.texts('The numbers of this figure'))})"
            if own
            else "none"
        )
        yield (
            f"#drawing({text(name)}, {text(figure.title)}, {self.place(figure.id)}, {text(figure.alt)},\n"
            f"  {text(drawing)}, {self.run(figure.note)}, {more})\n"
        )
        if figure.table_open:
            yield from self.table(figure.table, name, "")

    def definitions(self, block: DefinitionList) -> str:
        if block.style is DefinitionStyle.KEY_FIGURES:
            return f"{self.headings()}#figures((\n{self.items(block)}))\n"
        longest = max((len(plain(item.term)) for item in block.items), default=0)
        self.brief = longest <= _SHORT_TERM
        items = self.items(block)
        told = self.texts("A number in these lists is that of a row in the tables of facts.")
        note = f"#note({text(told)})\n" if self.brief and "inside(" in items else ""
        keyed = all(isinstance(part, Code) for item in block.items for part in item.term)
        form = "looked-up" if self.brief else "keyed" if keyed else "definitions"
        self.brief = False
        call = f"#{form}((\n{items}))\n"
        return f"{self.headings()}{call}" if form == "definitions" else self.in_columns(note, call)

    def in_columns(self, note: str, call: str) -> str:
        """Set a list in two columns, which it shares with lists before and after it; a section begins above them."""
        above = self.headings()
        if "#section(" in above or note:
            above, note = "", f"{above}{note}"
        return f"{note}{_TWO}{above}{call}{_TWO_BACK}"

    def items(self, block: DefinitionList) -> str:
        return "".join(
            f"  ({self.run(item.term)}, {self.run(self.ranged(item.meaning))}, {self.place(item.anchor)}),\n"
            for item in block.items
        )

    def ranged(self, parts: Parts) -> Parts:
        """In a brief list, write rows that follow each other as a range: 3–5."""
        if not self.brief:
            return parts
        found: list[Inline] = []
        for part in parts:
            found.append(part)
            rows = [self.row_of(one) for one in found[-5::2]]
            if len(rows) == _RUN and rows[0] and rows == list(range(rows[0], rows[0] + _RUN)):
                found[-4:] = [Text("–"), part]
            elif len(found) > _RUN and found[-4] == Text("–") and rows[-2:] == [rows[-2], rows[-2] + 1]:
                found[-3:] = [part]
        return tuple(found)

    def row_of(self, part: Inline) -> int:
        """Return the number of the row that a link leads to; 0 when it leads to none."""
        return self.listed.get(part.target[1:], 0) if isinstance(part, Link) else 0

    def table(self, table: Table, name: str, anchor: str) -> Iterator[str]:
        table, remarks = gathered(table, self.texts("Remarks"), len(self.remarked))
        self.remarked.update(map(remark_place, remarks.values()))
        turns = not self.boxed
        settings = set_small(table, self.texts) if remarks else set_table(table, self.texts, may_turn=turns)
        for number, setting in enumerate(settings):
            named = self.texts("{name}, continued", name=name) if number else name
            call = "".join(table_source(setting, named, "" if number else anchor, self))
            above = self.headings()
            turned = setting.fit.turned
            yield f"{_TURN}{above}{call}{_TURN_BACK}" if turned else f"{above}{call}"
        if remarks:
            told = "".join(
                f"  ({text(str(number))}, {text(set_well(remark))}, {name_of(remark_place(number))}),\n"
                for remark, number in remarks.items()
            )
            title = text(self.texts("Remarks, by their numbers in the table."))
            yield f"{_TWO}#remarks({title}, (\n{told}))\n{_TWO_BACK}"

    def place(self, name: str) -> str:
        """Return the label of a place, the first time that it is written."""
        if not name or name in self.placed:
            return "none"
        self.placed.add(name)
        return name_of(name)

    def run(self, parts: Parts, *, marks: bool = False) -> str:
        """Return a run of words as content; with marks, a number in a sentence bears the mark of its list."""
        return "[" + "".join(f"#{self.inline(part, marks=marks)}" for part in parts if part.text) + "]"

    def inline(self, part: Inline, *, marks: bool) -> str:
        match part:
            case Text():
                return text(set_well(part.text)) + ";"
            case Strong():
                return f"strong({text(set_well(part.text))});"
            case Code():
                return f"key({text(breakable(part.text))});"
            case Link():
                return f"{self.link(part)};"
            case Number():
                mark = self.book.labels.get(part.origins, "") if marks else ""
                target = self.book.anchors.get(part.origins, "")
                place = name_of(target) if target in self.targets else "none"
                return f"num({text(part.text)}, {place}, {text(mark)});"

    def link(self, part: Link) -> str:
        words = text(breakable(part.text))
        if part.target.startswith("#"):
            name = part.target[1:]
            if self.brief and name in self.listed:
                words = text(str(self.listed[name]))
            known = name in self.targets or name in self.remarked
            return f"inside(label({name_of(name)}), {words})" if known else words
        if part.target.startswith(("https://", "http://")):
            return f"outside({text(part.target)}, {words})"
        return words


def _behind(figure: Figure) -> str:
    return f"numbers of {figure.id}"


def _letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else f"A{index - 25}"
