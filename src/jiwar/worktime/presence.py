"""Leave: how many days a year a person is there, and how often two people are there together."""

from __future__ import annotations

from jiwar.worktime.site import WorktimeError


def leave_in_working_days(leave_days: float, *, counted_week: int, worked_week: int) -> float:
    """Return leave in days of the week actually worked, when the law counts it in another week.

    The Moroccan code grants 18 days of a week of six: three weeks, 15 days of a week of five.
    """
    if not (0 <= leave_days <= 366 and 1 <= counted_week <= 7 and 1 <= worked_week <= 7):
        raise WorktimeError.one(
            code="W006",
            message=f"{leave_days} days of leave in weeks of {counted_week} and {worked_week} days",
            remedy="use 0 to 366 days and weeks of 1 to 7 days",
        )
    return leave_days * worked_week / counted_week


def presence(working_days_per_year: float, leave_days_per_year: float) -> float:
    """Return the share of working days on which a person is not on leave."""
    if working_days_per_year <= 0 or not 0 <= leave_days_per_year <= working_days_per_year:
        message = f"{leave_days_per_year} days of leave out of {working_days_per_year} working days"
        raise WorktimeError.one(code="W006", message=message, remedy="leave cannot exceed the working days")
    return 1.0 - leave_days_per_year / working_days_per_year


def days_both_present(joint_days: float, presence_here: float, presence_there: float) -> float:
    """Return the days a year on which two people are both at work, when each takes leave on their own."""
    return joint_days * presence_here * presence_there
