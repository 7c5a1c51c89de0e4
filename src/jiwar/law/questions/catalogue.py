"""The questions and their choices, read from the tables beside this file."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jiwar.law.questions.question import AnswerKind, Choice, Question, Topic
from jiwar.law.wording import LANGUAGES, Words

_FOLDER = Path(__file__).parent


@cache
def catalogue() -> Mapping[str, Question]:
    """Return every question by its key, in the order of the form."""
    choices = _choices()
    return {
        row["key"]: Question(
            row["key"],
            Topic(row["topic"]),
            _words(row, "text_"),
            _words(row, "why_"),
            AnswerKind(row["kind"]),
            tuple(choices.get(row["key"], ())),
        )
        for row in _rows("questions.csv")
    }


def _choices() -> Mapping[str, list[Choice]]:
    found: defaultdict[str, list[Choice]] = defaultdict(list)
    for row in _rows("choices.csv"):
        found[row["question"]].append(Choice(row["value"], _words(row, "")))
    return found


def _words(row: Mapping[str, str], prefix: str) -> Words:
    return Words(*(row[f"{prefix}{language}"] for language in LANGUAGES))


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
