"""Where people come from, where they work, for whom, and what that means for companies that hire: fans by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from jiwar.outlook.answers.fans import Fan, fan_of
from jiwar.outlook.words import CLIENTS, GROUPS, TIERS

if TYPE_CHECKING:
    from jiwar.outlook import Paths
    from jiwar.outlook.labour import LabourMarket

FIRST = 2025

FLOWS = ("graduates", "reskilled", "returned", "attracted", "emigrated", "left", "pool")
"""Who joins and who leaves in a year, and the people there then are."""


def pipeline(paths: Paths, group: str = "digital") -> Mapping[str, Fan]:
    """Return people a year who join and leave a labour market, and its pool."""
    at = GROUPS.index(group)
    return {
        name: fan_of(
            getattr(paths, name)[:, :, at],
            paths.years,
            name,
            "people" if name == "pool" else "people/year",
            first=FIRST,
        )
        for name in FLOWS
    }


def cities(paths: Paths) -> Mapping[str, Fan]:
    """Return jobs by tier of cities."""
    return {
        name: fan_of(paths.jobs_by_tier[:, :, at], paths.years, name, "people", first=FIRST)
        for at, name in enumerate(TIERS)
    }


def clients(paths: Paths) -> Mapping[str, Fan]:
    """Return the share of each client country in the exports of all branches; on every path they sum to one."""
    sold = np.einsum("pyb,pybc->pyc", paths.exports, paths.client_share)
    shares = sold / sold.sum(axis=2, keepdims=True)
    return {
        name: fan_of(shares[:, :, at], paths.years, name, "ratio", first=FIRST)
        for at, name in enumerate(CLIENTS)
    }


def hiring(market: LabourMarket) -> Mapping[str, Fan]:
    """Return pay over that of the base year, attrition and months to fill a post, for each labour market."""
    found = {}
    for at, group in enumerate(GROUPS):
        for name, unit in (("pay_index", "ratio"), ("attrition", "ratio"), ("time_to_fill", "months")):
            values = getattr(market, name)[:, :, at]
            found[f"{name}_{group}"] = fan_of(values, market.years, name, unit, first=market.base_year)
    return found
