"""Several data flows of one option told as one assessment."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

from jiwar.law import Assessment, Gate, GateResult, strictest


def merged(assessments: tuple[Assessment, ...]) -> Assessment | None:
    """Return several assessments as one: per gate the strictest verdict, and what led to it in any of them."""
    if not assessments:
        return None
    first = assessments[0]
    gates = {gate: _merged_gate(gate, [one.gates[gate] for one in assessments]) for gate in first.gates}
    return dataclasses.replace(first, gates=MappingProxyType(gates))


def _merged_gate(gate: Gate, results: list[GateResult]) -> GateResult:
    hits = tuple(dict.fromkeys(hit for result in results for hit in result.hits))
    missing = tuple(dict.fromkeys(name for result in results for name in result.missing))
    return GateResult(gate, strictest(result.verdict for result in results), hits, missing)
