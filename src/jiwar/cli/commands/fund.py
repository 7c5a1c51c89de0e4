"""`jiwar fund`: every scheme of the State and its answer, for figures on the command line or for a case."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from jiwar.case import Case
from jiwar.cli.fund_run import cliff_as_json, is_run, print_years, sheets_of_run
from jiwar.cli.fund_sheet import Sheet, print_sheets, sheets_as_json
from jiwar.cli.screen import screen
from jiwar.diagnostics import Diagnostic, JiwarError, Place, nearest_names
from jiwar.facts import Facts, Site
from jiwar.law.support import FIGURES, Extras, Switches, projects, switches
from jiwar.law.support import fund as fund_lines
from jiwar.options.support import SUPPORTED_COUNTRY, case_figures, project_at
from jiwar.periods import Month, Quarter
from jiwar.verbs import load_facts, read_case

_ANSWERS = {"yes": 1.0, "no": 0.0, "unknown": float("nan")}
_EXTRAS = tuple(field.name for field in dataclasses.fields(Extras))
_NO_INVESTMENT = 0.0


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Given:
    """Figures of a project; each is known to the law under the name of its field."""

    stable_jobs: Annotated[float | None, Parameter(name="--jobs", help="Stable jobs, whole.")] = None
    investment_mad: Annotated[
        float | None, Parameter(name="--capex-mad", help="Investment without tax, in MAD, for instance 55e6.")
    ] = None
    province: Annotated[
        str | None, Parameter(help="One of the 75 prefectures and provinces of Morocco, for instance Fès.")
    ] = None
    park: Annotated[
        str | None,
        Parameter(help='Offshoring park, for instance "Fès Shore"; without it the project is outside any.'),
    ] = None
    sector: Annotated[
        str | None, Parameter(help="For instance outsourcing, digital or industry; outsourcing for a case.")
    ] = None
    branch: Annotated[
        str | None, Parameter(help="Branch of the offshoring circular: CRM, BPO, ITO, ESO or KPO.")
    ] = None
    female_wage_share: Annotated[
        float | None, Parameter(name="--women", help="Share of women in the wage bill, for instance 0.4.")
    ] = None
    gross_pay_mad_per_year: Annotated[
        float | None, Parameter(name="--gross-pay-mad", help="Gross pay of a person in a year, in MAD.")
    ] = None
    moroccan_share: Annotated[
        float | None, Parameter(name="--moroccan", help="Share of recruits who are Moroccan.")
    ] = None
    leaving_per_year: Annotated[
        float | None, Parameter(name="--leaving", help="Share of people who leave in a year.")
    ] = None


_OPTION_OF = {
    "stable_jobs": "--jobs",
    "investment_mad": "--capex-mad",
    "female_wage_share": "--women",
    "gross_pay_mad_per_year": "--gross-pay-mad",
    "moroccan_share": "--moroccan",
    "leaving_per_year": "--leaving",
    **{name: f"--{name}" for name in ("province", "park", "sector", "branch")},
}


def fund(
    case: Path | None = None,
    *,
    given: Given = Given(),
    site: tuple[str, ...] = (),
    figure: tuple[str, ...] = (),
    reading: tuple[str, ...] = (),
    start: str = "",
    by: str = "",
    language: Literal["en", "de", "fr"] = "en",
    format: Literal["text", "json"] = "text",  # noqa: A002 - the option is called so
) -> int:
    """Say what the State would give: every scheme, eligible or not and why, how much, when, on which articles.

    Give a case, the run of a plan, or the figures of a project. An answer that is not given stays a question and
    never means yes.

    Parameters
    ----------
    case
        Folder of a case: what doing everything movable at each of its Moroccan sites would bring; or folder of a
        run: what the plan's own people bring, what it counts, and what is left after 2030.
    site
        Of a case, only these sites; without a case, a site that stands for its province.
    figure
        Any further figure or answer as name=value, for instance sustainable=yes or largest_holder_share=1.
    reading
        How to read a contradiction between sources as name=value, for instance route_two=more_than_150.
    start
        Month of the convention and of the hires, for instance 2027-04; the first start of a case, or this month.
    by
        Quarter until which the next step would have to be reached, for instance 2029-Q3.
    language
        Language of names, reasons and questions.
    format
        A sheet, or JSON.
    """
    if case is not None and is_run(case):
        return _of_run(case, language, format, given, site, figure, reading, start, by)
    read = None if case is None else read_case(case)
    sheets = _sheets(read, given, site, figure, reading, start, by)
    if format == "json":
        screen().out(sheets_as_json(sheets, language))
    else:
        print_sheets(screen(), sheets, language)
    return 0


def _sheets(
    read: Case | None,
    given: Given,
    sites: tuple[str, ...],
    figure: tuple[str, ...],
    reading: tuple[str, ...],
    start: str,
    by: str,
) -> list[Sheet]:
    """Rate a case or a project; raises JiwarError with everything wrong on the command line at once."""
    problems: list[Diagnostic] = []
    further, extras = _further(figure, problems)
    readings = _readings({} if read is None else read.support.readings, reading, problems)
    quarter, month = _quarter(by, problems), _month(start, problems)
    known = {name: value for name, value in dataclasses.asdict(given).items() if value is not None}
    places = _places(read, sites, month, {**known, **further}, problems)
    sheets = [
        sheet
        for name, on, of_place in places
        for sheet in _rated(name, on, of_place, extras, readings, quarter, problems)
    ]
    if problems:
        raise JiwarError(list(dict.fromkeys(problems)))
    return sheets


def _of_run(run: Path, language: str, form: str, *given: object) -> int:
    """Print the support of a plan, whose figures are its own."""
    if any(one not in ((), "", Given()) for one in given):
        message = "a run has its own figures: the people of its plan, and the `support` of its case"
        raise JiwarError.of("U005", message, "give only `--language` and `--format`, or name the case")
    sheets, years, cliff = sheets_of_run(run)
    if form == "json":
        screen().out(sheets_as_json(sheets, language, years, cliff_as_json(cliff)))
    else:
        print_sheets(screen(), sheets, language)
        print_years(screen(), years, cliff, language)
    return 0


def _places(
    read: Case | None,
    sites: tuple[str, ...],
    month: Month | None,
    figures: Mapping[str, object],
    problems: list[Diagnostic],
) -> list[tuple[str, dt.date, dict[str, object]]]:
    """Return what is to be rated: a name, the day, and all figures; those of the command line go first."""
    facts = load_facts()
    today = Month.of(dt.date.today())  # noqa: DTZ011 - the reader's own calendar day is meant
    if read is None:
        found = _sites(facts, sites, tuple(facts.sites), problems)
        if len(sites) > 1:
            problems.append(
                Diagnostic("U005", "a project has one place", "name one `--site`", Place("--site"))
            )
        at = {"province": found[0].province} if found else {}
        name = str(figures.get("province") or (found[0].province if found else ""))
        return [(name, (month or today).first_day, {**at, **figures})]
    if "province" in figures:
        message = "a case has sites, and a site has a province"
        problems.append(Diagnostic("U005", message, "choose with `--site`", Place("--province")))
    rated = []
    for site in _sites(facts, sites or read.sites, read.sites, problems):
        project = project_at(read, site.id)
        if not sites and site.country != SUPPORTED_COUNTRY:
            continue
        on = month or (read.starts[0] if project is None else project.convention)
        of_case = {"investment_mad": _NO_INVESTMENT, **case_figures(read, facts, site)}
        rated.append((site.name, on.first_day, {**of_case, **figures}))
    return rated


def _sites(
    facts: Facts, names: tuple[str, ...], possible: tuple[str, ...], problems: list[Diagnostic]
) -> list[Site]:
    supported = [name for name in possible if facts.sites[name].country == SUPPORTED_COUNTRY]
    if not supported:
        message = "the case has no site in Morocco, and only its support is coded"
        problems.append(Diagnostic("U005", message, "add one to `sites`, or give figures without a case"))
        return []
    wrong = [
        Diagnostic(
            "U005", f"`{name}` is not a Moroccan site here", nearest_names(name, supported), Place("--site")
        )
        for name in names
        if name not in supported and (name not in possible or names is not possible)
    ]
    problems.extend(wrong)
    return [] if wrong else [facts.sites[name] for name in names]


def _rated(
    name: str,
    on: dt.date,
    figures: Mapping[str, object],
    extras: Extras,
    readings: Switches,
    quarter: Quarter | None,
    problems: list[Diagnostic],
) -> Iterator[Sheet]:
    """Yield the sheet of one place, or note why there is none."""
    try:
        project = projects(**figures)
        lines = fund_lines(project, on=on, extras=extras, switches=readings, by=quarter)
    except JiwarError as error:
        problems.extend(_placed(diagnostic) for diagnostic in error.diagnostics)
        return
    yield Sheet(name, on, dict(figures), lines)


def _placed(diagnostic: Diagnostic) -> Diagnostic:
    """Say on which option an impossible figure was given."""
    named = re.findall(r"`([a-z_]+)`", f"{diagnostic.message} {diagnostic.remedy}")
    options = [_OPTION_OF[name] for name in named if name in _OPTION_OF]
    options += [f"--figure {name}" for name in named if name in FIGURES and name not in _OPTION_OF]
    if diagnostic.code == "L105":
        options = ["--province"]
    kinds = re.search(r"is no ([a-z]+)$", diagnostic.message)
    if kinds:
        options = [_OPTION_OF.get(kinds[1], f"--figure {kinds[1]}")]
    if not options:
        return diagnostic
    remedy = diagnostic.remedy
    for name, option in _OPTION_OF.items():
        remedy = remedy.replace(f"`{name}`", f"`{option}`")
    return dataclasses.replace(diagnostic, remedy=remedy, place=Place(options[0]))


def _further(texts: tuple[str, ...], problems: list[Diagnostic]) -> tuple[dict[str, object], Extras]:
    """Read `name=value`; a value is a number, yes, no, unknown, or one of the law's names."""
    figures: dict[str, object] = {}
    extras: dict[str, object] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        place = Place(f"--figure {name}")
        if name not in (*FIGURES, *_EXTRAS):
            remedy = nearest_names(name, (*FIGURES, *_EXTRAS))
            problems.append(Diagnostic("U005", f"a project has no figure called `{name}`", remedy, place))
        elif not equals or not value:
            remedy = f"write `{name}=VALUE`: a number, a name, yes, no or unknown"
            problems.append(Diagnostic("U005", f"`{name}` has no value", remedy, place))
        elif name in _EXTRAS:
            _extra(name, value, extras, problems)
        else:
            figures[name] = _value(name, value, problems)
    return figures, Extras(**extras)  # type: ignore[arg-type]  # `_extra` has read every value by its type


_NAMES = ("province", "sector", "industry", "branch", "park")


def _value(name: str, text: str, problems: list[Diagnostic]) -> object:
    if name in _NAMES:
        return text
    if text in _ANSWERS:
        return _ANSWERS[text]
    try:
        return float(text)
    except ValueError:
        remedy = "write a number with a decimal point, yes, no or unknown"
        problems.append(
            Diagnostic("U005", f"`{text}` is no value of `{name}`", remedy, Place(f"--figure {name}"))
        )
        return float("nan")


def _extra(name: str, text: str, extras: dict[str, object], problems: list[Diagnostic]) -> None:
    value = _value(name, text, problems)
    if not isinstance(value, float) or value != value:  # noqa: PLR0124 - unknown is what an extra is without a value
        return
    whole = name in {"years", "trainees_hired"}
    if value < 0 or (whole and value != int(value)):
        kind = "a whole number of zero or more" if whole else "zero or more"
        problems.append(
            Diagnostic("U005", f"`{name}` must be {kind}", f"correct `{name}`", Place(f"--figure {name}"))
        )
        return
    extras[name] = bool(value) if name == "german_sme" else int(value) if whole else value


def _readings(own: Mapping[str, str], texts: tuple[str, ...], problems: list[Diagnostic]) -> Switches:
    """Return the readings of the case with those of the command line in their place."""
    chosen = dict(own)
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


def _month(text: str, problems: list[Diagnostic]) -> Month | None:
    if not text:
        return None
    try:
        return Month.parse(text)
    except ValueError as error:
        problems.append(Diagnostic("U005", str(error), "write the month as `2027-04`", Place("--start")))
        return None


def _quarter(text: str, problems: list[Diagnostic]) -> Quarter | None:
    match = re.fullmatch(r"(\d{4})-Q([1-4])", text)
    if text and match is None:
        message = f"`{text}` is not a quarter"
        problems.append(Diagnostic("U005", message, "write it as `2029-Q3`", Place("--by")))
    return Quarter(int(match[1]), int(match[2])) if match else None
