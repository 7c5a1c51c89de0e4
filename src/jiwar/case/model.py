"""The case: all that is needed to plan once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, PrivateAttr

from jiwar.case.answers import Answers
from jiwar.case.assumption import Assumption
from jiwar.case.calendar import HorizonKeys, StartsKeys, build_horizon, build_starts
from jiwar.case.data_flow import DataFlow
from jiwar.case.kinds import Choice, Day, Name, Text, Whole, YesNo
from jiwar.case.limits import PEOPLE, Limits
from jiwar.case.quantities import Amount
from jiwar.case.shapes import Composed, Declared, Named, Table
from jiwar.case.support import Support
from jiwar.case.vocabulary import ENGAGEMENTS, STAYS
from jiwar.case.work import Interaction, TeamLine, WorkPackage
from jiwar.diagnostics import Place
from jiwar.periods import Horizon, Month
from jiwar.provenance import content_hash

FORMAT_VERSION = 1


class Company(Declared):
    """The company that asks."""

    name: Annotated[str, Text()] = Field(
        description="Name of the company.", examples=["Remstal Prüftechnik GmbH"]
    )
    home: Annotated[str, Name("case site")] = Field(
        description="The site where the work is done today.", examples=["stuttgart"]
    )
    employees_in_germany: Annotated[int, Whole(1, 1_000_000)] = Field(
        description="All employees in Germany; several duties begin at a number of them.", examples=[420]
    )
    works_council: Annotated[bool, YesNo()] = Field(
        description="Whether a works council exists.", examples=[True]
    )


class Case(Declared):
    """All that is needed to plan once, read from a folder."""

    jiwar_case: Annotated[int, Whole(0, 1_000_000)] = Field(
        description="Version of this format.", examples=[FORMAT_VERSION]
    )
    name: Annotated[str, Text()] = Field(description="Title of the report.", examples=["Brake validation"])
    illustrative: Annotated[bool, YesNo()] = Field(
        default=False, description="Whether the company is invented; reports then say so.", examples=[True]
    )
    question: Annotated[str | None, Text()] = Field(
        default=None,
        description="What the company wants to know, in its own words.",
        examples=["Where do the engineers come from that we do not find?"],
    )
    company: Company = Field(description="The company that asks.")
    as_of: Annotated[dt.date, Day()] = Field(
        description="The day on which facts and law are taken.", examples=["2026-11-22"]
    )
    horizon: Annotated[Horizon, Composed(HorizonKeys, build_horizon)] = Field(
        description="The months that the plan looks over."
    )
    discount_rate_per_year: Annotated[float, Amount(("%/year", "percent/year"), "8 %/year", high=0.5)] = (
        Field(
            alias="discount_rate",
            description="Yearly rate, inflation included, at which later money counts less.",
        )
    )
    value_of_work_eur_per_year: Annotated[float, Amount(("EUR/year", "kEUR/year"), "150 kEUR/year")] = Field(
        alias="value_of_work",
        description="Contribution lost per productive full-time year left undone.",
    )
    sites: tuple[Annotated[str, Name("site")], ...] = Field(
        description="Sites to compare; home is one of them.", examples=[["stuttgart", "casablanca", "rabat"]]
    )
    engagements: tuple[Annotated[str, Choice(ENGAGEMENTS)], ...] = Field(
        default=ENGAGEMENTS,
        description="Forms in which work may be held away from home.",
        examples=[["captive", "provider"]],
    )
    stay: tuple[Annotated[str, Choice(STAYS)], ...] = Field(
        default=STAYS,
        description="Forms in which work may stay: hire at home, contractors at home, leave undone.",
        examples=[["hire", "contract"]],
    )
    starts: Annotated[tuple[Month, ...], Composed(StartsKeys, build_starts)] = Field(
        description="The months in which a work package may start to move."
    )
    team: Annotated[tuple[TeamLine, ...], Table("team.csv")] = Field(
        description="People needed, by work package, role and seniority over time."
    )
    interactions: Annotated[tuple[Interaction, ...], Table("interactions.csv")] = Field(
        default=(), description="Hours that work packages spend together."
    )
    work_packages: Annotated[tuple[WorkPackage, ...], Named("test-automation")] = Field(
        description="The work, in packages that are placed one by one."
    )
    data_flows: Annotated[tuple[DataFlow, ...], Named("test-logs")] = Field(
        default=(), description="The data that work packages need; each movable one appears in at least one."
    )
    answers: Answers = Field(
        default=Answers(), description="What law asks of the company as a whole; unknown by default."
    )
    limits: Limits = Field(default=Limits(), description="What the plan must not exceed.")
    open_posts: Mapping[Annotated[str, Name("role")], Annotated[float, PEOPLE]] = Field(
        default={},
        description="Other vacancies at home, by role, that people freed by a move may fill.",
        examples=[{"test_engineer": "4 people"}],
    )
    support: Support = Field(
        default=Support(), description="State support that the company counts on; none by default."
    )
    assumptions: tuple[Assumption, ...] = Field(
        default=(), description="Numbers of the case's own that replace facts."
    )

    _places: Mapping[str, Place] = PrivateAttr(default_factory=dict)
    _file: str = PrivateAttr(default="")

    @property
    def places(self) -> Mapping[str, Place]:
        """Where each value stands: ``limits.budget``, ``team[0].people`` → place."""
        return self._places

    @property
    def file(self) -> str:
        """The file from which the case was read, empty when it was not."""
        return self._file

    @property
    def hash(self) -> str:
        """A short hash of all values; neither comments nor formatting nor the order of keys change it."""
        content: dict[str, Any] = self.model_dump(mode="json")
        for named in ("work_packages", "data_flows"):
            content[named] = {record["id"]: record for record in content[named]}
        return content_hash([content])

    def remember(self, file: str, places: Mapping[str, Place]) -> None:
        """Keep where the case was read; the reader calls it once."""
        self._file, self._places = file, dict(places)

    def work_package(self, name: str) -> WorkPackage:
        """Return one work package; raises KeyError when there is none of the name."""
        for work_package in self.work_packages:
            if work_package.id == name:
                return work_package
        raise KeyError(name)

    def team_of(self, work_package: str) -> tuple[TeamLine, ...]:
        """Return the lines of the team of one work package, in the order of the table."""
        return tuple(line for line in self.team if line.work_package == work_package)

    def flows_of(self, work_package: str) -> tuple[DataFlow, ...]:
        """Return the data flows that one work package needs."""
        return tuple(flow for flow in self.data_flows if work_package in flow.work_packages)

    def value_of_work(self, work_package: str) -> float:
        """Return the contribution lost per full-time year left undone, EUR/year, of one work package."""
        own = self.work_package(work_package).value_of_work_eur_per_year
        return self.value_of_work_eur_per_year if own is None else own
