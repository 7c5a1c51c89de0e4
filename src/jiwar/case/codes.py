"""The codes of everything that can be wrong with a case."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

CODES = CodeBook(
    "C",
    {
        1: (
            "case not found",
            "The path does not lead to a folder with a `case.yaml`, or to such a file.",
            "Check the path; `jiwar new` makes a folder from an example.",
        ),
        2: (
            "file cannot be read",
            "The file is not UTF-8 text, or the system refuses to open it.",
            "Save the file as UTF-8 and check its permissions.",
        ),
        3: (
            "not valid YAML",
            "The file breaks the grammar of YAML, so nothing in it can be checked yet.",
            "Mend the line shown; indent with spaces, put text with `: ` or `#` in quotes.",
        ),
        4: (
            "empty case",
            "The file holds no keys: it is empty or has comments only.",
            "Start from an example with `jiwar new`.",
        ),
        5: (
            "duplicate key",
            "The same key stands twice in one block, so one of the two values would be lost.",
            "Keep one of the two, or give the second a name of its own.",
        ),
        6: (
            "unknown key",
            "A key or a column has a name that a case does not know at this place.",
            "Use the suggested name; the reference page lists all keys.",
        ),
        7: (
            "missing key",
            "A key or a column without a default is missing.",
            "Add the key with a value; the reference page shows an example.",
        ),
        8: (
            "wrong type",
            "A value has the wrong form: a list in place of a text, a number in place of a block of keys.",
            "Write the value in the form that the message names.",
        ),
        9: (
            "empty value",
            "A key or a cell stands there without a value, and a case never guesses what that means.",
            "Write the value, or remove the key when it has a default.",
        ),
        10: (
            "wrong unit",
            "A quantity has no unit, an unknown one, or one that measures something else.",
            "Write a number, a space and one of the units that the message lists.",
        ),
        11: (
            "number out of range",
            "A number is negative, too large, not finite, or a share outside 0 to 1.",
            "Write a number within the range that the message names.",
        ),
        12: (
            "not in the closed list",
            "The value is none of the words that are possible here.",
            "Use one of the words that the message lists.",
        ),
        13: (
            "not a date",
            "A day is not written like 2026-11-22, or a month not like 2027-01, or it does not exist.",
            "Write year, month and day with dashes.",
        ),
        14: (
            "date outside the possible time",
            "A date lies outside the horizon, or a start lies before the day of the case.",
            "Move the date, or the horizon.",
        ),
        15: (
            "first after last",
            "The first start lies after the last one, so there is none.",
            "Exchange the two months.",
        ),
        16: (
            "horizon does not begin with a quarter",
            "Plans are made in whole quarters; the horizon begins in January, April, July or October.",
            "Begin the horizon with one of the two months that the message names.",
        ),
        17: (
            "unknown site",
            "The fact base holds no site of this name, so nothing could be priced there.",
            "Use one of the suggested names; `jiwar facts` lists all sites.",
        ),
        18: (
            "unknown role",
            "The fact base holds no role of this name.",
            "Use one of the suggested names; `jiwar facts` lists all roles.",
        ),
        19: (
            "unknown fact",
            "An assumption replaces a fact that the fact base does not hold.",
            "Use the key of an existing fact.",
        ),
        20: (
            "site not in the case",
            "A site is used that the list `sites` of the case does not name.",
            "Add it to `sites`, or use one of those listed.",
        ),
        21: (
            "unknown work package",
            "A work package is named that `work_packages` does not define.",
            "Use one of the defined names.",
        ),
        22: (
            "circle in `after`",
            "Work packages wait for each other in a circle, so none of them could ever start.",
            "Remove one `after` of the circle.",
        ),
        23: (
            "work package with nowhere to go",
            "A movable work package is restricted to home, or to a form that the case does not allow.",
            "Widen its `sites` or `engagements`, or say `movable: false` with a reason.",
        ),
        24: (
            "more employed than needed",
            "A line of the team employs more people than the work needs.",
            "Lower `employed`, or raise `people`; people without work belong to no work package.",
        ),
        25: (
            "core team larger than the staff",
            "More people of a role have to stay at home than are employed in it today.",
            "Lower the core team to the number employed, or mend the team table.",
        ),
        26: (
            "said twice",
            "Two rows or two items say the same; whether their numbers add up cannot be known.",
            "Keep one of them.",
        ),
        27: (
            "broken table",
            "A row of a table has too many or too few cells, or a quotation mark is not closed.",
            "Mend the row; put text with a comma in quotation marks.",
        ),
        28: (
            "unknown format version",
            "The case is written in a format that this version of Jiwar does not read.",
            "Write `jiwar_case: 1`, or use a newer Jiwar.",
        ),
        29: (
            "reason missing",
            "Work that may not move needs a reason, which the report shows to those who decide.",
            "Add `reason` to the work package.",
        ),
        30: (
            "work package without people",
            "No line of the team belongs to the work package, so it would cost nothing.",
            "Add its people to the team table, or remove the work package.",
        ),
        31: (
            "waits for work that never moves",
            "A work package may only move after another one that is not movable.",
            "Remove the `after`, or make the other one movable.",
        ),
        32: (
            "assumption contradicts itself",
            "The range of an assumption does not hold its value, or its numbers have different units.",
            "Write `low` ≤ `value` ≤ `high`, all in the unit of the fact.",
        ),
        33: (
            "name not well formed",
            "A name of your own has characters that would not survive in keys and file names.",
            "Use lower-case letters, digits and single hyphens, beginning with a letter.",
        ),
        34: (
            "YAML feature not used in cases",
            "The file uses tags, aliases, several documents, keys that are not text or very deep nesting.",
            "Write the value out: each value of a case stands at one place.",
        ),
        35: (
            "table not found",
            "The file of a table is missing, or lies outside the folder of the case.",
            "Put the table beside `case.yaml` and name it there.",
        ),
        36: (
            "data flow missing",
            "Nothing is said about the data of a movable work package; silence never means that none leave.",
            "Add a data flow for it; `access: none` says that no data leave.",
        ),
        37: (
            "target in use",
            "A new case would overwrite something that exists.",
            "Name a folder that does not exist or is empty.",
        ),
        38: (
            "unknown example",
            "Jiwar ships no example of this name.",
            "Use one of the names that the message lists.",
        ),
        39: (
            "package that talks to itself",
            "An interaction has the same work package on both sides, so distance can never cost anything.",
            "Name two different work packages, or remove the row.",
        ),
        40: (
            "assessment without a country",
            "An impact assessment is about the law of a country; a result without a country would count everywhere.",
            "Add `tia_for` with the countries that were assessed; for all others the assessment is missing.",
        ),
        41: (
            "support where none is coded",
            "State support is claimed for a site at home or in a country whose schemes are not coded.",
            "Claim it for a site in Morocco, or remove it.",
        ),
        42: (
            "dates of a grant contradict",
            "The jobs of a grant are counted before the convention, over five years after it, or outside the horizon.",
            "Write `convention` before `jobs_by`, at most five years apart, both within the horizon.",
        ),
        43: (
            "park at another place",
            "An offshoring park is named for a site that it does not belong to; the cap on income tax would be wrong.",
            "Name the park of the site, or `none`.",
        ),
        44: (
            "support that nobody can earn",
            "Support is for own units, but the case allows neither an own unit nor build-operate-transfer.",
            "Allow one of the two in `engagements`, or remove the claim.",
        ),
        45: (
            "reading of another contradiction",
            "The reading exists, but not of this contradiction between sources.",
            "Use one of the readings that the message names.",
        ),
    },
)
