"""One self-contained HTML file: semantic, printable, good on a phone and in the dark."""

from __future__ import annotations

import base64
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from jiwar.report.blocks import (
    Align,
    Column,
    DefinitionList,
    Document,
    Figure,
    Number,
    Parts,
    Row,
    RowKind,
    Table,
)
from jiwar.report.drawn import drawn
from jiwar.report.numbering import numbering
from jiwar.report.palette import css_variables, follow_theme
from jiwar.report.texts import NOTHING, Texts, words

if TYPE_CHECKING:
    from jinja2 import Environment

WIDE = 760
NARROW = 344
"""Widths in pixels at which charts are drawn: for a page, and for a phone."""
_SHORT, _LONG, _MANY = 4, 56, 8
"""Letters up to which a cell needs no width of its own, and from which it needs all the width of a phone; from how
many columns of words a table is set across a sheet of its own in print."""


def to_html(document: Document, texts: Texts) -> str:
    """Return the document as one HTML file without any outside reference that a browser would load."""
    template = _environment().get_template("report.html.j2")

    def target(number: Number) -> str:
        return f"#{document.anchors[number.origins]}"

    def mark(number: Number) -> str:
        return document.labels.get(number.origins, "")

    return template.render(
        document=document,
        t=texts,
        number=numbering(document).of,
        logo=_logo(document.logo),
        target=target,
        mark=mark,
        drawings=drawings,
        style=_style(),
        script=Markup(_file("report.js")),  # noqa: S704 - our own file, shipped with the package
    )


def _logo(logo: bytes | None) -> str:
    """Return the logo as an address that holds it whole; shown as an image, it runs no script."""
    if not logo:
        return ""
    kind = "png" if logo.startswith(b"\x89PNG") else "svg+xml"
    return f"data:image/{kind};base64,{base64.b64encode(logo).decode()}"


def drawings(figure: Figure) -> tuple[tuple[str, Markup], ...]:
    """Draw a figure for wide and for narrow screens; only one of the two is ever shown."""
    found = (("wide", drawn(figure.chart, WIDE)), ("narrow", drawn(figure.chart, NARROW)))
    return tuple((name, _inline(svg, f"{figure.id}-{name}")) for name, svg in found)


def _inline(svg: str, prefix: str) -> Markup:
    """Make a drawing part of the page: own identifiers, colours of the theme, no fixed size."""
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", svg)
    svg = re.sub(r'(<svg\b[^>]*?) width="[^"]+" height="[^"]+"', r"\1", svg, count=1)
    svg = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return Markup(follow_theme(svg))  # noqa: S704 - drawings escape their texts themselves


@cache
def _style() -> Markup:
    light, dark = css_variables(dark=False), css_variables(dark=True)
    root = f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return Markup(root + _file("report.css"))  # noqa: S704 - our own file and palette


def _breakable(text: str) -> Markup:
    """Let long keys and addresses break behind a slash instead of pushing the page apart."""
    return Markup("/<wbr>").join(escape(text).split("/"))


def _safe_link(target: str) -> str:
    """Return an address inside the paper or on the web; anything else, such as a script, leads nowhere."""
    return target if target.startswith(("#", "https://", "http://")) else "#sources"


def _remarks(table: Table, row: Row) -> tuple[tuple[Column, Parts], ...]:
    """Return what stands below a row, with the columns that name it."""
    if row.kind is RowKind.GROUP:
        return ()
    pairs = zip(table.columns, row.cells, strict=True)
    return tuple((column, cell) for column, cell in pairs if column.below and cell != words(NOTHING))


def _begins_short(block: Table | DefinitionList) -> bool:
    """Say whether what stands first in each row is no longer than a number, so that it needs no width of its own."""
    if isinstance(block, Table):
        first = [row.cells[0] for row in block.rows if row.kind is not RowKind.GROUP]
    else:
        first = [item.term for item in block.items]
    return all(_length(parts) <= _SHORT for parts in first)


def _is_wide(table: Table) -> bool:
    """Say whether print turns the sheet for a table."""
    told = [column for column in table.columns if column.align is Align.TEXT and not column.below]
    return table.wide or len(told) >= _MANY


def _length(parts: Parts) -> int:
    return sum(len(part.text) for part in parts)


def _file(name: str) -> str:
    return (resources.files("jiwar.report") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("jiwar.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shape"] = lambda block: type(block).__name__
    environment.filters["breakable"] = _breakable
    environment.filters["safe_link"] = _safe_link
    environment.filters["remarks"] = _remarks
    environment.filters["is_wide"] = _is_wide
    environment.filters["is_long"] = lambda cell: _length(cell) >= _LONG
    environment.filters["begins_short"] = _begins_short
    environment.filters["is_empty"] = lambda cell: cell == words(NOTHING)
    return environment
