"""Single equations of the model, each against numbers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts
from jiwar.outlook import AS_IT_STANDS, Scenario, middle_values
from jiwar.outlook.demand import barriers, logistic, value_left, work_left
from jiwar.outlook.model import run
from jiwar.outlook.places import built, placed, wished_shares
from jiwar.outlook.shocks import no_shocks
from jiwar.outlook.shortage import recorded_shortage, shortage_paths
from jiwar.outlook.support import strength
from jiwar.outlook.talent import digital_graduates, entrants


def test_the_french_law_bites_for_a_part_of_2026_and_on_french_calls_only(facts: Facts) -> None:
    values = middle_values(facts)
    law = float(values["french_law"][0])
    assert np.allclose(barriers(values, AS_IT_STANDS, 2025), 1.0)
    first, later = barriers(values, AS_IT_STANDS, 2026), barriers(values, AS_IT_STANDS, 2030)
    assert first[0, 0, 0] == pytest.approx(1.0 - law * 143 / 365)
    assert later[0, 0, 0] == pytest.approx(1.0 - law)
    later[0, 0] = 1.0
    assert np.allclose(later, 1.0)


def test_adequacy_comes_in_over_its_years_and_less_outside_the_union(facts: Facts) -> None:
    values = middle_values(facts)
    scenario = Scenario(adequacy_year=2029, french_law=0.0)
    levels = [float(barriers(values, scenario, year)[3, 1, 0]) for year in range(2028, 2033)]
    gain = float(values["adequacy_effect"][0])
    assert np.allclose(levels, 1.0 + gain * np.array([0, 1 / 3, 2 / 3, 1, 1]))
    assert barriers(values, scenario, 2032)[3, 2, 0] - 1.0 == pytest.approx(0.4 * gain)


def test_half_of_the_automation_has_happened_in_its_middle_year(facts: Facts) -> None:
    values = middle_values(facts)
    assert logistic(values, 2029)[0] == pytest.approx(0.5)
    left = work_left(values, AS_IT_STANDS, 2029)
    assert left[0, 0] == pytest.approx(1.0 - 0.2 * 0.5, abs=1e-5)
    assert np.allclose(left[2:], 1.0)
    assert value_left(values, AS_IT_STANDS, 2029)[0, 0] == pytest.approx(1.0 - 0.2 * 0.5 * 0.5, abs=1e-5)


def test_entrants_of_2023_graduate_from_2026_on(facts: Facts) -> None:
    values = middle_values(facts)
    steady = entrants(values, AS_IT_STANDS, 2022)
    assert entrants(values, AS_IT_STANDS, 2023)[0] > 1.4 * steady[0]
    growth = [
        float(
            digital_graduates(values, AS_IT_STANDS, year)[0]
            / digital_graduates(values, AS_IT_STANDS, year - 1)[0]
        )
        for year in range(2024, 2030)
    ]
    assert max(growth[:2]) < 1.03
    assert min(growth[2:5]) > 1.08
    assert growth[5] < 1.03


def test_more_entrants_of_2027_do_nothing_before_2030(facts: Facts) -> None:
    values = middle_values(facts)
    more = Scenario(training_intake=2.0)
    assert digital_graduates(values, more, 2029) == digital_graduates(values, AS_IT_STANDS, 2029)
    assert digital_graduates(values, more, 2032)[0] == pytest.approx(
        2.0 * digital_graduates(values, AS_IT_STANDS, 2032)[0]
    )


def test_jobs_without_a_seat_at_the_wished_place_go_where_seats_are() -> None:
    jobs = np.array([100.0])
    seats = np.array([[60.0], [50.0], [10.0]])
    shares = np.array([[0.8], [0.15], [0.05]])
    assert np.allclose(placed(jobs, shares, seats)[:, 0], [60.0, 15 + 20 * 35 / 40, 5 + 20 * 5 / 40])


def test_no_more_seats_are_built_than_can_be(facts: Facts) -> None:
    values = middle_values(facts)
    seats = np.array([[1e5], [1e4], [1e3]])
    wished = np.array([[2e5], [3e4], [2e3]])
    fresh = built(values, AS_IT_STANDS, 2028, wished, seats)
    assert float((fresh - seats).sum()) == pytest.approx(float(values["seats_most"][0]))
    public = built(values, Scenario(seats_third=500.0), 2028, wished, seats)
    assert np.allclose((public - fresh)[:, 0], [0, 0, 500])
    assert wished_shares(values, 2020)[:, 0] == pytest.approx([0.87, 0.12, 0.01])


def test_support_follows_the_circular(facts: Facts) -> None:
    values = middle_values(facts)
    past = float(values["past_support"][0])
    force = [float(strength(values, AS_IT_STANDS, year)[0]) for year in (2020, 2024, 2025, 2026, 2030, 2031)]
    assert force == pytest.approx([past, past, 0.5 * (past + 1.0), 1.0, 1.0, 0.0])
    assert strength(values, Scenario(circular_until=2033), 2033)[0] == 1.0


def test_the_german_shortage_is_the_record_and_then_dies_away(facts: Facts) -> None:
    recorded = recorded_shortage(facts, 2025)
    assert recorded.size == 17
    assert recorded.mean() == pytest.approx(0.0)
    assert recorded[-1] < recorded[-3], "the gap of 2025 is below that of 2023"
    paths = shortage_paths(middle_values(facts), recorded, np.zeros((26, 1)))
    assert np.allclose(paths[17:20, 0], recorded[-1] * 0.7 ** np.array([1, 2, 3]))
    assert recorded_shortage(facts, 2016).size == 4


def test_binding_people_are_said_to_bind(facts: Facts) -> None:
    values = dict(middle_values(facts))
    values["demand_trend"] = values["demand_trend"] + 0.15
    values["sector_share"] = values["sector_share"] * 0.1
    values["service_entrants"] = values["service_entrants"] * 0.1
    paths = run(values, no_shocks(20), recorded_shortage(facts, 2025))
    assert paths.binds[0, -1] == 1.0
    assert (paths.wanted[0, -1] > 1.05 * paths.jobs[0, -1])[:2].all()


def test_missing_seats_are_said_to_bind(facts: Facts) -> None:
    values = dict(middle_values(facts))
    values["demand_trend"] = values["demand_trend"] + 0.1
    values["seats_most"] = values["seats_most"] * 0.05
    values["pool_slack"] = values["pool_slack"] + 5.0
    paths = run(values, no_shocks(10), recorded_shortage(facts, 2025))
    assert paths.binds[0, -1] == 2.0
    assert paths.jobs_by_tier[0, -1].sum() == pytest.approx(paths.seats[0, -1].sum())


def test_nominal_wages_do_not_fall(facts: Facts) -> None:
    values = dict(middle_values(facts))
    values["pool_slack"] = values["pool_slack"] + 3.0
    values["wage_trend"] = values["wage_trend"] * 0.0
    paths = run(values, no_shocks(5), recorded_shortage(facts, 2025))
    assert np.allclose(paths.wage[0], paths.wage[0, 0])


def test_a_part_of_a_surge_of_demand_stays(facts: Facts) -> None:
    """With all else off, wanted jobs after one shock grow by σ, then by ρσ, ρ²σ and so on."""
    values = dict(middle_values(facts))
    quiet = ("demand_trend", "learning", "price_elasticity", "shortage_effect", "cost_effect", "automation")
    values |= {name: values[name] * 0.0 for name in quiet}
    values |= {"pool_slack": values["pool_slack"] + 9.0, "seats_most": values["seats_most"] * 9.0}
    values |= {"take_up": values["take_up"] * 0.0, "demand_shock": np.array([0.05])}
    values["demand_persistence"] = np.array([0.5])
    still = run(values, no_shocks(5), recorded_shortage(facts, 2025)).wanted[0].sum(axis=1)
    hit = no_shocks(5)
    hit.demand[1] = 1.0
    moved = run(values, hit, recorded_shortage(facts, 2025)).wanted[0].sum(axis=1)
    assert np.allclose(np.log(moved / still), [0, 0, 0.05, 0.075, 0.0875, 0.09375], atol=2e-4)


def test_what_the_old_statistics_count_moves_them_alone_and_only_while_they_are_kept(facts: Facts) -> None:
    values = middle_values(facts)
    still = run(values, no_shocks(26), recorded_shortage(facts, 2025))
    wider = no_shocks(26)
    wider.perimeter[9] = 2.0  # from 2018 to 2019
    wider.perimeter[20] = 2.0  # after their last year: without effect
    moved = run(values, wider, recorded_shortage(facts, 2025))
    step = np.exp(2.0 * values["perimeter_shock"][0])
    ratio = moved.exports_old[0] / still.exports_old[0]
    assert np.allclose(ratio[: still.at(2018) + 1], 1.0)
    assert np.allclose(ratio[still.at(2019) :], step)
    assert np.array_equal(moved.exports_new, still.exports_new)
    assert np.array_equal(moved.jobs, still.jobs)
