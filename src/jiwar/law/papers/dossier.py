"""What the papers are filled from: the parties, the work, and named flows with their assessments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jiwar.law.assess import Assessment


@dataclass(frozen=True, slots=True)
class DossierFlow:
    """One assessed flow with what a paper says of it beyond the law; None is an open answer."""

    name: str
    assessment: Assessment
    purpose: str | None = None
    persons: str | None = None
    retention: str | None = None
    measures: str | None = None


@dataclass(frozen=True, slots=True)
class DossierWork:
    """One work package that may move: the people whom it needs at most, and own staff of today."""

    name: str
    needed_people: float
    employed_people: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """The parties, the work and its flows; None is an open answer.

    ``form`` is one of the engagements of `jiwar.law.building`; ``handed_over`` the day on which the unit of a
    build-operate-transfer becomes one's own; ``redundancies`` whether people may be made redundant by the move.
    """

    flows: tuple[DossierFlow, ...]
    project: str | None = None
    exporter: str | None = None
    exporter_place: str | None = None
    exporter_contact: str | None = None
    data_protection_officer: str | None = None
    importer: str | None = None
    importer_contact: str | None = None
    controllers: str | None = None
    site: str | None = None
    country: str | None = None
    form: str | None = None
    start: dt.date | None = None
    handed_over: dt.date | None = None
    works: tuple[DossierWork, ...] = ()
    works_council: bool | None = None
    redundancies: bool | None = None
    invented: bool = False
