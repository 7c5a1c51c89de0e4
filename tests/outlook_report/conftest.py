"""One small outlook with its answers, made once for all tests of this folder."""

from __future__ import annotations

import pytest

from jiwar.facts import Facts, load_facts
from jiwar.outlook import Outlook, outlook
from jiwar.outlook.answers import Answers, Wish, answer, answering


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


@pytest.fixture(scope="session")
def small(facts: Facts) -> Outlook:
    """Few paths of policy as it stands."""
    return outlook("MA", 2035, paths=150, facts=facts)


@pytest.fixture(scope="session")
def answers(small: Outlook, facts: Facts) -> Answers:
    """Its answers, with coarse Sobol' samples and one wish for each outcome."""
    saved = answering.SOBOL_POINTS, answering.SOBOL_PATHS, answering.SMALL_RUN
    answering.SOBOL_POINTS, answering.SOBOL_PATHS, answering.SMALL_RUN = 8, 20, 60
    wishes = (
        Wish("jobs", 270_000.0, 2030, 0.5),
        Wish("jobs", 195_000.0, 2030, 0.5),
        Wish("exports_new", 25.0, 2030, 0.5),
    )
    try:
        return answer(small, facts, wishes=wishes)
    finally:
        answering.SOBOL_POINTS, answering.SOBOL_PATHS, answering.SMALL_RUN = saved
