"""The hours that home and each site share: a year day by day, the claim answered, the day that restores most."""

from __future__ import annotations

from jiwar.law.citing import cited_in
from jiwar.report.amount import Amount, total
from jiwar.report.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Column,
    Figure,
    Heading,
    Number,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Table,
)
from jiwar.report.charts import YearGridChart
from jiwar.report.context import ReportContext
from jiwar.report.nearness import SharedHours
from jiwar.report.quantities import share as share_number
from jiwar.report.texts import Texts, join, words

_WORTH_MOVING = 0.05
_LAST_CLAIM = 2035


def hours(context: ReportContext, texts: Texts) -> Section | None:
    """Show the shared hours of every site that the plan uses; nothing without such a site."""
    if not context.shared_hours:
        return None
    blocks: list[Block] = []
    if context.nearest_move is not None:
        said = texts("Nothing moves; this is the site of the move that comes closest.")
        blocks.append(Paragraph(words(said)))
    for one in context.shared_hours:
        if len(context.shared_hours) > 1:
            blocks.append(Heading(one.site))
        blocks.append(Paragraph(_opening(one, texts)))
        blocks.append(_figure(one, texts))
        blocks.append(_claim(one, texts))
        blocks.append(Paragraph(_better_day(one, texts)))
    return Section("hours", texts("Hours shared"), tuple(blocks))


def _opening(one: SharedHours, texts: Texts) -> Parts:
    days = total(tuple(month.joint_days for month in one.months))
    return texts.parts(
        "In {year}, {home} and {site} work at the same time for {hours} hours on each of the {days} days on "
        "which both work.",
        year=str(one.year),
        home=one.home,
        site=one.site,
        hours=_hours(texts, one.hours_per_day),
        days=Number(texts.form.number(days.value), days.origins, days.value),
    )


def _hours(texts: Texts, amount: Amount) -> Number:
    return Number(texts.form.number(amount.value, 1), amount.origins, amount.value)


def _figure(one: SharedHours, texts: Texts) -> Figure:
    chart = YearGridChart(
        year=one.year,
        hours=one.grid,
        most=one.full_day_hours,
        months=_months(texts),
        weekdays=(
            texts("Mon"),
            texts("Tue"),
            texts("Wed"),
            texts("Thu"),
            texts("Fri"),
            texts("Sat"),
            texts("Sun"),
        ),
        closed=texts("closed"),
        write=lambda value: texts("{hours} h", hours=texts.form.number(value, 1)),
    )
    alt = texts(
        "Hours that {home} and {site} share on each day of {year}, from {least} hours a day in the month with "
        "the fewest to {most} in the month with the most.",
        home=one.home,
        site=one.site,
        year=str(one.year),
        least=texts.form.number(min(month.hours_per_day.value for month in one.months), 1),
        most=texts.form.number(max(month.hours_per_day.value for month in one.months), 1),
    )
    title = texts(
        "{home} and {site}: hours shared on each day of {year}",
        home=one.home,
        site=one.site,
        year=str(one.year),
    )
    return Figure(f"hours-{one.id}", title, chart, alt, _table(one, texts))


def _months(texts: Texts) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", "stand-alone", texts.language.locale)
    return tuple(str(names[month]) for month in range(1, 13))


def _table(one: SharedHours, texts: Texts) -> Table:
    columns = (
        Column(texts("Month")),
        Column(texts("Minutes shared"), Align.NUMBER),
        Column(texts("Days on which both work"), Align.NUMBER),
        Column(texts("Hours a day"), Align.NUMBER),
    )
    rows = [
        Row(
            (
                words(texts.form.month(month.month)),
                *_cells(texts, month.minutes, month.joint_days, month.hours_per_day),
            )
        )
        for month in one.months
    ]
    minutes, days = (
        total(tuple(m.minutes for m in one.months)),
        total(tuple(m.joint_days for m in one.months)),
    )
    year = _cells(texts, minutes, days, one.hours_per_day)
    rows.append(Row((words(texts("Year")), *year), RowKind.TOTAL))
    caption = texts("Shared working time of {home} and {site} by month.", home=one.home, site=one.site)
    return Table(caption, columns, tuple(rows))


def _cells(texts: Texts, minutes: Amount, days: Amount, mean: Amount) -> tuple[Parts, ...]:
    return (
        (Number(texts.form.number(minutes.value), minutes.origins, minutes.value),),
        (Number(texts.form.number(days.value), days.origins, days.value),),
        (Number(texts.form.number(mean.value, 2), mean.origins, mean.value),),
    )


def _claim(one: SharedHours, texts: Texts) -> Callout:
    said: list[Parts] = []
    for first, last, amount in one.same_clock:
        number = share_number(texts, amount)
        if first == last:
            said.append(texts.parts("{share} in {year}", share=number, year=str(first)))
        elif last == _LAST_CLAIM:
            said.append(texts.parts("{share} from {year}", share=number, year=str(first)))
        else:
            said.append(
                texts.parts("{share} in {first} to {last}", share=number, first=str(first), last=str(last))
            )
    opening = texts(
        "{home} and {site} show the same time on this share of weekdays:", home=one.home, site=one.site
    )
    listed = tuple(
        part for index, run in enumerate(said) for part in ((*words(", "), *run) if index else run)
    )
    sentence = (*join(opening, listed), *words("."))
    return Callout(CalloutKind.NOTE, texts("“Identical time zone”?"), (Paragraph(sentence),))


def _better_day(one: SharedHours, texts: Texts) -> Parts:
    if one.best_hours.value - one.present_hours.value < _WORTH_MOVING:
        return texts.parts(
            "No other start of the working day in {site} would share more than {day}.",
            site=one.site,
            day=one.present_day,
        )
    law = (
        texts("It keeps the law on working time: {source}.", source=cited_in(one.law, texts.language.value))
        if one.law
        else texts("The law on working time there was not read and has to be checked.")
    )
    moved = texts.parts(
        "A working day of {best} in {site} instead of {present} shares {more} hours a day instead of {less}.",
        best=one.best_day,
        site=one.site,
        present=one.present_day,
        more=_hours(texts, one.best_hours),
        less=_hours(texts, one.present_hours),
    )
    return join(moved, law)
