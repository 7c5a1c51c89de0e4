"""`jiwar law …`: the rules of law that are coded, and how far they are verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from cyclopts import App

from jiwar.cli.rule_text import rule_lines
from jiwar.cli.screen import screen, table
from jiwar.law import CODED_FROM, CODED_UNTIL, Gate, Rule, registry
from jiwar.law import questions as ask
from jiwar.law.citing import cited_in
from jiwar.law.coverage import changes_since, flaws, walk
from jiwar.law.coverage import coverage as law_coverage
from jiwar.law.eu.gdpr.adequacy_table import decisions_since

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
    """Show how many rules are coded per field and per place, and how well their texts were read."""
    rules = list(registry())
    fields = [
        _covered("money" if gate is None else gate.words["en"], [rule for rule in rules if rule.gate is gate])
        for gate in dict.fromkeys(rule.gate for rule in rules)
    ]
    note = "Rules that may not decide rest on texts that were not read; they ask for a manual review."
    columns = [("field", False), ("rules", True), ("may decide", True), ("low confidence", True)]
    columns += [("from", False), ("oldest check", False)]
    screen().print(table("Law that is coded", columns, fields, note))
    columns = [
        ("place", False),
        ("rules", True),
        ("low confidence", False),
        ("from", False),
        ("until", False),
    ]
    columns.append(("oldest check", False))
    screen().print(table("Data protection at the site, by place", columns, _places(), _walked()))
    return 0


def _covered(name: str, rules: Sequence[Rule]) -> list[str]:
    """One line of the table: how many rules, how many may decide, since when, checked when."""
    return [
        name,
        str(len(rules)),
        str(sum(rule.carries for rule in rules)),
        str(sum(rule.low_confidence for rule in rules)),
        str(min(rule.validity.start for rule in rules)),
        str(min(rule.checked for rule in rules)),
    ]


def _places() -> list[list[str]]:
    """Places whose own law of data protection is coded; those with the same answers stand together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in law_coverage():
        if row.gate is Gate.PRIVACY_LOCAL:
            weak = "yes" if row.low_confidence else "no"
            cells = (str(row.rules), weak, str(row.coded_from), str(row.coded_until), str(row.checked))
            found.setdefault(cells, []).append(row.country)
    return [[", ".join(countries), *cells] for cells, countries in found.items()]


def _walked() -> str:
    """What the walk through every quarter finds: flaws, or none."""
    found = [str(flaw) for flaw in (*walk(), *flaws(registry()))]
    told = "; ".join(found) or "no gap and no overlap"
    return f"Walked quarter by quarter from {CODED_FROM.year} to {CODED_UNTIL.year}: {told}. Other places: not coded."


@law.command
def changes(*, since: dt.date, language: Spoken = "en") -> int:
    """List what started or ended since a day, or will: versions of rules, and adequacy decisions.

    Parameters
    ----------
    since
        The day.
    language
        Language of the sentences.
    """
    rows = [
        [str(day), kind, changed.name, changed.sentence[language], _articles(changed, language)]
        for day, kind, changed in changes_since(since, registry())
    ]
    columns = [("day", False), ("change", False), ("rule", False), ("sentence", False), ("articles", False)]
    screen().print(table(f"Changes since {since}", columns, rows))
    decided = [
        [str(day), kind, decision.name, decision.act, decision.note]
        for day, kind, decision in decisions_since(since)
    ]
    columns = [("day", False), ("change", False), ("territory", False), ("act", False), ("note", False)]
    screen().print(table(f"Adequacy decisions since {since}", columns, decided))
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
            _articles(rule, language),
        ]
        for rule in rules
    ]
    columns = [("rule", False), ("from", False), ("to", False), ("sentence", False), ("articles", False)]
    screen().print(table(title, columns, rows))


def _articles(rule: Rule, language: str) -> str:
    """The articles of a rule; those of the law of money are cited in their own words in every language."""
    spoken = "en" if rule.gate is None else language
    return "; ".join(dict.fromkeys(cited_in(citation.article, spoken) for citation in rule.citations))
