"""How the numbers were made, what they rest on, and the record of the run."""

from __future__ import annotations

from jiwar.provenance import Origin, OriginKind
from jiwar.report.anchors import origin_anchor
from jiwar.report.blocks import (
    BulletList,
    Code,
    Definition,
    DefinitionList,
    Heading,
    Paragraph,
    Parts,
    Section,
)
from jiwar.report.ground import Ground
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.methods import METHODS
from jiwar.report.sections.sources import listed
from jiwar.report.texts import Texts, strong, words


def method(texts: Texts) -> Section:
    """Explain every kind of number, and what the model does not know."""
    own = tuple(
        Definition(
            strong(texts(title)), words(texts(sentence)), origin_anchor(Origin(OriginKind.METHOD, key))
        )
        for key, (title, sentence) in METHODS.items()
    )
    unknown = (
        texts("Jobs by activity and city after 2020, and exports by country, were never published."),
        texts("What happened after the French law of 11 August 2026 came into force is not known yet."),
        texts(
            "How many subsidised jobs are additional is an estimate of our own; so is the reach of every lever."
        ),
        texts("The budget of the programme and how much of it is used were not found."),
    )
    return Section(
        "method",
        texts("Method in short"),
        (
            DefinitionList(own),
            Heading(texts("What nobody knows")),
            BulletList(tuple(words(one) for one in unknown)),
        ),
        appendix=True,
    )


def sources(ground: Ground, texts: Texts) -> Section:
    """List every fact and document that a number of the paper rests on."""
    return Section(
        "sources", texts("Sources and how far to trust them"), tuple(listed(ground, texts)), appendix=True
    )


def record(material: Material, texts: Texts) -> Section:
    """Show all that is needed to compute the same result again."""
    entries: list[tuple[str, Parts]] = [
        (key, (Code(str(value)),))
        for key, value in sorted(material.outlook.record.items())
        if not isinstance(value, dict)
    ]
    found = tuple(Definition(words(term), meaning) for term, meaning in entries)
    opening = texts("The same record gives the same result.")
    return Section(
        "record",
        texts("Record of the run"),
        (Paragraph(words(opening)), DefinitionList(found)),
        appendix=True,
    )
