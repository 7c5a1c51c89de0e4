"""Refunds and exemptions around training and first hires; most are known from undated or old pages only."""

from __future__ import annotations

import datetime as dt

import numpy as np

from jiwar.law.payroll.charges import employer_charges
from jiwar.law.payroll.levy import MONTHS_PER_YEAR
from jiwar.money import FloatArray

CONTRACT_PLANNED_RATE, CONTRACT_UNPLANNED_RATE = 0.70, 0.40
INTEGRATION_PAY_LIMIT_MAD_PER_MONTH = 6_000.0
INTEGRATION_MONTHS_PAID = 12
KNOWN_FROM = dt.date(2023, 1, 1)
"""The pages carry no date; they are used from the first year that the law of money is coded for."""
RULES = (f"ma.ofppt.contracts@{KNOWN_FROM}", f"ma.anapec.integration@{KNOWN_FROM}")


def training_contract_mad(planned_cost_mad: FloatArray, unplanned_cost_mad: FloatArray) -> FloatArray:
    """Return the highest refund of the special training contracts; their ceiling is not known.

    The ceiling depends on the training tax paid, by a table that was not found: so this is an upper bound.
    """
    highest: FloatArray = (
        CONTRACT_PLANNED_RATE * planned_cost_mad + CONTRACT_UNPLANNED_RATE * unplanned_cost_mad
    )
    return highest


def integration_contract_mad(gross_mad_per_month: FloatArray, hires: FloatArray, on: dt.date) -> FloatArray:
    """Return a year of employer charges that the State pays for trainees then hired on a contract.

    Only traineeships paid up to 6,000 MAD a month are supported; what the hire earns afterwards is paid on in
    full by the text read, here on pay up to that limit.
    """
    charges = employer_charges(gross_mad_per_month * MONTHS_PER_YEAR, country="MA", on=on).total
    within = gross_mad_per_month <= INTEGRATION_PAY_LIMIT_MAD_PER_MONTH
    return np.where(within, hires * charges * INTEGRATION_MONTHS_PAID / MONTHS_PER_YEAR, 0.0)
