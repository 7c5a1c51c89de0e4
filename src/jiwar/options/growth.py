"""What a staged option is made of: a pilot, what it may grow to, and the work at home from which growing takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Growth:
    """What a staged option is made of; options by index."""

    option: int
    pilot: int
    home: int  # the work at home from which growing takes
    full: tuple[int, ...]  # by gate: the move at the bigger share that begins then, -1 when there is none
    part: float  # growing moves this part of what the bigger move moves
