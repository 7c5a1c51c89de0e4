"""The audit as a page of the documentation."""

from __future__ import annotations

from collections import Counter

from jiwar.facts import Facts
from jiwar.languages import Language
from jiwar.outlook.claims.audit import Audit, audit_claims, plain
from jiwar.outlook.claims.verdict import Verdict

_HEAD = """# What is said about the sector, and what the facts say

This page is generated. Each claim was made in public; its verdict is recomputed from the fact base wherever it is
arithmetic, by the formula shown, and otherwise is the judgement of a reader, marked as such. `jiwar outlook --claims`
prints the same in English, German and French; `jiwar facts show KEY` leads from a number to its source.

"""


def claims_page(facts: Facts) -> str:
    """Return the page in Markdown."""
    audits = audit_claims(facts)
    counted = Counter(audit.verdict for audit in audits)
    rows = [
        f"| {verdict.word(Language.ENGLISH)} | {counted[verdict]} | {verdict.meaning(Language.ENGLISH)} |"
        for verdict in Verdict
        if counted[verdict]
    ]
    head = _HEAD + "| verdict | claims | meaning |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    return head + "".join(_entry(audit, facts) for audit in audits)


def _entry(audit: Audit, facts: Facts) -> str:
    english = Language.ENGLISH
    source = facts.sources[audit.claim.said_by]
    keys = ", ".join(f"`{key}`" for key in audit.claim.facts.values()) or "none"
    how = f"`{plain(audit.formula(), english)}`" if audit.recomputed else "judgement of a reader"
    return (
        f"\n## {audit.said(english)}\n\n"
        f"**{audit.verdict.word(english).capitalize()}.** {plain(audit.evidence(english), english)}\n\n"
        f"- said in: [{source.title}]({source.url})\n- verdict from: {how}\n- facts: {keys}\n"
    )
