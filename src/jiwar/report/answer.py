"""Which answer a run gives: yes, in part, not yet, or no."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.context import BlockedGroup, ReportContext

SMALLEST_CLEAR_SAVING = 0.05
"""Share of the cost of staying below which a saving is called small when uncertainty was not computed.

Our own judgement: published cases promise more than they realise, and no input is known to 5 %.
"""

HIGHEST_CHANCE_OF_LOSS = 1 / 3
"""A plan that loses more often than this against staying gets a "not yet"."""

METHOD_PLAN = Origin(OriginKind.METHOD, "plan")
METHOD_SMALL = Origin(OriginKind.METHOD, "smallest-clear-saving")


class AnswerKind(StrEnum):
    """What the paper answers to "shall we move work?"."""

    STAY = "stay"
    STAY_FOR_LAW = "stay_for_law"
    NOTHING_LEFT = "nothing_left"
    DEARER = "dearer"
    TOO_SMALL = "too_small"
    TOO_UNCERTAIN = "too_uncertain"
    MOVE_PART = "move_part"
    MOVE_ALL = "move_all"


@dataclass(frozen=True, slots=True)
class Answer:
    """The kind of answer, and the blocked options that would change it."""

    kind: AnswerKind
    worth_unblocking: tuple[BlockedGroup, ...] = ()


def answer(context: ReportContext) -> Answer:
    """Classify a run; the texts of the decision follow from the kind."""
    moved = tuple(package for package in context.packages if not package.choice.stays)
    unblock = worth_unblocking(context)
    if not moved:
        if unblock:
            return Answer(AnswerKind.STAY_FOR_LAW, unblock)
        return Answer(AnswerKind.NOTHING_LEFT if _nothing_left(context) else AnswerKind.STAY)
    kind = _move_kind(context)
    return Answer(kind, unblock)


def _nothing_left(context: ReportContext) -> bool:
    """Whether every move is blocked, and some would have cost less than staying."""
    gains = any(group.best.saving_eur.value > 0 for group in context.blocked)
    return context.nearest_move is None and gains


def _move_kind(context: ReportContext) -> AnswerKind:
    if context.saving_eur.value < 0:
        return AnswerKind.DEARER
    if context.uncertainty is not None:
        if context.uncertainty.chance_of_loss.value > HIGHEST_CHANCE_OF_LOSS:
            return AnswerKind.TOO_UNCERTAIN
    elif relative_saving(context).value < SMALLEST_CLEAR_SAVING:
        return AnswerKind.TOO_SMALL
    movable = (package for package in context.packages if package.movable)
    entire = all(not package.choice.stays and package.choice.share >= 1 for package in movable)
    return AnswerKind.MOVE_ALL if entire else AnswerKind.MOVE_PART


def relative_saving(context: ReportContext) -> Amount:
    """Return the saving as a share of the whole cost of staying, undone work included."""
    saving, staying = context.saving_eur, context.staying_eur
    return Amount(saving.value / staying.value if staying.value else 0.0, saving.origins)


def worth_unblocking(context: ReportContext) -> tuple[BlockedGroup, ...]:
    """Return what is blocked, could be unblocked, and would cost less than staying; dearest loss first."""
    found = [group for group in context.blocked if group.changes and group.best.saving_eur.value > 0]
    return tuple(sorted(found, key=lambda group: group.best.saving_eur.value, reverse=True))
