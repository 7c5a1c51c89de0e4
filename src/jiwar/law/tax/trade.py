"""Tax on what crosses the border: VAT on exported services, withholding on fees, transfer-pricing papers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiwar.money import FloatArray

STANDARD_VAT_RATE = 0.20
NON_RESIDENT_FEE_RATE = 0.10
DOCUMENTATION_THRESHOLD_MAD = 50e6
DOCUMENTATION_FINE_RATE, DOCUMENTATION_FINE_LEAST_MAD = 0.005, 200_000.0


@dataclass(frozen=True, slots=True)
class VatAnswer:
    """The VAT rate of a service, whether input tax comes back, and what must still be shown."""

    rate: float
    input_tax_deductible: bool
    missing: tuple[str, ...]


def vat_on_service(
    *,
    used_outside_morocco: bool | None,
    invoiced_to_foreign_client: bool | None,
    paid_in_currency: bool | None,
) -> VatAnswer:
    """Return the VAT on a service: exempt with deduction when it is exported and the papers show it.

    A missing answer never exempts: the standard rate stands until it is given.
    """
    tests = {
        "used_outside_morocco": used_outside_morocco,
        "invoiced_to_foreign_client": invoiced_to_foreign_client,
        "paid_in_currency": paid_in_currency,
    }
    missing = tuple(name for name, answer in tests.items() if answer is None)
    exempt = all(answer is True for answer in tests.values())
    return VatAnswer(0.0 if exempt else STANDARD_VAT_RATE, input_tax_deductible=True, missing=missing)


def withholding_on_foreign_fees(fees_mad: FloatArray) -> FloatArray:
    """Return what Morocco withholds from royalties and service fees paid abroad, for instance to the parent.

    The cap of the treaty (art. 12) was not found in a text that was read.
    """
    withheld: FloatArray = NON_RESIDENT_FEE_RATE * fees_mad
    return withheld


def transfer_papers_due(turnover_mad: FloatArray, gross_assets_mad: FloatArray) -> NDArray[np.bool_]:
    """Return where a company with cross-border group transactions owes a master file and a local file."""
    return np.asarray(
        (turnover_mad >= DOCUMENTATION_THRESHOLD_MAD) | (gross_assets_mad >= DOCUMENTATION_THRESHOLD_MAD),
        dtype=np.bool_,
    )


def fine_without_papers(undocumented_mad: FloatArray) -> FloatArray:
    """Return the yearly fine for group transactions without papers."""
    return np.asarray(np.maximum(DOCUMENTATION_FINE_RATE * undocumented_mad, DOCUMENTATION_FINE_LEAST_MAD))
