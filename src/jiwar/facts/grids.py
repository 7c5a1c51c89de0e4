"""The grids that must be complete: every fact that planning may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from jiwar.facts.base import Facts
from jiwar.facts.site import REGION_GROUPS, SENIORITIES

PER_COUNTRY = (
    "wage_growth",
    "rate_growth",
    "attrition",
    "time_to_fill",
    "recruiting_fee",
    "eor_fee",
    "site_opening",
    "site_running",
    "travel_trip",
    "annual_leave",
    "daily_hours",
    "severance",
)
PER_PLACE = ("office_rent", "seat")
PER_GROUP = (
    "learning_months",
    "start_productivity",
    "effort_multiplier",
    "trips_per_year",
    "interaction_overhead",
)
PER_DEPTH = ("learning_depth", "knowledge_months")
DEPTHS = ("shallow", "medium", "deep")
SINGLE = (
    "synchronous_loss_per_hour",
    "coordination_elasticity",
    "teaching_share",
    "bot_premium",
    "bot_transfer_fee",
    "seat_area",
    "seat_equipment",
    "hiring_share",
    "employer_spread_share",
    "time_to_fill/provider",
)


def grid_keys(facts: Facts) -> Iterator[str]:
    """Yield every key that planning may ask for, by the catalogue of sites and roles."""
    sites = list(facts.sites.values())
    countries = sorted({site.country for site in sites})
    families = sorted({role.family for role in facts.roles.values()})
    for site, role, seniority in product(sites, facts.roles, SENIORITIES):
        yield f"pay/{site.place}/{role}/{seniority}"
    for name, country in product(PER_COUNTRY, countries):
        yield f"{name}/{country}"
    for country, seniority in product(countries, SENIORITIES):
        yield f"provider_rate/{country}/{seniority}"
        yield f"seniority_share/{country}/{seniority}"
    for name, site in product(PER_PLACE, sites):
        yield f"{name}/{site.place}"
    for site, family in product(sites, families):
        yield f"talent_stock/{site.place}/{family}"
    for name, group in (*product(PER_GROUP, REGION_GROUPS), *product(PER_DEPTH, DEPTHS)):
        yield f"{name}/{group}"
    for currency in sorted({site.currency for site in sites} | {"USD"}):
        if currency != "EUR":
            yield f"fx/{currency}"
    yield from SINGLE


def missing_keys(facts: Facts) -> tuple[str, ...]:
    """Return the keys of the grids that the base lacks."""
    return tuple(key for key in grid_keys(facts) if key not in facts)
