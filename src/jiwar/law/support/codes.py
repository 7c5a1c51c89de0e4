"""The diagnostic codes of the law of money, merged into the codes of the law."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

MONEY_CODES = CodeBook(
    "L",
    {
        100: (
            "Payroll of a country is not coded",
            "No statutory charges are coded for this country, or only those of the employer.",
            "Use one of the countries named in the message.",
        ),
        101: (
            "Before the first coded parameters",
            "Rates and ceilings are coded from a first day on; an earlier day would be a guess.",
            "Ask for a day from the first one named in the message.",
        ),
        102: (
            "Pay or service that cannot be",
            "Pay, dependants, children or years of service are negative, endless or not whole.",
            "Check the figures; pay is gross, in the currency of the statute.",
        ),
        103: (
            "A choice that the statute does not offer",
            "The region, tax class or contribution rate does not exist in this statute, or is not coded.",
            "Use one of the choices named in the message.",
        ),
        104: (
            "An impossible project",
            "A figure of the project cannot be: negative money, half a job, a share above one.",
            "Correct the figure named in the message; money is in MAD without tax, shares are fractions.",
        ),
        105: (
            "Unknown province",
            "The territorial premium depends on one of 75 prefectures and provinces; this is none.",
            "Use one of the names suggested.",
        ),
        106: (
            "Unknown reading of a contradiction",
            "Where sources disagree a switch chooses; this switch or this choice does not exist.",
            "Use one of the names in the message.",
        ),
        107: (
            "Unknown or missing figure of a project",
            "A project is described by a fixed list of figures; this one is missing or not on the list.",
            "Use the names in the message.",
        ),
        108: (
            "An impossible company year",
            "A margin, a status, a year or an amount of the company view cannot be.",
            "Correct the figure named in the message.",
        ),
    },
)
"""Codes L100 onwards."""
