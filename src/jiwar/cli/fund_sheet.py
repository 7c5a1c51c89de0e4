"""The funding sheet in the terminal and as JSON: schemes, amounts, reasons, articles, questions, next steps."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from jiwar.cli.screen import table
from jiwar.languages import Formatter, Language
from jiwar.law.support import FundLine, Status
from jiwar.law.support.texts import CONFIDENCES, STATUSES
from jiwar.law.wording import Words

_HEADS = (
    Words("scheme", "Förderung", "dispositif"),
    Words("answer", "Antwort", "réponse"),
    Words("low", "wenig", "bas"),
    Words("mid", "mittel", "moyen"),
    Words("high", "viel", "haut"),
    Words("paid", "gezahlt", "versement"),
    Words("confidence", "Vertrauen", "confiance"),
)
_TITLE = Words(
    "{place}, {day}: {jobs} stable jobs",
    "{place}, {day}: {jobs} feste Stellen",
    "{place}, {day} : {jobs} emplois stables",
)
_MONEY = Words("{money} of investment", "{money} Investition", "{money} d’investissement")
_NO_MONEY = Words("no investment given", "keine Investition angegeben", "aucun investissement indiqué")
_WHY = Words("because", "weil", "car")
_ASKED = Words("asked", "offen", "à préciser")
_NEXT = Words("next step", "nächster Schritt", "prochain pas")
_ARTICLES = Words("rests on", "beruht auf", "fondé sur")
_COUNTED = Words("counted by the plan", "vom Plan gezählt", "compté par le plan")
_NOT_COUNTED = Words("nothing", "nichts", "rien")
_NOTE = Words(
    "Mid counts only what has been answered; high holds what open answers could add. No amount: not answered yet, or "
    "nobody can compute it. Undiscounted. It supports the work of a tax adviser and does not replace it.",
    "„Mittel“ zählt nur, was beantwortet ist; „viel“ zeigt, was offene Antworten bringen können. Kein Betrag: noch "
    "nicht beantwortet, oder niemand kann ihn rechnen. Nicht abgezinst. Unterstützt die Steuerberatung und ersetzt sie "
    "nicht.",
    "« Moyen » ne compte que ce qui a reçu une réponse ; « haut » montre ce que des réponses ouvertes peuvent "
    "apporter. Sans montant : pas encore de réponse, ou personne ne peut le calculer. Non actualisé. Aide le "
    "conseil fiscal sans le remplacer.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of all schemes to one project at one place on one day."""

    place: str
    on: dt.date
    figures: Mapping[str, object]
    lines: tuple[FundLine, ...]
    counted_eur: Mapping[str, Mapping[int, float]] | None = None  # of a plan: scheme → year → cash it counts


def print_sheets(console: Console, sheets: Sequence[Sheet], language: str) -> None:
    """Print each sheet: a table of amounts, then reasons, questions, next steps and articles scheme by scheme."""
    form = Formatter(Language(language))
    for sheet in sheets:
        rows = [_row(line, form, language) for line in sheet.lines]
        columns = [(head[language], 2 <= index <= 4) for index, head in enumerate(_HEADS)]
        console.print(table(_title(sheet, form, language), columns, rows, _NOTE[language]))
        for line in sheet.lines:
            _print_details(console, line, _counted(sheet, line, form, language), language)


def sheets_as_json(
    sheets: Sequence[Sheet],
    language: str,
    years: Sequence[Mapping[str, object]] = (),
    cliff: Mapping[str, object] | None = None,
) -> str:
    """Return the sheets as JSON; an amount that nobody can compute, and an answer not given, is null.

    With the years of a plan, an object with ``sheets``, ``years`` and ``cliff``; else the list of sheets alone.
    """
    plain: list[dict[str, object]] = [
        {
            "place": sheet.place,
            "on": sheet.on.isoformat(),
            "figures": {name: _known(value) for name, value in sheet.figures.items()},
            "schemes": [_plain(sheet, line, language) for line in sheet.lines],
        }
        for sheet in sheets
    ]
    whole = {"sheets": plain, "years": list(years), "cliff": cliff} if years else plain
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)


def _title(sheet: Sheet, form: Formatter, language: str) -> str:
    jobs, money = (float(str(sheet.figures[name])) for name in ("stable_jobs", "investment_mad"))
    said = _TITLE[language].format(place=sheet.place, day=form.day(sheet.on), jobs=form.number(jobs))
    invested = _MONEY[language].format(money=form.money(money, "MAD")) if money else _NO_MONEY[language]
    return f"{said}, {invested}"


def _row(line: FundLine, form: Formatter, language: str) -> list[str]:
    nothing = line.status <= Status.NOT_ELIGIBLE
    shown = [
        "–" if amount is None or nothing else form.money(amount, line.currency) for amount in _amounts(line)
    ]
    paid = "" if nothing else line.paid[language]
    status = STATUSES[line.status.name][language]
    return [line.title[language], status, *shown, paid, CONFIDENCES[line.confidence][language]]


def _counted(sheet: Sheet, line: FundLine, form: Formatter, language: str) -> list[str]:
    """Return what a plan counts of a scheme, year by year; nothing for a sheet that is of no plan."""
    if sheet.counted_eur is None:
        return []
    years = sheet.counted_eur.get(line.scheme, {})
    said = [f"{form.money(amount)} ({year})" for year, amount in years.items() if round(amount)]
    return said or [_NOT_COUNTED[language]]


def _print_details(console: Console, line: FundLine, counted: list[str], language: str) -> None:
    console.print(f"[bold]{escape(line.title[language])}[/bold]: {STATUSES[line.status.name][language]}")
    parts = (
        (_COUNTED, counted),
        (_WHY, [reason[language] for reason in line.reasons]),
        (_ASKED, [question[language] for question in line.questions]),
        (_NEXT, [step[language] for step in line.next_steps]),
        (_ARTICLES, list(line.articles)),
    )
    for head, texts in parts:
        if texts:
            said = f"{head[language]}: {' · '.join(texts)}"
            console.print(Padding(escape(said), (0, 0, 0, 3)))


def _amounts(line: FundLine) -> tuple[float | None, float | None, float | None]:
    """Return low, mid and high; an open scheme whose high end is zero has no amount yet, not none at all."""
    if line.status is Status.OPEN and not line.high:
        return None, None, None
    return line.low, line.mid, line.high


def _plain(sheet: Sheet, line: FundLine, language: str) -> dict[str, object]:
    of_plan = {}
    if sheet.counted_eur is not None:
        of_plan = {"counted_eur_by_year": dict(sheet.counted_eur.get(line.scheme, {}))}
    low, mid, high = _amounts(line)
    return {
        "scheme": line.scheme,
        "title": line.title[language],
        "status": line.status.name.lower(),
        "reasons": [reason[language] for reason in line.reasons],
        "low": low,
        "mid": mid,
        "high": high,
        "currency": line.currency,
        "paid": line.paid[language],
        "articles": list(line.articles),
        "confidence": line.confidence,
        "questions": [question[language] for question in line.questions],
        "next_steps": [step[language] for step in line.next_steps],
        "rules": list(line.rules),
        **of_plan,
    }


def _known(value: object) -> object:
    return None if isinstance(value, float) and math.isnan(value) else value
