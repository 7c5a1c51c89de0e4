"""Words and names of places as Typst writes them."""

from __future__ import annotations

import re
from urllib.parse import quote

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TYPED = re.compile(r"(?<=\w)'(?=\w|\s|$)")
_BREAKS = re.compile(r"(?<=[/_.:?&=\-])(?=\w)")


def text(words: str) -> str:
    """Return words as a Typst string; what cannot be printed is left out."""
    shown = _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def name_of(place: str) -> str:
    """Return the name of a place as a Typst string; different places keep different names, whatever they hold."""
    return text(quote(place, safe="/ .:", errors="surrogatepass"))


def set_well(words: str) -> str:
    """Return prose with the apostrophes of a typesetter, whatever somebody typed."""
    return _TYPED.sub("’", words)


def breakable(words: str) -> str:
    """Let long keys and addresses break behind a sign instead of running out of their column."""
    return _BREAKS.sub("\u200b", words) if " " not in words else words
