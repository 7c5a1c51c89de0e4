"""The error of this package, and the note that one value cannot be read."""

from __future__ import annotations

from typing import NoReturn

from jiwar.diagnostics import JiwarError


class CaseError(JiwarError):
    """A case cannot be used; carries every problem that was found, each with its place."""


class Wrong(ValueError):  # noqa: N818 - a note between reader and collector, never shown as an error
    """One written value cannot be read; says why, and how to mend it."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


def refuse(code: str, message: str, remedy: str) -> NoReturn:
    """Say that a value cannot be read."""
    raise Wrong(code, message, remedy)
