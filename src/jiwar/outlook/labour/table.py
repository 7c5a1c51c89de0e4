"""The labour market as a table: year, city, family of roles, quantity, and its P10, P50 and P90."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np

from jiwar.facts import Facts, Site, aged
from jiwar.money import FloatArray
from jiwar.outlook.labour.market import LabourMarket, group_of, tier_of
from jiwar.periods import Month

_LEVELS = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class MarketRow:
    """One quantity of one city and family of roles in one year."""

    year: int
    city: str
    family: str
    quantity: str
    unit: str
    p10: float
    p50: float
    p90: float


def market_rows(
    market: LabourMarket,
    facts: Facts,
    *,
    sites: Sequence[Site] | None = None,
    families: Sequence[str] | None = None,
) -> tuple[MarketRow, ...]:
    """Return every quantity by year, city and family; by default of all Moroccan cities and all families.

    Pay is that of a mid-level post of the family (the mean of its roles), gross, carried to the base year by the
    index of its fact. Attrition and time to fill differ between groups of families and not between cities: nobody
    publishes either by city.
    """
    places = sites or [site for site in facts.sites.values() if site.country == "MA"]
    names = families or tuple(dict.fromkeys(role.family for role in facts.roles.values()))
    return tuple(row for site in places for family in names for row in _rows(market, facts, site, family))


def market_csv(rows: Sequence[MarketRow]) -> str:
    """Return the rows as a table in the form of the fact base: comma, point, one line each."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = [field.name for field in fields(MarketRow)]
    writer.writerow(names)
    for row in rows:
        cells = (getattr(row, name) for name in names)
        writer.writerow([f"{cell:.6g}" if isinstance(cell, float) else cell for cell in cells])
    return text.getvalue()


def pay_level(facts: Facts, site: Site, family: str, year: int) -> float:
    """Return gross pay a year of a mid-level post of a family in a city, in dirhams of a year."""
    keys = [f"pay/{site.place}/{role.id}/mid" for role in facts.roles.values() if role.family == family]
    posts = [facts.get(key) for key in keys if key in facts]
    middle = Month(year, 6)
    return float(np.mean([aged(post, middle, facts.get(post.index)).value for post in posts]))


def _rows(market: LabourMarket, facts: Facts, site: Site, family: str) -> Iterator[MarketRow]:
    group, tier = group_of(family), tier_of(site)
    level = pay_level(facts, site, family, market.base_year)
    stock = facts.get(f"talent_stock/{site.place}/{family}").value
    shown = (
        ("pay", "MAD/year", level * market.pay_index[:, :, group]),
        ("attrition", "percent/year", 100.0 * market.attrition[:, :, group]),
        ("time_to_fill", "months", market.time_to_fill[:, :, group]),
        ("people", "people", stock * market.people_index[:, :, group, tier]),
    )
    for quantity, unit, values in shown:
        points: FloatArray = np.quantile(values, _LEVELS, axis=0)
        for year in range(market.base_year, market.years[-1] + 1):
            low, middle, high = (float(point) for point in points[:, market.at(year)])
            yield MarketRow(year, site.id, family, quantity, unit, low, middle, high)
