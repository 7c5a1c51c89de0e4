"""Pilots and waiting as the paper tells them."""

from __future__ import annotations

import pytest

from jiwar.periods import Month
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.blocks import BulletList, Paragraph
from jiwar.report.further import Course, InScenarios, Knowing, LaterDecision, Pilot, Shown
from jiwar.report.sections.pilots import in_scenarios, knowing, later_decision, pilots
from jiwar.report.texts import Texts

GATE = Month(2028, 1)
GROUND = (Origin(OriginKind.METHOD, "pilots"),)


def _said(block: object) -> str:
    parts = (
        block.items[0]
        if isinstance(block, BulletList)
        else block.parts
        if isinstance(block, Paragraph)
        else ()
    )
    return "".join(getattr(part, "text", "") for part in parts)


def test_a_pilot_is_told_with_its_courses_and_signs() -> None:
    shown = Shown("Wage growth (Morocco)", "percent", Amount(3.0, GROUND), Amount(5.5, GROUND))
    pilot = Pilot(
        *("Test automation", "Rabat", Month(2027, 4), Amount(0.5, GROUND), Amount(1.0, GROUND)),
        (Course(GATE, Month(2028, 4), 120),),
        50,
        30,
        200,
        (shown,),
    )
    listed, note = pilots((pilot,), Texts())
    said = _said(listed)
    for part in (
        "pilot of",
        "in 120 it grows to",
        "; in 50 it stays as it is; ",
        "in 30 the work goes home. What shows it",
        "Wage growth",
    ):
        assert part in said
    assert "as it begins" in _said(note)
    assert list(pilots((), Texts())) == []


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (-900e3, -500e3, "waiting does not pay"),
        (None, 500e3, "at most"),
        (100e3, 500e3, "wait."),
        (-100e3, 500e3, "worth more than the delay"),
    ],
)
def test_waiting_is_told_as_it_comes_out(least: float | None, most: float, words: str) -> None:
    amount = None if least is None else Amount(least, GROUND)
    told = later_decision(LaterDecision(GATE, amount, Amount(most, GROUND)), Texts())
    assert words in _said(told)


@pytest.mark.parametrize(
    ("staying", "words"),
    [
        (None, "rule staying out"),
        (21.6e6, "EUR\u00a01.30\u00a0million more"),
        (20.0e6, "EUR\u00a0300,000 less"),
    ],
)
def test_staying_in_the_same_scenarios_is_told(staying: float | None, words: str) -> None:
    amount = None if staying is None else Amount(staying, GROUND)
    told = _said(in_scenarios(InScenarios(200, Amount(20.3e6, GROUND), amount), Texts()))
    assert told.startswith("In the 200 scenarios")
    assert words in told


@pytest.mark.parametrize(
    ("extra", "words"),
    [(None, "no plan in some"), (-2e3, "no more than this one"), (120e3, "would cost EUR\u00a0120,000 more")],
)
def test_what_knowing_more_is_worth_is_told_as_it_comes_out(extra: float | None, words: str) -> None:
    amount = None if extra is None else Amount(extra, GROUND)
    told = _said(knowing(Knowing(Amount(600e3, GROUND), amount), Texts()))
    assert "worth EUR\u00a0600,000 in the mean at most" in told
    assert words in told
