"""Rules of law in words, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.law import Rule


def rule_lines(rule: Rule) -> Iterator[str]:
    """Yield everything about one version of a rule, line by line."""
    yield f"[bold]{rule.name}[/bold]"
    for language in ("en", "de", "fr"):
        yield f"  {language}: {rule.sentence[language]}"
    until = f" to {rule.validity.end}" if rule.validity.end else ""
    yield f"  in force from {rule.validity.start}{until}; gate: {rule.gate.words['en'] if rule.gate else 'money'}"
    for citation in rule.citations:
        where = f"{citation.article} — {citation.quality.value}, checked {citation.checked}, {citation.url}"
        yield f"  cites {where}"
    if rule.low_confidence:
        yield "  low confidence: known only from the press or a third party"
    if not rule.carries:
        yield "  may not decide: rests on no text that was read, so it asks for a manual review"
