"""Showing, finding, auditing, comparing and attributing facts."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from jiwar.facts import (
    Fact,
    Facts,
    FactsError,
    Grade,
    attributions,
    audit,
    diff,
    facts_of_source,
    find_sources,
    load_facts,
    search,
    show,
    timeline,
    timeline_names,
)

MakeFact = Callable[..., Fact]
WithFact = Callable[[Fact], Facts]


def test_show_leads_from_a_number_to_its_ground_and_to_what_rests_on_it(facts: Facts) -> None:
    view = show(facts, "pay/MA-fes/test_engineer/mid")
    assert view.fact.grade is Grade.PRIOR
    assert view.sources[0].id == "jiwar-priors"
    assert any(source.url.startswith("https://") for source in view.sources)
    assert {fact.key for fact in view.basis} >= {"sodma/premium/region/Fes"}
    low, middle, high = view.percentiles
    assert low < middle < high
    assert middle == pytest.approx(view.fact.mid)
    assert view.today is not None
    assert view.today.mid > view.fact.mid
    assert view.licence == "ODbL-1.0"
    assert "pay/MA-fes/test_engineer/mid" in show(facts, "sodma/premium/region/Fes").used_by
    assert "pay/MA-fes/test_engineer/mid" in show(facts, "wage_growth/MA").used_by


def test_show_names_the_rivals_and_the_reason(facts: Facts) -> None:
    rivals = show(facts, "wage_growth/MA").alternatives
    assert [(item.key, item.chosen, item.weight) for item in rivals[:2]] == [
        ("wage_growth/MA/gtai", True, 0.5),
        ("wage_growth/MA/survey", False, 0.5),
    ]
    assert all(item.reason for item in rivals)
    assert show(facts, "wage_growth/MA/survey").alternatives == rivals


def test_show_flags_an_overdue_check_and_copes_with_words(facts: Facts) -> None:
    assert show(facts, "fx/MAD", dt.date(2027, 6, 1)).overdue
    assert not show(facts, "fx/MAD").overdue
    words = next(fact for fact in facts.by_key.values() if not fact.is_number)
    assert show(facts, words.key).percentiles == ()


def test_search_finds_keys_first_then_notes_and_titles(facts: Facts) -> None:
    assert search(facts, "attrition ma")[0].key == "attrition/MA"
    assert search(facts, "Fès premium")[0].key == "sodma/premium/region/Fes"
    assert {fact.place for fact in search(facts, "office rent", place="MA")} <= {
        site.place for site in facts.sites.values() if site.country == "MA"
    } | {"MA"}
    assert all(fact.grade is Grade.STATUTE for fact in search(facts, "", grades=[Grade.STATUTE]))
    assert len(search(facts, "pay", most=5)) == 5
    assert search(facts, "no such words at all") == ()
    assert "tth/de/it" in {fact.key for fact in search(facts, "bitkom 855")}


def test_documents_are_found_by_words_and_licence_with_their_use(facts: Facts) -> None:
    (first, uses), *_ = find_sources(facts, "stack overflow survey")
    assert first.id == "stackoverflow-2024"
    assert uses == len(facts_of_source(facts, first.id)) > 1000
    assert {source.id for source, _ in find_sources(facts, licence="ODbL-1.0")} == {
        "stackoverflow-2024",
        "stackoverflow-2024-copy",
        "stateofdev-ma",
    }
    assert find_sources(facts, "no such document") == ()
    assert len(find_sources(facts)) == len(facts.sources)


def test_the_audit_counts_everything_once(facts: Facts) -> None:
    result = audit(facts)
    assert result.facts == len(facts) == sum(result.by_grade.values())
    assert sum(result.by_table.values()) == sum(result.by_licence.values()) == sum(result.by_age.values())
    assert sum(count for _, count in result.next_checks) == len(facts)
    assert result.overdue == ()
    assert result.by_grade[Grade.PRIOR] == sum(fact.grade is Grade.PRIOR for fact in facts.by_key.values())
    assert set(result.unclear_licences) == {"egytech-2024", "turkish-pay-survey-2025", "hmrc-monthly-rates"}


def test_years_later_the_audit_names_what_is_overdue(facts: Facts) -> None:
    later = audit(facts, dt.date(2028, 1, 1))
    assert later.overdue
    assert later.by_age["this year"] < audit(facts).by_age["this year"]
    assert later.overdue[0].check_by == min(fact.check_by for fact in facts.by_key.values())


def test_two_days_differ_by_what_became_overdue(facts: Facts) -> None:
    difference = diff(facts, load_facts(dt.date(2027, 3, 1)))
    assert (difference.added, difference.removed, difference.changed) == ((), (), ())
    assert {fact.key for fact in difference.became_overdue} >= {"fx/MAD", "onc/ma/nominal"}
    assert diff(facts, facts).is_empty


def test_two_editions_differ_by_what_was_added_removed_and_changed(
    facts: Facts, with_fact: WithFact, make_fact: MakeFact
) -> None:
    newer = with_fact(make_fact(low=14.0, mid=18.0, note="newer"))
    newer = dataclasses.replace(newer, by_key={**newer.by_key, "new/fact": make_fact(key="new/fact")})
    difference = diff(facts, newer)
    assert [fact.key for fact in difference.added] == ["new/fact"]
    (change,) = difference.changed
    assert change.key == "attrition/MA"
    assert {"low", "mid", "source", "grade"} <= set(change.fields)
    assert change.moved == pytest.approx(-0.1)
    assert [fact.key for fact in diff(newer, facts).removed] == ["new/fact"]


def test_a_changed_note_alone_is_no_change(facts: Facts, with_fact: WithFact) -> None:
    reworded = dataclasses.replace(facts.get("attrition/MA"), note="said better")
    assert diff(facts, with_fact(reworded)).is_empty


def test_attribution_names_share_alike_sources_first_and_only_what_is_used(facts: Facts) -> None:
    lines = attributions(facts, ["pay/MA-fes/test_engineer/mid", "attrition/IN"])
    assert lines[0].licence == "ODbL-1.0"
    assert "GeeksBlaBla" in lines[0].text
    assert not any("Stack Overflow" in line.text for line in lines)
    everything = attributions(facts)
    assert len({line.text for line in everything}) == len(everything) > 250
    assert any("Stack Overflow Developer Survey 2024 (ODbL)" in line.text for line in everything)


def test_series_run_in_time_and_definitions_never_join(facts: Facts) -> None:
    gap = [fact.mid for _, fact in timeline(facts, "de_IT_gap_bitkom")]
    assert gap == [39000, 55000, 82000, 124000, 86000, 96000, 137000, 149000, 109000]
    names = timeline_names(facts)
    old = {name for name in names if name.endswith("_old")}
    new = {name for name in names if name.endswith("_new")}
    assert old
    assert new
    for name in old | new:
        assert all(fact.key.startswith(f"sector/{name}/") for _, fact in timeline(facts, name))
    with pytest.raises(FactsError) as caught:
        timeline(facts, "exports_ITO")
    assert "exports_ITO_new" in caught.value.diagnostics[0].remedy


@pytest.mark.parametrize(
    "name",
    [
        "de_open_positions_engineers_IT",
        "de_vacancies_per_100_unemployed",
        "engineers_graduated",
        "digital_graduates_public_universities",
        "intent_leave_12m",
        "brain_drain_engineers",
        "jobs_sector",
        "exports_digital_outsourcing_new",
        "exports_offshoring_total_old",
    ],
)
def test_shortage_and_supply_are_there_as_series(facts: Facts, name: str) -> None:
    series = timeline(facts, name)
    assert series
    assert len({fact.unit for _, fact in series}) == 1
    starts = [period.first for period, _ in series]
    assert starts == sorted(starts)


def test_the_way_leads_back_from_a_document_to_its_numbers(facts: Facts) -> None:
    found = {fact.key for fact in facts_of_source(facts, "gtai-morocco-wages-2025")}
    assert {"wage_growth/MA/gtai", "wage_growth/MA"} <= found
