"""A changed rule changes what is recorded: its own hash, that of each assessment it spoke in, that of the law."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest

from jiwar.law import Assessment, Quality, Words, assess, law_hash, registry, rule_hash, since
from jiwar.law.building import flow_of
from jiwar.law.eu import dual_use
from jiwar.law.eu.gdpr import adequacy_table
from jiwar.law.fingerprint import hash_of_folder
from jiwar.law.germany import betrvg
from jiwar.law.rule import Rule
from jiwar.law.verdict import Gate

ON = dt.date(2027, 4, 1)
ANSWERS = {"categories": "vin, source_code", "roles": "controller_to_processor", "access": "remote_edit"}
FOUND = assess(flow_of("DE", "MA", "captive", ANSWERS, {"instrument": "scc", "scc_module": "2"}), ON)
LAW = Path(__file__).resolve().parents[2] / "src" / "jiwar" / "law"


def with_rule(found: Assessment, changed: Rule) -> Assessment:
    """The same assessment, had one rule that spoke been another."""
    gate = changed.gate
    assert gate is not None
    hits = found.gates[gate].hits
    new = replace(found.gates[gate], hits=(replace(hits[0], rule=changed), *hits[1:]))
    return replace(found, gates=MappingProxyType({**found.gates, gate: new}))


@pytest.mark.parametrize("gate", [gate for gate in Gate if FOUND.gates[gate].hits])
def test_any_change_of_a_rule_changes_the_record_of_an_assessment(gate: Gate) -> None:
    rule = FOUND.gates[gate].hits[0].rule
    citation = rule.citations[0]
    changes = (
        replace(rule, sentence=Words(rule.sentence.en + " Or not.", rule.sentence.de, rule.sentence.fr)),
        replace(rule, sentence=Words(rule.sentence.en, rule.sentence.de, rule.sentence.fr + " Ou pas.")),
        replace(rule, citations=(replace(citation, article="Art. 1"), *rule.citations[1:])),
        replace(rule, citations=(replace(citation, quality=Quality.KNOWLEDGE), *rule.citations[1:])),
        replace(rule, validity=since("2019-01-01")),
        replace(rule, function=with_rule),
    )
    hashes = [with_rule(FOUND, changed).hash for changed in changes]
    assert with_rule(FOUND, rule).hash == FOUND.hash
    assert len({FOUND.hash, *hashes}) == len(changes) + 1
    assert len({rule_hash(rule), *(rule_hash(changed) for changed in changes)}) == len(changes) + 1


def test_another_answer_day_or_supposed_law_is_another_record() -> None:
    asked = FOUND.flow
    later = assess(asked, ON + dt.timedelta(days=1))
    supposed = assess(asked, ON, switches={"adequacy:MA": dt.date(2027, 1, 1)})
    told = assess(replace(asked, notice=True), ON)
    assert len({FOUND.hash, later.hash, supposed.hash, told.hash}) == 4


def _hash_now(name: str) -> str:
    rule_hash.cache_clear()
    return rule_hash(registry().versions(name)[-1])


def test_a_threshold_a_list_a_helper_or_a_table_changes_the_hash_of_the_rules_that_look_at_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = tmp_path / "adequacy.csv"
    shipped = adequacy_table._TABLE.read_text("utf-8")
    table.write_text(shipped.replace("EPO,European Patent", "EPO,The European Patent"), "utf-8")
    changes: tuple[tuple[ModuleType, str, object, str], ...] = (
        (betrvg, "SMALLEST_COMPANY", 21, "germany.betrvg.par111.relocation"),
        (dual_use, "EU007", dual_use.EU007 - {"MA"}, "eu.dual_use.listed"),
        (dual_use, "_with_licence", dual_use._within_group, "eu.dual_use.listed"),
        (adequacy_table, "_TABLE", table, "eu.gdpr.art46.instrument"),
    )
    for module, name, value, asked in changes:
        before, other = _hash_now(asked), _hash_now("eu.product.place")
        with monkeypatch.context() as patched:
            patched.setattr(module, name, value)
            assert _hash_now(asked) != before, name
            assert _hash_now("eu.product.place") == other
        assert _hash_now(asked) == before


def test_a_hash_is_the_same_in_every_process() -> None:
    code = (
        "from jiwar.law import registry, rule_hash\n"
        "from jiwar.provenance import content_hash\n"
        "print(content_hash([rule_hash(rule) for rule in registry()]))"
    )
    seeds = ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2"))
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        ).stdout
        for env in seeds
    }
    assert len(told) == 1


def test_one_letter_of_a_rule_or_a_table_changes_the_hash_of_the_law(tmp_path: Path) -> None:
    kept = [path for path in LAW.rglob("*") if path.suffix in {".py", ".csv"}]
    for path in kept:
        copy = tmp_path / path.relative_to(LAW)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert hash_of_folder(tmp_path) == law_hash()
    for name in ("germany/aueg.py", "eu/gdpr/adequacy.csv"):
        changed = tmp_path / name
        before = changed.read_text("utf-8")
        changed.write_text(before.replace("2025", "2026", 1), "utf-8")
        assert hash_of_folder(tmp_path) != law_hash(), name
        changed.write_text(before, "utf-8")
    assert hash_of_folder(tmp_path) == law_hash()
