"""The lists written by hand beside this file, as lines of words."""

from __future__ import annotations

import csv
from pathlib import Path

from tools.build_facts.record import FactRecord

COUNTRIES = ("DE", "MA", "PL", "RO", "PT", "ES", "TN", "EG", "IN", "RS", "TR")


def read_list(path: Path) -> list[dict[str, str]]:
    """Return the lines of a hand-written table."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def singles(curated: Path, name: str = "singles", table: str = "") -> list[FactRecord]:
    """Return the facts written by hand: single priors and planning values, or those of one table."""
    return [
        FactRecord(
            table=table or ("priors" if line["grade"] == "prior" else "planning"),
            key=line["key"],
            place=line["place"],
            low=float(line["low"]),
            mid=float(line["mid"]),
            high=float(line["high"]),
            unit=line["unit"],
            kind=line["kind"],
            period=line["period"],
            grade=line["grade"],
            note=line["reason"],
            sources=[f"url:{url}" for url in line["urls"].split()],
            index=line["index"],
            based_on=[name.replace("~", " ") for name in line["based_on"].split()],
        )
        for line in read_list(curated / f"{name}.csv")
    ]
