"""All questions of the law, and how written answers become a flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from jiwar.diagnostics import Diagnostic, nearest_names
from jiwar.law.error import LawError
from jiwar.law.flow import Access, Data, Flow, Instrument, Relation, Roles, Staffing, Tia
from jiwar.law.places import is_country, right_code
from jiwar.law.questions.catalogue import catalogue
from jiwar.law.questions.question import AnswerKind, Question

_WORD_LISTS = {
    "relation": Relation,
    "roles": Roles,
    "access": Access,
    "instrument": Instrument,
    "tia": Tia,
    "staffing": Staffing,
}
UNKNOWN = "unknown"
_YES_NO: Mapping[object, bool] = {
    True: True,
    False: False,
    "yes": True,
    "no": False,
    "true": True,
    "false": False,
}


def questions() -> tuple[Question, ...]:
    """Return every question, in the order in which a form would ask."""
    return tuple(catalogue().values())


def question(key: str) -> Question:
    """Return one question; raises LawError L004 when the law asks no such thing."""
    known = catalogue()
    if key not in known:
        raise LawError([_problem(f"the law asks no question called `{key}`", nearest_names(key, known))])
    return known[key]


def questions_for(keys: Iterable[str]) -> tuple[Question, ...]:
    """Return the questions of some fields in the order of the form, for instance of ``assessment.missing``."""
    wanted = set(keys)
    return tuple(item for item in questions() if item.key in wanted)


def answered(flow: Flow, answers: Mapping[str, object]) -> Flow:
    """Return the flow with written answers filled in.

    Parameters
    ----------
    flow
        The flow as known so far.
    answers
        By key of the question: yes, no, a word of the list, a number, a country or a list; ``unknown`` or None
        make the field unknown.

    Raises
    ------
    LawError
        L004 for every unknown question or answer, all at once; L003 when the flow becomes impossible.
    """
    changes: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    for key, raw in answers.items():
        try:
            changes[key] = _value(question(key), raw)
        except LawError as wrong:
            problems.extend(wrong.diagnostics)
    if problems:
        raise LawError(problems)
    return replace(flow, **changes)


def _value(asked: Question, raw: object) -> object:
    if raw is None or raw == UNKNOWN:
        if asked.key == "exporter_country":
            raise LawError(
                [_problem("the country of the exporter has to be known", "write its ISO code, `DE`")]
            )
        return None
    return _READERS[asked.kind](asked, raw)


def _yes_no(asked: Question, raw: object) -> bool:
    key = raw.strip().lower() if isinstance(raw, str) else raw
    if isinstance(key, (bool, str)) and key in _YES_NO:
        return _YES_NO[key]
    raise LawError(
        [_problem(f"`{asked.key}` is answered by yes, no or unknown, not `{raw}`", "write `yes` or `no`")]
    )


def _number(asked: Question, raw: object) -> int:
    if isinstance(raw, (int, str)) and not isinstance(raw, bool):
        try:
            return int(raw)
        except ValueError:
            pass
    raise LawError([_problem(f"`{asked.key}` is a whole number, not `{raw}`", "write digits only")])


def _word(asked: Question, raw: object) -> object:
    value = _chosen(asked, raw)
    return int(value) if asked.key == "scc_module" else _WORD_LISTS[asked.key](value)


def _chosen(asked: Question, raw: object) -> str:
    values = [choice.value for choice in asked.choices]
    text = str(raw).strip()
    if text not in values:
        raise LawError([_problem(f"`{asked.key}` cannot be `{text}`", nearest_names(text, values))])
    return text


def _country(asked: Question, raw: object) -> str:
    text = str(raw).strip().upper()
    if not is_country(text):
        raise LawError([_problem(f"`{asked.key}` is a country, not `{raw}`", right_code(text))])
    return text


def _categories(asked: Question, raw: object) -> frozenset[Data]:
    return frozenset(Data(_chosen(asked, item)) for item in _items(raw))


def _countries(asked: Question, raw: object) -> frozenset[str]:
    return frozenset(_country(asked, item) for item in _items(raw))


_READERS: Mapping[AnswerKind, Callable[[Question, object], object]] = {
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.NUMBER: _number,
    AnswerKind.CHOICE: _word,
    AnswerKind.CHOICES: _categories,
    AnswerKind.COUNTRY: _country,
    AnswerKind.COUNTRIES: _countries,
}


def _items(raw: object) -> tuple[object, ...]:
    if isinstance(raw, str):
        return tuple(item.strip() for item in raw.split(",") if item.strip())
    return tuple(raw) if isinstance(raw, (list, tuple, set, frozenset)) else (raw,)


def _problem(message: str, remedy: str) -> Diagnostic:
    return Diagnostic("L004", message, remedy)
