"""What the employment premium costs the State for each job."""

from __future__ import annotations

from jiwar.report.blocks import Align, Column, Narrow, Number, Paragraph, Parts, Row, Section, Table
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.numbers import Three, amount_text, count_text, method, spread
from jiwar.report.texts import Texts, words

_GROUND = method("outlook-model", "cost-per-job")


def state(material: Material, texts: Texts) -> Section:
    """Show the cost in all, for each subsidised job, and for each that is there because of it."""
    cost = material.answers.cost
    opening = texts.parts(
        "Of ten subsidised jobs, {share} would not exist without the premium (P10 to P90: {spread}). The others would "
        "have come anyway; their premium is paid too.",
        share=Number(texts.form.number(10 * cost.additional_share[1], 1), _GROUND, cost.additional_share[1]),
        spread=spread(texts, _ten(cost.additional_share)),
    )
    columns = (
        Column(texts("Employment premium, {first} to {last}", first=str(cost.first), last=str(cost.last))),
        Column(texts("Middle"), Align.NUMBER),
        Column(texts("P10 to P90"), Align.NUMBER),
    )
    rows = [
        _row(texts, texts("Cost in all, billion MAD"), cost.total_bn, "amount"),
        _row(texts, texts("MAD for each subsidised job"), cost.per_subsidised, "count"),
        _row(texts, texts("MAD for each additional job"), cost.per_additional, "count"),
        _row(texts, texts("Jobs gained by the last year"), cost.jobs_gained, "count"),
    ]
    if cost.against is not None:
        rows.append(
            _row(texts, texts("MAD for each job that is there in the last year"), cost.against, "count")
        )
    caption = texts("Cost of the employment and training premium to the State.")
    table = Table(caption, columns, tuple(rows), Narrow.STACK)
    return Section("state", texts("What a job costs the State"), (Paragraph(opening), table))


def _ten(values: Three) -> Three:
    low, middle, high = values
    return 10 * low, 10 * middle, 10 * high


def _row(texts: Texts, name: str, values: Three, how: str) -> Row:
    def written(value: float) -> str:
        if how == "count":
            return count_text(texts, three_digits(value))
        return amount_text(texts, value)

    middle: Parts = (Number(written(values[1]), _GROUND, values[1]),)
    edges = texts("{low} to {high}", low=written(values[0]), high=written(values[2]))
    return Row((words(name), middle, words(edges)))


def three_digits(value: float) -> float:
    """Round an amount to about two digits that mean something."""
    if value == 0:
        return 0.0
    digits = len(str(int(abs(value)))) - 2
    return float(round(value, -digits)) if digits > 0 else float(round(value))
