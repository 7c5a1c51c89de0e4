"""Every text of the paper can be translated: a pseudo-language leaves no English word behind."""

from __future__ import annotations

import dataclasses
import gettext
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from jiwar.languages import Language
from jiwar.report import ReportContext
from jiwar.report.document import compose
from jiwar.report.html import to_html
from jiwar.report.texts import Texts

Run = Callable[..., ReportContext]

UNITS = {"EUR", "MAD", "year", "day", "months", "million", "Q"}
RECORD = {"gap", "numpy", "Jiwar", "Facts", "Case"}


class Pseudo(gettext.NullTranslations):
    """Marks every translated text with brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class Readable(HTMLParser):
    """The words that a reader sees or hears."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"style", "script"}
        self.found += [
            value for name, value in attrs if value and name in {"aria-label", "data-label", "title"}
        ]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"style", "script"}
        self.found.append(
            " | " if tag in {"p", "td", "th", "li", "dd", "dt", "h1", "h2", "h3", "text"} else ""
        )

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(key)
            yield from strings(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


def without_marks(text: str) -> str:
    """Take away what stands in brackets, from the innermost outwards; names in between go with it."""
    while True:
        shorter = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        if shorter == text:
            return text
        text = shorter


@pytest.mark.parametrize("changes", [{}, {"moves": False}, {"moves": False, "blocked": ()}, {"factor": 1.05}])
def test_no_text_is_left_untranslated(run: Run, changes: dict[str, Any]) -> None:
    context = run(**changes)
    texts = Texts(Language.ENGLISH, Pseudo())
    html = to_html(compose(context, texts), texts)
    months = {"January", "February", "March", "April", "May", "June", "July", "August"}
    months |= {"September", "October", "November", "December"}
    known = months | UNITS | RECORD | words(" ".join(strings(context)))
    left = words(without_marks(" ".join(Readable(html).found))) - known
    assert left == set()
    assert html.count("⟦") > 200
