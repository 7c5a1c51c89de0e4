"""A plan as JSON and back, exactly."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import numpy as np

from jiwar.planning.plan import (
    Claim,
    Growing,
    Knowledge,
    Leave,
    Limit,
    Plan,
    Sign,
    Stage,
    Status,
    Uncertainty,
    Waiting,
    WorkforcePlan,
)
from jiwar.provenance import RunRecord


def plan_to_json(plan: Plan) -> str:
    """Return a plan as JSON text; arrays become nested lists."""
    apart = {"options", "certificate"}
    kept = [field.name for field in dataclasses.fields(plan) if field.name not in apart]
    content = {name: getattr(plan, name) for name in kept}
    return json.dumps(_plain(content), ensure_ascii=False, indent=1) + "\n"


def plan_from_json(text: str) -> Plan:
    """Return the plan that was written as JSON; raises KeyError or ValueError when it is no such text."""
    read = json.loads(text)
    force = read["workforce"]
    return Plan(
        status=Status(read["status"]),
        chosen=tuple(read["chosen"]),
        names=tuple(read["names"]),
        objective_eur=read["objective_eur"],
        bound_eur=read["bound_eur"],
        gap=read["gap"],
        seconds=read["seconds"],
        periods=tuple(read["periods"]),
        sites=tuple(read["sites"]),
        pools=tuple(read["pools"]),
        units=_array(read["units"], len(read["periods"])),
        hires=_array(read["hires"], len(read["periods"])),
        workforce=None if force is None else _workforce(force, len(read["periods"])),
        shared_eur={line: np.array(amounts) for line, amounts in read["shared_eur"].items()},
        limits=tuple(
            Limit(**{**limit, "holds_back": tuple(limit["holds_back"])}) for limit in read["limits"]
        ),
        claims=tuple(Claim(**claim) for claim in read.get("claims", ())),
        uncertainty=_uncertainty(read.get("uncertainty"), len(read["periods"])),
        verified_eur=read.get("verified_eur"),
        record=None if read["record"] is None else RunRecord(**read["record"]),
    )


def _uncertainty(read: dict[str, Any] | None, periods: int) -> Uncertainty | None:
    if read is None:
        return None
    tables = ("load_people", "short_people")
    lists = ("probability", "cost_by_scenario_eur")
    arrays = {name: _array(read[name], periods) for name in tables}
    arrays |= {name: np.array(read[name], dtype=np.float64) for name in lists}
    waits, knows, stays = (read.get(name) for name in ("waiting", "knowledge", "staying_by_scenario_eur"))
    told = {
        "leaves": tuple(Leave(**leave) for leave in read["leaves"]),
        "stages": tuple(_stage(stage) for stage in read.get("stages", ())),
        "staying_by_scenario_eur": None if stays is None else np.array(stays, dtype=np.float64),
        "waiting": None if waits is None else Waiting(**waits),
        "knowledge": None if knows is None else Knowledge(**knows),
    }
    return Uncertainty(**{**read, **arrays, **told})


def _stage(read: dict[str, Any]) -> Stage:
    grows = tuple(Growing(**one) for one in read["grows"])
    return Stage(**{**read, "grows": grows, "signs": tuple(Sign(**one) for one in read["signs"])})


def _workforce(read: dict[str, Any], periods: int) -> WorkforcePlan:
    return WorkforcePlan(
        skills=tuple(read["skills"]),
        posts=tuple(read["posts"]),
        moves=tuple(read["moves"]),
        stock=_array(read["stock"], periods),
        surplus=_array(read["surplus"], periods),
        redundant=_array(read["redundant"], periods),
        recruited=_array(read["recruited"], periods),
        short_time=_array(read["short_time"], periods),
        filled=_array(read["filled"], periods),
        moved=_array(read["moved"], periods),
    )


def _array(rows: list[list[float]], periods: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array(rows, dtype=np.float64).reshape(len(rows), periods)


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
