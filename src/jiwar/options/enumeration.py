"""All ways to have each work package done, before anyone asks whether they are allowed or worth it."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.case import Case, WorkPackage
from jiwar.options.engagement import MOVING, STAYING, Engagement
from jiwar.options.option import Option
from jiwar.periods import Month


def enumerate_all(case: Case) -> tuple[Option, ...]:
    """List the options of every work package: staying first, then sites, engagements, shares and starts."""
    options: list[Option] = []
    for work_package in case.work_packages:
        for share, site, engagement, start in _ways(case, work_package):
            options.append(Option(len(options), work_package.id, share, site, engagement, start))
    return tuple(options)


def _ways(case: Case, work_package: WorkPackage) -> Iterator[tuple[float, str, Engagement, Month | None]]:
    home = case.company.home
    forms = [form for form in STAYING if form.value.removeprefix("stay_") in case.stay]
    for form in forms if _has_vacancies(case, work_package) else forms[:1]:  # without, all forms are the same
        yield 0.0, home, form, None
    if not work_package.movable:
        return
    for site in work_package.sites or case.sites:
        if site == home:
            continue
        for engagement in MOVING:
            if engagement.value not in (work_package.engagements or case.engagements):
                continue
            for share in work_package.shares:
                for start in case.starts:
                    yield share, site, engagement, start


def _has_vacancies(case: Case, work_package: WorkPackage) -> bool:
    """Say whether people are missing today or later."""
    return any(line.people > line.employed for line in case.team_of(work_package.id))
