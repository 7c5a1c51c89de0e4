"""The few SVG shapes that hand-drawn charts are made of."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from jiwar.report.charts import letters
from jiwar.report.palette import INK, PAPER

FONT = "sans-serif"
TEXT_SIZE = 12.0
LINE_HEIGHT = 1.2
Point = tuple[float, float]


def drawing(width: float, height: float, shapes: list[str]) -> str:
    """Return a standalone SVG of shapes."""
    box = f"0 0 {_n(width)} {_n(height)}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}" viewBox="{box}" '
        f'font-family="{FONT}" font-size="{_n(TEXT_SIZE)}">'
    )
    return head + "".join(shapes) + "</svg>"


def bar(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    *,
    stroke: str | None = None,
) -> str:
    """Return a rectangle; with a stroke, its outline is drawn inside its box."""
    if stroke is None:
        return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"/>'
    return (
        f'<rect x="{_n(x + 0.5)}" y="{_n(y + 0.5)}" width="{_n(max(width - 1, 0))}" '
        f'height="{_n(max(height - 1, 0))}" fill="{fill}" stroke="{stroke}" stroke-width="1"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, *, width: float = 1.0) -> str:
    """Return a straight line."""
    ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{_n(width)}"/>'


def label(
    x: float,
    y: float,
    text: str,
    *,
    fill: str = INK.light,
    anchor: str = "start",
    size: float = TEXT_SIZE,
    bold: bool = False,
    halo: bool = False,
) -> str:
    """Return one line of text; ``y`` is its baseline; a halo of paper keeps it readable on other shapes."""
    weight = ' font-weight="600"' if bold else ""
    if halo:
        weight += f' paint-order="stroke" stroke="{PAPER.light}" stroke-width="3.5" stroke-linejoin="round"'
    sized = "" if size == TEXT_SIZE else f' font-size="{_n(size)}"'
    anchored = "" if anchor == "start" else f" text-anchor={quoteattr(anchor)}"
    place = f'x="{_n(x)}" y="{_n(y)}"'
    return f'<text {place}{anchored}{sized}{weight} fill="{fill}">{escape(text)}</text>'


def text_width(text: str, size: float = TEXT_SIZE, *, bold: bool = False) -> float:
    """Return about how wide a line of text is, in pixels."""
    return letters.text_width(text, size, bold=bold)


def shortened(text: str, width: float, size: float = TEXT_SIZE, *, bold: bool = False) -> str:
    """Return a text that fits a width, cut with an ellipsis when it must be."""
    return letters.shortened(text, width, size, bold=bold)


def path(
    points: list[Point], stroke: str, *, width: float = 2.0, dash: str = "", opacity: float = 1.0
) -> str:
    """Return a line through points."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    faint = "" if opacity == 1.0 else f' stroke-opacity="{_n(opacity)}"'
    place = f'd="M{_through(points)}" fill="none" stroke="{stroke}"'
    return f'<path {place} stroke-width="{_n(width)}" stroke-linejoin="round"{dashed}{faint}/>'


def area(points: list[Point], fill: str, opacity: float) -> str:
    """Return a tinted area whose edge leads through points."""
    return f'<path d="M{_through(points)}Z" fill="{fill}" fill-opacity="{_n(opacity)}"/>'


def dot(x: float, y: float, radius: float, fill: str, *, stroke: str | None = None) -> str:
    """Return a filled circle, with an edge when it lies on other shapes."""
    edge = "" if stroke is None else f' stroke="{stroke}" stroke-width="1.5"'
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"{edge}/>'


def told(shapes: list[str], words: str) -> str:
    """Return shapes that tell these words to a pointer that rests on them."""
    return f"<g><title>{escape(words)}</title>{''.join(shapes)}</g>"


def spot(x: float, y: float, words: str, *, radius: float = 8.0) -> str:
    """Return an unseen place that tells words to a pointer that rests on it."""
    return told([dot(x, y, radius, "transparent")], words)


def series(shapes: list[str], name: str, colour: str) -> str:
    """Return the shapes of one series, which a page lets its reader switch off by the name."""
    return f'<g class="series" data-name={quoteattr(name)} data-colour="{colour}">{"".join(shapes)}</g>'


def lines_of_text(
    x: float,
    y: float,
    lines: tuple[str, ...],
    *,
    fill: str = INK.light,
    anchor: str = "start",
    size: float = TEXT_SIZE,
    bold: bool = False,
    halo: bool = False,
) -> list[str]:
    """Return lines of text below each other; ``y`` is the middle of the whole block."""
    pitch = size * LINE_HEIGHT
    first = y - pitch * (len(lines) - 1) / 2 + size * 0.36
    return [
        label(x, first + index * pitch, text, fill=fill, anchor=anchor, size=size, bold=bold, halo=halo)
        for index, text in enumerate(lines)
    ]


def _through(points: list[Point]) -> str:
    return "L".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
