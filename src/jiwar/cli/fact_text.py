"""Facts in words, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.facts import Fact, FactView


def number_range(fact: Fact) -> str:
    """Return low, mid and high of a fact with its unit, or one number when they are the same."""
    if not fact.is_number:
        return "—"
    if fact.low == fact.mid == fact.high:
        return f"{fact.mid:,g} {fact.unit}"
    return f"{fact.low:,g} – {fact.mid:,g} – {fact.high:,g} {fact.unit}"


def fact_lines(view: FactView) -> Iterator[str]:
    """Yield everything about one fact, line by line."""
    fact = view.fact
    yield f"[bold]{fact.key}[/bold]"
    yield f"  {number_range(fact)}  ({fact.range_kind.value}, {fact.period}, grade: {fact.grade.value})"
    if view.today is not None:
        yield f"  at today's price level: {number_range(view.today)} (by {fact.index})"
    if fact.note:
        yield f"  note: {fact.note}"
    for source in view.sources:
        yield f"  source {source.id}: {source.title} — {source.publisher}, {source.url} (read {source.accessed})"
    for other in view.alternatives:
        chosen = "chosen" if other.chosen else "not chosen"
        yield f"  rival {other.key} ({chosen}): {other.reason}"
    for basis in view.basis:
        yield f"  derived from {basis.key}: {number_range(basis)} ({basis.grade.value})"
    if view.used_by:
        shown = ", ".join(view.used_by[:6]) + (" …" if len(view.used_by) > 6 else "")
        yield f"  used by {len(view.used_by)} facts: {shown}"
    yield f"  licence: {view.licence}; next check by {fact.check_by}{' (overdue)' if view.overdue else ''}"
