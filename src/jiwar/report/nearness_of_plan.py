"""Shared hours of the sites that a plan uses, and the pools of people that it hires from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jiwar.periods import Month
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.nearness import Pool, SharedHours, SharedMonth, TalentDepth
from jiwar.report.terms import seniority
from jiwar.report.texts import Texts

if TYPE_CHECKING:
    from jiwar.facts import Site
    from jiwar.options import Option
    from jiwar.options import Pool as PoolOfOptions

_FIRST_CLAIM, _LAST_CLAIM = 2024, 2035
_NOBODY = 0.05
_PLAN = Origin(OriginKind.METHOD, "plan")


def hours_of(figures: PlanFigures) -> tuple[SharedHours, ...]:
    """Return the shared hours of every site that the plan moves work to; of the nearest move when nothing moves."""
    sites = figures.options.facts.sites
    home = sites[figures.options.case.company.home]
    return tuple(
        shared_hours_of(home, sites[site], year) for site, year in _years(figures).items() if site != home.id
    )


def _years(figures: PlanFigures) -> dict[str, int]:
    """Name sites with the first full year of work there, or the last of the horizon."""
    options = figures.options
    moved = [options.items[index] for index in figures.plan.chosen]
    moved = [option for option in moved if not option.engagement.stays]
    if not moved:
        moves = [option for option in options.items if option.feasible and not option.engagement.stays]
        moved = (
            [min(moves, key=lambda option: (figures.extra_alone_eur(option), option.index))] if moves else []
        )
    found: dict[str, int] = {}
    for option in sorted(moved, key=_start):
        found.setdefault(option.site, min(_start(option).year + 1, options.horizon.end.year))
    return found


def _start(option: Option) -> Month:
    if option.start is None:  # pragma: no cover - every move has a start
        raise ValueError(option.id)
    return option.start


def shared_hours_of(home: Site, site: Site, year: int) -> SharedHours:
    """Return a calendar year of two sites, with the claim answered and the day that would share most."""
    from jiwar.worktime import Period, design_shift, shared_minutes, year_grid

    origins = (Origin(OriginKind.METHOD, f"shared_hours/{home.id}/{site.id}"),)
    grid = year_grid(home, site, year)
    minutes, days = shared_minutes([(home, site)], Period.year(year)).by_month()
    design = design_shift(site, home, Period.year(year))
    check = design.best.check
    return SharedHours(
        id=site.id,
        site=site.name,
        home=home.name,
        year=year,
        full_day_hours=grid.full_day_hours,
        grid=tuple(tuple(None if np.isnan(one) else float(one) for one in row) for row in grid.hours),
        months=tuple(
            SharedMonth(
                Month(year, index + 1),
                Amount(float(minutes[0][index]), origins),
                Amount(float(days[0][index]), origins),
            )
            for index in range(12)
        ),
        same_clock=_same_clock(home, site, origins),
        present_day=_clock(design.present.shift),
        best_day=_clock(design.best.shift),
        present_hours=Amount(design.present.shared_hours, origins),
        best_hours=Amount(design.best.shared_hours, origins),
        law="" if check.limits is None else check.limits.source,
    )


def _clock(shift: object) -> str:
    return str(shift).replace("-", "–")


def _same_clock(home: Site, site: Site, origins: tuple[Origin, ...]) -> tuple[tuple[int, int, Amount], ...]:
    from jiwar.worktime import same_clock

    runs: list[tuple[int, int, float]] = []
    for one in same_clock(home, site, range(_FIRST_CLAIM, _LAST_CLAIM + 1)):
        share = round(one.same_clock_share, 2)
        first = runs.pop()[0] if runs and runs[-1][2] == share else one.year
        runs.append((first, one.year, share))
    return tuple((first, last, Amount(share, origins)) for first, last, share in runs)


def talent_of(figures: PlanFigures, texts: Texts) -> TalentDepth:
    """Return the pools that the plan hires from."""
    from jiwar.talent import A_FIFTH

    options = figures.options
    years = [options.horizon.quarter(quarter).year for quarter in range(options.horizon.quarters)]
    pools = [
        _pool(figures, pool, np.asarray(row), years, texts)
        for pool, row in zip(options.pools, figures.plan.hires, strict=True)
        if float(np.sum(row)) > _NOBODY
    ]
    return TalentDepth(tuple(dict.fromkeys(years)), tuple(pools), A_FIFTH)


def _pool(
    figures: PlanFigures, pool: PoolOfOptions, hires: np.ndarray, years: list[int], texts: Texts
) -> Pool:
    from jiwar.facts import FactValues
    from jiwar.options.assumptions import overrides
    from jiwar.talent import city_profile

    options = figures.options
    site = options.facts.sites[pool.site]
    values = FactValues(options.facts, overrides(options.case, options.facts))
    profile = city_profile(values, site, pool.role, pool.seniority)
    family = options.facts.roles[pool.role].family
    stock = (f"talent_stock/{site.place}/{family}", f"seniority_share/{site.country}/{pool.seniority}")
    known = tuple(Origin(OriginKind.FACT, key) for key in stock if key in profile.keys)
    people = (*known, Origin(OriginKind.METHOD, "talent-pool"))
    limit = (*people, Origin(OriginKind.FACT, "hiring_share"))
    ground = (_PLAN, *limit)
    by_year = dict.fromkeys(years, 0.0)
    for year, count in zip(years, hires.tolist(), strict=True):
        by_year[year] += count
    return Pool(
        site=site.name,
        role=options.facts.roles[pool.role].names[texts.language.value],
        seniority=seniority(texts, pool.seniority) or pool.seniority,
        hires_by_year=tuple(Amount(count, ground) for count in by_year.values()),
        limit_per_year=Amount(4.0 * pool.limit_people_per_quarter, limit),
        people=Amount(float(np.median(profile.people)), people),
    )
