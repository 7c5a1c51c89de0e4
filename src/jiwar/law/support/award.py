"""What a scheme gives a project: whether, how much between which bounds, and what is still to be answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from jiwar.law.support.project import NO, YES, BoolArray
from jiwar.money import FloatArray


class Status(IntEnum):
    """How a scheme answers a project."""

    NOT_IN_FORCE = 0
    NOT_ELIGIBLE = 1
    OPEN = 2
    ELIGIBLE = 3
    NEGOTIATED = 4
    LOST = 5
    """Support at home that moving work would end; its amounts are negative."""


@dataclass(frozen=True, slots=True)
class Award:
    """The answer of one scheme for N projects; every array has shape (N,), money in MAD.

    ``mid_mad`` counts what has been answered; an open question adds nothing to it, but it stands in
    ``questions`` and its yes is in ``high_mad``. Negotiated amounts are NaN: nobody can compute them.
    """

    scheme: str
    status: NDArray[np.int8]
    low_mad: FloatArray
    mid_mad: FloatArray
    high_mad: FloatArray
    reasons: Mapping[str, BoolArray]
    questions: Mapping[str, BoolArray]
    parts_mad: Mapping[str, FloatArray]
    rules: tuple[str, ...]

    @property
    def pays(self) -> BoolArray:
        """Where an amount can be counted on if the authority approves."""
        return np.asarray(self.status == Status.ELIGIBLE, dtype=np.bool_)


def not_in_force(scheme: str, count: int, rules: tuple[str, ...], reason: str) -> Award:
    """Return the answer of a scheme that has not started or has ended."""
    nothing = np.zeros(count)
    status = np.full(count, Status.NOT_IN_FORCE, dtype=np.int8)
    return Award(scheme, status, nothing, nothing, nothing, {reason: nothing == 0}, {}, {}, rules)


def yes(answers: FloatArray) -> BoolArray:
    """Return where an answer is yes."""
    return np.asarray(answers == YES, dtype=np.bool_)


def no(answers: FloatArray) -> BoolArray:
    """Return where an answer is no."""
    return np.asarray(answers == NO, dtype=np.bool_)


def unanswered(answers: FloatArray) -> BoolArray:
    """Return where nobody has answered."""
    return np.asarray(np.isnan(answers), dtype=np.bool_)


def settle(fails: Mapping[str, BoolArray], opens: Mapping[str, BoolArray]) -> NDArray[np.int8]:
    """Return the status: any failed condition refuses, else any open one leaves it open."""
    failed = np.any(list(fails.values()), axis=0)
    opened = np.any(list(opens.values()), axis=0) if opens else np.zeros_like(failed)
    return np.where(failed, Status.NOT_ELIGIBLE, np.where(opened, Status.OPEN, Status.ELIGIBLE)).astype(
        np.int8
    )
