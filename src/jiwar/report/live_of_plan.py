"""The cost of a plan and of staying taken apart into quantities and prices, by pricing with unit prices.

Every price enters every line linearly. So the options are priced once more with one scenario per price, in which
that price is one and all others are nothing: what the ledger then shows is the quantity. What is left over
(trips, seats, law) stays as the engine computed it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.options.rates import BILLED_DAYS_PER_YEAR, PersonCost, Rate, Rates, Skill
from jiwar.report.drivers import driver_name
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.live import Live, LiveInput, Price, Quantity, Slice
from jiwar.report.live_support import premiums
from jiwar.report.terms import seniority
from jiwar.report.texts import Texts

if TYPE_CHECKING:
    from jiwar.facts import FactValues, Site
    from jiwar.money import FloatArray
    from jiwar.options.pricing import PricedOption

_NOTHING = 1e-9
_LINES = ("site_running", "recruiting", "surplus_people", "redundancy", "coordination")


@dataclass(frozen=True, slots=True)
class _Person:
    site: str
    role: str
    seniority: str


@dataclass(frozen=True, slots=True)
class _Fee:
    country: str
    seniority: str


@dataclass(frozen=True, slots=True)
class _Unit:
    country: str


_Priced = _Person | _Fee | _Unit


class _Asked(Rates):
    """Rates that remember which prices were asked for."""

    def __init__(self, values: FactValues, figures: PlanFigures) -> None:
        super().__init__(values, figures.options.horizon)
        self.asked: dict[_Priced, None] = {}

    def person(self, site: Site, role: str, seniority: str) -> PersonCost:
        self.asked.setdefault(_Person(site.id, role, seniority))
        return super().person(site, role, seniority)

    def fee(self, country: str, seniority: str) -> Rate:
        self.asked.setdefault(_Fee(country, seniority))
        return super().fee(country, seniority)


class _Units(Rates):
    """Rates of which one in each scenario is one EUR a month and all others are nothing."""

    def __init__(
        self, values: FactValues, figures: PlanFigures, rows: dict[tuple[_Priced, bool], int]
    ) -> None:
        super().__init__(values, figures.options.horizon)
        self._rows = rows

    def person(self, site: Site, role: str, seniority: str) -> PersonCost:
        one = _Person(site.id, role, seniority)
        return PersonCost(self._unit(one, charges=False), self._unit(one, charges=True))

    def fee(self, country: str, seniority: str) -> Rate:
        return self._unit(_Fee(country, seniority), charges=False)

    def _unit(self, priced: _Priced, *, charges: bool) -> Rate:
        unit = np.zeros(self.shape)
        unit[self._rows[priced, charges]] = 1.0
        return Rate(unit)


def live_of(figures: PlanFigures, texts: Texts) -> Live:
    """Take the cost of both sides apart."""
    from jiwar.facts import FactValues
    from jiwar.options.assumptions import overrides

    options = figures.options
    own = overrides(options.case, options.facts)
    mid = FactValues(options.facts, own)
    asked = _Asked(mid, figures)
    sized = _priced(figures, asked, mid, None)
    for line in options.case.team:
        asked.person(options.facts.sites[options.case.company.home], line.role, line.seniority)
    named = [*asked.asked, *(_Unit(country) for country in _countries_of_units(figures))]
    rows = {key: index for index, key in enumerate(_columns(named), start=1)}
    carrier = f"wage_growth/{options.facts.sites[options.case.company.home].country}"
    size = len(rows) + 1
    units = FactValues(options.facts, own, {carrier: np.full(size, mid.fact(carrier).value)})
    priced = _priced(figures, _Units(units, figures, rows), units, asked)
    flows = {index: one.ledger.amounts_eur for index, one in priced.items()}
    prices = tuple(_price(figures, asked, one, texts) for one in named)
    shared = _shared(figures, asked)
    away = {index: one.people_away for index, one in sized.items()}
    quantities = (*_quantities(figures, flows, shared, rows, named), *_premiums(figures, named, away))
    rest = _rest(figures, prices, quantities)
    return Live(_inputs(prices, mid, texts, figures), prices, quantities, rest)


def _columns(named: list[_Priced]) -> list[tuple[_Priced, bool]]:
    """Every price once, and a person once more for the charges."""
    found: list[tuple[_Priced, bool]] = []
    for one in named:
        found.append((one, False))
        if isinstance(one, _Person):
            found.append((one, True))
    return found


def _chosen(figures: PlanFigures) -> dict[str, tuple[int, ...]]:
    return {"staying": figures.staying, "plan": figures.plan.chosen}


def _priced(
    figures: PlanFigures, rates: Rates, values: FactValues, sizing: _Asked | None
) -> dict[int, PricedOption]:
    """Price every option of both sides, shape (S, lines, M) each; law's own money stays out."""
    from jiwar.options.distances import distances
    from jiwar.options.pricing import Pricer

    options = figures.options
    case, facts = options.case, options.facts
    home = facts.sites[case.company.home]
    indices = dict.fromkeys(index for chosen in _chosen(figures).values() for index in chosen)
    items = [options.items[index] for index in indices]
    sites = tuple(dict.fromkeys((home.id, *(one.site for one in items))))
    known = None
    if sizing is not None:
        measured = distances(facts, sizing.values, home, sites, case.horizon)
        known = Pricer(case, facts, sizing, measured)
    pricer = Pricer(case, facts, rates, distances(facts, values, home, sites, case.horizon), known)
    return {one.index: pricer.price(one) for one in items}


def _countries_of_units(figures: PlanFigures) -> tuple[str, ...]:
    sites = figures.options.facts.sites
    used = [
        sites[site].country
        for site, row in zip(figures.plan.sites, figures.plan.units, strict=True)
        if row.any()
    ]
    return tuple(dict.fromkeys(used))


def _price(figures: PlanFigures, rates: _Asked, one: _Priced, texts: Texts) -> Price:
    values, horizon = rates.values, figures.options.horizon
    sites = figures.options.facts.sites
    months = horizon.months
    no_levies: tuple[tuple[Slice, ...], ...] = ()
    nothing = (0.0,) * months
    if isinstance(one, _Person):
        site = sites[one.site]
        key = f"pay/{site.place}/{one.role}/{one.seniority}"
        cost = rates.person(site, one.role, one.seniority)
        name = _name_of_person(figures, site, (one.role, one.seniority), texts)
        amounts = _floats(cost.pay.eur_per_month), _floats(cost.charges.eur_per_month)
        from jiwar.law.payroll import statute_currency

        return Price(
            name,
            values.fact(key).value,
            1.0,
            *_ageing(rates, key),
            _fx(values.currency(key)),
            _fx(statute_currency(site.country)),
            _levies(figures, site),
            *amounts,
        )
    if isinstance(one, _Fee):
        key = f"provider_rate/{one.country}/{one.seniority}"
        level = seniority(texts, one.seniority) or one.seniority
        name = f"{driver_name(texts, f'provider_rate/{one.country}', figures.options.facts)}, {level}"
        amount = _floats(rates.fee(one.country, one.seniority).eur_per_month)
        base = values.fact(key).value
        return Price(
            name, base, BILLED_DAYS_PER_YEAR, *_ageing(rates, key), "", "", no_levies, amount, nothing
        )
    key = f"site_running/{one.country}"
    amount = _floats(values.aged(key, horizon) / 12.0)
    name = driver_name(texts, key, figures.options.facts)
    return Price(name, values.fact(key).value, 1.0, *_ageing(rates, key), "", "", no_levies, amount, nothing)


def _name_of_person(figures: PlanFigures, site: Site, skill: Skill, texts: Texts) -> str:
    role = figures.options.facts.roles[skill[0]].names[texts.language.value]
    return f"{site.name}, {role}, {seniority(texts, skill[1]) or skill[1]}"


def _ageing(rates: _Asked, key: str) -> tuple[str, float]:
    """Return the index by which a number grows, and the years from its period to the first month."""
    from jiwar.facts.ageing import years_from

    found = rates.values.fact(key)
    return found.index, years_from(found, rates.horizon.start) if found.index else 0.0


def _fx(currency: str) -> str:
    return "" if currency == "EUR" else f"fx/{currency}"


def _levies(figures: PlanFigures, site: Site) -> tuple[tuple[Slice, ...], ...]:
    from jiwar.law.payroll.charges import schedule_on

    by_year: dict[int, tuple[Slice, ...]] = {}
    for month in figures.options.horizon:
        if month.year not in by_year:
            schedule = schedule_on(site.country, dt.date(month.year, 7, 1), site.land)
            by_year[month.year] = tuple(
                Slice(
                    levy.rate,
                    levy.above_per_year,
                    None if np.isinf(levy.up_to_per_year) else levy.up_to_per_year,
                )
                for levy in schedule.employer
            )
    return tuple(by_year[month.year] for month in figures.options.horizon)


def _shared(figures: PlanFigures, rates: _Asked) -> dict[tuple[str, _Priced, bool], FloatArray]:
    """Return what the plan shares as quantities: own units by month, and all that follows pay at home."""
    options, plan = figures.options, figures.plan
    found: dict[tuple[str, _Priced, bool], FloatArray] = {}
    for site, row in zip(plan.sites, plan.units, strict=True):
        if row.any():
            key = ("site_running", _Unit(options.facts.sites[site].country), False)
            found[key] = found.get(key, np.zeros(options.horizon.months)) + np.repeat(row, 3)
    home = options.facts.sites[options.case.company.home]
    total = np.zeros(options.horizon.months)
    people: dict[_Priced, float] = {}
    for line in options.case.team:
        one = _Person(home.id, line.role, line.seniority)
        people[one] = people.get(one, 0.0) + line.people
        total = total + line.people * rates.person(home, line.role, line.seniority).total.eur_per_month[0]
    by_line = plan.shared_by_month()
    for name in _LINES[1:]:
        amount = by_line.get(name)
        if amount is None or not amount.any():
            continue
        for person, count in people.items():
            for charges in (False, True):
                found[name, person, charges] = amount * count / total
    return found


def _quantities(
    figures: PlanFigures,
    flows: dict[int, FloatArray],
    shared: dict[tuple[str, _Priced, bool], FloatArray],
    rows: dict[tuple[_Priced, bool], int],
    named: list[_Priced],
) -> list[Quantity]:
    found = []
    numbers = {one: index for index, one in enumerate(named)}
    for side, chosen in _chosen(figures).items():
        total = np.sum([flows[index] for index in chosen], axis=0)
        for place, line in enumerate(figures.options.lines):
            for (one, charges), row in rows.items():
                amount = total[row, place] - total[0, place]
                if side == "plan":
                    amount = amount + shared.get((line.key, one, charges), 0.0)
                if np.abs(amount).max() > _NOTHING:
                    found.append(Quantity(side, line.key, numbers[one], charges, _floats(amount)))
    return found


def _premiums(figures: PlanFigures, named: list[_Priced], away: dict[int, FloatArray]) -> Iterator[Quantity]:
    people = {
        (one.site, one.role, one.seniority): number
        for number, one in enumerate(named)
        if isinstance(one, _Person)
    }
    for person, lag, by_month in premiums(figures, tuple(people), away):
        yield Quantity("plan", "support", people[person], charges=False, by_month=_floats(by_month), lag=lag)


def _rest(
    figures: PlanFigures, prices: tuple[Price, ...], quantities: tuple[Quantity, ...]
) -> dict[str, tuple[float, ...]]:
    """Return what is left of every line that has quantities, from the engine's own amount."""
    rest = {}
    for side, line in dict.fromkeys((one.side, one.line) for one in quantities):
        engine = figures.by_month(_chosen(figures)[side], (line,), shared=side == "plan")
        for one in quantities:
            if (one.side, one.line) == (side, line):
                price = prices[one.price]
                engine = engine - np.array(one.eur(price))
        rest[f"{side}/{line}"] = _floats(engine)
    return rest


def _inputs(
    prices: tuple[Price, ...], values: FactValues, texts: Texts, figures: PlanFigures
) -> tuple[LiveInput, ...]:
    growth = dict.fromkeys(price.growth for price in prices if price.growth)
    rates = dict.fromkeys(key for price in prices for key in (price.per_eur, price.statute) if key)
    return tuple(
        LiveInput(key, driver_name(texts, key, figures.options.facts), values.fact(key).value, key in growth)
        for key in (*growth, *rates)
    )


def _floats(values: FloatArray) -> tuple[float, ...]:
    return tuple(float(value) for value in np.ravel(values))
