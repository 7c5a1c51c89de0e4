"""From words on the command line to what the tax law is asked about an own unit; everything wrong at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from cyclopts import Parameter

from jiwar.diagnostics import Diagnostic, JiwarError, Place, nearest_names
from jiwar.facts import Facts
from jiwar.law.payroll import employer_charges
from jiwar.law.payroll.switches import Switches
from jiwar.law.support import BRANCHES, PARKS, cap_at, wage_support
from jiwar.law.tax import CompanyStatus, ResearchAnswers, TaxAnswers, UnitFigures
from jiwar.money import FloatArray
from jiwar.periods import Month

ANSWERS = {"yes": True, "no": False, "unknown": None}
_YES_NO = (
    "used_outside_morocco", "invoiced_to_foreign_client", "paid_in_currency", "joint_stock_company",
    "active_income", "works_only_for_transferor", "german_sme", "begun_after_2025", "pay_agreed_net",
)  # fmt: skip
_NUMBERS = (
    "voting_share", "gross_assets_mad", "fees_to_parent_mad", "research_wages_eur", "moved_research_wages_eur",
    "redundancy_eur", "moved_pay_eur",
)  # fmt: skip
OF_FIGURES = ("redundancy_eur", "moved_pay_eur", "pay_agreed_net")
"""Answers that the plan of a run gives itself."""
_MONTHS = 12
_MOST_YEARS = 15


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Given:
    """Figures of an own unit without a plan."""

    jobs: Annotated[float | None, Parameter(help="People of the unit, with --gross-pay-mad.")] = None
    gross_pay_mad: Annotated[
        float | None, Parameter(help="Mean gross pay of a person in a year, in MAD; charges follow by law.")
    ] = None
    other_mad: Annotated[
        float | None, Parameter(help="Further costs in a year beside pay and charges, in MAD.")
    ] = None
    cost_mad: Annotated[
        float | None,
        Parameter(help="All costs of a full year in MAD, instead of jobs, pay and further costs."),
    ] = None
    province: Annotated[str | None, Parameter(help="Province of the unit, for instance Fès.")] = None
    park: Annotated[str | None, Parameter(help='Offshoring park, for instance "Fès Shore".')] = None
    branch: Annotated[
        str | None,
        Parameter(help="Branch of the offshoring circular: its premiums are counted. Needs --leaving."),
    ] = None
    moroccan: Annotated[float | None, Parameter(help="Share of recruits who are Moroccan.")] = None
    leaving: Annotated[float | None, Parameter(help="Share of people who leave in a year.")] = None
    start: Annotated[
        str, Parameter(help="First month of the unit, for instance 2027-04; else this month.")
    ] = ""
    years: Annotated[int | None, Parameter(help="Calendar years from the first one on; 10 if not given.")] = (
        None
    )


Problems = list[Diagnostic]


def problem(option: str, message: str, remedy: str) -> Diagnostic:
    """Return a diagnostic at an option of the command line."""
    return Diagnostic("U005", message, remedy, Place(option))


def read_answers(texts: tuple[str, ...], problems: Problems) -> dict[str, float | bool | None]:
    """Read ``name=value`` of every figure or answer; yes, no, unknown or a number of zero or more."""
    found: dict[str, float | bool | None] = {}
    for text in texts:
        name, _, value = (part.strip() for part in text.partition("="))
        place = f"--figure {name}"
        if name in _YES_NO:
            if value not in ANSWERS:
                problems.append(problem(place, f"`{value}` is no answer", "write yes, no or unknown"))
            found[name] = ANSWERS.get(value)
        elif name in _NUMBERS:
            found[name] = None if value == "unknown" else _number(place, value, problems)
        else:
            names = (*_YES_NO, *_NUMBERS)
            remedy = nearest_names(name, names, most=len(names))
            problems.append(problem(place, f"no tax asks for `{name}`", remedy))
    share = found.get("voting_share")
    if share is not None and share > 1:
        problems.append(
            problem("--figure voting_share", "a share lies between 0 and 1", "write 25 % as 0.25")
        )
    return found


def tax_answers(found: Mapping[str, float | bool | None]) -> TaxAnswers:
    """Return the answers as the law takes them."""
    names = {field.name for field in dataclasses.fields(TaxAnswers)} & set(found)
    research = {field.name for field in dataclasses.fields(ResearchAnswers)} & set(found)
    return TaxAnswers(
        **{name: found[name] for name in names},  # type: ignore[arg-type]  # `read_answers` has read each by its kind
        research=ResearchAnswers(**{name: found[name] for name in research}),  # type: ignore[arg-type]  # the same
    )


def figures_of(
    given: Given,
    answers: Mapping[str, float | bool | None],
    *,
    status: CompanyStatus | None,
    margin: float,
    facts: Facts,
    switches: Switches,
    today: dt.date,
) -> UnitFigures:
    """Return the figures of a unit that is as large in every month, in costs of today.

    Raises
    ------
    JiwarError
        With everything that is missing or impossible, each at its option.
    """
    problems = _wrong(given)
    start = _start(given.start, today, problems)
    if problems:
        raise JiwarError(problems)
    years = given.years or 10
    running = np.array([[month >= start for month in _year(start.year + index)] for index in range(years)])
    share = running.mean(axis=1)
    costs = _costs(given, start, share)
    moved, redundancy = (answers.get(name) for name in ("moved_pay_eur", "redundancy_eur"))
    research = answers.get("moved_research_wages_eur") if moved is None else moved
    dismissed = None if redundancy is None else np.array([float(redundancy), *[0.0] * (years - 1)])
    return UnitFigures(
        first_year=start.year,
        costs_mad=costs,
        support_mad=_support(given, start, years, switches, net=answers.get("pay_agreed_net") is True),
        mad_per_eur=float(facts.get("fx/MAD").value),
        margin=margin,
        moved_pay_eur=None if research is None else float(research) * share,
        redundancy_eur=dismissed,
        status=status,
        answers=tax_answers(answers),
    )


def _wrong(given: Given) -> Problems:
    problems: Problems = []
    amounts = ("jobs", "gross_pay_mad", "other_mad", "cost_mad")
    for name in amounts:
        value = getattr(given, name)
        if value is not None and not (math.isfinite(value) and value >= 0):
            problems.append(
                problem(_option(name), "must be zero or more and finite", f"correct `{_option(name)}`")
            )
    if given.jobs is not None and given.jobs != int(given.jobs if math.isfinite(given.jobs) else 0):
        problems.append(problem("--jobs", "must be whole: half a person has no post", "correct `--jobs`"))
    for name in ("moroccan", "leaving"):
        value = getattr(given, name)
        if value is not None and not 0 <= value <= 1:
            problems.append(problem(_option(name), "is a share between 0 and 1", "write 15 % as 0.15"))
    if given.cost_mad is None and (given.jobs is None or given.gross_pay_mad is None):
        remedy = "give `--cost-mad`, or `--jobs` and `--gross-pay-mad`, or the folder of a run"
        problems.append(problem("jiwar tax", "nobody has said what the unit costs", remedy))
    if given.cost_mad is not None and given.other_mad is not None:
        problems.append(problem("--other-mad", "`--cost-mad` holds all costs already", "give one of the two"))
    if given.years is not None and not 1 <= given.years <= _MOST_YEARS:
        problems.append(problem("--years", f"must be 1 to {_MOST_YEARS}", "correct `--years`"))
    return problems + _wrong_names(given)


def _wrong_names(given: Given) -> Problems:
    problems: Problems = []
    if given.branch is not None and given.branch not in BRANCHES:
        problems.append(
            problem("--branch", f"`{given.branch}` is no branch", nearest_names(given.branch, BRANCHES))
        )
    if given.park is not None and given.park not in PARKS:
        problems.append(
            problem("--park", f"`{given.park}` is no park", nearest_names(given.park, tuple(PARKS)))
        )
    if given.province is not None:
        try:
            cap_at(given.province)
        except JiwarError as error:
            problems.extend(dataclasses.replace(one, place=Place("--province")) for one in error.diagnostics)
    if given.branch not in (None, "none"):
        for name in ("jobs", "gross_pay_mad", "province", "leaving"):
            if getattr(given, name) is None:
                message = f"support for a branch is counted only with `{_option(name)}`"
                problems.append(
                    problem("--branch", message, f"give `{_option(name)}`, or leave `--branch` out")
                )
    return problems


def _costs(given: Given, start: Month, share: FloatArray) -> dict[str, FloatArray]:
    if given.cost_mad is not None:
        return {"costs": given.cost_mad * share}
    jobs, gross = given.jobs or 0.0, np.array([given.gross_pay_mad or 0.0])
    charged = np.array(
        [
            float(employer_charges(gross, country="MA", on=dt.date(start.year + index, 7, 1)).total[0])
            for index in range(len(share))
        ]
    )
    people = jobs * (gross + charged) * share
    return {"people": people} | ({"other": given.other_mad * share} if given.other_mad else {})


def _support(
    given: Given, start: Month, years: int, switches: Switches, *, net: bool
) -> dict[str, FloatArray]:
    """Return the wage support of the circular by year, as far as it has been answered."""
    if given.branch in (None, "none") or given.province is None:
        return {}
    first = Month(start.year, 1)
    people = np.array([(given.jobs or 0.0) * (first + index >= start) for index in range(_MONTHS * years)])
    cash = wage_support(
        people,
        np.array(given.gross_pay_mad or 0.0),
        start=first,
        cap=cap_at(given.province, given.park)[0] if net else None,
        leaving_per_year=given.leaving or 0.0,
        moroccan_share=given.moroccan or 0.0,
        switches=switches,
    )
    parts = {
        "income_tax": cash.income_tax_mad,
        "employment": cash.employment_mad,
        "training": cash.training_mad,
    }
    by_year = {name: amount.reshape(years, _MONTHS).sum(axis=1) for name, amount in parts.items()}
    return {f"ma.offshoring.{name}": amount for name, amount in by_year.items() if amount.any()}


def _start(text: str, today: dt.date, problems: Problems) -> Month:
    try:
        start = Month.parse(text) if text else Month.of(today)
    except ValueError as error:
        problems.append(problem("--start", str(error), "write the month as `2027-04`"))
        return Month.of(today)
    if start < Month(2022, 1):
        problems.append(problem("--start", "corporate tax is coded from 2022 on", "give a later month"))
    return start


def _year(year: int) -> list[Month]:
    return [Month(year, month) for month in range(1, _MONTHS + 1)]


def _number(place: str, text: str, problems: Problems) -> float | None:
    try:
        value = float(text)
    except ValueError:
        problems.append(problem(place, f"`{text}` is no number", "write it with a decimal point, or unknown"))
        return None
    if not (math.isfinite(value) and value >= 0):
        problems.append(problem(place, "must be zero or more and finite", "correct it"))
        return None
    return value


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
