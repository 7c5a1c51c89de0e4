"""`jiwar tax`: the own unit as a company on cost-plus, year by year, before and after tax, for a run or figures."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from jiwar.cli.fund_run import is_run
from jiwar.cli.run_folder import load_run
from jiwar.cli.screen import screen
from jiwar.cli.tax_figures import OF_FIGURES, Given, Problems, figures_of, problem, read_answers, tax_answers
from jiwar.cli.tax_json import sheet_as_json
from jiwar.cli.tax_sheet import TaxSheet, print_sheet
from jiwar.diagnostics import JiwarError, Place
from jiwar.facts import FactValues
from jiwar.law.payroll.switches import Switches, switches
from jiwar.law.tax import CompanyStatus, statement
from jiwar.options.assumptions import overrides
from jiwar.options.support import readings_of
from jiwar.planning.of_case.company import MARGIN, unit_figures, unit_sites
from jiwar.verbs import load_facts

_NOTHING = Given()
StatusName = Literal["ordinary", "outsourcing", "acceleration_zone", "finance_city"]


def tax(
    run: Path | None = None,
    *,
    given: Given = _NOTHING,
    margin: float | None = None,
    status: Annotated[StatusName | None, Parameter(help="Tax status that the company is to have.")] = None,
    figure: tuple[str, ...] = (),
    reading: tuple[str, ...] = (),
    language: Literal["en", "de", "fr"] = "en",
    format: Literal["text", "json"] = "text",  # noqa: A002 - the option is called so
) -> int:
    """Say what tax takes from an own unit in Morocco: profit and loss, tax and cash by year, before and after tax.

    Give the run of a plan, whose own units are taken as one company, or the figures of a unit. What nobody has
    answered stays a question: it is never counted as zero and never as a promise.

    Parameters
    ----------
    run
        Folder of a run: costs, support and posts that move are those of its plan.
    margin
        What the unit adds to its costs, for instance 0.08; else the case's assumption or the prior of the facts.
    figure
        Any further figure or answer as name=value, for instance research_wages_eur=4e6 or paid_in_currency=yes.
    reading
        How to read a contradiction between sources as name=value, for instance dividend_rule=by_profit_year.
    language
        Language of lines, answers and questions.
    format
        A sheet, or JSON.
    """
    problems: Problems = []
    answers = read_answers(figure, problems)
    if margin is not None and not 0 <= margin < 1:
        problems.append(problem("--margin", "lies between 0 and 1", "write 8 % as 0.08"))
    chosen = None if status is None else CompanyStatus(status)
    if run is None:
        sheet = _of_figures(given, answers, chosen, margin, reading, problems)
    else:
        sheet = _of_run(run, given, answers, chosen, margin, reading, problems)
    if format == "json":
        screen().out(sheet_as_json(sheet, language))
    else:
        print_sheet(screen(), sheet, language)
    return 0


def _of_figures(
    given: Given,
    answers: dict[str, float | bool | None],
    status: CompanyStatus | None,
    margin: float | None,
    reading: tuple[str, ...],
    problems: Problems,
) -> TaxSheet:
    facts = load_facts()
    readings = _readings(Switches(), reading, problems)
    low, mid, high = _range(FactValues(facts))
    try:
        figures = figures_of(
            given,
            answers,
            status=status,
            margin=mid if margin is None else margin,
            facts=facts,
            switches=readings,
            today=dt.date.today(),  # noqa: DTZ011 - the reader's own calendar day is meant
        )
    except JiwarError as error:
        raise JiwarError([*problems, *error.diagnostics]) from error
    if problems:
        raise JiwarError(problems)
    place = given.park or given.province or "Morocco"
    return TaxSheet(
        place, statement(figures, readings), readings, (low, mid if margin is None else margin, high)
    )


def _of_run(
    folder: Path,
    given: Given,
    answers: dict[str, float | bool | None],
    status: CompanyStatus | None,
    margin: float | None,
    reading: tuple[str, ...],
    problems: Problems,
) -> TaxSheet:
    if given != _NOTHING or any(name in answers for name in OF_FIGURES):
        message = "a run has its own figures: people, costs, support and posts of its plan"
        remedy = "give only `--margin`, `--status`, `--figure`, `--reading`, `--language` and `--format`"
        problems.append(problem("jiwar tax", message, remedy))
    if folder.is_dir() and not is_run(folder):
        remedy = "plan it with `jiwar plan CASE --out FOLDER`, or give figures without a case"
        problems.append(problem(str(folder), "tax is judged for a plan, and this folder holds none", remedy))
    if problems:
        _readings(Switches(), reading, problems)
        raise JiwarError(problems)
    loaded = load_run(folder)
    case, facts = loaded.options.case, loaded.options.facts
    readings = _readings(readings_of(case), reading, problems)
    if problems:
        raise JiwarError(problems)
    low, mid, high = _range(FactValues(facts, overrides(case, facts)))
    figures = unit_figures(loaded.plan, status=status, margin=margin, answers=tax_answers(answers))
    if figures is None:
        message = "the plan opens no own unit in Morocco, so there is no company to tax"
        raise JiwarError.of("U005", message, "give figures without a run to see what one would pay")
    place = ", ".join(facts.sites[name].name for name in unit_sites(loaded.plan))
    return TaxSheet(
        place, statement(figures, readings), readings, (low, mid if margin is None else margin, high)
    )


def _range(values: FactValues) -> tuple[float, float, float]:
    fact = values.fact(MARGIN)
    return fact.low, fact.value, fact.high


def _readings(own: Switches, texts: tuple[str, ...], problems: Problems) -> Switches:
    """Return the readings of the case with those of the command line in their place."""
    chosen = dataclasses.asdict(own)
    for text in texts:
        name, _, value = (part.strip() for part in text.partition("="))
        try:
            switches(**{name: value})
        except JiwarError as error:
            place = Place(f"--reading {name}")
            problems.extend(dataclasses.replace(one, place=place) for one in error.diagnostics)
        else:
            chosen[name] = value
    return switches(**chosen)
