"""One line of the funding sheet: a scheme and its answer, ready to be said in three languages."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.languages import Formatter, Language
from jiwar.law.support.award import Status
from jiwar.law.support.texts import CONFIDENCES, PAID, STATUSES, TITLES
from jiwar.law.wording import Words

_AT_MOST = Words("at most", "höchstens", "au plus")
_CONFIDENCE = Words("confidence", "Vertrauen", "confiance")


@dataclass(frozen=True, slots=True)
class FundLine:
    """One scheme; amounts are None where nobody can compute them (negotiated, unpublished, not answered).

    An open answer that decides whether anything is paid at all leaves only ``high``: what would be paid at most.
    """

    scheme: str
    status: Status
    reasons: tuple[Words, ...]
    low: float | None
    mid: float | None
    high: float | None
    currency: str
    articles: tuple[str, ...]
    confidence: str
    questions: tuple[Words, ...]
    next_steps: tuple[Words, ...]
    rules: tuple[str, ...]

    @property
    def title(self) -> Words:
        """The name of the scheme."""
        return TITLES[self.scheme]

    @property
    def paid(self) -> Words:
        """When it is paid, and what makes it lapse."""
        return PAID[self.scheme]

    def sentence(self, language: str) -> str:
        """Return the answer in one sentence: scheme, status, amount or reason, confidence."""
        form = Formatter(Language(language))
        space = "\u00a0" if language == "fr" else ""
        said = f"{self.title[language]}{space}: {STATUSES[self.status.name][language]}"
        if self.reasons:
            said += f" ({'; '.join(reason[language] for reason in self.reasons)})"
        if self.mid is not None and self.high:
            amounts = (self.low or 0.0, self.mid, self.high)
            low, mid, high = (form.money(amount, self.currency) for amount in amounts)
            span = f" ({low} – {high})" if low != high else ""
            said += f", {mid}{span}, {self.paid[language]}"
        elif self.high:
            said += f", {_AT_MOST[language]} {form.money(self.high, self.currency)}, {self.paid[language]}"
        word = _CONFIDENCE[language]
        return f"{said}{space}; {word}{space}: {CONFIDENCES[self.confidence][language]}."
