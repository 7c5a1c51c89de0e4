"""What options share: labour pools, own units, people at home, and talk between work packages."""

from __future__ import annotations

from itertools import product

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.money import FloatArray
from jiwar.options.distances import Distance, between
from jiwar.options.learning import monthly_rate
from jiwar.options.option import HomeRole, Pool, SitePrice
from jiwar.options.rates import Rates, fact
from jiwar.talent import hiring_limit

WEEKS_PER_QUARTER = 13.0


def site_prices(case: Case, facts: Facts, rates: Rates) -> dict[str, SitePrice]:
    """Price opening and running an own unit at every site away from home (mid values)."""
    prices = {}
    for name in case.sites:
        if name == case.company.home:
            continue
        country = facts.sites[name].country
        opening, running = f"site_opening/{country}", f"site_running/{country}"
        per_month = rates.values.aged(running, case.horizon)[0] / 12.0
        prices[name] = SitePrice(name, float(rates.values(opening)[0]), per_month, fact(opening, running))
    return prices


def pools(case: Case, facts: Facts, rates: Rates) -> tuple[Pool, ...]:
    """List the labour pools that the case can draw from, with what one employer can hire per quarter."""
    skills = sorted({(line.role, line.seniority) for line in case.team})
    found = []
    for name, (role, seniority) in product(case.sites, skills):
        limit = hiring_limit(rates.values, facts.sites[name], role, seniority)
        found.append(Pool(name, role, seniority, float(limit[0])))
    return tuple(found)


def home_roles(case: Case, facts: Facts, rates: Rates) -> tuple[HomeRole, ...]:
    """Price, for every role at home, people freed, hiring and severance, as means over its seniorities."""
    home = facts.sites[case.company.home]
    attrition = float(monthly_rate(rates.values(f"attrition/{home.country}"))[0])
    fee = float(rates.values(f"recruiting_fee/{home.country}")[0])
    severance_months = float(rates.values(f"severance/{home.country}")[0])
    roles = []
    for role in sorted({line.role for line in case.team} | set(case.open_posts)):
        lines = [line for line in case.team if line.role == role]
        weights = {line.seniority: line.people for line in lines} or {"senior": 1.0}
        costs = {level: rates.person(home, role, level) for level in weights}
        total = sum(weights.values())
        mean = sum(weights[level] * costs[level].total.eur_per_month[0] for level in weights) / total
        pay = float(sum(weights[level] * costs[level].pay.eur_per_month[0, 0] for level in weights) / total)
        roles.append(
            HomeRole(
                role,
                np.asarray(mean),
                fee * 12.0 * pay,
                severance_months * pay,
                attrition,
                case.open_posts.get(role, 0.0),
                sum(line.employed for line in lines),
            )
        )
    return tuple(roles)


def interaction_prices(
    case: Case, facts: Facts, rates: Rates, measured: dict[str, Distance]
) -> dict[tuple[str, str], FloatArray]:
    """Price one weekly hour of interaction between work packages at two different sites, per quarter.

    The extra effort per hour of interaction is a prior by region; it falls on both sides and is priced at the
    mean cost of an hour of the case's people at home.
    """
    hour = _cost_of_an_hour(case, facts, rates)
    prices = {}
    for one, other in product(case.sites, case.sites):
        if one == other:
            continue
        home_involved = case.company.home in (one, other)
        distance = (
            measured[other if one == case.company.home else one]
            if home_involved
            else between(rates.values, facts.sites[one], facts.sites[other], case.horizon)
        )
        extra = float(rates.values(f"interaction_overhead/{distance.group}")[0])
        prices[one, other] = 2.0 * WEEKS_PER_QUARTER * extra * hour
    return prices


def _cost_of_an_hour(case: Case, facts: Facts, rates: Rates) -> FloatArray:
    home = facts.sites[case.company.home]
    hours = 52.0 * 5.0 * float(rates.values(f"daily_hours/{home.country}")[0]) / 12.0
    weights = np.array([line.people for line in case.team])
    costs = [rates.person(home, line.role, line.seniority).total.eur_per_month[0] for line in case.team]
    monthly = np.average(np.array(costs), axis=0, weights=weights) / hours
    return np.asarray(monthly.reshape(-1, 3).mean(axis=1))
