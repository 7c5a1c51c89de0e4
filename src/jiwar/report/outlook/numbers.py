"""Numbers of the outlook as its paper writes them, each with its ground."""

from __future__ import annotations

from jiwar.provenance import Origin, OriginKind
from jiwar.report.blocks import Number
from jiwar.report.quantities import MINUS, unbroken
from jiwar.report.texts import Texts

MODEL = (Origin(OriginKind.METHOD, "outlook-model"),)
"""What every number of the paths rests on."""

Three = tuple[float, float, float]


def method(*keys: str) -> tuple[Origin, ...]:
    """Return the ground of a number that a method of the outlook gives."""
    return tuple(Origin(OriginKind.METHOD, key) for key in keys)


def facts(*keys: str) -> tuple[Origin, ...]:
    """Return the ground of a number that facts give."""
    return tuple(Origin(OriginKind.FACT, key) for key in keys)


def rounded_people(value: float) -> float:
    """Round people to three digits: nobody knows more of 2030."""
    step = 1000 if abs(value) >= 20_000 else 100 if abs(value) >= 2_000 else 10 if abs(value) >= 100 else 1
    return round(value / step) * step


def count(texts: Texts, value: float, ground: tuple[Origin, ...] = MODEL, *, exact: bool = False) -> Number:
    """Write people or jobs, in round numbers unless they are published ones."""
    return Number(count_text(texts, value if exact else rounded_people(value)), ground, value)


def count_text(texts: Texts, value: float) -> str:
    """Write a whole number."""
    return texts.form.number(value).replace("-", MINUS)


def amount(texts: Texts, value: float, ground: tuple[Origin, ...] = MODEL) -> Number:
    """Write billions or thousands in the unit that the sentence names: one digit after the point below 100."""
    return Number(amount_text(texts, value), ground, value)


def amount_text(texts: Texts, value: float) -> str:
    """Write an amount with one digit after the point where it says something."""
    decimals = 0 if abs(value) >= 100 or abs(value - round(value)) < 0.05 else 1
    return texts.form.number(value, decimals).replace("-", MINUS)


def share(texts: Texts, value: float, ground: tuple[Origin, ...] = MODEL) -> Number:
    """Write a share in whole percent; small ones with a digit after the point."""
    return Number(share_text(texts, value), ground, value)


def share_text(texts: Texts, value: float) -> str:
    """Write a share; between nothing and half a percent it is said to be less than one."""
    if 0 < abs(value) < 0.005:
        return unbroken(f"< {texts.form.share(0.01)}")
    decimals = 1 if abs(value) < 0.095 and abs(100 * value - round(100 * value)) > 0.05 else 0
    return texts.form.share(value, decimals).replace("-", MINUS)


def chance_of(
    texts: Texts, value: float, ground: tuple[Origin, ...] = MODEL, *, wanted: float | None = None
) -> Number:
    """Write a chance in whole percent; near nothing and near certainty only that much, as tails are badly known.

    One that just misses a wanted chance has a digit more, so that the two do not look the same.
    """
    least = 0.01
    if wanted is not None and wanted - least < value < wanted:
        return Number(texts.form.share(value, 1), ground, value)
    if value < least:
        return Number(unbroken(f"< {texts.form.share(least)}"), ground, value)
    if value > 1.0 - least:
        return Number(unbroken(f"> {texts.form.share(1.0 - least)}"), ground, value)
    return Number(texts.form.share(value), ground, value)


def spread(texts: Texts, values: Three, write: str = "amount") -> str:
    """Write the edges of a range: P10 to P90."""
    writers = {
        "amount": amount_text,
        "count": lambda t, v: count_text(t, rounded_people(v)),
        "share": share_text,
    }
    low, high = (writers[write](texts, value) for value in (values[0], values[2]))
    return texts("{low} to {high}", low=low, high=high)
