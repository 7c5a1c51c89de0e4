"""The decision is willing to say no and not yet, and says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jiwar.provenance import Origin, OriginKind
from jiwar.report import ReportContext, Uncertainty
from jiwar.report.amount import Amount
from jiwar.report.answer import AnswerKind, answer, relative_saving
from jiwar.report.blocks import Callout, CalloutKind, Number, Paragraph, Parts
from jiwar.report.sections.decision import decision
from jiwar.report.texts import texts_for

Run = Callable[..., ReportContext]
GROUND = (Origin(OriginKind.METHOD, "plan"),)


def said(parts: Parts) -> str:
    return "".join(part.text for part in parts).replace("\u00a0", " ")


def callouts(context: ReportContext) -> list[Callout]:
    return [block for block in decision(context, texts_for("en")).blocks if isinstance(block, Callout)]


def sentences(context: ReportContext) -> str:
    first = callouts(context)[0].blocks[0]
    assert isinstance(first, Paragraph)
    return said(first.parts)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, AnswerKind.MOVE_PART),
        ({"factor": 1.05}, AnswerKind.TOO_SMALL),
        ({"factor": 1.2}, AnswerKind.DEARER),
        ({"moves": False}, AnswerKind.STAY_FOR_LAW),
        ({"moves": False, "blocked": ()}, AnswerKind.STAY),
    ],
)
def test_the_answer_follows_the_plan(run: Run, changes: dict[str, Any], kind: AnswerKind) -> None:
    assert answer(run(**changes)).kind is kind


def test_a_plan_that_moves_everything_movable_is_a_plain_yes(run: Run) -> None:
    context = run()
    moved = tuple(package for package in context.packages if not package.choice.stays or not package.movable)
    assert answer(run(packages=moved)).kind is AnswerKind.MOVE_ALL


def test_moving_part_names_what_moves_and_what_stays(run: Run) -> None:
    text = sentences(run())
    assert "Move Test automation to Casablanca (service provider) from July 2027" in text
    assert "keep Bench operation and Safety case in Stuttgart" in text
    assert text.count("EUR") >= 3


def test_open_questions_of_law_stand_in_the_answer_itself(run: Run) -> None:
    import dataclasses

    clean = run()
    assert callouts(clean)[0].title == "Yes, for part of the work."
    open_law = tuple(dataclasses.replace(law, verdict="manual_review") for law in clean.law[:1])
    context = run(law=open_law)
    assert "once open questions of law are answered" in callouts(context)[0].title
    warning = next(one for one in callouts(context) if one.title == "Law leaves questions open")
    assert "Test automation" in str(warning.blocks)
    assert "Data evaluation" not in str(warning.blocks)


def test_staying_says_what_the_nearest_move_would_cost_more(run: Run) -> None:
    context = run(moves=False, blocked=())
    assert callouts(context)[0].kind is CalloutKind.NO
    assert "Keep all 4 work packages in Stuttgart." in sentences(context)
    assert "EUR 140,000 more than staying" in sentences(context)


def test_blocked_savings_make_a_not_yet_with_the_change_that_would_help(run: Run) -> None:
    context = run(moves=False)
    assert callouts(context)[0].kind is CalloutKind.NOT_YET
    assert "Data evaluation in Tunis (employer of record) would save EUR 310,000" in sentences(context)
    assert "pass the transfer impact assessment" in sentences(context)


def test_when_every_move_is_blocked_the_answer_is_not_yet(run: Run) -> None:
    context = run(moves=False, nearest_move=None)
    hopeless = tuple(group for group in context.blocked if not group.changes)
    context = run(moves=False, nearest_move=None, blocked=hopeless)
    assert answer(context).kind is AnswerKind.NOTHING_LEFT
    assert "every move is blocked" in sentences(context)
    assert "Test automation in Bengaluru (service provider) would save EUR 520,000" in sentences(context)


def test_a_small_saving_is_a_not_yet_that_names_the_weak_share(run: Run) -> None:
    context = run(factor=1.05)
    assert 0 < relative_saving(context).value < 0.05
    assert "saves only" in sentences(context)
    assert "41% of the plan's cost" in sentences(context)  # press 17, vendors 14, priors 10


def test_a_plan_dearer_than_staying_is_a_no_that_points_to_the_limits(run: Run) -> None:
    import dataclasses

    context = run(factor=1.2)
    assert callouts(context)[0].kind is CalloutKind.NO
    assert "more than staying" in sentences(context)
    assert "No cheaper plan keeps the limits" in sentences(context)
    stopped = dataclasses.replace(context.solution, status="interrupted")
    assert "The search ended before" in sentences(run(factor=1.2, solution=stopped))


def test_a_plan_that_often_loses_is_a_not_yet(run: Run) -> None:
    amounts = {name: Amount(value, GROUND) for name, value in (("low", -4e5), ("mid", 2e5), ("high", 9e5))}
    chance = Amount(0.42, GROUND)
    uncertain = Uncertainty(amounts["low"], amounts["mid"], amounts["high"], chance)
    context = run(uncertainty=uncertain)
    assert answer(context).kind is AnswerKind.TOO_UNCERTAIN
    assert "In 42% of the draws it costs more than staying." in sentences(context)
    notes = [
        block for block in decision(context, texts_for("en")).blocks if "middle of each range" in str(block)
    ]
    assert not notes


def test_a_saving_that_is_not_cash_is_called_so(run: Run) -> None:
    warning = callouts(run())[1]
    assert warning.title == "The saving is not cash"
    paragraph = warning.blocks[0]
    assert isinstance(paragraph, Paragraph)
    numbers = [part for part in paragraph.parts if isinstance(part, Number)]
    assert "costs EUR 274,000 more than staying" in said(paragraph.parts)
    cash, needed = numbers
    assert cash.value is not None
    assert needed.value == pytest.approx(cash.value / 714_000, rel=0.01)


def test_an_unproven_plan_says_what_may_be_missed(run: Run) -> None:
    import dataclasses

    solution = dataclasses.replace(run().solution, status="interrupted", cost_eur=8e6, bound_eur=7.7e6)
    blocks = decision(run(solution=solution), texts_for("en")).blocks
    assert any("at most" in str(block) and "300,000" in str(block) for block in blocks[2:])
