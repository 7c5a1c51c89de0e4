"""What can be wrong with a scenario of the outlook or with what is asked of it."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook, JiwarError, Place

CODES = CodeBook(
    "M",
    {
        1: (
            "Unreadable scenario file",
            "The file is not YAML, or it is not one block of keys.",
            "Write one key and its value on each line, such as `premium: 1.5`.",
        ),
        2: (
            "Unknown key in a scenario",
            "A scenario holds its name, its title and levers; anything else would be silently without effect.",
            "Use the name of a lever; `docs/outlook/scenarios.md` lists them.",
        ),
        3: (
            "Wrong kind of value",
            "A lever takes a number, a year or `none`, as its description says.",
            "Write the value as the lever asks for it.",
        ),
        4: (
            "Value outside what the model can mean",
            "The value lies outside the limits between which the model's equations make sense.",
            "Choose a value between the limits that the message names.",
        ),
        5: (
            "No model of this country or year",
            "The outlook knows the Moroccan sector from 2009 to 2035.",
            "Ask for MA and a year between 2026 and 2035.",
        ),
        6: (
            "Too little history",
            "A posterior needs years with observations after 2009.",
            "Fit to a later year; before 2013 there are too few numbers.",
        ),
        7: (
            "Impossible number of paths or seed",
            "Paths are counted from one and must find room, a posterior needs members, no seed is negative.",
            "Ask for 1 to 200,000 paths, for at least 200 members, and for a seed that is not negative.",
        ),
        8: (
            "Case that cannot take on a labour market",
            "The labour market of the outlook is Moroccan; it is written into the assumptions of a copy of the case.",
            "Add a Moroccan site to the case, and write its assumptions one below the other.",
        ),
        9: (
            "Folder or file that cannot be written",
            "What the outlook writes appears whole or not at all, and never in the place of something else.",
            "Name a new folder, or a file in a folder that you may write to.",
        ),
    },
)


class OutlookError(JiwarError):
    """A scenario or a question that the outlook cannot answer."""


def outlook_error(code: str, message: str, remedy: str, place: Place | None = None) -> OutlookError:
    """Make an error of one diagnostic."""
    return OutlookError(OutlookError.of(code, message, remedy, place).diagnostics)
