"""From an Altair chart to a plain SVG, the same bytes every time; axes and labels in one quiet style."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from jiwar.report.palette import GRID, INK, PAPER, QUIET

if TYPE_CHECKING:
    import altair as alt

FONT = "sans-serif"
TEXT_SIZE = 11.5
_SAID = "said: "


def vega_svg(layers: list[alt.Chart], width: int, height: int, padding: dict[str, int]) -> str:
    """Draw layers by vl-convert at a fixed size, without anything that is not data.

    Identifiers are renumbered, since Vega counts them per process.
    """
    import altair as alt
    import vl_convert

    layered: Any = alt.layer(*layers)
    chart = layered.properties(
        width=width - padding["left"] - padding["right"],
        height=height - padding["top"] - padding["bottom"],
        padding=padding,
        autosize={"type": "none"},
        background=PAPER.light,
    )
    plain = chart.configure(font=FONT).configure_view(stroke=None, fill=None)
    svg: str = vl_convert.vegalite_to_svg(json.dumps(plain.to_dict(validate=False)), allowed_base_urls=[])
    return _renumbered(_without_roles(_told(svg)))


def of_rows(rows: list[dict[str, Any]]) -> alt.Chart:
    """Return an empty chart over some rows."""
    import altair as alt

    data: Any = alt.Data
    return alt.Chart(data(values=rows))


def axis(values: dict[float, str], *, years: bool = False) -> alt.Axis:
    """Return a quiet axis with the given texts at the given values; years stand right of their line."""
    import altair as alt

    look: dict[str, Any] = {"domain": False, "ticks": False, "gridColor": GRID.light}
    look |= {"labelColor": QUIET.light, "labelFontSize": TEXT_SIZE, "labelOverlap": False}
    if years:
        look |= {"labelAlign": "left", "labelOffset": 2}
    return alt.Axis(values=list(values), labelExpr=_lookup(values), **look)


def words_at(
    fields: tuple[str, str],
    place: tuple[float, float],
    text: str,
    *,
    shift: tuple[float, float],
    align: str = "left",
    colour: str = INK.light,
    bold: bool = False,
) -> alt.Chart:
    """Return words at a place of the scales, shifted by pixels; a line break makes two lines."""
    across, up = fields
    mark: Any = of_rows([{across: place[0], up: place[1]}])
    written = mark.mark_text(
        align=align,
        baseline="middle",
        dx=shift[0],
        dy=shift[1],
        color=colour,
        fontSize=TEXT_SIZE,
        lineHeight=14,
        fontWeight=600 if bold else 400,
    )
    done: alt.Chart = written.encode(x=f"{across}:Q", y=f"{up}:Q", text={"value": text.split("\n")})
    return done


def told_by_vega(words: str) -> str:
    """Mark words, given as the description of a mark, that a pointer resting on it is to be told."""
    return _SAID + words


def _told(svg: str) -> str:
    """Turn the marked descriptions of shapes into titles, which browsers show."""
    pattern = rf'<path([^>]*?) aria-label="{_SAID}([^"]*)"([^>]*?)(?:/>|></path>)'
    return re.sub(pattern, r"<path\1\3><title>\2</title></path>", svg)


def _lookup(values: dict[float, str]) -> str:
    """Say which text stands at which value; the keys are numbers as JavaScript writes them."""
    table = {_plain_number(value): text for value, text in values.items()}
    return f"({json.dumps(table, ensure_ascii=False)})[datum.value]"


def _plain_number(value: float) -> str:
    written = f"{value:.9f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _without_roles(svg: str) -> str:
    """Take away what Vega tells screen readers in English; the page describes the whole chart."""
    return re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg)


def _renumbered(svg: str) -> str:
    names = dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg))
    for index, name in enumerate(names):
        fresh = f"part-{index}"
        svg = svg.replace(f'id="{name}"', f'id="{fresh}"')
        svg = svg.replace(f"url(#{name})", f"url(#{fresh})").replace(f'href="#{name}"', f'href="#{fresh}"')
    return svg
