"""The method in short: how options are made and priced, how the plan is chosen, what is not in it."""

from __future__ import annotations

from jiwar.provenance import Origin, OriginKind
from jiwar.report.anchors import origin_anchor
from jiwar.report.blocks import Block, Definition, DefinitionList, Heading, Paragraph, Section
from jiwar.report.context import ReportContext
from jiwar.report.methods import METHODS
from jiwar.report.texts import Texts, strong, words


def method(context: ReportContext, texts: Texts) -> Section:
    """Explain every kind of number that the paper makes itself."""
    del context  # the method is the same for every run
    own = tuple(
        Definition(strong(texts(title)), words(texts(sentence)), _anchor(key))
        for key, (title, sentence) in METHODS.items()
    )
    blocks: tuple[Block, ...] = (
        DefinitionList(own),
        Heading(texts("What is not in these numbers")),
        Paragraph(
            words(
                texts(
                    "Taxes on profit, the tax on a function that moves abroad, prices between related "
                    "companies and effects on the balance sheet are not computed; they stand as questions. The "
                    "cost of bringing work back is shown apart and is not in the saving. State support is "
                    "counted only where the line says so."
                )
            )
        ),
    )
    return Section("method", texts("Method in short"), blocks, appendix=True)


def _anchor(key: str) -> str:
    return origin_anchor(Origin(OriginKind.METHOD, key))
