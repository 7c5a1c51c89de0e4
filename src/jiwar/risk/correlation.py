"""Which uncertain numbers belong together: groups of drivers, and how numbers of one kind move together."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.facts import Fact, common_factor

VALUE_OF_WORK = "value_of_work"
"""Key of the draws that multiply the case's value of work, which is no fact."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """Correlation of the normal scores of one quantity, inside a country and between countries; our prior."""

    within: float
    across: float


USUAL = Correlation(0.5, 0.0)
"""Holds for quantities that the table does not name."""

CORRELATIONS = {
    "pay": Correlation(0.7, 0.2),
    "wage_growth": Correlation(1.0, 0.4),
    "attrition": Correlation(1.0, 0.3),
    "time_to_fill": Correlation(1.0, 0.3),
    "provider_rate": Correlation(0.8, 0.3),
    "eor_fee": Correlation(1.0, 0.3),
    "seat": Correlation(0.7, 0.2),
    "recruiting_fee": Correlation(1.0, 0.2),
    "seniority_share": Correlation(0.0, 0.0),
    "talent_stock": Correlation(0.5, 0.0),
    "site_opening": Correlation(1.0, 0.5),
    "site_running": Correlation(1.0, 0.5),
    "travel_trip": Correlation(1.0, 0.5),
    "annual_leave": Correlation(1.0, 0.0),
    "daily_hours": Correlation(1.0, 0.0),
    "learning_depth": Correlation(0.7, 0.7),
    "learning_months": Correlation(0.7, 0.7),
    "start_productivity": Correlation(0.7, 0.7),
    "knowledge_months": Correlation(0.7, 0.7),
    "effort_multiplier": Correlation(0.7, 0.7),
    "interaction_overhead": Correlation(0.7, 0.7),
}
"""By quantity."""

LABOUR_MARKET = "labour_market"
"""Group of the one source of luck that several quantities of a country share."""

TIGHTNESS = {"wage_growth": 0.3, "attrition": 0.3, "time_to_fill": 0.3}
"""Quantities that rise together where labour markets are tight, and the correlation of their normal scores; our prior.

It is part of what the numbers of a quantity in one country share. All other quantities are independent of each other.
"""

GROUPS: dict[str, tuple[str, ...]] = {
    "pay": ("pay",),
    "wage_growth": ("wage_growth",),
    "currency": ("fx",),
    "attrition": ("attrition",),
    "learning": (
        "learning_depth",
        "learning_months",
        "start_productivity",
        "knowledge_months",
        "teaching_share",
    ),
    "coordination": (
        "effort_multiplier",
        "synchronous_loss_per_hour",
        "coordination_elasticity",
        "interaction_overhead",
    ),
    "time_to_fill": ("time_to_fill", "hiring_share", "seniority_share", "talent_stock", "provider_reach"),
    "provider_rates": ("provider_rate", "eor_fee", "bot_premium", "bot_transfer_fee"),
    "law_and_state": ("authority_delay", "support_delay", "support_paid", "circular_cut", "adequacy_wait"),
    "demand": ("demand_growth",),
    "value_of_work": (VALUE_OF_WORK,),
}
"""Groups of quantities in the order of the tables; all else is `OTHER`, the tightness of labour markets its own."""

OTHER = "seats_and_other"

_LEVELS_OF_DEPTH = ("shallow", "medium", "deep")


def quantity_of(key: str) -> str:
    """Return what a key is about: its first part."""
    return key.split("/", 1)[0]


def group_of(key: str) -> str:
    """Return the group of drivers that a key, or a source of luck, belongs to."""
    quantity = quantity_of(key)
    if quantity == LABOUR_MARKET:
        return LABOUR_MARKET
    return next((group for group, members in GROUPS.items() if quantity in members), OTHER)


def country_of(key: str, fact: Fact | None) -> str:
    """Return the country that a number is about, empty when it is about none."""
    if fact is None or not fact.place[:2].isupper():
        return ""
    return common_factor(fact).removeprefix(f"{quantity_of(key)}/")


def driver_of(key: str, fact: Fact | None) -> str:
    """Return the driver that a key moves with when one driver is turned alone.

    Numbers of one quantity in one country are one driver (``pay/MA``), depths of knowledge are one, any other
    key is its own.
    """
    country = country_of(key, fact)
    if country:
        return f"{quantity_of(key)}/{country}"
    return quantity_of(key) if key.rsplit("/", 1)[-1] in _LEVELS_OF_DEPTH else key
