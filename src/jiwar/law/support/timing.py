"""When capital grants are assumed to arrive: no schedule is published, so plans carry a range of months."""

from __future__ import annotations

from collections.abc import Mapping

PAYMENT_MONTHS: Mapping[str, tuple[float, float, float]] = {
    "ma.charter": (36.0, 48.0, 60.0),
    "ma.sme": (24.0, 36.0, 60.0),
}
"""Months from the convention to the payment, early, middle and late: an assumption, not law.

The realisation of a Charter project may take five years; the SME grant follows the realisation. Neither text
read says when money flows: treat these as a prior and show them as one.
"""
