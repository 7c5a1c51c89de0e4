"""What a move takes away at home, year by year: the German research allowance, known or at most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.error import refuse
from jiwar.law.tax.research_allowance import allowance_lost, terms_on
from jiwar.money import FloatArray

OVERHEAD_FROM_YEAR = 2026
"""The first year in which projects begun after 2025 may add a lump sum for overheads."""


@dataclass(frozen=True, slots=True)
class ResearchAnswers:
    """What decides the allowance that is lost; None is an unanswered question."""

    research_wages_eur: float | None = None
    moved_research_wages_eur: float | None = None
    german_sme: bool | None = None
    begun_after_2025: bool | None = None


@dataclass(frozen=True, slots=True)
class AllowanceByYear:
    """Research allowance lost by year, shape (Y,), EUR, positive; low and high are None while it is open.

    ``at_most_eur`` is what would be lost if all moved pay were research with allowance, by a small company, below
    the cap: a bound that holds whatever the answers are, never an amount; None while moved pay is unknown.
    """

    low_eur: FloatArray | None
    high_eur: FloatArray | None
    at_most_eur: FloatArray | None
    missing: tuple[str, ...]
    rules: tuple[str, ...]


def allowance_by_year(
    years: Sequence[int], moved_pay_eur: FloatArray | None, answers: ResearchAnswers
) -> AllowanceByYear:
    """Return the allowance that moving work out of the EEA loses in each year.

    Parameters
    ----------
    years
        Calendar years, taken as fiscal years.
    moved_pay_eur
        Gross pay at home of the posts that move, shape (Y,): it bounds the loss and says how fast it grows. None:
        unknown; what moves then moves in every year.
    answers
        Wages with allowance before the move, those of them that move in a full year, and what decides the rate.
        Without both wages nothing is computed: the loss is open, not zero.

    Raises
    ------
    MoneyError
        L108 for negative wages, or more wages that move than there are.
    """
    wages, moved = answers.research_wages_eur, answers.moved_research_wages_eur
    _check(wages, moved)
    rules = tuple(dict.fromkeys(terms_on(_middle(year)).rule for year in years))
    most = None
    if moved_pay_eur is not None:
        most = _lost(years, moved_pay_eur, moved_pay_eur, sme=True, begun_after_2025=True)
    if moved == 0.0:
        nothing = np.zeros(len(years))
        return AllowanceByYear(nothing, nothing, nothing, (), rules)
    asked = {"research_wages_eur": wages, "moved_research_wages_eur": moved, "german_sme": answers.german_sme}
    missing = tuple(name for name, answer in asked.items() if answer is None)
    if wages is None or moved is None:
        return AllowanceByYear(None, None, most, missing, rules)
    growth = _growth(moved_pay_eur, len(years))
    before = np.full(len(years), wages)
    small = (answers.german_sme,) if answers.german_sme is not None else (False, True)
    begun = (answers.begun_after_2025,) if answers.begun_after_2025 is not None else (False, True)
    lost = np.stack(
        [
            _lost(years, before, moved * growth, sme=sme, begun_after_2025=later)
            for sme in small
            for later in begun
        ]
    )
    return AllowanceByYear(lost.min(axis=0), lost.max(axis=0), lost.max(axis=0), missing, rules)


def _growth(moved_pay_eur: FloatArray | None, years: int) -> FloatArray:
    if moved_pay_eur is None:
        return np.ones(years)
    full = float(moved_pay_eur.max(initial=0.0))
    return np.asarray(moved_pay_eur / full if full > 0 else np.zeros(years), dtype=np.float64)


def _lost(
    years: Sequence[int],
    wages_eur: FloatArray,
    moved_eur: FloatArray,
    *,
    sme: bool,
    begun_after_2025: bool,
) -> FloatArray:
    found = np.zeros(len(years))
    for index, year in enumerate(years):
        here = slice(index, index + 1)
        found[here] = allowance_lost(
            wages_eur[here],
            np.zeros(1),
            moved_eur[here],
            on=_middle(year),
            sme=sme,
            begun_after_2025=begun_after_2025 and year >= OVERHEAD_FROM_YEAR,
        )
    return found


def _middle(year: int) -> dt.date:
    return dt.date(year, 7, 1)


def _check(wages: float | None, moved: float | None) -> None:
    if min(wages or 0.0, moved or 0.0) < 0:
        refuse("L108", "research wages are zero or more", "correct `research_wages_eur`")
    if wages is not None and moved is not None and moved > wages:
        message = "more research wages move than there are"
        refuse("L108", message, "correct `moved_research_wages_eur`, at most `research_wages_eur`")
