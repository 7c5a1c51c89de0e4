"""One problem, where it is, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a diagnostic is: an error stops the run, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns count from 1, 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0
    source_line: str | None = None
    width: int = 1

    def __str__(self) -> str:
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: a registered code, what is wrong, the likely remedy, and the place."""

    code: str
    message: str
    remedy: str
    place: Place | None = None
    severity: Severity = Severity.ERROR


class JiwarError(Exception):
    """Something cannot go on; carries every diagnostic of the phase, not only the first."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{item.code}: {item.message}" for item in self.diagnostics))

    @classmethod
    def of(cls, code: str, message: str, remedy: str, place: Place | None = None) -> JiwarError:
        """Make an error of one diagnostic."""
        return cls([Diagnostic(code, message, remedy, place)])


def nearest_names(wrong: str, known: Iterable[str], *, most: int = 3) -> str:
    """Return a remedy that suggests the closest known names, or lists them all when few.

    Examples
    --------
    >>> nearest_names("casablnca", ["casablanca", "rabat"])
    'did you mean `casablanca`?'
    """
    names = sorted(set(known))
    close = difflib.get_close_matches(wrong, names, n=most, cutoff=0.6)
    if close:
        return "did you mean " + " or ".join(f"`{name}`" for name in close) + "?"
    shown = ", ".join(f"`{name}`" for name in names[:12])
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"known: {shown}{more}" if names else "none is known here"
