"""The German research allowance, and how much of it is lost when research leaves the EEA."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.dated import in_force
from jiwar.money import FloatArray


@dataclass(frozen=True, slots=True)
class AllowanceTerms:
    """The terms for expenses arising from a day on."""

    rule: str
    start: dt.date
    known_until: dt.date
    base_cap_eur_per_year: float
    rate: float
    sme_rate: float
    contract_share: float
    overhead_rate: float
    """Lump sum on eligible expenses, for projects begun after 31 December 2025."""


_OPEN = dt.date(2026, 12, 31)
TERMS = (
    AllowanceTerms(
        "de.fzulg@2020-07-01", dt.date(2020, 7, 1), dt.date(2024, 3, 27), 4e6, 0.25, 0.25, 0.60, 0.0
    ),
    AllowanceTerms(
        "de.fzulg@2024-03-28", dt.date(2024, 3, 28), dt.date(2025, 12, 31), 10e6, 0.25, 0.35, 0.70, 0.0
    ),
    AllowanceTerms("de.fzulg@2026-01-01", dt.date(2026, 1, 1), _OPEN, 12e6, 0.25, 0.35, 0.70, 0.20),
)


def terms_on(on: dt.date) -> AllowanceTerms:
    """Return the terms for expenses of a day; MoneyError L101 before July 2020."""
    return in_force(TERMS, on, "the German research allowance")


def research_allowance(
    own_wages_eur: FloatArray,
    contract_fees_eea_eur: FloatArray,
    *,
    on: dt.date,
    sme: bool,
    begun_after_2025: bool,
) -> FloatArray:
    """Return the allowance of a year on own research wages and contract research in the EEA, in EUR.

    Wages must bear German wage tax; fees to contractors outside the EEA do not count and must be left out.
    """
    terms = terms_on(on)
    overhead = 1.0 + (terms.overhead_rate if begun_after_2025 else 0.0)
    base = overhead * (own_wages_eur + terms.contract_share * contract_fees_eea_eur)
    rate = terms.sme_rate if sme else terms.rate
    allowance: FloatArray = rate * np.minimum(base, terms.base_cap_eur_per_year)
    return allowance


def allowance_lost(
    own_wages_eur: FloatArray,
    contract_fees_eea_eur: FloatArray,
    moved_wages_eur: FloatArray,
    *,
    on: dt.date,
    sme: bool,
    begun_after_2025: bool,
) -> FloatArray:
    """Return what moving own research wages out of the EEA costs a year, in EUR: nothing above the cap."""
    kept = np.maximum(own_wages_eur - moved_wages_eur, 0.0)
    before, after = (
        research_allowance(wages, contract_fees_eea_eur, on=on, sme=sme, begun_after_2025=begun_after_2025)
        for wages in (own_wages_eur, kept)
    )
    return before - after
