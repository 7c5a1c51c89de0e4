"""Message ids are English sentences; other languages come from catalogues."""

from __future__ import annotations

import io

import pytest

from jiwar.diagnostics import JiwarError
from jiwar.languages import Language
from jiwar.provenance import Origin, OriginKind
from jiwar.report.blocks import Number, Text
from jiwar.report.texts import Texts, compiled, join, texts_for

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "It costs {amount} less."
msgstr "Das kostet {amount} weniger."

msgid "{count} duty"
msgid_plural "{count} duties"
msgstr[0] "{count} Pflicht"
msgstr[1] "{count} Pflichten"
"""


def number(text: str) -> Number:
    return Number(text, (Origin(OriginKind.METHOD, "plan"),))


def test_numbers_are_set_into_a_translated_sentence() -> None:
    german = Texts(Language.GERMAN, compiled(io.BytesIO(CATALOGUE.encode()), "de"))
    parts = german.parts("It costs {amount} less.", amount=number("5 €"))
    assert parts == (Text("Das kostet "), number("5 €"), Text(" weniger."))


def test_plurals_follow_the_catalogue() -> None:
    german = Texts(Language.GERMAN, compiled(io.BytesIO(CATALOGUE.encode()), "de"))
    assert german.plural("{count} duty", "{count} duties", 1, count="1") == "1 Pflicht"
    assert german.plural("{count} duty", "{count} duties", 3, count="3") == "3 Pflichten"
    assert german.plural("{count} duty", "{count} duties", 1.5, count="1,5") == "1,5 Pflichten"


def test_values_are_never_read_as_templates() -> None:
    texts = texts_for("en")
    assert texts("{name} moves", name="{home}") == "{home} moves"
    assert texts.parts("{name} moves", name="{home}")[0] == Text("{home}")


@pytest.mark.parametrize(("names", "said"), [((), ""), (("A",), "A"), (("A", "B", "C"), "A, B and C")])
def test_names_are_listed_as_a_sentence_does(names: tuple[str, ...], said: str) -> None:
    assert texts_for("en").listed(names) == said


def test_sentences_are_joined_with_one_space() -> None:
    assert join("One.", (Text("Two."),)) == (Text("One."), Text(" "), Text("Two."))


@pytest.mark.code("R002")
@pytest.mark.parametrize("language", ["xx", "EN", ""])
def test_a_language_without_texts_is_refused(language: str) -> None:
    with pytest.raises(JiwarError) as caught:
        texts_for(language)
    assert caught.value.diagnostics[0].code == "R002"
    assert "`en`" in caught.value.diagnostics[0].remedy
