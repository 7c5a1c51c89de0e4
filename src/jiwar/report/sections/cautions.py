"""What stands beside the decision: a saving that is not cash, open law, a plan not proven, no uncertainty."""

from __future__ import annotations

from jiwar.report.amount import Amount, merged, total
from jiwar.report.answer import METHOD_PLAN
from jiwar.report.blocks import Block, Callout, CalloutKind, Link, Note, Paragraph
from jiwar.report.context import ReportContext
from jiwar.report.quantities import money, share
from jiwar.report.sections.phrases import to_review
from jiwar.report.texts import Texts, words

_NO_CASH_EUR = 500.0


def cautions(context: ReportContext, texts: Texts) -> list[Block]:
    """Say what the answer hangs on that its three sentences do not say."""
    found: list[Block] = [*_not_cash(context, texts)]
    found.extend(_questions_of_law(context, texts))
    solution = context.solution
    if solution.status in {"feasible", "interrupted"}:
        missed = Amount(solution.cost_eur - solution.bound_eur, (METHOD_PLAN,))
        found.append(
            Note(
                texts.parts(
                    "The search ended before the plan was proven best: another plan could cost at most "
                    "{missed} less.",
                    missed=money(texts, missed),
                )
            )
        )
    if context.uncertainty is None:
        found.append(
            Note(
                words(
                    texts(
                        "All amounts use the middle of each range. How far the result could lie from them "
                        "has not been computed in this run; the shares of cost by grade of source show "
                        "where it could."
                    )
                )
            )
        )
    return found


def _not_cash(context: ReportContext, texts: Texts) -> tuple[Block, ...]:
    """Say plainly when the saving exists only because work left undone has a value."""
    cash = total(tuple(line.difference_eur for line in context.cash_lines))
    value = total(tuple(line.difference_eur for line in context.value_lines))
    if cash.value <= _NO_CASH_EUR or cash.value + value.value >= 0 or value.value >= 0:
        return ()
    needed = Amount(cash.value / -value.value, merged(cash.origins, value.origins))
    sentence = texts.parts(
        "In cash alone the plan costs {cash} more than staying. It pays because more work gets done, and "
        "only as long as work left undone is worth at least {needed} of what the case says.",
        cash=money(texts, cash),
        needed=share(texts, needed),
    )
    title = texts("The saving is not cash")
    return (Callout(CalloutKind.WARNING, title, (Paragraph(sentence),)),)


def _questions_of_law(context: ReportContext, texts: Texts) -> tuple[Block, ...]:
    names = to_review(context)
    if not names:
        return ()
    sentence = texts.parts(
        "For {packages} a person has to answer questions of law before anything moves. They stand under "
        "{law}.",
        packages=texts.listed(names),
        law=Link(texts("Law for the plan"), "#law"),
    )
    return (Callout(CalloutKind.WARNING, texts("Law leaves questions open"), (Paragraph(sentence),)),)
