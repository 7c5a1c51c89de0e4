"""Laws that every price keeps, whatever the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import numpy as np
import pytest

import jiwar
from jiwar.case import Assumption, Case
from jiwar.facts import Facts, FactValues
from jiwar.options import LINE_INDEX, USUAL_MIX, Engagement, Options, OptionsError
from jiwar.options.assumptions import overrides
from jiwar.options.distances import distances
from jiwar.options.pricing import Pricer
from jiwar.options.rates import Rates
from jiwar.provenance import OriginKind
from jiwar.units import Dimension, parse_quantity


def test_every_way_of_every_package_is_listed_once(options: Options) -> None:
    assert len({option.id for option in options.items}) == len(options)
    assert [option.index for option in options.items] == list(range(len(options)))


def test_nothing_costs_less_than_nothing(options: Options) -> None:
    assert options.flows_eur.min() >= -1e-6


def test_work_is_delivered_or_missed_and_never_both(options: Options) -> None:
    assert np.all(options.output <= options.demand + 1e-9)
    value = np.array([options.case.value_of_work(option.work_package) / 12.0 for option in options.items])
    missed = (options.demand - options.output) * value[:, None]
    assert np.allclose(options.flows_eur[:, LINE_INDEX["undone_work"], :], missed)


def test_what_stays_has_nobody_away_and_frees_nobody(options: Options) -> None:
    staying = [option.index for option in options.items if option.engagement.stays]
    assert not options.people[staying].any()
    assert not options.released[staying].any()


def test_nobody_is_freed_before_the_start_nor_more_than_are_employed(options: Options) -> None:
    employed = {
        work.id: sum(line.employed for line in options.case.team_of(work.id))
        for work in options.case.work_packages
    }
    for option in options.items:
        freed = options.released[option.index]
        assert freed.min() >= 0.0
        assert freed.sum() <= employed[option.work_package] + 1e-6
        if option.start is not None:
            first = options.horizon.index(option.start) // 3
            assert not freed[:, :first].any()


def test_nobody_works_away_before_the_start(options: Options) -> None:
    for option in options.items:
        if option.start is not None:
            assert not options.people[option.index, : options.horizon.index(option.start) // 3].any()


def test_every_amount_rests_on_something(options: Options) -> None:
    chosen = range(0, len(options), 17)
    for index in chosen:
        for line, place in LINE_INDEX.items():
            if options.flows_eur[index, place].any():
                assert options.trace(index, line), (options.items[index].id, line)


def test_facts_behind_an_amount_exist(options: Options, facts: Facts) -> None:
    for index in range(0, len(options), 29):
        for line in LINE_INDEX:
            for origin in options.trace(index, line):
                if origin.kind is OriginKind.FACT:
                    assert origin.key in facts


def test_half_a_move_keeps_about_half_the_people(options: Options) -> None:
    by_id = {option.id: option.index for option in options.items}
    whole, half = (
        by_id["data-analysis@casablanca/captive/2027-10"],
        by_id["data-analysis@casablanca/captive/2027-10/50%"],
    )
    # a larger first team is filled a little more slowly
    assert options.people[half, -1] == pytest.approx(options.people[whole, -1] / 2, rel=0.01)
    assert options.home_people[half, -1] > options.home_people[whole, -1]


def test_a_later_start_is_the_same_move_later(options: Options) -> None:
    by_id = {option.id: option.index for option in options.items}
    early, late = (
        by_id["simulation@casablanca/captive/2027-04"],
        by_id["simulation@casablanca/captive/2027-10"],
    )
    assert np.allclose(options.people[early, :-2], options.people[late, 2:])


def _priced(case: Case, facts: Facts, draws: dict[str, np.ndarray] | None = None) -> Pricer:
    values = FactValues(facts, overrides(case, facts), draws)
    home = facts.sites[case.company.home]
    measured = distances(facts, values, home, case.sites, case.horizon)
    return Pricer(case, facts, Rates(values, case.horizon), measured)


def test_many_scenarios_at_once_equal_each_one_alone(case: Case, facts: Facts, options: Options) -> None:
    draws = {
        "wage_growth/MA": np.array([0.01, 0.07, 0.12]),
        "attrition/MA": np.array([0.05, 0.20, 0.35]),
        "pay/MA-casablanca/test_engineer/mid": np.array([150e3, 220e3, 300e3]),
        "effort_multiplier/near": np.array([1.0, 1.1, 1.25]),
    }
    pricer = _priced(case, facts, draws)
    option = next(one for one in options.items if one.id == "test-automation@casablanca/captive/2027-04")
    together = pricer.price(option)
    for scenario in range(3):
        alone_draws = {key: values[scenario : scenario + 1] for key, values in draws.items()}
        alone = _priced(case, facts, alone_draws).price(option)
        # the team is sized on mid values of what is known, so only the sizing may differ
        ratio = together.people_away[scenario, -1] / alone.people_away[0, -1]
        assert np.isfinite(ratio)
        pay = LINE_INDEX["pay"]
        assert together.ledger.amounts_eur[scenario, pay, 0] == pytest.approx(
            alone.ledger.amounts_eur[0, pay, 0]
        )
    mid = _priced(case, facts).price(option)
    assert np.allclose(mid.ledger.amounts_eur[0], options.flows_eur[option.index])


def _assume(case: Case, facts: Facts, factor: float, country: str) -> Case:
    """Multiply all pay of a country by a factor, as assumptions of the case."""
    made = []
    for line in case.team:
        for site in case.sites:
            if facts.sites[site].country == country:
                fact = facts.get(f"pay/{facts.sites[site].place}/{line.role}/{line.seniority}")
                value = parse_quantity(f"{fact.mid * factor!r} {fact.unit}", Dimension.MONEY_PER_YEAR)
                made.append(
                    Assumption.model_construct(fact=fact.key, value=value, low=None, high=None, reason="test")
                )
    unique = {one.fact: one for one in (*case.assumptions, *made)}
    return case.model_copy(update={"assumptions": tuple(unique.values())})


def _only(case: Case, sites: tuple[str, ...]) -> Case:
    packages = tuple(
        work.model_copy(update={"sites": None, "engagements": None}) for work in case.work_packages
    )
    update = {"sites": sites, "engagements": ("captive", "employer_of_record"), "work_packages": packages}
    return case.model_copy(
        update={
            **update,
            "starts": case.starts[:1],
            "limits": case.limits.model_copy(update={"minimum_team_people": None}),
        }
    )


def test_dearer_pay_never_makes_a_site_cheaper(case: Case, facts: Facts) -> None:
    small = _only(case, ("stuttgart", "casablanca"))
    costs = []
    for factor in (0.7, 1.0, 1.5):
        options = jiwar.enumerate_options(_assume(small, facts, factor, "MA"))
        costs.append(
            [options.npv_eur[option.index] for option in options.items if option.site == "casablanca"]
        )
    assert np.all(np.diff(np.array(costs), axis=0) > 0.0)


def test_staying_wins_once_pay_abroad_is_high_enough(case: Case, facts: Facts) -> None:
    small = _only(case, ("stuttgart", "casablanca"))
    moved = []
    for factor in (1.0, 2.0, 4.0, 8.0):
        options = jiwar.enumerate_options(_assume(small, facts, factor, "MA"))
        plan = jiwar.choose(options, gap=0.01)
        moved.append(sum(not options.items[index].engagement.stays for index in plan.chosen))
    assert moved[0] > 0
    assert moved[-1] == 0
    assert moved == sorted(moved, reverse=True)


def test_an_assumption_is_what_is_priced(case: Case, facts: Facts) -> None:
    values = FactValues(facts, overrides(case, facts))
    assert values("provider_rate/MA/senior")[0] == 340.0
    assert facts.get("provider_rate/MA/senior").mid != 340.0


def test_a_provider_needs_no_own_unit_and_an_own_unit_no_fee(options: Options) -> None:
    fees = options.flows_eur[:, LINE_INDEX["provider_fees"], :].sum(axis=1)
    for option in options.items:
        if option.engagement is Engagement.PROVIDER:
            assert fees[option.index] > 0.0
        elif option.engagement in {Engagement.CAPTIVE, Engagement.EMPLOYER_OF_RECORD}:
            assert fees[option.index] == 0.0


def test_comparison_needs_no_file_and_keeps_home_as_its_measure() -> None:
    result = jiwar.compare(
        "embedded_software_engineer",
        20,
        "stuttgart",
        sites=("casablanca", "fes"),
        as_of=dt.date(2026, 11, 22),
    )
    home = next(place for place in result.places if place.engagement is Engagement.STAY_HIRE)
    assert home.against_home == pytest.approx(1.0)
    assert {place.site for place in result.places} == {"stuttgart", "casablanca", "fes"}
    pace = {
        place.site: place.months_to_hire for place in result.places if place.engagement is Engagement.CAPTIVE
    }
    assert pace["fes"] > pace["casablanca"]


@pytest.mark.code("O001")
def test_unknown_roles_and_sites_are_refused_together() -> None:
    with pytest.raises(OptionsError) as caught:
        jiwar.compare("embeded_software_engineer", 20, "stutgart", as_of=dt.date(2026, 11, 22))
    assert [problem.code for problem in caught.value.diagnostics] == ["O001", "O001"]
    assert "embedded_software_engineer" in caught.value.diagnostics[0].remedy


@pytest.mark.code("O002")
@pytest.mark.parametrize(
    ("people", "mix", "years"), [(0, None, 5), (5000, None, 5), (10, {"mid": 0.5}, 5), (10, None, 0)]
)
def test_numbers_that_cannot_be_compared_are_refused(
    people: float, mix: Mapping[str, float] | None, years: int
) -> None:
    mix = USUAL_MIX if mix is None else mix
    with pytest.raises(OptionsError, match="O002"):
        jiwar.compare(
            "software_engineer", people, "stuttgart", years=years, mix=mix, as_of=dt.date(2026, 11, 22)
        )
