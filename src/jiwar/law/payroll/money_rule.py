"""A rule that computes money: the register gets its sentences, its citations and its parameters."""

from __future__ import annotations

import datetime as dt

from jiwar.law.citation import Citation, Quality
from jiwar.law.rule import table_rule
from jiwar.law.validity import Validity
from jiwar.law.wording import Words


def money_rule(
    key: str,
    parameters: object,
    *,
    cited: tuple[Citation, ...],
    en: str,
    de: str,
    fr: str,
    valid_to: dt.date | None = None,
    low_confidence: bool = False,
) -> str:
    """Register one version of a rule under a key ``name@first-day`` and return the key.

    Raises
    ------
    LawError
        L001 when a citation, a sentence or a translation is missing, L002 when versions overlap.
    """
    name, _, first_day = key.partition("@")
    made = table_rule(
        name,
        sentence=Words(en, de, fr),
        cites=cited,
        valid=Validity(dt.date.fromisoformat(first_day), valid_to),
        module=__name__,
        content=repr(parameters),
        low_confidence=low_confidence,
    )
    return made.key


def primary(instrument: str, article: str, url: str) -> Citation:
    """Cite a legal text, or a verbatim copy of one."""
    return _cite(instrument, article, url, Quality.PRIMARY)


def authority(instrument: str, article: str, url: str) -> Citation:
    """Cite a page of an authority or official body."""
    return _cite(instrument, article, url, Quality.AUTHORITY)


def secondary(instrument: str, article: str, url: str) -> Citation:
    """Cite a law firm, an adviser or the press."""
    return _cite(instrument, article, url, Quality.SECONDARY)


def background(instrument: str, article: str, url: str) -> Citation:
    """Cite what cannot carry a rule alone: a third-party program, an unconfirmed page."""
    return _cite(instrument, article, url, Quality.KNOWLEDGE)


def _cite(instrument: str, article: str, url: str, quality: Quality) -> Citation:
    return Citation(f"{instrument}, {article}" if article else instrument, url, quality)
