"""The error that talent raises."""

from __future__ import annotations

from jiwar.diagnostics import Diagnostic, JiwarError


class TalentError(JiwarError):
    """A question about people cannot be answered; carries every problem found."""

    @classmethod
    def one(cls, *, code: str, message: str, remedy: str) -> TalentError:
        """Make an error of one problem."""
        return cls([Diagnostic(code, message, remedy)])
