"""What the paths of an outlook mean for who hires in Morocco, relative to a base year.

Levels are the facts with which companies plan: in the base year both say the same. The outlook only adds how they
move: pay with its wages, people in a city with its pools and tiers, attrition and time to fill with scarcity. Arrays
have the paths first, then the years.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from jiwar.facts import Facts, Site, quantile
from jiwar.money import FloatArray
from jiwar.outlook.codes import outlook_error
from jiwar.outlook.paths import Paths
from jiwar.outlook.verb import Outlook
from jiwar.outlook.words import GROUPS, TIERS

BASE_YEAR: Final = 2026
"""The year of the facts with which companies plan."""

State = Literal["all", "tight", "loose"]
STATES: Final[tuple[State, ...]] = ("all", "tight", "loose")
"""All paths, or the fifth of them on which people are scarcest, or least scarce."""

_FIFTH: Final = 0.2
_LEAST_PATHS: Final = 10
_MOST_USE: Final = 1.5
"""Wanted jobs over people beyond which scarcity counts as this, as in the model."""
_MOST_ATTRITION: Final = 0.6
"""Yearly attrition beyond which no record of a whole labour market was found."""
_TIER_OF: Final = {
    **dict.fromkeys(("casablanca", "rabat"), "axis"),
    **dict.fromkeys(("fes", "tanger", "tetouan", "marrakech", "agadir"), "second"),
}
"""Tier of each city; the others are of the third."""


@dataclass(frozen=True, slots=True, eq=False)
class LabourMarket:
    """How the labour market moves on the chosen paths, by group of labour market and tier of cities."""

    state: State
    base_year: int
    """The year in which the facts hold as they are; what stands before it is the model's history."""
    years: tuple[int, ...]
    pay_index: FloatArray
    """Pay over that of the base year, shape (paths, years, groups)."""
    attrition: FloatArray
    """Share of a team that leaves in a year, shape (paths, years, groups)."""
    time_to_fill: FloatArray
    """Months from opening a post to a person at work, shape (paths, years, groups)."""
    people_index: FloatArray
    """People in the cities of a tier over those of the base year, shape (paths, years, groups, tiers)."""

    def at(self, year: int) -> int:
        """Return the place of a year.

        Raises
        ------
        OutlookError
            M005 for a year outside those of the outlook.
        """
        if year not in self.years:
            message = f"the labour market of {year} lies outside the outlook"
            raise outlook_error("M005", message, f"ask for {self.years[0]} to {self.years[-1]}")
        return self.years.index(year)


def group_of(family: str) -> int:
    """Return the labour market of a family of roles, as an index into ``GROUPS``: support is service work."""
    return GROUPS.index("service" if family == "support" else "digital")


def tier_of(site: Site) -> int:
    """Return the tier of a Moroccan city, as an index into ``TIERS``."""
    return TIERS.index(_TIER_OF.get(site.id, "third"))


def scarcity(paths: Paths) -> FloatArray:
    """Return wanted jobs over people by group, shape (paths, years, groups)."""
    wanted = np.stack([paths.wanted[:, :, :2].sum(axis=2), paths.wanted[:, :, 2:].sum(axis=2)], axis=2)
    return np.minimum(wanted / paths.pool, _MOST_USE)


def labour_market(
    found: Outlook, facts: Facts, *, state: State = "all", base_year: int = BASE_YEAR
) -> LabourMarket:
    """Return the labour market that an outlook means.

    Parameters
    ----------
    found
        The outlook.
    facts
        The base whose levels hold in the base year.
    state
        All paths, or a fifth of them: the tightest or loosest labour market for digital work after the base year.
    base_year
        The year in which the facts hold as they are.

    Raises
    ------
    OutlookError
        M005 for a base year outside the outlook, M007 when a fifth of the paths is too few to be counted.
    """
    paths = found.paths
    if not paths.years[0] <= base_year < paths.years[-1]:
        remedy = f"take a year from {paths.years[0]} to {paths.years[-1] - 1}, or a later end of the outlook"
        raise outlook_error("M005", f"the outlook has no future after {base_year}", remedy)
    base = paths.at(base_year)
    tightness = scarcity(paths)
    chosen = _chosen(tightness[:, base + 1 :, 1].mean(axis=1), state)
    tighter = (tightness - tightness[:, [base]])[chosen]
    draws = np.random.default_rng([found.seed, base_year, 3]).random((4, paths.jobs.shape[0]))[:, chosen]

    def drawn(key: str, row: int) -> FloatArray:
        return quantile(facts, facts.get(key), draws[row])[:, None, None]

    attrition = drawn("attrition/MA", 0) * np.exp(drawn("outlook/attrition_response", 1) * tighter)
    fill = drawn("time_to_fill/MA", 2) * np.exp(drawn("outlook/fill_response", 3) * tighter)
    share = paths.jobs_by_tier / paths.jobs_by_tier.sum(axis=2, keepdims=True)
    people = paths.pool[:, :, :, None] * share[:, :, None, :]
    return LabourMarket(
        state=state,
        base_year=base_year,
        years=paths.years,
        pay_index=(paths.wage / paths.wage[:, [base]])[chosen],
        attrition=np.minimum(attrition, _MOST_ATTRITION),
        time_to_fill=fill,
        people_index=(people / people[:, [base]])[chosen],
    )


def _chosen(tightness: FloatArray, state: State) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return the paths of a state of the labour market, in the order in which they were drawn."""
    count = tightness.size if state == "all" else int(_FIFTH * tightness.size)
    if count < _LEAST_PATHS and state != "all":
        message = f"a fifth of {tightness.size} paths is too few to tell a labour market"
        raise outlook_error("M007", message, f"ask for at least {int(_LEAST_PATHS / _FIFTH)} paths")
    order = np.argsort(tightness, kind="stable")
    taken = order[-count:] if state == "tight" else order[:count]
    return np.sort(taken)
