"""What the growth means for the trade of the country."""

from __future__ import annotations

from jiwar.outlook.answers.trade import DEFICIT, DEFICIT_BEFORE
from jiwar.report.blocks import Align, Column, Number, Paragraph, Row, RowKind, Section, Table
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import earner
from jiwar.report.outlook.numbers import MODEL, amount, facts, method, share, spread
from jiwar.report.texts import Texts, words

_GROUND = (*method("outlook-model", "trade"), *facts(DEFICIT))


def trade(material: Material, texts: Texts) -> Section:
    """Set the increment against the deficit and the other earners of currency."""
    found = material.answers.trade
    said = texts.parts(
        "From 2025 to {year} exports grow by {growth} billion MAD in the middle ({spread}). That is {part} of the "
        "goods deficit of 2025, and {times} times the amount by which that deficit widened in 2025 alone.",
        year=str(found.year),
        growth=amount(texts, found.growth_bn[1], _GROUND),
        spread=spread(texts, found.growth_bn),
        part=share(texts, found.of_deficit[1], _GROUND),
        times=Number(
            texts.form.number(found.of_widening, 2), (*_GROUND, *facts(DEFICIT_BEFORE)), found.of_widening
        ),
    )
    german = texts.parts(
        "Of the exports of {year}, Germany buys {share} ({spread}), about {bn} billion MAD: an estimate of our own, "
        "since no statistics show services between the two countries.",
        share=share(texts, found.german[1], method("outlook-model", "trade")),
        year=str(found.year),
        spread=spread(texts, found.german, "share"),
        bn=amount(texts, found.german_bn[1], method("outlook-model", "trade")),
    )
    columns = (
        Column(texts("Earner of foreign currency, 2025")),
        Column(texts("Exports or receipts"), Align.NUMBER, texts("billion MAD")),
    )
    growth = texts("Growth of this sector to {year}", year=str(found.year))
    rows = [
        Row(
            (words(earner(texts, name)), (amount(texts, bn, facts(key)),)),
            RowKind.SUBTOTAL if name == "sector" else RowKind.BODY,
        )
        for name, bn, key in found.earners
    ]
    rows.append(Row((words(growth), (amount(texts, found.growth_bn[1], MODEL),)), RowKind.TOTAL))
    table = Table(texts("What the country earns abroad."), columns, tuple(rows))
    return Section("trade", texts("What it means for trade"), (Paragraph(said), Paragraph(german), table))
