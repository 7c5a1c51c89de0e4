"""State support with its conditions and dates, and the questions of tax that a move raises."""

from __future__ import annotations

from jiwar.report.amount import total
from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Column,
    Heading,
    Narrow,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
)
from jiwar.report.context import ReportContext
from jiwar.report.further import Further, SupportEnd, SupportLine
from jiwar.report.quantities import money
from jiwar.report.sections.cells import nothing, people_cell, thousand_cell
from jiwar.report.sections.company import allowance_block, company_blocks
from jiwar.report.sections.job_steps import steps_figure
from jiwar.report.texts import NOTHING, Texts, words


def support(context: ReportContext, texts: Texts) -> Section | None:
    """Show which support applies, what the plan counts, when cash comes, and what tax asks."""
    further = context.further
    if further is None:
        return None
    blocks: list[Block] = []
    if further.support:
        blocks.extend(_schemes(further, texts))
    else:
        said = texts(
            "The plan opens no unit of its own in Morocco, and state support asks for one: it counts none, and "
            "nothing can be claimed back."
        )
        blocks.append(Paragraph(words(said)))
    blocks.extend(steps_figure(one, texts) for one in further.job_steps)
    if further.support_years:
        blocks.append(_years(further, texts))
    if further.support_end is not None:
        blocks.append(_end(further.support_end, texts))
    blocks.append(Heading(texts("Taxes at home and away")))
    if further.company is not None:
        blocks.extend(company_blocks(further.company, texts))
    if further.allowance_at_most_eur is not None:
        blocks.append(allowance_block(further.allowance_at_most_eur, texts))
    if further.tax:
        blocks.append(_tax(further, texts))
        blocks.append(Note(words(_not_in_plan(texts))))
    else:
        blocks.append(
            Paragraph(words(texts("Nothing moves, so no function is transferred and no tax arises from it.")))
        )
    return Section("support", texts("State support and taxes"), tuple(blocks))


def _not_in_plan(texts: Texts) -> str:
    return texts(
        "These taxes do not enter the choice of the plan: a cost-plus profit follows the costs that the plan lowers "
        "already, and what depends on contracts that the case does not hold has no amount. The questions go to a tax "
        "adviser before the first contract is signed."
    )


def _schemes(further: Further, texts: Texts) -> list[Block]:
    counted = total(tuple(one.counted_eur for one in further.support))
    opening = (
        texts.parts("The plan counts {amount} of state support.", amount=money(texts, counted))
        if counted.value >= 1.0
        else words(
            texts(
                "The plan counts no state support: the case claims none. This is what each scheme answers to "
                "its own units."
            )
        )
    )
    blocks: list[Block] = [Paragraph(opening), _table(further.support, texts)]
    questions = dict.fromkeys(question for one in further.support for question in one.questions)
    if questions:
        items = tuple(words(question) for question in questions)
        blocks.append(Callout(CalloutKind.NOTE, texts("What the authority decides"), (BulletList(items),)))
    steps = dict.fromkeys(step for one in further.support for step in one.next_steps)
    if steps:
        items = tuple(words(step) for step in steps)
        blocks.append(Callout(CalloutKind.NOTE, texts("Next thresholds"), (BulletList(items),)))
    return blocks


def _table(found: tuple[SupportLine, ...], texts: Texts) -> Table:
    columns = (
        Column(texts("Site")),
        Column(texts("Jobs"), Align.NUMBER),
        Column(texts("Answer of the scheme")),
        Column(texts("Paid, and when it lapses")),
        Column(texts("Counted in the plan"), Align.NUMBER, texts("thousand EUR")),
        Column(texts("Under"), below=True),
    )
    rows = tuple(
        Row(
            (
                words(one.site),
                people_cell(texts, one.jobs),
                words(one.sentence),
                words(one.paid or NOTHING),
                thousand_cell(texts, one.counted_eur, signed=False),
                words("; ".join(one.articles) or NOTHING),
            )
        )
        for one in found
    )
    caption = texts("Every scheme at every own unit, with its conditions.")
    return Table(caption, columns, rows, Narrow.STACK)


def _years(further: Further, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Year")),
        Column(texts("Support received"), Align.NUMBER, unit),
        Column(texts("Cash of the plan"), Align.NUMBER, unit),
        Column(texts("Circular in force")),
    )
    rows = tuple(
        Row(
            (
                words(str(one.year)),
                thousand_cell(texts, one.support_eur, signed=False),
                thousand_cell(texts, one.cash_eur, signed=False),
                words(texts("yes") if one.in_force else texts("no")),
            )
        )
        for one in further.support_years
    )
    return Table(texts("Support by year beside the cash of the plan, support included."), columns, rows)


def _end(end: SupportEnd, texts: Texts) -> Paragraph:
    following = str(end.year + 1)
    if end.year_after_eur.value >= 1.0:
        return Paragraph(
            texts.parts(
                "The offshoring circular ends with {year}: of {before} from it in that year {after} is left in "
                "{following}. The case reads that claims run on; no text read says so.",
                year=str(end.year),
                before=money(texts, end.last_year_eur),
                after=money(texts, end.year_after_eur),
                following=following,
            )
        )
    return Paragraph(
        texts.parts(
            "The offshoring circular ends with {year}: of {before} from it in that year nothing is left in "
            "{following}. No text read says that claims run on.",
            year=str(end.year),
            before=money(texts, end.last_year_eur),
            following=following,
        )
    )


def _tax(further: Further, texts: Texts) -> Table:
    columns = (
        Column(texts("What the law says")),
        Column(texts("Question to answer")),
        Column(texts("By whom")),
        Column(texts("Under"), below=True),
    )
    rows = tuple(
        Row(
            (
                words(one.sentence),
                words(one.question),
                words(one.ask),
                words("; ".join(one.articles)) if one.articles else nothing(),
            )
        )
        for one in further.tax
    )
    caption = texts("Rules of tax that the move sets off, with the question that each leaves open.")
    return Table(caption, columns, rows, Narrow.STACK)
