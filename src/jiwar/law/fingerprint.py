"""Hashes of the law: of one rule, and of everything that is coded."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jiwar.law.rule import Rule
from jiwar.provenance import content_hash

_LAW = Path(__file__).resolve().parent


@cache
def rule_hash(rule: Rule) -> str:
    """Return a hash of what one rule says to people and to the machine."""
    citations = [(item.article, item.url, item.quality.value, str(item.checked)) for item in rule.citations]
    said = (rule.sentence.en, rule.sentence.de, rule.sentence.fr)
    return content_hash([rule.key, said, citations, str(rule.validity), rule.source_text])


@cache
def law_hash() -> str:
    """Return a hash of all rules, tables and the engine; any change of law changes it."""
    return hash_of_folder(_LAW)


def hash_of_folder(folder: Path) -> str:
    """Return a hash of the rules (Python) and tables (CSV) below a folder, by path and content."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".csv"})
    return content_hash((path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in files)
