"""Judge one flow on one day: every rule in force is asked, per gate the strictest hit wins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import cast

from jiwar.law.citation import REVIEWED, Citation
from jiwar.law.day import Day, day_of
from jiwar.law.finding import Duty, Finding
from jiwar.law.flow import Flow
from jiwar.law.registry import judging_rules
from jiwar.law.rule import Rule
from jiwar.law.validity import CODED_FROM, CODED_UNTIL
from jiwar.law.verdict import Gate, Verdict, strictest
from jiwar.law.wording import Words
from jiwar.provenance import content_hash

ESSENTIAL = ("importer_country", "categories")
"""Inputs without which no rule can be asked at all."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that spoke, and what it found."""

    rule: Rule
    finding: Finding


@dataclass(frozen=True)
class GateResult:
    """What one gate says; empty hits with `not coded` mean that nobody wrote the law of this case down."""

    gate: Gate
    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()

    @cached_property
    def deciding(self) -> tuple[Hit, ...]:
        """The hits that give the gate its verdict."""
        return tuple(hit for hit in self.hits if hit.finding.verdict is self.verdict)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of all hits, each once, with the citations of every rule that asks for it."""
        found: dict[str, Duty] = {}
        for hit in self.hits:
            for duty in hit.finding.duties:
                cited = duty if duty.citations else replace(duty, citations=hit.rule.citations)
                found[duty.name] = found[duty.name].joined(cited) if duty.name in found else cited
        return tuple(found.values())

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all hits, each once."""
        return tuple(dict.fromkeys(citation for hit in self.hits for citation in hit.rule.citations))

    @cached_property
    def questions(self) -> tuple[Words, ...]:
        """The questions that a person has to answer, each once."""
        return tuple(dict.fromkeys(hit.finding.question for hit in self.hits if hit.finding.question))

    @property
    def lead_months(self) -> float:
        """Months from now that the open duties of this gate take."""
        return max((duty.open_lead_months for duty in self.duties), default=0.0)

    @property
    def unknown_leads(self) -> tuple[Duty, ...]:
        """Open duties for which nobody publishes a duration: the case has to assume one."""
        return tuple(duty for duty in self.duties if duty.lead_months is None and duty.state != "done")

    def reasons(self, language: str = "en") -> tuple[str, ...]:
        """Return the sentences of the rules that decide."""
        return tuple(dict.fromkeys(hit.rule.sentence[language] for hit in self.deciding))


@dataclass(frozen=True)
class Assessment:
    """One flow judged on one day by all gates, with everything needed to explain it years later."""

    flow: Flow
    on: dt.date
    switches: tuple[tuple[str, dt.date], ...]
    gates: Mapping[Gate, GateResult]

    @cached_property
    def overall(self) -> Verdict:
        """The strictest verdict of all gates."""
        return strictest(result.verdict for result in self.gates.values())

    @cached_property
    def lead_months(self) -> float:
        """Months before the work can start, the gates running side by side."""
        return max(result.lead_months for result in self.gates.values())

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The inputs that some gate misses, each once; see ``questions`` for their texts."""
        return tuple(dict.fromkeys(name for result in self.gates.values() for name in result.missing))

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of all gates, each once."""
        found: dict[str, Duty] = {}
        for result in self.gates.values():
            for duty in result.duties:
                found[duty.name] = found[duty.name].joined(duty) if duty.name in found else duty
        return tuple(found.values())

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all gates, each once."""
        return tuple(dict.fromkeys(cited for result in self.gates.values() for cited in result.citations))

    @property
    def carried_forward(self) -> bool:
        """Whether the day lies after the last review, so that today's law is assumed to go on."""
        return self.on > REVIEWED

    @cached_property
    def hash(self) -> str:
        """A hash of question and answer: flow, day, switches, rules that spoke with their texts, verdicts."""
        from jiwar.law.fingerprint import rule_hash  # reading sources is needed for records only

        answer = [
            (gate.value, result.verdict.value, result.missing, [rule_hash(hit.rule) for hit in result.hits])
            for gate, result in self.gates.items()
        ]
        return content_hash(
            [answers_of(self.flow), str(self.on), [str(item) for item in self.switches], answer]
        )


def answers_of(flow: Flow) -> dict[str, object]:
    """Return the known answers of a flow as plain JSON values, sets sorted."""
    values = {name: getattr(flow, name) for name in flow.__dataclass_fields__}
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in values.items()
        if value is not None
    }


def assess(flow: Flow, on: dt.date, *, switches: Mapping[str, dt.date] | None = None) -> Assessment:
    """Judge a flow on a day by every gate.

    Parameters
    ----------
    flow
        The flow; unknown answers are None.
    on
        The day on which the work would be done.
    switches
        Supposed changes of law, for instance ``{"adequacy:MA": date(2028, 1, 1)}``.

    Returns
    -------
    Assessment
        Remembered by distinct inputs, so that ten thousand equal questions cost one.

    Raises
    ------
    LawError
        L005 when a switch is not coded.
    """
    return _assess(flow, on, day_of(on, switches).switches)


@lru_cache(maxsize=50_000)
def _assess(flow: Flow, on: dt.date, switches: tuple[tuple[str, dt.date], ...]) -> Assessment:
    gates = {gate: judge_gate(gate, flow, Day(on, switches)) for gate in Gate}
    return Assessment(flow, on, switches, MappingProxyType(gates))


def judge_gate(gate: Gate, flow: Flow, day: Day) -> GateResult:
    """Return what one gate says; ``assess`` asks all of them and remembers."""
    if not CODED_FROM <= day.date <= CODED_UNTIL:
        return GateResult(gate, Verdict.NOT_CODED)
    missing = tuple(name for name in ESSENTIAL if getattr(flow, name) is None)
    if missing:
        return GateResult(gate, Verdict.MANUAL_REVIEW, missing=missing)
    asked = _rules_for(gate, cast("str", flow.importer_country), day.date)
    return _judged(gate, flow, asked, day) if asked.dated else _judged_on_any_day(gate, flow, asked)


@dataclass(frozen=True, eq=False, slots=True)
class _Asked:
    """The rules of a gate in force at a place; one object for all days on which the same rules are in force."""

    rules: tuple[Rule, ...]
    dated: bool
    """Whether some rule looks at the day itself, beyond being in force on it."""


@lru_cache(maxsize=50_000)
def _judged_on_any_day(gate: Gate, flow: Flow, asked: _Asked) -> GateResult:
    """The answer of rules that do not look at the day: the same as long as the same rules are in force."""
    return _result(gate, tuple(hit for hit in _undated_hits(flow, asked) if hit is not None))


def _judged(gate: Gate, flow: Flow, asked: _Asked, day: Day) -> GateResult:
    hits = (
        _hit(rule, flow, day) if rule.takes_day else undated
        for rule, undated in zip(asked.rules, _undated_hits(flow, asked), strict=True)
    )
    return _result(gate, tuple(hit for hit in hits if hit is not None))


@lru_cache(maxsize=50_000)
def _undated_hits(flow: Flow, asked: _Asked) -> tuple[Hit | None, ...]:
    """What the rules say that do not look at the day; nothing where one does."""
    return tuple(None if rule.takes_day else _hit(rule, flow, None) for rule in asked.rules)


def _hit(rule: Rule, flow: Flow, day: Day | None) -> Hit | None:
    function = rule.function
    if function is None:
        return None
    found: Finding | None = function(flow, day) if rule.takes_day else function(flow)
    if found is None:
        return None
    return _as_hit(rule, found)


@lru_cache(maxsize=5_000)
def _as_hit(rule: Rule, found: Finding) -> Hit:
    return Hit(rule, found if rule.carries else _only_a_question(found, rule))


def _result(gate: Gate, hits: tuple[Hit, ...]) -> GateResult:
    coded = any(hit.rule.countries is not None for hit in hits) if gate is Gate.PRIVACY_LOCAL else bool(hits)
    verdicts = [hit.finding.verdict for hit in hits]
    verdict = strictest(verdicts if coded else [*verdicts, Verdict.NOT_CODED])
    return GateResult(
        gate, verdict, hits, tuple(dict.fromkeys(n for hit in hits for n in hit.finding.missing))
    )


def _only_a_question(found: Finding, rule: Rule) -> Finding:
    """A rule that rests on nothing that was read may ask, not decide."""
    return replace(found, verdict=Verdict.MANUAL_REVIEW, question=found.question or rule.sentence)


@lru_cache(maxsize=20_000)
def _rules_for(gate: Gate, country: str, on: dt.date) -> _Asked:
    return _asked(tuple(rule for rule in _rules_about(gate, country) if rule.validity.holds_on(on)))


@cache
def _asked(rules: tuple[Rule, ...]) -> _Asked:
    return _Asked(rules, dated=any(rule.takes_day for rule in rules))


@cache
def _rules_about(gate: Gate, country: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in judging_rules().judging(gate) if rule.concerns(country))
