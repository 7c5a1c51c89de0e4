"""The tax statement of an own unit: every status year by year, what is counted, what is best, and home's side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.switches import Switches
from jiwar.law.tax.company import CompanyView, captive_company
from jiwar.law.tax.corporate import CompanyStatus
from jiwar.law.tax.dividends import TreatyAnswer, treaty_treatment
from jiwar.law.tax.function_transfer import FunctionTransfer, function_transfer
from jiwar.law.tax.german_side import AllowanceByYear, ResearchAnswers, allowance_by_year
from jiwar.law.tax.trade import VatAnswer, transfer_papers_due, vat_on_service, withholding_on_foreign_fees
from jiwar.money import FloatArray

STATUSES = (
    CompanyStatus.ORDINARY,
    CompanyStatus.OUTSOURCING,
    CompanyStatus.ACCELERATION_ZONE,
    CompanyStatus.FINANCE_CITY,
)
"""The statuses that an own unit of engineers could have; industry makes goods."""

COUNTED_WITHOUT_ANSWER = CompanyStatus.ORDINARY
"""What is counted while nobody has said which status the company will have: the one that asks for nothing."""


@dataclass(frozen=True, slots=True)
class TaxAnswers:
    """What decides single taxes; None is an unanswered question and never helps."""

    used_outside_morocco: bool | None = None
    invoiced_to_foreign_client: bool | None = None
    paid_in_currency: bool | None = None
    joint_stock_company: bool | None = None
    voting_share: float | None = None
    active_income: bool | None = None
    works_only_for_transferor: bool | None = None
    gross_assets_mad: float | None = None
    fees_to_parent_mad: float | None = None
    research: ResearchAnswers = field(default_factory=ResearchAnswers)


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """An own unit by calendar year from its first cost on; arrays have shape (Y,)."""

    first_year: int
    costs_mad: Mapping[str, FloatArray]  # what it is paid for → amounts
    support_mad: Mapping[str, FloatArray]  # scheme → cash received
    mad_per_eur: float
    margin: float
    moved_pay_eur: FloatArray | None = None  # of the posts at home, by home year; None: nobody has said
    redundancy_eur: FloatArray | None = None  # by home year; None: nobody has given it
    home_first_year: int | None = None  # work can move before the unit opens; None: the unit's first year
    status: CompanyStatus | None = None
    answers: TaxAnswers = field(default_factory=TaxAnswers)

    @property
    def home_years(self) -> tuple[int, ...]:
        """The calendar years of what happens at home: to the last year of the unit."""
        last = self.first_year + len(self.total_costs_mad)
        return tuple(range(self.first_year if self.home_first_year is None else self.home_first_year, last))

    @property
    def total_costs_mad(self) -> FloatArray:
        """All costs by year."""
        return np.asarray(sum(self.costs_mad.values()), dtype=np.float64)

    @property
    def total_support_mad(self) -> FloatArray:
        """All support by year."""
        nothing = np.zeros(len(self.total_costs_mad))
        return np.asarray(sum(self.support_mad.values(), start=nothing), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Statement:
    """What taxes make of an own unit; ``status`` is what is counted, ``best`` the one with the least tax."""

    figures: UnitFigures
    status: CompanyStatus
    best: CompanyStatus
    views: Mapping[CompanyStatus, CompanyView]
    vat: VatAnswer
    treaty: TreatyAnswer
    transfer: FunctionTransfer
    allowance: AllowanceByYear
    papers_due: NDArray[np.bool_]  # (Y,) master file and local file
    papers_sure: bool  # the answer on assets has been given, or turnover alone decides
    fees_withheld_mad: float | None

    @property
    def view(self) -> CompanyView:
        """The years under the status that is counted."""
        return self.views[self.status]

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years."""
        return self.view.years

    def before_tax_mad(self) -> FloatArray:
        """What the unit costs the group before tax: its costs without support; the margin stays in the group."""
        cost: FloatArray = self.figures.total_costs_mad - self.figures.total_support_mad
        return cost

    def after_tax_mad(self, status: CompanyStatus | None = None) -> FloatArray:
        """What it costs after Moroccan tax on the company and on the dividend of the year's profit."""
        cost: FloatArray = self.before_tax_mad() + self.views[status or self.status].group_tax_mad
        return cost

    def tax_mad(self, status: CompanyStatus) -> float:
        """All Moroccan tax over the years under a status."""
        return float(self.views[status].group_tax_mad.sum())


def statement(figures: UnitFigures, switches: Switches | None = None) -> Statement:
    """Return the years of an own unit under every status, what is counted, and what is asked.

    Raises
    ------
    MoneyError
        L101 before 2022, L108 for figures that cannot be.
    """
    chosen = switches or Switches()
    if not np.isfinite(figures.mad_per_eur) or figures.mad_per_eur <= 0:
        refuse("L108", "a rate of exchange is above zero", "give dirhams for one EUR")
    if figures.status not in (None, *STATUSES):
        refuse(
            "L108",
            f"an own unit of engineers cannot be `{figures.status}`",
            f"choose of {', '.join(STATUSES)}",
        )
    said, turnover = figures.answers, figures.total_costs_mad * (1.0 + figures.margin)
    views = {status: under(figures, status, chosen) for status in STATUSES}
    counted = figures.status or COUNTED_WITHOUT_ANSWER
    best = min(STATUSES, key=lambda one: round(float(views[one].group_tax_mad.sum()), 2))
    assets = np.full(len(turnover), said.gross_assets_mad or 0.0)
    due = transfer_papers_due(turnover, assets)
    fees = said.fees_to_parent_mad
    withheld = None if fees is None else float(withholding_on_foreign_fees(np.array([fees]))[0])
    return Statement(
        figures,
        counted,
        best,
        views,
        vat_on_service(
            used_outside_morocco=said.used_outside_morocco,
            invoiced_to_foreign_client=said.invoiced_to_foreign_client,
            paid_in_currency=said.paid_in_currency,
        ),
        treaty_treatment(
            joint_stock_company=said.joint_stock_company,
            voting_share=said.voting_share,
            active_income=said.active_income,
        ),
        function_transfer(works_only_for_transferor=said.works_only_for_transferor, paid_cost_plus=True),
        allowance_by_year(figures.home_years, figures.moved_pay_eur, said.research),
        due,
        said.gross_assets_mad is not None or bool(due.all()),
        withheld,
    )


def under(
    figures: UnitFigures, status: CompanyStatus, switches: Switches, *, margin: float | None = None
) -> CompanyView:
    """Return the years of the unit under one status, also with another margin than its own."""
    return captive_company(
        figures.total_costs_mad,
        first_year=figures.first_year,
        status=status,
        margin=figures.margin if margin is None else margin,
        subsidies_mad=figures.total_support_mad,
        switches=switches,
    )
