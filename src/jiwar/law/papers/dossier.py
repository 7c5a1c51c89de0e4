"""What the papers are filled from: the parties, and named flows with their assessments."""

from __future__ import annotations

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
class Dossier:
    """The parties and their flows; None is an open answer."""

    flows: tuple[DossierFlow, ...]
    exporter: str | None = None
    exporter_contact: str | None = None
    data_protection_officer: str | None = None
    importer: str | None = None
    importer_contact: str | None = None
    controllers: str | None = None
