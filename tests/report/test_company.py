"""The own units as a company in the paper: the sentence and both tables say what the law of tax says."""

from __future__ import annotations

import dataclasses

import pytest

import jiwar
from jiwar.languages import Language
from jiwar.law.tax import STATUSES
from jiwar.law.tax.texts import STATUS_NAMES
from jiwar.planning import insist_on, problem_of, solve
from jiwar.planning.of_case.company import allowance_of_plan, statement_of_plan
from jiwar.report.blocks import Block, Callout, Table, numbers_in
from jiwar.report.company_of_plan import allowance_at_most, company_of
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.sections.company import allowance_block, company_blocks
from jiwar.report.texts import texts_for


@pytest.fixture(scope="module")
def figures() -> PlanFigures:
    """A plan that moves one package to an own unit in Casablanca."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    update = {"sites": (case.company.home, "casablanca"), "engagements": ("captive",)}
    options = jiwar.enumerate_options(case.model_copy(update=update))
    own = next(
        one
        for one in options.of("test-automation")
        if one.engagement.own_unit and one.feasible and one.share == 1.0
    )
    plan = solve(insist_on(problem_of(options), own.index), gap=0.05)
    return PlanFigures(options, dataclasses.replace(plan, options=options))


def _table(blocks: list[Block], columns: int) -> Table:
    return next(one for one in blocks if isinstance(one, Table) and len(one.columns) == columns)


def test_the_years_are_those_of_the_law_in_eur(figures: PlanFigures) -> None:
    found, texts = statement_of_plan(figures.plan), texts_for("en")
    told = company_of(figures, texts)
    assert found is not None
    assert told is not None
    blocks = company_blocks(told, texts)
    after = [one.after_tax_eur.value * found.figures.mad_per_eur for one in told.years]
    assert after == pytest.approx(list(found.after_tax_mad()))
    assert told.counted.after_tax_eur.value == pytest.approx(
        sum(one.after_tax_eur.value for one in told.years)
    )
    years = _table(blocks, 8)
    assert len(years.rows) == len(found.years) + 1
    before, before_mad, cost, cost_mad = [one.value or 0.0 for one in numbers_in(blocks[0])][1:]
    assert before_mad == pytest.approx(before * found.figures.mad_per_eur)
    assert cost_mad == pytest.approx(cost * found.figures.mad_per_eur)
    assert before < cost
    assert len(_table(blocks, 6).rows) == len(STATUSES)


def test_every_amount_leads_to_its_rules_and_to_the_margin(figures: PlanFigures) -> None:
    told = company_of(figures, texts_for("en"))
    assert told is not None
    for year in told.years:
        assert {one.kind.value for one in year.tax_eur.origins} >= {"rule", "fact", "method"}
    assert {one.key for one in told.margin.origins} == {"cost_plus_margin"}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_an_open_allowance_is_a_bound_with_its_condition_and_never_an_amount(
    figures: PlanFigures, language: str
) -> None:
    texts = texts_for(language)
    assert texts.language is Language(language)
    told = company_of(figures, texts)
    assert told is not None
    bound, law = allowance_at_most(figures), allowance_of_plan(figures.plan)
    assert bound is not None
    assert law is not None
    assert law.at_most_eur is not None
    assert law.low_eur is None  # nobody has said what of it is research
    assert bound.value == pytest.approx(law.at_most_eur.sum())
    (number,) = numbers_in(allowance_block(bound, texts))
    assert number.value == pytest.approx(bound.value)
    assert {one.kind.value for one in number.origins} >= {"rule"}
    without = company_blocks(told, texts)
    assert any(isinstance(one, Callout) for one in without)
    shown = str(without)
    assert all(names[language] in shown for names in STATUS_NAMES.values())
    assert not told.answered
