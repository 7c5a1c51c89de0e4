"""The register of data flows of what the plan moves: kinds, roles, access, instrument, verdict."""

from __future__ import annotations

from jiwar.report.blocks import Column, Narrow, Row, Table
from jiwar.report.further import DataFlow
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import engagement, verdict


def register(found: tuple[DataFlow, ...], texts: Texts) -> Table:
    """Show every data flow at every site to which the plan moves its work packages."""
    columns = (
        Column(texts("Data flow")),
        Column(texts("Work packages")),
        Column(texts("To")),
        Column(texts("Kinds of data")),
        Column(texts("Roles")),
        Column(texts("Access")),
        Column(texts("Transfer instrument")),
        Column(texts("Verdict")),
        Column(texts("Legal basis"), below=True),
    )
    rows = tuple(
        Row(
            (
                words(one.name),
                words(texts.listed(one.packages)),
                words(
                    texts("{site}, {engagement}", site=one.site, engagement=engagement(texts, one.engagement))
                ),
                words(texts.listed(one.categories)),
                words(one.roles),
                words(one.access),
                words(one.instrument),
                words(verdict(texts, one.verdict)),
                words("; ".join(one.citations) or NOTHING),
            )
        )
        for one in found
    )
    caption = texts(
        "Data flows of what moves, with what the case says of them. A verdict holds for the day of the start; it "
        "is signed off by the data-protection officer, not by this paper."
    )
    return Table(caption, columns, rows, Narrow.STACK)
