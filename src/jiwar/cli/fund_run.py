"""The support of a plan: a sheet for each of its own units, and the years with and without what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from jiwar.cli.fund_sheet import Sheet
from jiwar.cli.run_folder import load_run
from jiwar.cli.screen import table
from jiwar.diagnostics import JiwarError
from jiwar.languages import Formatter, Language
from jiwar.law.wording import Words
from jiwar.options.support import project_at
from jiwar.options.wage_support import Cliff
from jiwar.planning.of_case.support import SiteSupport, cliff_of_plan, support_by_year, support_of_plan

Year = Mapping[str, object]

_HEADS = (
    Words("year", "Jahr", "année"),
    Words("support counted", "gezählte Förderung", "aide comptée"),
    Words("cash with it", "Zahlungen damit", "dépenses avec"),
    Words("cash without it", "Zahlungen ohne sie", "dépenses sans"),
    Words("offshoring circular", "Offshoring-Rundschreiben", "circulaire offshoring"),
)
_TITLE = Words("Years with and without support", "Jahre mit und ohne Förderung", "Années avec et sans aide")
_IN_FORCE = {True: Words("in force", "in Kraft", "en vigueur"), False: Words("ended", "beendet", "échue")}
_CLIFF = Words(
    "The offshoring circular ends on {day}: of {before} in {last} {after} is left in {next}. No text read says that "
    "claims run on.",
    "Das Offshoring-Rundschreiben endet am {day}: Von {before} in {last} bleibt {next} {after}. Kein gelesener Text "
    "sagt, dass Ansprüche weiterlaufen.",
    "La circulaire offshoring prend fin le {day} : des {before} de {last}, il reste {after} en {next}. Aucun texte lu "
    "ne dit que les droits se prolongent.",
)
_NOTHING = Words("nothing", "nichts", "zéro")


def is_run(folder: Path) -> bool:
    """Return whether a folder holds a plan rather than a case."""
    return (folder / "plan.json").is_file()


def sheets_of_run(folder: Path) -> tuple[list[Sheet], list[Year], Cliff | None]:
    """Return a sheet for each own unit of a plan in Morocco, its years, and the end of the circular in them.

    Raises
    ------
    JiwarError
        U005 when the plan has no own unit in Morocco.
    """
    run = load_run(folder)
    found = support_of_plan(run.plan)
    if not found:
        message = "the plan opens no own unit in Morocco, so there is nobody to support"
        raise JiwarError.of("U005", message, "see `jiwar fund CASE` for what an own unit would bring")
    years = [month.year for month in run.options.horizon]
    sheets = []
    for site in dict.fromkeys(one.site for one in found):
        here = [one for one in found if one.site == site]
        project = project_at(run.options.case, site)
        invested = 0.0 if project is None else project.investment_mad
        sheets.append(
            Sheet(
                run.options.facts.sites[site].name,
                run.options.horizon.start.first_day,
                {"stable_jobs": float(max(one.jobs for one in here)), "investment_mad": invested},
                tuple(one.line for one in here),
                {one.line.scheme: _by_year(one, years) for one in here},
            )
        )
    plain: list[Year] = [
        {
            "year": year.year,
            "support_eur": year.support_eur,
            "cash_eur": year.cash_eur,
            "cash_without_eur": year.cash_without_eur,
            "circular_in_force": year.in_force,
        }
        for year in support_by_year(run.plan)
    ]
    return sheets, plain, cliff_of_plan(run.plan)


def print_years(console: Console, years: Sequence[Year], cliff: Cliff | None, language: str) -> None:
    """Print the years with and without support, and the cliff where the circular ends."""
    form = Formatter(Language(language))
    rows = [
        [
            str(year["year"]),
            *(form.money(float(str(year[name]))) for name in ("support_eur", "cash_eur", "cash_without_eur")),
            _IN_FORCE[bool(year["circular_in_force"])][language],
        ]
        for year in years
    ]
    columns = [(head[language], 1 <= index <= 3) for index, head in enumerate(_HEADS)]
    console.print(table(_TITLE[language], columns, rows, cliff_words(cliff, form, language)))


def cliff_words(cliff: Cliff | None, form: Formatter, language: str) -> str:
    """Return the sentence on the end of the circular; nothing when the plan does not lean on it."""
    if cliff is None:
        return ""
    left = round(cliff.year_after_eur)
    said = _CLIFF[language].format(
        day=form.day(cliff.last_month.last_day),
        before=form.money(cliff.last_year_eur),
        last=cliff.last_month.year,
        after=form.money(left) if left else _NOTHING[language],
        next=cliff.last_month.year + 1,
    )
    return escape(said)


def cliff_as_json(cliff: Cliff | None) -> dict[str, object] | None:
    """Return the cliff as plain values, None when the plan does not lean on the circular."""
    if cliff is None:
        return None
    return {
        "last_day": cliff.last_month.last_day.isoformat(),
        "last_year_eur": cliff.last_year_eur,
        "year_after_eur": cliff.year_after_eur,
    }


def _by_year(support: SiteSupport, years: Sequence[int]) -> dict[int, float]:
    found: dict[int, float] = {}
    for year, amount in zip(years, support.counted_eur, strict=True):
        if amount:
            found[year] = found.get(year, 0.0) + float(amount)
    return found
