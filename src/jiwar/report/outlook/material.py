"""What the outlook's paper is made of: the paths, the answers, and the facts behind both."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.facts import Facts
from jiwar.outlook import Outlook
from jiwar.outlook.answers import Answers


@dataclass(frozen=True, slots=True)
class Material:
    """One outlook with its answers and the base of facts that both were computed from."""

    outlook: Outlook
    answers: Answers
    facts: Facts
