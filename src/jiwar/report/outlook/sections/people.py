"""Where the people come from, where they work and who buys; what it means for companies that hire."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jiwar.outlook.answers import Fan
from jiwar.provenance import Origin
from jiwar.report.blocks import (
    Align,
    Code,
    Column,
    Narrow,
    Note,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import client, flow, group, tier
from jiwar.report.outlook.numbers import MODEL, count_text, facts, method, rounded_people
from jiwar.report.texts import Texts, words

Write = Callable[[float], str]

_LOSSES = frozenset({"emigrated", "left"})
_HIRED = (*method("outlook-model", "labour"), *facts("outlook/attrition_response", "outlook/fill_response"))


def people(material: Material, texts: Texts) -> Section:
    """Show the pipeline of talent, jobs by tier of cities, and the clients."""
    answers = material.answers

    def count(value: float) -> str:
        return count_text(texts, rounded_people(value))

    def share(value: float) -> str:
        return texts.form.share(value)

    opening = texts(
        "People for IT, engineering and research: entrants become graduates after three to five years, some leave for "
        "other work or another country, a few return. Middle of all paths, in brackets P10 to P90."
    )
    flows = _table(
        texts,
        texts("IT, engineering and research"),
        texts("People a year who join (+) and leave (−), and the people there then are."),
        {_signed(texts, name): fan for name, fan in answers.pipeline.items()},
        count,
        MODEL,
    )
    places = _table(
        texts,
        texts("Cities"),
        texts("Jobs by group of cities."),
        {tier(texts, name): fan for name, fan in answers.cities.items()},
        count,
        MODEL,
    )
    buyers = _table(
        texts,
        texts("Client country"),
        texts("Share of each client country in exports."),
        {client(texts, name): fan for name, fan in answers.clients.items()},
        share,
        MODEL,
    )
    unknown = texts(
        "Neither jobs by city after 2020 nor exports by country were published: cities and clients start from "
        "estimates of our own."
    )
    return Section(
        "people",
        texts("People, cities, clients"),
        (Paragraph(words(opening)), flows, places, buyers, Note(words(unknown))),
    )


def companies(material: Material, texts: Texts) -> Section:
    """Show what a company that hires should plan with."""
    opening = texts.parts(
        "In {year} companies plan with published pay, attrition and months to fill a post; from there the paths move "
        "them. {command} copies a case that plans with these numbers, city by city.",
        year=str(next(iter(material.answers.hiring.values())).years[0]),
        command=Code("jiwar outlook --case CASE --into FOLDER"),
    )
    blocks: list[Paragraph | Table] = [Paragraph(opening)]
    found = material.answers.hiring
    for name in ("digital", "service"):
        rows: dict[str, tuple[Fan, Write]] = {
            texts("Pay, of that of the first year"): (found[f"pay_index_{name}"], texts.form.share),
            texts("Leavers a year"): (found[f"attrition_{name}"], texts.form.share),
            texts("Months to fill a post"): (
                found[f"time_to_fill_{name}"],
                lambda value: texts.form.number(value, 1),
            ),
        }
        fans = {title: fan for title, (fan, _) in rows.items()}
        years = _years(next(iter(fans.values())))
        columns = (Column(group(texts, name)), *(Column(str(year), Align.NUMBER) for year in years))
        told = tuple(
            Row((words(title), *(_cell(texts, fan, year, write, _HIRED) for year in years)))
            for title, (fan, write) in rows.items()
        )
        caption = texts("{group}: what a company that hires should expect.", group=group(texts, name))
        blocks.append(Table(caption, columns, told, Narrow.STACK))
    return Section("companies", texts("What companies should plan with"), tuple(blocks))


def _signed(texts: Texts, name: str) -> str:
    sign = "" if name == "pool" else "− " if name in _LOSSES else "+ "
    return f"{sign}{flow(texts, name)}"


def _years(fan: Fan) -> tuple[int, ...]:
    """Return the first and last year and 2030 when it lies between."""
    first, last = fan.years[0], fan.years[-1]
    return tuple(sorted({first, min(max(2030, first), last), last}))


def _table(
    texts: Texts, head: str, caption: str, rows: Mapping[str, Fan], write: Write, ground: tuple[Origin, ...]
) -> Table:
    years = _years(next(iter(rows.values())))
    columns = (Column(head), *(Column(str(year), Align.NUMBER) for year in years))
    told = tuple(
        Row((words(title), *(_cell(texts, fan, year, write, ground) for year in years)))
        for title, fan in rows.items()
    )
    return Table(caption, columns, told, Narrow.STACK)


def _cell(texts: Texts, fan: Fan, year: int, write: Write, ground: tuple[Origin, ...]) -> Parts:
    low, middle, high = (fan.at(year, level) for level in (0.1, 0.5, 0.9))
    number = Number(write(middle), ground, middle)
    if write(low) == write(high):
        return (number,)
    return texts.parts("{middle} ({low} to {high})", middle=number, low=write(low), high=write(high))
