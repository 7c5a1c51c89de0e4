"""The chance of every target, on the statistics that it was set on and on the others."""

from __future__ import annotations

from jiwar.outlook.answers import Chance
from jiwar.report.blocks import Align, Block, Column, Narrow, Note, Paragraph, Parts, Row, Section, Table
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import quantity, value_text
from jiwar.report.outlook.numbers import chance_of, facts, method, share
from jiwar.report.texts import NOTHING, Texts, words

_HITS = ("sector/target_hit_rate_jobs/2009-2020", "sector/target_hit_rate_revenue/2009-2020")


def targets(material: Material, texts: Texts) -> Section:
    """Show how likely each target is."""
    opening = texts(
        "A target belongs to the statistics it was set on. The export targets of 2024 stand on the old ones; in the "
        "new ones the same sector is larger, so the same number is easier to reach and means less."
    )
    blocks: list[Block] = [Paragraph(words(opening)), _table(material, texts), Note(_past(material, texts))]
    both = material.answers.both
    if both is not None:
        together = texts.parts(
            "Chance of both targets of {year} together, exports on the new statistics: {chance}.",
            year=str(material.answers.year),
            chance=chance_of(texts, both, method("outlook-model", "chances")),
        )
        blocks.insert(2, Paragraph(together))
    return Section("targets", texts("Which targets hold"), tuple(blocks))


def _table(material: Material, texts: Texts) -> Table:
    columns = (
        Column(texts("Target")),
        Column(texts("Year"), Align.NUMBER),
        Column(texts("Measured on")),
        Column(texts("Chance"), Align.NUMBER),
        Column(texts("Middle outcome"), Align.NUMBER),
    )
    rows = tuple(_row(chance, texts) for chance in material.answers.chances)
    caption = texts("Chance of each target: share of the paths on which it is reached in its year.")
    return Table(caption, columns, rows, Narrow.STACK)


def _row(chance: Chance, texts: Texts) -> Row:
    target = chance.target
    key = "jobs" if target.quantity == "jobs" else f"exports_{chance.definition}"
    measured = NOTHING
    if target.quantity == "exports":
        measured = quantity(texts, key)
        if target.key.endswith("same_multiple"):
            measured = texts(
                "{measured} (nobody’s target: the same multiple, for comparison)", measured=measured
            )
        elif chance.own:
            measured = texts("{measured} (as it was set)", measured=measured)
    ground = method("outlook-model", "chances", "definitions")
    value: Parts = words(value_text(texts, key, chance.middle))
    return Row(
        (
            words(value_text(texts, key, chance.value)),
            words(str(target.year)),
            words(measured),
            (chance_of(texts, chance.chance, ground),),
            value,
        )
    )


def _past(material: Material, texts: Texts) -> Parts:
    jobs, revenue = (material.facts.get(key) for key in _HITS)
    return texts.parts(
        "Earlier plans reached {jobs} of their jobs and {revenue} of their revenue on average (2015 and 2020).",
        jobs=share(texts, jobs.value, facts(jobs.key)),
        revenue=share(texts, revenue.value, facts(revenue.key)),
    )
