"""`jiwar compare`: the same team at every site; no file needed."""

from __future__ import annotations

import datetime as dt

from jiwar.cli.screen import screen, table
from jiwar.options import Comparison, Place
from jiwar.verbs import compare as compare_places

_FORMS = {
    "stay_hire": "hire at home",
    "captive": "own unit",
    "provider": "provider",
    "employer_of_record": "employer of record",
    "build_operate_transfer": "build, operate, transfer",
}


def compare(
    *,
    role: str,
    fte: float,
    home: str,
    site: tuple[str, ...] = (),
    form: tuple[str, ...] = (),
    years: int = 5,
    on: dt.date | None = None,
    every_form: bool = False,
) -> int:
    """Compare hiring a team at home with building the same team at every site.

    Parameters
    ----------
    role
        Kind of engineer, for instance embedded_software_engineer.
    fte
        People needed, full time.
    home
        The site where the company is, for instance stuttgart.
    site
        Only these sites; can be given several times. Without it, all sites outside the country.
    form
        Only these forms: captive, provider, employer_of_record, build_operate_transfer.
    years
        Years to look at, 1 to 9.
    on
        The day on which facts and law are taken; today by default.
    every_form
        Show every form of every site instead of the cheapest one.
    """
    result = compare_places(
        role,
        fte,
        home,
        as_of=on or dt.date.today(),  # noqa: DTZ011 - the reader's own calendar day is meant
        sites=site or None,
        engagements=form or None,
        years=years,
    )
    _show(result, every_form=every_form)
    return 0


def _show(result: Comparison, *, every_form: bool) -> None:
    shown: list[Place] = []
    seen: set[str] = set()
    for place in result.places:
        if every_form or place.site not in seen:
            shown.append(place)
        seen.add(place.site)
    facts = result.options.facts
    rows = [
        [
            f"{facts.sites[place.site].name}, {facts.sites[place.site].country}",
            _FORMS[place.engagement.value],
            f"{place.cost_eur_per_productive_year / 1e3:,.0f}",
            f"{place.last_year_cost_eur_per_productive_year / 1e3:,.0f}",
            f"{place.against_home - 1.0:+.0%}",
            "—" if place.cheaper_from is None or place.engagement.stays else str(place.cheaper_from),
            f"{place.shared_hours_per_day:.1f}",
            _pace(place),
            "home" if place.assessment is None else place.assessment.overall.words["en"].lower(),
        ]
        for place in shown
    ]
    columns = [
        ("site", False),
        ("form", False),
        ("kEUR / year*", True),
        ("last year", True),
        ("vs home", True),
        ("cheaper from", True),
        ("h shared", True),
        ("hired in", True),
        ("law", False),
    ]
    mix = ", ".join(f"{share:.0%} {level}" for level, share in result.mix.items())
    home, role = facts.sites[result.home].name, facts.roles[result.role].name_en
    title = f"{result.people:g} × {role}, home {home}, from {result.start}"
    note = (
        f"* per productive person, mix: {mix}. Cost: pay, charges, seats, recruiting, learning, turnover, "
        "coordination, travel, own unit; no state support. Hired in: as many people at market pay, in the mix usual "
        "there. Law: source code with the names of its authors; contract, clauses and assessment in place. Behind "
        "any number: jiwar facts show KEY."
    )
    screen().print(table(title, columns, rows, note))


def _pace(place: Place) -> str:
    if place.engagement.value == "provider":
        return "bench"
    return f"{place.months_to_hire:.0f} months" if place.months_to_hire < 120 else "never"
