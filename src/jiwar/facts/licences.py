"""What may be done with the facts, and whom to name for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jiwar.facts.base import Facts
from jiwar.facts.rules import used_sources


@dataclass(frozen=True, slots=True)
class Attribution:
    """One line of attribution: the text, the address and the licence of a source in use."""

    source: str
    text: str
    url: str
    licence: str


def attributions(facts: Facts, keys: Iterable[str] | None = None) -> tuple[Attribution, ...]:
    """Return whom to name for some facts, share-alike sources first, each text once.

    Parameters
    ----------
    facts
        The base.
    keys
        The facts in use, for instance those that a report rests on; all facts and series by default.
    """
    chosen = facts.by_key if keys is None else tuple(keys)
    used = {name for key in chosen for name in facts.get(key).sources}
    if keys is None:
        used |= used_sources(facts)
    lines: dict[str, Attribution] = {}
    for source in sorted(
        (facts.sources[name] for name in used), key=lambda item: (item.licence != "ODbL-1.0", item.id)
    ):
        lines.setdefault(
            source.attribution, Attribution(source.id, source.attribution, source.url, source.licence)
        )
    return tuple(lines.values())
