"""Cash as it is paid: the curve against staying with its break-even, and the years."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Number,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Table,
)
from jiwar.report.breakeven import BreakEven, Recovery, break_even
from jiwar.report.charts import CashCurve
from jiwar.report.context import ReportContext
from jiwar.report.quantities import millions_text, money, money_text, month_text, thousands
from jiwar.report.sections.axes import year_marks
from jiwar.report.sections.phrases import years
from jiwar.report.texts import Texts, words

_THIRD_OF_A_MILLION = 3.3e5


def cash(context: ReportContext, texts: Texts) -> Section:
    """Show when money is out, how much, and when it is back."""
    found = break_even(context.cash.cumulated_cash_eur)
    flow = context.cash
    changed = any(abs(value) >= 1.0 for value in (*flow.extra_cash_eur, *flow.extra_undone_eur))
    figures = (_figure(context, texts, found),) if changed else ()
    blocks: tuple[Block, ...] = (Paragraph(_opening(context, texts, found)), *figures, _years(context, texts))
    return Section("cash", texts("Cash and break-even"), blocks)


def _opening(context: ReportContext, texts: Texts, found: BreakEven) -> Parts:
    origins = context.cash.origins
    end = money(texts, Amount(context.cash.cumulated_cash_eur[-1], origins))
    span = years(texts, context.horizon)
    match found.recovery:
        case Recovery.NEVER_SPENT if context.cash.cumulated_cash_eur[-1] > -1:
            return words(texts("The plan pays the same cash as staying in every month."))
        case Recovery.NEVER_SPENT:
            return texts.parts(
                "At no time has the plan paid more than staying; after {years} it has paid {end} less, not discounted.",
                years=span,
                end=end,
            )
        case Recovery.NOT_RECOVERED:
            return texts.parts(
                "After {years} the plan has paid {end} more than staying, not discounted; the extra cash does not "
                "come back within the horizon.",
                years=span,
                end=end,
            )
        case Recovery.RECOVERED:
            return texts.parts(
                "The plan has paid most ahead of staying in {peak_month}: {peak}. From {month} on it has "
                "paid less, and after {years} {end} less, not discounted.",
                peak_month=month_text(texts, context.horizon.month(found.peak_month)),
                peak=money(texts, Amount(found.peak_eur, origins)),
                month=Number(month_text(texts, context.horizon.month(found.month or 0)), origins),
                years=span,
                end=end,
            )


def _figure(context: ReportContext, texts: Texts, found: BreakEven) -> Figure:
    flow = context.cash
    marked = None
    if found.recovery is Recovery.RECOVERED and found.month is not None:
        month = month_text(texts, context.horizon.month(found.month))
        marked = (found.month, texts("Break-even: {month}", month=month))
    highest = max(abs(value) for value in (*flow.cumulated_cash_eur, *flow.cumulated_all_eur))
    decimals = 2 if highest < _THIRD_OF_A_MILLION else 1
    chart = CashCurve(
        cash_eur=flow.cumulated_cash_eur,
        all_eur=flow.cumulated_all_eur,
        years=year_marks(context.horizon, months=True),
        cash_label=texts("Cash {end}", end=millions_text(texts, flow.cumulated_cash_eur[-1], signed=True)),
        all_label=texts(
            "{end} with the\nvalue of undone work",
            end=millions_text(texts, flow.cumulated_all_eur[-1], signed=True),
        ),
        axis_title=texts("EUR million more than staying, added up"),
        break_even=marked,
        write=lambda value: millions_text(texts, value, decimals=decimals),
    )
    alt = texts(
        "Extra cash of the plan against staying, added up by month: highest {peak}, at the end {end}.",
        peak=money_text(texts, found.peak_eur),
        end=money_text(texts, flow.cumulated_cash_eur[-1]),
    )
    note = texts(
        "Solid: cash only. Dashed: with the value of work left undone, which is not paid. Above zero the "
        "plan has cost more than staying so far, below zero less. Not discounted."
    )
    return Figure(
        "cash-curve",
        texts("Extra cash against staying, added up"),
        chart,
        alt,
        _quarters(context, texts),
        words(note),
    )


def _quarters(context: ReportContext, texts: Texts) -> Table:
    flow, horizon = context.cash, context.horizon
    rows = tuple(
        Row(
            (
                words(texts.form.quarter(horizon.quarter(quarter))),
                _cell(sum(flow.extra_cash_eur[quarter * 3 : quarter * 3 + 3]), context, texts),
                _cell(flow.cumulated_cash_eur[quarter * 3 + 2], context, texts),
                _cell(flow.cumulated_all_eur[quarter * 3 + 2], context, texts),
            )
        )
        for quarter in range(horizon.quarters)
    )
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Quarter")),
        Column(texts("Extra cash"), Align.NUMBER, unit),
        Column(texts("Added up"), Align.NUMBER, unit),
        Column(texts("Added up with undone work"), Align.NUMBER, unit),
    )
    return Table(texts("Extra cash against staying by quarter, not discounted."), columns, rows)


def _years(context: ReportContext, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Year")),
        Column(texts("Cash, staying"), Align.NUMBER, unit),
        Column(texts("Cash, plan"), Align.NUMBER, unit),
        Column(texts("Difference"), Align.NUMBER, unit),
        Column(texts("Undone work, staying"), Align.NUMBER, unit),
        Column(texts("Undone work, plan"), Align.NUMBER, unit),
    )
    spans: dict[int, list[int]] = {}
    for index, month in enumerate(context.horizon):
        spans.setdefault(month.year, []).append(index)
    rows = [_year(str(year), months, context, texts) for year, months in spans.items()]
    everything = list(range(context.horizon.months))
    rows.append(_year(texts("All years"), everything, context, texts, RowKind.TOTAL))
    return Table(
        texts("Cash as paid and value of undone work by year, not discounted."), columns, tuple(rows)
    )


def _year(
    name: str, months: list[int], context: ReportContext, texts: Texts, role: RowKind = RowKind.BODY
) -> Row:
    flow = context.cash

    def added(series: tuple[float, ...]) -> float:
        return sum(series[index] for index in months)

    cells = (
        _plain(added(flow.staying_cash_eur), context, texts),
        _plain(added(flow.plan_cash_eur), context, texts),
        _cell(added(flow.extra_cash_eur), context, texts),
        _plain(added(flow.staying_undone_eur), context, texts),
        _plain(added(flow.plan_undone_eur), context, texts),
    )
    return Row((words(name), *cells), role)


def _cell(value_eur: float, context: ReportContext, texts: Texts) -> Parts:
    return (thousands(texts, Amount(value_eur, context.cash.origins), signed=True),)


def _plain(value_eur: float, context: ReportContext, texts: Texts) -> Parts:
    return (thousands(texts, Amount(value_eur, context.cash.origins)),)
