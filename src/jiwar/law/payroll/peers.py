"""Employer charges of the peer countries by their documented formulas, capped where the statute caps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from jiwar.law.payroll.levy import Levy, Schedule, monthly

_INDIAN_BASIC_SHARE = 0.50
"""Basic pay as a share of gross: practice (40 to 50 %), not law; the rates apply to basic pay only."""


def _year(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _poland(year: int, ceiling_pln_per_year: float) -> Schedule:
    start, until = _year(year)
    return Schedule(
        rule=f"pl.zus.charges@{start}",
        start=start,
        known_until=until,
        employer=(
            Levy("pension", 0.0976, ceiling_pln_per_year),
            Levy("disability", 0.0650, ceiling_pln_per_year),
            monthly("work_accident", 0.0167),
            monthly("labour_fund", 0.0245),
            monthly("guaranteed_benefits_fund", 0.0010),
        ),
        left_out=("employee capital plan PPK (1.5 %) when the employee takes part",),
    )


_SPANISH_CEILING_EUR_PER_MONTH = 5_101.20

_SPAIN = Schedule(
    rule="es.seguridad-social.charges@2026-01-01",
    start=dt.date(2026, 1, 1),
    known_until=dt.date(2026, 12, 31),
    employer=(
        monthly("common_contingencies", 0.2360, ceiling=_SPANISH_CEILING_EUR_PER_MONTH),
        monthly("intergenerational_equity", 0.0075, ceiling=_SPANISH_CEILING_EUR_PER_MONTH),
        monthly("unemployment", 0.0550, ceiling=_SPANISH_CEILING_EUR_PER_MONTH),
        monthly("wage_guarantee", 0.0020, ceiling=_SPANISH_CEILING_EUR_PER_MONTH),
        monthly("vocational_training", 0.0060, ceiling=_SPANISH_CEILING_EUR_PER_MONTH),
        monthly("solidarity", 0.0096, above=_SPANISH_CEILING_EUR_PER_MONTH, ceiling=5_611.32),
        monthly("solidarity", 0.0104, above=5_611.32, ceiling=7_651.80),
        monthly("solidarity", 0.0122, above=7_651.80),
    ),
    left_out=("work-accident premium (by activity)",),
)


def _egypt(year: int, ceiling_egp_per_month: float) -> Schedule:
    start, until = _year(year)
    return Schedule(
        rule=f"eg.social-insurance.charges@{start}",
        start=start,
        known_until=until,
        employer=(monthly("social_insurance", 0.1875, ceiling=ceiling_egp_per_month),),
    )


def _serbia(year: int, ceiling_rsd_per_month: float) -> Schedule:
    start, until = _year(year)
    return Schedule(
        rule=f"rs.social-insurance.charges@{start}",
        start=start,
        known_until=until,
        employer=(
            monthly("pension", 0.10, ceiling=ceiling_rsd_per_month),
            monthly("health", 0.0515, ceiling=ceiling_rsd_per_month),
        ),
    )


_TURKISH_CEILING_TRY_PER_MONTH = 247_725.0

_TURKEY = Schedule(
    rule="tr.sgk.charges@2026-01-01",
    start=dt.date(2026, 1, 1),
    known_until=dt.date(2026, 12, 31),
    employer=(
        monthly("pension", 0.11, ceiling=_TURKISH_CEILING_TRY_PER_MONTH),
        monthly("health", 0.075, ceiling=_TURKISH_CEILING_TRY_PER_MONTH),
        monthly("short_term_risks", 0.02, ceiling=_TURKISH_CEILING_TRY_PER_MONTH),
        monthly("unemployment", 0.02, ceiling=_TURKISH_CEILING_TRY_PER_MONTH),
    ),
    left_out=("reduction for punctual payers (not confirmed for 2026)",),
    low_confidence=True,
)

SCHEDULES: Mapping[str, tuple[Schedule, ...]] = {
    "PL": (_poland(2025, 260_190.0), _poland(2026, 282_600.0)),
    "RO": (
        Schedule(
            rule="ro.cam.charges@2024-01-01",
            start=dt.date(2024, 1, 1),
            known_until=dt.date(2024, 12, 31),
            employer=(monthly("work_insurance", 0.0225),),
        ),
    ),
    "PT": (
        Schedule(
            rule="pt.seguranca-social.charges@2025-01-01",
            start=dt.date(2025, 1, 1),
            known_until=dt.date(2025, 12, 31),
            employer=(monthly("social_security", 0.2375),),
            left_out=("work-accident insurance",),
        ),
    ),
    "ES": (_SPAIN,),
    "TN": (
        Schedule(
            rule="tn.cnss.charges@2025-01-01",
            start=dt.date(2025, 1, 1),
            known_until=dt.date(2025, 12, 31),
            employer=(
                monthly("social_security", 0.1657),
                monthly("job_loss_fund", 0.0050),
                monthly("housing_fund", 0.0100),
                monthly("training_tax", 0.0200),
            ),
            left_out=("work-accident rate where it is not inside the 16.57 %",),
        ),
    ),
    "EG": (
        _egypt(2023, 10_900.0),
        _egypt(2024, 12_600.0),
        _egypt(2025, 14_500.0),
        _egypt(2026, 16_700.0),
        _egypt(2027, 19_300.0),
    ),
    "RS": (_serbia(2025, 656_425.0), _serbia(2026, 732_820.0)),
    "TR": (_TURKEY,),
    "IN": (
        Schedule(
            rule="in.provident-fund.charges@2023-01-01",
            start=dt.date(2023, 1, 1),
            known_until=dt.date(2023, 12, 31),
            employer=(monthly("funds_on_basic_pay", 0.1361 * _INDIAN_BASIC_SHARE),),
            left_out=("gratuity",),
            low_confidence=True,
        ),
    ),
}
"""Egypt 2026 and 2027 follow the rule of the ordinance (15 % a year, up to the next hundred pounds)."""
