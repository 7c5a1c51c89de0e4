"""The amount on which premiums are computed: total investment with land counted only in part."""

from __future__ import annotations

import numpy as np

from jiwar.law.support.project import Projects
from jiwar.money import FloatArray

LAND_SHARE_LIMIT = 0.20
MOST_YEARS_OF_RENT = 7.0


def primable_mad(projects: Projects, *, low_confidence_rules: bool) -> tuple[FloatArray, FloatArray]:
    """Return the primable amount, lower and upper bound, in MAD.

    Public land does not count; private land counts up to 20 % of the total. That split is known from a
    third-party simulator only: with low-confidence rules off, the bounds are all land out and none out.
    """
    total, private, public = projects.investment_mad, projects.private_land_mad, projects.public_land_mad
    if not low_confidence_rules:
        return np.maximum(total - private - public, 0.0), np.asarray(total, dtype=np.float64)
    beyond = private > LAND_SHARE_LIMIT * total
    counted = np.where(beyond, total - private - public + LAND_SHARE_LIMIT * total, total - public)
    amount = np.maximum(counted, 0.0)
    return amount, amount


def total_investment_mad(
    *,
    equipment: FloatArray,
    fitting_out: FloatArray,
    studies_and_research: FloatArray,
    rent_per_year: FloatArray,
    years_of_rent: FloatArray,
    land: FloatArray,
) -> FloatArray:
    """Return the total investment without tax; of rented buildings at most seven years count."""
    rent = rent_per_year * np.minimum(years_of_rent, MOST_YEARS_OF_RENT)
    total: FloatArray = equipment + fitting_out + studies_and_research + rent + land
    return total
