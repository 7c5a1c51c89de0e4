"""The tax statement as JSON: the same numbers as on the sheet, unrounded, with rules, articles and questions."""

from __future__ import annotations

import json

import numpy as np

from jiwar.cli.tax_sheet import TaxSheet, law_answers
from jiwar.languages import Formatter, Language
from jiwar.law.tax import STATUSES, CompanyStatus, grounds_of, under
from jiwar.law.tax.texts import STATUS_CONDITIONS, STATUS_NAMES, questions_of
from jiwar.money import FloatArray


def sheet_as_json(sheet: TaxSheet, language: str) -> str:
    """Return the statement as JSON; amounts that nobody can compute are null."""
    found = sheet.statement
    figures = found.figures
    answered = figures.status is not None
    whole = {
        "place": sheet.place,
        "status": found.status.value,
        "status_answered": answered,
        "best_status": found.best.value,
        "margin": figures.margin,
        "mad_per_eur": figures.mad_per_eur,
        "totals": {
            "before_tax": _both(found.before_tax_mad(), figures.mad_per_eur),
            "after_tax": _both(found.after_tax_mad(), figures.mad_per_eur),
        },
        "years": [_year(sheet, index) for index in range(len(found.years))],
        "statuses": [_status(sheet, status, language) for status in STATUSES],
        "margins": [_margin(sheet, margin) for margin in sheet.margins],
        "home": _home(sheet),
        "law": _law(sheet, language),
        "questions": [question[language] for question in questions_of(found)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)


def _year(sheet: TaxSheet, index: int) -> dict[str, object]:
    found, view = sheet.statement, sheet.statement.view
    tax = view.taxes[index]
    minimum = float(tax.minimum_contribution_mad)
    return {
        "year": view.years[index],
        "costs_mad": {name: float(amount[index]) for name, amount in found.figures.costs_mad.items()},
        "support_mad": {name: float(amount[index]) for name, amount in found.figures.support_mad.items()},
        "turnover_mad": float(view.turnover_mad[index]),
        "profit_before_tax_mad": float(view.profit_before_tax_mad[index]),
        "corporate_tax_rate": float(tax.rate),
        "corporate_tax_mad": float(tax.tax_mad),
        "minimum_contribution_mad": minimum,
        "minimum_contribution_bites": minimum > float(tax.tax_mad),
        "state_contribution_mad": float(tax.state_contribution_mad),
        "solidarity_mad": float(tax.solidarity_mad),
        "tax_due_mad": float(view.tax_due_mad[index]),
        "profit_after_tax_mad": float(view.profit_after_tax_mad[index]),
        "withholding_mad": float(view.withholding_mad[index]),
        "reaches_parent_mad": float(view.cash_to_parent_mad[index]),
        "cost_before_tax_mad": float(found.before_tax_mad()[index]),
        "cost_after_tax_mad": float(found.after_tax_mad()[index]),
        "rules": list(tax.rules),
    }


def _status(sheet: TaxSheet, status: CompanyStatus, language: str) -> dict[str, object]:
    found = sheet.statement
    view, ground = found.views[status], grounds_of(found, status, sheet.switches)["corporate_tax"]
    return {
        "status": status.value,
        "title": STATUS_NAMES[status][language],
        "tax_due_mad": float(view.tax_due_mad.sum()),
        "withholding_mad": float(view.withholding_mad.sum()),
        "cost_after_tax": _both(found.after_tax_mad(status), found.figures.mad_per_eur),
        "asks_for": STATUS_CONDITIONS[status][language],
        "articles": list(ground.articles),
        "confidence": ground.confidence,
    }


def _margin(sheet: TaxSheet, margin: float) -> dict[str, float]:
    view = under(sheet.statement.figures, sheet.statement.status, sheet.switches, margin=margin)
    return {"margin": margin, "tax_mad": float(view.group_tax_mad.sum())}


def _home(sheet: TaxSheet) -> dict[str, object]:
    found = sheet.statement
    lost, figures = found.allowance, found.figures
    known = lost.low_eur is not None
    return {
        "years": list(figures.home_years),
        "moved_pay_eur": _list(figures.moved_pay_eur),
        "research_allowance_lost": "known" if known else "open",
        "low_eur": _list(lost.low_eur),
        "high_eur": _list(lost.high_eur),
        "at_most_eur": _list(lost.at_most_eur),
        "redundancy_eur": _list(figures.redundancy_eur),
    }


def _law(sheet: TaxSheet, language: str) -> list[dict[str, object]]:
    found = sheet.statement
    grounds = grounds_of(found, found.status, sheet.switches)
    answers = law_answers(found, Formatter(Language(language)), language)
    return [
        {
            "line": line,
            "answer": answers[line],
            "rules": list(ground.rules),
            "articles": list(ground.articles),
            "confidence": ground.confidence,
        }
        for line, ground in grounds.items()
    ]


def _both(amounts_mad: FloatArray, mad_per_eur: float) -> dict[str, float]:
    total = float(amounts_mad.sum())
    return {"mad": total, "eur": total / mad_per_eur}


def _list(amounts: FloatArray | None) -> list[float] | None:
    return None if amounts is None else [float(value) for value in np.asarray(amounts)]
