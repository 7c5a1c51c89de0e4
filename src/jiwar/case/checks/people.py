"""People that do not add up: more employed than needed, a core team larger than the staff."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.case.draft import Draft
from jiwar.diagnostics import Diagnostic


def check_people(draft: Draft) -> Iterator[Diagnostic]:
    """Yield contradictions between people needed, employed and kept at home (C024, C025, C030)."""
    team = draft.get("team")
    if team is None:
        return
    horizon = draft.get("horizon")
    for line in team:
        yield from _check_employed(line, None if horizon is None else horizon.get("start"))
    yield from _check_core_team(draft, team)
    staffed = {line.get("work_package") for line in team}
    if None in staffed:
        return
    for package in draft.get("work_packages") or ():
        if package.get("id") not in staffed:
            message = f"no line of the team belongs to `{package.get('id')}`"
            yield Diagnostic("C030", message, "add its people to the table, or remove it", package.place)


def _check_employed(line: Draft, begin: object) -> Iterator[Diagnostic]:
    people, employed, start = (line.get(name) for name in ("people", "employed", "start"))
    if employed is None:
        return
    if people is not None and employed > people:
        message = f"{employed:g} people are employed, but only {people:g} are needed"
        remedy = f"write at most {people:g}, or raise `people`"
        yield Diagnostic("C024", message, remedy, line.place_of("employed"))
    elif employed and start is not None and begin is not None and start > begin:
        message = f"{employed:g} people are employed today, but the line begins in {start}"
        remedy = f"write 0 here; staff of today stand in the line that begins in {begin}"
        yield Diagnostic("C024", message, remedy, line.place_of("employed"))


def _check_core_team(draft: Draft, team: tuple[Draft, ...]) -> Iterator[Diagnostic]:
    limits = draft.get("limits")
    core = limits.get("core_team_people") if isinstance(limits, Draft) else None
    if not core or any(line.get("role") is None or line.get("employed") is None for line in team):
        return
    for role, wanted in core.items():
        employed = sum(line.get("employed") for line in team if line.get("role") == role)
        if wanted > employed:
            message = f"{wanted:g} people of `{role}` shall stay at home, but {employed:g} are employed today"
            remedy = f"write at most {employed:g} people, or mend `employed` in the team table"
            yield Diagnostic("C025", message, remedy, limits.place_of("core_team_people", role))
