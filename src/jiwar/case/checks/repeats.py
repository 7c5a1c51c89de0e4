"""The same thing said twice: items of lists, rows of tables, assumptions."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from jiwar.case.draft import Draft
from jiwar.diagnostics import Diagnostic, Place

_LISTS = ("sites", "engagements", "stay")
_PACKAGE_LISTS = ("shares", "engagements", "sites", "after")
_FLOW_LISTS = ("work_packages", "categories")


def check_repeats(draft: Draft) -> Iterator[Diagnostic]:
    """Yield what stands twice (C026), and packages that talk to themselves (C039)."""
    blocks: list[tuple[Draft, tuple[str, ...]]] = [(draft, _LISTS)]
    blocks += [(package, _PACKAGE_LISTS) for package in draft.get("work_packages") or ()]
    blocks += [(flow, _FLOW_LISTS) for flow in draft.get("data_flows") or ()]
    for block, names in blocks:
        for name in names:
            yield from _check_list(block, name)
    yield from _check_rows(draft, "team", ("work_package", "role", "seniority", "start"))
    yield from _check_rows(draft, "assumptions", ("fact",))
    support = draft.get("support")
    if isinstance(support, Draft):
        yield from _check_rows(support, "capital", ("site",))
    yield from _check_interactions(draft)


def _check_list(block: Draft, name: str) -> Iterator[Diagnostic]:
    seen: set[Hashable] = set()
    for index, item in enumerate(block.get(name) or ()):
        if item in seen:
            message = f"`{item}` stands twice in this list"
            yield Diagnostic("C026", message, "keep it once", block.place_of(name, index))
        seen.add(item)


def _check_rows(draft: Draft, table: str, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    seen: dict[Hashable, Place] = {}
    for row in draft.get(table) or ():
        key = tuple(row.get(name) for name in names)
        if None in key:
            continue
        yield from _check_seen(seen, key, ", ".join(str(part) for part in key), row)


def _check_interactions(draft: Draft) -> Iterator[Diagnostic]:
    seen: dict[Hashable, Place] = {}
    for row in draft.get("interactions") or ():
        a, b = row.get("a"), row.get("b")
        if a is None or b is None:
            continue
        if a == b:
            message = f"`{a}` stands on both sides"
            yield Diagnostic("C039", message, "name another work package, or remove it", row.place_of("b"))
        yield from _check_seen(seen, frozenset((a, b)), f"{a} and {b}", row)


def _check_seen(seen: dict[Hashable, Place], key: Hashable, shown: str, row: Draft) -> Iterator[Diagnostic]:
    first = seen.setdefault(key, row.place)
    if first is not row.place:
        message = f"{shown}: stands here a second time; the first is in line {first.line}"
        yield Diagnostic("C026", message, "keep one of the two, with the right numbers", row.place)
