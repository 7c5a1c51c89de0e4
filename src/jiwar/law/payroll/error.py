"""The error of the law of money: an impossible question, refused with what would be possible."""

from __future__ import annotations

from typing import NoReturn

from jiwar.diagnostics import Diagnostic
from jiwar.law.error import LawError


class MoneyError(LawError):
    """A payroll, tax or support question cannot be answered; carries every diagnostic."""


def refuse(code: str, message: str, remedy: str) -> NoReturn:
    """Raise a MoneyError of one diagnostic."""
    raise MoneyError([Diagnostic(code, message, remedy)])
