"""The tables of sites, roles and sources read into the catalogue of the base."""

from __future__ import annotations

import datetime as dt

from jiwar.diagnostics import Diagnostic
from jiwar.facts.fact import Source
from jiwar.facts.reading import Reading, read_rows
from jiwar.facts.site import Role, Site

SITE_COLUMNS = (
    "id",
    "name",
    "country",
    "province",
    "park",
    "zone",
    "currency",
    "latitude",
    "longitude",
    "holiday_country",
    "holiday_subdivision",
    "week",
    "day_start",
    "day_end",
    "region_group",
    "airport",
    "land",
    "languages",
    "note",
)
ROLE_COLUMNS = ("id", "family", "name_en", "name_de", "name_fr", "isco08", "note")
SOURCE_COLUMNS = ("id", "title", "publisher", "url", "accessed", "licence", "attribution", "note", "kind")


def read_sites(text: str, problems: list[Diagnostic]) -> dict[str, Site]:
    """Read the catalogue of sites by id, adding to the problems."""
    reading = Reading("sites.csv", problems=problems)
    sites: dict[str, Site] = {}
    for line, cells in read_rows(reading, text, SITE_COLUMNS):
        row = dict(zip(SITE_COLUMNS, cells, strict=True))
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        except ValueError:
            message = f"the coordinates of `{row['id']}` are not numbers"
            reading.problem("F004", line, message, "write degrees with a decimal point")
            continue
        sites[row["id"]] = Site(
            id=row["id"],
            name=row["name"],
            country=row["country"],
            place=f"{row['country']}-{row['id']}",
            province=row["province"],
            park=row["park"],
            zone=row["zone"],
            currency=row["currency"],
            latitude=latitude,
            longitude=longitude,
            holiday_country=row["holiday_country"],
            holiday_subdivision=row["holiday_subdivision"] or None,
            week=row["week"],
            day_start=row["day_start"],
            day_end=row["day_end"],
            region_group=row["region_group"],
            airport=row["airport"],
            land=row["land"] or None,
            languages=tuple(row["languages"].split()),
            note=row["note"],
        )
    return sites


def read_roles(text: str, problems: list[Diagnostic]) -> dict[str, Role]:
    """Read the roles by id, adding to the problems."""
    reading = Reading("roles.csv", problems=problems)
    return {cells[0]: Role(*cells) for _, cells in read_rows(reading, text, ROLE_COLUMNS)}


def read_sources(text: str, problems: list[Diagnostic]) -> dict[str, Source]:
    """Read the documents by id, adding to the problems."""
    reading = Reading("sources.csv", problems=problems)
    sources: dict[str, Source] = {}
    header = text.partition("\n")[0].split(",")
    columns = SOURCE_COLUMNS if "kind" in header else SOURCE_COLUMNS[:-1]
    for line, cells in read_rows(reading, text, columns):
        row = dict(zip(columns, cells, strict=True))
        try:
            accessed = dt.date.fromisoformat(row["accessed"])
        except ValueError:
            message = f"`accessed` of `{row['id']}` is not a day"
            reading.problem("F014", line, message, "write days as 2026-11-22")
            continue
        if row["id"] in sources:
            reading.problem("F011", line, f"the source `{row['id']}` stands twice", "keep one of the two")
        sources[row["id"]] = Source(**{**row, "accessed": accessed})  # type: ignore[arg-type]  # columns are fields
    return sources
