"""Each language writes numbers, money and dates in its own form."""

from __future__ import annotations

import datetime as dt

import pytest

from jiwar.languages import Formatter, Language
from jiwar.periods import Month, Quarter


@pytest.mark.parametrize(
    ("language", "number", "share", "money", "month", "quarter"),
    [
        (Language.ENGLISH, "1,234.5", "12.5%", "EUR 1,234,567", "March 2027", "Q2 2027"),
        (Language.GERMAN, "1.234,5", "12,5\u00a0%", "1.234.567 €", "März 2027", "Q2 2027"),
        (Language.FRENCH, "1\u202f234,5", "12,5\u00a0%", "1\u202f234\u202f567 €", "mars 2027", "T2 2027"),
    ],
)
def test_forms(language: Language, number: str, share: str, money: str, month: str, quarter: str) -> None:
    write = Formatter(language)
    assert write.number(1234.5, 1) == number
    assert write.share(0.125, 1) == share
    assert write.money(1_234_567.4) == money
    assert write.month(Month(2027, 3)) == month
    assert write.quarter(Quarter(2027, 2)) == quarter


def test_millions() -> None:
    assert Formatter(Language.ENGLISH).millions(1_234_567) == "EUR 1.2 million"
    assert Formatter(Language.GERMAN).millions(1_234_567) == "1,2 Mio. €"
    assert Formatter(Language.FRENCH).millions(1_234_567) == "1,2\u00a0M€"


def test_no_minus_zero() -> None:
    assert Formatter().number(-0.2) == "0"


def test_days_are_written_out() -> None:
    assert Formatter(Language.GERMAN).day(dt.date(2026, 11, 22)) == "22. November 2026"
