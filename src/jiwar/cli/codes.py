"""The diagnostic codes of the command line."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

CODES = CodeBook(
    "U",
    {
        1: (
            "nothing with this name",
            "No diagnostic code, fact, rule of law or (with `--run`) work package, option or line has this name.",
            "Look names up with `jiwar facts search`, `jiwar law list` or in the tables that `jiwar plan` prints.",
        ),
        2: (
            "the folder of the run exists already",
            "A run is never overwritten silently.",
            "Name another folder with `--out`, or add `--replace` to put the new run in its place.",
        ),
        3: (
            "not a run",
            "The folder holds no complete run; `jiwar plan … --out FOLDER` makes one.",
            "Name the folder that was given to `jiwar plan` with `--out`.",
        ),
        4: (
            "the run was made with other inputs",
            "Case, facts or law have changed since, so today's numbers do not explain the plan.",
            "Plan again with `jiwar plan`.",
        ),
        5: (
            "not possible on the command line",
            "A value given to a command lies outside what it can compute with.",
            "The message names the values that are possible.",
        ),
        6: (
            "not a scenario of clocks",
            "A change of a clock that may come is written as its name, `@`, and its first day.",
            "Write `utc+1@2028-01-01` or `eu-no-summer-time@2029-10-28`. The day lies in 2024 to 2035.",
        ),
        7: (
            "a file could not be written",
            "The calendar is written whole or not at all; nothing was left behind.",
            "Name a file in a folder that exists and may be written to.",
        ),
        8: (
            "a folder of results cannot be written",
            "Its place is a file, or you may not write there, or the disk is full; nothing was left behind.",
            "Name a folder in a place that you may write to.",
        ),
    },
)
