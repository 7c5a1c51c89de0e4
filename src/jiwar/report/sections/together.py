"""Working together: handing over, learning, contact between sites, people who leave, wages that drift."""

from __future__ import annotations

from jiwar.report.amount import Amount, total
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
    RowKind,
    Section,
    Table,
)
from jiwar.report.context import ReportContext
from jiwar.report.further import Drift, Further, HandOver, Leaving
from jiwar.report.quantities import money, month_text, quantity_text, share
from jiwar.report.sections.cells import nothing, share_cell, thousand_cell
from jiwar.report.texts import Texts, words


def together(context: ReportContext, texts: Texts) -> Section | None:
    """Show what handing over, contact and turnover take."""
    further = context.further
    if further is None:
        return None
    blocks: list[Block] = [Heading(texts("Handing over and learning"))]
    if further.hand_over:
        blocks.append(Paragraph(_deepest(further.hand_over, texts)))
        blocks.append(_hand_over(further.hand_over, texts))
    else:
        blocks.append(Paragraph(words(texts("Nothing moves, so nothing has to be handed over."))))
    blocks.append(Note(_evidence(context, texts)))
    blocks.append(Heading(texts("Contact between work packages")))
    blocks.extend(_contact(further, texts))
    blocks.append(Heading(texts("People who leave")))
    blocks.append(_leaving(further.leaving, texts))
    blocks.append(Heading(texts("Wages, rates and exchange rates")))
    blocks.append(_drift(further.drift, texts))
    return Section("together", texts("Working together"), tuple(blocks))


def _deepest(found: tuple[HandOver, ...], texts: Texts) -> Parts:
    deepest = min(found, key=lambda one: one.lowest_delivery.value)
    teaching = total(tuple(one.teaching_eur for one in found))
    learning = total(tuple(one.learning_eur for one in found))
    return texts.parts(
        "Teaching costs {teaching} and learning {learning} over the horizon. Delivery falls deepest in "
        "{package}, to {lowest} of what is needed in {month}.",
        teaching=money(texts, teaching),
        learning=money(texts, learning),
        package=deepest.package,
        lowest=share(texts, deepest.lowest_delivery),
        month=month_text(texts, deepest.lowest_month),
    )


def _hand_over(found: tuple[HandOver, ...], texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Work package")),
        Column(texts("Months of teaching"), Align.NUMBER),
        Column(texts("Teaching"), Align.NUMBER, unit),
        Column(texts("Learning while the team builds up"), Align.NUMBER, unit),
        Column(texts("Lowest delivery"), Align.NUMBER),
        Column(texts("In")),
        Column(texts("Team complete from")),
    )
    rows = tuple(
        Row(
            (
                words(one.package),
                (Number(texts.form.number(one.months.value, 1), one.months.origins, one.months.value),),
                thousand_cell(texts, one.teaching_eur, signed=False),
                thousand_cell(texts, one.learning_eur, signed=False),
                share_cell(texts, one.lowest_delivery),
                words(month_text(texts, one.lowest_month)),
                nothing() if one.full_from is None else words(month_text(texts, one.full_from)),
            )
        )
        for one in found
    )
    caption = texts("What handing over takes; delivery is productive time against the time needed.")
    return Table(caption, columns, rows, Narrow.STACK)


def _evidence(context: ReportContext, texts: Texts) -> Parts:
    keys = [
        key for key in context.ground.facts if key.split("/")[0] in {"learning_months", "start_productivity"}
    ]
    priors = [key for key in keys if context.ground.facts[key].grade == "prior"]
    return words(
        texts(
            "The learning curve rests on {count} numbers, {priors} of them our own estimates; they stand under "
            "“Sources” with their ranges.",
            count=texts.form.number(len(keys)),
            priors=texts.form.number(len(priors)),
        )
    )


def _contact(further: Further, texts: Texts) -> list[Block]:
    if not further.interfaces:
        return [Paragraph(words(texts("The case names no hours that work packages spend together.")))]
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Between")),
        Column(texts("And")),
        Column(texts("Hours a week"), Align.NUMBER),
        Column(texts("Where")),
        Column(texts("Cost of the distance"), Align.NUMBER, unit),
    )
    rows = [
        Row(
            (
                words(one.one),
                words(one.other),
                (
                    Number(
                        texts.form.number(one.hours_per_week.value, 0),
                        one.hours_per_week.origins,
                        one.hours_per_week.value,
                    ),
                ),
                words(
                    one.one_site
                    if one.one_site == one.other_site
                    else texts("{here} and {there}", here=one.one_site, there=one.other_site)
                ),
                thousand_cell(texts, one.cost_eur, signed=False),
            )
        )
        for one in sorted(further.interfaces, key=lambda one: -one.cost_eur.value)
    ]
    everything = total(tuple(one.cost_eur for one in further.interfaces))
    rows.append(
        Row(
            (
                words(texts("Together")),
                nothing(),
                nothing(),
                nothing(),
                thousand_cell(texts, everything, signed=False),
            ),
            RowKind.TOTAL,
        )
    )
    caption = texts("Contact between work packages and what the distance adds to it, present value.")
    return [Table(caption, columns, tuple(rows), Narrow.STACK)]


def _leaving(found: tuple[Leaving, ...], texts: Texts) -> Table:
    columns = (
        Column(texts("Country")),
        Column(texts("Leave in a year"), Align.NUMBER),
        Column(texts("Fee for a replacement, of a year’s pay"), Align.NUMBER),
        Column(texts("Months to fill a post"), Align.NUMBER),
        Column(texts("Months to learn it all"), Align.NUMBER),
        Column(texts("Learning after turnover"), Align.NUMBER, texts("thousand EUR")),
    )
    rows = tuple(
        Row(
            (
                words(one.country),
                share_cell(texts, one.attrition),
                share_cell(texts, one.fee_share),
                _months(texts, one.months_to_fill),
                nothing() if one.learning_months is None else _months(texts, one.learning_months),
                thousand_cell(texts, one.learning_eur, signed=False),
            )
        )
        for one in found
    )
    caption = texts(
        "Attrition and what each leaver costs: a fee, months of an empty post, months of learning. The last "
        "column is the present value over the horizon, at home for staying, elsewhere for the plan."
    )
    return Table(caption, columns, rows, Narrow.STACK)


def _months(texts: Texts, amount: Amount) -> Parts:
    return (Number(texts.form.number(amount.value, 1), amount.origins, amount.value),)


def _drift(found: tuple[Drift, ...], texts: Texts) -> Table:
    columns = (
        Column(texts("Number")),
        Column(texts("Assumed"), Align.NUMBER),
        Column(texts("Range"), Align.NUMBER),
        Column(texts("100 become, by the end"), Align.NUMBER),
    )
    rows = tuple(
        Row(
            (
                words(one.name),
                (Number(quantity_text(texts, one.mid.value, one.unit), one.mid.origins, one.mid.value),),
                words(f"{quantity_text(texts, one.low, '')}–{quantity_text(texts, one.high, '')}"),
                nothing()
                if one.at_end is None
                else (Number(texts.form.number(one.at_end.value), one.at_end.origins, one.at_end.value),),
            )
        )
        for one in found
    )
    caption = texts(
        "How wages and rates grow and which exchange rates are assumed; growth includes inflation."
    )
    return Table(caption, columns, rows)
