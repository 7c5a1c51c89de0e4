"""Dividends of a Moroccan company to its German parent: withholding by day, the treaty as questions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.switches import Switches

BY_DISTRIBUTION = (
    (dt.date(2025, 1, 1), 0.125),
    (dt.date(2026, 1, 1), 0.1125),
    (dt.date(2027, 1, 1), 0.10),
)
BY_PROFIT_YEAR = {2022: 0.15, 2023: 0.1375, 2024: 0.125, 2025: 0.1125, 2026: 0.10}
TREATY_LEAST_SHARE = 0.25
TREATY_RULE = "de-ma.treaty.art23@1974-01-01"


@dataclass(frozen=True, slots=True)
class TreatyAnswer:
    """How the treaty of 1972 treats the dividend in Germany, with what decides it."""

    method: str
    """``exempt`` or ``credit``, or ``open`` while an answer is missing."""
    missing: tuple[str, ...]


def dividend_withholding(
    *, distributed: dt.date, profit_year: int, switches: Switches | None = None
) -> float:
    """Return the Moroccan withholding rate on a dividend; oldest profits are deemed distributed first.

    The cap of the treaty (art. 10) was not found in a text that was read, so the domestic rate stands.
    A distribution before 2025 follows the earlier law, by year of profit.
    """
    if (switches or Switches()).dividend_rule == "by_profit_year":
        years = sorted(BY_PROFIT_YEAR)
        return BY_PROFIT_YEAR[min(max(profit_year, years[0]), years[-1])]
    if distributed < BY_DISTRIBUTION[0][0]:
        return BY_PROFIT_YEAR[min(max(profit_year, 2022), 2026)]
    return next(rate for start, rate in reversed(BY_DISTRIBUTION) if start <= distributed)


def dividend_rule(*, distributed: dt.date, switches: Switches | None = None) -> str:
    """Return the key of the rule that gives the withholding rate of a dividend."""
    by_year = (switches or Switches()).dividend_rule == "by_profit_year"
    earlier = by_year or distributed < BY_DISTRIBUTION[0][0]
    return "ma.cgi.dividends@2022-01-01" if earlier else "ma.cgi.dividends@2025-01-01"


def treaty_treatment(
    *, joint_stock_company: bool | None, voting_share: float | None, active_income: bool | None
) -> TreatyAnswer:
    """Return how Germany treats the dividend under articles 23(1) and the protocol.

    Exemption needs a joint-stock company (SA), at least 25 % of the voting shares held directly by a German
    corporation, and income almost only from production, trade or services within Morocco.
    """
    if voting_share is not None and not 0.0 <= voting_share <= 1.0:
        refuse("L108", "a share of votes lies between 0 and 1", "correct `voting_share`")
    enough = None if voting_share is None else voting_share >= TREATY_LEAST_SHARE
    tests = {
        "joint_stock_company": joint_stock_company,
        "voting_share": enough,
        "active_income": active_income,
    }
    if any(answer is False for answer in tests.values()):
        return TreatyAnswer("credit", ())
    missing = tuple(name for name, answer in tests.items() if answer is None)
    return TreatyAnswer("open" if missing else "exempt", missing)
