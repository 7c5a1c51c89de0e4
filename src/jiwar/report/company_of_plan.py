"""The own units of a plan as a company on cost-plus, before and after tax, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.law.citing import cited_in
from jiwar.money import FloatArray
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further import Company, CompanyStatusLine, CompanyYear
from jiwar.report.texts import Texts

if TYPE_CHECKING:
    from jiwar.law.support import Switches
    from jiwar.law.tax import Statement

_METHOD = (Origin(OriginKind.METHOD, "company"),)
_EXCHANGE = Origin(OriginKind.FACT, "fx/MAD")
_MARGIN = Origin(OriginKind.FACT, "cost_plus_margin")
_OF_COSTS = (*_METHOD, _EXCHANGE)


def company_of(figures: PlanFigures, texts: Texts) -> Company | None:
    """Return the years, every status and the questions of the own units in Morocco; None without any."""
    from jiwar.law.tax.texts import questions_of
    from jiwar.planning.of_case.company import statement_of_plan, unit_sites

    found = statement_of_plan(figures.plan)
    if found is None:
        return None
    language, facts = texts.language.value, figures.options.facts
    return Company(
        ", ".join(facts.sites[name].name for name in unit_sites(figures.plan)),
        found.figures.status is not None,
        Amount(found.figures.margin, (_MARGIN,)),
        Amount(found.figures.mad_per_eur, (_EXCHANGE,)),
        _years(found, _readings(figures)),
        _statuses(found, _readings(figures), language),
        tuple(question[language] for question in questions_of(found, amounts_only=True)),
    )


def allowance_at_most(figures: PlanFigures) -> Amount | None:
    """Return the bound on the research allowance that the moves of the plan lose at home; None if nothing moves."""
    from jiwar.planning.of_case.company import allowance_of_plan

    lost = allowance_of_plan(figures.plan)
    if lost is None or lost.at_most_eur is None:
        return None
    return Amount(float(lost.at_most_eur.sum()), (*_METHOD, *_rules(lost.rules)))


def _years(found: Statement, readings: Switches) -> tuple[CompanyYear, ...]:
    from jiwar.law.tax import grounds_of

    view, per_eur = found.view, found.figures.mad_per_eur
    dividends = grounds_of(found, found.status, readings)["dividend"].rules

    def amount(values_mad: FloatArray, index: int, *rules: str) -> Amount:
        return Amount(float(values_mad[index]) / per_eur, (*_OF_COSTS, _MARGIN, *_rules(rules)))

    return tuple(
        CompanyYear(
            year,
            Amount(float(view.costs_mad[index]) / per_eur, _OF_COSTS),
            Amount(float(view.subsidies_mad[index]) / per_eur, _OF_COSTS),
            amount(view.profit_before_tax_mad, index),
            Amount(float(tax.rate), _rules(tax.rules)),
            amount(view.tax_due_mad, index, *tax.rules),
            amount(view.withholding_mad, index, *dividends),
            amount(found.after_tax_mad(), index, *tax.rules, *dividends),
        )
        for index, (year, tax) in enumerate(zip(view.years, view.taxes, strict=True))
    )


def _statuses(found: Statement, readings: Switches, language: str) -> tuple[CompanyStatusLine, ...]:
    from jiwar.law.tax import STATUSES, grounds_of
    from jiwar.law.tax.texts import STATUS_CONDITIONS, STATUS_NAMES

    lines = []
    for status in STATUSES:
        grounds, view = grounds_of(found, status, readings), found.views[status]
        rules = _rules((*grounds["corporate_tax"].rules, *grounds["dividend"].rules))
        tax, withheld, after = (
            Amount(float(values.sum()) / found.figures.mad_per_eur, (*_OF_COSTS, _MARGIN, *rules))
            for values in (view.tax_due_mad, view.withholding_mad, found.after_tax_mad(status))
        )
        lines.append(
            CompanyStatusLine(
                STATUS_NAMES[status][language],
                status is found.status,
                status is found.best,
                STATUS_CONDITIONS[status][language],
                tax,
                withheld,
                after,
                tuple(cited_in(article, language) for article in grounds["corporate_tax"].articles),
            )
        )
    return tuple(lines)


def _readings(figures: PlanFigures) -> Switches:
    from jiwar.options.support import readings_of

    return readings_of(figures.options.case)


def _rules(keys: tuple[str, ...]) -> tuple[Origin, ...]:
    return tuple(Origin(OriginKind.RULE, key) for key in keys)
