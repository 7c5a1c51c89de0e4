"""The map: home, the sites of the plan with their people, and the sites that were considered."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import Align, Column, Figure, Row, Table
from jiwar.report.charts import MapSite, SiteMap
from jiwar.report.context import ReportContext
from jiwar.report.quantities import people, people_text
from jiwar.report.texts import Texts, words


def site_map(context: ReportContext, texts: Texts) -> Figure | None:
    """Draw the sites of the case; nothing when the run holds no coordinates."""
    further = context.further
    if further is None or not further.map:
        return None
    places = {place.id: place for place in further.map}
    inside = [site for site in context.sites if site.id in places]
    if not inside:
        return None
    ends = {site.id: site.people[-1] for site in inside}
    shown = tuple(
        MapSite(site.name, places[site.id].latitude, places[site.id].longitude, position, ends[site.id])
        for position, site in enumerate(inside)
    )
    others = tuple(
        MapSite(place.name, place.latitude, place.longitude, 0)
        for place in further.map
        if place.id not in ends
    )
    chart = SiteMap(
        sites=shown,
        others=others,
        compass=(texts("N"), texts("E"), texts("S"), texts("W")),
        write=lambda value: people_text(texts, value),
        write_km=lambda value: f"{texts.form.number(value)} km",
    )
    rows = tuple(
        Row((words(site.name), (people(texts, Amount(site.people[-1], site.origins)),))) for site in inside
    )
    columns = (Column(texts("Site")), Column(texts("People at the end"), Align.NUMBER))
    table = Table(texts("People at the end of the horizon by site."), columns, rows)
    alt = texts(
        "Map of the sites of the case; the plan uses {sites}.",
        sites=texts.listed(tuple(one.name for one in inside)),
    )
    note = texts(
        "The width of a line grows with the people at the end; grey sites were compared and not chosen."
    )
    return Figure("site-map", texts("Where the sites lie"), chart, alt, table, words(note))
