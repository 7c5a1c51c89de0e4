"""The sector in one year: what the model carries from year to year."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.money import FloatArray


@dataclass(frozen=True, slots=True)
class State:
    """The sector in one year."""

    wanted: FloatArray
    """Jobs that clients want, shape (branches, clients, paths)."""
    jobs: FloatArray
    change: FloatArray
    """Jobs less those of the year before, shape (branches, paths)."""
    value: FloatArray
    """Exports per job in thousand dirhams, new definition, shape (branches, paths)."""
    wage: FloatArray
    """Net monthly pay, shape (groups, paths)."""
    experience: FloatArray
    """Accumulated job years, shape (branches, paths)."""
    pool: FloatArray
    """People who can and will work in a group, employed or not, shape (groups, paths)."""
    seats: FloatArray
    """Shape (tiers, paths)."""
    additional: FloatArray
    """Hires of the year that only the support brought, shape (branches, paths)."""
    surge: FloatArray
    """Growth of all demand beyond its trend, of which a part stays for the next year, shape (paths,)."""
