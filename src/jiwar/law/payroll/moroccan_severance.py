"""What ends a Moroccan contract costs: statutory severance and notice, by years of service."""

from __future__ import annotations

import numpy as np

from jiwar.law.payroll.error import refuse
from jiwar.money import FloatArray

HOURS_PER_YEAR_OF_SERVICE = ((0.0, 96.0), (5.0, 144.0), (10.0, 192.0), (15.0, 240.0))
"""Years already served, hours of pay for each further year or part of one (Labour Code, arts. 52 and 53)."""

FIRST_DUE_AFTER_YEARS = 0.5


def severance_hours(years_of_service: FloatArray) -> FloatArray:
    """Return the hours of pay due on dismissal without gross misconduct; a year begun counts whole.

    Raises
    ------
    MoneyError
        L102 for negative or endless service.
    """
    served = np.asarray(years_of_service, dtype=np.float64)
    if not np.all(np.isfinite(served)) or np.any(served < 0):
        refuse("L102", "years of service must be zero or more and finite", "check the service")
    years = np.ceil(served)
    hours = np.zeros_like(years)
    earlier = 0.0
    for after, hours_per_year in HOURS_PER_YEAR_OF_SERVICE:
        hours = hours + (hours_per_year - earlier) * np.maximum(years - after, 0.0)
        earlier = hours_per_year
    return np.where(served >= FIRST_DUE_AFTER_YEARS, hours, 0.0)
