"""Worlds that change the clock or the work: what they do to a plan, and that they change nothing else."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from jiwar.case import Assumption, Case
from jiwar.options import Options
from jiwar.periods import Month
from jiwar.planning import Plan
from jiwar.risk.changed_worlds import CHANGED_WORLDS, clock_returns, in_changed_worlds
from jiwar.risk.lost_customer import less_work, saving_without_customer
from jiwar.risk.other_law import adequacy_decided, authorities_late, support_unpaid
from jiwar.risk.repricing import Repricer
from jiwar.risk.saved import savings


def _on_mid_values(options: Options, plan: Plan) -> float:
    return float(savings(options, *Repricer(options, (plan, None)).flows({}))[0])


def _in_morocco(options: Options, plan: Plan) -> bool:
    return any(options.facts.sites[options.items[index].site].country == "MA" for index in plan.chosen)


def test_a_clock_nearer_to_germany_helps_a_plan_in_morocco(options: Options, plan: Plan) -> None:
    """UTC+1 shares an hour more with Stuttgart in winter and as many in summer."""
    saved, touches = clock_returns(options, plan)
    before = _on_mid_values(options, plan)
    if _in_morocco(options, plan):
        assert saved > before
        assert touches
    else:
        assert saved == pytest.approx(before)
        assert not touches


def test_all_work_left_is_the_same_case(options: Options, plan: Plan) -> None:
    case = less_work(options.case, 1.0, options.case.starts[0] + 24)
    same = dataclasses.replace(options, case=case)
    assert _on_mid_values(same, plan) == pytest.approx(_on_mid_values(options, plan))


@pytest.mark.parametrize("months", [0, 12, 18, 24])
def test_half_of_the_people_are_needed_from_the_month_on(options: Options, months: int) -> None:
    """Every package, every skill: as before until the month, half from then on, whatever steps it has."""
    from jiwar.options.workforce import posts_of

    case = options.case
    start = case.starts[0] + months
    at, size = case.horizon.index(start), case.horizon.months
    left = less_work(case, 0.5, start)
    for package in case.work_packages:
        before = posts_of(case.team_of(package.id), case.horizon)
        after = posts_of(left.team_of(package.id), case.horizon)
        for old, new in zip(before, after, strict=True):
            needed, halved = old.needed(size), new.needed(size)
            np.testing.assert_allclose(halved[:at], needed[:at])
            np.testing.assert_allclose(halved[at:], 0.5 * needed[at:])
            assert new.employed == old.employed


def test_redundancies_forbidden_at_home_make_staying_dearer_when_work_ends(
    options: Options, plan: Plan
) -> None:
    """The fewer people are bound at home, the less a lost customer costs: moving saves more than before."""
    assert options.case.limits.redundancies == "forbidden"
    bound, touches = saving_without_customer(options, plan)
    limits = options.case.limits.model_copy(update={"redundancies": "allowed"})
    freed = dataclasses.replace(options, case=options.case.model_copy(update={"limits": limits}))
    assert bound > saving_without_customer(freed, plan)[0]
    assert all(key in options.facts for key in touches)


def test_every_world_is_told(options: Options, plan: Plan) -> None:
    told = in_changed_worlds(options, plan)
    assert [one.id for one in told] == [world.id for world in CHANGED_WORLDS]
    assert all(np.isfinite(one.saving_eur) for one in told)


def test_late_authorities_cost_what_a_later_start_costs(options: Options, plan: Plan) -> None:
    """Only what waits for an authority or counsel starts later; nothing else moves."""
    saved, touched = authorities_late(options, plan)
    before = _on_mid_values(options, plan)
    if touched:
        assert saved != pytest.approx(before)
        waiting = {options.items[index].id for index in plan.chosen if options.items[index].assessment}
        assert set(touched) <= waiting
    else:
        assert saved == pytest.approx(before)


def test_support_that_is_not_paid_is_lost_to_the_cent(options: Options, plan: Plan) -> None:
    received = {index: {"employment": np.full(options.horizon.months, 1000.0)} for index in plan.chosen[:1]}
    promised = dataclasses.replace(options, wage_support_eur=received)
    saved, touched = support_unpaid(promised, plan)
    assert saved == pytest.approx(_on_mid_values(options, plan) - 1000.0 * options.discount.sum())
    assert touched == (options.items[plan.chosen[0]].id,)


def test_adequacy_saves_only_what_it_makes_needless_from_its_day_on(options: Options, plan: Plan) -> None:
    """A yearly cost of the clauses falls away in 2028; that of a works agreement stays."""
    if not _in_morocco(options, plan):
        pytest.skip("the plan of this example stays out of Morocco")
    before = _on_mid_values(options, plan)
    case = _with_costs(options.case, {"legal_cost/scc": 12_000.0, "legal_cost/works_agreement": 24_000.0})
    saved, touched = adequacy_decided(dataclasses.replace(options, case=case), plan)
    assert touched == ("legal_cost/scc",)
    from_2028 = options.discount[options.horizon.index(Month(2028, 1)) :].sum()
    changed = _on_mid_values(dataclasses.replace(options, case=case), plan)
    assert saved - changed == pytest.approx(1000.0 * from_2028)
    assert changed <= before


def _with_costs(case: Case, per_year_eur: dict[str, float]) -> Case:
    given = tuple(
        Assumption.model_validate({"fact": key, "value": f"{amount:.0f} EUR/year", "reason": "an offer"})
        for key, amount in per_year_eur.items()
    )
    return case.model_copy(update={"assumptions": (*case.assumptions, *given)})
