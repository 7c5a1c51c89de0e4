"""Cells of tables that several sections write in the same way."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import Number, Parts
from jiwar.report.quantities import MINUS, people, share, thousands
from jiwar.report.texts import NOTHING, Texts, words


def nothing() -> Parts:
    """Return the dash of a cell that has nothing to say."""
    return words(NOTHING)


def signed_share(texts: Texts, amount: Amount, decimals: int = 0) -> Number:
    """Write a change as a percentage with its sign."""
    shown = texts.form.share(amount.value, decimals).replace("-", MINUS)
    return Number(f"+{shown}" if amount.value > 0 else shown, amount.origins, amount.value)


def thousand_cell(texts: Texts, amount: Amount | None, *, signed: bool = True) -> Parts:
    """Write an amount in thousand EUR, a dash when there is none."""
    return nothing() if amount is None else (thousands(texts, amount, signed=signed),)


def share_cell(texts: Texts, amount: Amount | None, decimals: int = 0) -> Parts:
    """Write a share, a dash when there is none."""
    return nothing() if amount is None else (share(texts, amount, decimals),)


def people_cell(texts: Texts, amount: Amount) -> Parts:
    """Write people or another count."""
    return (people(texts, amount),)
