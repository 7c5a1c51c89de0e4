"""The smaller lines of the funding sheet: corporate tax, relief, training, trainees, region, Germany."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.switches import Switches
from jiwar.law.support import training
from jiwar.law.support.award import Status
from jiwar.law.support.charter import ROUTE_ONE_INVESTMENT_MAD, START
from jiwar.law.support.funding_line import FundLine
from jiwar.law.support.project import BRANCHES, Projects
from jiwar.law.support.texts import QUESTIONS, REASONS
from jiwar.law.tax.corporate import CompanyStatus, corporate_tax
from jiwar.law.tax.grounds import ground
from jiwar.law.tax.research_allowance import allowance_lost, terms_on

_TAX_RULES = ("ma.cgi.art6.outsourcing@2022-01-01", "ma.offshoring.corporate-tax@2025-07-01")
_RELIEF_RULES = (f"ma.charter.import-relief@{START}",)


@dataclass(frozen=True, slots=True)
class Extras:
    """Figures that only single schemes ask; None is an unanswered question."""

    profit_mad_per_year: float | None = None
    turnover_mad_per_year: float | None = None
    years: int = 10
    planned_training_mad_per_year: float | None = None
    trainees_hired: int | None = None
    regional_offer_mad: float | None = None
    research_wages_eur: float | None = None
    moved_research_wages_eur: float | None = None
    german_sme: bool | None = None


def corporate_line(project: Projects, on: dt.date, extras: Extras, switches: Switches) -> FundLine:
    """Return what exemption and State share save an outsourcing company over the years asked for."""
    if project.branch[0] == BRANCHES.index("none"):
        return _line("ma.corporate_tax", Status.NOT_ELIGIBLE, _TAX_RULES, reasons=("offshoring_branch",))
    if extras.profit_mad_per_year is None:
        return _line("ma.corporate_tax", Status.OPEN, _TAX_RULES, asked=("tax_profit", "tax_exemption_start"))
    profit = np.array([extras.profit_mad_per_year])
    turnover = np.array([extras.turnover_mad_per_year or 0.0])
    saved = 0.0
    for year in range(extras.years):
        ordinary, outsourcing = (
            corporate_tax(
                profit,
                turnover_mad=turnover,
                year=on.year + year,
                status=status,
                year_of_operation=year + 1,
                switches=switches,
            )
            for status in (CompanyStatus.ORDINARY, CompanyStatus.OUTSOURCING)
        )
        saved += float((ordinary.due_mad - outsourcing.due_mad)[0])
    return _line(
        "ma.corporate_tax", Status.ELIGIBLE, _TAX_RULES, amounts=(saved,) * 3, asked=("tax_exemption_start",)
    )


def extra_lines(project: Projects, on: dt.date, extras: Extras, switches: Switches) -> tuple[FundLine, ...]:
    """Return the remaining schemes; those of low confidence are left out when switched off."""
    trusted = switches.low_confidence_rules == "on"
    undated = (_training_line(extras), _integration_line(project, on, extras)) if trusted else ()
    return (_relief_line(project, on), *undated, _regional_line(extras), _research_line(on, extras))


def _relief_line(project: Projects, on: dt.date) -> FundLine:
    if on < START:
        return _line("ma.import_relief", Status.NOT_IN_FORCE, _RELIEF_RULES, reasons=("not_started",))
    if project.investment_mad[0] < ROUTE_ONE_INVESTMENT_MAD:
        return _line("ma.import_relief", Status.NOT_ELIGIBLE, _RELIEF_RULES, reasons=("relief_too_small",))
    return _line("ma.import_relief", Status.OPEN, _RELIEF_RULES, asked=("relief_amount", "charter_approval"))


def _training_line(extras: Extras) -> FundLine:
    rules = training.RULES[:1]
    if extras.planned_training_mad_per_year is None:
        return _line("ma.ofppt", Status.OPEN, rules, asked=("training_cost", "training_ceiling", "undated"))
    cost = np.array([extras.planned_training_mad_per_year])
    highest = float(training.training_contract_mad(cost, np.zeros(1))[0])
    return _line(
        "ma.ofppt", Status.OPEN, rules, amounts=(None, None, highest), asked=("training_ceiling", "undated")
    )


def _integration_line(project: Projects, on: dt.date, extras: Extras) -> FundLine:
    rules = training.RULES[1:]
    monthly = project.gross_pay_mad_per_year / 12.0
    if monthly[0] > training.INTEGRATION_PAY_LIMIT_MAD_PER_MONTH:
        return _line("ma.anapec", Status.NOT_ELIGIBLE, rules, reasons=("integration_pay",))
    if extras.trainees_hired is None or np.isnan(monthly[0]):
        return _line(
            "ma.anapec", Status.OPEN, rules, asked=("integration_trainees", "offshoring_pay", "undated")
        )
    highest = float(
        training.integration_contract_mad(monthly, np.array([float(extras.trainees_hired)]), on)[0]
    )
    return _line("ma.anapec", Status.OPEN, rules, amounts=(None, None, highest), asked=("undated",))


def _regional_line(extras: Extras) -> FundLine:
    offer = extras.regional_offer_mad
    if offer is None:
        return _line(
            "ma.regional", Status.OPEN, ("ma.charter.regional@2023-03-13",), asked=("regional_offer",)
        )
    return _line("ma.regional", Status.NEGOTIATED, ("ma.charter.regional@2023-03-13",), amounts=(offer,) * 3)


def _research_line(on: dt.date, extras: Extras) -> FundLine:
    rules = (terms_on(on).rule,)
    if extras.moved_research_wages_eur == 0.0:
        return _line("de.research_allowance", Status.NOT_ELIGIBLE, rules, reasons=("no_research_moved",))
    wages, moved, small = extras.research_wages_eur, extras.moved_research_wages_eur, extras.german_sme
    if wages is None or moved is None:
        return _line("de.research_allowance", Status.OPEN, rules, asked=("research_wages",), currency="EUR")
    lost = sorted(
        -float(
            allowance_lost(
                np.array([wages]),
                np.zeros(1),
                np.array([moved]),
                on=on,
                sme=sme,
                begun_after_2025=on.year > 2025,
            )[0]
        )
        for sme in ((False, True) if small is None else (small,))
    )
    return _line(
        "de.research_allowance",
        Status.LOST,
        rules,
        amounts=(lost[0], lost[-1], lost[-1]),
        currency="EUR",
    )


def _line(
    scheme: str,
    status: Status,
    rules: tuple[str, ...],
    *,
    reasons: Sequence[str] = (),
    asked: Sequence[str] = (),
    amounts: tuple[float | None, float | None, float | None] | None = None,
    currency: str = "MAD",
) -> FundLine:
    nothing = (0.0, 0.0, 0.0) if status <= Status.NOT_ELIGIBLE else (None, None, None)
    low, mid, high = amounts or nothing
    found = ground(rules)
    return FundLine(
        scheme=scheme,
        status=status,
        reasons=tuple(REASONS[name] for name in reasons),
        low=low,
        mid=mid,
        high=high,
        currency=currency,
        articles=found.articles,
        confidence=found.confidence,
        questions=tuple(QUESTIONS[name] for name in asked),
        next_steps=(),
        rules=rules,
    )
