"""The register of diagnostic codes: each package declares its own, each has a page in the docs."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

_PHASES = {
    "C": "jiwar.case.codes",
    "F": "jiwar.facts.codes",
    "L": "jiwar.law.codes",
    "W": "jiwar.worktime.codes",
    "T": "jiwar.talent.codes",
    "O": "jiwar.options.codes",
    "P": "jiwar.planning.codes",
    "K": "jiwar.risk.codes",
    "R": "jiwar.report.codes",
    "M": "jiwar.outlook.codes",
    "S": "jiwar.staged.codes",
    "U": "jiwar.cli.codes",
}
"""First letter of a code → the module that declares the codes of that phase as ``CODES``."""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem: its number, its title, what it means and how it is mended."""

    name: str
    title: str
    meaning: str
    remedy: str


class CodeBook(dict[str, Code]):
    """The codes of one phase, declared as ``CODES = CodeBook("C", {1: (title, meaning, remedy)})``."""

    def __init__(self, letter: str, entries: dict[int, tuple[str, str, str]]) -> None:
        super().__init__()
        for number, (title, meaning, remedy) in entries.items():
            name = f"{letter}{number:03d}"
            self[name] = Code(name, title, meaning, remedy)


def all_codes() -> dict[str, Code]:
    """Return every registered code, in order of phase and number."""
    found: dict[str, Code] = {}
    for module in _PHASES.values():
        found |= importlib.import_module(module).CODES
    return found


def find_code(name: str) -> Code | None:
    """Return one code by its name, or None when it is not registered."""
    module = _PHASES.get(name[:1].upper())
    if module is None:
        return None
    codes: CodeBook = importlib.import_module(module).CODES
    return codes.get(name.upper())
