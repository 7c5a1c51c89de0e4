"""People at home, people who leave, wages that drift, and bringing the work back, from a plan and its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount, merged
from jiwar.report.drivers import country_name
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further import BringBack, Drift, Leaving, PeopleAtHome
from jiwar.report.terms import table_name
from jiwar.report.texts import Texts
from jiwar.report.ways_of_plan import moved

if TYPE_CHECKING:
    from jiwar.options import Option, Options
    from jiwar.options.rates import Rates
    from jiwar.planning import Plan

_HOME = (Origin(OriginKind.METHOD, "headcount"),)
_BACK = Origin(OriginKind.METHOD, "bring-back")


def _fact(*keys: str) -> tuple[Origin, ...]:
    return tuple(Origin(OriginKind.FACT, key) for key in keys)


def people_at_home(figures: PlanFigures) -> PeopleAtHome:
    """Return own people at home now and at the end, and what happens to those who are freed."""
    options, plan = figures.options, figures.plan
    chosen = list(plan.chosen)
    held = options.home_held[chosen].sum(axis=(0, 1))
    work, shared = plan.workforce, plan.shared_by_month()
    case = options.case

    def summed(name: str) -> Amount:
        return Amount(0.0 if work is None else float(getattr(work, name).sum()), _HOME)

    def paid(line: str) -> Amount:
        amounts = shared.get(line, np.zeros(options.horizon.months))
        return Amount(float(amounts @ options.discount), (Origin(OriginKind.METHOD, "plan"),))

    team = (Origin(OriginKind.CASE, "team"),)
    return PeopleAtHome(
        employed=Amount(float(sum(line.employed for line in case.team)), team),
        at_end=Amount(float(held[-1]), _HOME),
        freed=Amount(people_freed(options, plan), _HOME),
        moved=summed("moved"),
        filled=summed("filled"),
        redundant=summed("redundant"),
        surplus_eur=paid("surplus_people"),
        redundancy_eur=paid("redundancy"),
        redundancies_allowed=str(case.limits.redundancies) != "forbidden",
        works_council=case.company.works_council,
        employees=Amount(
            float(case.company.employees_in_germany),
            (Origin(OriginKind.CASE, "company/employees_in_germany"),),
        ),
    )


def people_freed(options: Options, plan: Plan) -> float:
    """Return the own people whom the plan frees, those whom growing pilots free by the share of scenarios."""
    freed = float(options.released[list(plan.chosen)].sum())
    stages = () if plan.uncertainty is None else plan.uncertainty.stages
    growing = {(one.work_package, way.gate): way.probability for one in stages for way in one.grows}
    for growth in options.growths:
        if growth.option not in plan.chosen:
            continue
        package = options.items[growth.option].work_package
        for gate, full in zip(options.growth_gates, growth.full, strict=True):
            chance = growing.get((package, str(options.horizon.month(gate))), 0.0)
            if full >= 0 and chance:
                more = options.released[full][:, gate // MONTHS_PER_QUARTER :].sum()
                freed += chance * growth.part * float(more)
    return freed


def leaving_of(figures: PlanFigures, texts: Texts) -> tuple[Leaving, ...]:
    """Return attrition at home and in every country of the plan, and what replacing somebody takes."""
    options = figures.options
    home = options.facts.sites[options.case.company.home]
    found = [_leaving(figures, texts, home.country, "home", figures.staying)]
    away: dict[str, list[Option]] = {}
    for option in moved(figures):
        away.setdefault(options.facts.sites[option.site].country, []).append(option)
    for country, members in away.items():
        group = "far" if options.facts.sites[members[0].site].region_group == "far" else "near"
        found.append(_leaving(figures, texts, country, group, tuple(one.index for one in members)))
    return tuple(found)


def _leaving(
    figures: PlanFigures, texts: Texts, country: str, group: str, chosen: tuple[int, ...]
) -> Leaving:
    def amount(key: str) -> Amount:
        return Amount(figures.fact(key).value, _fact(key))

    return Leaving(
        country_name(texts, country),
        amount(f"attrition/{country}"),
        amount(f"recruiting_fee/{country}"),
        amount(f"time_to_fill/{country}"),
        amount(f"learning_months/{group}"),
        figures.present(chosen, ("learning_turnover",)),
    )


def drift_of(figures: PlanFigures, texts: Texts) -> tuple[Drift, ...]:
    """Return growth of wages and rates and the exchange rates of the countries of the plan."""
    options = figures.options
    home = options.facts.sites[options.case.company.home]
    sites = [home, *(options.facts.sites[option.site] for option in moved(figures))]
    countries = tuple(dict.fromkeys(site.country for site in sites))
    keys = [f"wage_growth/{country}" for country in countries]
    keys += [f"rate_growth/{country}" for country in countries]
    keys += [f"fx/{site.currency}" for site in sites if site.currency != "EUR"]
    length = options.horizon.months / 12
    found = []
    for key in dict.fromkeys(keys):
        if key not in options.facts:
            continue
        fact = figures.fact(key)
        head, last = key.split("/")
        about = country_name(texts, last) if len(last) == 2 else last
        name = texts("{name} ({about})", name=table_name(texts, head), about=about)
        ground = _fact(key)
        grows = head != "fx"
        end = Amount(100.0 * (1.0 + fact.value) ** length, ground) if grows else None
        found.append(Drift(key, name, fact.low, Amount(fact.mid, ground), fact.high, end, fact.unit))
    return tuple(found)


def bring_back_of(figures: PlanFigures) -> tuple[BringBack, ...]:
    """Return what bringing each moved package home at full size costs, in money of the last month."""
    from jiwar.facts import FactValues
    from jiwar.options.assumptions import overrides
    from jiwar.options.rates import Rates

    options = figures.options
    rates = Rates(FactValues(options.facts, overrides(options.case, options.facts)), options.horizon)
    return tuple(_bring_back(figures, rates, option) for option in moved(figures))


def _bring_back(figures: PlanFigures, rates: Rates, option: Option) -> BringBack:
    options = figures.options
    home, site = options.facts.sites[options.case.company.home], options.facts.sites[option.site]
    work = options.case.work_package(option.work_package)
    keys = {
        "severance": f"severance/{site.country}",
        "fee": f"recruiting_fee/{home.country}",
        "months": f"knowledge_months/{work.knowledge}",
        "teachers": "teaching_share",
    }
    value = {name: figures.fact(key).value for name, key in keys.items()}
    severance, recruiting, teaching, people = 0.0, 0.0, 0.0, 0.0
    grounds = [(_BACK,), _fact(*keys.values())]
    for skill, posts in _last_posts(figures, option).items():
        count = posts * option.share
        away, here = rates.person(site, *skill), rates.person(home, *skill)
        people += count
        pay_away = float(away.pay.eur_per_month[0, -1])
        if option.engagement.employs:
            severance += count * value["severance"] * pay_away
        recruiting += count * value["fee"] * 12.0 * float(here.pay.eur_per_month[0, -1])
        teaching += count * value["teachers"] * value["months"] * float(away.total.eur_per_month[0, -1])
        grounds.extend((away.pay.origins, here.pay.origins))
    ground = merged(*grounds)
    return BringBack(
        work.name,
        site.name,
        Amount(people, (Origin(OriginKind.CASE, f"team/{work.id}"),)),
        Amount(severance, ground),
        Amount(recruiting, ground),
        Amount(teaching, ground),
    )


def _last_posts(figures: PlanFigures, option: Option) -> dict[tuple[str, str], float]:
    """Return the posts of a package at the end of the horizon by role and seniority."""
    found: dict[tuple[str, str], float] = {}
    lines = figures.options.case.team_of(option.work_package)
    for line in sorted(lines, key=lambda one: figures.options.horizon.index(one.start)):
        found[line.role, line.seniority] = line.people
    return found
