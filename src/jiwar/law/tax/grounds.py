"""What each line of the tax statement rests on: the rules that decided, as articles and with their confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jiwar.law.citation import Quality
from jiwar.law.payroll.switches import Switches
from jiwar.law.rule import ADMITTED
from jiwar.law.tax.company import payment_day
from jiwar.law.tax.corporate import CompanyStatus
from jiwar.law.tax.dividends import TREATY_RULE, dividend_rule
from jiwar.law.tax.statement import Statement

LINES = (
    "corporate_tax", "dividend", "vat", "papers", "foreign_fees", "treaty", "function_transfer", "allowance",
)  # fmt: skip
"""The lines of the statement that rest on law, in the order in which they are shown."""

_FIXED: Mapping[str, tuple[str, ...]] = {
    "vat": ("ma.cgi.art92@2014-03-07",),
    "papers": ("ma.cgi.art214@2021-01-01",),
    "foreign_fees": ("ma.cgi.non-resident-fees@2022-01-01",),
    "treaty": (TREATY_RULE,),
    "function_transfer": ("de.astg.function-transfer@2022-01-01",),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The rules behind one line, their articles, and how far they can be trusted: high, medium or low."""

    rules: tuple[str, ...]
    articles: tuple[str, ...]
    confidence: str


def grounds_of(
    found: Statement, status: CompanyStatus, switches: Switches | None = None
) -> dict[str, Ground]:
    """Return the ground of every line under a status, in the order of ``LINES``."""
    view = found.views[status]
    corporate = tuple(dict.fromkeys(rule for tax in view.taxes for rule in tax.rules))
    dividends = dict.fromkeys(
        dividend_rule(distributed=payment_day(year), switches=switches) for year in view.years
    )
    rules = {
        **_FIXED,
        "corporate_tax": corporate,
        "dividend": tuple(dividends),
        "allowance": found.allowance.rules,
    }
    return {line: ground(rules[line]) for line in LINES}


def ground(rules: tuple[str, ...], *, low_confidence_rules: bool = True) -> Ground:
    """Return articles and confidence of some rules.

    Without rules of low confidence only sources that can carry a rule are left: amounts then keep what these
    bear, so what rests on a third-party program or on memory alone is no ground any more.
    """
    known = [ADMITTED[key] for key in rules]
    cited = [[one for one in rule.citations if low_confidence_rules or one.quality.carries] for rule in known]
    kept = [(rule, found) for rule, found in zip(known, cited, strict=True) if found]
    articles = tuple(dict.fromkeys(str(citation) for _, found in kept for citation in found))
    official = {Quality.PRIMARY, Quality.AUTHORITY}
    if low_confidence_rules and any(rule.low_confidence for rule, _ in kept):
        confidence = "low"
    else:
        confidence = (
            "high" if all({one.quality for one in found} & official for _, found in kept) else "medium"
        )
    return Ground(tuple(rule.key for rule, _ in kept), articles, confidence)
