"""What holds growth back by year, and how the mix of activities moves."""

from __future__ import annotations

from jiwar.outlook.answers import Mix
from jiwar.report.blocks import Align, Column, Figure, Paragraph, Row, Section, Table
from jiwar.report.charts.outlook_stack import OutlookStack
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.names import branch, limit
from jiwar.report.outlook.numbers import share
from jiwar.report.texts import Texts, words


def limits(material: Material, texts: Texts) -> Section:
    """Show what binds when."""
    binds = material.answers.binds
    names = tuple(limit(texts, kind) for kind in binds.kinds)
    opening = texts(
        "Each year, on each path, one limit is the tightest. Money spent on another one is lost in that year."
    )
    figure = _figure(
        binds, names, texts, "binds", texts("What holds growth back"), texts("Share of paths by limit.")
    )
    return Section("limits", texts("What binds, and when"), (Paragraph(words(opening)), figure))


def mix(material: Material, texts: Texts) -> Section:
    """Show how jobs and exports are made up."""
    found = material.answers.mixes
    names = tuple(branch(texts, kind) for kind in found["jobs"].kinds)
    opening = texts(
        "Jobs by activity are published by nobody; the model estimates them from exports by activity, which are. "
        "Shares are of the mean over all paths."
    )
    jobs = _figure(
        found["jobs"],
        names,
        texts,
        "mix-jobs",
        texts("Jobs by activity"),
        texts("Share of jobs by activity."),
    )
    exports = _figure(
        found["exports"],
        names,
        texts,
        "mix-exports",
        texts("Exports by activity, new statistics"),
        texts("Share of exports by activity."),
    )
    return Section(
        "mix", texts("From call centre to engineering"), (Paragraph(words(opening)), jobs, exports)
    )


def _figure(found: Mix, names: tuple[str, ...], texts: Texts, key: str, title: str, caption: str) -> Figure:
    chart = OutlookStack(found.years, names, found.shares, texts.form.share)
    first, last = found.years[0], found.years[-1]
    told = "; ".join(
        texts(
            "{name}: {first} in {start}, {last} in {end}",
            name=name,
            first=texts.form.share(row[0]),
            start=str(first),
            last=texts.form.share(row[-1]),
            end=str(last),
        )
        for name, row in zip(names, found.shares, strict=True)
    )
    columns = (Column(texts("Year")), *(Column(name, Align.NUMBER) for name in names))
    rows = tuple(
        Row((words(str(year)), *((share(texts, row[at]),) for row in found.shares)))
        for at, year in enumerate(found.years)
    )
    return Figure(key, title, chart, texts("{told}.", told=told), Table(caption, columns, rows))
