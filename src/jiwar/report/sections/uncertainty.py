"""Uncertainty: the saving and cash in the middle of the draws and at their edges, chance of loss, payback."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Figure,
    Heading,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.charts import FanChart
from jiwar.report.context import ReportContext, Uncertainty
from jiwar.report.judgement import Judgement, Range
from jiwar.report.quantities import millions_text, money, money_text, month_text, share, thousands
from jiwar.report.sections.axes import year_marks
from jiwar.report.sections.cells import thousand_cell
from jiwar.report.sections.phrases import years
from jiwar.report.texts import Texts, join, words

_A_EURO = 1.0


def uncertainty(context: ReportContext, texts: Texts) -> Section:
    """Show how far the result may lie from its middle."""
    title = texts("How certain the result is")
    found, judged = context.uncertainty, context.judged
    if found is None or judged is None:
        said = texts(
            "All amounts of this paper use the middle of each range. This run was made without draws, so it "
            "gives no chance of loss."
        )
        return Section("uncertainty", title, (Paragraph(words(said)),))
    blocks: list[Block] = [Paragraph(_opening(context, found, judged, texts))]
    if any(abs(value) > _A_EURO for value in (*judged.curve.p10_eur, *judged.curve.p90_eur)):
        blocks.append(_fan(context, judged, texts))
    blocks.extend((_table(found, judged, texts), Heading(texts("What was not drawn"))))
    blocks.append(BulletList(tuple(words(one) for one in judged.not_drawn)))
    return Section("uncertainty", title, tuple(blocks))


def _opening(context: ReportContext, found: Uncertainty, judged: Judgement, texts: Texts) -> Parts:
    if all(package.choice.stays for package in context.packages):
        return texts.parts(
            "Nothing moves, so the plan costs in every draw what staying costs: {range} in cash for a productive "
            "year, in the middle of the draws.",
            range=money(texts, judged.staying_cost_per_year.p50),
        )
    first = texts.parts(
        "In {draws} joint draws of everything uncertain the plan saves between {p10} (P10) and {p90} (P90) "
        "against staying over {years}, {p50} in the middle; in {chance} of the draws it costs more than staying.",
        draws=Number(texts.form.number(judged.draws), found.chance_of_loss.origins, float(judged.draws)),
        p10=_signed(texts, found.saving_p10_eur),
        p90=_signed(texts, found.saving_p90_eur),
        p50=_signed(texts, found.saving_p50_eur),
        chance=share(texts, found.chance_of_loss, 1),
        years=years(texts, context.horizon),
    )
    worst = judged.worst_tenth_eur
    second = (
        texts.parts("The worst tenth of the draws still saves {worst} on average.", worst=money(texts, worst))
        if worst.value >= 0
        else texts.parts("The worst tenth of the draws loses {worst} on average.", worst=money(texts, worst))
    )
    return join(first, second, _payback(context, judged, texts))


def _signed(texts: Texts, amount: Amount) -> Number:
    """Write a saving in a sentence; a loss keeps its minus."""
    return Number(money_text(texts, amount.value), amount.origins, amount.value)


def _payback(context: ReportContext, judged: Judgement, texts: Texts) -> Parts:
    found = judged.payback
    if found.p50_month is None:
        return texts.parts(
            "Cash comes back within the horizon in {share} of the draws, in less than half of them.",
            share=share(texts, found.share_of_draws),
        )
    month = context.horizon.month(min(found.p50_month, context.horizon.months - 1))
    return texts.parts(
        "Cash is back for good by {month} in half of the draws, and within the horizon in {share} of them.",
        month=month_text(texts, month),
        share=share(texts, found.share_of_draws),
    )


def _fan(context: ReportContext, judged: Judgement, texts: Texts) -> Figure:
    curve = judged.curve
    marked = None
    month = judged.payback.p50_month
    if month is not None and 0 < month < context.horizon.months:
        name = month_text(texts, context.horizon.month(month))
        marked = (month, texts("Break-even: {month}", month=name))
    chart = FanChart(
        p10_eur=curve.p10_eur,
        p50_eur=curve.p50_eur,
        p90_eur=curve.p90_eur,
        years=year_marks(context.horizon, months=True),
        labels=("P10", "P50", "P90"),
        axis_title=texts("EUR million more than staying, added up"),
        write=lambda value: millions_text(texts, value, decimals=1, signed=True),
        p25_eur=curve.p25_eur,
        p75_eur=curve.p75_eur,
        break_even=marked,
    )
    alt = texts(
        "Fan of extra cash against staying, added up: at the end between {low} and {high}, {middle} in the "
        "middle of the draws.",
        low=money_text(texts, curve.p10_eur[-1]),
        high=money_text(texts, curve.p90_eur[-1]),
        middle=money_text(texts, curve.p50_eur[-1]),
    )
    note = texts(
        "Each line is a quantile of the draws in each month, not one draw followed through. The dark band "
        "holds half of the draws, the light one eight of ten. Above zero more has been paid than by staying."
    )
    return Figure(
        "fan",
        texts("Extra cash against staying in the draws"),
        chart,
        alt,
        _quarters(context, judged, texts),
        words(note),
    )


def _quarters(context: ReportContext, judged: Judgement, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Quarter")),
        *(Column(name, Align.NUMBER, unit) for name in ("P10", "P50", "P90")),
    )
    ground = judged.worst_tenth_eur.origins
    curve = judged.curve
    rows = []
    for quarter in range(context.horizon.quarters):
        at = 3 * quarter + 2
        cells = (
            thousand_cell(texts, Amount(values[at], ground))
            for values in (curve.p10_eur, curve.p50_eur, curve.p90_eur)
        )
        rows.append(Row((words(texts.form.quarter(context.horizon.quarter(quarter))), *cells)))
    caption = texts("Extra cash against staying, added up, at the end of each quarter.")
    return Table(caption, columns, tuple(rows))


def _table(found: Uncertainty, judged: Judgement, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("In the draws")),
        *(Column(name, Align.NUMBER, unit) for name in ("P10", "P50", "P90")),
    )
    saving = Range(found.saving_p10_eur, found.saving_p50_eur, found.saving_p90_eur)
    rows = [Row((words(texts("Saving against staying")), *_cells(texts, saving, signed=True)))]
    for name, spread in (
        (texts("Cash per productive year, staying"), judged.staying_cost_per_year),
        (texts("Cash per productive year, plan"), judged.plan_cost_per_year),
    ):
        rows.append(Row((words(name), *_cells(texts, spread, signed=False))))
    caption = texts(
        "Quantiles of the draws. A productive year is a year of one fully productive person, discounted as "
        "money is."
    )
    return Table(caption, columns, tuple(rows))


def _cells(texts: Texts, spread: Range, *, signed: bool) -> tuple[Parts, ...]:
    return tuple((thousands(texts, one, signed=signed),) for one in (spread.p10, spread.p50, spread.p90))
