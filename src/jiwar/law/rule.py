"""A rule of law: its name, its sentence in three languages, its citations, its validity and its function.

Write a rule as a function with a docstring of one sentence, and let ``rule`` register it::

    @rule(
        "eu.gdpr.art28.contract",
        cites=(GDPR.cite("Art. 28(3)"),),
        valid=since("2018-05-25"),
        gate=Gate.PRIVACY_EU,
        de="Ein Auftragsverarbeiter arbeitet nur auf der Grundlage eines Vertrags.",
        fr="Un sous-traitant n’agit que sur la base d’un contrat.",
    )
    def contract_with_processor(flow: Flow) -> Finding | None:
        \"\"\"A processor works under a contract only.\"\"\"

A rule that **judges** has a gate; it takes a flow and, if it wants, a day, and returns a finding or None
(None: the rule does not concern this flow). A rule that **computes** has no gate, any signature and is called
by its own package; a table without a function is registered with ``table_rule``. An amendment is a new
function under the same name with a later validity, never an edit of the old one.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from jiwar.diagnostics import Diagnostic
from jiwar.law.citation import Citation
from jiwar.law.error import LawError
from jiwar.law.validity import Validity
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

AnyFunction = TypeVar("AnyFunction", bound=Callable[..., Any])


class RuleKind(StrEnum):
    """What a rule does: it judges a flow, it computes money, or it is a table that others compute with."""

    JUDGES = "judges"
    COMPUTES = "computes"
    TABLE = "table"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One version of one rule; ``key`` names the version, ``name`` the rule through all its versions.

    A rule is itself and nothing else: two rules that say the same are two rules.
    """

    name: str
    kind: RuleKind
    sentence: Words
    citations: tuple[Citation, ...]
    validity: Validity
    gate: Gate | None
    countries: frozenset[str] | None
    low_confidence: bool
    function: Callable[..., Any] | None
    module: str
    takes_day: bool
    content: str = ""
    carries: bool = field(init=False)
    """Whether a text that was read stands behind it; otherwise it can only ask for a review."""

    def __post_init__(self) -> None:
        read = any(citation.quality.carries for citation in self.citations)
        object.__setattr__(self, "carries", read)  # asked on every assessment, so it is settled once

    @property
    def key(self) -> str:
        """The name of this version: ``eu.gdpr.art28.contract@2018-05-25``."""
        return f"{self.name}@{self.validity.start}"

    @property
    def checked(self) -> dt.date:
        """The day of the oldest check among its citations."""
        return min(citation.checked for citation in self.citations)

    @property
    def source_text(self) -> str:
        """What the rule says to a machine: the source of its function or the content of its table."""
        return inspect.getsource(self.function) if self.function is not None else self.content

    def names(self, country: str) -> bool:
        """Whether the rule is one of this country in particular."""
        return self.countries is not None and country in self.countries

    def concerns(self, country: str) -> bool:
        """Whether the rule speaks about work placed in a country."""
        return self.countries is None or country in self.countries


def rule(
    name: str,
    *,
    cites: Sequence[Citation],
    valid: Validity,
    de: str,
    fr: str,
    gate: Gate | None = None,
    countries: Iterable[str] | None = None,
    low_confidence: bool = False,
) -> Callable[[AnyFunction], AnyFunction]:
    """Register a function as a rule of law and return it unchanged.

    Parameters
    ----------
    name
        Dotted name through all versions: jurisdiction, statute, article or idea.
    cites
        At least one citation.
    valid
        When this version is in force, in legal time.
    de, fr
        The sentence of the docstring in German and French.
    gate
        The gate that a judging rule belongs to; none for a rule that computes.
    countries
        ISO codes of the places of work that the rule speaks about; all when left out.
    low_confidence
        Known only from press or from a third party's simulator.

    Raises
    ------
    LawError
        L001 when the rule could not be shown to anyone, L002 when two versions overlap.
    """

    def register(function: AnyFunction) -> AnyFunction:
        english = (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ").strip()
        made = Rule(
            name,
            RuleKind.COMPUTES if gate is None else RuleKind.JUDGES,
            Words(english, de, fr),
            tuple(cites),
            valid,
            gate,
            None if countries is None else frozenset(countries),
            low_confidence,
            function,
            function.__module__,
            gate is not None and len(inspect.signature(function).parameters) > 1,
        )
        _admit(made)
        return function

    return register


def table_rule(
    name: str,
    *,
    sentence: Words,
    cites: Sequence[Citation],
    valid: Validity,
    module: str,
    content: str,
    low_confidence: bool = False,
) -> Rule:
    """Register a dated table of law (rates, ceilings, lists) that has no function of its own.

    ``content`` is what the table says, as text; it enters the hash of the law.
    """
    made = Rule(
        name, RuleKind.TABLE, sentence, tuple(cites), valid, None, None,
        low_confidence, None, module, takes_day=False, content=content,
    )  # fmt: skip
    _admit(made)
    return made


ADMITTED: dict[str, Rule] = {}
"""Every rule that was imported, by its key; read it through ``jiwar.law.registry``."""


def _admit(made: Rule) -> None:
    problems = [*_gaps_of(made), *_conflicts_of(made)]
    if problems:
        raise LawError(problems)
    ADMITTED[made.key] = made


def _gaps_of(made: Rule) -> list[Diagnostic]:
    found = []
    if not made.citations:
        found.append("has no citation")
    if not made.sentence.complete:
        found.append("lacks its sentence in English (the docstring), German or French")
    if made.validity.end is not None and made.validity.end < made.validity.start:
        found.append("ends before it starts")
    remedy = "see the docstring of jiwar.law.rule for the form of a rule"
    return [Diagnostic("L001", f"the rule `{made.name}` {problem}", remedy) for problem in found]


def _conflicts_of(made: Rule) -> list[Diagnostic]:
    return [
        Diagnostic(
            "L002",
            f"`{made.key}` ({made.module}) and `{other.key}` ({other.module}) are in force on the same day",
            "end the older version on the day before the newer one starts",
        )
        for other in ADMITTED.values()
        if other.name == made.name
        and other.validity.overlaps(made.validity)
        and not (other.module == made.module and other.source_text == made.source_text)
    ]
