"""A number of the case's own that replaces a fact, with its reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import Name, Text
from jiwar.case.quantities import AnyAmount
from jiwar.case.shapes import Declared
from jiwar.units import Quantity


class Assumption(Declared):
    """A number that replaces a fact; reports list assumptions before all facts."""

    fact: Annotated[str, Name("fact")] = Field(
        description="Key of the fact that is replaced.", examples=["provider_rate/MA/senior"]
    )
    value: Annotated[Quantity, AnyAmount()] = Field(
        description="The value to plan with, in the unit of the fact.", examples=["340 EUR/day"]
    )
    low: Annotated[Quantity | None, AnyAmount()] = Field(
        default=None, description="Low end of the range; else the value.", examples=["320 EUR/day"]
    )
    high: Annotated[Quantity | None, AnyAmount()] = Field(
        default=None, description="High end of the range; else the value.", examples=["380 EUR/day"]
    )
    reason: Annotated[str, Text()] = Field(
        description="Where the number comes from.", examples=["offer of 12 October 2026"]
    )

    @property
    def unit(self) -> str:
        """The unit in which the three numbers are written."""
        return self.value.unit.symbol

    @property
    def numbers(self) -> tuple[float, float, float]:
        """Low, value and high, as written in the unit."""
        low, high = self.low or self.value, self.high or self.value
        return low.number, self.value.number, high.number
