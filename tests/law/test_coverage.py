"""Nothing falls silent between two versions, and what is coded is listed with its sources."""

from __future__ import annotations

import dataclasses
import datetime as dt

from jiwar.law import Gate, registry, since
from jiwar.law.coverage import changes_since, coded_countries, coverage, duties, flaws, is_coded, walk
from jiwar.law.registry import Register


def test_the_walk_from_2018_to_2035_finds_no_gap_and_no_overlap() -> None:
    assert walk(2018, 2035) == ()
    assert flaws(registry()) == ()


def test_a_gap_and_an_overlap_are_found() -> None:
    versions = registry().versions("germany.aueg.leasing")
    apart = dataclasses.replace(versions[0], validity=since("2018-05-25", "2024-10-01"))
    twice = dataclasses.replace(versions[0], validity=since("2018-05-25", "2024-11-01"))
    assert [(flaw.kind, flaw.day) for flaw in flaws(Register((apart, *versions[1:])))] == [
        ("gap", dt.date(2024, 10, 2))
    ]
    assert [(flaw.kind, flaw.day) for flaw in flaws(Register((twice, *versions[1:])))] == [
        ("overlap", dt.date(2024, 10, 15))
    ]


def test_coverage_says_since_when_each_place_is_coded() -> None:
    rows = {(row.gate, row.country): row for row in coverage()}
    assert rows[Gate.PRIVACY_LOCAL, "EG"].coded_from == dt.date(2025, 11, 1)
    assert rows[Gate.PRIVACY_LOCAL, "MA"].coded_from == dt.date(2018, 5, 25)
    assert rows[Gate.PRIVACY_LOCAL, "UA"].low_confidence
    assert {"MA", "PL", "RO", "PT", "ES", "TN", "EG", "IN", "RS", "TR", "GB", "UA", "VN"} <= set(
        coded_countries()
    )
    assert not is_coded(Gate.PRIVACY_LOCAL, "KE", dt.date(2026, 1, 1))
    assert not is_coded(Gate.PRIVACY_EU, "MA", dt.date(2018, 5, 24))


def test_changes_since_a_day_tell_what_started_and_ended() -> None:
    changes = changes_since(dt.date(2025, 9, 1))
    found = {(day, kind, changed.name) for day, kind, changed in changes}
    assert (dt.date(2025, 9, 30), "ends", "germany.aueg.leasing") in found
    assert (dt.date(2025, 10, 1), "starts", "germany.aueg.leasing") in found
    assert [day for day, _, _ in changes] == sorted(day for day, _, _ in changes)


def test_costs_of_duties_are_named_as_assumptions_and_never_given() -> None:
    keys = {duty.cost_key for duty in duties()} - {None}
    assert {"legal_cost/tia", "legal_cost/scc", "legal_cost/cndp_transfer"} <= keys
    assert all(key.startswith("legal_cost/") for key in keys if key is not None)
    assert len({duty.name for duty in duties()}) == len(duties())
