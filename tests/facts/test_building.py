"""The build of the base: its rules of derivation, and that the shipped files are what it gives."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from jiwar.facts import SENIORITIES, Facts


@pytest.fixture(scope="module")
def tools(repository: Path) -> Iterator[ModuleType]:
    """The package of the build, importable from the root of the checkout."""
    sys.path.insert(0, str(repository))
    try:
        import tools.build_facts

        yield tools.build_facts
    finally:
        sys.path.remove(str(repository))


@pytest.mark.slow
def test_building_again_gives_the_shipped_files(
    tools: ModuleType, shared: Path, data: Path, tmp_path: Path
) -> None:
    from tools.build_facts.__main__ import replace_whole

    assert tools.__doc__
    fresh = tmp_path / "data"
    replace_whole(shared / "facts", fresh)
    names = sorted(path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file())
    assert sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file()) == names
    for name in names:
        assert (fresh / name).read_bytes() == (data / name).read_bytes(), name


def test_a_failed_build_changes_nothing(tools: ModuleType, tmp_path: Path) -> None:
    from tools.build_facts.__main__ import main, replace_whole

    target = tmp_path / "data"
    target.mkdir()
    (target / "kept.csv").write_text("kept")
    (tmp_path / "empty").mkdir()
    with pytest.raises((KeyError, ValueError)):
        replace_whole(tmp_path / "empty", target)
    assert [path.name for path in target.iterdir()] == ["kept.csv"]
    assert {path.name for path in tmp_path.iterdir()} == {"data", "empty"}
    assert main([]) == 2
    assert tools is not None


def test_the_pages_written_from_the_base_are_current(
    tools: ModuleType, facts: Facts, repository: Path
) -> None:
    from tools.build_facts.documents import pages

    assert tools is not None
    for name, text in pages(facts).items():
        assert (repository / "docs" / "facts" / name).read_text(encoding="utf-8") == text, name


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("2024", "2024"),
        ("2021-22", "2021..2022"),
        ("2023/24", "2023..2024"),
        ("2024-2030", "2024..2030"),
        ("c.2022-23", "c.2022..2023"),
        ("Q3 2025", "2025-Q3"),
        ("2014-02..2026-11", "2014-02..2026-11"),
        ("winter 2025/26", "2025-11..2026-03"),
        ("2024-09", "2024-09"),
        ("", "undated"),
    ],
)
def test_free_periods_become_closed_forms(tools: ModuleType, written: str, normal: str) -> None:
    from tools.build_facts.periods import normal_period

    assert tools is not None
    assert normal_period(written) == normal


def test_a_period_that_nobody_thought_of_stops_the_build(tools: ModuleType) -> None:
    from tools.build_facts.periods import normal_period

    assert tools is not None
    with pytest.raises(ValueError, match="unknown period"):
        normal_period("some day")


def test_thirty_answers_weigh_as_much_as_the_rule(tools: ModuleType) -> None:
    from tools.build_facts.pay import of_quartiles

    assert tools is not None
    rule = of_quartiles(90.0, 100.0, 110.0, "prior")
    cell = of_quartiles(180.0, 200.0, 220.0, "survey")
    assert math.exp(rule.mixed_with(cell, 30).middle) == pytest.approx(math.sqrt(100.0 * 200.0))
    assert rule.mixed_with(cell, 29).grade == "prior"
    assert rule.mixed_with(cell, 31).grade == "survey"
    assert math.exp(rule.mixed_with(cell, 10**6).middle) == pytest.approx(200.0, rel=1e-3)


def test_half_widths_add_as_independent_errors(tools: ModuleType) -> None:
    from tools.build_facts.pay import of_quartiles, of_range

    assert tools is not None
    product = of_quartiles(math.exp(-0.3), 1.0, math.exp(0.3), "survey").times(
        of_quartiles(math.exp(-0.4), 1.0, math.exp(0.4), "press")
    )
    assert (product.down, product.up) == pytest.approx((0.5, 0.5))
    assert product.grade == "press"
    assert of_range(0.5, 1.0, 2.0, "prior").up == pytest.approx(math.log(2.0) * 0.6745 / 1.645)


@pytest.mark.parametrize(
    "role", ["test_engineer", "mechanical_engineer", "power_engineer", "cybersecurity_engineer"]
)
def test_gaps_in_morocco_are_role_times_site_times_experience(facts: Facts, role: str) -> None:
    """The ratio of a role to software engineers hardly depends on site and experience, and its range is wider."""
    ratios = []
    for site in ("casablanca", "rabat", "fes", "oujda", "agadir"):
        for seniority in SENIORITIES:
            gap = facts.get(f"pay/MA-{site}/{role}/{seniority}")
            base = facts.get(f"pay/MA-{site}/software_engineer/{seniority}")
            ratios.append(gap.mid / base.mid)
            assert gap.grade == "prior"
            assert gap.high / gap.low > base.high / base.low
    assert max(ratios) / min(ratios) < 1.08  # not exactly one ratio: net pay is taxed by a scale


def test_home_pages_are_told_from_pages(tools: ModuleType) -> None:
    from tools.build_facts.sources import is_home_page

    assert tools is not None
    assert is_home_page("https://adala.justice.gov.ma")
    assert not is_home_page("https://aujourdhui.ma/?p=76811")
    assert not is_home_page("package:holidays")
