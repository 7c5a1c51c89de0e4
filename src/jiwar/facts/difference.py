"""What changed between two days or two editions of the base."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from jiwar.facts.base import Facts
from jiwar.facts.fact import Fact

COMPARED = ("low", "mid", "high", "unit", "range_kind", "period", "source", "grade", "index", "place")
"""The fields whose change is a change of the fact; notes and check dates are not."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs: before, after, and the fields that changed."""

    key: str
    before: Fact
    after: Fact
    fields: tuple[str, ...]

    @property
    def moved(self) -> float:
        """By how much the middle moved, as a share of its former size; infinite from zero."""
        if self.before.mid == self.after.mid:
            return 0.0
        return (self.after.mid - self.before.mid) / abs(self.before.mid) if self.before.mid else float("inf")


@dataclass(frozen=True, slots=True)
class Difference:
    """What one base has and another has not, and what both have differently."""

    before: str
    after: str
    added: tuple[Fact, ...]
    removed: tuple[Fact, ...]
    changed: tuple[Change, ...]
    became_overdue: tuple[Fact, ...]
    sources_added: tuple[str, ...]
    sources_removed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two bases say the same."""
        return not (self.added or self.removed or self.changed or self.became_overdue)


def diff(before: Facts, after: Facts) -> Difference:
    """Compare two bases: two editions (``read_base``), or one as of two days (``load_facts(day)``)."""
    shared = [key for key in after.by_key if key in before]
    changes = (_change(before.get(key), after.get(key)) for key in shared)
    stale_before = {fact.key for fact in before.stale()}
    return Difference(
        before=f"{before.hash} of {before.edition} on {before.as_of}",
        after=f"{after.hash} of {after.edition} on {after.as_of}",
        added=tuple(fact for key, fact in after.by_key.items() if key not in before),
        removed=tuple(fact for key, fact in before.by_key.items() if key not in after),
        changed=tuple(change for change in changes if change.fields),
        became_overdue=tuple(
            fact for fact in after.stale() if fact.key in before and fact.key not in stale_before
        ),
        sources_added=tuple(sorted(set(after.sources) - set(before.sources))),
        sources_removed=tuple(sorted(set(before.sources) - set(after.sources))),
    )


def _change(before: Fact, after: Fact) -> Change:
    one, other = dataclasses.asdict(before), dataclasses.asdict(after)
    fields = tuple(
        name for name in COMPARED if one[name] != other[name] and str(one[name]) != str(other[name])
    )
    return Change(after.key, before, after, fields)
