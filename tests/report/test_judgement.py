"""What draws say is told without change: quantiles, flips, scenarios, strategies, in words that are translated."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from jiwar.provenance import OriginKind
from jiwar.report.amount import Amount
from jiwar.report.answer import AnswerKind, answer
from jiwar.report.blocks import BulletList, Figure, Note, Number, Paragraph, Table
from jiwar.report.drivers import said
from jiwar.report.judgement_of_plan import uncertainty_of
from jiwar.report.sections.against import against
from jiwar.report.sections.alternatives import alternatives
from jiwar.report.sections.cautions import cautions
from jiwar.report.sections.risks import risks
from jiwar.report.sections.stages import stages
from jiwar.report.sections.uncertainty import uncertainty
from jiwar.report.texts import texts_for
from jiwar.risk import NAMED, NOT_DRAWN

ENGLISH = texts_for("en")


@pytest.fixture(scope="module")
def judged(shipped: Callable[[str], Any]) -> Any:
    return shipped("vehicle-software")


def test_quantiles_and_chances_are_those_of_the_evaluation(judged: Any) -> None:
    told, found = judged.context("en").uncertainty, judged.evaluation
    assert told.saving_p10_eur.value == found.saving_p10_eur
    assert told.saving_p90_eur.value == found.saving_p90_eur
    assert told.chance_of_loss.value == found.chance_of_loss
    assert told.judged.curve.p50_eur[-1] == found.curve_eur[2, -1]
    assert [one.driver for one in told.judged.turned] == [one.driver for one in found.tornado]
    assert told.judged.plan_cost_per_year.p50.value == found.plan_cost_per_productive_year.p50.value


def test_a_driver_rests_on_its_own_facts(judged: Any) -> None:
    told = judged.context("en").judged
    pay = next(one for one in told.turned if one.driver == "pay/MA")
    keys = {one.key for one in pay.at_p10_eur.origins if one.kind is OriginKind.FACT}
    assert keys
    assert all(key.startswith("pay/MA-") for key in keys)
    worth = next(one for one in told.turned if one.driver == "value_of_work")
    assert any(one.kind is OriginKind.CASE for one in worth.at_p10_eur.origins)


def test_a_flip_is_written_as_a_new_value_of_its_own_unit(judged: Any) -> None:
    key = "synchronous_loss_per_hour"
    fact = judged.options.facts.get(key)
    flip = dataclasses.replace(
        next(one for one in judged.evaluation.flips if one.driver == key),
        share_of_range=0.5,
        factor=1.5,
        values={key: 1.5 * fact.value},
    )
    changed = dataclasses.replace(judged.evaluation, flips=(flip,))
    found = uncertainty_of(changed, judged.options, ENGLISH).judged
    assert found is not None
    (told,) = found.flips
    assert told.value is not None
    number, unit = told.value
    assert number == pytest.approx(1.5 * fact.mid)
    assert unit == fact.unit
    assert told.change is not None
    assert told.change.value == pytest.approx(0.5)


def test_sentences_of_the_judgement_are_all_known_to_translators(judged: Any) -> None:
    known = set(said())
    assert {one.name for one in NAMED} <= known
    assert set(NOT_DRAWN) <= known
    fixed = {one.name for one in judged.strategies if one.id != "near_country"}
    assert fixed <= known


@pytest.mark.parametrize("language", ["de", "fr"])
def test_no_driver_keeps_its_english_name(judged: Any, language: str) -> None:
    english = {one.driver: one.name for one in judged.context("en").judged.turned}
    other = {one.driver: one.name for one in judged.context(language).judged.turned}
    same = {key for key, name in english.items() if other[key] == name}
    assert same == set()


def test_strategies_that_limits_rule_out_say_so(judged: Any) -> None:
    section = alternatives(judged.context("en"), ENGLISH)
    assert section is not None
    hindered = [one for one in judged.strategies if one.saving is None]
    words = str(section)
    assert hindered
    assert all(f"{one.name} (ruled out" in words for one in hindered)


def test_without_draws_the_paper_says_what_is_missing(judged: Any) -> None:
    bare = dataclasses.replace(judged.context("en"), uncertainty=None)
    (only,) = uncertainty(bare, ENGLISH).blocks
    assert isinstance(only, Paragraph)
    assert any(isinstance(block, Note) for block in cautions(bare, ENGLISH))
    assert any(isinstance(block, Figure) for block in uncertainty(judged.context("en"), ENGLISH).blocks)


def test_a_plan_that_loses_too_often_is_a_not_yet(judged: Any) -> None:
    context = judged.context("en")
    risky = dataclasses.replace(
        context.uncertainty, chance_of_loss=Amount(0.4, context.uncertainty.chance_of_loss.origins)
    )
    assert answer(dataclasses.replace(context, uncertainty=risky)).kind is AnswerKind.TOO_UNCERTAIN
    assert answer(context).kind in {AnswerKind.MOVE_PART, AnswerKind.MOVE_ALL}


def test_risks_stand_in_the_order_of_what_they_cost(judged: Any) -> None:
    table = risks(judged.context("en"), ENGLISH).blocks[1]
    assert isinstance(table, Table)
    numbers = [part for row in table.rows for part in row.cells[1] if isinstance(part, Number)]
    losses = [one.value or 0.0 for one in numbers]
    assert len(losses) == 10
    assert losses == sorted(losses, reverse=True)
    assert all(row.cells[2][0].text and row.cells[3][0].text for row in table.rows)


def test_stop_values_lie_above_what_is_planned_when_the_package_saves(judged: Any) -> None:
    context = judged.context("en")
    saving = sum(
        (one.stop_eur.value - one.planned_eur.value)
        * float(judged.options.output[index] @ judged.options.discount)
        / 12.0
        for one in context.further.stages
        for index in judged.plan.chosen
        if judged.options.items[index].work_package
        == next(package.id for package in context.packages if package.name == one.package)
    )
    assert saving == pytest.approx(context.saving_eur.value, rel=0.02, abs=40_000)
    section = stages(context, ENGLISH)
    assert section is not None


def test_the_case_against_is_never_empty(run: Callable[..., Any], judged: Any) -> None:
    for context in (run(), run(moves=False), judged.context("en")):
        listed = against(context, ENGLISH).blocks[1]
        assert isinstance(listed, BulletList)
        assert len(listed.items) >= 2
