"""Tax law: corporate tax, dividends, VAT and papers in Morocco; research allowance and transfer at home."""

from jiwar.law.tax import rules as _rules  # noqa: F401 - importing registers the rules
from jiwar.law.tax.company import CompanyView, captive_company
from jiwar.law.tax.corporate import CompanyStatus, CorporateTax, corporate_tax
from jiwar.law.tax.dividends import TreatyAnswer, dividend_withholding, treaty_treatment
from jiwar.law.tax.function_transfer import FunctionTransfer, function_transfer
from jiwar.law.tax.research_allowance import allowance_lost, research_allowance
from jiwar.law.tax.trade import (
    VatAnswer,
    fine_without_papers,
    transfer_papers_due,
    vat_on_service,
    withholding_on_foreign_fees,
)

__all__ = [
    "CompanyStatus",
    "CompanyView",
    "CorporateTax",
    "FunctionTransfer",
    "TreatyAnswer",
    "VatAnswer",
    "allowance_lost",
    "captive_company",
    "corporate_tax",
    "dividend_withholding",
    "fine_without_papers",
    "function_transfer",
    "research_allowance",
    "transfer_papers_due",
    "treaty_treatment",
    "vat_on_service",
    "withholding_on_foreign_fees",
]
