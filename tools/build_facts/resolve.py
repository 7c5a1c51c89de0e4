"""Names of rows turned into keys of the base, and sources, tables and check dates worked out from them."""

from __future__ import annotations

import datetime as dt

from tools.build_facts.evidence import Evidence
from tools.build_facts.record import EDITION, FactRecord
from tools.build_facts.sources import DERIVATIONS, PRIORS, SHARE_ALIKE, Sources

_SHARE_ALIKE_SUFFIX = "_odbl"
_EVIDENCE_OF_SHARE_ALIKE = ("survey_stackoverflow", "survey_stateofdev")
_DERIVED_TABLES = ("pay", "provider_rates", "talent_stock")
_NEW_YEAR = dt.date(2027, 1, 31)


def resolve(derived: list[FactRecord], evidence: Evidence, sources: Sources) -> list[FactRecord]:
    """Return evidence and derived facts, complete and in their final tables."""
    known = dict(evidence.records)
    for record in derived:
        if record.key in known:
            message = f"{record.key} is given twice"
            raise ValueError(message)
        known[record.key] = record
    for record in derived:
        record.based_on = [_key(name, record, evidence, known) for name in record.based_on]
    for record in derived:
        record.sources = _sources(record, known, sources)
    for record in derived:
        if any(source in SHARE_ALIKE for source in record.sources):
            record.table += _SHARE_ALIKE_SUFFIX
    sources.learn_kinds(record for record in known.values() if not record.based_on)
    for record in known.values():
        record.check_by = record.check_by or _check_by(record).isoformat()
    return list(known.values())


def _key(name: str, record: FactRecord, evidence: Evidence, known: dict[str, FactRecord]) -> str:
    key = name[1:] if name.startswith("=") else evidence.key_of.get(name, "")
    if key not in known:
        message = f"{record.key} is based on {name}, which is not in the base"
        raise ValueError(message)
    return key


def _sources(record: FactRecord, known: dict[str, FactRecord], sources: Sources) -> list[str]:
    """Return where a derived fact comes from: our own rule first, then the documents below it."""
    if record.sources:
        return [sources.id_of(name.removeprefix("url:"), record.note) for name in record.sources]
    below = list(dict.fromkeys(source for key in record.based_on for source in _documents(key, known)))
    if record.grade == "prior":
        return [*sources.use(PRIORS), *below]
    if record.table in _DERIVED_TABLES or not below:
        return [*sources.use(DERIVATIONS), *below]
    return below


def _documents(key: str, known: dict[str, FactRecord]) -> list[str]:
    record = known[key]
    if record.based_on and not record.sources:
        return [source for below in record.based_on for source in _documents(below, known)]
    return [source for source in record.sources if source not in {PRIORS, DERIVATIONS}]


def _check_by(record: FactRecord) -> dt.date:
    """Return the day of the next check: soon for rates, a year for pay and priors, rarely for history."""
    edition = dt.date.fromisoformat(EDITION)
    name = record.key.split("/")[0]
    if name == "fx":
        return edition + dt.timedelta(days=92)
    if name in {"onc", "notice"} or record.key.startswith("wt/ma/"):
        return _NEW_YEAR
    years = [int(part[:4]) for part in record.period.removeprefix("c.").split("..") if part[:4].isdigit()]
    if record.table.startswith(
        ("sector", "survey", "pay_published", "operating", "currencies", "location", "product")
    ) and (years and max(years) <= edition.year - 3):
        return edition.replace(year=edition.year + 5)
    return edition.replace(year=edition.year + 1)
