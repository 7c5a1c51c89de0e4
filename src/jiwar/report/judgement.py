"""What fresh draws say of a plan, as the paper tells it: ranges, what moves the saving, what undoes it."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.report.amount import Amount


@dataclass(frozen=True, slots=True)
class Range:
    """The value that nine of ten draws exceed, the middle one, and the one that one of ten exceeds."""

    p10: Amount
    p50: Amount
    p90: Amount


@dataclass(frozen=True, slots=True)
class Payback:
    """Month indexes from which cash is back for good, None where too few draws pay back within the horizon."""

    share_of_draws: Amount
    p10_month: int | None
    p50_month: int | None
    p90_month: int | None


@dataclass(frozen=True, slots=True)
class Curve:
    """Quantiles of cumulated extra cash by month, in EUR, not discounted."""

    p10_eur: tuple[float, ...]
    p25_eur: tuple[float, ...]
    p50_eur: tuple[float, ...]
    p75_eur: tuple[float, ...]
    p90_eur: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """The saving when one driver is at its P10 or P90 and all others at their mid values."""

    driver: str
    name: str
    at_p10_eur: Amount
    at_p90_eur: Amount

    @property
    def swing_eur(self) -> float:
        """How far apart the two savings are."""
        return abs(self.at_p90_eur.value - self.at_p10_eur.value)


@dataclass(frozen=True, slots=True)
class Flipped:
    """The smallest change of one driver that makes the saving zero; None when its range does not hold one.

    ``change`` is the mean change of the driver's numbers, ``share_of_range`` how far they went from their mid
    values to the end of their range, and ``value`` the new number in its own unit when the driver is one number.
    """

    driver: str
    name: str
    share_of_range: float | None
    change: Amount | None
    value: tuple[float, str] | None


@dataclass(frozen=True, slots=True)
class FlippedPair:
    """The smallest joint change of two drivers that makes the saving zero."""

    names: tuple[str, str]
    share_of_range: float
    changes: tuple[Amount | None, Amount | None]
    values: tuple[tuple[float, str] | None, tuple[float, str] | None] = (None, None)  # new, with unit


@dataclass(frozen=True, slots=True)
class Influenced:
    """The share of the variance of the saving that a group of drivers explains, alone and with others."""

    name: str
    alone: Amount
    together: Amount


@dataclass(frozen=True, slots=True)
class NamedCase:
    """What the plan saves when one thing turns out quite differently."""

    id: str
    name: str
    saving_eur: Amount


@dataclass(frozen=True, slots=True)
class Strategy:
    """A way to decide, judged on the same draws as the others; ``hindered_by`` says why there is no number."""

    id: str
    name: str
    hindered_by: str
    saving_eur: Range | None = None
    chance_of_loss: Amount | None = None
    worst_tenth_eur: Amount | None = None
    cost_per_year_eur: Amount | None = None
    chance_to_be_best: Amount | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that draws say; savings are present value against staying, cost per productive year in EUR."""

    draws: int
    seed: int
    on_mid_values_eur: Amount
    worst_tenth_eur: Amount
    plan_cost_per_year: Range
    staying_cost_per_year: Range
    payback: Payback
    curve: Curve
    turned: tuple[Turned, ...]
    flips: tuple[Flipped, ...]
    pairs: tuple[FlippedPair, ...]
    influences: tuple[Influenced, ...]
    named: tuple[NamedCase, ...]
    not_drawn: tuple[str, ...]
    strategies: tuple[Strategy, ...] = ()
