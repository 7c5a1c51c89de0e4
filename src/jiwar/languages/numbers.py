"""Numbers, money, shares and dates as each language writes them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from jiwar.languages.language import Language
from jiwar.periods import Month, Quarter


@dataclass(frozen=True, slots=True)
class Formatter:
    """Writes values for readers of one language."""

    language: Language = Language.ENGLISH

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a plain number with grouping."""
        return format_decimal(_clean(value, decimals), _pattern(decimals), self.language.locale)

    def share(self, fraction: float, decimals: int = 0) -> str:
        """Write a fraction as a percentage."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        space = "" if self.language is Language.ENGLISH else "\u00a0"
        return format_percent(_clean(fraction, decimals + 2), f"{pattern}{space}%", self.language.locale)

    def money(self, amount: float, currency: str = "EUR") -> str:
        """Write an amount rounded to whole units of the currency."""
        rounded = _clean(amount, 0)
        pattern = _money_pattern(self.language)
        return format_currency(rounded, currency, pattern, self.language.locale, currency_digits=False)

    def millions(self, amount: float, currency: str = "EUR", decimals: int = 1) -> str:
        """Write an amount in millions with the word of the language."""
        word = {Language.ENGLISH: "million", Language.GERMAN: "Mio.", Language.FRENCH: "M"}[self.language]
        number = self.number(amount / 1e6, decimals)
        if self.language is Language.ENGLISH:
            return f"{currency} {number} {word}"
        symbol = "€" if currency == "EUR" else currency
        return (
            f"{number}\u00a0{word}{symbol}"
            if self.language is Language.FRENCH
            else f"{number} {word} {symbol}"
        )

    def day(self, day: dt.date) -> str:
        """Write a day in the long form."""
        return format_date(day, "long", self.language.locale)

    def month(self, month: Month) -> str:
        """Write a month with its name."""
        return format_date(month.first_day, "MMMM y", self.language.locale)

    def quarter(self, quarter: Quarter) -> str:
        """Write a quarter: Q2 2027, 2. Quartal 2027, T2 2027."""
        form = {Language.ENGLISH: "Q{q} {y}", Language.GERMAN: "Q{q} {y}", Language.FRENCH: "T{q} {y}"}
        return form[self.language].format(q=quarter.quarter, y=quarter.year)


def _clean(value: float, decimals: int) -> float:
    rounded = round(float(value), decimals)
    return 0.0 if rounded == 0 else rounded  # no "-0" in a report


def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _money_pattern(language: Language) -> str:
    return "¤¤ #,##0" if language is Language.ENGLISH else "#,##0 ¤"
