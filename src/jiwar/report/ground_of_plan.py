"""The entries of everything that the numbers of a report rest on: facts, documents, rules, case, methods."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jiwar.law.citing import cited_in
from jiwar.provenance import Origin, OriginKind
from jiwar.report.context import ReportContext
from jiwar.report.ground import FactEntry, Ground, SourceEntry, Statement
from jiwar.report.methods import METHODS
from jiwar.report.terms import levy
from jiwar.report.texts import Texts, texts_for

if TYPE_CHECKING:
    from jiwar.case import Case
    from jiwar.facts import Fact, Source
    from jiwar.options import Options


def ground_of(context: ReportContext, options: Options, language: str) -> Ground:
    """Look up every origin of a context; whatever cannot be found stays out and is reported as R004."""
    from jiwar.options.assumptions import overrides

    texts = texts_for(language)
    used = set(origins_in(context))
    own = overrides(options.case, options.facts)
    keys = sorted(one.key for one in used if one.kind is OriginKind.FACT)
    day = options.case.as_of
    facts = {
        key: fact_entry(own.get(key) or options.facts.get(key), day) for key in keys if key in options.facts
    }
    named = sorted({source for entry in facts.values() for source in entry.sources})
    return Ground(
        facts=facts,
        sources={name: _source(name, options, texts) for name in named},
        rules=_rules(used, texts),
        case_lines={
            one.key: _case_line(one.key, options.case, texts)
            for one in sorted(used)
            if one.kind is OriginKind.CASE
        },
        methods={
            one.key: _method(one.key, options, texts)
            for one in sorted(used)
            if one.kind is OriginKind.METHOD and one.key not in METHODS
        },
    )


def _rules(used: set[Origin], texts: Texts) -> dict[str, Statement]:
    keys = sorted(one.key for one in used if one.kind is OriginKind.RULE)
    found = {key: _rule(key, texts) for key in keys}
    return {key: statement for key, statement in found.items() if statement is not None}


def origins_in(value: Any) -> Iterator[Origin]:
    """Walk over all origins anywhere inside a value made of dataclasses, tuples and mappings."""
    if isinstance(value, Origin):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from origins_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from origins_in(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from origins_in(getattr(value, field.name))


def fact_entry(fact: Fact, on: dt.date | None = None) -> FactEntry:
    """Return a fact as the list of sources shows it; one past its check date on the day says so first."""
    late = on is not None and fact.is_stale(on)
    return FactEntry(
        key=fact.key,
        low=fact.low,
        mid=fact.mid,
        high=fact.high,
        unit=fact.unit,
        range_kind=fact.range_kind.value,
        period=fact.period,
        grade=fact.grade.value,
        sources=fact.sources,
        note=f"Check overdue since {fact.check_by}. {fact.note}" if late else fact.note,
    )


def _source(name: str, options: Options, texts: Texts) -> SourceEntry:
    from jiwar.options.assumptions import CASE_SOURCE

    if name == CASE_SOURCE:
        return SourceEntry(
            name, options.case.name, options.case.company.name, "", "", texts("numbers of the case's own")
        )
    found: Source = options.facts.sources[name]
    address = "" if found.is_ours else found.url
    note = f"{found.note} ({found.url})" if found.is_ours else found.note
    return SourceEntry(name, found.title, found.publisher, address, found.accessed.isoformat(), note.strip())


def _rule(key: str, texts: Texts) -> Statement | None:
    """Return what a rule says; a schedule of charges outside the register is named by its dates."""
    from jiwar.law import registry
    from jiwar.law.payroll.charges import charged_countries, schedules

    for rule in registry():
        if key in {rule.key, rule.name}:
            first = rule.citations[0]
            language = texts.language.value
            return Statement(rule.sentence[language], cited_in(first.article, language), first.url)
    for country in charged_countries():
        for schedule in schedules(country):
            if schedule.rule == key:
                lines = ", ".join(levy(texts, one.line) for one in schedule.employer)
                sentence = texts(
                    "Employer charges in {country} from {day}: {lines}.",
                    country=country,
                    day=texts.form.day(schedule.start),
                    lines=lines,
                )
                return Statement(sentence)
    return None


def _case_line(key: str, case: Case, texts: Texts) -> Statement:
    """Return a line of the case with the place where it is written, or the nearest place above it."""
    parts = key.split("/")
    for length in range(len(parts), 0, -1):
        place = case.places.get(".".join(parts[:length])) or case.places.get(parts[length - 1])
        if place is not None:
            return Statement(_said(key, case, texts), _shown(str(place)))
    return Statement(_said(key, case, texts))


def _shown(place: str) -> str:
    return place.rsplit("/", 1)[-1]  # the folder of the case is of no interest to a reader


def _said(key: str, case: Case, texts: Texts) -> str:
    if key == "discount_rate":
        return texts(
            "Later money is discounted at {rate} a year.",
            rate=_rate(texts, case.discount_rate_per_year),
        )
    if key.endswith("value_of_work"):
        package = key.split("/")[1] if "/" in key else ""
        worth = case.value_of_work(package) if package else case.value_of_work_eur_per_year
        return texts("A productive full-time year is worth {amount}.", amount=texts.form.money(worth))
    if key.startswith("team/"):
        return texts("People needed and employed, by role and seniority.")
    if key.startswith("assumptions/"):
        fact = key.removeprefix("assumptions/")
        return next(
            (one.reason for one in case.assumptions if one.fact == fact), texts("An assumption of the case.")
        )
    return texts("A line of the case.")


def _rate(texts: Texts, fraction: float) -> str:
    whole = abs(100 * fraction - round(100 * fraction)) < 0.005
    return texts.form.share(fraction, 0 if whole else 2)


def _method(key: str, options: Options, texts: Texts) -> Statement:
    parts = key.split("/")
    if parts[0] == "shared_hours" and len(parts) == 3:
        names = [options.facts.sites[site].name for site in parts[1:]]
        return Statement(
            texts(
                "Working hours that {here} and {there} have in common on days when both work, minute by "
                "minute, with both clocks, holidays and Ramadan hours.",
                here=names[0],
                there=names[1],
            )
        )
    return Statement(texts("A step of the calculation."))
