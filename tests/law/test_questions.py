"""Questions are complete, and written answers become flows or teach."""

from __future__ import annotations

import datetime as dt

import pytest

from jiwar.law import Access, Data, Flow, Instrument, LawError, Relation, Roles, Staffing, Tia, assess
from jiwar.law.coverage import coded_countries
from jiwar.law.eu.gdpr.adequacy_table import decisions
from jiwar.law.places import is_country
from jiwar.law.questions import AnswerKind, answered, question, questions, questions_for


def test_every_field_of_a_flow_is_asked_in_three_languages() -> None:
    assert {item.key for item in questions()} == set(Flow.__dataclass_fields__)
    for item in questions():
        assert item.text.complete, item.key
        assert item.why.complete, item.key
        assert item.topic.words.complete
        closed = item.kind in {AnswerKind.CHOICE, AnswerKind.CHOICES}
        assert bool(item.choices) == closed, item.key
        assert all(choice.words.complete for choice in item.choices)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("relation", Relation), ("roles", Roles), ("access", Access), ("instrument", Instrument), ("tia", Tia),
        ("staffing", Staffing), ("categories", Data),
    ],
)  # fmt: skip
def test_closed_questions_offer_exactly_the_words_of_the_law(key: str, words: type[Data]) -> None:
    assert {choice.value for choice in question(key).choices} == {word.value for word in words}


def test_answers_become_fields() -> None:
    flow = answered(
        Flow(),
        {
            "importer_country": "ma",
            "categories": "vin, telematics",
            "onward_countries": ["US", "IE"],
            "scc_module": "3",
            "tia": "passed",
            "works_council": "yes",
            "dpia": False,
            "home_employees": "420",
            "notice": "unknown",
        },
    )
    assert flow.importer_country == "MA"
    assert flow.categories == frozenset({Data.VIN, Data.TELEMATICS})
    assert flow.onward_countries == frozenset({"US", "IE"})
    assert flow.scc_module == 3
    assert flow.tia is Tia.PASSED
    assert flow.works_council is True
    assert flow.dpia is False
    assert flow.home_employees == 420
    assert flow.notice is None


@pytest.mark.code("L004")
def test_every_wrong_answer_is_reported_at_once() -> None:
    wrong = {
        "importer_contry": "MA", "works_council": "maybe", "tia": "pased", "home_employees": "many",
        "importer_country": "Morocco", "categories": "vin, vehicles", "exporter_country": "unknown",
    }  # fmt: skip
    with pytest.raises(LawError) as caught:
        answered(Flow(), wrong)
    assert [item.code for item in caught.value.diagnostics] == ["L004"] * len(wrong)
    assert "importer_country" in caught.value.diagnostics[0].remedy


def test_what_an_assessment_misses_can_be_asked_in_the_order_of_the_form() -> None:
    found = assess(Flow(importer_country="MA", categories=frozenset({Data.VIN})), dt.date(2026, 11, 22))
    asked = questions_for(found.missing)
    assert {item.key for item in asked} == set(found.missing)
    order = [item.key for item in questions()]
    assert [item.key for item in asked] == sorted(found.missing, key=order.index)


@pytest.mark.code("L004")
@pytest.mark.parametrize(("written", "meant"), [("UK", "GB"), ("EL", "GR")])
def test_a_code_of_the_union_that_is_none_of_iso_is_refused_with_the_right_one(
    written: str, meant: str
) -> None:
    with pytest.raises(LawError) as caught:
        answered(Flow(), {"importer_country": written})
    assert f"did you mean `{meant}`" in caught.value.diagnostics[0].remedy


def test_every_country_that_law_or_a_decision_names_is_a_country() -> None:
    assert all(map(is_country, (*coded_countries(), *decisions(), "XK")))
    assert not any(map(is_country, ("XX", "ZZ", "EU", "ma", "M", "MAR", "")))
