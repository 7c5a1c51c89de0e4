"""`jiwar pay`: one pay slip from gross to net and to employer cost, line by line, or the gross pay for a net one."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.console import Console
from rich.markup import escape

from jiwar.cli.screen import screen, table
from jiwar.diagnostics import Diagnostic, JiwarError, Place
from jiwar.languages import Formatter, Language
from jiwar.law.payroll import PaySlip, PersonOfSlip, Side, gross_for_net, pay_slip
from jiwar.law.payroll.texts import LEFT_OUT_NAMES, LINE_NAMES
from jiwar.law.support.texts import CONFIDENCES
from jiwar.law.tax import ground
from jiwar.law.wording import Words
from jiwar.periods import Month

_MONTHS = 12
_TITLE = Words(
    "Pay slip in {country}, {month}, even pay, {currency}",
    "Lohnabrechnung in {country}, {month}, gleichmäßiger Lohn, {currency}",
    "Bulletin de paie en {country}, {month}, paie régulière, {currency}",
)  # fmt: skip
_HEADS = (
    Words("line", "Zeile", "ligne"),
    Words("a month", "im Monat", "par mois"),
    Words("a year", "im Jahr", "par an"),
    Words("of gross", "vom Brutto", "du brut"),
)
_EMPLOYER = Words("employer: {name}", "Arbeitgeber: {name}", "employeur\u202f: {name}")
_RESTS_ON = Words("rests on", "beruht auf", "fondé sur")
_ASSUMED = Words(
    "The parameters of the last published year are carried forward from {day} on.",
    "Die Werte des letzten veröffentlichten Jahres gelten hier ab dem {day} fort.",
    "Les paramètres de la dernière année publiée sont reconduits dès le {day}.",
)
_LEFT_OUT = Words("not computed", "nicht gerechnet", "non calculé")
_BELOW = Words(
    "Below the minimum wage for full-time work.",
    "Unter dem Mindestlohn für Vollzeit.",
    "Inférieur au salaire minimum à plein temps.",
)
_NO_NET = Words(
    "Only what the employer pays on top is coded for this country.",
    "Für dieses Land ist nur hinterlegt, was der Arbeitgeber zusätzlich zahlt.",
    "Pour ce pays, seul ce que l’employeur paie en plus est codé.",
)


@Parameter(name="*")
@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """What a slip asks about a person."""

    dependants: Annotated[int, Parameter(help="Morocco: dependants for the income tax.")] = 0
    cimr: Annotated[
        float, Parameter(help="Morocco: employee rate of the supplementary pension, 0.03 to 0.10.")
    ] = 0.0
    land: Annotated[
        str | None, Parameter(help="Germany: Land, for instance SN; Saxony shares care otherwise.")
    ] = None
    tax_class: Annotated[int, Parameter(help="Germany: tax class 1, 3 or 4.")] = 1
    children: Annotated[int, Parameter(help="Germany: children under 25.")] = 0


_SINGLE = Person()


def pay(
    country: str,
    amount: float,
    *,
    net: Annotated[bool, Parameter(negative="")] = False,
    year: Annotated[bool, Parameter(negative="")] = False,
    on: str = "",
    person: Person = _SINGLE,
    language: Literal["en", "de", "fr"] = "en",
    format: Literal["text", "json"] = "text",  # noqa: A002 - the option is called so
) -> int:
    """Say what one person earns and costs: a pay slip from gross to net and to employer cost, each line by its law.

    Parameters
    ----------
    country
        Country of employment, for instance MA or DE; for others only what the employer pays is coded.
    amount
        Gross pay in a month, in the currency of the country.
    net
        The amount is net pay: find the gross pay for it (Germany and Morocco).
    year
        The amount is that of a year.
    on
        Month whose law is asked, for instance 2026-07; else this month.
    language
        Language of the lines.
    format
        A slip, or JSON.
    """
    month = _month(on)
    asked = PersonOfSlip(person.dependants, person.cimr, person.land, person.tax_class, person.children)
    code, per_year = country.upper(), amount * (1 if year else _MONTHS)
    day = month.first_day
    gross = gross_for_net(code, per_year, on=day, person=asked) if net else per_year
    slip = pay_slip(code, gross, on=day, person=asked)
    if format == "json":
        screen().out(_as_json(slip, month, language))
    else:
        _print(screen(), slip, month, language)
    return 0


def _month(text: str) -> Month:
    try:
        return Month.parse(text) if text else Month.of(dt.date.today())  # noqa: DTZ011 - the reader's own day
    except ValueError as error:
        place = Place("--on")
        raise JiwarError([Diagnostic("U005", str(error), "write the month as `2026-07`", place)]) from error


def _print(console: Console, slip: PaySlip, month: Month, language: str) -> None:
    form = Formatter(Language(language))
    gross = slip.total(Side.GROSS)
    rows = []
    for line in slip.lines:
        name = LINE_NAMES[line.name][language]
        name = _EMPLOYER[language].format(name=name) if line.side is Side.EMPLOYER else name
        name = f"= {name}" if line.side in {Side.NET, Side.COST} else name
        name = f"({name})" if line.side is Side.BASE else name
        share = form.share(line.per_year / gross, 2) if gross else ""
        rows.append([name, form.number(line.per_year / _MONTHS, 2), form.number(line.per_year, 2), share])
    title = _TITLE[language].format(country=slip.country, month=form.month(month), currency=slip.currency)
    columns = [(head[language], index > 0) for index, head in enumerate(_HEADS)]
    console.print(table(title, columns, rows, "\n".join(_notes(slip, form, language))))
    found = ground(slip.rules)
    said = f"{_RESTS_ON[language]}: {' · '.join(found.articles)} ({CONFIDENCES[found.confidence][language]})"
    console.print(escape(said))


def _notes(slip: PaySlip, form: Formatter, language: str) -> list[str]:
    notes = [_NO_NET[language]] if not any(line.side is Side.NET for line in slip.lines) else []
    if slip.below_minimum:
        notes.append(_BELOW[language])
    if slip.assumed_from is not None:
        notes.append(_ASSUMED[language].format(day=form.day(slip.assumed_from)))
    if slip.left_out:
        names = "; ".join(LEFT_OUT_NAMES[one][language] for one in slip.left_out)
        notes.append(f"{_LEFT_OUT[language]}: {names}")
    return notes


def _as_json(slip: PaySlip, month: Month, language: str) -> str:
    found = ground(slip.rules)
    whole = {
        "country": slip.country,
        "month": str(month),
        "currency": slip.currency,
        "lines": [
            {
                "line": line.name,
                "title": LINE_NAMES[line.name][language],
                "side": line.side.value,
                "per_month": line.per_year / _MONTHS,
                "per_year": line.per_year,
            }
            for line in slip.lines
        ],
        "below_minimum_wage": slip.below_minimum,
        "assumed_from": None if slip.assumed_from is None else slip.assumed_from.isoformat(),
        "left_out": [LEFT_OUT_NAMES[one][language] for one in slip.left_out],
        "rules": list(found.rules),
        "articles": list(found.articles),
        "confidence": found.confidence,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)
