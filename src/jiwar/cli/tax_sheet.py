"""The tax statement in the terminal: the years as a profit and loss, every status, home's side, law, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from jiwar.cli import tax_words as words
from jiwar.cli.screen import table
from jiwar.languages import Formatter, Language
from jiwar.law.payroll.switches import Switches
from jiwar.law.support.texts import CONFIDENCES, TITLES
from jiwar.law.tax import STATUSES, Statement, grounds_of, under
from jiwar.law.tax.texts import STATUS_CONDITIONS, STATUS_NAMES, questions_of
from jiwar.money import FloatArray

_THOUSAND = 1e3


@dataclass(frozen=True, slots=True)
class TaxSheet:
    """A statement with the place of its unit, how contradictions are read, and the range of the margin."""

    place: str
    statement: Statement
    switches: Switches
    margins: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the years; a share is written as one and has no total."""

    name: str
    amounts: FloatArray
    share: bool = False


def year_rows(sheet: TaxSheet, language: str) -> list[Row]:
    """Return the profit and loss line by line, in MAD, the last two in EUR."""
    found, view, said = sheet.statement, sheet.statement.view, words.ROWS
    figures = found.figures
    tax, minimum, state, solidarity, rate = (
        np.array([float(getattr(one, name)) for one in view.taxes])
        for name in (
            "tax_mad",
            "minimum_contribution_mad",
            "state_contribution_mad",
            "solidarity_mad",
            "rate",
        )
    )
    costs = [Row(words.GROUPS[name][language], amount) for name, amount in figures.costs_mad.items()]
    support = [
        Row(words.SUPPORT[language].format(title=TITLES[name][language]), amount)
        for name, amount in figures.support_mad.items()
    ]
    per_eur = figures.mad_per_eur
    rows = {
        "costs": view.costs_mad,
        "turnover": view.turnover_mad,
        "profit": view.profit_before_tax_mad,
        "rate": rate,
        "tax": tax,
        "minimum": np.where(minimum > tax, minimum, 0.0),
        "state": -state,
        "solidarity": solidarity,
        "due": view.tax_due_mad,
        "after": view.profit_after_tax_mad,
        "withholding": -view.withholding_mad,
        "parent": view.cash_to_parent_mad,
        "before_tax": found.before_tax_mad(),
        "after_tax": found.after_tax_mad(),
        "before_tax_eur": found.before_tax_mad() / per_eur,
        "after_tax_eur": found.after_tax_mad() / per_eur,
    }
    own = [Row(said[name][language], amounts, name == "rate") for name, amounts in rows.items()]
    return [*[row for row in costs if row.amounts.any()], *own[:2], *support, *own[2:]]


def print_sheet(console: Console, sheet: TaxSheet, language: str) -> None:
    """Print the whole statement."""
    form = Formatter(Language(language))
    found = sheet.statement
    _print_years(console, sheet, form, language)
    _print_statuses(console, sheet, form, language)
    _print_home(console, found, form, language)
    for line, answer in law_answers(found, form, language).items():
        ground = grounds_of(found, found.status, sheet.switches)[line]
        console.print(f"[bold]{escape(words.LAW_TITLES[line][language])}[/bold]: {escape(answer)}")
        trusted = CONFIDENCES[ground.confidence][language]
        rests = f"{words.RESTS_ON[language]}: {' · '.join(ground.articles)} ({trusted})"
        console.print(Padding(escape(rests), (0, 0, 0, 3)))
    console.print(f"\n[bold]{words.ASKED[language]}[/bold]")
    for question in questions_of(found):
        console.print(Padding(escape(f"– {question[language]}"), (0, 0, 0, 1)))
    console.print(f"\n{words.NOTE[language]}")


def law_answers(found: Statement, form: Formatter, language: str) -> dict[str, str]:
    """Return the answer of every line of law in a few words."""
    vat = "exempt" if found.vat.rate == 0 else "open" if found.vat.missing else "due"
    if found.papers_due.any():
        year = found.years[int(found.papers_due.argmax())]
        papers = words.PAPERS_ANSWERS["due"][language].format(year=year)
    else:
        papers = words.PAPERS_ANSWERS["not_due" if found.papers_sure else "open"][language]
    known = found.fees_withheld_mad is not None
    fees = words.FEES_ANSWERS[known][language].format(
        amount=form.money(found.fees_withheld_mad or 0.0, "MAD")
    )
    return {
        "corporate_tax": words.SEE_TABLE[language],
        "dividend": words.SEE_TABLE[language],
        "vat": words.VAT_ANSWERS[vat][language],
        "papers": papers,
        "foreign_fees": fees,
        "treaty": words.TREATY_ANSWERS[found.treaty.method][language],
        "function_transfer": words.TRANSFER_ANSWERS[found.transfer.needs_adviser][language],
        "allowance": words.SEE_TABLE[language],
    }


def _print_years(console: Console, sheet: TaxSheet, form: Formatter, language: str) -> None:
    found = sheet.statement
    heads = [(words.LINE[language], False), *((str(year), True) for year in found.years)]
    title = words.TITLE[language].format(
        place=sheet.place,
        margin=form.share(found.figures.margin, 1),
        status=STATUS_NAMES[found.status][language],
    )
    note = words.YEAR_NOTE[language].format(rate=form.number(found.figures.mad_per_eur, 2))
    rows = [_cells(row, form) for row in year_rows(sheet, language)]
    console.print(table(escape(title), [*heads, (words.TOTAL[language], True)], rows, note))


def _cells(row: Row, form: Formatter) -> list[str]:
    if row.share:
        return [row.name, *(form.share(value, 2) for value in row.amounts), ""]
    return [row.name, *(_thousands(value, form) for value in (*row.amounts, row.amounts.sum()))]


def _thousands(value: float, form: Formatter) -> str:
    if np.isnan(value):
        return "?"
    return form.number(value / _THOUSAND) if round(value) else "–"


def _print_statuses(console: Console, sheet: TaxSheet, form: Formatter, language: str) -> None:
    found, rows = sheet.statement, []
    for status in STATUSES:
        view = found.views[status]
        after = float(found.after_tax_mad(status).sum())
        marks = [
            mark[language]
            for mark, holds in ((words.COUNTED, status is found.status), (words.LEAST, status is found.best))
            if holds
        ]
        name = STATUS_NAMES[status][language] + (f" ({', '.join(marks)})" if marks else "")
        amounts = (float(view.tax_due_mad.sum()), float(view.withholding_mad.sum()), after)
        rows.append(
            [
                name,
                *(_thousands(amount, form) for amount in (*amounts, after / found.figures.mad_per_eur)),
                STATUS_CONDITIONS[status][language],
                CONFIDENCES[grounds_of(found, status, sheet.switches)["corporate_tax"].confidence][language],
            ]
        )
    columns = [(head[language], 1 <= index <= 4) for index, head in enumerate(words.STATUS_HEADS)]
    console.print(table(words.STATUS_TITLE[language], columns, rows, _margins(sheet, form, language)))


def _margins(sheet: TaxSheet, form: Formatter, language: str) -> str:
    figures, status = sheet.statement.figures, sheet.statement.status
    said: dict[str, str] = {}
    for name, margin in zip(("low", "mid", "high"), sheet.margins, strict=True):
        view = under(figures, status, sheet.switches, margin=margin)
        said[name] = form.share(margin, 1)
        said[f"at_{name}"] = form.money(float(view.group_tax_mad.sum()), "MAD")
    return words.MARGINS[language].format(**said)


def home_rows(found: Statement, language: str) -> list[Row]:
    """Return what the move does at home, in EUR; what nobody has given is left out and asked for."""
    figures, lost = found.figures, found.allowance
    unknown = np.full(len(figures.home_years), np.nan)
    rows = [] if figures.moved_pay_eur is None else [("moved_pay", figures.moved_pay_eur)]
    if lost.low_eur is None or lost.high_eur is None:
        rows.append(("at_most", unknown if lost.at_most_eur is None else lost.at_most_eur))
    else:
        rows += [("low", -lost.low_eur), ("high", -lost.high_eur)]
    if figures.redundancy_eur is not None:
        rows.append(("redundancy", figures.redundancy_eur))
    return [Row(words.HOME_ROWS[name][language], amounts) for name, amounts in rows]


def _print_home(console: Console, found: Statement, form: Formatter, language: str) -> None:
    heads: Sequence[tuple[str, bool]] = [
        (words.LINE[language], False),
        *((str(year), True) for year in found.figures.home_years),
        (words.TOTAL[language], True),
    ]
    rows = [_cells(row, form) for row in home_rows(found, language)]
    note = words.HOME_NOTE if found.allowance.low_eur is None else words.HOME_KNOWN
    console.print(table(words.HOME_TITLE[language], heads, rows, note[language]))
