"""The audit: every claim with its verdict recomputed and its evidence in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter as Template

from jiwar.facts import Fact, Facts
from jiwar.languages import Language
from jiwar.outlook.claims.checks import CHECKS, Found
from jiwar.outlook.claims.claim import Claim, Shape, Value, read_claims
from jiwar.outlook.claims.lookups import LOOKUPS
from jiwar.outlook.claims.verdict import Verdict
from jiwar.units import Dimension

_TEMPLATE = Template()


@dataclass(frozen=True, slots=True)
class Audit:
    """A claim that was judged; ``recomputed`` says whether a formula gave the verdict or a reader did."""

    claim: Claim
    verdict: Verdict
    values: Mapping[str, Value]
    recomputed: bool

    def said(self, language: Language) -> str:
        """Return the claim in a language."""
        return self.claim.claim[language.value]

    def evidence(self, language: Language) -> tuple[str | Value, ...]:
        """Return what the facts say, words and numbers in turn."""
        return self._parts(self.claim.evidence[language.value])

    def formula(self) -> tuple[str | Value, ...]:
        """Return the arithmetic behind the verdict, or nothing when a reader judged."""
        return self._parts(self.claim.formula)

    def _parts(self, template: str) -> tuple[str | Value, ...]:
        found: list[str | Value] = []
        for words, place, _, _ in _TEMPLATE.parse(template):
            if words:
                found.append(words)
            if place is not None:
                found.append(self.values[place])
        return tuple(found)


def audit_claims(facts: Facts) -> tuple[Audit, ...]:
    """Judge every claim on a fact base; the same facts give the same verdicts."""
    return tuple(_audited(claim, facts) for claim in read_claims())


def plain(parts: tuple[str | Value, ...], language: Language) -> str:
    """Return words and numbers as one sentence."""
    return "".join(part if isinstance(part, str) else part.written(language) for part in parts)


def _audited(claim: Claim, facts: Facts) -> Audit:
    known = {name: facts.get(key) for name, key in claim.facts.items()}
    found = _checked(claim, known, facts)
    values = {name: _value(fact) for name, fact in known.items()}
    keys = tuple(claim.facts.values())
    values |= {name: Value(number, shape, keys) for name, (number, shape) in found.numbers.items()}
    return Audit(claim, found.verdict, values, recomputed=claim.check is not None)


def _checked(claim: Claim, known: Mapping[str, Fact], facts: Facts) -> Found:
    if claim.check is None:
        if claim.verdict is None:
            message = f"the claim `{claim.id}` has neither a check nor a verdict"
            raise ValueError(message)
        return Found(claim.verdict, {})
    if claim.check in LOOKUPS:
        return LOOKUPS[claim.check](facts)
    return CHECKS[claim.check]({name: fact.mid for name, fact in known.items()})


def _value(fact: Fact) -> Value:
    """Return a fact as the texts show it: percent as shares, all else in the unit of its source."""
    if fact.unit.startswith("percent"):
        return Value(fact.value, Shape.SHARE, (fact.key,))
    whole = fact.dimension in {Dimension.PEOPLE, Dimension.PEOPLE_FLOW, Dimension.COUNT}
    return Value(fact.mid, Shape.COUNT if whole or fact.mid >= 1000 else Shape.AMOUNT, (fact.key,))
