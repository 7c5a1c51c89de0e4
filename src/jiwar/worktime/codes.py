"""The diagnostic codes of shared hours."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

CODES = CodeBook(
    "W",
    {
        1: (
            "Unknown time zone",
            "A site names a time zone that the time-zone database does not hold.",
            "Write an IANA name such as `Africa/Casablanca`.",
        ),
        2: (
            "Outside the years that clocks are known for",
            "Clocks are read for a fixed range of years; a day before or after it cannot be computed.",
            "Ask for a period inside the range named in the message.",
        ),
        3: (
            "Time-zone data too old",
            "Morocco changed its clock on 20 September 2026; older time-zone data gives wrong hours.",
            "Install a newer `tzdata` package (2026.3 or later).",
        ),
        4: (
            "Unreadable working week or day",
            "A working week is written `Mon-Fri`, a time of day `09:00`.",
            "Write the first and last working day in English short form, and times as hours and minutes.",
        ),
        5: (
            "Unknown holiday calendar",
            "No calendar of public holidays is known for the country or its subdivision.",
            "Use an ISO 3166 country code and one of its subdivisions as the `holidays` package names them.",
        ),
        6: (
            "A parameter is outside its meaning",
            "A share, a number of hours or an elasticity cannot have the value given.",
            "Use a value inside the range named in the message.",
        ),
        7: (
            "No working day inside the limits",
            "No working day of the wanted length fits between the earliest start and the latest end.",
            "Widen the limits or shorten the day.",
        ),
        8: (
            "A shipped table cannot be read",
            "A table of the package has unknown columns, a missing source or a number that is none.",
            "Mend the row named in the message.",
        ),
        9: (
            "Too few sites",
            "Meeting windows and joint calendars need at least two different sites.",
            "Name two or more sites.",
        ),
        10: (
            "Public holidays of the year not known",
            "Some countries announce their holidays only some years ahead; later years cannot be computed.",
            "Ask for an earlier year, or leave the site out.",
        ),
    },
)
