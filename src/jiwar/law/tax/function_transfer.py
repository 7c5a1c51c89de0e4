"""Whether moving work is a taxable transfer of a function: a question with one safe answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FunctionTransfer:
    """Whether a transfer package is off the table; if not, what to ask a tax adviser."""

    needs_adviser: bool
    missing: tuple[str, ...]


def function_transfer(
    *, works_only_for_transferor: bool | None, paid_cost_plus: bool | None
) -> FunctionTransfer:
    """Return whether a tax adviser must value a transfer package.

    It is not needed only if the receiving company performs the function exclusively for the transferring
    one and is paid by the cost-plus method; a missing answer never clears it.
    """
    answers = {"works_only_for_transferor": works_only_for_transferor, "paid_cost_plus": paid_cost_plus}
    missing = tuple(name for name, answer in answers.items() if answer is None)
    return FunctionTransfer(not (works_only_for_transferor and paid_cost_plus), missing)
