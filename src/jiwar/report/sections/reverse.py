"""What would reverse the decision: one driver alone, two together, named scenarios, and what weighs most."""

from __future__ import annotations

from jiwar.provenance import Origin
from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Heading,
    Narrow,
    Note,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.charts import FlipBar, FlipChart, Tornado, TornadoBar
from jiwar.report.context import ReportContext
from jiwar.report.judgement import Flipped, FlippedPair, Influenced, Judgement, NamedCase, Turned
from jiwar.report.quantities import millions_text, money, quantity_text, share
from jiwar.report.sections.cells import nothing, share_cell, signed_share, thousand_cell
from jiwar.report.texts import Texts, join, words

_BARS = 10
_FLIPS = 8
_PAIRS = 6
_FELT_EUR = 500.0
_ERROR = 0.02
"""By how much estimates from enough draws may contradict each other; fewer draws are further off."""


def reverse(context: ReportContext, texts: Texts) -> Section:
    """Show which small change turns the answer round, and which changes do not."""
    title = texts("What would reverse it")
    judged = context.judged
    if judged is None:
        said = texts(
            "This run was made without draws, so it does not say what would reverse the decision. "
            "“jiwar report” computes it unless it is told not to."
        )
        return Section("reverse", title, (Paragraph(words(said)),))
    turned = tuple(one for one in judged.turned if one.swing_eur > _FELT_EUR)
    if not turned:
        return Section("reverse", title, (Paragraph(_of_staying(context, texts)),))
    blocks: list[Block] = [Paragraph(_opening(judged, turned, texts)), _flip_figure(judged, turned, texts)]
    if judged.pairs:
        blocks.append(_pairs(judged.pairs[:_PAIRS], texts))
    blocks.append(_tornado(judged, turned[:_BARS], texts))
    if judged.named:
        blocks.extend((Heading(texts("One thing turns out quite differently")), _named(judged.named, texts)))
    blocks.append(_influences(judged, texts))
    return Section("reverse", title, tuple(blocks))


def _of_staying(context: ReportContext, texts: Texts) -> Parts:
    nearest = context.nearest_move
    if nearest is None:
        return words(texts("Nothing moves, and no open move is left whose price could turn the answer."))
    return texts.parts(
        "Nothing moves, so no draw can turn a saving into a loss. The answer would change if {package} in "
        "{site} became cheaper by {extra}.",
        package=nearest.package,
        site=nearest.site,
        extra=money(texts, nearest.extra_eur),
    )


def _opening(judged: Judgement, turned: tuple[Turned, ...], texts: Texts) -> Parts:
    flips = _flipping(judged)
    five = texts.listed(tuple(one.name for one in turned[:5]))
    first = texts("Five numbers move the result most: {names}.", names=five)
    if not flips:
        alone = texts(
            "Of {count} numbers and groups of numbers, none alone takes the whole saving away within its range.",
            count=texts.form.number(len(judged.flips)),
        )
    else:
        alone = texts.plural(
            "Of {count} numbers and groups of numbers, only {name} can take the whole saving away alone within its "
            "range.",
            "Of {count} numbers and groups of numbers, {flipping} can take the whole saving away alone within "
            "their range; the nearest is {name}.",
            len(flips),
            count=texts.form.number(len(judged.flips)),
            flipping=texts.form.number(len(flips)),
            name=flips[0].name,
        )
    if not judged.pairs:
        return join(first, alone)
    pair = judged.pairs[0]
    two = texts.parts(
        "Of two at once, {one} with {other} come nearest: both go {share} of the way to the worse end of "
        "their range.",
        one=pair.names[0],
        other=pair.names[1],
        share=share(texts, Amount(pair.share_of_range, _ground(pair, judged))),
    )
    return join(first, alone, two)


def _ground(pair: FlippedPair, judged: Judgement) -> tuple[Origin, ...]:
    known = (change.origins for change in pair.changes if change is not None)
    return next(known, judged.worst_tenth_eur.origins)


def _flipping(judged: Judgement) -> list[Flipped]:
    found = [one for one in judged.flips if one.share_of_range is not None]
    return sorted(found, key=lambda one: abs(one.share_of_range or 0.0))


def _flip_figure(judged: Judgement, turned: tuple[Turned, ...], texts: Texts) -> Figure:
    by_driver = {one.driver: one for one in judged.flips}
    heavy = [by_driver[one.driver] for one in turned if one.driver in by_driver]
    shown = tuple(dict.fromkeys((*_flipping(judged), *heavy)))[:_FLIPS]
    bars = tuple(
        FlipBar(
            one.name,
            None if one.share_of_range is None else abs(one.share_of_range),
            _written(one, texts),
        )
        for one in shown
    )
    chart = FlipChart(
        bars,
        texts("mid value"),
        texts("end of its range"),
        texts("does not reverse it alone"),
    )
    columns = (
        Column(texts("Number")),
        Column(texts("Change that reverses the decision"), Align.NUMBER),
        Column(texts("New value")),
        Column(texts("Share of the way to the end of its range")),
    )
    rows = tuple(
        Row(
            (
                words(one.name),
                nothing() if one.change is None else (signed_share(texts, one.change),),
                nothing() if one.value is None else words(quantity_text(texts, *one.value)),
                words(texts("does not reverse it alone"))
                if one.share_of_range is None
                else words(texts.form.share(abs(one.share_of_range))),
            )
        )
        for one in shown
    )
    table = Table(texts("The smallest change of one number that makes the saving zero."), columns, rows)
    spoken = texts.listed(
        tuple(f"{bar.label}: {bar.text or texts('does not reverse it alone')}" for bar in bars)
    )
    alt = texts("How far each number may go before the saving is gone: {numbers}.", numbers=spoken)
    return Figure("flips", texts("How far a number may go before the saving is gone"), chart, alt, table)


def _written(one: Flipped, texts: Texts) -> str:
    if one.change is None:
        return "" if one.value is None else quantity_text(texts, *one.value)
    change = signed_share(texts, one.change).text
    if one.value is None:
        return change
    return texts("{change}: {value}", change=change, value=quantity_text(texts, *one.value))


def _pairs(pairs: tuple[FlippedPair, ...], texts: Texts) -> Table:
    columns = (
        Column(texts("Number")),
        Column(texts("Change"), Align.NUMBER),
        Column(texts("Together with")),
        Column(texts("Change"), Align.NUMBER),
    )
    rows = tuple(
        Row(
            (
                words(one.names[0]),
                _change(one.changes[0], one.values[0], texts),
                words(one.names[1]),
                _change(one.changes[1], one.values[1], texts),
            )
        )
        for one in pairs
    )
    caption = texts("Two numbers that together take the saving away, the nearest pair first.")
    return Table(caption, columns, rows, Narrow.STACK)


def _change(change: Amount | None, value: tuple[float, str] | None, texts: Texts) -> Parts:
    """Write a change as a share of the mid value, or as the new value where that is zero."""
    if change is not None:
        return (signed_share(texts, change),)
    return nothing() if value is None else words(quantity_text(texts, *value))


def _tornado(judged: Judgement, turned: tuple[Turned, ...], texts: Texts) -> Figure:
    chart = Tornado(
        bars=tuple(TornadoBar(one.name, one.at_p10_eur.value, one.at_p90_eur.value) for one in turned),
        middle_eur=judged.on_mid_values_eur.value,
        middle_label=texts("all numbers at mid value"),
        zero_label=texts("no saving"),
        low_label=texts("number at its P10"),
        high_label=texts("number at its P90"),
        axis_title=texts("Saving against staying, EUR million"),
        write=lambda value: millions_text(texts, value, decimals=1, signed=True),
    )
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Number")),
        Column(texts("Saving at its P10"), Align.NUMBER, unit),
        Column(texts("Saving at its P90"), Align.NUMBER, unit),
    )
    rows = tuple(
        Row(
            (
                words(one.name),
                thousand_cell(texts, one.at_p10_eur),
                thousand_cell(texts, one.at_p90_eur),
            )
        )
        for one in turned
    )
    table = Table(texts("Saving when one number alone goes to its P10 or P90."), columns, rows)
    names = texts.listed(tuple(one.name for one in turned[:3]))
    alt = texts("What moves the saving most, one number at a time: first {names}.", names=names)
    return Figure("tornado", texts("What moves the saving most, one at a time"), chart, alt, table)


def _named(named: tuple[NamedCase, ...], texts: Texts) -> Table:
    columns = (
        Column(texts("If")),
        Column(texts("The plan saves"), Align.NUMBER, texts("thousand EUR")),
    )
    rows = tuple(Row((words(one.name), thousand_cell(texts, one.saving_eur))) for one in named)
    caption = texts("Saving in named scenarios, all else at mid values; a minus is a loss.")
    return Table(caption, columns, rows)


def _contradict(influences: tuple[Influenced, ...]) -> bool:
    """Say whether estimates from few draws contradict themselves: more alone than together, or more than all."""
    alone = sum(one.alone.value for one in influences)
    return alone > 1.0 + 2 * _ERROR or any(
        one.alone.value > one.together.value + _ERROR for one in influences
    )


def _influences(judged: Judgement, texts: Texts) -> Block:
    if _contradict(judged.influences):
        said = texts(
            "How much of the spread of the saving each group of numbers explains (Sobol’ indices) is left out: "
            "this run drew so few points that the estimates contradict each other. 512 points or more are enough."
        )
        return Note(words(said))
    columns = (
        Column(texts("Group of numbers")),
        Column(texts("Alone"), Align.NUMBER),
        Column(texts("With all interactions"), Align.NUMBER),
    )
    rows = tuple(
        Row((words(one.name), share_cell(texts, one.alone), share_cell(texts, _at_least(one))))
        for one in judged.influences
    )
    return Table(
        texts(
            "Share of the spread of the saving that each group explains (Sobol’ indices, estimated: they carry an "
            "error of some points; no group is shown with less together than alone)."
        ),
        columns,
        rows,
    )


def _at_least(one: Influenced) -> Amount:
    """A group explains no less with its interactions than alone; where the error says so, it is taken out."""
    return max(one.together, one.alone, key=lambda amount: amount.value)
