"""How much room words take in a plain sans-serif, without a browser or a font file to ask."""

from __future__ import annotations

_UNITS = {
    222: "ijl'’‘|ìíîïł",
    278: "ftI.,:;/!\\ [] \u202fÍÎ",
    333: 'r()-`„“”"°‑*{}ř',
    500: "ckszvxyJçýÿß",
    556: "abdeghnopquL0123456789#$_?€–+<>=~−≥≤≈",
    611: "FTZ",
    667: "ABEKPSVXYÄÀÁÂÉÈÊËŞ&",
    722: "CDHNRUwÜÙÚÛÇ",
    778: "GOQÖÓÔ",
    833: "mM",
    900: "%→←↑↓",
    1000: "W…@—œæ■▲",
}
_WIDTHS = {letter: units / 1000 for units, letters in _UNITS.items() for letter in letters}
_OTHER = 0.6
_ARABIC_AND_BEYOND = 0.9
_BOLD = 1.07
_MARGIN = 1.03  # fonts of other systems are a little wider than the one whose widths these are


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a line of text is, in the unit of its size; rather too wide than too narrow."""
    ems = sum(_WIDTHS.get(letter, _OTHER if letter < "\u0250" else _ARABIC_AND_BEYOND) for letter in text)
    return ems * size * _MARGIN * (_BOLD if bold else 1.0)


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return a text that fits a width, cut with an ellipsis when it must be."""
    if text_width(text, size, bold=bold) <= width:
        return text
    for end in range(len(text) - 1, 1, -1):
        cut = text[: end - 1].rstrip() + "…"
        if text_width(cut, size, bold=bold) <= width:
            return cut
    return text[:1]


def wrapped(text: str, width: float, size: float, *, lines: int = 2, bold: bool = False) -> tuple[str, ...]:
    """Break a text at its spaces into at most some lines that fit a width; a last line too long is cut."""
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and text_width(longer, size, bold=bold) <= width:
            found[-1] = longer
        elif found and len(found) == lines:
            found[-1] = longer  # cut below
        else:
            found.append(word)
    return tuple(shortened(line, width, size, bold=bold) for line in found)


def spread(
    wanted: tuple[float, ...], heights: tuple[float, ...], low: float, high: float
) -> tuple[float, ...]:
    """Push the middles of labels apart until none overlaps the next, as near as may be to where they belong.

    ``wanted`` and the result are middles in the same order; labels stay between ``low`` and ``high`` when there
    is room for all of them.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    tops: list[float] = []
    edge = low
    for index in order:
        top = max(wanted[index] - heights[index] / 2, edge)
        tops.append(top)
        edge = top + heights[index]
    edge = max(high, low + sum(heights))
    for place in range(len(order) - 1, -1, -1):
        tops[place] = min(tops[place], edge - heights[order[place]])
        edge = tops[place]
    found = [0.0] * len(wanted)
    for index, top in zip(order, tops, strict=True):
        found[index] = top + heights[index] / 2
    return tuple(found)
