"""What a number rests on: facts, rules, lines of the case and named methods."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class OriginKind(StrEnum):
    """The kinds of ground that a number can stand on."""

    FACT = "fact"
    RULE = "rule"
    CASE = "case"
    METHOD = "method"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """One thing that a number rests on, for instance ``fact:pay/MA-casablanca/...``."""

    kind: OriginKind
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """All that is needed to compute the same result again."""

    jiwar: str
    case_hash: str
    facts_hash: str
    law_hash: str
    as_of: str
    seed: int | None
    settings: dict[str, Any] = field(default_factory=dict)
    libraries: dict[str, str] = field(default_factory=dict)


def content_hash(parts: Iterable[Any]) -> str:
    """Return a short, stable hash of JSON-like parts; the same content gives the same hash."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(json.dumps(part, sort_keys=True, default=str, ensure_ascii=False).encode())
        digest.update(b"\x00")
    return digest.hexdigest()[:16]
