"""The answer first: how likely the targets are, what binds, which lever helps, and what to do with it."""

from __future__ import annotations

from jiwar.outlook.answers import Chance, Effect, Taken
from jiwar.outlook.answers.answering import AIMED, aims
from jiwar.outlook.answers.reach import pulls
from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Definition,
    DefinitionList,
    DefinitionStyle,
    Heading,
    Inline,
    Number,
    Paragraph,
    Parts,
    Section,
)
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import lever, limit, quantity, setting, value_text
from jiwar.report.outlook.numbers import (
    amount,
    chance_of,
    count,
    count_text,
    facts,
    method,
    share,
    spread,
)
from jiwar.report.outlook.sections.levers import change_text, works
from jiwar.report.outlook.sections.state import three_digits
from jiwar.report.texts import Texts, join, words
from jiwar.report.words import N_

_LIKELY, _UNLIKELY = 0.5, 0.2
_JOBS = ("sector/jobs_sector/2024", "sector/jobs_sector/2022")
_EXPORTS = "sector/exports_digital_outsourcing_new/2024"
_MISSING = {
    "demand": N_("demand from clients"),
    "talent": N_("enough people"),
    "seats": N_("seats"),
    "ramp": N_("room for firms to grow faster"),
}
_CHANCE = method("outlook-model", "chances", "definitions")


def summary(material: Material, texts: Texts) -> Section:
    """Answer in a few sentences and figures."""
    chances = main_chances(material)
    blocks: list[Block] = [
        _verdict(chances, material, texts),
        _figures(material, texts),
        Heading(texts("Why")),
        BulletList(_why(material, texts)),
        Heading(texts("What to do")),
        BulletList(_todo(material, texts)),
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
    jobs, exports = chances.get("jobs"), chances.get("exports_new")
    if jobs is None or exports is None:
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
    return Callout(kind, titles[kind], (Paragraph(_three_sentences(chances, material, texts), lead=True),))


def _three_sentences(chances: dict[str, Chance], material: Material, texts: Texts) -> Parts:
    """Say how likely jobs are, how likely exports are and on which statistics, and what holds both back."""
    year, answers = material.answers.year, material.answers
    jobs, exports, old = chances["jobs"], chances["exports_new"], chances.get("exports_old")
    of_jobs = texts.parts(
        "{jobs} in {year} have a chance of {chance}; the middle path has {middle}.",
        jobs=value_text(texts, "jobs", jobs.value),
        year=str(year),
        chance=chance_of(texts, jobs.chance, _CHANCE),
        middle=count(texts, jobs.middle),
    )
    told: dict[str, Inline | str] = {
        "value": value_text(texts, "exports_new", exports.value),
        "chance": chance_of(texts, exports.chance, _CHANCE),
    }
    if old is None:
        of_exports = texts.parts(
            "Exports of {value} have a chance of {chance} on the new statistics.", **told
        )
    else:
        of_exports = texts.parts(
            "Exports of {value} have a chance of {chance} on the new statistics, and of {other} on the old ones, on "
            "which the target was set.",
            **told,
            other=chance_of(texts, old.chance, _CHANCE),
        )
    best, limits = _best(answers.effects, "jobs"), texts(_MISSING[_tightest(material)])
    if best is None:
        held = texts.parts(
            "What is most often missing is {limit}; no lever of policy works so soon.", limit=limits
        )
    else:
        held = texts.parts(
            "What is most often missing is {limit}, and the lever that adds most jobs is: {lever}.",
            limit=limits,
            lever=lever(texts, best.lever),
        )
    return join(of_jobs, of_exports, held)


def _tightest(material: Material) -> str:
    binds = material.answers.binds
    return max(binds.kinds, key=lambda kind: binds.at(material.answers.year, kind))


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
        edges = texts("Eight in ten paths: {spread}", spread=spread(texts, three, how))
        items.append(Definition(words(f"{words_of_it}. {edges}"), (number,)))
    return DefinitionList(tuple(items), DefinitionStyle.KEY_FIGURES)


def _why(material: Material, texts: Texts) -> tuple[Parts, ...]:
    """Say what holds growth back, which pace the target asks for, and what it means for value and trade."""
    answers = material.answers
    year, binds = answers.year, answers.binds
    order = sorted(binds.kinds, key=lambda kind: -binds.at(year, kind))[:2]
    first, second = (binds.at(year, kind) for kind in order)
    points = [
        texts.parts(
            "In {year}, “{limit}” holds {share} of the paths back, and “{other}” {rest}.",
            year=str(year),
            limit=limit(texts, order[0]),
            share=share(texts, first),
            other=limit(texts, order[1]),
            rest=share(texts, second),
        )
    ]
    if year == AIMED:
        points += [_pace(material, texts), _upgrading(material, texts)]
    points.append(
        texts.parts(
            "The growth to {year} is {part} of the goods deficit of 2025: it diversifies what the country earns and "
            "does not close the gap.",
            year=str(year),
            part=share(
                texts, answers.trade.of_deficit[1], (*method("trade"), *facts("sector/ma_goods_deficit/2025"))
            ),
        )
    )
    return tuple(points)


def _pace(material: Material, texts: Texts) -> Parts:
    """Set the jobs a year that the target asks for against those of late."""
    now, before = (material.facts.get(key).value for key in _JOBS)
    goal = aims(material.facts)[0]
    return texts.parts(
        "The target asks for {needed} more jobs every year; in 2022 to 2024 there were {lately} more a year.",
        needed=count(texts, (goal - now) / (AIMED - 2024), facts(_JOBS[0]), exact=True),
        lately=count(texts, (now - before) / 2, facts(*_JOBS), exact=True),
    )


def _upgrading(material: Material, texts: Texts) -> Parts:
    """Set the value per job that both targets mean against today's."""
    jobs, exports = aims(material.facts)
    now = material.facts.get(_EXPORTS).value / material.facts.get(_JOBS[0]).value / 1e3
    goal = 1e6 * exports / jobs
    template = (
        N_(
            "Both targets together mean {goal} thousand MAD of exports per job, less than the {now} of 2024 on the new "
            "statistics: they ask for more jobs rather than better ones."
        )
        if goal < now
        else N_("Both targets together mean {goal} thousand MAD of exports per job, against {now} in 2024.")
    )
    return texts.parts(
        template,
        goal=amount(texts, goal, facts("sector/target_exports_DM2030/2030")),
        now=amount(texts, now, facts(_EXPORTS, _JOBS[0])),
    )


def _todo(material: Material, texts: Texts) -> tuple[Parts, ...]:
    """Say which levers help, what an even chance takes, and what a job costs the State."""
    answers = material.answers
    points = [
        *(
            _lever_point(effect, texts)
            for effect in (_best(answers.effects, name) for name in ("jobs", "exports_new"))
            if effect is not None
        ),
        *(_taking_point(taken, texts) for taken in answers.taken if taken.wish.chance == _LIKELY),
    ]
    cost = answers.cost
    if cost.against is not None:
        points.append(
            texts.parts(
                "A job that is there in {year} because of the employment premium has cost the State {cost} MAD in the "
                "middle ({spread}).",
                year=str(cost.last),
                cost=Number(
                    count_text(texts, three_digits(cost.against[1])), method("cost-per-job"), cost.against[1]
                ),
                spread=texts(
                    "{low} to {high}",
                    low=count_text(texts, three_digits(cost.against[0])),
                    high=count_text(texts, three_digits(cost.against[2])),
                ),
            )
        )
    return tuple(points)


def _best(effects: tuple[Effect, ...], name: str) -> Effect | None:
    """Return the lever that adds most to a quantity; None when none works."""
    helpful = [one for one in effects if one.quantity == name and one.change > 0 and works(one)]
    return max(helpful, key=lambda one: one.change, default=None)


def _lever_point(effect: Effect, texts: Texts) -> Parts:
    change = change_text(texts, effect)
    unit = N_("{number} jobs") if effect.quantity == "jobs" else N_("{number} billion MAD")
    return texts.parts(
        "“{lever}” does most for {quantity}: {change} at the end of its reach ({setting}).",
        quantity=quantity(texts, effect.quantity),
        lever=lever(texts, effect.lever),
        change=Number(texts(unit, number=change), method("levers"), effect.change),
        setting=setting(texts, pulls({effect.lever: 1.0})[0]),
    )


def _taking_point(taken: Taken, texts: Texts) -> Parts:
    value = value_text(texts, taken.wish.quantity, taken.wish.value)
    if not taken.reached:
        return texts.parts(
            "An even chance of {value} is out of reach: with every lever at its end the chance is {most}, and an even "
            "chance goes with {gets}.",
            value=value,
            most=chance_of(texts, taken.most, method("what-it-would-take")),
            gets=Number(
                value_text(texts, taken.wish.quantity, taken.gets), method("what-it-would-take"), taken.gets
            ),
        )
    if not taken.pulls:
        return texts.parts("{value} have at least an even chance without anything more.", value=value)
    mix = texts.listed(tuple(f"{lever(texts, pull.lever)} ({setting(texts, pull)})" for pull in taken.pulls))
    return texts.parts("An even chance of {value} takes: {mix}.", value=value, mix=mix)
