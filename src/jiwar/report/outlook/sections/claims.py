"""What is said in public, claim by claim, with the verdict and its numbers."""

from __future__ import annotations

from jiwar.outlook.claims import Audit, Value
from jiwar.report.blocks import (
    Column,
    Inline,
    Link,
    Narrow,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.numbers import facts, method
from jiwar.report.texts import Texts, words


def claims(material: Material, texts: Texts) -> Section:
    """Show every claim with what the facts say."""
    audits = material.answers.audits
    recomputed = sum(audit.recomputed for audit in audits)
    opening = texts.parts(
        "{all} claims from press and officials. The verdicts of {recomputed} follow from facts by a formula and "
        "change with them; the others are the judgement of a reader.",
        all=Number(texts.form.number(len(audits)), method("claims"), len(audits)),
        recomputed=Number(texts.form.number(recomputed), method("claims"), recomputed),
    )
    columns = (Column(texts("Claim")), Column(texts("Verdict")), Column(texts("What the facts say")))
    rows = tuple(_row(audit, material, texts) for audit in audits)
    table = Table(texts("Public claims about the sector and what was found."), columns, rows, Narrow.STACK)
    return Section("claims", texts("What is said, and what the facts say"), (Paragraph(opening), table))


def _row(audit: Audit, material: Material, texts: Texts) -> Row:
    source = material.facts.sources[audit.claim.said_by]
    said: Parts = (Text(f"{audit.said(texts.language)} "), Link(texts("(where it was said)"), source.url))
    verdict: Parts = (Strong(audit.verdict.word(texts.language)),)
    return Row((said, verdict, told(audit, texts)))


def told(audit: Audit, texts: Texts) -> Parts:
    """Return the evidence of a claim with its numbers leading to their facts."""
    return tuple(_part(part, texts) for part in audit.evidence(texts.language)) or words("")


def _part(part: str | Value, texts: Texts) -> Inline:
    if isinstance(part, str):
        return Text(part)
    ground = facts(*part.facts) or method("claims")
    return Number(part.written(texts.language), ground, part.value)
