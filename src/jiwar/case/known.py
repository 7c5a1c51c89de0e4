"""The names from outside that a case may refer to, passed in by whoever holds the facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of sites, roles and facts; None means that names of the kind are not checked.

    ``facts`` maps the key of each fact to its unit; given plain keys, units of assumptions are not compared.
    ``supported_sites`` are the sites in countries whose state support is coded.
    """

    sites: Collection[str] | None = None
    roles: Collection[str] | None = None
    facts: Mapping[str, str] | Collection[str] | None = None
    supported_sites: Collection[str] | None = None

    def unit_of(self, fact: str) -> str | None:
        """Return the unit of a fact, or None when it is not known."""
        return self.facts.get(fact) if isinstance(self.facts, Mapping) else None
