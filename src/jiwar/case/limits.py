"""What the company does not want to exceed, whatever the price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import Choice, Name, Whole
from jiwar.case.quantities import Amount
from jiwar.case.shapes import Declared
from jiwar.case.vocabulary import REDUNDANCIES

PEOPLE = Amount(("people",), "6 people", high=10_000.0)


class Limits(Declared):
    """Limits of the plan; what is left out is not limited."""

    budget_eur: Annotated[float | None, Amount(("EUR", "kEUR", "MEUR"), "2 MEUR")] = Field(
        default=None,
        alias="budget",
        description="Highest cumulated extra cash against staying, at any time.",
        examples=["2 MEUR"],
    )
    minimum_team_people: Annotated[float | None, PEOPLE] = Field(
        default=None,
        alias="minimum_team",
        description="Fewest people of an own unit at a site.",
        examples=["8 people"],
    )
    max_sites: Annotated[int | None, Whole(0, 20)] = Field(
        default=None, description="Most sites outside home.", examples=[2]
    )
    core_team_people: Mapping[Annotated[str, Name("role")], Annotated[float, PEOPLE]] = Field(
        default={},
        alias="core_team",
        description="People of a role who stay at home at any time.",
        examples=[{"test_engineer": "6 people"}],
    )
    redundancies: Annotated[str, Choice(REDUNDANCIES)] = Field(
        default="forbidden",
        description="Whether people at home may be made redundant because their work moves.",
        examples=["forbidden"],
    )
    max_share_abroad: Annotated[float | None, Amount(("%", "percent"), "60 %", high=1.0)] = Field(
        default=None,
        description="Highest share of all people of the case who work abroad, at any time.",
        examples=["60 %"],
    )
