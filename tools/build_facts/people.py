"""People by site and role family, and how a country's people divide by seniority."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import mean

from tools.build_facts.lists import COUNTRIES, read_list
from tools.build_facts.material import MaterialRow, matching
from tools.build_facts.pay import SENIORITIES
from tools.build_facts.record import FactRecord

_BORROWED = {"TN": "MA", "RS": "RO"}
"""Countries whose survey has too few answers, and the neighbour whose shares stand in."""

_SURVEY_ROWS = {"MA": "sodma.net.(country).all_tech_roles", "EG": "egytech.software_engineer"}


def stocks(curated: Path, sites: list[dict[str, str]]) -> list[FactRecord]:
    """Return people by site and role family: specialists in information technology times a ratio."""
    ratios: dict[str, dict[str, float]] = {}
    for line in read_list(curated / "families.csv"):
        ratios.setdefault(line["country"], {})[line["family"]] = float(line["per_it_specialist"])
    lines = {line["site"]: line for line in read_list(curated / "stocks.csv")}
    return [
        _stock(site, family, ratio, lines[site["id"]])
        for site in sites
        for family, ratio in ratios.get(site["country"], ratios["*"]).items()
    ]


def _stock(site: dict[str, str], family: str, ratio: float, line: dict[str, str]) -> FactRecord:
    place, specialists = f"{site['country']}-{site['id']}", float(line["people"])
    base = "of 60,000 in Morocco (prior), " if site["country"] == "MA" else ""
    people = specialists * ratio
    return FactRecord(
        table="talent_stock",
        key=f"talent_stock/{place}/{family}",
        place=place,
        low=_two_digits(people / 2),
        mid=_two_digits(people),
        high=_two_digits(people * 2),
        unit="people",
        kind="prior",
        period="2024",
        grade="prior",
        note=f"About {specialists:,.0f} specialists in information technology ({base}{line['reason']}), "
        f"times {ratio:g} for the family (prior)",
        based_on=line["based_on"].split("|") if line["based_on"] else [],
    )


def seniority_shares(rows: dict[str, MaterialRow]) -> list[FactRecord]:
    """Return how developers divide by seniority, by country.

    Who answers a survey differs from country to country more than the sample does from its people, so a share
    lies halfway between the country's own survey and the mean over all countries, and the range holds both.
    """
    surveyed = {country: _cells(rows, country) for country in COUNTRIES if country not in _BORROWED}
    shares = {country: _percents(cells) for country, cells in surveyed.items()}
    means = {level: mean(share[level] for share in shares.values()) for level in SENIORITIES}
    records = []
    for country in COUNTRIES:
        own = _BORROWED.get(country, country)
        for level in SENIORITIES:
            record = _share(country, level, shares[own][level], means[level])
            record.based_on = [surveyed[own][level].key]
            records.append(record)
    return records


def _share(country: str, seniority: str, answered: float, everywhere: float) -> FactRecord:
    own = _BORROWED.get(country, country)
    whose = f"of {own}, because {country} has too few answers" if own != country else "of the country"
    return FactRecord(
        table="talent_stock",
        key=f"seniority_share/{country}/{seniority}",
        place=country,
        low=round(0.8 * min(answered, everywhere), 1),
        mid=round((answered + everywhere) / 2, 1),
        high=round(1.25 * max(answered, everywhere), 1),
        unit="percent",
        kind="prior",
        period="2023..2024" if own == "MA" else "2024",
        grade="prior",
        note=f"Share of a seniority among developers: halfway between {answered:.1f} % of the answers in the survey "
        f"{whose} and {everywhere:.1f} % as the mean over all countries, because who answers differs by country",
    )


def _percents(cells: dict[str, MaterialRow]) -> dict[str, float]:
    total = sum(cell.sample for cell in cells.values())
    return {seniority: 100.0 * cell.sample / total for seniority, cell in cells.items()}


def _cells(rows: dict[str, MaterialRow], country: str) -> dict[str, MaterialRow]:
    prefix = _SURVEY_ROWS.get(country, f"so24.{country}.software_engineer")
    found = {row.key.rsplit(".", 1)[1]: row for row in matching(rows, f"{prefix}.")}
    return {seniority: found[seniority] for seniority in SENIORITIES}


def _two_digits(people: float) -> float:
    return round(people, 1 - math.floor(math.log10(people)))
