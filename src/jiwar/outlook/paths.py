"""What a run returns: named arrays with paths first and years second, and the identities between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook.words import (
    BRANCHES,
    CLIENTS,
    EXPORT_SCALE,
    FIRST_YEAR,
    GROUPS,
    QUANTITIES,
    REFERENCE_YEAR,
    TIERS,
)

if TYPE_CHECKING:
    from jiwar.outlook.state import State
    from jiwar.outlook.talent import Flows


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """Many possible histories and futures of the sector; the unit of each array stands in ``QUANTITIES``."""

    years: tuple[int, ...]
    jobs: FloatArray
    """Shape (paths, years, branches)."""
    wanted: FloatArray
    """Jobs that clients would fill, shape (paths, years, branches)."""
    value_per_job: FloatArray
    """Exports per job on the new definition, shape (paths, years, branches)."""
    client_share: FloatArray
    """Shares of the client countries, shape (paths, years, branches, clients); they sum to one."""
    bridge: FloatArray
    """Exports on the new definition over those on the old one, shape (paths, years)."""
    jobs_by_tier: FloatArray
    """Shape (paths, years, tiers); the sum is that of the branches."""
    seats: FloatArray
    """Shape (paths, years, tiers)."""
    wage: FloatArray
    """Net monthly pay, shape (paths, years, groups)."""
    pool: FloatArray
    """People who can and will do the work of a group, shape (paths, years, groups)."""
    graduates: FloatArray
    """People who join from school, shape (paths, years, groups), as for the next five."""
    reskilled: FloatArray
    returned: FloatArray
    attracted: FloatArray
    emigrated: FloatArray
    left: FloatArray
    subsidised: FloatArray
    """Hires for whom support was paid, shape (paths, years)."""
    additional: FloatArray
    """Hires that would not have happened under the support of the past, shape (paths, years)."""
    state_cost: FloatArray
    """What support of the year's hires costs, shape (paths, years)."""
    binds: FloatArray
    """What held jobs down, as an index into ``BINDS``, shape (paths, years)."""

    @property
    def exports(self) -> FloatArray:
        """Exports on the new definition in billion dirhams: jobs times value, shape (paths, years, branches)."""
        return self.jobs * self.value_per_job / EXPORT_SCALE

    @property
    def exports_new(self) -> FloatArray:
        """Exports of all branches on the new definition, shape (paths, years)."""
        return np.asarray(self.exports.sum(axis=2))

    @property
    def exports_old(self) -> FloatArray:
        """The same exports as the old statistics would count them, shape (paths, years)."""
        return self.exports_new / self.bridge

    @property
    def total_jobs(self) -> FloatArray:
        """Jobs of all branches, shape (paths, years)."""
        return np.asarray(self.jobs.sum(axis=2))

    @property
    def mean_value(self) -> FloatArray:
        """Exports per job over all branches on the new definition, shape (paths, years)."""
        return self.exports_new / self.total_jobs * EXPORT_SCALE

    @property
    def branch_share(self) -> FloatArray:
        """Shares of the branches in exports, shape (paths, years, branches)."""
        return self.exports / self.exports_new[:, :, None]

    def at(self, year: int) -> int:
        """Return the place of a year."""
        return self.years.index(year)


_SHAPES = {
    "jobs": (len(BRANCHES),),
    "wanted": (len(BRANCHES),),
    "value_per_job": (len(BRANCHES),),
    "client_share": (len(BRANCHES), len(CLIENTS)),
    "jobs_by_tier": (len(TIERS),),
    "seats": (len(TIERS),),
    **dict.fromkeys(
        ("wage", "pool", "graduates", "reskilled", "returned", "attracted", "emigrated", "left"),
        (len(GROUPS),),
    ),
    **dict.fromkeys(("subsidised", "additional", "state_cost", "binds"), ()),
}


class Recorder:
    """Takes the years as they come, with the paths last, and gives them back as ``Paths``."""

    def __init__(self, years: int, paths: int) -> None:
        self._years = years
        self._arrays = {name: np.empty((years, *shape, paths)) for name, shape in _SHAPES.items()}

    def note(
        self,
        row: int,
        state: State,
        binds: FloatArray,
        by_tier: FloatArray,
        flows: Flows,
        subsidised: FloatArray,
        state_cost: FloatArray,
    ) -> None:
        """Note one year."""
        wanted = state.wanted.sum(axis=1)
        noted = {
            "jobs": state.jobs,
            "wanted": wanted,
            "value_per_job": state.value,
            "client_share": state.wanted / wanted[:, None, :],
            "jobs_by_tier": by_tier,
            "seats": state.seats,
            "wage": state.wage,
            "pool": state.pool,
            "graduates": flows.graduates,
            "reskilled": flows.reskilled,
            "returned": flows.returned,
            "attracted": flows.attracted,
            "emigrated": flows.emigrated,
            "left": flows.left,
            "subsidised": subsidised,
            "additional": state.additional.sum(axis=0),
            "state_cost": state_cost,
            "binds": binds,
        }
        for name, values in noted.items():
            self._arrays[name][row] = values

    def paths(self, bridge: FloatArray, drift: FloatArray, widened: FloatArray) -> Paths:
        """Return all years.

        ``widened`` is by how much, in logarithms, the old statistics came to count more of the sector in each
        step, shape (steps, paths). They end in the only common year; what they count stays as it is from there.
        """
        years = np.arange(FIRST_YEAR, FIRST_YEAR + self._years)
        still_kept = (years[1:] <= REFERENCE_YEAR)[:, None]
        counted = np.zeros((self._years, bridge.size))
        counted[1:] = np.cumsum(widened * still_kept, axis=0)
        ratio = bridge * np.exp(drift * (years[:, None] - REFERENCE_YEAR) - counted)
        arrays = {**self._arrays, "bridge": ratio}
        return Paths(
            years=tuple(int(year) for year in years),
            **{
                name: np.moveaxis(array, -1, 0)
                for name, array in arrays.items()
                if name in QUANTITIES or name == "binds"
            },
        )
