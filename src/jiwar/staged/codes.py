"""What can be wrong with a staged program or with a file that holds one."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook, JiwarError

CODES = CodeBook(
    "S",
    {
        1: (
            "Arrays do not fit together",
            "Columns, rows and scenarios of a staged program must have matching shapes.",
            "Give one row of values (the same in all scenarios) or one per scenario.",
        ),
        2: (
            "Impossible probability",
            "Each scenario needs a positive probability.",
            "Drop scenarios that cannot happen.",
        ),
        3: (
            "Impossible limits or numbers",
            "A lower limit exceeds its upper limit, or a cost or coefficient is not finite.",
            "Correct the limits.",
        ),
        4: (
            "Unreadable instance file",
            "A line of an instance file does not follow the format.",
            "Compare the line with the description of the format.",
        ),
        5: (
            "Unknown name in an instance file",
            "A file names a column or row that the core file does not have.",
            "Use the three files of the same instance.",
        ),
        6: (
            "Unsupported part of the format",
            "The file uses a section that this reader does not know; reading on would change the problem.",
            "Write the instance as discrete scenarios of two stages.",
        ),
        7: (
            "Method does not fit the program",
            "The method asked for needs a structure that this program does not have.",
            'Leave the choice to `method="auto"`, or use `dual`, which fits every program.',
        ),
    },
)


class StagedError(JiwarError):
    """A staged program or an instance file cannot be used; carries every problem found."""
