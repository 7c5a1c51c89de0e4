"""The diagnostic codes of talent."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

CODES = CodeBook(
    "T",
    {
        1: (
            "No talent numbers",
            "Nothing is known about the people of this role in this country or city.",
            "Use a site and a role of the talent tables, or add a number of the case's own.",
        ),
        2: (
            "Unknown role or seniority",
            "The role or seniority is not one that Jiwar knows.",
            "Use one of the names suggested.",
        ),
        3: (
            "Unknown job title",
            "The job title matches no role well enough to be taken without asking.",
            "Choose one of the suggested roles.",
        ),
        4: (
            "More than a fifth of the city's pool",
            "The plan needs more than a fifth of all people of the role who work in the city.",
            "Spread the work over several cities, take fewer people, or train them over years.",
        ),
        5: (
            "Faster than the market gives",
            "The plan hires faster than any credible pay above market would bring people.",
            "Start later, hire over a longer time, take other seniorities, or another city.",
        ),
        6: (
            "Only with pay above market",
            "The plan hires faster than one employer can at market pay; the premium is priced.",
            "Accept the price, or hire over a longer time.",
        ),
        7: (
            "A number outside its meaning",
            "A number of people, a date or a share cannot have the value given.",
            "Use a value inside the range named in the message.",
        ),
        8: (
            "Unknown language or level",
            "A language is given by two letters, a level by A1 to C2.",
            "Write for instance `de` and `B2`.",
        ),
        9: (
            "A shipped table cannot be read",
            "A table of the package has unknown columns, a missing source or a number that is none.",
            "Install the package again or mend the row named in the message.",
        ),
        10: (
            "Unknown scenario",
            "There is no scenario of this name.",
            "Use one of the names suggested.",
        ),
    },
)
