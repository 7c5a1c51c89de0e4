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
        6: (
            "Folder of papers is not empty",
            "Papers are filled in by people, so they are never written over; nothing was written.",
            "Name a new folder.",
        ),
        7: (
            "Unknown reader",
            "Papers put first what a known reader asks; nobody is known under this name.",
            "Name one of the readers in the message, or none.",
        ),
        8: (
            "Logo that cannot be used",
            "The file cannot be read, or is neither an SVG nor a PNG picture.",
            "Give the file of an SVG or PNG picture.",
        ),
    },
)
