"""The languages that Jiwar speaks."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of the report and its locale."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"

    @property
    def locale(self) -> str:
        """The CLDR locale whose number and date forms are used."""
        return {"en": "en_GB", "de": "de_DE", "fr": "fr_FR"}[self.value]
