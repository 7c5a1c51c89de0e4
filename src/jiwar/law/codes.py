"""The diagnostic codes of the law."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook
from jiwar.law.support.codes import MONEY_CODES

CODES = CodeBook(
    "L",
    {
        1: (
            "A rule that cannot be shown to anyone",
            (
                "A rule of law was written without a citation, without its sentence in all three languages, "
                "or with a validity that ends before it starts. Such a rule could not be explained, so it "
                "is refused at import."
            ),
            (
                "Give the rule at least one citation, a docstring of one sentence, and the sentence in "
                "German and French."
            ),
        ),
        2: (
            "Two versions of one rule on the same day",
            "Two versions of the same rule are in force on the same day, so the law would answer twice.",
            "End the older version on the day before the newer one starts.",
        ),
        3: (
            "A data flow that cannot exist",
            (
                "A value of a data flow is not possible: an unknown word, a country that is no ISO code, or "
                "no data at all."
            ),
            "Use the words listed by `jiwar law questions`, or leave the answer out when it is not known.",
        ),
        4: (
            "An unknown question or answer",
            "An answer was given to a question that the law does not ask, or in words that it does not know.",
            "Look the question up with `jiwar law questions`; `unknown` is always a possible answer.",
        ),
        5: (
            "An unknown switch",
            (
                "A what-if names a change of law that is not coded as a switch, a country that is none, or a day "
                "that is none or lies after the last coded day."
            ),
            "Write `adequacy:` with the ISO code of a country, then `@` and a day: `adequacy:MA@2028-01-01`.",
        ),
        6: (
            "An unknown rule",
            "No rule of law has this name.",
            "List the rules with `jiwar law list`.",
        ),
        7: (
            "A damaged table of law",
            "A table beside a statute holds a row that cannot be read or two rows for the same day.",
            "Mend the row named in the message; each territory has one row per day at most.",
        ),
    },
)
"""Codes of the law: L001 to L099 of data, technology and people, from L100 of money."""

CODES.update(MONEY_CODES)
