"""Tax law: corporate tax, dividends, VAT and papers in Morocco; research allowance and transfer at home."""

from jiwar.law.tax import rules as _rules  # noqa: F401 - importing registers the rules
from jiwar.law.tax.company import CompanyView, captive_company
from jiwar.law.tax.corporate import CompanyStatus, CorporateTax, corporate_tax
from jiwar.law.tax.dividends import TreatyAnswer, dividend_withholding, treaty_treatment
from jiwar.law.tax.function_transfer import FunctionTransfer, function_transfer
from jiwar.law.tax.german_side import AllowanceByYear, ResearchAnswers, allowance_by_year
from jiwar.law.tax.grounds import Ground, ground, grounds_of
from jiwar.law.tax.research_allowance import allowance_lost, research_allowance
from jiwar.law.tax.statement import STATUSES, Statement, TaxAnswers, UnitFigures, statement, under
from jiwar.law.tax.trade import (
    VatAnswer,
    fine_without_papers,
    transfer_papers_due,
    vat_on_service,
    withholding_on_foreign_fees,
)

__all__ = [
    "STATUSES",
    "AllowanceByYear",
    "CompanyStatus",
    "CompanyView",
    "CorporateTax",
    "FunctionTransfer",
    "Ground",
    "ResearchAnswers",
    "Statement",
    "TaxAnswers",
    "TreatyAnswer",
    "UnitFigures",
    "VatAnswer",
    "allowance_by_year",
    "allowance_lost",
    "captive_company",
    "corporate_tax",
    "dividend_withholding",
    "fine_without_papers",
    "function_transfer",
    "ground",
    "grounds_of",
    "research_allowance",
    "statement",
    "transfer_papers_due",
    "treaty_treatment",
    "under",
    "vat_on_service",
    "withholding_on_foreign_fees",
]
