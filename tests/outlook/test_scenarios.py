"""Scenarios: what is read, what is refused with which words, and which way each lever moves the sector."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from jiwar.outlook import (
    AS_IT_STANDS,
    LEVERS,
    OutlookError,
    Paths,
    Posterior,
    Scenario,
    outlook,
    parse_scenario,
    posterior,
    read_scenario,
    simulate,
)


def _codes(error: pytest.ExceptionInfo[OutlookError]) -> list[str]:
    return [item.code for item in error.value.diagnostics]


def test_a_file_sets_levers(tmp_path: Path) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(
        "name: more\ntitle: More training\ntraining_intake: 1.5\nreskilled: 5_000\nadequacy_year: 2029\n",
        "utf-8",
    )
    scenario = read_scenario(file)
    assert scenario == Scenario(
        name="more", title="More training", training_intake=1.5, reskilled=5000, adequacy_year=2029
    )
    assert scenario.changed == {"training_intake": 1.5, "reskilled": 5000.0, "adequacy_year": 2029}
    assert parse_scenario("adequacy_year: none\n") == AS_IT_STANDS


def test_levers_are_the_fields_of_a_scenario() -> None:
    assert [item.name for item in fields(Scenario)] == ["name", "title", *LEVERS]
    for lever in LEVERS.values():
        assert lever.default is None or lever.low <= lever.default <= lever.high
        assert lever.low <= lever.reach[0] < lever.reach[1] <= lever.high


@pytest.mark.code("M001")
@pytest.mark.parametrize("text", ["- a\n- b\n", "", "premium: [1\n", "premium: 1\n\tx: 2\n"])
def test_what_is_not_a_block_of_keys_is_refused(text: str) -> None:
    with pytest.raises(OutlookError) as error:
        parse_scenario(text)
    assert _codes(error) == ["M001"]


@pytest.mark.code("M001")
def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutlookError, match=r"none\.yaml") as error:
        read_scenario(tmp_path / "none.yaml")
    assert _codes(error) == ["M001"]


@pytest.mark.code("M002")
@pytest.mark.code("M003")
@pytest.mark.code("M004")
def test_all_problems_come_at_once_with_their_places() -> None:
    with pytest.raises(OutlookError) as error:
        parse_scenario(
            "premum: 1.5\nautomation: often\npremium: 9\ncircular_until: 2030.5\npremium: 1\n", "s.yaml"
        )
    assert _codes(error) == ["M002", "M003", "M004", "M003", "M002"]
    first = error.value.diagnostics[0]
    assert first.remedy == "did you mean `premium`?"
    assert str(first.place) == "s.yaml:1:1"
    assert "0 to 5" in error.value.diagnostics[2].message


@pytest.mark.code("M002")
def test_unknown_levers_are_refused_in_code_too() -> None:
    with pytest.raises(OutlookError, match=r"seats") as error:
        AS_IT_STANDS.with_(seats=3)
    assert _codes(error) == ["M002"]


@pytest.mark.code("M004")
def test_values_beyond_the_model_are_refused() -> None:
    with pytest.raises(OutlookError, match="premium") as error:
        AS_IT_STANDS.with_(premium=-1.0)
    assert _codes(error) == ["M004"]


@pytest.mark.code("M003")
def test_a_title_is_a_text() -> None:
    with pytest.raises(OutlookError) as error:
        parse_scenario("title: [a, b]\n")
    assert _codes(error) == ["M003"]


@pytest.mark.code("M005")
def test_other_countries_and_years_have_no_model(fitted: Posterior) -> None:
    for country, until in (("EG", 2030), ("MA", 2040), ("MA", 2020)):
        with pytest.raises(OutlookError) as error:
            outlook(country, until)
        assert _codes(error) == ["M005"]
    with pytest.raises(OutlookError):
        simulate(fitted, until=2020)


@pytest.mark.code("M006")
def test_too_short_a_record_is_refused() -> None:
    with pytest.raises(OutlookError) as error:
        posterior(until=2011)
    assert _codes(error) == ["M006"]


@pytest.mark.code("M007")
def test_numbers_of_paths_are_counted_from_one(fitted: Posterior) -> None:
    with pytest.raises(OutlookError) as error:
        simulate(fitted, paths=0)
    assert _codes(error) == ["M007"]
    with pytest.raises(OutlookError) as error:
        posterior(members=10)
    assert _codes(error) == ["M007"]


@pytest.mark.parametrize(
    ("levers", "quantity", "sign"),
    [
        ({"training_intake": 2.0}, "pool", 1),
        ({"reskilled": 10_000.0}, "jobs", 1),
        ({"premium": 0.0}, "jobs", -1),
        ({"circular_until": 2035}, "jobs", 1),
        ({"seats_axis": 20_000.0}, "seats", 1),
        ({"seats_second": 20_000.0}, "seats", 1),
        ({"seats_third": 20_000.0}, "seats", 1),
        ({"adequacy_year": 2028}, "wanted", 1),
        ({"value_growth": 0.02}, "value_per_job", 1),
        ({"wage_growth": 0.02}, "wage", 1),
        ({"automation": 2.0}, "jobs", -1),
        ({"french_law": 0.0}, "jobs", 1),
        ({"demand_growth": 0.02}, "wanted", 1),
        ({"emigration": 2.0}, "pool", -1),
        ({"returns": 4.0}, "pool", 1),
    ],
)
def test_each_lever_moves_the_sector_its_way(
    fitted: Posterior, future: Paths, levers: dict[str, float], quantity: str, sign: int
) -> None:
    moved = simulate(fitted, Scenario(**levers), paths=500)  # type: ignore[arg-type]  # years stay whole numbers
    difference = getattr(moved, quantity).sum(axis=2) - getattr(future, quantity).sum(axis=2)
    assert np.allclose(difference[:, : future.at(2026)], 0.0)
    assert sign * np.median(difference[:, -1]) > 0.0


def test_shortage_and_cost_pull_demand_opposite_ways(fitted: Posterior, future: Paths) -> None:
    moved = simulate(fitted, Scenario(german_shortage=0.5), paths=500)
    weight = fitted.parameters
    change = (moved.wanted - future.wanted)[:, future.at(2028)]
    chosen = np.random.default_rng([7, 2025, 1]).permutation(fitted.members)[:500]
    for branch, group in ((0, 0), (3, 1)):
        share = weight["shortage_share"][group, chosen]
        net = share * weight["shortage_effect"][chosen] - (1.0 - share) * weight["cost_effect"][chosen]
        assert np.mean(np.sign(change[:, branch]) == np.sign(net)) > 0.8
    assert np.median(change[:, 3] / future.wanted[:, future.at(2028), 3]) > np.median(
        change[:, 0] / future.wanted[:, future.at(2028), 0]
    )


def test_support_that_adds_less_costs_less(fitted: Posterior, future: Paths) -> None:
    more = simulate(fitted, Scenario(premium=2.0), paths=500)
    year = future.at(2028)
    assert (more.state_cost[:, year] > future.state_cost[:, year]).all()
    extra = (more.additional - future.additional)[:, year]
    paid = (more.subsidised - future.subsidised)[:, year]
    assert (extra > 0.0).all()
    assert (extra < 0.6 * paid).all()


def test_the_page_of_scenarios_lists_every_lever_with_its_limits(repository: Path) -> None:
    page = (repository / "docs" / "outlook" / "scenarios.md").read_text(encoding="utf-8")
    for lever in LEVERS.values():
        (line,) = [line for line in page.splitlines() if line.startswith(f"| `{lever.name}` ")]
        assert f"{lever.low:g} to {lever.high:g}" in line
        assert f"{lever.reach[0]:g} to {lever.reach[1]:g}" in line
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert parse_scenario(example).adequacy_year == 2029


def test_the_page_of_the_model_names_every_prior(repository: Path) -> None:
    from jiwar.outlook.parameters import KEYS

    page = (repository / "docs" / "outlook" / "fit.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in page] == []
