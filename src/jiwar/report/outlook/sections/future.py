"""Jobs, exports, value per job and wages to come: one fan each, with what was observed and what is aimed at."""

from __future__ import annotations

from collections.abc import Callable

from jiwar.facts import RangeKind
from jiwar.outlook import targets
from jiwar.outlook.answers import LEVELS, Fan
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.charts.outlook_fan import OutlookFan
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import value_text
from jiwar.report.outlook.numbers import MODEL, amount_text, count_text, rounded_people
from jiwar.report.texts import Texts, words

Observed = tuple[tuple[float, float], ...]

_SERIES = {
    "jobs": ("sector/jobs_sector/",),
    "exports_new": ("sector/exports_digital_outsourcing_new/",),
    "exports_old": ("sector/exports_offshoring_total_old/",),
    "wage_digital": ("sector/developer_net_wage_median/",),
}
"""Tables of published numbers that are shown beside the fans."""

_APART = 1.15
"""How far two published numbers of one year must lie apart to be shown as two."""


def future(material: Material, texts: Texts) -> Section:
    """Show what may come, by year."""
    opening = texts(
        "Dots are what was published; where sources contradict each other, both are shown. The line is the middle of "
        "all paths; half of them run through the inner band, eight in ten through the whole."
    )
    blocks: list[Block] = [
        Paragraph(words(opening)),
        _figure(material, texts, "jobs", texts("Jobs"), texts("Thousand jobs"), _thousands(texts)),
        _figure(
            material,
            texts,
            "exports_new",
            texts("Exports, new statistics"),
            texts("Billion MAD a year"),
            _plain(texts),
        ),
        _figure(
            material,
            texts,
            "exports_old",
            texts("The same exports, old statistics"),
            texts("Billion MAD a year"),
            _plain(texts),
        ),
        _figure(
            material,
            texts,
            "value_per_job",
            texts("Exports per job, new statistics"),
            texts("Thousand MAD a year"),
            _plain(texts),
        ),
        _figure(
            material,
            texts,
            "wage_digital",
            texts("Net pay in IT, engineering and research"),
            texts("Thousand MAD a month"),
            _thousands(texts, 1),
        ),
    ]
    return Section("future", texts("What may come"), tuple(blocks))


def _thousands(texts: Texts, decimals: int = 0) -> Callable[[float], str]:
    return lambda value: texts.form.number(value / 1e3, decimals)


def _plain(texts: Texts) -> Callable[[float], str]:
    return lambda value: amount_text(texts, value)


def _figure(
    material: Material, texts: Texts, name: str, title: str, unit: str, write: Callable[[float], str]
) -> Figure:
    fan = material.answers.fans[name]
    chart = OutlookFan(
        years=fan.years,
        values=fan.values,
        labels=(texts("P10, low"), texts("P50, middle"), texts("P90, high")),
        observed=observed(material, name, fan.years[0]),
        observed_label=texts("published"),
        targets=_targets(material, texts, name, fan),
        axis_title=unit,
        write=write,
    )
    last = fan.years[-1]
    alt = texts(
        "{title}: in {year} between {low} and {high}, middle {middle} ({unit}).",
        title=title,
        year=str(last),
        low=write(fan.at(last, 0.1)),
        high=write(fan.at(last, 0.9)),
        middle=write(fan.at(last)),
        unit=unit,
    )
    return Figure(f"fan-{name.replace('_', '-')}", title, chart, alt, _table(fan, texts, title, unit))


def _targets(material: Material, texts: Texts, name: str, fan: Fan) -> tuple[tuple[int, float, str], ...]:
    """The targets that are drawn: jobs, and exports on both statistics, unless they are passed already."""
    found = []
    for target, value in targets(material.facts):
        shown = {"jobs": ("jobs",), "exports": ("exports_new", "exports_old")}[target.quantity]
        compared = target.key.endswith("same_multiple")
        if name not in shown or target.year not in fan.years or (compared and name == "exports_old"):
            continue
        if value > fan.at(target.year, LEVELS[0]):  # what nearly every path passes is no aim to be drawn
            written = value_text(texts, name, value)
            told = (
                texts("same multiple: {value}", value=written)
                if compared
                else texts("target: {value}", value=written)
            )
            found.append((target.year, value, told))
    return tuple(found)


def observed(material: Material, name: str, first: int) -> Observed:
    """Return the published numbers of whole years, with their year; both where two contradict each other."""
    found: list[tuple[float, float]] = []
    for prefix in _SERIES.get(name, ()):
        for key in material.facts.keys(prefix):
            fact = material.facts.get(key)
            if fact.period.isdigit() and int(fact.period) >= first:
                rivals = fact.range_kind is RangeKind.PUBLISHED and fact.high > _APART * fact.low
                numbers = (fact.low, fact.high) if rivals else (fact.mid,)
                found += [(float(fact.period), number) for number in numbers]
    return tuple(sorted(found))


def _table(fan: Fan, texts: Texts, title: str, unit: str) -> Table:
    columns = (
        Column(texts("Year")),
        *(Column(f"P{round(100 * level)}", Align.NUMBER) for level in LEVELS),
    )
    whole = fan.unit in {"people", "MAD/month"}

    def cell(value: float) -> Parts:
        text = count_text(texts, rounded_people(value)) if whole else amount_text(texts, value)
        return (Number(text, MODEL, value),)

    rows = tuple(
        Row((words(str(year)), *(cell(row[at]) for row in fan.values))) for at, year in enumerate(fan.years)
    )
    shown = {"people": texts("people"), "MAD/month": texts("MAD a month")}.get(fan.unit, unit)
    return Table(texts("{title} by year ({unit}).", title=title, unit=shown), columns, rows)
