"""The law: rules as code that judge every data flow, technology and staffing form, each with its citation.

Public modules besides the names below: ``questions`` (inputs in three languages), ``coverage`` (what is coded, gaps,
changes), ``what_if`` (supposed changes of law), ``papers`` (documents that come out filled), ``vocabulary`` (linked
data), and the law of money in ``payroll``, ``tax`` and ``support``.
"""

from jiwar.law.assess import Assessment, GateResult, Hit, assess
from jiwar.law.building import ENGAGEMENTS, flow_of
from jiwar.law.citation import REVIEWED, Citation, Quality, Statute
from jiwar.law.error import LawError
from jiwar.law.finding import Due, Duty, DutyState, Finding, Owner
from jiwar.law.fingerprint import law_hash, rule_hash
from jiwar.law.flow import Access, Data, Flow, Instrument, Relation, Roles, Staffing, Tia
from jiwar.law.registry import Register, registry
from jiwar.law.rule import Rule, RuleKind, rule, table_rule
from jiwar.law.unblock import Way, smallest_change, ways_out
from jiwar.law.validity import CODED_FROM, CODED_UNTIL, Validity, since
from jiwar.law.verdict import Gate, Verdict, strictest
from jiwar.law.wording import Words

__all__ = [
    "CODED_FROM",
    "CODED_UNTIL",
    "ENGAGEMENTS",
    "REVIEWED",
    "Access",
    "Assessment",
    "Citation",
    "Data",
    "Due",
    "Duty",
    "DutyState",
    "Finding",
    "Flow",
    "Gate",
    "GateResult",
    "Hit",
    "Instrument",
    "LawError",
    "Owner",
    "Quality",
    "Register",
    "Relation",
    "Roles",
    "Rule",
    "RuleKind",
    "Staffing",
    "Statute",
    "Tia",
    "Validity",
    "Verdict",
    "Way",
    "Words",
    "assess",
    "flow_of",
    "law_hash",
    "registry",
    "rule",
    "rule_hash",
    "since",
    "smallest_change",
    "strictest",
    "table_rule",
    "ways_out",
]
