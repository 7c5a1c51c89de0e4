"""Day rates of providers: a vendor's range where one names the country, else a written rule."""

from __future__ import annotations

import math

from tools.build_facts.lists import COUNTRIES
from tools.build_facts.material import MaterialRow
from tools.build_facts.pay import SENIORITIES, PayGrid
from tools.build_facts.record import FactRecord

BILLED_DAYS = 220
"""Days that a provider bills in a year; the sources of the rates divide by the same number."""

CHARGES = {
    "DE": 1.213,
    "PL": 1.2048,
    "RO": 1.0225,
    "PT": 1.2375,
    "ES": 1.306,
    "TN": 1.2007,
    "EG": 1.06,
    "IN": 1.068,
    "RS": 1.1515,
    "TR": 1.225,
}
"""Rough employer charges, only to price providers; Morocco's formula is applied as it stands."""

_PUBLISHED = ("MA", "IN")
_EASTERN_EUROPE = ("PL", "RO", "RS")


class ProviderRates:
    """Derives a rate for every country and seniority from pay and the vendors' ranges."""

    def __init__(self, rows: dict[str, MaterialRow], grid: PayGrid, mad_per_eur: float) -> None:
        self._rows = rows
        self._grid = grid
        self._mad_per_eur = mad_per_eur

    def records(self) -> list[FactRecord]:
        """Return the rates of all countries and seniorities."""
        return [self._record(country, seniority) for country in COUNTRIES for seniority in SENIORITIES]

    def employer_cost_eur(self, country: str, seniority: str) -> float:
        """Return a software engineer's yearly cost at the country's level."""
        gross = math.exp(self._grid.employer_pay(country, seniority).middle)
        if country == "MA":
            return (gross * 1.1211 + 12 * 538.80) / self._mad_per_eur
        return gross * CHARGES[country]

    def _record(self, country: str, seniority: str) -> FactRecord:
        low, mid, high, why, keys = self._senior(country)
        senior = seniority == "senior"
        step = self.employer_cost_eur(country, seniority) / self.employer_cost_eur(country, "senior")
        published = senior and country in _PUBLISHED
        steps = "" if senior else f" Other seniorities follow the steps of employer cost ({step:.2f})."
        widen = 1.0 if senior else 0.9
        numbers = (low * step * widen, mid * step, high * step / widen)
        low, mid, high = numbers if published else (round(number, -1) for number in numbers)
        pay = self._grid.employer_pay(country, seniority).based_on
        return FactRecord(
            table="provider_rates",
            key=f"provider_rate/{country}/{seniority}",
            place=country,
            low=low,
            mid=mid,
            high=high,
            unit="EUR/day",
            kind="published" if published else "prior",
            period="2026",
            grade="vendor" if published else "prior",
            note=f"Day rate of a provider or contractor. {why}.{steps}",
            index=f"rate_growth/{country}",
            based_on=[*keys, *(() if published else pay)],
        )

    def _senior(self, country: str) -> tuple[float, float, float, str, tuple[str, ...]]:
        """Return low, mid and high of a senior day, the reason, and the rows it rests on."""
        if country in _PUBLISHED:
            row = self._rows[f"rate.altis.{country}"]
            return (*row.numbers, "One vendor's published range for a senior engineer", (row.key,))
        if country == "DE":
            row = self._rows["rate.altis.FR-BE"]
            why = "No German range was found; that of France and Belgium stands for contractors in Germany"
            return (*row.numbers, why, (row.key,))
        if country in _EASTERN_EUROPE:
            why = "One vendor: 35 to 60 EUR an hour for seniors in Eastern Europe, eight hours a day"
            return 280.0, 380.0, 480.0, why, ("rate.ma25.callitdev",)
        per_day = self.employer_cost_eur(country, "senior") / BILLED_DAYS
        moroccan = self.employer_cost_eur("MA", "senior") / BILLED_DAYS
        if per_day < moroccan:
            why = "Employer cost a day times the mark-up of 2.3 to 2.6 that the Moroccan range implies, wider"
            return 2.0 * per_day, 2.45 * per_day, 3.0 * per_day, why, ("rate.altis.MA",)
        german = self.employer_cost_eur("DE", "senior") / BILLED_DAYS
        mid = 375.0 + (650.0 - 375.0) * (per_day - moroccan) / (german - moroccan)
        why = "On the line by employer cost a day between Morocco (375 EUR) and France and Belgium (650 EUR)"
        return 0.8 * mid, mid, 1.2 * mid, why, ("rate.altis.MA", "rate.altis.FR-BE")


def rate_growth(wages: dict[str, FactRecord]) -> list[FactRecord]:
    """Return the growth of rates by country, from the growth of pay by country."""
    reason = (
        "Growth of provider rates: between none, as the senior rate in Morocco was nominally flat from 2008 "
        "(393 EUR) to 2026 (375 EUR), and the growth of pay; mid is half of the growth of pay"
    )
    return [
        FactRecord(
            table="priors",
            key=f"rate_growth/{country}",
            place=country,
            low=min(0.0, growth.low),
            mid=growth.mid / 2,
            high=max(growth.high, 0.0),
            unit="percent/year",
            kind="prior",
            period="2026",
            grade="prior",
            note=reason,
            based_on=["rate.ma08.senior", "rate.altis.MA"],
        )
        for country, growth in wages.items()
    ]
