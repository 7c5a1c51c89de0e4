"""The names that the outlook counts by, and the unit of every quantity it returns."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

BRANCHES: Final = ("CRM", "BPO", "ITO", "ESO", "KPO")
"""The sector's own five activities, from call centre to research."""

CLIENTS: Final = ("france", "germany", "other")
"""Countries that buy."""

TIERS: Final = ("axis", "second", "third")
"""Casablanca and Rabat; Fès, Tangier-Tétouan, Marrakech and Agadir; Oujda and all others."""

GROUPS: Final = ("service", "digital")
"""Labour markets: call centres and back offices draw on one, computing, engineering and research on the other."""

GROUP_OF: Final = (0, 0, 1, 1, 1)
"""The labour market of each branch."""

BINDS: Final = ("demand", "talent", "seats", "ramp")
"""What held jobs down in a year: clients wanted no more, people were missing, seats were missing, or the
incumbents could not grow faster."""

DEFINITIONS: Final = ("new", "old")
"""The series of exports from 2023 with five branches, and the one before it; they are never joined."""

FIRST_YEAR: Final = 2009
LAST_YEAR: Final = 2035
REFERENCE_YEAR: Final = 2023
"""The only year in which both series of exports exist; the bridge between them is anchored here."""

EXPORT_SCALE: Final = 1e6
"""People times thousand dirhams, divided by this, are billion dirhams."""

QUANTITIES: Final = MappingProxyType(
    {
        "jobs": "people",
        "wanted": "people",
        "value_per_job": "kMAD/year",
        "exports": "bn MAD/year",
        "client_share": "ratio",
        "bridge": "ratio",
        "jobs_by_tier": "people",
        "seats": "people",
        "wage": "MAD/month",
        "pool": "people",
        "graduates": "people/year",
        "reskilled": "people/year",
        "returned": "people/year",
        "attracted": "people/year",
        "emigrated": "people/year",
        "left": "people/year",
        "subsidised": "people/year",
        "additional": "people/year",
        "state_cost": "bn MAD/year",
    }
)
"""Unit of each array of ``Paths``, from the closed list of units."""
