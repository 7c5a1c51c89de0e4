"""Colours can be read by everybody, on paper and in the dark."""

from __future__ import annotations

import itertools

import pytest

from jiwar.report import palette
from jiwar.report.palette import COLOURS, GRADES, SITES, Colour, contrast

TEXT = (palette.INK, palette.QUIET, palette.LINK, palette.YES, palette.STOP, palette.WAIT)
FILLED = (palette.HOME, *SITES)


def both(first: Colour, second: Colour) -> float:
    """The weaker contrast of the two themes."""
    return min(contrast(first.light, second.light), contrast(first.dark, second.dark))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == 1.0


@pytest.mark.parametrize("colour", TEXT, ids=lambda colour: colour.name)
def test_words_stand_out_from_paper_and_wash(colour: Colour) -> None:
    assert both(colour, palette.PAPER) >= 4.5
    assert both(colour, palette.WASH) >= 4.5


@pytest.mark.parametrize("colour", FILLED, ids=lambda colour: colour.name)
def test_words_on_filled_bars_and_in_site_colours_can_be_read(colour: Colour) -> None:
    assert both(palette.ON_FILL, colour) >= 4.5
    assert both(colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("colour", [palette.MORE, palette.LESS], ids=lambda colour: colour.name)
def test_bars_stand_out_from_paper(colour: Colour) -> None:
    assert both(colour, palette.PAPER) >= 3.0


def test_grades_stand_out_from_the_bar_behind_them_or_are_named_beside_it() -> None:
    for better, worse in itertools.pairwise(GRADES[:4]):
        assert contrast(better.light, palette.PAPER.light) > contrast(worse.light, palette.PAPER.light)


def test_every_light_value_is_used_once_so_that_drawings_can_be_recoloured() -> None:
    values = [colour.light for colour in COLOURS]
    assert len(set(values)) == len(values)
    assert len({colour.name for colour in COLOURS}) == len(COLOURS)


def test_drawings_follow_the_theme() -> None:
    drawn = palette.follow_theme(f'<rect fill="{palette.HOME.light}" stroke="{palette.INK.light}"/>')
    assert drawn == '<rect fill="var(--home)" stroke="var(--ink)"/>'
