"""Moroccan social charges: family allowances, short-term benefits, pension, health cover, training tax."""

from __future__ import annotations

import datetime as dt

from jiwar.law.payroll.levy import Schedule, monthly

CNSS_CEILING_MAD_PER_MONTH = 6_000.0

SCHEDULES = (
    Schedule(
        rule="ma.cnss.charges@2017-01-01",
        start=dt.date(2017, 1, 1),
        known_until=dt.date(2026, 12, 31),
        employer=(
            monthly("family_allowances", 0.0640),
            monthly("short_term_benefits", 0.0105, ceiling=CNSS_CEILING_MAD_PER_MONTH),
            monthly("pension", 0.0793, ceiling=CNSS_CEILING_MAD_PER_MONTH),
            monthly("health_cover", 0.0411),
            monthly("training_tax", 0.0160),
        ),
        employee=(
            monthly("short_term_benefits", 0.0052, ceiling=CNSS_CEILING_MAD_PER_MONTH),
            monthly("pension", 0.0396, ceiling=CNSS_CEILING_MAD_PER_MONTH),
            monthly("health_cover", 0.0226),
        ),
        left_out=("private work-accident insurance", "supplementary pension (CIMR) when agreed"),
    ),
)
"""CNSS rates as published by CLEISS (1 January 2024) and CGEM, reported unchanged for 2026."""
