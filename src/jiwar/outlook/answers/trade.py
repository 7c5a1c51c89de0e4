"""What the growth of exports means for trade: against the goods deficit and the other earners of currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.facts import Facts
from jiwar.money import FloatArray
from jiwar.outlook.answers.fans import LEVELS, quantity

if TYPE_CHECKING:
    from jiwar.outlook import Paths

BASE_YEAR = 2025
"""The year from which growth is counted, and in which the other earners are known."""

EARNERS = {
    "services": "sector/ma_services_exports/2025",
    "automotive": "sector/ma_auto_exports/2024",
    "tourism": "sector/ma_travel_receipts/2025",
    "remittances": "sector/ma_remittances/2025",
    "phosphates": "sector/ma_phosphate_exports/2025",
    "aeronautics": "sector/ma_aeronautics_exports/2025",
}
"""Other earners of foreign currency, and the facts that hold them (bn MAD)."""

DEFICIT, DEFICIT_BEFORE = "sector/ma_goods_deficit/2025", "sector/ma_goods_deficit/2024"
SECTOR = "sector/exports_digital_outsourcing_new/2025"


@dataclass(frozen=True, slots=True)
class Trade:
    """The growth of exports from 2025 to a year (P10, P50, P90; bn MAD, new definition), and what it is beside.

    ``of_deficit`` is the growth as a share of the goods deficit of 2025, ``of_widening`` as a multiple of the one
    year in which the deficit widened; both before imported inputs. ``german`` is the German share of exports in the
    last year (P10, P50, P90), which rests on priors.
    """

    year: int
    growth_bn: tuple[float, float, float]
    of_deficit: tuple[float, float, float]
    of_widening: float
    earners: tuple[tuple[str, float, str], ...]
    german: tuple[float, float, float]
    german_bn: tuple[float, float, float]


def trade(paths: Paths, facts: Facts, year: int) -> Trade:
    """Return what the exports of a year mean for the trade of the country."""
    deficit = facts.get(DEFICIT).mid
    exports = quantity(paths, "exports_new")
    growth = exports[:, paths.at(year)] - exports[:, paths.at(BASE_YEAR)]
    by_branch = np.asarray(paths.exports)[:, paths.at(year)]
    to_germany = (by_branch * np.asarray(paths.client_share)[:, paths.at(year), :, 1]).sum(axis=1)
    earners = [("sector", facts.get(SECTOR).mid, SECTOR)]
    earners.extend((name, facts.get(key).mid, key) for name, key in EARNERS.items())
    return Trade(
        year=year,
        growth_bn=_three(growth),
        of_deficit=_three(growth / deficit),
        of_widening=float(np.median(growth)) / (deficit - facts.get(DEFICIT_BEFORE).mid),
        earners=tuple(sorted(earners, key=lambda earner: -earner[1])),
        german=_three(to_germany / by_branch.sum(axis=1)),
        german_bn=_three(to_germany),
    )


def _three(values: FloatArray) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, (LEVELS[0], 0.5, LEVELS[-1]))
    return float(low), float(middle), float(high)
