"""`jiwar talent`: whether a number of people can be hired in a city by a date, for what, and with what doubt."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rich.console import Console

from jiwar.cli.fact_text import number_range
from jiwar.cli.screen import screen, table
from jiwar.diagnostics import Diagnostic, JiwarError, nearest_names
from jiwar.facts import Facts, Site
from jiwar.money import FloatArray
from jiwar.periods import Month
from jiwar.talent import (
    A_FIFTH,
    HiringAnswer,
    HiringNeed,
    LanguageFit,
    LanguageNeed,
    Reach,
    ShortageScenario,
    SupplyScenario,
    city_profile,
    hiring,
    hiring_range,
    language_fit,
    match_title,
    occupations,
    pipelines,
    pool_flows,
    shortage_history,
    time_to_fill_at_home,
    usual_mix,
    vacancy_cost,
    with_talent,
)
from jiwar.verbs import load_facts

_DRAWS, _SEED = 1000, 2026
_LANGUAGE_NAMES = {"ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French"}


def talent(
    *,
    role: str,
    site: str,
    fte: float,
    by: str,
    seniority: str = "",
    language: tuple[str, ...] = (),
    value_of_work: float | None = None,
) -> int:
    """Say whether people can be hired in a city by a date: at market pay, for more, or not at all.

    Parameters
    ----------
    role
        A role such as embedded_software_engineer, or a job title of your own in English, German or French.
    site
        The city, for instance fes.
    fte
        People wanted, full time.
    by
        Month by which they are at work, for instance 2028-06.
    seniority
        Only junior, mid, senior or lead; without it the usual mix of the country, or what the title says.
    language
        A language the work needs and its level, for instance de:B2. May be given several times.
    value_of_work
        EUR a year that a post left open loses; used for German sites.
    """
    facts = with_talent(load_facts())
    city, month, needs = _read(facts, site, by, language, fte)
    found, said = _role(role)
    level = seniority or said
    people = {level: fte} if level else usual_mix(facts, city, found, fte)
    need = HiringNeed(city, found, people, Month.of(facts.as_of), month)
    answer = hiring(facts, need)
    fits = [language_fit(facts, city, one) for one in needs]
    console = screen()
    if found != role:
        console.print(f"“{role}” is the role {found}" + (f", {said}." if said else "."))
    used = set(answer.keys)
    _answer(console, facts, answer)
    used |= _by_seniority(console, facts, answer)
    _flows(console, facts, need, answer)
    used |= _languages(console, facts, city, fits)
    if city.country == "MA":
        _training(console, found)
    if city.country == "DE":
        _germany(console, facts, need, value_of_work)
    _sources(console, facts, used)
    return 0


def _read(
    facts: Facts, site: str, by: str, languages: tuple[str, ...], fte: float
) -> tuple[Site, Month, list[LanguageNeed]]:
    problems: list[Diagnostic] = []
    if site not in facts.sites:
        problems.append(Diagnostic("U005", f"`{site}` is not a site", nearest_names(site, facts.sites)))
    if not fte > 0:
        problems.append(Diagnostic("U005", f"{fte:g} people are nobody", "ask for some people"))
    month = Month.of(facts.as_of)
    try:
        month = Month.parse(by)
    except ValueError as error:
        problems.append(Diagnostic("U005", str(error), "write the month as `2028-06`"))
    needs = []
    for text in languages:
        name, colon, level = text.partition(":")
        if not colon:
            remedy = "write language and level, for instance `de:B2`"
            problems.append(Diagnostic("U005", f"`{text}` is not a language with a level", remedy))
            continue
        try:
            needs.append(LanguageNeed(name, level.upper(), fte if fte > 0 else 1.0))
        except JiwarError as error:
            problems.extend(error.diagnostics)
    if problems:
        raise JiwarError(problems)
    return facts.sites[site], month, needs


def _role(text: str) -> tuple[str, str | None]:
    """Return the role of an id or of a free job title, and the seniority that a title says."""
    if text in occupations():
        return text, None
    match = match_title(text)
    return match.role, match.seniority


def _answer(console: Console, facts: Facts, answer: HiringAnswer) -> None:
    need = answer.need
    drawn = hiring_range(facts, need, _DRAWS, np.random.default_rng(_SEED))
    where, share = need.site.name, _mid(answer.share_of_pool)
    low, high = np.percentile(drawn.credible_people, [10, 90])
    verdicts = {
        Reach.AT_MARKET_PAY: "Yes, at market pay.",
        Reach.ABOVE_MARKET_PAY: "Yes, for more than market pay.",
        Reach.TOO_FAST: "No: too fast.",
        Reach.BEYOND_THE_POOL: "No: beyond the pool.",
    }
    wanted = f"{need.total:g} × {need.role.replace('_', ' ')} in {where} by {need.by}"
    console.print(f"{verdicts[answer.reach]} {wanted}.", style="bold")
    console.print(
        f"Pool: about {_mid(answer.pool):,.0f} people do this work in {where}. Leavers replaced, "
        f"{_mid(answer.hires):,.0f} have to be hired: {_percent(share)} of the pool"
        + (
            f", more than the fifth ({_percent(A_FIFTH)}) beyond which a plan is refused."
            if share > A_FIFTH
            else "."
        )
    )
    console.print(_price(answer))
    console.print(f"At market pay: {_months(answer.months_at_market_pay)}.")
    console.print(
        f"Credible by {need.by}: {_mid(answer.credible_people):.0f} of {need.total:g} people, {low:.0f} to "
        f"{high:.0f} in eight of ten draws of what is uncertain."
    )
    for note in answer.notes:
        console.print(f"{note.severity.value} {note.code}: {note.message}. Remedy: {note.remedy}.")


def _price(answer: HiringAnswer) -> str:
    if answer.refused:
        return "Price: none is offered, because no pay would make the plan credible."
    if answer.reach is Reach.AT_MARKET_PAY:
        return "Price: market pay, nothing beyond it."
    premium, fees = _mid(answer.premium_per_year), _mid(answer.agency_fees)
    return (
        f"Price: {premium:,.0f} {answer.currency} a year of pay above market once all are there, and "
        f"{fees:,.0f} {answer.currency} of agency fees beyond the usual."
    )


def _months(months: FloatArray) -> str:
    middle = _mid(months)
    if not np.isfinite(middle):
        return "never, because people would leave as fast as they come"
    return f"complete after {middle:.0f} months"


def _by_seniority(console: Console, facts: Facts, answer: HiringAnswer) -> set[str]:
    need, rows, used = answer.need, [], set[str]()
    for one in answer.by_seniority:
        profile = city_profile(facts, need.site, need.role, one.seniority)
        used |= profile.keys
        rows.append(
            [
                one.seniority,
                f"{one.people:.1f}",
                f"{_mid(one.hires):.1f}",
                f"{_mid(one.pool):,.0f}",
                f"{_mid(profile.hiring_limit_per_quarter):.2f}",
                f"{_mid(one.pace):.1f}×",
                _percent(_mid(one.premium)) if not answer.refused else "—",
                f"{_mid(profile.time_to_fill_months):.1f}",
            ]
        )
    columns = [
        ("seniority", False),
        ("wanted", True),
        ("hires", True),
        ("pool", True),
        ("hires a quarter", True),
        ("pace", True),
        ("premium", True),
        ("months to fill", True),
    ]
    note = (
        "hires a quarter: what one employer wins at market pay. pace: hires over that; a pace above 1 costs a "
        "premium. All middle values of wide estimates."
    )
    console.print(table("By seniority", columns, rows, note))
    return used


def _flows(console: Console, facts: Facts, need: HiringNeed, answer: HiringAnswer) -> None:
    years = tuple(range(need.first.year, need.by.year + 1))
    flows = {
        scenario: pool_flows(facts, need.site, need.role, years, scenario) for scenario in SupplyScenario
    }
    middle = flows[SupplyScenario.HALF_AND_LATE]
    rows = [
        [
            str(year),
            f"{_mid(middle.people[:, index]):,.0f}",
            f"{_mid(middle.graduates[:, index]):+,.1f}",
            f"{-_mid(middle.emigrants[:, index]):+,.1f}",
            f"{-_mid(middle.retired[:, index]):+,.1f}",
        ]
        for index, year in enumerate(years)
    ]
    columns = [("year", False), ("pool", True), ("graduates", True), ("emigrate", True), ("retire", True)]
    ends = {scenario.value: f"{_mid(one.people[:, -1]):,.0f}" for scenario, one in flows.items()}
    leave = _mid(answer.hires) - need.total
    note = f"During the build-up {leave:.1f} people of the team leave and are hired again (attrition)."
    if len(set(ends.values())) > 1:
        said = "; ".join(f"{people} with training {name}" for name, people in ends.items())
        note += f" Pool after {years[-1]}: {said}."
    console.print(table(f"The pool in {need.site.name}, year by year", columns, rows, note))


def _languages(console: Console, facts: Facts, city: Site, fits: Iterable[LanguageFit]) -> set[str]:
    shares = {
        name: f"talent/language_share/{city.country}/{code}/B2" for code, name in _LANGUAGE_NAMES.items()
    }
    known = {name: facts.get(key) for name, key in shares.items() if key in facts}
    spoken = ", ".join(
        f"{name} {fact.mid:g} % ({fact.low:g} to {fact.high:g})" for name, fact in known.items()
    )
    console.print(f"Engineers with B2 or better: {spoken or 'no number found'}.")
    for fit in fits:
        need = fit.need
        speak = f"{_mid(fit.people_who_speak):.1f} of {need.people:g} hired without regard to language"
        title = f"{_LANGUAGE_NAMES[need.language]} {need.level}"
        if fit.fits:
            console.print(f"{title}: fits; {speak} speak it well enough.")
            continue
        console.print(
            f"{title}: does not fit; {speak} speak it well enough. Teaching beside work: "
            f"{_mid(fit.people_to_teach):.0f} learners from nothing, {_mid(fit.months):.0f} months, "
            f"{_mid(fit.course_cost):,.0f} {fit.currency} for courses and examinations, "
            f"{_mid(fit.paid_hours):,.0f} paid hours. Hiring only those who speak it leaves "
            f"{_percent(_mid(fit.share))} of the pool."
        )
    return {fact.key for fact in known.values()}


def _training(console: Console, role: str) -> None:
    technicians = occupations()[role].family == "technician"
    rows = []
    for one in pipelines():
        if (one.field == "technician") is not technicians:
            continue
        now = _people_in(one.now_people_per_year, one.now_year)
        rows.append(
            [one.names["en"], now, _people_in(one.announced_people_per_year, one.announced_year), one.unknown]
        )
    columns = [("training in Morocco", False), ("now", True), ("announced", True), ("unknown", False)]
    console.print(table("People trained a year, the whole country", columns, rows))


def _people_in(people: float | None, year: int | None) -> str:
    return "no number" if people is None else f"{people:,.0f} ({year})"


def _germany(console: Console, facts: Facts, need: HiringNeed, value_of_work: float | None) -> None:
    last = {point.measure: point for point in shortage_history(facts)}
    said = "; ".join(f"{point.value:,.0f} {name} ({point.quarter})" for name, point in last.items())
    console.print(f"Shortage of engineers and IT people in Germany: {said}.")
    level = max(need.people, key=lambda name: need.people[name])
    months = (need.first, need.by)
    rows = []
    for scenario in ShortageScenario:
        filled = time_to_fill_at_home(facts, need.role, level, months, scenario)
        then = _mid(filled[:, 1])
        row = [scenario.value, f"{_mid(filled[:, 0]):.1f}", f"{then:.1f}", _percent(then / 12)]
        if value_of_work is not None:
            row.append(f"{float(vacancy_cost(then, value_of_work)):,.0f}")
        rows.append(row)
    columns = [("shortage", False), (f"months to fill, {months[0]}", True), (f"{months[1]}", True)]
    columns.append(("share of a year's work lost", True))
    if value_of_work is not None:
        columns.append(("vacancy cost, EUR", True))
    published = number_range(facts.get("talent/vacancy_cost_published"))
    note = f"One {level} post. Published cost of a vacancy, as a check only: {published} (vendor)."
    console.print(table("Filling a post in Germany", columns, rows, note))


def _sources(console: Console, facts: Facts, keys: set[str]) -> None:
    found = [facts.get(key) for key in sorted(keys)]
    rows = [[fact.key, number_range(fact), fact.grade.value] for fact in found]
    columns = [("rests on", False), ("low – mid – high", True), ("grade", False)]
    priors = sum(fact.grade.value == "prior" for fact in found)
    note = f"{priors} of {len(found)} are estimates of our own (prior)."
    console.print(table("Numbers this rests on", columns, rows, note))
    named = sorted({source for fact in found for source in fact.sources})
    console.print("Sources:")
    for source in (facts.sources[name] for name in named):
        console.print(
            f"  {source.title} ({source.publisher})" + ("" if source.is_ours else f", {source.url}")
        )


def _percent(share: float) -> str:
    return f"{share:.1%}".replace("%", " %") if 0 < share < 0.1 else f"{share:.0%}".replace("%", " %")


def _mid(values: FloatArray) -> float:
    return float(np.median(values))
