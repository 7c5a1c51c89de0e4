"""What `jiwar outlook` shows in the terminal: chances, the years to come, a wish, the claims, a plan beside it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from jiwar.cli.screen import table
from jiwar.languages import Language
from jiwar.outlook import LEVERS
from jiwar.outlook.answers import Chance, Fan, Mix, PlanBeside, Pull, Taken
from jiwar.outlook.claims import Audit
from jiwar.outlook.claims.audit import plain

_SHOWN = (0.1, 0.5, 0.9)


_LEAST = 0.01
"""Chances below are not told apart: tails are badly known."""


def chances_table(chances: Iterable[Chance]) -> Table:
    """Return the chance of every target by definition."""
    rows = [
        [
            f"{one.value:,.0f} jobs" if one.target.quantity == "jobs" else f"{one.value:g} bn MAD",
            str(one.target.year),
            one.definition or "—",
            "for comparison" if one.target.key.endswith("same_multiple") else "as set" if one.own else "",
            "< 1%" if one.chance < _LEAST else f"{one.chance:.0%}",
        ]
        for one in chances
    ]
    columns = [("target", False), ("year", True), ("statistics", False), ("", False), ("chance", True)]
    return table("Chance of each target", columns, rows, "chance: share of paths that reach it in its year")


def years_table(fans: dict[str, Fan], binds: Mix) -> Table:
    """Return jobs, exports and value per job by year: P10, P50, P90, and what binds most often."""
    jobs, exports, value = fans["jobs"], fans["exports_new"], fans["value_per_job"]
    rows = []
    for year in (year for year in jobs.years if year in binds.years):
        tightest = max(binds.kinds, key=lambda kind: binds.at(year, kind))
        cells = [" / ".join(f"{jobs.at(year, level) / 1e3:,.0f}" for level in _SHOWN)]
        cells.append(" / ".join(f"{exports.at(year, level):.1f}" for level in _SHOWN))
        cells.append(" / ".join(f"{value.at(year, level):.0f}" for level in _SHOWN))
        rows.append([str(year), *cells, f"{tightest} {binds.at(year, tightest):.0%}"])
    columns = [
        ("year", True),
        ("thousand jobs", True),
        ("exports, bn MAD", True),
        ("kMAD per job", True),
        ("binds most", False),
    ]
    return table("P10 / P50 / P90 by year, new statistics", columns, rows)


def taken_table(taken: Taken) -> Table:
    """Return what a wish would take."""
    wish = taken.wish
    title = f"{wish.quantity} of {wish.value:,g} in {wish.year} with a chance of {wish.chance:.0%}"
    rows = [[pull.lever, _setting(pull), f"{pull.part:.0%}"] for pull in taken.pulls]
    if not taken.reached:
        note = (
            f"Out of reach: with all of these the chance is {taken.most:.1%}, now {taken.before:.1%}. "
            f"A chance of {wish.chance:.0%} goes with {_round(wish.quantity, taken.gets)}."
        )
    elif not taken.pulls:
        note = f"Nothing more is needed: the chance is {taken.before:.1%}."
    else:
        risen = f"{taken.before:.1%} → {taken.chance:.1%} (fresh paths: {taken.fresh:.1%})"
        note = f"Effort {taken.effort:.2f}; chance {risen}."
    return table(title, [("lever", False), ("set to", True), ("part of its reach", True)], rows, note)


def _setting(pull: Pull) -> str:
    return f"{pull.value:.0f}" if LEVERS[pull.lever].whole else f"{pull.value:,g} {pull.unit}"


def _round(quantity: str, value: float) -> str:
    return f"{round(value, -3):,.0f} jobs" if quantity == "jobs" else f"{value:.1f} bn MAD"


def claims_table(audits: Iterable[Audit], language: Language) -> Table:
    """Return every claim with its verdict and evidence, in a language."""
    rows = [
        [audit.said(language), audit.verdict.word(language), plain(audit.evidence(language), language)]
        for audit in audits
    ]
    heads = {
        Language.ENGLISH: ("claim", "verdict", "what the facts say"),
        Language.GERMAN: ("Aussage", "Urteil", "was die Fakten sagen"),
        Language.FRENCH: ("affirmation", "verdict", "ce que disent les données"),
    }[language]
    return table("", [(head, False) for head in heads], rows)


def beside_table(found: Iterable[PlanBeside]) -> Table:
    """Return a plan beside the growth of its branches."""
    rows = [
        [
            one.branch,
            f"{one.people:.0f}",
            f"{one.growth_a_year[1]:,.0f}",
            "—" if one.share is None else f"{one.share:.1%}",
            f"{one.plans_needed[1]:,.0f}",
        ]
        for one in found
    ]
    columns = [
        ("branch", False),
        ("people of the plan", True),
        ("jobs gained a year", True),
        ("plan is", True),
        ("plans of this size a year", True),
    ]
    note = "middle path; the outlook already holds all companies' decisions, so a plan is part of it, not added to it"
    return table("The plan beside the outlook", columns, rows, note)
