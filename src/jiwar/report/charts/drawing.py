"""The few SVG shapes that hand-drawn charts are made of."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from jiwar.report.palette import INK

FONT = "sans-serif"
TEXT_SIZE = 12.0
_MEAN_LETTER = 0.56  # width of a letter over the size of a plain sans-serif, measured on running text


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
) -> str:
    """Return one line of text; ``y`` is its baseline."""
    weight = ' font-weight="600"' if bold else ""
    sized = "" if size == TEXT_SIZE else f' font-size="{_n(size)}"'
    anchored = "" if anchor == "start" else f" text-anchor={quoteattr(anchor)}"
    place = f'x="{_n(x)}" y="{_n(y)}"'
    return f'<text {place}{anchored}{sized}{weight} fill="{fill}">{escape(text)}</text>'


def text_width(text: str, size: float = TEXT_SIZE) -> float:
    """Return about how wide a line of text is, in pixels."""
    return len(text) * size * _MEAN_LETTER


def shortened(text: str, width: float, size: float = TEXT_SIZE) -> str:
    """Return a text that fits a width, cut with an ellipsis when it must be."""
    room = int(width / (size * _MEAN_LETTER))
    return text if len(text) <= room else text[: max(room - 1, 1)].rstrip() + "…"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
