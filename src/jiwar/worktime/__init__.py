"""The hours that sites share, from clocks, weeks, holidays and shifts, computed to the minute."""

from jiwar.worktime.calendar import Period, WorkCalendar, work_calendar
from jiwar.worktime.claim import ClockYear, claim_sentence, same_clock
from jiwar.worktime.clock import Clock, data_release, read_clock, zone_info
from jiwar.worktime.coordination import effort_factor
from jiwar.worktime.design import (
    DayChoices,
    SeasonShift,
    ShiftDesign,
    ShiftOption,
    design_seasonal_shifts,
    design_shift,
)
from jiwar.worktime.heat import YearGrid, grid_svg, year_grid
from jiwar.worktime.hours import (
    SharedMinutes,
    joint_working_days,
    shared_hours,
    shared_hours_per_own_day,
    shared_minutes,
    working_days,
)
from jiwar.worktime.icalendar import calendar_text
from jiwar.worktime.limits import DayLimits, LimitCheck, check_limits, day_limits
from jiwar.worktime.lunar import DayRange, working_day_range
from jiwar.worktime.practice import USUAL, Practice, full_day_hours
from jiwar.worktime.presence import days_both_present, leave_in_working_days, presence
from jiwar.worktime.public_holidays import HolidayList, PublicHoliday, public_holidays
from jiwar.worktime.ramadan import ramadans
from jiwar.worktime.scenario import (
    AS_ENACTED,
    ClockScenario,
    ClockStretch,
    eu_ends_summer_time,
    morocco_returns_to_utc_plus_1,
)
from jiwar.worktime.shift import Shift
from jiwar.worktime.site import WorkSite, WorktimeError
from jiwar.worktime.summary import SharedYear, shared_year
from jiwar.worktime.together import MeetingWindow, common_hours, common_intervals, meeting_windows
from jiwar.worktime.travel import Journey, distance_km, journey

__all__ = [
    "AS_ENACTED",
    "USUAL",
    "Clock",
    "ClockScenario",
    "ClockStretch",
    "ClockYear",
    "DayChoices",
    "DayLimits",
    "DayRange",
    "HolidayList",
    "Journey",
    "LimitCheck",
    "MeetingWindow",
    "Period",
    "Practice",
    "PublicHoliday",
    "SeasonShift",
    "SharedMinutes",
    "SharedYear",
    "Shift",
    "ShiftDesign",
    "ShiftOption",
    "WorkCalendar",
    "WorkSite",
    "WorktimeError",
    "YearGrid",
    "calendar_text",
    "check_limits",
    "claim_sentence",
    "common_hours",
    "common_intervals",
    "data_release",
    "day_limits",
    "days_both_present",
    "design_seasonal_shifts",
    "design_shift",
    "distance_km",
    "effort_factor",
    "eu_ends_summer_time",
    "full_day_hours",
    "grid_svg",
    "joint_working_days",
    "journey",
    "leave_in_working_days",
    "meeting_windows",
    "morocco_returns_to_utc_plus_1",
    "presence",
    "public_holidays",
    "ramadans",
    "read_clock",
    "same_clock",
    "shared_hours",
    "shared_hours_per_own_day",
    "shared_minutes",
    "shared_year",
    "work_calendar",
    "working_day_range",
    "working_days",
    "year_grid",
    "zone_info",
]
