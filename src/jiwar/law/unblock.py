"""The smallest change that unblocks a flow, searched over the declared list of changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from jiwar.law.assess import Assessment, assess, judge_gate
from jiwar.law.change import CHANGES, Change
from jiwar.law.day import Day
from jiwar.law.flow import Flow
from jiwar.law.verdict import Gate, Verdict

_Said = tuple[tuple[str, Verdict], ...]

MOST_CHANGES = 3
"""More than three changes at once are a different plan, not a change of this one."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: the changes to make together, and what the law says afterwards."""

    changes: tuple[Change, ...]
    after: Assessment

    def sentences(self, language: str = "en") -> tuple[str, ...]:
        """Return what to do, one sentence a change."""
        return tuple(change.sentence[language] for change in self.changes)


def smallest_change(
    flow: Flow,
    on: dt.date,
    *,
    switches: Mapping[str, dt.date] | None = None,
    goal: Verdict = Verdict.MANUAL_REVIEW,
) -> Way | None:
    """Return the fewest changes after which a flow is no longer blocked.

    Among ways of equal size the one of least effort wins, then the mildest verdict, then the order of the list.

    Parameters
    ----------
    flow, on, switches
        As for ``assess``.
    goal
        The strictest overall verdict that is good enough.

    Returns
    -------
    Way or None
        An empty way when nothing has to change; None when no three changes help.
    """
    return _smallest(flow, on, tuple(sorted((switches or {}).items())), goal)


def ways_out(
    flow: Flow,
    on: dt.date,
    *,
    switches: Mapping[str, dt.date] | None = None,
    goal: Verdict = Verdict.MANUAL_REVIEW,
) -> tuple[Way, ...]:
    """Return every way out from which no change can be left out, the smallest and easiest first."""
    return _ways(flow, on, tuple(sorted((switches or {}).items())), goal, only_smallest=False)


def _smallest(
    flow: Flow, on: dt.date, switches: tuple[tuple[str, dt.date], ...], goal: Verdict
) -> Way | None:
    return next(iter(_ways(flow, on, switches, goal, only_smallest=True)), None)


@lru_cache(maxsize=10_000)
def _ways(
    flow: Flow, on: dt.date, switches: tuple[tuple[str, dt.date], ...], goal: Verdict, *, only_smallest: bool
) -> tuple[Way, ...]:
    supposed = dict(switches)
    now = assess(flow, on, switches=supposed)
    if now.overall <= goal:
        return (Way((), now),)
    search = _Search(Day(on, switches), tuple(gate for gate in Gate if now.gates[gate].verdict > goal), goal)
    changes = search.relevant(flow)
    found: list[Way] = []
    for size in range(1, MOST_CHANGES + 1):
        if found and only_smallest:
            break
        for chosen in combinations(changes, size):
            larger = any(set(way.changes) <= set(chosen) for way in found)
            if not larger and search.unblocks(flow, chosen):
                way = Way(chosen, assess(_changed(flow, chosen), on, switches=supposed))
                found.extend([way] if way.after.overall <= goal else [])
    return tuple(sorted(found, key=_burden))


def _burden(way: Way) -> tuple[int, int, int]:
    return len(way.changes), sum(change.effort for change in way.changes), way.after.overall.strictness


def _changed(flow: Flow, chosen: tuple[Change, ...]) -> Flow:
    for change in chosen:
        flow = change.apply(flow) or flow
    return flow


@dataclass(frozen=True, slots=True)
class _Search:
    """The failing gates are asked alone, and changes that never touch them are left out."""

    day: Day
    gates: tuple[Gate, ...]
    goal: Verdict

    def unblocks(self, flow: Flow, chosen: tuple[Change, ...]) -> bool:
        """Whether all failing gates are mild enough after some changes, each of which changes something."""
        for change in chosen:
            after = change.apply(flow)
            if after is None:
                return False
            flow = after
        return all(judge_gate(gate, flow, self.day).verdict <= self.goal for gate in self.gates)

    def relevant(self, flow: Flow) -> tuple[Change, ...]:
        """Return the changes that a failing gate notices, at once or after one other change."""
        single = [(change, after) for change in CHANGES if (after := change.apply(flow)) is not None]
        bases = [flow, *(after for _, after in single)]
        said = [self._said(base) for base in bases]
        return tuple(
            change
            for change, _ in single
            if any(self._notices(change, base, before) for base, before in zip(bases, said, strict=True))
        )

    def _notices(self, change: Change, base: Flow, before: _Said) -> bool:
        after = change.apply(base)
        return after is not None and self._said(after) != before

    def _said(self, flow: Flow) -> _Said:
        results = (judge_gate(gate, flow, self.day) for gate in self.gates)
        return tuple((hit.rule.key, hit.finding.verdict) for result in results for hit in result.hits)
