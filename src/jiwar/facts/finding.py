"""Finding facts and documents by words: in keys first, then in places, units, notes and titles."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from jiwar.facts.base import Facts
from jiwar.facts.fact import Fact, Source
from jiwar.facts.grade import Grade


def search(
    facts: Facts, words: str, *, place: str = "", grades: Iterable[Grade] = (), most: int | None = None
) -> tuple[Fact, ...]:
    """Return the facts that hold every word, best matches first.

    Parameters
    ----------
    facts
        The base.
    words
        Words in any order; accents, capitals and signs do not matter. No word finds everything.
    place
        Only facts of this country or site (``MA`` also finds ``MA-fes``).
    grades
        Only facts of these grades.
    most
        At most so many.
    """
    wanted = _plain(words).split()
    allowed = frozenset(grades)
    ranked: list[tuple[int, int, Fact]] = []
    for order, fact in enumerate(facts.by_key.values()):
        if place and fact.place != place and not fact.place.startswith(f"{place}-"):
            continue
        if allowed and fact.grade not in allowed:
            continue
        rank = _rank(facts, fact, wanted)
        if rank is not None:
            ranked.append((rank, order, fact))
    ranked.sort(key=lambda item: item[:2])
    return tuple(fact for _, _, fact in ranked[:most])


def find_sources(facts: Facts, words: str = "", *, licence: str = "") -> tuple[tuple[Source, int], ...]:
    """Return the documents that hold every word, each with the number of facts that name it, most first.

    Parameters
    ----------
    facts
        The base.
    words
        Words of id, title, publisher, address or note, in any order; none finds every document.
    licence
        Only documents under this licence, for instance ``ODbL-1.0``.
    """
    uses = Counter(name for fact in facts.by_key.values() for name in fact.sources)
    wanted = _plain(words).split()
    found = []
    for source in facts.sources.values():
        text = _plain(f"{source.id} {source.title} {source.publisher} {source.url} {source.note}")
        if all(word in text for word in wanted) and licence in {"", source.licence}:
            found.append((source, uses[source.id]))
    return tuple(sorted(found, key=lambda item: (-item[1], item[0].id)))


def _rank(facts: Facts, fact: Fact, wanted: list[str]) -> int | None:
    """Return how far down a fact belongs: 0 when all words stand in its key, None when one is nowhere."""
    key = _plain(fact.key)
    rest = [word for word in wanted if word not in key]
    if not rest:
        return 0
    near = f"{fact.place} {fact.unit} {fact.grade} {fact.table} {fact.period}"
    text = _plain(f"{near} {fact.note}")
    rest = [word for word in rest if word not in text]
    if not rest:
        return 1
    titles = _plain(" ".join(facts.sources[name].title for name in fact.sources))
    return 2 if all(word in titles for word in rest) else None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", " ", folded)
