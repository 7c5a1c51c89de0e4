"""What holds growth back in each year: demand, talent, seats or the pace at which firms ramp up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jiwar.outlook.answers.fans import Mix

if TYPE_CHECKING:
    from jiwar.outlook import Paths


def binding(paths: Paths, kinds: tuple[str, ...], *, first: int = 2024) -> Mix:
    """Return the share of paths on which each limit binds, by year."""
    years = tuple(year for year in paths.years if year >= first)
    held = np.asarray(paths.binds)[:, [paths.at(year) for year in years]]
    shares = tuple(tuple(map(float, np.mean(held == index, axis=0))) for index in range(len(kinds)))
    return Mix("binds", kinds, years, shares)
