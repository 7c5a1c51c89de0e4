"""The limits that options share, how much the plan uses of them, and which of them bind."""

from __future__ import annotations

from dataclasses import replace

from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Narrow,
    Note,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Strong,
    Table,
)
from jiwar.report.context import LimitUse, OtherWorld, ReportContext
from jiwar.report.quantities import money_text, people_text, quantity_text
from jiwar.report.sections.cells import thousand_cell
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import N_, limit_name

_NEARLY_USED_UP = 0.7


def limits(context: ReportContext, texts: Texts) -> Section:
    """Show which limits shaped the plan."""
    title = texts("Limits that bind")
    if not context.limits:
        empty = Paragraph(words(texts("The case sets no limit that options share.")))
        return Section("limits", title, (empty, *_worths(context.worths, texts)))
    merged = told_limits(context.limits, texts)
    near = tuple(one for one in merged if one.binds or one.keeps_out or _use(one) >= _NEARLY_USED_UP)
    blocks: list[Block] = [Paragraph(words(_opening(context, texts)))]
    if near:
        blocks.append(_table(near, texts))
    if len(near) < len(merged):
        far = len(merged) - len(near)
        sentence = texts.plural(
            "{count} further limit is less than {share} used up.",
            "{count} further limits are less than {share} used up.",
            far,
            count=texts.form.number(far),
            share=texts.form.share(_NEARLY_USED_UP),
        )
        blocks.append(Note(words(sentence)))
    blocks += _worths(context.worths, texts)
    return Section("limits", title, tuple(blocks))


_WORLDS = {
    "without_site": N_("without {about}"),
    "without_limit": N_("without the limit: {about}"),
    "without_field": N_("if nothing were blocked by: {about}"),
    "more_people": N_("one person more to hire each quarter: {about}"),
}


def _worths(found: tuple[OtherWorld, ...], texts: Texts) -> tuple[Block, ...]:
    """Show what the best plan would cost in worlds that differ in one thing, when that was asked."""
    if not found:
        return ()
    unit = texts("thousand EUR")
    columns = (
        Column(texts("What differs")),
        Column(texts("Change of the best cost"), Align.NUMBER, unit),
        Column(texts("At least"), Align.NUMBER, unit),
        Column(texts("At most"), Align.NUMBER, unit),
    )
    rows = tuple(
        Row(
            (
                words(texts(_WORLDS[one.world], about=one.about)),
                words(texts("no plan")) if one.change_eur is None else thousand_cell(texts, one.change_eur),
                thousand_cell(texts, one.least_eur),
                thousand_cell(texts, one.most_eur),
            )
        )
        for one in found
    )
    caption = texts("What each site, limit, field of law and labour market is worth to the best plan.")
    note = texts(
        "Against the best plan of the case, on mid values, present value. Above zero, the thing is worth so much; "
        "below zero, it costs so much. The range is what both searches leave open. Law cannot be left out: its lines "
        "say what unblocking would be worth."
    )
    return (
        Heading(texts("What a site or a limit is worth")),
        Table(caption, columns, rows),
        Note(words(note)),
    )


def told_limits(found: tuple[LimitUse, ...], texts: Texts) -> tuple[LimitUse, ...]:
    """Limits of one family with the same figures are told in one row."""
    groups: dict[tuple[object, ...], list[LimitUse]] = {}
    for one in found:
        key = (one.family, one.limit.value, round(one.used.value, 3), one.unit, one.keeps_out, one.at_least)
        groups.setdefault(key, []).append(one)
    return tuple(
        replace(group[0], about=texts.listed(tuple(one.about for one in group if one.about)))
        for group in groups.values()
    )


def _use(one: LimitUse) -> float:
    """How much of a limit is used: 1 when nothing is left, for a floor when it is just reached."""
    part, whole = (one.limit.value, one.used.value) if one.at_least else (one.used.value, one.limit.value)
    return part / whole if whole > 0 else 0.0


def _opening(context: ReportContext, texts: Texts) -> str:
    shaping = [one for one in context.limits if one.keeps_out]
    if shaping:
        names = texts.listed(tuple(dict.fromkeys(_name(one, texts) for one in shaping)))
        return texts("Cheaper options exist that only these limits keep out: {names}.", names=names)
    if any(one.binds for one in context.limits):
        return texts("Some limits are used up, but none of them alone keeps a cheaper option out.")
    return texts("No limit binds: the plan would be the same without any of them.")


def _table(shown: tuple[LimitUse, ...], texts: Texts) -> Table:
    columns = (
        Column(texts("Limit")),
        Column(texts("Allowed"), Align.NUMBER),
        Column(texts("In the plan"), Align.NUMBER),
        Column(texts("Tightest in")),
        Column(texts("Used up")),
        Column(texts("Cheaper options kept out"), Align.NUMBER),
    )
    ordered = sorted(shown, key=lambda one: (-one.keeps_out, not one.binds))
    rows = tuple(_row(one, texts) for one in ordered)
    return Table(texts("Limits and their use at the tightest moment."), columns, rows, Narrow.STACK)


def _row(one: LimitUse, texts: Texts) -> Row:
    binds: Parts = (Strong(texts("yes")),) if one.binds else words(texts("no"))
    allowed = _text(one.limit.value, one.unit, texts)
    bound = (
        texts("at least {amount}", amount=allowed)
        if one.at_least
        else texts("at most {amount}", amount=allowed)
    )
    return Row(
        (
            words(_name(one, texts)),
            (Number(bound, one.limit.origins, one.limit.value),),
            (_quantity(one.used, one.unit, texts),),
            words(NOTHING if one.when is None else texts.form.quarter(one.when)),
            binds,
            words(texts.form.number(one.keeps_out)),
        )
    )


def _name(one: LimitUse, texts: Texts) -> str:
    name = limit_name(texts, one.family)
    return texts("{limit} ({about})", limit=name, about=one.about) if one.about else name


def _quantity(amount: Amount, unit: str, texts: Texts) -> Number:
    return Number(_text(amount.value, unit, texts), amount.origins, amount.value)


def _text(value: float, unit: str, texts: Texts) -> str:
    if unit == "EUR":
        return money_text(texts, value)
    if unit == "share":
        return texts.form.share(value)
    if unit in {"people", "sites"}:  # the name of the limit says of what
        return people_text(texts, value)
    return quantity_text(texts, value, unit)
