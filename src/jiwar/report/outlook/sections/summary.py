"""The answer first: how likely the targets are, what binds, which lever helps, and what to do with it."""

from __future__ import annotations

from jiwar.outlook.answers import Chance, Effect, Taken
from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Definition,
    DefinitionList,
    DefinitionStyle,
    Number,
    Paragraph,
    Parts,
    Section,
)
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import lever, limit, quantity, setting, value_text
from jiwar.report.outlook.numbers import amount, chance_of, count, facts, method, share, spread
from jiwar.report.outlook.sections.levers import change_text
from jiwar.report.texts import Texts, join, words

_LIKELY, _UNLIKELY = 0.5, 0.2
_CHANCE = method("outlook-model", "chances", "definitions")


def summary(material: Material, texts: Texts) -> Section:
    """Answer in a few sentences and figures."""
    chances = main_chances(material)
    blocks: list[Block] = [
        _verdict(chances, material, texts),
        _figures(material, texts),
        BulletList(_points(material, texts)),
    ]
    return Section("summary", texts("The answer"), tuple(blocks))


def main_chances(material: Material) -> dict[str, Chance]:
    """Return the chances of the targets of the asked year: jobs, exports on the new and on the old statistics."""
    year = material.answers.year
    return {
        "jobs" if one.target.quantity == "jobs" else f"exports_{one.definition}": one
        for one in material.answers.chances
        if one.target.key in {f"jobs_{year}", f"exports_{year}"}
    }


def _verdict(chances: dict[str, Chance], material: Material, texts: Texts) -> Callout:
    year = str(material.answers.year)
    jobs, exports, both = chances.get("jobs"), chances.get("exports_new"), material.answers.both
    if jobs is None or exports is None or both is None:
        said = words(texts("No target of the strategy falls into the years of this run."))
        return Callout(
            CalloutKind.NOTE,
            texts("The outlook to {year}", year=str(material.outlook.until)),
            (Paragraph(said),),
        )
    worst = min(jobs.chance, exports.chance)
    kind = CalloutKind.YES if worst >= _LIKELY else CalloutKind.NO if worst < _UNLIKELY else CalloutKind.PART
    titles = {
        CalloutKind.YES: texts("The targets of {year} are more likely met than missed", year=year),
        CalloutKind.PART: texts("The targets of {year} are open", year=year),
        CalloutKind.NO: texts("The targets of {year} will hardly all be met", year=year),
    }
    said = texts.parts(
        "{jobs} are reached in {year} with a chance of {chance}, {exports} with {other} on the new statistics, both "
        "together with {both}.",
        jobs=value_text(texts, "jobs", jobs.value),
        year=year,
        chance=chance_of(texts, jobs.chance, _CHANCE),
        exports=value_text(texts, "exports_new", exports.value),
        other=chance_of(texts, exports.chance, _CHANCE),
        both=chance_of(texts, both, _CHANCE),
    )
    old = chances.get("exports_old")
    if old is not None:
        said = join(
            said,
            texts.parts(
                "On the statistics on which the export target was set, its chance is {chance}.",
                chance=chance_of(texts, old.chance, _CHANCE),
            ),
        )
    return Callout(kind, titles[kind], (Paragraph(said, lead=True),))


def _figures(material: Material, texts: Texts) -> DefinitionList:
    fans, year = material.answers.fans, material.answers.year
    asked = (
        ("jobs", texts("jobs in {year}, middle path", year=str(year)), "count"),
        ("exports_new", texts("billion MAD of exports in {year}, middle path", year=str(year)), "amount"),
        (
            "value_per_job",
            texts("thousand MAD of exports per job in {year}, middle path", year=str(year)),
            "amount",
        ),
    )
    items = []
    for name, words_of_it, how in asked:
        fan = fans[name]
        three = (fan.at(year, 0.1), fan.at(year), fan.at(year, 0.9))
        number = count(texts, three[1]) if how == "count" else amount(texts, three[1])
        edges = texts("P10 to P90: {spread}", spread=spread(texts, three, how))
        items.append(Definition(words(f"{words_of_it}. {edges}"), (number,)))
    return DefinitionList(tuple(items), DefinitionStyle.KEY_FIGURES)


def _points(material: Material, texts: Texts) -> tuple[Parts, ...]:
    answers = material.answers
    year = answers.year
    binds = {kind: answers.binds.at(year, kind) for kind in answers.binds.kinds}
    tightest = max(binds, key=lambda kind: binds[kind])
    points = [
        texts.parts(
            "What holds growth back in {year}: most often “{limit}”, on {share} of the paths.",
            year=str(year),
            limit=limit(texts, tightest),
            share=share(texts, binds[tightest]),
        ),
        _lever_point(_best(answers.effects, "jobs"), texts),
        _lever_point(_best(answers.effects, "exports_new"), texts),
        *(_taking_point(taken, texts) for taken in answers.taken if taken.wish.chance == _LIKELY),
        texts.parts(
            "The growth to {year} is {part} of the goods deficit of 2025: it diversifies what the country earns and "
            "does not close the gap.",
            year=str(year),
            part=share(
                texts, answers.trade.of_deficit[1], (*method("trade"), *facts("sector/ma_goods_deficit/2025"))
            ),
        ),
    ]
    return tuple(points)


def _best(effects: tuple[Effect, ...], name: str) -> Effect:
    return max((one for one in effects if one.quantity == name), key=lambda one: one.change)


def _lever_point(effect: Effect, texts: Texts) -> Parts:
    change = change_text(texts, effect)
    unit = "{number} jobs" if effect.quantity == "jobs" else "{number} billion MAD"
    return texts.parts(
        "The lever that adds most ({quantity}): {lever}, {change} at the end of its reach.",
        quantity=quantity(texts, effect.quantity),
        lever=lever(texts, effect.lever),
        change=Number(texts(unit, number=change), method("levers"), effect.change),
    )


def _taking_point(taken: Taken, texts: Texts) -> Parts:
    value = value_text(texts, taken.wish.quantity, taken.wish.value)
    if not taken.reached:
        return texts.parts(
            "An even chance of {value} is out of reach of policy: with every lever at its end it is {most}.",
            value=value,
            most=chance_of(texts, taken.most, method("what-it-would-take")),
        )
    if not taken.pulls:
        return texts.parts("{value} have at least an even chance without anything more.", value=value)
    mix = texts.listed(tuple(f"{lever(texts, pull.lever)} ({setting(texts, pull)})" for pull in taken.pulls))
    return texts.parts("An even chance of {value} takes: {mix}.", value=value, mix=mix)
