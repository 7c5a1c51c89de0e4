"""German social charges: two ceilings, half shares, the care share of Saxony, the insolvency levy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jiwar.law.payroll.levy import Levy, Schedule, monthly

LAENDER = (
    "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH",
)  # fmt: skip
SAXONY = "SN"
EASTERN = ("BB", "MV", "SN", "ST", "TH")
"""Länder with the eastern pension ceiling until 2024 (Berlin is taken at the western one)."""

_SAXON_SHIFT = 0.005
_GENERAL_HEALTH_RATE = 0.146
_PENSION_RATE = 0.186
_UNEMPLOYMENT_RATE = 0.026
_LEFT_OUT = ("levies U1 and U2", "accident insurance (Berufsgenossenschaft)")


@dataclass(frozen=True, slots=True)
class Year:
    """The parameters that an ordinance fixes anew, from a day on."""

    start: dt.date
    until: dt.date
    pension_ceiling_west_eur_per_month: float
    pension_ceiling_east_eur_per_month: float
    health_ceiling_eur_per_month: float
    additional_health_rate: float
    care_rate: float
    care_childless_rate: float
    insolvency_rate: float

    @property
    def rule(self) -> str:
        """The name of the rule in the register."""
        return f"de.sgb.charges@{self.start}"


YEARS = (
    Year(dt.date(2023, 1, 1), dt.date(2023, 6, 30), 7300.0, 7100.0, 4987.5, 0.016, 0.0305, 0.0035, 0.0006),
    Year(dt.date(2023, 7, 1), dt.date(2023, 12, 31), 7300.0, 7100.0, 4987.5, 0.016, 0.034, 0.006, 0.0006),
    Year(dt.date(2024, 1, 1), dt.date(2024, 12, 31), 7550.0, 7450.0, 5175.0, 0.017, 0.034, 0.006, 0.0006),
    Year(dt.date(2025, 1, 1), dt.date(2025, 12, 31), 8050.0, 8050.0, 5512.5, 0.025, 0.036, 0.006, 0.0015),
    Year(dt.date(2026, 1, 1), dt.date(2026, 12, 31), 8450.0, 8450.0, 5812.5, 0.029, 0.036, 0.006, 0.0015),
)
"""Ordinances on contribution ceilings and rates: BGBl. 2022 I 2128, 2023 I 322, 2024 I 365, 2025 I 278."""


def _schedule(year: Year, *, east: bool, saxony: bool) -> Schedule:
    pension = year.pension_ceiling_east_eur_per_month if east else year.pension_ceiling_west_eur_per_month
    health = year.health_ceiling_eur_per_month
    shift = _SAXON_SHIFT if saxony else 0.0
    shared: tuple[Levy, ...] = (
        monthly("pension", _PENSION_RATE / 2, ceiling=pension),
        monthly("unemployment", _UNEMPLOYMENT_RATE / 2, ceiling=pension),
        monthly("health", (_GENERAL_HEALTH_RATE + year.additional_health_rate) / 2, ceiling=health),
    )
    return Schedule(
        rule=year.rule,
        start=year.start,
        known_until=year.until,
        employer=(
            *shared,
            monthly("care", year.care_rate / 2 - shift, ceiling=health),
            monthly("insolvency_levy", year.insolvency_rate, ceiling=pension),
        ),
        employee=(*shared, monthly("care", year.care_rate / 2 + shift, ceiling=health)),
        left_out=_LEFT_OUT,
        regions=(SAXONY,) if saxony else tuple(land for land in EASTERN if land != SAXONY) if east else (),
    )


SCHEDULES = tuple(
    schedule
    for year in YEARS
    for schedule in (
        _schedule(year, east=False, saxony=False),
        _schedule(year, east=True, saxony=False),
        _schedule(year, east=True, saxony=True),
    )
)
"""Every year three times: west, east without Saxony, Saxony (east and west are equal from 2025 on)."""


def year_on(on: dt.date) -> Year:
    """Return the parameters in force on a day, the last known ones for later days."""
    return max((year for year in YEARS if year.start <= on), key=lambda year: year.start)
