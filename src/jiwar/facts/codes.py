"""The diagnostic codes of the facts: every problem that a table, an import or a lookup can have."""

from __future__ import annotations

from collections.abc import Iterable

from jiwar.diagnostics import CodeBook, Diagnostic, JiwarError, nearest_names

CODES = CodeBook(
    "F",
    {
        1: (
            "Unknown fact",
            "A key was asked for, imported or named as a basis that the base does not hold.",
            "Look for the key with `jiwar facts search`; keys are paths such as `attrition/MA`.",
        ),
        2: (
            "Wrong columns",
            "A table lacks a column, has one too many or twice, or a line has too few or too many cells.",
            "Give the table exactly the columns named in the message, comma separated, with one header line.",
        ),
        3: (
            "Empty cell",
            "A cell is empty that every fact needs.",
            "Fill the cell; a number without unit, period, source or grade is not a fact.",
        ),
        4: (
            "Not a number",
            "Low, mid or high is not a finite number, or a statement in words carries one.",
            "Write numbers with a decimal point and without thousands separators.",
        ),
        5: (
            "Unknown unit",
            "The unit is not on the closed list.",
            "Use one of the units that the message names; convert the number if need be.",
        ),
        6: (
            "Range out of order",
            "Low is above mid or mid is above high.",
            "Give low <= mid <= high in the order of the numbers, also for negative ones.",
        ),
        7: (
            "Unknown source",
            "A fact names a source that the table of sources does not hold.",
            "Add the document to the table of sources, or name the right one.",
        ),
        8: (
            "Source cannot be followed",
            "The address of a source is missing, malformed, or the bare home page of a site.",
            "Give the address of the page or file that shows the number.",
        ),
        9: (
            "Grade does not fit",
            "The grade is unknown, better than its sources or its basis allow, or a prior is not called one.",
            "Use one of the six grades; a derivation is only as good as its worst input.",
        ),
        10: (
            "Range kind does not fit",
            "The kind of range is unknown or does not fit: a point with a spread, a range without.",
            "Use quartiles, interval, published, point, prior or scenarios, and numbers that agree with it.",
        ),
        11: (
            "Fact given twice",
            "Two lines give the same key.",
            "Keep one line for each key; rival numbers belong in the table of alternatives.",
        ),
        12: (
            "Source that nothing uses",
            "The table of sources holds a document that no fact rests on.",
            "Remove the source, or name it in the fact that it belongs to.",
        ),
        13: (
            "Check overdue",
            "The day by which a fact should have been checked again has passed.",
            "Check the source again and move the date, or replace the number.",
        ),
        14: (
            "Period cannot be read",
            "The period or a date is not in one of the known forms, or a fact that ages has no date.",
            "Write 2024, 2024-05, 2024-Q3, 2024-H1, 2023..2024, c.2023 or undated; dates as 2026-11-22.",
        ),
        15: (
            "Wrong table for the licence",
            "A fact that rests on a share-alike database is outside the tables kept for it, or the reverse.",
            "Move the line to a table of the same licence as its source.",
        ),
        16: (
            "Key or place is malformed",
            "A key is not a path of plain words, or a place is not a country or a site of the catalogue.",
            "Write keys as `name/place/detail` without blanks and places as `MA` or `MA-casablanca`.",
        ),
        17: (
            "Other kind of quantity",
            "An imported or assumed number has a unit of another dimension than the fact it replaces.",
            "Convert the number to the unit of the fact.",
        ),
        18: (
            "Draws do not fit",
            "Draws of a fact are not one finite number for each scenario.",
            "Give arrays of one shape (scenarios,) for all drawn facts.",
        ),
        19: (
            "Cannot be aged",
            "A fact has no date or no index of growth, so its value in another month is unknown.",
            "Ask for the value in its own period, or give an assumption with a date.",
        ),
        20: (
            "Data package is damaged",
            "A resource of the data package is missing, not listed or not what its description says.",
            "Install the package again, or build the tables again with tools/build_facts.",
        ),
        21: (
            "Gap in a grid",
            "A complete grid, such as pay for every site, role and seniority, lacks a fact.",
            "Add the number or the rule of derivation that gives it.",
        ),
        22: (
            "Base begins later",
            "The day asked for lies before the first edition of the base, so later knowledge is used.",
            "Read results for that day as hindsight, or use a day from the first edition on.",
        ),
        23: (
            "Alternative does not fit",
            "A rival number names an unknown fact, or none or several rivals are marked as chosen.",
            "Mark exactly one alternative of each question as chosen and say why.",
        ),
    },
)


class FactsError(JiwarError):
    """Facts cannot be read, found or used as asked; carries every problem found."""


def facts_error(message: str, remedy: str, code: str) -> FactsError:
    """Return an error of one problem."""
    return FactsError([Diagnostic(code, message, remedy)])


def unknown_fact(key: str, known: Iterable[str]) -> FactsError:
    """Return the error for a key that the base does not hold, with the nearest keys as the remedy."""
    return facts_error(f"no fact has the key `{key}`", nearest_names(key, known), "F001")
