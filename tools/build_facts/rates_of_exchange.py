"""The mean exchange rate of a year, from the monthly series."""

from __future__ import annotations

from pathlib import Path

from tools.build_facts.lists import read_list
from tools.build_facts.record import FactRecord


def mean_rate(material: Path, currency: str, year: int) -> FactRecord:
    """Return the mean, lowest and highest rate of the months of a year that the series holds."""
    lines = read_list(material / "fx_monthly_units_per_eur.csv")
    rates = [float(line[currency]) for line in lines if line["month"].startswith(f"{year}-")]
    return FactRecord(
        table="currencies",
        key=f"fx_mean/{currency}/{year}",
        place=currency[:2],
        low=min(rates),
        mid=round(sum(rates) / len(rates), 4),
        high=max(rates),
        unit=f"{currency}/EUR",
        kind="published",
        period=f"{year}",
        grade="official",
        note=f"Mean, lowest and highest of the {len(rates)} monthly rates of {year}",
        sources=["url:package:hmrc-rates"],
    )
