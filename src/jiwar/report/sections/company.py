"""The own units as a company at costs plus a margin: before and after tax, by year and by status."""

from __future__ import annotations

from jiwar.report.amount import Amount, total
from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Column,
    Narrow,
    Note,
    Number,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Table,
)
from jiwar.report.further import Company
from jiwar.report.quantities import money, share, unbroken
from jiwar.report.sections.cells import share_cell, thousand_cell
from jiwar.report.texts import NOTHING, Texts, words


def company_blocks(company: Company, texts: Texts) -> list[Block]:
    """Return what taxes make of the own units: a sentence, the years, the statuses, and the questions."""
    blocks: list[Block] = [Paragraph(_opening(company, texts)), _years(company, texts)]
    blocks += [Note(words(_note(company, texts))), _statuses(company, texts)]
    items = tuple(words(question) for question in company.questions)
    blocks.append(Callout(CalloutKind.NOTE, texts("What a tax adviser is asked"), (BulletList(items),)))
    return blocks


def allowance_block(at_most_eur: Amount, texts: Texts) -> Paragraph:
    """Return the sentence on the research allowance at home, which is open: a bound with its condition."""
    said = texts.parts(
        "How much of the German research allowance is lost is open: at most {amount} over these years, if all "
        "that moves were research of a small company below the cap. This bound enters no total.",
        amount=money(texts, at_most_eur),
    )
    return Paragraph(said)


def _opening(company: Company, texts: Texts) -> Parts:
    costs = total(tuple(one.costs_eur for one in company.years))
    support = total(tuple(one.support_eur for one in company.years))
    before, after = costs - support, company.counted.after_tax_eur
    return texts.parts(
        "As one company at costs plus {margin} the own units in {place} cost {before} ({before_mad}) before tax and "
        "{after} ({after_mad}) after it, support received and tax on its dividend included. The margin itself stays "
        "in the group.",
        margin=share(texts, company.margin, 1),
        place=company.place,
        before=money(texts, before),
        before_mad=_dirhams(company, before, texts),
        after=money(texts, after),
        after_mad=_dirhams(company, after, texts),
    )


def _dirhams(company: Company, amount: Amount, texts: Texts) -> Number:
    value = amount.value * company.mad_per_eur.value
    return Number(unbroken(texts.form.millions(value, "MAD")), amount.origins, value)


def _note(company: Company, texts: Texts) -> str:
    if company.answered:
        return texts("Counted as: {status}, as the case says.", status=company.counted.name)
    return texts(
        "Counted as: {status}. The case does not say which status the company will have, and this one asks for "
        "nothing.",
        status=company.counted.name,
    )


def _years(company: Company, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Year")),
        Column(texts("Costs"), Align.NUMBER, unit),
        Column(texts("Support received"), Align.NUMBER, unit),
        Column(texts("Profit before tax"), Align.NUMBER, unit),
        Column(texts("Corporate tax"), Align.NUMBER, texts("rate")),
        Column(texts("Tax due"), Align.NUMBER, unit),
        Column(texts("Withheld from dividend"), Align.NUMBER, unit),
        Column(texts("Cost after tax"), Align.NUMBER, unit),
    )
    rows = [
        Row(
            (
                words(str(one.year)),
                thousand_cell(texts, one.costs_eur, signed=False),
                thousand_cell(texts, one.support_eur, signed=False),
                thousand_cell(texts, one.profit_eur, signed=False),
                share_cell(texts, one.rate, 1),
                *(
                    thousand_cell(texts, amount, signed=False)
                    for amount in (one.tax_eur, one.withheld_eur, one.after_tax_eur)
                ),
            )
        )
        for one in company.years
    ]
    sums = [
        total(tuple(getattr(one, name) for one in company.years))
        for name in ("costs_eur", "support_eur", "profit_eur", "tax_eur", "withheld_eur", "after_tax_eur")
    ]
    cells = [thousand_cell(texts, amount, signed=False) for amount in sums]
    everything = Row(
        (words(texts("All years")), *cells[:3], words(NOTHING), *cells[3:]),
        RowKind.TOTAL,
    )
    caption = texts("The own units as one company by year, before and after tax, not discounted.")
    return Table(caption, columns, (*rows, everything))


def _statuses(company: Company, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Status of the company")),
        Column(texts("Tax due"), Align.NUMBER, unit),
        Column(texts("Withheld from dividend"), Align.NUMBER, unit),
        Column(texts("Cost after tax"), Align.NUMBER, unit),
        Column(texts("Asks for")),
        Column(texts("Under"), below=True),
    )
    rows = tuple(
        Row(
            (
                words(_marked(one.name, texts, counted=one.counted, least=one.least)),
                thousand_cell(texts, one.tax_eur, signed=False),
                thousand_cell(texts, one.withheld_eur, signed=False),
                thousand_cell(texts, one.after_tax_eur, signed=False),
                words(one.asks_for),
                words("; ".join(one.articles) or NOTHING),
            )
        )
        for one in company.statuses
    )
    return Table(texts("What each status would make of the same years."), columns, rows, Narrow.STACK)


def _marked(name: str, texts: Texts, *, counted: bool, least: bool) -> str:
    marks = [mark for mark, holds in ((texts("counted"), counted), (texts("least tax"), least)) if holds]
    return f"{name} ({', '.join(marks)})" if marks else name
