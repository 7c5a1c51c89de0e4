"""The data package as files: tables, series, report, licences and the description of all of them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tools.build_facts.evidence import ImportLine
from tools.build_facts.record import EDITION, FactRecord
from tools.build_facts.sources import SourceRecord

FACT_COLUMNS = (
    ("key", "string", "Path that names the fact; unique"),
    ("place", "string", "Country (MA) or country and site (MA-casablanca); empty when it holds anywhere"),
    ("low", "number", "Low end of the range, in the unit"),
    ("mid", "number", "Middle of the range, in the unit"),
    ("high", "number", "High end of the range, in the unit"),
    ("unit", "string", "Unit from the closed list"),
    ("range", "string", "What low and high mean"),
    ("period", "string", "Time that the number speaks of"),
    ("source", "string", "Ids of the sources, the one that gives the number first"),
    ("grade", "string", "How far to trust the number"),
    ("check_by", "date", "Day by which the number should be checked again"),
    ("index", "string", "Key of the index that carries the number to another month"),
    ("based_on", "string", "Keys of the facts that a derivation rests on"),
    ("recorded", "date", "Day from which the base holds this line"),
    ("note", "string", "What the number is and how it was reached"),
)
GRADES = ("statute", "official", "survey", "press", "vendor", "prior")
KINDS = ("quartiles", "interval", "published", "point", "prior", "scenarios")
TITLES = {
    "pay": "Gross pay by site, role and seniority",
    "pay_odbl": "Gross pay by site, role and seniority, derived from share-alike surveys",
    "provider_rates": "Day rates of providers",
    "provider_rates_odbl": "Day rates of providers, derived from pay",
    "talent_stock": "People by site and role family",
    "talent_stock_odbl": "People by site and role family, shares of seniority",
    "planning": "Planning values from published sources",
    "planning_odbl": "Planning values from share-alike surveys",
    "priors": "Priors: numbers that nobody publishes",
    "priors_odbl": "Priors that lean on share-alike surveys",
    "survey_stackoverflow": "Stack Overflow Developer Survey 2024, own tabulation",
    "survey_stateofdev": "State of Dev in Morocco 2020-2024, own tabulation",
    "pay_published": "Published pay",
    "operating": "Charges, labour cost, rates, leaving, hiring, rents, flights",
    "productivity": "Evidence on learning and distance",
    "talent_supply": "Graduates, stocks, languages, German shortage",
    "working_time": "Hours, leave, clock, joint days",
    "currencies": "Exchange rates, volatility, the rule of the dirham",
    "location_indices": "Location indices",
    "sector_exports": "Exports of the Moroccan sector, old and new definition",
    "sector_jobs": "Jobs, firms, parks, exports per job",
    "sector_targets": "Plans, targets, incentives",
    "sector_talent": "Graduates, programmes, emigration, unemployment in Morocco",
    "sector_germany": "Vacancies and unemployment of engineers in Germany, German presence in Morocco",
    "sector_firms": "Headcounts and pledges of firms",
    "sector_trade": "Moroccan trade, trade with Germany",
    "sector_comparators": "Poland, Romania, Egypt, Philippines, India",
    "sector_parameters": "Parameters and priors of the outlook",
    "outlook": "Priors of the outlook model",
}
_CATALOGUE = {
    "sites": "Sites where people can work",
    "roles": "Roles and their occupations",
    "sources": "Documents that facts come from",
    "alternatives": "Rival numbers, the chosen one and why",
}
_SERIES = {
    "fx_monthly": "Units of currency per EUR by month",
    "clock_overlap": "Hours of 9:00-17:30 shared with Germany, by country and year",
    "public_holidays": "Public holidays by country, region and year",
}
ODBL = {
    "name": "ODbL-1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    "title": "Open Database License 1.0",
}
OWN = {
    "name": "Apache-2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
    "title": "Apache License 2.0 for our selection and wording; figures are cited from their sources",
}


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table as UTF-8 with LF; returns the number of lines below the header."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    count = 0
    for row in rows:
        writer.writerow(row)
        count += 1
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")
    return count


def write_package(
    folder: Path,
    facts: list[FactRecord],
    sources: list[SourceRecord],
    report: list[ImportLine],
    curated: Path,
    material: Path,
) -> dict[str, int]:
    """Write the whole data package and return the number of lines of each table."""
    folder.mkdir(parents=True)
    resources: list[dict[str, Any]] = []
    counts: dict[str, int] = {}
    for name in TITLES:
        records = sorted((fact for fact in facts if fact.table == name), key=lambda fact: fact.key)
        if not records:
            continue
        path = f"{'odbl' if _share_alike(name) else 'facts'}/{name}.csv"
        counts[name] = write_table(
            folder / path, [column[0] for column in FACT_COLUMNS], (r.cells() for r in records)
        )
        resources.append(_facts_resource(name, path))
    _check_tables(facts)
    for name in ("sites", "roles", "alternatives"):
        shutil.copyfile(curated / f"{name}.csv", folder / f"{name}.csv")
    columns = ("id", "title", "publisher", "url", "accessed", "licence", "attribution", "note", "kind")
    counts["sources"] = write_table(folder / "sources.csv", columns, (source.cells() for source in sources))
    resources += [
        _plain_resource(folder, name, f"{name}.csv", title, "catalogue") for name, title in _CATALOGUE.items()
    ]
    _write_series(folder, material)
    resources += [
        _plain_resource(folder, name, f"series/{name}.csv", title, "series")
        for name, title in _SERIES.items()
    ]
    lines = ([item.file, str(item.line), item.row, item.decision, item.key, item.reason] for item in report)
    header = ("table", "line", "row", "decision", "key", "reason")
    counts["import_report"] = write_table(folder / "import_report.csv", header, lines)
    title = "What happened to every row of the research tables"
    resources.append(_plain_resource(folder, "import_report", "import_report.csv", title, "report"))
    (folder / "odbl" / "LICENCE.txt").write_text(_notice(sources), encoding="utf-8", newline="\n")
    _write_manifest(folder, resources)
    return counts


def _share_alike(name: str) -> bool:
    return name.endswith("_odbl") or name.startswith("survey_")


def _check_tables(facts: list[FactRecord]) -> None:
    strange = {fact.table for fact in facts} - set(TITLES)
    if strange:
        message = f"tables without a title: {sorted(strange)}"
        raise ValueError(message)


def _facts_resource(name: str, path: str) -> dict[str, Any]:
    constraints: dict[str, dict[str, Any]] = {
        "key": {"required": True},
        "unit": {"required": True},
        "range": {"required": True, "enum": list(KINDS)},
        "period": {"required": True},
        "source": {"required": True},
        "grade": {"required": True, "enum": list(GRADES)},
        "check_by": {"required": True},
        "recorded": {"required": True},
    }
    fields = [
        {"name": column, "type": kind, "description": text}
        | ({"constraints": constraints[column]} if column in constraints else {})
        for column, kind, text in FACT_COLUMNS
    ]
    return _resource(name, path, TITLES[name], "facts") | {
        "licenses": [ODBL if _share_alike(name) else OWN],
        "schema": {"fields": fields, "primaryKey": ["key", "recorded"], "missingValues": [""]},
    }


def _plain_resource(folder: Path, name: str, path: str, title: str, role: str) -> dict[str, Any]:
    with (folder / path).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    header, body = rows[0], rows[1:]
    fields = [
        {"name": column, "type": _type([row[index] for row in body])} for index, column in enumerate(header)
    ]
    return _resource(name, path, title, role) | {
        "licenses": [OWN],
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _type(cells: list[str]) -> str:
    """Return the type of a column: a number when every filled cell is one."""
    filled = [cell for cell in cells if cell]
    try:
        for cell in filled:
            float(cell)
    except ValueError:
        return "string"
    return "number" if filled else "string"


def _resource(name: str, path: str, title: str, role: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "title": title,
        "role": role,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
    }


def _write_series(folder: Path, material: Path) -> None:
    tables = {
        "fx_monthly": ("fx_monthly_units_per_eur.csv", "hmrc-monthly-rates", {}),
        "clock_overlap": (
            "timezone_overlap_de.csv",
            "tzdata-2026",
            {
                "weekdays_same_clock_as_DE": "days_on_german_clock",
                "pct_same_clock": "percent_on_german_clock",
                "mean_overlap_hours_0900_1730": "shared_hours_per_day",
                "overlap_pct_of_8_5h": "percent_of_the_day_shared",
                "offset_distribution": "offsets",
            },
        ),
        "public_holidays": ("public_holidays_counts.csv", "holidays-0.109", {"subdiv": "subdivision"}),
    }
    for name, (file, source, renamed) in tables.items():
        with (material / file).open(encoding="utf-8", newline="") as handle:
            rows = list(csv.reader(handle))
        header = [renamed.get(column, column) for column in rows[0][:-1]]
        write_table(
            folder / "series" / f"{name}.csv", (*header, "source"), ([*row[:-1], source] for row in rows[1:])
        )


def _notice(sources: list[SourceRecord]) -> str:
    named = "\n".join(
        f"- {source.attribution}: {source.url}" for source in sources if source.licence == "ODbL-1.0"
    )
    return (
        "The tables in this folder are databases derived from share-alike sources and are made available\n"
        "under the Open Database License 1.0: https://opendatacommons.org/licenses/odbl/1-0/\n"
        "Any rights in individual contents are licensed under the Database Contents License:\n"
        "https://opendatacommons.org/licenses/dbcl/1-0/\n\n"
        f"They contain information from:\n{named}\n"
    )


def describe_again(folder: Path) -> None:
    """Put the size and hash of every table, as it now is, into the description of the package."""
    path = folder / "datapackage.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    _write_description(folder, manifest)


def _write_manifest(folder: Path, resources: list[dict[str, Any]]) -> None:
    manifest = {
        "profile": "tabular-data-package",
        "name": "jiwar-facts",
        "title": "Jiwar fact base",
        "description": "Sourced, dated, ranged and graded numbers on engineering work in Morocco and peers.",
        "version": EDITION,
        "created": f"{EDITION}T00:00:00Z",
        "licenses": [OWN, ODBL],
        "resources": resources,
    }
    _write_description(folder, manifest)


def _write_description(folder: Path, manifest: dict[str, Any]) -> None:
    for resource in manifest["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")
