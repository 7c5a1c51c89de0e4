"""Where the numbers of a paper come from: every ground listed once, with the anchors that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.provenance import Origin, OriginKind
from jiwar.report.anchors import origin_anchor
from jiwar.report.blocks import (
    Definition,
    DefinitionList,
    Inline,
    Link,
    Paragraph,
    Parts,
    Section,
    Text,
    numbers_in,
)
from jiwar.report.ground import Ground
from jiwar.report.methods import METHODS
from jiwar.report.texts import Texts, words

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Traces:
    """The section that lists the grounds, and for each ground its anchor and, for paper, its label."""

    section: Section
    anchors: Mapping[tuple[Origin, ...], str]
    labels: Mapping[tuple[Origin, ...], str]


def traces(sections: tuple[Section, ...], ground: Ground, texts: Texts) -> Traces:
    """List the grounds of all numbers of some sections.

    Raises
    ------
    JiwarError
        R004 for every ground of a number that has no entry.
    """
    grounds = _grounds(sections)
    _check(grounds, ground)
    anchors, labels = _anchors(grounds)
    return Traces(_traces(grounds, anchors, labels, texts), anchors, labels)


def used_in(sections: tuple[Section, ...], ground: Ground) -> Ground:
    """Return what the numbers of some sections rest on; entries that no number names are left out."""
    used = {one for origins in _grounds(sections) for one in origins}
    facts = _named(ground.facts, OriginKind.FACT, used)
    documents = {source for entry in facts.values() for source in entry.sources}
    return Ground(
        facts=facts,
        sources={key: entry for key, entry in ground.sources.items() if key in documents},
        rules=_named(ground.rules, OriginKind.RULE, used),
        case_lines=_named(ground.case_lines, OriginKind.CASE, used),
        methods=_named(ground.methods, OriginKind.METHOD, used),
    )


def _named(entries: Mapping[str, Entry], kind: OriginKind, used: set[Origin]) -> dict[str, Entry]:
    return {key: entry for key, entry in entries.items() if Origin(kind, key) in used}


def _grounds(sections: tuple[Section, ...]) -> tuple[tuple[Origin, ...], ...]:
    """All different grounds of numbers, in the order in which a reader meets them."""
    found: dict[tuple[Origin, ...], None] = {}
    for section in sections:
        for block in section.blocks:
            for number in numbers_in(block):
                found.setdefault(number.origins)
    return tuple(found)


def _check(grounds: tuple[tuple[Origin, ...], ...], ground: Ground) -> None:
    known = {
        OriginKind.FACT: set(ground.facts),
        OriginKind.RULE: set(ground.rules),
        OriginKind.CASE: set(ground.case_lines),
        OriginKind.METHOD: set(METHODS) | set(ground.methods),
    }
    unknown = sorted({one for group in grounds for one in group if one.key not in known[one.kind]})
    if unknown:
        remedy = "report this as a fault of Jiwar together with the record of the run"
        raise JiwarError(
            [
                Diagnostic("R004", f"numbers of the report rest on `{one}`, which has no entry", remedy)
                for one in unknown
            ]
        )


def _anchors(
    grounds: tuple[tuple[Origin, ...], ...],
) -> tuple[dict[tuple[Origin, ...], str], dict[tuple[Origin, ...], str]]:
    """A single ground leads straight to its entry; several lead to a numbered list of them."""
    anchors: dict[tuple[Origin, ...], str] = {}
    labels: dict[tuple[Origin, ...], str] = {}
    for group in grounds:
        if len(group) == 1:
            anchors[group] = origin_anchor(group[0])
        else:
            labels[group] = str(len(labels) + 1)
            anchors[group] = f"ground-{labels[group]}"
    return anchors, labels


def _traces(
    grounds: tuple[tuple[Origin, ...], ...],
    anchors: dict[tuple[Origin, ...], str],
    labels: dict[tuple[Origin, ...], str],
    texts: Texts,
) -> Section:
    entries = tuple(
        Definition(words(labels[group]), _listed(group, texts), anchors[group])
        for group in grounds
        if group in labels
    )
    opening = texts(
        "Each number in this paper leads to one of these lists, and each list to the entries it names. On "
        "paper, the small figure behind a number in a sentence is the number of its list."
    )
    return Section(
        "grounds",
        texts("Where each number comes from"),
        (Paragraph(words(opening)), DefinitionList(entries)),
        appendix=True,
    )


def _listed(group: tuple[Origin, ...], texts: Texts) -> Parts:
    names = {
        OriginKind.FACT: texts("Facts"),
        OriginKind.RULE: texts("Rules"),
        OriginKind.CASE: texts("Case"),
        OriginKind.METHOD: texts("Method"),
    }
    parts: list[Inline] = []
    for kind, name in names.items():
        members = [one for one in group if one.kind is kind]
        for index, one in enumerate(members):
            named = texts("{name}:", name=name)
            lead = ", " if index else (f"; {named} " if parts else f"{named} ")
            parts.extend((Text(lead), Link(one.key, f"#{origin_anchor(one)}")))
    parts.append(Text("."))
    return tuple(parts)
