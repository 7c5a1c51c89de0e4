"""The diagnostic codes of the report."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

CODES = CodeBook(
    "R",
    {
        1: (
            "Unknown format of a report",
            "The ending of the file name decides the format, and no writer is known for this ending.",
            "Give the file one of the endings named in the message.",
        ),
        2: (
            "Language without texts",
            "The texts have not been translated into this language, or Jiwar does not speak it.",
            "Ask for one of the languages named in the message.",
        ),
        3: (
            "Report cannot be written",
            "The folder does not exist, is no folder, or may not be written to; nothing was written.",
            "Create the folder first or choose another place.",
        ),
        4: (
            "Number without a ground",
            "A number rests on a fact, rule, line of the case or method that the run holds no entry for.",
            "Report this as a fault of Jiwar together with the record of the run.",
        ),
        5: (
            "Plan without its options",
            "The paper compares and explains from the options that a plan was chosen from.",
            "Pass the options beside the plan.",
        ),
    },
)
