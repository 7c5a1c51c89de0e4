"""Pages of the documentation that are written from the base: priors, derivations, sites, attribution."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from jiwar.facts import Fact, Facts, Grade, attributions

_TEMPLATES = Path(__file__).parent / "pages"
_BUILT = "*This page is written from the fact base by `python -m tools.build_facts`; do not edit it.*"
_BY_RULE = ("pay/", "talent_stock/", "seat/")
_BASES = {"MA": "MA-casablanca", "DE": "DE-stuttgart"}


def write_pages(facts: Facts, folder: Path) -> None:
    """Write every generated page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(facts).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def pages(facts: Facts) -> dict[str, str]:
    """Return the generated pages by file name."""
    filled = {
        "priors.md": {"tables": _priors(facts)},
        "derivations.md": {"example": _example(facts), "pay": _pay(facts), "rates": _rates(facts)},
        "sites.md": {"table": _sites(facts)},
        "attribution.md": {"lists": _attribution(facts)},
    }
    return {
        name: (_TEMPLATES / name).read_text(encoding="utf-8").format(built=_BUILT, **parts)
        for name, parts in filled.items()
    }


def _priors(facts: Facts) -> str:
    found = (fact for fact in facts.by_key.values() if fact.grade is Grade.PRIOR)
    single = sorted((fact for fact in found if not fact.key.startswith(_BY_RULE)), key=lambda fact: fact.key)
    parts = []
    for name, group in groupby(single, key=lambda fact: fact.key.split("/")[0]):
        rows = [(f"`{fact.key}`", *_numbers(fact), fact.unit, fact.note) for fact in group]
        table = _table(("key", "low", "mid", "high", "unit", "reason"), rows)
        parts.append(f"## {name}\n\n{table}")
    return "\n\n".join(parts)


def _example(facts: Facts) -> str:
    fact = facts.get("pay/MA-fes/test_engineer/mid")
    return f"`{fact.key}` = {' / '.join(_numbers(fact))} {fact.unit} ({fact.grade}). {fact.note}"


def _pay(facts: Facts) -> str:
    rows = []
    for site in facts.sites.values():
        software, test = (
            facts.get(f"pay/{site.place}/{role}/mid") for role in ("software_engineer", "test_engineer")
        )
        rows.append((site.name, f"{software.mid:,.0f}", f"{test.mid:,.0f}", software.unit, str(test.grade)))
    header = ("site", "software engineer, mid", "test engineer, mid", "unit", "grade of the latter")
    return _table(header, rows)


def _rates(facts: Facts) -> str:
    found = (facts.get(key) for key in facts.keys("provider_rate/"))
    rows = [(f"`{fact.key}`", *_numbers(fact), str(fact.grade), fact.note) for fact in found]
    return _table(("key", "low", "mid", "high", "grade", "reason"), rows)


def _sites(facts: Facts) -> str:
    rows = []
    for site in facts.sites.values():
        base = _BASES.get(site.country)
        index = ""
        if base is not None:
            here, there = (
                facts.get(f"pay/{place}/software_engineer/mid").mid for place in (site.place, base)
            )
            index = f"{here / there:.2f} of {base}"
        people = f"{facts.get(f'talent_stock/{site.place}/software').mid:,.0f}"
        clock = (site.zone, site.week, site.airport, " ".join(site.languages))
        rows.append((site.name, site.country, site.province, site.park, *clock, people, index))
    place = ("site", "country", "province", "park", "clock", "week", "airport", "languages")
    return _table((*place, "software people", "wage index"), rows)


def _attribution(facts: Facts) -> str:
    lines = sorted(
        attributions(facts), key=lambda item: (item.licence != "ODbL-1.0", item.licence, item.source)
    )
    parts = []
    for licence, group in groupby(lines, key=lambda item: item.licence):
        items = (f"- {item.text}: {_link(item.url)}" for item in group)
        parts.append(f"## {licence}\n\n" + "\n".join(items))
    return "\n\n".join(parts)


def _link(url: str) -> str:
    return f"<{url}>" if url.startswith("http") else f"`{url}`"


def _numbers(fact: Fact) -> tuple[str, str, str]:
    return f"{fact.low:,.10g}", f"{fact.mid:,.10g}", f"{fact.high:,.10g}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of Markdown; bars and line ends inside cells are kept from breaking it."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
