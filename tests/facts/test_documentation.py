"""The examples of the documentation run, and its tables agree with the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jiwar.facts import Facts, Grade, RangeKind
from jiwar.facts.codes import CODES
from jiwar.facts.distribution import POINT_SPREAD


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    """The page about the fact base."""
    return (repository / "docs" / "facts" / "index.md").read_text(encoding="utf-8")


def test_the_python_examples_run_one_after_the_other(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == 3
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)  # noqa: S102 - our own page


def test_the_page_knows_every_kind_of_range_grade_and_code(page: str) -> None:
    for kind in RangeKind:
        assert f"| `{kind}` |" in page
    assert " > ".join(Grade) in page
    spreads = ", ".join(f"{100 * POINT_SPREAD[grade]:.0f}" for grade in Grade)
    assert f"{spreads} % from statute to prior" in page
    assert f"F001 to {max(CODES)}" in page


def test_the_number_of_research_rows_is_that_of_the_report(page: str, data: Path) -> None:
    lines = (data / "import_report.csv").read_text(encoding="utf-8").count("\n") - 1
    assert f"({lines:,} in 21 tables)" in page


def test_links_lead_to_pages(page: str, repository: Path) -> None:
    for target in re.findall(r"\]\(([^)]+\.md)\)", page):
        assert (repository / "docs" / "facts" / target).is_file()


def test_every_prior_has_its_reason_on_the_page_of_priors(facts: Facts, repository: Path) -> None:
    text = (repository / "docs" / "facts" / "priors.md").read_text(encoding="utf-8")
    for fact in facts.table("priors"):
        if not fact.key.startswith("seat/"):
            assert f"| `{fact.key}` |" in text
            assert len(fact.note) > 20
