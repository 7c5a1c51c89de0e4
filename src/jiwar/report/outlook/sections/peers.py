"""How other countries went on from the size that Morocco has now."""

from __future__ import annotations

from jiwar.outlook.answers import Peer
from jiwar.outlook.answers.peers import HOME
from jiwar.report.blocks import Align, Column, Figure, Note, Paragraph, Row, RowKind, Section, Table
from jiwar.report.charts.lines import Line, Lines
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import country
from jiwar.report.outlook.numbers import MODEL, facts, method, share
from jiwar.report.texts import Texts, words
from jiwar.report.words import N_

_YEARS = 9
_LEAST_YEARS = 4.0
"""Years for which numbers must go on from the size of Morocco to be drawn."""


def peers(material: Material, texts: Texts) -> Section:
    """Draw the paths from the same size, and give their growth."""
    opening = texts(
        "Jobs from the time at which each country had as many as Morocco at the end of 2024. Counts differ from "
        "country to country: the pace compares, the level does not."
    )
    drawn = {peer.country for peer in _drawn(material)}
    absent = [peer for peer in material.answers.peers if peer.country not in drawn]
    notes = [
        texts(template, names=texts.listed(tuple(country(texts, peer.country) for peer in some)))
        for template, some in (
            (N_("Far larger when its numbers begin: {names}."), [peer for peer in absent if peer.above]),
            (N_("Too few numbers since that size: {names}."), [peer for peer in absent if not peer.above]),
        )
        if some
    ]
    note = [Note(words(" ".join([*notes, texts("They appear in the table only.")])))] if notes else []
    return Section(
        "peers",
        texts("The paths of others from this size"),
        (Paragraph(words(opening)), _figure(material, texts), *note),
    )


def _drawn(material: Material) -> list[Peer]:
    """Return the countries whose numbers go on for some years from the size of Morocco."""
    return [
        peer
        for peer in material.answers.peers
        if not peer.above and peer.points[0][0] == 0 and peer.points[-1][0] >= _LEAST_YEARS
    ]


def _figure(material: Material, texts: Texts) -> Figure:
    fan = material.answers.fans["jobs"]
    start = fan.years.index(2024)
    home = tuple(fan.values[2][start : start + _YEARS])
    band = tuple(fan.values[0][start : start + _YEARS]), tuple(fan.values[4][start : start + _YEARS])
    name = texts("Morocco, middle path")
    series = [Line(name, home, 1, low=band[0], high=band[1])]
    series.extend(
        Line(country(texts, peer.country), _yearly(peer, len(home)), position, dashed=True)
        for position, peer in enumerate(_drawn(material), start=2)
    )
    marks = tuple((at, f"+{at}" if at else "0") for at in range(0, len(home), 2))

    def write(value: float) -> str:
        return texts.form.number(value / 1e3)

    chart = Lines(tuple(series), marks, texts("Thousand jobs, years since the size of today"), write)
    alt = texts(
        "Jobs of {names} by years since they had the size of Morocco today.",
        names=texts.listed(tuple(line.label for line in series)),
    )
    title = texts("Jobs from the same size")
    return Figure("peers", title, chart, alt, _table(material, texts), table_open=True)


def _yearly(peer: Peer, years: int) -> tuple[float | None, ...]:
    """Read a path at whole years, at constant growth between two published numbers; nothing beyond the last."""
    found: list[float | None] = []
    for year in range(years):
        before = max((point for point in peer.points if point[0] <= year), key=lambda point: point[0])
        later = [point for point in peer.points if point[0] > year]
        if not later:
            found.append(before[1] if before[0] == year else None)
            continue
        after = min(later, key=lambda point: point[0])
        part = (year - before[0]) / (after[0] - before[0])
        found.append(before[1] * (after[1] / before[1]) ** part)
    return tuple(found)


def _table(material: Material, texts: Texts) -> Table:
    fan = material.answers.fans["jobs"]
    last = min(2030, fan.years[-1])
    growth = (fan.at(last) / fan.at(2024)) ** (1 / (last - 2024)) - 1
    columns = (
        Column(texts("Country")),
        Column(texts("Years")),
        Column(texts("Growth of jobs a year"), Align.NUMBER),
    )
    rows = [
        Row(
            (
                words(country(texts, "MA")),
                words(f"2024–{last}"),
                (share(texts, growth, (*MODEL, *facts(HOME))),),
            ),
            RowKind.SUBTOTAL,
        )
    ]
    rows.extend(
        Row(
            (
                words(country(texts, peer.country)),
                words(f"{peer.span[0]:.0f}–{peer.span[1]:.0f}"),
                (share(texts, peer.growth, (*method("peers"), *facts(*peer.facts))),),
            )
        )
        for peer in sorted(material.answers.peers, key=lambda peer: -peer.growth)
    )
    return Table(texts("Growth of jobs from about this size; Morocco: middle path."), columns, tuple(rows))
