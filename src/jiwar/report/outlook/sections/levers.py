"""Which lever moves the targets: alone, and as a share of all that levers could move."""

from __future__ import annotations

from jiwar.outlook.answers import POLICY, Effect, Pull
from jiwar.outlook.answers.reach import pulls
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Narrow,
    Note,
    Number,
    Paragraph,
    Row,
    Section,
    Table,
)
from jiwar.report.charts.outlook_bars import LeverBar, OutlookBars
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import lever, setting
from jiwar.report.outlook.numbers import amount_text, count_text, method, rounded_people, share_text
from jiwar.report.quantities import MINUS
from jiwar.report.texts import Texts, words

_GROUND = method("outlook-model", "levers")


def levers(material: Material, texts: Texts) -> Section:
    """Show the effect of each lever on jobs and exports."""
    opening = texts(
        "Each lever alone, pulled to the end of what policy could plausibly do, with all else equal."
    )
    year = material.answers.year
    jobs = _figure(material, texts, "jobs", texts("What each lever does to jobs in {year}", year=str(year)))
    exports = _figure(
        material, texts, "exports_new", texts("What each lever does to exports in {year}", year=str(year))
    )
    note = texts(
        "The share of the spread is small for a lever that only helps together with others, large for one that "
        "decides. Elasticity: percent of the outcome for each full reach, measured at a tenth of it."
    )
    blocks: tuple[Block, ...] = (Paragraph(words(opening)), jobs, exports, Note(words(note)))
    return Section("levers", texts("Which lever moves it"), blocks)


def _figure(material: Material, texts: Texts, quantity: str, title: str) -> Figure:
    found = [effect for effect in material.answers.effects if effect.quantity == quantity]
    found.sort(key=lambda effect: -effect.change)
    unit = texts("Change in jobs") if quantity == "jobs" else texts("Change in billion MAD")
    bars = tuple(LeverBar(lever(texts, one.lever), one.change, change_text(texts, one)) for one in found)
    best = found[0]
    alt = texts(
        "{title}: most by {name}, {change}.",
        title=title,
        name=lever(texts, best.lever),
        change=change_text(texts, best),
    )
    return Figure(
        f"levers-{quantity.replace('_', '-')}",
        title,
        OutlookBars(bars, unit),
        alt,
        _table(material, texts, found),
    )


def works(effect: Effect) -> bool:
    """Whether a change is larger than its error and than next to nothing."""
    return abs(effect.change) >= 2 * effect.error and abs(effect.relative) >= 0.0005


def change_text(texts: Texts, effect: Effect) -> str:
    """Write a change with its sign; what lies within its error is called none."""
    if not works(effect):
        return texts("hardly any")
    size = abs(effect.change)
    text = count_text(texts, rounded_people(size)) if effect.quantity == "jobs" else amount_text(texts, size)
    return f"{'+' if effect.change > 0 else MINUS}{text}"


def _table(material: Material, texts: Texts, found: list[Effect]) -> Table:
    shares = {(one.quantity, one.lever): one.total_order for one in material.answers.sobol}
    ends: dict[str, Pull] = {pull.lever: pull for pull in pulls(dict.fromkeys(POLICY, 1.0))}
    columns = (
        Column(texts("Lever")),
        Column(texts("End of its reach")),
        Column(texts("Change"), Align.NUMBER),
        Column(texts("Elasticity"), Align.NUMBER),
        Column(texts("Share of the spread"), Align.NUMBER),
    )
    rows = tuple(
        Row(
            (
                words(lever(texts, one.lever)),
                words(setting(texts, ends[one.lever])),
                (Number(change_text(texts, one), _GROUND, one.change),),
                (Number(share_text(texts, one.elasticity), _GROUND, one.elasticity),),
                (Number(share_text(texts, max(shares[one.quantity, one.lever], 0.0)), _GROUND),),
            )
        )
        for one in found
    )
    caption = texts("Effect of each lever of policy, pulled alone on the same draws.")
    return Table(caption, columns, rows, Narrow.STACK)
