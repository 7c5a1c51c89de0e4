"""What shared hours need to know of a site."""

from __future__ import annotations

from typing import Protocol

from jiwar.diagnostics import Diagnostic, JiwarError


class WorktimeError(JiwarError):
    """Shared hours cannot be computed; carries every problem found."""

    @classmethod
    def one(cls, *, code: str, message: str, remedy: str) -> WorktimeError:
        """Make an error of one problem."""
        return cls([Diagnostic(code, message, remedy)])


class WorkSite(Protocol):
    """A site as far as its clock, week and holidays go; the sites of the facts fit."""

    @property
    def id(self) -> str:
        """Short name, such as ``casablanca``."""

    @property
    def name(self) -> str:
        """Name for readers."""

    @property
    def country(self) -> str:
        """ISO 3166 code of the country."""

    @property
    def zone(self) -> str:
        """IANA time zone."""

    @property
    def holiday_country(self) -> str:
        """Country whose public holidays apply."""

    @property
    def holiday_subdivision(self) -> str | None:
        """Land or region whose public holidays apply, if they differ."""

    @property
    def week(self) -> str:
        """First and last working day, such as ``Mon-Fri``."""

    @property
    def day_start(self) -> str:
        """Clock time at which the working day starts."""

    @property
    def day_end(self) -> str:
        """Clock time at which the working day ends."""
