"""From the limits of a case to ratios: shares of people at one site and in one form, juniors to seniors at a site.

Who is senior at a site follows the posts of a package: its people are there in the mix that the package needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.problem import Ratio

if TYPE_CHECKING:
    from jiwar.options import Options

_LEARN, _TEACH = ("junior",), ("senior", "lead")


def ratios_of(options: Options, worst: Options, everybody: FloatArray) -> tuple[Ratio, ...]:
    """Return the ratios that a case limits.

    Parameters
    ----------
    options
        The options, staged ones as their pilots.
    worst
        The same on the worst course of staged options.
    everybody
        All people of the case, by option and quarter.
    """
    return (
        *_at_sites(worst, everybody),
        *_in_forms(worst, everybody),
        *_spans(options, worst),
    )


def _at_sites(options: Options, everybody: FloatArray) -> Iterator[Ratio]:
    most = options.case.limits.max_share_at_site
    for site in _sites(options) if most is not None else ():
        here = _marked(options, site=site)
        words = f"at most {most:.0%} of the people in {site}"
        yield Ratio("site_share", site, words, "share", options.people * here, everybody, most or 0.0)


def _in_forms(options: Options, everybody: FloatArray) -> Iterator[Ratio]:
    for form, most in options.case.limits.max_share_by_engagement.items():
        there = np.array([[float(option.engagement.value == form)] for option in options.items])
        words = f"at most {most:.0%} of the people in the form {form}"
        yield Ratio("engagement_share", form, words, "share", options.people * there, everybody, most)


def _spans(options: Options, worst: Options) -> Iterator[Ratio]:
    """At most so many juniors for each senior or lead; of a staged option the course with less room."""
    most = options.case.limits.juniors_per_senior
    if most is None:
        return
    learn, teach = _mix(options, _LEARN), _mix(options, _TEACH)
    people = np.where(learn > most * teach, worst.people, options.people)
    for site in _sites(options):
        here = people * _marked(options, site=site)
        words = f"at most {most:g} juniors for each senior or lead in {site}"
        yield Ratio("span", site, words, "juniors per senior", here * learn, here * teach, float(most))


def _sites(options: Options) -> tuple[str, ...]:
    return tuple(site for site in options.case.sites if site != options.case.company.home)


def _marked(options: Options, *, site: str) -> FloatArray:
    away = ((option.site == site) and not option.engagement.stays for option in options.items)
    return np.array([[float(one)] for one in away])


def _mix(options: Options, levels: tuple[str, ...]) -> FloatArray:
    """Return the share of some levels in the people whom each option's package needs, (O, Q)."""
    from jiwar.options.workforce import posts_of

    months, found = options.horizon.months, {}
    for package in options.case.work_packages:
        posts = posts_of(options.case.team_of(package.id), options.horizon)
        needed = [np.asarray(one.needed(months)) * float(one.seniority in levels) for one in posts]
        all_needed = [np.asarray(one.needed(months)) for one in posts]
        part = np.sum(needed, axis=0).reshape(-1, MONTHS_PER_QUARTER).mean(axis=1)
        whole = np.sum(all_needed, axis=0).reshape(-1, MONTHS_PER_QUARTER).mean(axis=1)
        found[package.id] = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
    return np.stack([found[option.work_package] for option in options.items])
