"""Pilots that may grow at a decision gate, what shows there, and what waiting and knowing more are worth."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.report.blocks import Block, BulletList, Number, Paragraph, Parts
from jiwar.report.further import Course, InScenarios, Knowing, LaterDecision, Pilot, Shown
from jiwar.report.quantities import money, month_text, quantity_text, share
from jiwar.report.texts import Texts, join, words


def pilots(found: tuple[Pilot, ...], texts: Texts) -> Iterator[Block]:
    """Say of each pilot how often it grows, stays or is given up, and what shows it."""
    if found:
        yield BulletList(tuple(_pilot(one, texts) for one in found))
        said = texts(
            "Tables and draws of this paper count each pilot as it begins; only the scenarios that the plan was "
            "chosen for count what becomes of it."
        )
        yield Paragraph(words(said))


def _pilot(one: Pilot, texts: Texts) -> Parts:
    begin = texts.parts(
        "{package}: pilot of {share} in {site} from {start}, in {scenarios} scenarios:",
        package=one.package,
        share=share(texts, one.share),
        site=one.site,
        start=month_text(texts, one.start),
        scenarios=texts.form.number(one.scenarios),
    )
    ways = [_grows(one, course, texts) for course in one.courses if course.scenarios]
    if one.stays:
        ways.append(texts.parts("in {number} it stays as it is", number=texts.form.number(one.stays)))
    if one.leaves:
        ways.append(texts.parts("in {number} the work goes home", number=texts.form.number(one.leaves)))
    shown = (_shown(sign, texts) for sign in one.shown)
    told = tuple(part for index, way in enumerate(ways) for part in ((*words("; "), *way) if index else way))
    return join(begin, (*told, *words(".")), *shown)


def _grows(one: Pilot, course: Course, texts: Texts) -> Parts:
    return texts.parts(
        "in {number} it grows to {share} from {begins}, decided at the gate in {gate}",
        number=texts.form.number(course.scenarios),
        share=share(texts, one.grows_to),
        begins=month_text(texts, course.begins),
        gate=month_text(texts, course.gate),
    )


def _shown(sign: Shown, texts: Texts) -> Parts:
    return texts.parts(
        "What shows it: {name} is {grows} in the mean where it grows, {otherwise} where it does not.",
        name=sign.name,
        grows=Number(quantity_text(texts, sign.grows.value, sign.unit), sign.grows.origins, sign.grows.value),
        otherwise=Number(
            quantity_text(texts, sign.otherwise.value, sign.unit),
            sign.otherwise.origins,
            sign.otherwise.value,
        ),
    )


def later_decision(found: LaterDecision, texts: Texts) -> Paragraph:
    """Say in one sentence what deciding at the first gate would be worth."""
    gate, most = month_text(texts, found.gate), money(texts, found.most_eur)
    if found.most_eur.value < 0.0:
        return Paragraph(
            texts.parts(
                "Deciding in {gate} instead of now would cost at least {most} more in the mean, even if everything "
                "were known then: waiting does not pay.",
                gate=gate,
                most=most,
            )
        )
    if found.least_eur is None:
        return Paragraph(
            texts.parts(
                "Deciding in {gate} instead of now would be worth {most} in the mean at most, if everything were known "
                "then.",
                gate=gate,
                most=most,
            )
        )
    least = money(texts, found.least_eur)
    if found.least_eur.value > 0.0:
        return Paragraph(
            texts.parts(
                "Deciding in {gate} instead of now would save {least} in the mean even if nothing more were known "
                "then, and {most} at most: wait.",
                gate=gate,
                least=least,
                most=most,
            )
        )
    return Paragraph(
        texts.parts(
            "Deciding in {gate} instead of now would cost {least} more in the mean if nothing more were known then, "
            "and save {most} at most if everything were: wait only for news that is worth more than the delay.",
            gate=gate,
            least=least,
            most=most,
        )
    )


def knowing(found: Knowing, texts: Texts) -> Paragraph:
    """Say what knowing the future would be worth, and what planning for all futures is worth."""
    most = texts.parts(
        "Knowing the future before deciding would be worth {most} in the mean at most: no study of the market is "
        "worth more.",
        most=money(texts, found.most_eur),
    )
    extra = found.mean_plan_extra_eur
    if extra is None:
        other = words(texts("The plan for the mean of all scenarios is no plan in some of them."))
    elif extra.value <= 0.0:
        other = words(texts("The plan for the mean of all scenarios costs no more than this one."))
    else:
        other = texts.parts(
            "The plan for the mean of all scenarios would cost {extra} more in the mean.",
            extra=money(texts, extra),
        )
    return Paragraph(join(most, other))


def in_scenarios(found: InScenarios, texts: Texts) -> Paragraph:
    """Say what the plan and staying cost in the scenarios that the plan was chosen for."""
    cost = texts.parts(
        "In the {count} scenarios that the plan was chosen for, what becomes of pilots counted, it costs {plan} in "
        "the mean.",
        count=texts.form.number(found.scenarios),
        plan=money(texts, found.plan_eur),
    )
    if found.staying_eur is None:
        return Paragraph(join(cost, words(texts("The limits of the case rule staying out."))))
    dearer, cheaper = found.staying_eur - found.plan_eur, found.plan_eur - found.staying_eur
    there = money(texts, found.staying_eur)
    staying = (
        texts.parts(
            "Staying costs {staying} there, {difference} more.",
            staying=there,
            difference=money(texts, dearer),
        )
        if dearer.value >= 0.0
        else texts.parts(
            "Staying costs {staying} there, {difference} less.",
            staying=there,
            difference=money(texts, cheaper),
        )
    )
    return Paragraph(join(cost, staying))
