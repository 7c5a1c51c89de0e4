"""Hashes of the law: of one rule with all that it rests on, and of everything that is coded."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from jiwar.law.rule import Rule
from jiwar.provenance import content_hash

_LAW = Path(__file__).resolve().parent


@cache
def rule_hash(rule: Rule) -> str:
    """Return a hash of what one rule says to people and to the machine.

    To the machine it says its own function, the functions of law that this one calls, and the constants and tables
    that they name: a changed threshold, list or table changes the hash of every rule that looks at it.
    """
    citations = [(item.article, item.url, item.quality.value, str(item.checked)) for item in rule.citations]
    said = (rule.sentence.en, rule.sentence.de, rule.sentence.fr)
    rests_on = [] if rule.function is None else sorted(set(_rests_on(rule.function)))
    return content_hash([rule.key, said, citations, str(rule.validity), rule.source_text, rests_on])


@cache
def law_hash() -> str:
    """Return a hash of all rules, tables and the engine; any change of law changes it."""
    return hash_of_folder(_LAW)


def hash_of_folder(folder: Path) -> str:
    """Return a hash of the rules (Python) and tables (CSV) below a folder, by path and content."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".csv"})
    return content_hash((path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in files)


def _rests_on(function: Callable[..., Any]) -> Iterator[str]:
    """Everything of law that a function names, directly or through functions that it calls."""
    waiting, seen = [function], {function}
    while waiting:
        asked = waiting.pop()
        yield inspect.getsource(asked)
        for name, value in _named(asked):
            plain = inspect.unwrap(value) if callable(value) else value
            if isinstance(plain, FunctionType):
                if plain.__module__.startswith("jiwar.law.") and plain not in seen:
                    seen.add(plain)
                    waiting.append(plain)
            elif not isinstance(plain, (ModuleType, type)):
                yield f"{name} = {_content(plain)}"


def _named(function: Callable[..., Any]) -> Iterator[tuple[str, Any]]:
    """The module-level names that a function mentions, with their values."""
    plain = inspect.unwrap(function)
    if not isinstance(plain, FunctionType):
        return
    waiting = [plain.__code__]
    while waiting:
        code = waiting.pop()
        waiting.extend(part for part in code.co_consts if isinstance(part, CodeType))
        for name in code.co_names:
            if name in plain.__globals__:
                yield name, plain.__globals__[name]


def _content(value: object) -> str:
    """A constant as text that is the same in every process; of a table its content."""
    if isinstance(value, Path):
        return value.read_text("utf-8") if value.is_file() else value.name
    if isinstance(value, AbstractSet):
        return str(sorted(map(str, value)))
    if isinstance(value, Mapping):
        return str([(str(key), _content(item)) for key, item in value.items()])
    return repr(value)
