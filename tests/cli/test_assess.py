"""`jiwar assess`: verdicts with their articles in three languages, papers, linked data, supposed law."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pyld import jsonld

from jiwar.case import Case, example_folder
from jiwar.law.citing import cited_in
from jiwar.options import Judged
from jiwar.verbs import assess, load_facts, read_case

Jiwar = Callable[..., tuple[int, str, str]]
EXAMPLES = ("brake-validation", "grid-engineering", "vehicle-software")
LANGUAGES = ("en", "de", "fr")


def squeezed(text: str) -> str:
    """The words of a screen without the places where its lines end."""
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    """The shipped cases."""
    facts = load_facts()
    return {name: read_case(example_folder(name), facts) for name in EXAMPLES}


@pytest.fixture(scope="module")
def judged(cases: dict[str, Case]) -> dict[str, tuple[Judged, ...]]:
    """What law says about the shipped cases."""
    return {name: assess(case) for name, case in cases.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_verdict_prints_its_articles_and_the_sentence_of_each_rule(
    example: str, language: str, jiwar_command: Jiwar, judged: dict[str, tuple[Judged, ...]]
) -> None:
    _, out, _ = jiwar_command("assess", example_folder(example), "--details", "--language", language)
    blocks = re.split(r"\n  (?=\S)", out)[1:]
    assert len(blocks) == len(judged[example])
    for one, block in zip(judged[example], blocks, strict=True):
        text = squeezed(block)
        assert one.assessment.hash in text
        assert one.assessment.overall.words[language] in text
        for result in one.assessment.gates.values():
            assert f"{result.gate.words[language]}" in text
            assert result.hits or result.verdict.value == "not_coded"
            for hit in result.hits:
                articles = dict.fromkeys(cited_in(cited.article, language) for cited in hit.rule.citations)
                assert f"– {hit.rule.sentence[language]} ({'; '.join(articles)})" in text
            for duty in result.duties:
                assert duty.text[language] in text


def test_a_site_stands_for_its_country_and_a_form_for_itself(jiwar_command: Jiwar) -> None:
    _, casablanca, _ = jiwar_command("assess", example_folder("brake-validation"), "--site", "casablanca")
    _, rabat, _ = jiwar_command("assess", example_folder("brake-validation"), "--site", "rabat")
    assert casablanca == rabat
    assert "Poland" not in casablanca
    _, own, _ = jiwar_command(
        "assess", example_folder("brake-validation"), "--site", "rabat", "--form", "captive"
    )
    assert "employer of record" not in own
    assert "own unit" in own


def test_a_hand_over_is_told_with_its_day(jiwar_command: Jiwar) -> None:
    _, out, _ = jiwar_command(
        "assess", example_folder("brake-validation"), "--site", "rabat", "--language", "de"
    )
    assert "Marokko (Build-Operate-Transfer, eigene Einheit ab 1. April 2029)" in out


def test_what_nobody_answered_is_asked_in_words(jiwar_command: Jiwar) -> None:
    _, out, _ = jiwar_command(
        "assess", example_folder("brake-validation"), "--site", "rabat", "--language", "de"
    )
    assert "(local_representative)" in out
    assert "Vertreter in Marokko" in squeezed(out)


@pytest.mark.code("U005")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--site", "atlantis"), "atlantis"),
        (("--form", "handshake"), "handshake"),
        (("--papers", "out"), "--site"),
        (("--papers", "out", "--site", "stuttgart", "--form", "captive"), "stuttgart"),
        (("--papers", "out", "--site", "rabat", "--site", "porto", "--form", "captive"), "--form"),
        (
            (
                "--papers",
                "out",
                "--site",
                "rabat",
                "--form",
                "captive",
                "--what-if",
                "adequacy:MA@2028-01-01",
            ),
            "what-if",
        ),
    ],
)
def test_what_cannot_be_told_is_refused_with_a_remedy(
    words: tuple[str, ...], told: str, jiwar_command: Jiwar
) -> None:
    code, _, err = jiwar_command("assess", example_folder("brake-validation"), *words)
    assert code == 2
    assert "U005" in err
    assert told in err


def test_papers_appear_in_a_new_folder_with_speaking_names(jiwar_command: Jiwar, tmp_path: Path) -> None:
    words = (
        "--site",
        "casablanca",
        "--form",
        "captive",
        "--language",
        "de",
        "--papers",
        tmp_path / "papiere",
    )
    code, out, _ = jiwar_command("assess", example_folder("brake-validation"), *words)
    assert code == 5  # as the verdicts: the assessment of the drive logs is missing
    names = sorted(path.name for path in (tmp_path / "papiere").iterdir())
    assert names[:2] == [
        f"1-verzeichnis-von-verarbeitungstaetigkeiten.{ending}" for ending in ("docx", "html")
    ]
    assert len(names) == 10
    assert all(name in out for name in names)
    code, _, err = jiwar_command("assess", example_folder("brake-validation"), *words)
    assert (code, "R006" in err) == (2, True)


def test_linked_data_are_one_valid_document(
    jiwar_command: Jiwar, judged: dict[str, tuple[Judged, ...]]
) -> None:
    code, out, _ = jiwar_command("assess", example_folder("vehicle-software"), "--format", "jsonld")
    assert code == 5
    nodes = jsonld.expand(json.loads(out))
    assert len(nodes) == len(judged["vehicle-software"])
    records = {node["urn:jiwar:law:record"][0]["@value"] for node in nodes}
    assert records == {one.assessment.hash for one in judged["vehicle-software"]}


def test_a_supposed_law_tells_duties_months_and_money(jiwar_command: Jiwar) -> None:
    words = ("--site", "rabat", "--form", "captive", "--what-if", "adequacy:MA@2028-01-01")
    code, out, _ = jiwar_command("assess", example_folder("brake-validation"), *words)
    text = squeezed(out)
    assert code == 0
    assert "cost not given: legal_cost/scc" in text
    assert "costs not given, so not in the sum: legal_cost/scc, legal_cost/tia" in text
    assert "0 EUR" not in text
    assert "statutory months before the start: 0.1 → 0.1" in text
    nothing = jiwar_command("assess", example_folder("brake-validation"), "--site", "krakow", *words[4:])[1]
    assert nothing.strip() == "Nothing changes for any data flow."
