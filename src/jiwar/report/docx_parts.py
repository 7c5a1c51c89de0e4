"""The few things that a DOCX file can do and python-docx has no words for, as small functions on its XML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jiwar.report.palette import INK, LINK, QUIET, RULE

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_FONT = "Arial"
_MARGIN_CM = 2.0
_OPEN_GROUND = "FFF2CC"
"""A pale yellow: it stays legible when it is printed in grey."""

_MOST_LETTERS, _LONG_WORD, _SHORT_TEXT = 120, 20, 10
_LETTER, _PADDING = 66_000, 120_000
"""Room for a letter in bold at nine points, and for the air at both sides of a cell, in EMU (360,000 a centimetre)."""


def prepare_styles(file: WordFile, locale: str) -> None:
    """Set fonts, colours, distances and the language of all styles in use."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    styles = file.styles
    normal = styles["Normal"]
    _font(normal, 10, INK.light)
    normal.paragraph_format.space_after = Pt(6)
    _language(styles, locale)
    for name, size, before in (
        ("Title", 20, 0),
        ("Heading 1", 14, 18),
        ("Heading 2", 11.5, 12),
        ("Heading 3", 10.5, 10),
    ):
        _font(styles[name], size, INK.light, bold=True)
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(4)
        styles[name].paragraph_format.keep_with_next = True
    _without_border(styles["Title"])
    _font(styles["Subtitle"], 10, QUIET.light)
    _font(styles["Caption"], 9, QUIET.light)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Caption"].paragraph_format.space_before = Pt(6)
    for name, size, colour, after in (
        ("Jiwar Remark", 9, QUIET.light, 6),
        ("Jiwar Callout", 10.5, INK.light, 3),
        ("Jiwar Cell", 9, INK.light, 2),
        ("Jiwar Gap", 4, INK.light, 0),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, size, colour, bold=name == "Jiwar Callout")
        style.paragraph_format.space_after = Pt(after)
    code = styles.add_style("Jiwar Code", WD_STYLE_TYPE.CHARACTER)
    code.font.name, code.font.size = "Courier New", Pt(8.5)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)


def turn_landscape(file: WordFile) -> None:
    """Lay the pages down."""
    from docx.enum.section import WD_ORIENT

    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def usable_width(file: WordFile) -> Any:
    """Return the width between the margins."""
    section = file.sections[0]
    if section.page_width is None or section.left_margin is None or section.right_margin is None:
        message = "the page has no size: call prepare_styles first"
        raise ValueError(message)
    return section.page_width - section.left_margin - section.right_margin


def column_widths(columns: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """Share a width among columns: each holds its longest word and short texts on one line, long texts get the rest."""
    least, wishes = [], []
    for texts in columns:
        longest = max((len(text) for text in texts), default=0)
        word = max((len(word) for text in texts for word in text.replace("/", " ").split()), default=0)
        letters = max(min(word, _LONG_WORD), min(longest, _SHORT_TEXT))
        least.append(letters * _LETTER + _PADDING)
        wishes.append(min(longest, _MOST_LETTERS) + 1)
    rest = width - sum(least)
    if rest < 0:
        return tuple(width * one // sum(least) for one in least)
    return tuple(one + int(rest * wish / sum(wishes)) for one, wish in zip(least, wishes, strict=True))


def page_footer(file: WordFile, sentence: str, title: str) -> None:
    """Number the pages; ``sentence`` has the places ``{page}`` and ``{pages}``, the title stands at the other side."""
    from docx.enum.text import WD_TAB_ALIGNMENT

    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.style = file.styles["Jiwar Remark"]
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(usable_width(file), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{title.split(':', maxsplit=1)[0]}\t")
    before, _, rest = sentence.partition("{page}")
    between, _, after = rest.partition("{pages}")
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def header_row(row: Any) -> None:
    """Let a row stand again at the top of every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the XML is what is set
    keep_row_whole(row)
    for cell in row.cells:
        shade(cell, RULE.light)


def keep_row_whole(row: Any) -> None:
    """Do not tear a row over two pages."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - the XML is what is set


def shade(cell: Any, colour: str) -> None:
    """Give a cell a ground."""
    cell._tc.get_or_add_tcPr().append(_shading(colour))  # noqa: SLF001 - the XML is what is set


def mark_open(run: Any) -> None:
    """Set words on the ground of open answers."""
    run._r.get_or_add_rPr().append(_shading(_OPEN_GROUND))  # noqa: SLF001 - the XML is what is set


def set_widths(table: Any, widths: Sequence[int]) -> None:
    """Set the widths of the columns of a table: in its grid and in every cell, since programs read one or the other."""
    from docx.shared import Emu

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}  # noqa: SLF001 - a merged cell stands once per column
        if len(cells) == 1:
            row.cells[0].width = Emu(sum(widths))
            continue
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)


def plain_borders(table: Any) -> None:
    """Rule a table with fine lines between its rows and give its cells air."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (
            ("val", "single"),
            ("sz", "4"),
            ("space", "0"),
            ("color", RULE.light[1:].upper()),
        ):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    _into_properties(table, borders)
    cell_margins(table, "50", "80")


def cell_margins(table: Any, upright: str, sideways: str) -> None:
    """Give the cells of a table air: above and below, and at the sides, in twentieths of a point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", upright), ("left", sideways), ("bottom", upright), ("right", sideways)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), width)
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    _into_properties(table, margins)


def _into_properties(table: Any, element: Any) -> None:
    """Word wants the properties of a table in their order: these two stand before the look."""
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr  # noqa: SLF001 - the XML is what is set
    look = properties.find(qn("w:tblLook"))
    properties.insert(len(properties) if look is None else properties.index(look), element)


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Name a place to which links can lead."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.append(start)  # noqa: SLF001 - the XML is what is set
    paragraph._p.append(end)  # noqa: SLF001 - the XML is what is set


def internal_link(paragraph: Any, text: str, name: str, colour: str) -> None:
    """Write words that lead to a bookmark; without a name they are plain words."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    if not name:
        return
    run.font.color.rgb = _colour(colour)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    paragraph._p.append(link)  # noqa: SLF001 - the XML is what is set
    link.append(run._r)  # noqa: SLF001 - the XML is what is set


def external_link(paragraph: Any, text: str, address: str) -> None:
    """Write words that lead to an address on the web."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    run.font.color.rgb = _colour(LINK.light)
    run.font.underline = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)  # noqa: SLF001 - the XML is what is set
    link.append(run._r)  # noqa: SLF001 - the XML is what is set


def _font(style: Any, size: float, colour: str, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = _colour(colour)
    style.font.bold, style.font.italic = bold, False
    properties = style.element.get_or_add_rPr()
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)  # the template spreads the letters of titles
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme would win over the name
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _language(styles: Any, locale: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
    normal = styles["Normal"].element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), locale)
    normal.append(spoken)


def _without_border(style: Any) -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _shading(colour: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour.removeprefix("#").upper())
    return shading


def _field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001 - the XML is what is set
    paragraph._p.append(field)  # noqa: SLF001 - the XML is what is set


def _colour(value: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(value.removeprefix("#").upper())
