"""What it would take: the smallest mix of levers that gives a target an even chance, or four in five."""

from __future__ import annotations

from jiwar.outlook.answers import Taken
from jiwar.report.blocks import Align, Block, Column, Heading, Narrow, Number, Paragraph, Row, Section, Table
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import lever, setting, value_text
from jiwar.report.outlook.numbers import chance_of, method, share
from jiwar.report.texts import Texts, words

_GROUND = method("outlook-model", "what-it-would-take")


def taking(material: Material, texts: Texts) -> Section | None:
    """Tell, for every wish, which mix fulfils it."""
    if not material.answers.taken:
        return None
    opening = texts(
        "Effort 1 is one lever pulled to the end of its reach. The measure is our own: nobody publishes what the "
        "levers cost."
    )
    blocks: list[Block] = [Paragraph(words(opening))]
    for taken in material.answers.taken:
        blocks.extend(_told(taken, texts))
    return Section("taking", texts("What it would take"), tuple(blocks))


def _told(taken: Taken, texts: Texts) -> list[Block]:
    wish = taken.wish
    title = texts(
        "{value} in {year} with a chance of {chance}",
        value=value_text(texts, wish.quantity, wish.value),
        year=str(wish.year),
        chance=texts.form.share(wish.chance),
    )
    heading = Heading(title)
    before = chance_of(texts, taken.before, _GROUND)
    chance = chance_of(texts, taken.chance, _GROUND)
    if not taken.reached:
        said = texts.parts(
            "Nothing plausible reaches it: with every lever that helps at the end of its reach the chance is {most}; "
            "without them it is {before}. All of them together give {gets} with a chance of {wanted}.",
            most=chance_of(texts, taken.most, _GROUND, wanted=wish.chance),
            before=before,
            gets=Number(value_text(texts, wish.quantity, taken.gets), _GROUND, taken.gets),
            wanted=texts.form.share(wish.chance),
        )
        return [heading, Paragraph(said)]
    if not taken.pulls:
        said = texts.parts("Nothing more is needed: the chance is {before}.", before=before)
        return [heading, Paragraph(said)]
    said = texts.parts(
        "Effort {effort}. The chance rises from {before} to {chance} ({fresh} on fresh draws); with every lever at its "
        "end it would be {most}.",
        effort=Number(texts.form.number(taken.effort, 1), _GROUND, taken.effort),
        before=before,
        chance=chance,
        fresh=chance_of(texts, taken.fresh, _GROUND),
        most=chance_of(texts, taken.most, _GROUND),
    )
    return [heading, Paragraph(said), _table(taken, texts, title)]


def _table(taken: Taken, texts: Texts, title: str) -> Table:
    columns = (
        Column(texts("Lever")),
        Column(texts("Set to")),
        Column(texts("Part of its reach"), Align.NUMBER),
    )
    rows = tuple(
        Row(
            (
                words(lever(texts, pull.lever)),
                words(setting(texts, pull)),
                (share(texts, pull.part, _GROUND),),
            )
        )
        for pull in taken.pulls
    )
    return Table(texts("The smallest mix found for {title}.", title=title), columns, rows, Narrow.STACK)
