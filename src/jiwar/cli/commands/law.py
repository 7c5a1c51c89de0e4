"""`jiwar law …`: the rules of law that are coded, and how far they are verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from cyclopts import App

from jiwar.cli.rule_text import rule_lines
from jiwar.cli.screen import screen, table
from jiwar.law import Rule, registry
from jiwar.law import questions as ask

law = App(name="law", help="List the rules of law and show what is coded.", result_action="return_value")

Spoken = Literal["en", "de", "fr"]


@law.command(name="list")
def list_(*, words: str = "", language: Spoken = "en") -> int:
    """List the rules of law.

    Parameters
    ----------
    words
        Only rules with this word in their name or sentence.
    language
        Language of the sentences.
    """
    wanted = words.lower()
    found = [rule for rule in registry() if wanted in f"{rule.key} {rule.sentence[language]}".lower()]
    _print_rules(f"{len(found)} rules", found, language)
    return 0


@law.command
def show(name: str) -> int:
    """Show one rule with all its versions: sentence, articles, validity, how well the text was read.

    Parameters
    ----------
    name
        Name of the rule, as `jiwar law list` prints it.
    """
    for rule in registry().versions(name):
        for line in rule_lines(rule):
            screen().print(line, soft_wrap=True)
    return 0


@law.command
def coverage() -> int:
    """Show how many rules are coded per field and how well their texts were read."""
    rows = []
    rules = list(registry())
    for gate in [*dict.fromkeys(rule.gate for rule in rules)]:
        mine = [rule for rule in rules if rule.gate is gate]
        judged = sum(rule.carries for rule in mine)
        weak = sum(rule.low_confidence for rule in mine)
        first = min(rule.validity.start for rule in mine)
        oldest = min(rule.checked for rule in mine)
        name = "money" if gate is None else gate.words["en"]
        rows.append([name, str(len(mine)), str(judged), str(weak), str(first), str(oldest)])
    columns = [("field", False), ("rules", True), ("may decide", True), ("low confidence", True)]
    columns += [("from", False), ("oldest check", False)]
    note = "Rules that may not decide rest on texts that were not read; they ask for a manual review."
    screen().print(table("Law that is coded", columns, rows, note))
    return 0


@law.command
def changes(*, since: dt.date, language: Spoken = "en") -> int:
    """List the versions that started or ended since a day, or will.

    Parameters
    ----------
    since
        The day.
    language
        Language of the sentences.
    """
    found = registry().since(since)
    _print_rules(f"Changes since {since}", found, language)
    return 0


@law.command
def questions(*, words: str = "", language: Spoken = "en") -> int:
    """List what law asks; answers stand in a case under `answers`, and unknown is always possible.

    Parameters
    ----------
    words
        Only questions with this word.
    language
        Language of the questions.
    """
    wanted = words.lower()
    asked = [one for one in ask.questions() if wanted in f"{one.key} {one.text[language]}".lower()]
    rows = [[one.key, one.text[language], one.why[language]] for one in asked]
    columns = [("key", False), ("question", False), ("because", False)]
    screen().print(table(f"{len(rows)} questions", columns, rows))
    return 0


def _print_rules(title: str, rules: Iterable[Rule], language: str) -> None:
    rows = [
        [
            rule.name,
            str(rule.validity.start),
            str(rule.validity.end or ""),
            rule.sentence[language],
            "; ".join(dict.fromkeys(citation.article for citation in rule.citations)),
        ]
        for rule in rules
    ]
    columns = [("rule", False), ("from", False), ("to", False), ("sentence", False), ("articles", False)]
    screen().print(table(title, columns, rows))
