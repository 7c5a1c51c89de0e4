"""One claim as data: who says it, what the facts say, and which function recomputes the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from jiwar.languages import Formatter, Language
from jiwar.outlook.claims.verdict import Verdict


class Shape(StrEnum):
    """How a value is written."""

    COUNT = "count"
    SHARE = "share"
    AMOUNT = "amount"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Value:
    """A number of the evidence, how it is written, and the facts that it rests on."""

    value: float
    shape: Shape
    facts: tuple[str, ...]

    def written(self, language: Language) -> str:
        """Write the value in the form of a language; changes show their sign."""
        form = Formatter(language)
        match self.shape:
            case Shape.COUNT:
                text = form.number(self.value)
            case Shape.SHARE:
                whole = abs(self.value * 100 - round(self.value * 100)) < 0.005 or abs(self.value) > 0.2
                text = form.share(self.value, 0 if whole else 1)
            case Shape.AMOUNT:
                text = form.number(self.value, _decimals(self.value))
            case Shape.RATIO:
                text = form.number(self.value, 2)
        return text.replace("-", "\u2212").replace(" ", "\u00a0")


def _decimals(value: float) -> int:
    """Return the digits after the point that an amount needs: none above 100, else up to two, or three below 0.1."""
    most = 0 if abs(value) >= 100 else 2 if abs(value) >= 0.1 else 3
    return next(
        digits for digits in range(most + 1) if digits == most or abs(value - round(value, digits)) < 1e-4
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """A public claim; ``facts`` maps the short names of its texts to keys of the fact base."""

    id: str
    article: int | None
    said_by: str
    facts: Mapping[str, str]
    check: str | None
    formula: str
    verdict: Verdict | None
    claim: Mapping[str, str]
    evidence: Mapping[str, str]


@cache
def read_claims() -> tuple[Claim, ...]:
    """Return the claims that Jiwar ships, in the order in which a reader meets them."""
    text = (files("jiwar.outlook.claims") / "claims.yaml").read_text("utf-8")
    return tuple(_claim(entry) for entry in yaml.safe_load(text))


def _claim(entry: Mapping[str, Any]) -> Claim:
    verdict = entry.get("verdict")
    return Claim(
        id=entry["id"],
        article=entry.get("article"),
        said_by=entry["said_by"],
        facts=dict(entry["facts"]),
        check=entry.get("check"),
        formula=entry.get("formula", ""),
        verdict=None if verdict is None else Verdict(verdict),
        claim=dict(entry["claim"]),
        evidence=dict(entry["evidence"]),
    )
