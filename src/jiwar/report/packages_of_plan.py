"""What the plan does with each work package: its option, its cost, its people at home and away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount, merged
from jiwar.report.context import Choice, Lane, PackagePlan
from jiwar.report.figures_of_plan import PlanFigures

if TYPE_CHECKING:
    from jiwar.options import Option
    from jiwar.periods import Month

_HEADCOUNT = (Origin(OriginKind.METHOD, "headcount"),)
_FULL = 0.9
_A_YEAR = 4
_NOBODY = 0.05


def packages_of(figures: PlanFigures) -> tuple[PackagePlan, ...]:
    """Return every work package of the case with what the plan does with it."""
    chosen = {figures.options.items[index].work_package: index for index in figures.plan.chosen}
    found = []
    for work in figures.options.case.work_packages:
        option = figures.options.items[chosen[work.id]]
        team = figures.options.case.team_of(work.id)
        ground = (Origin(OriginKind.CASE, f"team/{work.id}"),)
        found.append(
            PackagePlan(
                id=work.id,
                name=work.name,
                branch=work.branch,
                movable=work.movable,
                reason_to_stay="" if work.movable else (work.reason or ""),
                people_needed=Amount(_last_need(figures, work.id), ground),
                people_employed=Amount(float(sum(line.employed for line in team)), ground),
                choice=_choice(figures, option),
                lanes=_lanes(figures, option),
            )
        )
    return tuple(found)


def _last_need(figures: PlanFigures, work_package: str) -> float:
    """People needed at the end of the horizon: of every skill the last line that holds."""
    last: dict[tuple[str, str], tuple[Month, float]] = {}
    for line in figures.options.case.team_of(work_package):
        key = (line.role, line.seniority)
        if key not in last or last[key][0] <= line.start:
            last[key] = (line.start, line.people)
    return float(sum(people for _, people in last.values()))


def _choice(figures: PlanFigures, option: Option) -> Choice:
    options = figures.options
    staying = figures.staying_of(option)
    stays = option.engagement.stays
    quarters = options.people[option.index]
    return Choice(
        option=option.id,
        stays=stays,
        share=option.share,
        site=option.site,
        engagement=option.engagement.value,
        start=option.start,
        full_from=full_from(figures, option),
        people_away=Amount(float(quarters[-1]), figures.origins_of_people(option.index) or _HEADCOUNT),
        cash_eur=figures.present((option.index,), figures.cash_keys),
        undone_eur=figures.present((option.index,), figures.value_keys),
        staying_engagement=options.items[staying].engagement.value,
        staying_cash_eur=figures.present((staying,), figures.cash_keys),
        staying_undone_eur=figures.present((staying,), figures.value_keys),
        shared_hours=None if stays else _shared_hours(figures, option.site),
        verdict="" if stays or option.assessment is None else option.assessment.overall.value,
    )


def _shared_hours(figures: PlanFigures, site: str) -> Amount:
    home = figures.options.case.company.home
    origin = Origin(OriginKind.METHOD, f"shared_hours/{home}/{site}")
    return Amount(figures.options.shared_hours_per_day[site], (origin,))


def full_from(figures: PlanFigures, option: Option) -> Month | None:
    """Return the month from which a moved team no longer grows; None when it still does at the end."""
    building = building_up(tuple(figures.options.people[option.index]))
    if option.start is None or True not in building:
        return option.start
    after = len(building) - building[::-1].index(True)
    quarters = figures.options.horizon.quarters
    return figures.options.horizon.quarter(after).first_month if after < quarters else None


def building_up(people: tuple[float, ...]) -> tuple[bool, ...]:
    """Say for each quarter whether a team still grows: under nine tenths of what it has a year later.

    Examples
    --------
    >>> building_up((0.0, 2.0, 5.0, 8.0, 9.5, 10.0, 10.0))
    (False, True, True, True, False, False, False)
    """
    last = len(people) - 1
    return tuple(
        _NOBODY < here < _FULL * people[min(index + _A_YEAR, last)] for index, here in enumerate(people)
    )


def _lanes(figures: PlanFigures, option: Option) -> tuple[Lane, ...]:
    options = figures.options
    home = tuple(float(value) for value in options.home_people[option.index])
    away = tuple(float(value) for value in options.people[option.index])
    at_home = merged(
        figures.origins(option.index, "pay"), figures.origins(option.index, "knowledge_transfer")
    )
    lanes = [
        Lane(options.case.company.home, home, (False,) * len(home), at_home or _HEADCOUNT),
    ]
    if any(value > _NOBODY for value in away):
        ground = figures.origins_of_people(option.index) or _HEADCOUNT
        lanes.append(Lane(option.site, away, building_up(away), ground))
    return tuple(lanes)
