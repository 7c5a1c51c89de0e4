"""Builds the shipped fact base: ``python -m tools.build_facts RESEARCH_FOLDER`` from the root.

With ``--describe`` instead of a folder, tables edited by hand are described anew and the pages rewritten.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tools.build_facts.documents import write_pages
from tools.build_facts.evidence import Evidence
from tools.build_facts.lists import read_list, singles
from tools.build_facts.material import by_key, read_material
from tools.build_facts.package import describe_again, write_package
from tools.build_facts.pay import PayGrid
from tools.build_facts.people import seniority_shares, stocks
from tools.build_facts.provider_rates import ProviderRates, rate_growth
from tools.build_facts.rates_of_exchange import mean_rate
from tools.build_facts.resolve import resolve
from tools.build_facts.seats import rents, seats
from tools.build_facts.sources import Sources

from jiwar.diagnostics import as_text
from jiwar.facts import lint, read_base

CURATED = Path(__file__).parent / "curated"
ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src" / "jiwar" / "facts" / "data"
PAGES = ROOT / "docs" / "facts"


def build(material: Path, target: Path) -> dict[str, int]:
    """Build the data package from the research tables and return the number of lines of each table."""
    rows = read_material(material)
    named = by_key(rows)
    sources = Sources(CURATED / "sources.csv")
    evidence = Evidence(rows, CURATED, sources)
    sites = read_list(CURATED / "sites.csv")
    roles = [line["id"] for line in read_list(CURATED / "roles.csv")]
    grid = PayGrid(named, CURATED)
    hand = singles(CURATED)
    wages = {record.place: record for record in hand if record.key == f"wage_growth/{record.place}"}
    mad_per_eur = float(named["fx.level.MAD"].mid)
    rented = rents(CURATED, sites)
    computed = [
        *hand,
        *singles(CURATED, "outlook", "outlook"),
        *grid.records(sites, roles),
        *ProviderRates(named, grid, mad_per_eur).records(),
        *rate_growth(wages),
        *rented,
        *seats(rented, hand, mad_per_eur),
        *stocks(CURATED, sites),
        *seniority_shares(named),
        mean_rate(material, "MAD", 2026),
    ]
    facts = resolve(computed, evidence, sources)
    sources.use("hmrc-monthly-rates", "tzdata-2026", "holidays-0.109")
    return write_package(target, facts, sources.used(), evidence.report, CURATED, material)


def replace_whole(material: Path, target: Path) -> dict[str, int]:
    """Build beside the target and put the result in its place; a failed build changes nothing."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".build-") as folder:
        fresh, old = Path(folder) / "fresh", Path(folder) / "old"
        counts = build(material, fresh)
        if target.exists():
            target.rename(old)
        shutil.move(fresh, target)
    return counts


def main(arguments: list[str]) -> int:
    """Run the build and print what came out."""
    if len(arguments) != 1:
        print("usage: python -m tools.build_facts RESEARCH_FOLDER | --describe")
        return 2
    if arguments[0] == "--describe":
        describe_again(TARGET)
    else:
        counts = replace_whole(Path(arguments[0]), TARGET)
        print("\n".join(f"{name:24} {count:6}" for name, count in counts.items()))
        print(dict(Counter(line["decision"] for line in read_list(TARGET / "import_report.csv"))))
    facts = read_base(TARGET)
    write_pages(facts, PAGES)
    problems = lint(facts)
    print(as_text(problems) or f"{len(facts)} facts, no breach of the rules")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
