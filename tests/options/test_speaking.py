"""Languages of work: enough speakers in reach, or the option is blocked with a way out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

import jiwar
from jiwar.case import Case
from jiwar.facts import FactValues, load_facts
from jiwar.options import Engagement, Option
from jiwar.options.assessment import assess_options
from jiwar.options.distances import distances
from jiwar.options.enumeration import enumerate_all
from jiwar.options.speaking import Speaking, in_words
from jiwar.talent import hiring_limit, language_share

PACKAGE = "documentation"


@pytest.fixture(scope="module")
def demo() -> Case:
    return jiwar.read_case(jiwar.example("brake-validation"))


@pytest.fixture(scope="module")
def moved(demo: Case) -> Callable[..., Option]:
    """Return an option of the demo's documentation."""
    listed = enumerate_all(demo)

    def pick(site: str, engagement: Engagement, share: float = 1.0) -> Option:
        return next(
            one
            for one in listed
            if (one.work_package, one.site, one.engagement, one.share) == (PACKAGE, site, engagement, share)
        )

    return pick


def with_languages(case: Case, languages: dict[str, str]) -> Case:
    packages = tuple(
        one.model_copy(update={"languages": languages}) if one.id == PACKAGE else one
        for one in case.work_packages
    )
    return case.model_copy(update={"work_packages": packages})


def test_speakers_are_their_share_of_all_whom_one_employer_can_hire(
    demo: Case, moved: Callable[..., Option]
) -> None:
    facts = load_facts()
    site = facts.sites["casablanca"]
    (found,) = Speaking(with_languages(demo, {"de": "B2"}), facts).of(moved("casablanca", Engagement.CAPTIVE))
    skills = {(line.role, line.seniority) for line in demo.team_of(PACKAGE)}
    limit = sum(float(hiring_limit(FactValues(facts), site, *skill)[0]) for skill in skills)
    start = demo.horizon.index(demo.starts[0])
    quarters = (demo.horizon.months - start) / 3
    share = float(language_share(facts, site, "de", "B2")[0])
    assert found.found == pytest.approx(share * limit * quarters)
    assert not found.enough


def test_a_provider_reaches_further_and_a_hand_over_ends_that(
    demo: Case, moved: Callable[..., Option]
) -> None:
    speaking = Speaking(with_languages(demo, {"en": "B2"}), load_facts())
    found = {
        form: speaking.of(moved("casablanca", form))[0].found or 0.0
        for form in (Engagement.CAPTIVE, Engagement.BUILD_OPERATE_TRANSFER, Engagement.PROVIDER)
    }
    assert found[Engagement.CAPTIVE] < found[Engagement.BUILD_OPERATE_TRANSFER] < found[Engagement.PROVIDER]


def test_half_of_the_work_needs_half_of_the_speakers(demo: Case, moved: Callable[..., Option]) -> None:
    speaking = Speaking(with_languages(demo, {"de": "C1"}), load_facts())
    whole, half = (speaking.of(moved("rabat", Engagement.CAPTIVE, share))[0] for share in (1.0, 0.5))
    assert half.needed == pytest.approx(whole.needed / 2)
    assert half.found == pytest.approx(whole.found)


def test_a_language_without_numbers_is_never_taken_for_spoken(
    demo: Case, moved: Callable[..., Option]
) -> None:
    (unknown,) = Speaking(with_languages(demo, {"es": "B2"}), load_facts()).of(
        moved("cluj", Engagement.CAPTIVE)
    )
    assert unknown.found is None
    assert not unknown.enough
    sentence, change = in_words(unknown, "Cluj-Napoca")
    assert sentence == "Nobody publishes how many engineers in Cluj-Napoca speak Spanish."
    assert "leave the site out" in change


def test_staying_and_work_without_languages_ask_nothing(demo: Case, moved: Callable[..., Option]) -> None:
    facts = load_facts()
    assert Speaking(with_languages(demo, {}), facts).of(moved("rabat", Engagement.CAPTIVE)) == ()
    stays = next(one for one in enumerate_all(demo) if one.engagement.stays)
    assert Speaking(demo, facts).of(stays) == ()


def test_too_few_speakers_block_and_the_way_out_is_teaching(demo: Case, moved: Callable[..., Option]) -> None:
    facts = load_facts()
    asked = with_languages(demo, {"de": "C1"})
    home = facts.sites[asked.company.home]
    measured = distances(facts, FactValues(facts), home, asked.sites, asked.horizon)
    option = dataclasses.replace(moved("casablanca", Engagement.CAPTIVE), index=0)
    (judged,) = assess_options(asked, facts, measured, (option,))
    (reason,) = [one for one in judged.blocked if one.field == "languages"]
    assert "speak German (C1)" in reason.sentence
    assert reason.change.startswith("teach the team German beside work")
