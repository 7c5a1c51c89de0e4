"""How the paper writes amounts: rounded to what can be known, with signs that can be seen."""

from __future__ import annotations

from jiwar.periods import Month
from jiwar.report.amount import Amount
from jiwar.report.blocks import Number
from jiwar.report.terms import unit_name
from jiwar.report.texts import Texts

MINUS = "\u2212"


def money(texts: Texts, amount: Amount) -> Number:
    """Write an amount of EUR for a sentence, without its sign: millions or full thousands."""
    return Number(money_text(texts, abs(amount.value)), amount.origins, amount.value)


def money_text(texts: Texts, amount_eur: float) -> str:
    """Write EUR in millions with two digits after the point, below a million in full thousands."""
    if abs(amount_eur) >= 999_500:
        decimals = 1 if abs(amount_eur) >= 9_995_000 else 2
        return unbroken(texts.form.millions(amount_eur, decimals=decimals)).replace("-", MINUS)
    step = 1_000 if abs(amount_eur) >= 10_000 else 100
    return unbroken(texts.form.money(round(amount_eur / step) * step)).replace("-", MINUS)


def thousands(texts: Texts, amount: Amount, *, signed: bool = False) -> Number:
    """Write EUR in thousands for a column whose title names the unit."""
    return Number(thousands_text(texts, amount.value, signed=signed), amount.origins, amount.value)


def thousands_text(texts: Texts, amount_eur: float, *, signed: bool = False) -> str:
    """Write EUR in thousands; a signed one shows its plus."""
    return _signed(texts.form.number(amount_eur / 1e3), amount_eur / 1e3, signed=signed)


def millions_text(texts: Texts, amount_eur: float, *, decimals: int = 2, signed: bool = False) -> str:
    """Write EUR in millions without the word, for a chart whose title names the unit."""
    shown = texts.form.number(amount_eur / 1e6, decimals)
    return _signed(shown, amount_eur / 10 ** (6 - decimals), signed=signed)


def people(texts: Texts, amount: Amount) -> Number:
    """Write a number of people: whole people where it is nearly whole, else halves and tenths."""
    return Number(people_text(texts, amount.value), amount.origins, amount.value)


def people_text(texts: Texts, value: float) -> str:
    """Write people with one digit after the point where it says something."""
    nearly_whole = abs(value - round(value)) < 0.05
    return texts.form.number(value, 0 if nearly_whole else 1).replace("-", MINUS)


def share(texts: Texts, amount: Amount, decimals: int = 0) -> Number:
    """Write a fraction as a percentage."""
    return Number(texts.form.share(amount.value, decimals).replace("-", MINUS), amount.origins, amount.value)


def quantity_text(texts: Texts, value: float, unit: str) -> str:
    """Write a number in the unit that its source uses."""
    size = abs(value)
    decimals = 0 if size >= 100 or value == round(value) else 1 if size >= 10 else 2 if size >= 0.1 else 4
    shown = texts.form.number(value, decimals).replace("-", MINUS)
    return unbroken(f"{shown} {unit_name(texts, unit)}".rstrip())


def month_text(texts: Texts, month: Month) -> str:
    """Write a month so that it does not break over two lines."""
    return unbroken(texts.form.month(month))


def unbroken(text: str) -> str:
    """Keep a quantity on one line."""
    return text.replace(" ", "\u00a0")


def _signed(shown: str, value: float, *, signed: bool) -> str:
    positive = signed and round(value) > 0
    return ("+" if positive else "") + shown.replace("-", MINUS)
