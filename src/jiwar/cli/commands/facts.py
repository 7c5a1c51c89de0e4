"""`jiwar facts …`: look into the facts, their sources and their grades."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cyclopts import App

from jiwar import facts as base
from jiwar.cli.fact_text import fact_lines, number_range
from jiwar.cli.screen import screen, table
from jiwar.facts import Grade, load_facts

facts = App(
    name="facts", help="Look into the facts, their sources and their grades.", result_action="return_value"
)


@facts.command
def show(key: str) -> int:
    """Show one fact: number, range, grade, sources, rivals, and what rests on it.

    Parameters
    ----------
    key
        Key of the fact, for instance pay/MA-casablanca/test_engineer/senior.
    """
    for line in fact_lines(base.show(load_facts(), key)):
        screen().print(line, soft_wrap=True)
    return 0


@facts.command
def search(words: str, *, place: str = "", grade: tuple[Grade, ...] = (), most: int = 30) -> int:
    """Find facts by words, best matches first.

    Parameters
    ----------
    words
        Words in any order, in quotes when there are several.
    place
        Only this country or site, for instance MA or MA-fes.
    grade
        Only facts of these grades.
    most
        At most so many.
    """
    found = base.search(load_facts(), words, place=place, grades=grade, most=most + 1)
    rows = [[fact.key, number_range(fact), fact.period, fact.grade.value] for fact in found[:most]]
    note = f"more than {most}: name more words or --most" if len(found) > most else f"{len(rows)} found"
    columns = [("fact", False), ("low – mid – high", True), ("period", False), ("grade", False)]
    screen().print(table(f"Facts with “{words}”", columns, rows, note))
    return 0


@facts.command
def sources(*, source: str = "") -> int:
    """List the sources, or all facts of one source.

    Parameters
    ----------
    source
        Id of one source.
    """
    loaded = load_facts()
    if source:
        if source not in loaded.sources:
            raise base.FactsError.of(
                "F001", f"`{source}` is not a source", base_names(source, tuple(loaded.sources))
            )
        rows = [
            [fact.key, number_range(fact), fact.grade.value] for fact in base.facts_of_source(loaded, source)
        ]
        found = loaded.sources[source]
        screen().print(
            table(found.title, [("fact", False), ("numbers", True), ("grade", False)], rows, found.url)
        )
        return 0
    rows = [[one.id, one.title, one.publisher, one.licence, one.url] for one in loaded.sources.values()]
    columns = [("id", False), ("title", False), ("publisher", False), ("licence", False), ("address", False)]
    screen().print(table(f"{len(rows)} sources", columns, rows))
    return 0


def base_names(wrong: str, known: tuple[str, ...]) -> str:
    """Suggest the nearest ids."""
    from jiwar.diagnostics import nearest_names

    return nearest_names(wrong, known)


@facts.command
def audit(*, on: dt.date | None = None) -> int:
    """Count the facts by grade, table, age, licence and next check.

    Parameters
    ----------
    on
        The day of the audit; by default the day of the base.
    """
    result = base.audit(load_facts(), on)
    screen().print(f"{result.facts} facts from {result.sources} sources, on {result.day}")
    for title, counts in (
        ("grade", result.by_grade),
        ("table", result.by_table),
        ("age", result.by_age),
        ("licence", result.by_licence),
    ):
        rows = [[str(name), str(count), f"{count / result.facts:.0%}"] for name, count in counts.items()]
        screen().print(table(f"By {title}", [(title, False), ("facts", True), ("share", True)], rows))
    overdue = ", ".join(fact.key for fact in result.overdue[:10]) or "none"
    screen().print(f"Checks overdue: {len(result.overdue)} ({overdue})", soft_wrap=True)
    return 0


@facts.command
def diff(before: dt.date, after: dt.date) -> int:
    """Show what changed in the base between two days.

    Parameters
    ----------
    before
        The earlier day.
    after
        The later day.
    """
    result = base.diff(load_facts(before), load_facts(after))
    screen().print(f"{result.before} → {result.after}", soft_wrap=True)
    if result.is_empty:
        screen().print("no difference")
        return 0
    rows = [[change.key, ", ".join(change.fields), f"{change.moved:+.1%}"] for change in result.changed]
    rows += [[fact.key, "added", ""] for fact in result.added]
    rows += [[fact.key, "removed", ""] for fact in result.removed]
    rows += [[fact.key, "check overdue", ""] for fact in result.became_overdue]
    screen().print(table("Changes", [("fact", False), ("what", False), ("moved", True)], rows))
    return 0


@facts.command(name="import")
def import_(file: Path) -> int:
    """Check a company's own numbers; nothing of the shipped base is changed.

    Parameters
    ----------
    file
        CSV with the columns key, value, unit, reason, and if wanted low, high, period.
    """
    loaded = load_facts()
    own = base.import_facts(file, loaded)
    rows = [[key, number_range(fact), number_range(loaded.get(key))] for key, fact in own.items()]
    columns = [("fact", False), ("own", True), ("base", True)]
    note = "Put them into a case under `assumptions`, each with its reason."
    screen().print(table(f"{len(own)} numbers of one's own, no problems", columns, rows, note))
    return 0


@facts.command
def export(file: Path, *, words: str = "") -> int:
    """Write facts to a file: .xlsx, .parquet or .csv.

    Parameters
    ----------
    file
        The file; its ending decides the format.
    words
        Only facts with these words.
    """
    loaded = load_facts()
    keys = [fact.key for fact in base.search(loaded, words)] if words else None
    screen().print(f"written: {base.export(loaded, file, keys)}", soft_wrap=True)
    return 0
