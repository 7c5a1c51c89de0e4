"""The colours of the paper, light and dark, and the contrast between two of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """One role of colour with its value on paper and on a dark screen."""

    name: str
    light: str
    dark: str


PAPER = Colour("paper", "#ffffff", "#14181d")
WASH = Colour("wash", "#f4f5f3", "#1d2329")
INK = Colour("ink", "#1c2126", "#e6e8ea")
QUIET = Colour("quiet", "#586069", "#a3abb4")
RULE = Colour("rule", "#d4d8dc", "#3a424b")
GRID = Colour("grid", "#e7e9eb", "#2a3138")
LINK = Colour("link", "#0b5c7a", "#7cc4e0")
HOME = Colour("home", "#66727e", "#8f9ba8")
MORE = Colour("more", "#b5531c", "#e38b57")
LESS = Colour("less", "#14708f", "#4aa6c6")
YES = Colour("yes", "#1f6b4a", "#6fc29b")
STOP = Colour("stop", "#a3312b", "#ee8a80")
WAIT = Colour("wait", "#805500", "#d9ae52")
ON_FILL = Colour("on-fill", "#fffffe", "#101418")

SITES: tuple[Colour, ...] = (
    Colour("site-1", "#0f6e78", "#48b3bd"),
    Colour("site-2", "#a4650a", "#dda24a"),
    Colour("site-3", "#6a4fa3", "#a78ee0"),
    Colour("site-4", "#a33b6f", "#e088b1"),
    Colour("site-5", "#3f6f2a", "#8fbf73"),
)
"""Colours of sites away from home, in the order in which a plan opens them; also told apart by label."""

GRADES: tuple[Colour, ...] = (
    Colour("grade-0", "#123f52", "#cfe6f0"),
    Colour("grade-1", "#1f6480", "#9ccbde"),
    Colour("grade-2", "#4b8ba6", "#6aa9c3"),
    Colour("grade-3", "#8fb3c2", "#47839c"),
    Colour("grade-4", "#d9a86a", "#a0723a"),
    Colour("grade-5", "#b5531d", "#e38b58"),
)
"""From the best grade of a source to the weakest: dark to pale blue, then warm where trust ends."""

COLOURS: tuple[Colour, ...] = (
    *(PAPER, WASH, INK, QUIET, RULE, GRID, LINK, HOME, MORE, LESS, YES, STOP, WAIT, ON_FILL),
    *SITES,
    *GRADES,
)
"""Every colour; each light value is used once, so that a drawing can be recoloured by its values."""


def site_colour(position: int) -> Colour:
    """Return the colour of the site at a position: 0 is home, then the sites away from home."""
    return HOME if position == 0 else SITES[(position - 1) % len(SITES)]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours such as ``#1c2126``, between 1 and 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def css_variables(*, dark: bool) -> str:
    """Return the palette as declarations of CSS variables."""
    return "".join(f"--{colour.name}:{colour.dark if dark else colour.light};" for colour in COLOURS)


def follow_theme(svg: str) -> str:
    """Replace the light values in a drawing by variables, so that it follows the theme of the page."""
    for colour in COLOURS:
        svg = svg.replace(colour.light, f"var(--{colour.name})")
    return svg
