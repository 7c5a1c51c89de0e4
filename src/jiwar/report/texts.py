"""Sentences of the report: English message ids, translated, with numbers and links set into them."""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from string import Formatter as Template
from typing import IO

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.languages import Formatter, Language
from jiwar.report.blocks import Inline, Parts, Strong, Text

NOTHING = "–"
"""What stands in a cell that has nothing to say."""

DOMAINS = ("", "outlook")
"""Folders of catalogues: the board paper's own, then those that are kept apart."""

_PARTS = Template()


@dataclass(frozen=True, slots=True)
class Texts:
    """Translates message ids of one language and writes its numbers.

    A message id is the English sentence itself, with named places: ``"It costs {amount} less."``.
    """

    language: Language = Language.ENGLISH
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

    @property
    def form(self) -> Formatter:
        """How this language writes numbers, money and dates."""
        return Formatter(self.language)

    def __call__(self, message: str, /, **values: str) -> str:
        """Return a translated text with plain words set into its places."""
        return self.catalogue.gettext(message).format(**values)

    def plural(self, one: str, many: str, count: float, /, **values: str) -> str:
        """Return the form that fits a count; a fraction takes the plural."""
        whole = int(count) if count == int(count) else 2
        return self.catalogue.ngettext(one, many, whole).format(**values)

    def parts(self, message: str, /, **values: Inline | str) -> Parts:
        """Return a translated sentence as inline parts, with numbers, links and words set in."""
        return _set_in(self.catalogue.gettext(message), values)

    def plural_parts(self, one: str, many: str, count: float, /, **values: Inline | str) -> Parts:
        """Return the sentence that fits a count, as inline parts."""
        whole = int(count) if count == int(count) else 2
        return _set_in(self.catalogue.ngettext(one, many, whole), values)

    def listed(self, names: tuple[str, ...]) -> str:
        """Join names as a sentence does: ``A, B and C``."""
        if len(names) < 2:
            return "".join(names)
        return self("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def _set_in(template: str, values: dict[str, Inline | str]) -> Parts:
    found: list[Inline] = []
    for words, place, _, _ in _PARTS.parse(template):
        if words:
            found.append(Text(words))
        if place is not None:
            value = values[place]
            found.append(Text(value) if isinstance(value, str) else value)
    return tuple(found)


def join(*runs: Parts | str) -> Parts:
    """Join sentences into one run, with a space between them."""
    joined: list[Inline] = []
    for run in runs:
        parts: Parts = (Text(run),) if isinstance(run, str) else run
        if joined and parts:
            joined.append(Text(" "))
        joined.extend(parts)
    return tuple(joined)


def words(text: str) -> Parts:
    """Return plain words as a run."""
    return (Text(text),)


def strong(text: str) -> Parts:
    """Return words with weight as a run."""
    return (Strong(text),)


@cache
def texts_for(language: str) -> Texts:
    """Return the texts of a language (``en``, ``de``, ``fr``).

    Raises
    ------
    JiwarError
        R002 when Jiwar does not speak the language or its catalogue is not complete.
    """
    spoken = _spoken()
    if language not in spoken:
        named = ", ".join(f"`{name}`" for name in spoken)
        message = f"the report has no texts in `{language}`"
        problem = Diagnostic("R002", message, f"ask for one of: {named}")
        raise JiwarError([problem])
    if language == Language.ENGLISH:
        return Texts()
    return Texts(Language(language), _catalogue(language))


def _spoken() -> tuple[str, ...]:
    """English is always there: the message ids are English. Others need a catalogue."""
    found = (one.value for one in Language if one is not Language.ENGLISH and _file(one.value).is_file())
    return (Language.ENGLISH.value, *found)


def _file(language: str, domain: str = "") -> Traversable:
    return resources.files("jiwar.languages").joinpath("catalogues", domain, f"{language}.po")


def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the texts of the board paper, and behind them those of the other domains."""
    first, *others = (_read(_file(language, domain), language) for domain in DOMAINS)
    for other in others:
        first.add_fallback(other)
    return first


def _read(path: Traversable, language: str) -> gettext.NullTranslations:
    with path.open("rb") as file:
        return compiled(file, language)


def compiled(file: IO[bytes], language: str) -> gettext.GNUTranslations:
    """Read the texts of a catalogue in the form that translators edit (``.po``)."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    machine_form = io.BytesIO()
    write_mo(machine_form, read_po(file, locale=language))
    machine_form.seek(0)
    return gettext.GNUTranslations(machine_form)
