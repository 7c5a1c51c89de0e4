"""`jiwar assess`: verdicts with their articles in three languages, papers, linked data, supposed law."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pyld import jsonld

from jiwar.case import Case, example_folder
from jiwar.law import Verdict, smallest_change
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
    assert "Build-Operate-Transfer als eigene Einheit ab 1. April 2029" in out


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
    nodes = [node for node in jsonld.expand(json.loads(out)) if "urn:jiwar:law:record" in node]
    assert len(nodes) == len(judged["vehicle-software"])
    records = {node["urn:jiwar:law:record"][0]["@value"] for node in nodes}
    assert records == {one.assessment.hash for one in judged["vehicle-software"]}


def test_a_supposed_law_tells_duties_months_and_money(jiwar_command: Jiwar) -> None:
    words = ("--site", "rabat", "--form", "captive", "--what-if", "adequacy:MA@2028-01-01")
    code, out, _ = jiwar_command("assess", example_folder("brake-validation"), *words)
    text = squeezed(out)
    assert code == 3  # under the supposed law: the representative in Morocco is still a question
    assert "cost not given: legal_cost/scc" in text
    assert "costs not given, so not in the sum: legal_cost/scc, legal_cost/tia" in text
    assert "0 EUR" not in text
    assert "statutory months before the start: 0.1 → 0.1" in text
    nothing = jiwar_command("assess", example_folder("brake-validation"), "--site", "krakow", *words[4:])[1]
    assert nothing.strip() == "Nothing changes for any data flow."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_shows_every_gate_and_how_a_blocked_flow_would_be_unblocked(
    language: str, jiwar_command: Jiwar, judged: dict[str, tuple[Judged, ...]]
) -> None:
    code, out, _ = jiwar_command("assess", example_folder("vehicle-software"), "--language", language)
    text = squeezed(out)
    assert code == 5
    stuck = [
        one.assessment for one in judged["vehicle-software"] if one.assessment.overall is Verdict.BLOCKED
    ]
    assert stuck
    for found in stuck:
        way = smallest_change(found.flow, found.on)
        assert way is not None
        for sentence in way.sentences(language):
            assert sentence in text
    columns = {"en": "data at the site", "de": "Daten am Standort", "fr": "données sur le site"}
    assert text.count(columns[language]) >= len({one.data_flow for one in judged["vehicle-software"]})


def test_json_tells_the_same_in_the_language_asked_for(
    jiwar_command: Jiwar, judged: dict[str, tuple[Judged, ...]]
) -> None:
    words = ("--format", "json", "--language", "de")
    code, out, _ = jiwar_command("assess", example_folder("grid-engineering"), *words)
    told = json.loads(out)
    assert code == 5
    assert [one["hash"] for one in told] == [one.assessment.hash for one in judged["grid-engineering"]]
    assert all((one["smallest_change"] is not None) == (one["verdict"] == "blocked") for one in told)
    articles = {
        article
        for one in told
        for gate in one["gates"].values()
        for rule in gate["rules"]
        for article in rule["articles"]
    }
    assert "Erwägungsgrund 26 DSGVO" in articles
    assert not any("GDPR" in article or "Law " in article for article in articles)


@pytest.mark.parametrize("shape", ["json", "jsonld"])
def test_a_supposed_law_is_told_to_programs_too(shape: str, jiwar_command: Jiwar) -> None:
    words = ("--site", "rabat", "--form", "captive", "--what-if", "adequacy:MA@2028-01-01")
    code, out, _ = jiwar_command("assess", example_folder("brake-validation"), *words, "--format", shape)
    told = json.loads(out)
    assert code == 3
    if shape == "jsonld":
        processes = [node for node in told["@graph"] if node["@type"] == "dpv:Process"]
        assert processes
        assert all(node["jiwar:supposes"] == ["adequacy:MA@2028-01-01"] for node in processes)
        return
    drives = next(one for one in told["changes"] if one["data_flow"] == "drive-logs")
    assert drives["verdict"] == {"before": "blocked", "after": "manual_review"}
    assert {duty["cost"] for duty in drives["falls_away"]} == {None, "legal_cost/scc", "legal_cost/tia"}
    assert [duty["cost"] for duty in drives["comes"]] == [None]
    assert told["saved"][0]["costs_not_given"] == ["legal_cost/scc", "legal_cost/tia"]


@pytest.mark.code("L005")
@pytest.mark.parametrize(
    ("switch", "told"),
    [
        ("adequacy:MA", "has no day"),
        ("adequacy:MA@2028-13-01", "no day of the calendar"),
        ("adequacy:MA@2040-01-01", "after the last day"),
        ("adequacy:UK@2028-01-01", "did you mean `GB`"),
        ("adequacy:ma@2028-01-01", "did you mean `MA`"),
        ("adequacy:XX@2028-01-01", "names no country"),
        ("clauses:MA@2028-01-01", "is not a switch"),
    ],
)
def test_a_supposed_law_that_cannot_be_is_refused(switch: str, told: str, jiwar_command: Jiwar) -> None:
    code, out, err = jiwar_command("assess", example_folder("grid-engineering"), "--what-if", switch)
    assert (code, out) == (2, "")
    assert "L005" in err
    assert told in err
    assert "remedy" in err


def test_work_that_stays_at_home_is_not_judged_and_the_sheet_says_so(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command("assess", example_folder("brake-validation"), "--site", "stuttgart")
    assert code == 0
    assert "nothing leaves home" in out


@pytest.mark.code("R003")
def test_papers_for_a_place_that_cannot_be_written_leave_nothing_behind(
    jiwar_command: Jiwar, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    words = ("--site", "casablanca", "--form", "captive", "--papers", tmp_path / "file" / "papers")
    code, _, err = jiwar_command("assess", example_folder("brake-validation"), *words)
    assert code == 2
    assert "R003" in err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
