"""The register of documents: one id for each address, with licence and attribution."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tools.build_facts.material import MaterialRow, plain
from tools.build_facts.record import EDITION, GRADES, FactRecord

PRIORS = "jiwar-priors"
DERIVATIONS = "jiwar-derivations"
SHARE_ALIKE = ("stackoverflow-2024", "stackoverflow-2024-copy", "stateofdev-ma")
_COMMON = {
    "www",
    "de",
    "fr",
    "en",
    "mail",
    "africa",
    "m",
    "qa",
    "sport",
    "at",
    "campus",
    "blog",
    "euro",
    "http",
}
_IDLE_WORDS = {
    "the",
    "la",
    "le",
    "les",
    "de",
    "des",
    "du",
    "of",
    "and",
    "et",
    "in",
    "au",
    "via",
    "citing",
    "pour",
    "l",
    "d",
}


@dataclass(slots=True)
class SourceRecord:
    """One line of the shipped table of sources."""

    id: str
    title: str
    publisher: str
    url: str
    licence: str
    attribution: str
    note: str
    kind: str = ""

    def cells(self) -> list[str]:
        """Return the cells in the order of the shipped columns."""
        return [
            self.id,
            self.title,
            self.publisher,
            self.url,
            EDITION,
            self.licence,
            self.attribution,
            self.note,
            self.kind,
        ]


class Sources:
    """Gives every address one id; addresses listed by hand keep the id and licence written there."""

    def __init__(self, curated: Path) -> None:
        with curated.open(encoding="utf-8", newline="") as handle:
            self._by_url = {row["url"]: SourceRecord(**row) for row in csv.DictReader(handle)}
        self._used: set[str] = set()

    def of(self, row: MaterialRow) -> list[str]:
        """Return the ids of a row's documents; a bare home page is left out, another address must remain."""
        kept = [url for url in row.urls if not is_home_page(url)]
        if row.urls and not kept:
            message = f"{row.key} rests on a home page only: {row.urls}"
            raise ValueError(message)
        return [self._id(url, row.title) for url in kept]

    def use(self, *ids: str) -> list[str]:
        """Mark ids as used and return them."""
        self._used.update(ids)
        return list(ids)

    def id_of(self, url: str, title: str = "") -> str:
        """Return the id of an address, giving it one when it is new."""
        return self._id(url, title)

    def _id(self, url: str, title: str) -> str:
        if url not in self._by_url:
            title = re.sub(r" (examined )?in sector\.md section \d+", "", title)
            name = self._new_id(url, title)
            publisher = _host(url)
            self._by_url[url] = SourceRecord(
                name, title or url, publisher, url, "cited figures", f"{title or publisher} ({publisher})", ""
            )
        return self.use(self._by_url[url].id)[0]

    def _new_id(self, url: str, title: str) -> str:
        words = [word for word in re.findall(r"[a-z0-9]+", plain(title).lower()) if word not in _IDLE_WORDS]
        host = [part for part in _host(url).split(".")[:-1] if part not in _COMMON] or ["web"]
        own = [word for word in words if word not in host[-1]]
        base = "-".join([host[-1], *own[:4]])
        taken = {record.id for record in self._by_url.values()}
        name, number = base, 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        return name

    def learn_kinds(self, facts: Iterable[FactRecord]) -> None:
        """Say of every document listed nowhere by hand what its best number is worth."""
        best: dict[str, str] = {}
        for fact in facts:
            for name in fact.sources:
                best[name] = min(best.get(name, fact.grade), fact.grade, key=GRADES.index)
        for record in self._by_url.values():
            if not record.kind and record.id != DERIVATIONS:
                record.kind = best.get(record.id, "")

    def used(self) -> list[SourceRecord]:
        """Return the documents that something rests on, by id."""
        return sorted(
            (record for record in self._by_url.values() if record.id in self._used), key=lambda r: r.id
        )


def is_home_page(url: str) -> bool:
    """Whether an address is the bare home page of a site."""
    if not url.startswith("http"):
        return False
    parts = urlsplit(url)
    return parts.path in {"", "/"} and not parts.query


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
