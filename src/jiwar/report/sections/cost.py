"""The complete cost line by line against staying; cash and value of undone work apart."""

from __future__ import annotations

from jiwar.report.amount import Amount, total
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Narrow,
    Number,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Table,
)
from jiwar.report.charts import Step, Waterfall
from jiwar.report.context import CostLine, ReportContext
from jiwar.report.quantities import millions_text, money, money_text, people, share, thousands
from jiwar.report.sections.phrases import years
from jiwar.report.texts import Texts, words
from jiwar.report.words import KINDS_IN_ORDER, kind

_SMALL_SHARE = 0.006
_TEN_MILLION = 1e7


def cost(context: ReportContext, texts: Texts) -> Section:
    """Show each line of staying and of the plan, and how one leads to the other."""
    opening = Paragraph(
        texts.parts(
            "All amounts are present values over {years} at {rate} a year. Hidden costs are those that no "
            "invoice shows: time in which people learn, coordination at a distance, people waiting for new "
            "work.",
            years=years(texts, context.horizon),
            rate=share(texts, context.discount_rate, 1),
        )
    )
    changed = any(abs(line.difference_eur.value) >= 1.0 for line in context.lines)
    shown = _waterfall(context, texts) if changed else _table(context, texts)
    blocks: tuple[Block, ...] = (
        Paragraph(_nothing_done(context, texts)),
        _today(context, texts),
        opening,
        shown,
    )
    return Section("cost", texts("Cost against staying"), blocks)


def _nothing_done(context: ReportContext, texts: Texts) -> Parts:
    """Say what happens when nobody decides anything."""
    needed = total(tuple(package.people_needed for package in context.packages))
    employed = total(tuple(package.people_employed for package in context.packages))
    cash = total(tuple(line.staying_eur for line in context.cash_lines))
    undone = total(tuple(line.staying_eur for line in context.value_lines))
    first = texts.parts(
        "If nothing changes, {employed} people do work that will need {needed}. Staying in the cheapest way costs "
        "{cash} in cash over {years}",
        employed=people(texts, employed),
        needed=people(texts, needed),
        cash=money(texts, cash),
        years=years(texts, context.horizon),
    )
    if undone.value < 1.0:
        return (*first, *words("."))
    return (*first, *texts.parts(" and leaves work worth {undone} undone.", undone=money(texts, undone)))


def _today(context: ReportContext, texts: Texts) -> Table:
    """Show what each package costs where it is, and how far it is staffed."""
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Work package")),
        Column(texts("People today"), Align.NUMBER),
        Column(texts("People needed at the end"), Align.NUMBER),
        Column(texts("Staying, cash"), Align.NUMBER, unit),
        Column(texts("Work left undone"), Align.NUMBER, unit),
    )
    rows = tuple(
        Row(
            (
                words(package.name),
                (people(texts, package.people_employed),),
                (people(texts, package.people_needed),),
                (thousands(texts, package.choice.staying_cash_eur),),
                (thousands(texts, package.choice.staying_undone_eur),),
            )
        )
        for package in context.packages
    )
    caption = texts("Each work package where it is: people, and the cost of staying, present value.")
    return Table(caption, columns, rows, Narrow.STACK)


def _waterfall(context: ReportContext, texts: Texts) -> Figure:
    staying = total(tuple(line.staying_eur for line in context.cash_lines))
    planned = total(tuple(line.plan_eur for line in context.cash_lines))
    undone = tuple(
        (name, sum(amounts))
        for name, amounts in (
            (texts("Staying"), [line.staying_eur.value for line in context.value_lines]),
            (texts("Plan"), [line.plan_eur.value for line in context.value_lines]),
        )
    )
    decimals = 1 if max(abs(staying.value), abs(planned.value)) >= _TEN_MILLION else 2
    chart = Waterfall(
        staying=(texts("Staying, cash"), staying.value),
        steps=_steps(context, texts, staying.value),
        plan=(texts("Plan, cash"), planned.value),
        apart_title=texts("Not cash: value of work left undone"),
        apart=undone if any(amount for _, amount in undone) else (),
        write_total=lambda value: millions_text(texts, value, decimals=decimals),
        write_change=lambda value: millions_text(texts, value, decimals=decimals, signed=True),
    )
    alt = texts(
        "From the cash cost of staying, {staying}, line by line to the cash cost of the plan, {plan}.",
        staying=money_text(texts, staying.value),
        plan=money_text(texts, planned.value),
    )
    return Figure(
        "waterfall",
        texts("From staying to the plan, in EUR million"),
        chart,
        alt,
        _table(context, texts),
        table_open=True,
    )


def _steps(context: ReportContext, texts: Texts, staying_eur: float) -> tuple[Step, ...]:
    """Name the lines that matter; the small ones stand together so that the chart stays readable."""
    least = _SMALL_SHARE * abs(staying_eur)
    shown: list[Step] = []
    rest = 0.0
    for line in context.cash_lines:
        change = line.difference_eur.value
        if abs(change) >= max(least, 1.0):
            shown.append(Step(texts(line.name), change))
        else:
            rest += change
    if abs(rest) >= 1.0:
        shown.append(Step(texts("Smaller lines together"), rest))
    return tuple(shown)


def _table(context: ReportContext, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Line")),
        Column(texts("Staying"), Align.NUMBER, unit),
        Column(texts("Plan"), Align.NUMBER, unit),
        Column(texts("Difference"), Align.NUMBER, unit),
    )
    rows: list[Row] = []
    for key in KINDS_IN_ORDER:
        lines = [line for line in context.lines if line.kind == key and _used(line)]
        if key == "value":
            rows.append(_sum(context.cash_lines, texts("Cash together"), texts, RowKind.TOTAL))
        if not lines:
            continue
        rows.append(Row((words(kind(texts, key)),), RowKind.GROUP))
        rows.extend(_row(line, texts) for line in lines)
        if len(lines) > 1:
            rows.append(_sum(tuple(lines), texts("Together"), texts, RowKind.SUBTOTAL))
    if any(_used(line) for line in context.value_lines):
        rows.append(_sum(context.lines, texts("Cash and value together"), texts, RowKind.TOTAL))
    return Table(
        texts("Cost by line, present value in thousand EUR; a minus is a saving."), columns, tuple(rows)
    )


def _used(line: CostLine) -> bool:
    return bool(line.staying_eur.value or line.plan_eur.value)


def _row(line: CostLine, texts: Texts) -> Row:
    return Row((words(texts(line.name)), *_amounts(line.staying_eur, line.plan_eur, texts)))


def _sum(lines: tuple[CostLine, ...], name: str, texts: Texts, role: RowKind) -> Row:
    staying = total(tuple(line.staying_eur for line in lines))
    planned = total(tuple(line.plan_eur for line in lines))
    return Row((words(name), *_amounts(staying, planned, texts)), role)


def _amounts(staying: Amount, planned: Amount, texts: Texts) -> tuple[tuple[Number, ...], ...]:
    return (
        (thousands(texts, staying),),
        (thousands(texts, planned),),
        (thousands(texts, planned - staying, signed=True),),
    )
