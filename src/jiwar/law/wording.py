"""One text in the three languages of Jiwar, kept together so that a lawyer reads them side by side."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "de", "fr")


@dataclass(frozen=True, slots=True)
class Words:
    """The same text in English, German and French."""

    en: str
    de: str
    fr: str

    def __getitem__(self, language: str) -> str:
        """Return the text in one language (``en``, ``de`` or ``fr``)."""
        match language:
            case "de":
                return self.de
            case "fr":
                return self.fr
            case "en":
                return self.en
        raise KeyError(language)

    @property
    def complete(self) -> bool:
        """Whether no language is blank."""
        return all(self[language].strip() for language in LANGUAGES)
