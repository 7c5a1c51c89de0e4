"""Office rents by site, and the cost of a seat computed from them."""

from __future__ import annotations

from pathlib import Path

from tools.build_facts.lists import read_list
from tools.build_facts.record import FactRecord


def rents(curated: Path, sites: list[dict[str, str]]) -> list[FactRecord]:
    """Return the rent of every site, published or a prior."""
    lines = {line["site"]: line for line in read_list(curated / "rents.csv")}
    records = []
    for site in sites:
        line, place = lines[site["id"]], f"{site['country']}-{site['id']}"
        records.append(
            FactRecord(
                table="priors" if line["grade"] == "prior" else "planning",
                key=f"office_rent/{place}",
                place=place,
                low=float(line["low"]),
                mid=float(line["mid"]),
                high=float(line["high"]),
                unit=line["unit"],
                kind=line["kind"],
                period=line["period"],
                grade=line["grade"],
                note=f"Office rent. {line['reason']}",
                based_on=line["based_on"].split(),
            )
        )
    return records


def seats(rented: list[FactRecord], hand: list[FactRecord], mad_per_eur: float) -> list[FactRecord]:
    """Return the yearly cost of a seat: twelve months of rent for its area, plus equipment."""
    by_key = {record.key: record for record in hand}
    area, equipment = by_key["seat_area"], by_key["seat_equipment"]
    return [_seat(rent, area, equipment, mad_per_eur) for rent in rented]


def _seat(rent: FactRecord, area: FactRecord, equipment: FactRecord, mad_per_eur: float) -> FactRecord:
    rate = mad_per_eur if rent.unit.startswith("MAD") else 1.0
    low, mid, high = (
        round(12 * getattr(area, end) * getattr(rent, end) / rate + getattr(equipment, end), -1)
        for end in ("low", "mid", "high")
    )
    return FactRecord(
        table="priors",
        key=f"seat/{rent.place}",
        place=rent.place,
        low=low,
        mid=mid,
        high=high,
        unit="EUR/year",
        kind="prior",
        period="2026",
        grade="prior",
        note="Seat per person and year: twelve months of office_rent for seat_area, plus seat_equipment, "
        "each low, middle and high together",
        based_on=[f"={rent.key}", f"={area.key}", f"={equipment.key}"],
    )
