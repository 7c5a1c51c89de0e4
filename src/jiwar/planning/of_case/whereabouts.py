"""Where the people of every option are in each quarter, and from when it needs an own unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.entries import IntArray

if TYPE_CHECKING:
    from jiwar.options import Option, Options


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Locations are splits of the people of a package over sites; most are whole teams at one site."""

    sites: tuple[str, ...]
    names: tuple[str, ...]  # of locations
    shares: FloatArray  # (N, sites) each row sums to one
    location: IntArray  # (O, Q)
    unit_from: IntArray  # (O,) quarter, -1 for never within the horizon


def whereabouts_of(options: Options) -> Whereabouts:
    """Derive where people are from site, share and start of every option."""
    sites, quarters = options.case.sites, options.horizon.quarters
    home = sites.index(options.case.company.home)
    away = np.array([_share_away(options, option) for option in options.items])
    at = np.array([sites.index(option.site) for option in options.items])
    at = np.where(away > 0, at[:, None], home)
    splits, location = np.unique(
        np.stack([at.ravel().astype(np.float64), away.ravel()], axis=1), axis=0, return_inverse=True
    )
    shares = np.zeros((len(splits), len(sites)))
    rows = np.arange(len(splits))
    shares[rows, home] = 1.0 - splits[:, 1]
    shares[rows, splits[:, 0].astype(int)] += splits[:, 1]
    names = tuple(_name(sites[int(site)], sites[home], share) for site, share in splits)
    unit_from = np.array([_unit_from(options, option) for option in options.items], dtype=np.int64)
    return Whereabouts(sites, names, shares, location.reshape(-1, quarters).astype(np.int64), unit_from)


def _share_away(options: Options, option: Option) -> FloatArray:
    """Return the part of the package that is at the option's site, mean of each quarter."""
    months = np.zeros(options.horizon.months)
    if option.start is not None:
        months[max(options.horizon.index(option.start), 0) :] = option.share
    away: FloatArray = months.reshape(-1, MONTHS_PER_QUARTER).mean(axis=1).round(6)
    return away


def _name(site: str, home: str, share: float) -> str:
    return home if share == 0 else site if share == 1 else f"{share:.0%} {site}"


def _unit_from(options: Options, option: Option) -> int:
    """Return the quarter from which the option needs an own unit at its site."""
    from jiwar.options.engagement import Engagement
    from jiwar.options.pricing import BUILD_MONTHS

    if not option.engagement.own_unit or option.start is None:
        return -1
    month = options.horizon.index(option.start)
    if option.engagement is Engagement.BUILD_OPERATE_TRANSFER:
        month += BUILD_MONTHS
    quarter = max(month, 0) // MONTHS_PER_QUARTER
    return quarter if quarter < options.horizon.quarters else -1
