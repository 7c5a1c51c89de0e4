"""What the company does not want to exceed, whatever the price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import Choice, Name, Whole
from jiwar.case.quantities import Amount
from jiwar.case.shapes import Declared
from jiwar.case.vocabulary import ENGAGEMENTS, REDUNDANCIES

PEOPLE = Amount(("people",), "6 people", high=10_000.0)


class Limits(Declared):
    """Limits of the plan; what is left out is not limited."""

    budget_eur: Annotated[float | None, Amount(("EUR", "kEUR", "MEUR"), "2 MEUR")] = Field(
        default=None,
        alias="budget",
        description="Highest cumulated extra cash against staying, at any time.",
        examples=["2 MEUR"],
    )
    quarter_cash_eur: Annotated[float | None, Amount(("EUR", "kEUR", "MEUR"), "400 kEUR")] = Field(
        default=None,
        alias="quarter_cash",
        description="Highest extra cash against staying in any single quarter; hours spent on talk do not count.",
        examples=["400 kEUR"],
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
    max_share_at_site: Annotated[float | None, Amount(("%", "percent"), "40 %", high=1.0)] = Field(
        default=None,
        description="Highest share of all people of the case who work at one site outside home, at any time.",
        examples=["40 %"],
    )
    max_share_by_engagement: Mapping[
        Annotated[str, Choice(ENGAGEMENTS)], Annotated[float, Amount(("%", "percent"), "40 %", high=1.0)]
    ] = Field(
        default={},
        description="Highest share of all people of the case who work in a form of engagement, at any time.",
        examples=[{"provider": "40 %"}],
    )
    juniors_per_senior: Annotated[int | None, Whole(1, 50)] = Field(
        default=None,
        description="Most juniors at a site outside home for each senior or lead there, at any time.",
        examples=[4],
    )
