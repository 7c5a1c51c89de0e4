"""The public verbs: what one does with Jiwar, from Python as from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jiwar import case as cases
from jiwar.case import Case, KnownNames
from jiwar.facts import Facts, load_facts
from jiwar.law.coverage import cost_units
from jiwar.options import (
    SUPPORTED_COUNTRY,
    Judged,
    Options,
    compare,
    enumerate_options,
    judge_case,
    with_stages,
)
from jiwar.outlook import outlook
from jiwar.planning import Plan, PricedScenarios, Progress
from jiwar.planning import choose as choose_plan
from jiwar.planning.explaining.jobs_first import jobs_first
from jiwar.planning.explaining.jobs_kept import jobs_front
from jiwar.report import render
from jiwar.risk import evaluate, price_futures

__all__ = [
    "assess",
    "choose",
    "compare",
    "enumerate_options",
    "evaluate",
    "example",
    "jobs_first",
    "jobs_front",
    "known_names",
    "load_facts",
    "outlook",
    "price_futures",
    "read_case",
    "render",
    "with_stages",
]


def known_names(facts: Facts) -> KnownNames:
    """Return the names of sites, roles and facts that a case may refer to."""
    return KnownNames(
        sites=tuple(facts.sites),
        roles=tuple(facts.roles),
        facts={key: fact.unit for key, fact in facts.by_key.items()} | cost_units(),
        supported_sites=tuple(
            name for name, site in facts.sites.items() if site.country == SUPPORTED_COUNTRY
        ),
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


def choose(
    options: Options,
    *,
    gap: float = 0.005,
    seconds: float = 60.0,
    scenarios: int | PricedScenarios | None = None,
    seed: int = 11,
    risk_weight: float = 0.0,
    tail: float = 0.1,
    waiting: bool = False,
    knowledge: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Plan:
    """Choose the options of a case together: on mid values, or for many scenarios at once.

    Parameters
    ----------
    options
        All options of the case, assessed and priced.
    gap
        Proven distance from the best plan, as a share of its cost, at which the search may end.
    seconds
        Time after which the search ends with the best plan so far; pricing scenarios does not count.
    scenarios
        How many scenarios to draw and price, with staged options besides; or scenarios that are priced already,
        for the same options; None for mid values.
    seed
        What makes drawn scenarios again.
    risk_weight, tail
        Weight λ of the mean of the worst tail beside the mean, and the share of scenarios in that tail.
    waiting
        Whether to say what deciding at the first gate would be worth, which takes another search.
    knowledge
        Whether to say what knowing the scenario, and planning for all of them, is worth, which takes further searches.
    progress
        Called now and then with the state of the search.

    Raises
    ------
    PlanError
        When a work package has no option left, limits contradict each other, or no plan was found in time.
    """
    if isinstance(scenarios, int):
        options = with_stages(options)
        scenarios = price_futures(options, scenarios=scenarios, seed=seed)
    return choose_plan(
        options,
        gap=gap,
        seconds=seconds,
        scenarios=scenarios,
        risk_weight=risk_weight,
        tail=tail,
        waiting=waiting,
        knowledge=knowledge,
        progress=progress,
    )


def example(name: str) -> Path:
    """Return the folder of a shipped example, for instance ``brake-validation``."""
    return cases.example_folder(name)
