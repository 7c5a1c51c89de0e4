"""An amount of the paper: a value with everything that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.provenance import Origin


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in the unit that its field names, and everything that it rests on."""

    value: float
    origins: tuple[Origin, ...]

    def __sub__(self, other: Amount) -> Amount:
        return Amount(self.value - other.value, merged(self.origins, other.origins))

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.value + other.value, merged(self.origins, other.origins))


def merged(*origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
    """Return the union of several grounds, in a fixed order."""
    return tuple(sorted({origin for group in origins for origin in group}))


def total(amounts: tuple[Amount, ...]) -> Amount:
    """Add up amounts; their grounds are united."""
    return Amount(sum(one.value for one in amounts), merged(*(one.origins for one in amounts)))
