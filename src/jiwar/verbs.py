"""The public verbs: what one does with Jiwar, from Python as from the command line."""

from __future__ import annotations

from pathlib import Path

from jiwar import case as cases
from jiwar.case import Case, KnownNames
from jiwar.facts import Facts, load_facts
from jiwar.options import Judged, compare, enumerate_options, judge_case
from jiwar.planning import choose
from jiwar.report import render
from jiwar.risk import evaluate

__all__ = [
    "assess",
    "choose",
    "compare",
    "enumerate_options",
    "evaluate",
    "example",
    "known_names",
    "load_facts",
    "read_case",
    "render",
]


def known_names(facts: Facts) -> KnownNames:
    """Return the names of sites, roles and facts that a case may refer to."""
    return KnownNames(
        sites=tuple(facts.sites),
        roles=tuple(facts.roles),
        facts={key: fact.unit for key, fact in facts.by_key.items()},
    )


def read_case(path: str | Path, facts: Facts | None = None) -> Case:
    """Read and check a case from its folder.

    Raises
    ------
    CaseError
        With every problem found, each with its place and remedy.
    """
    return cases.read_case(path, known=known_names(facts or load_facts()))


def assess(case: Case | str | Path, facts: Facts | None = None) -> tuple[Judged, ...]:
    """Judge every data flow of a case, for every country and form of work, by the law of the first start."""
    facts = facts or load_facts()
    return judge_case(case if isinstance(case, Case) else read_case(case, facts), facts)


def example(name: str) -> Path:
    """Return the folder of a shipped example, for instance ``brake-validation``."""
    return cases.example_folder(name)
