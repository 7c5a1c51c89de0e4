"""The shares of the spread are shown only where their estimates do not contradict each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from jiwar.report.amount import Amount
from jiwar.report.blocks import Block, Note, Number, Table
from jiwar.report.judgement import Influenced
from jiwar.report.judgement_of_plan import DRAWS
from jiwar.report.sections.reverse import reverse
from jiwar.report.texts import texts_for


def told(shipped: Callable[[str], Any], *shares: tuple[float, float]) -> Block:
    """The last block of the section when groups explain these shares, alone and together."""
    context = shipped("brake-validation").context("en")
    influences = tuple(
        Influenced(f"group {index}", Amount(alone, DRAWS), Amount(together, DRAWS))
        for index, (alone, together) in enumerate(shares)
    )
    judged = dataclasses.replace(context.judged, influences=influences)
    changed = dataclasses.replace(context.uncertainty, judged=judged)
    return reverse(dataclasses.replace(context, uncertainty=changed), texts_for("en")).blocks[-1]


@pytest.mark.parametrize("shares", [((0.6, 0.4), (0.2, 0.4)), ((0.7, 0.7), (0.6, 0.6)), ((0.1, 0.05),)])
def test_contradicting_estimates_are_left_out_and_the_paper_says_why(
    shipped: Callable[[str], Any], shares: tuple[tuple[float, float], ...]
) -> None:
    block = told(shipped, *shares)
    assert isinstance(block, Note)
    assert "512 points" in "".join(part.text for part in block.parts)


def test_no_group_explains_less_together_than_alone(shipped: Callable[[str], Any]) -> None:
    block = told(shipped, (0.42, 0.41), (0.5, 0.55))
    assert isinstance(block, Table)
    shown = [
        [part.value for cell in row.cells for part in cell if isinstance(part, Number)] for row in block.rows
    ]
    assert shown == [[0.42, 0.42], [0.5, 0.55]]
