"""The diagnostic codes of judging a plan, and its error."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook, Diagnostic, JiwarError

CODES = CodeBook(
    "K",
    {
        1: (
            "A plan without its options",
            "A plan read from a file does not hold its options, so that they cannot be priced again.",
            "Enumerate the options of its case and give them to the plan.",
        ),
        2: (
            "Too few draws",
            "Quantiles need at least two draws; Sobol' indices need a number of base points that is a power of two.",
            "Ask for 2000 draws and 512 points, or numbers of that kind.",
        ),
        3: (
            "A strategy without a move",
            "A named strategy, for instance one near country only, finds no open option in the case.",
            "Add sites or engagements to the case, or read what blocks them.",
        ),
    },
)


class RiskError(JiwarError):
    """A plan cannot be judged; carries every problem."""


def check_sizes(draws: int, points: int = 2) -> None:
    """Raise RiskError (K002) for numbers of draws or base points that cannot be used."""
    problems = []
    if draws < 2:
        problems.append(Diagnostic("K002", f"{draws} draws have no quantiles", "ask for 2000"))
    if points < 2 or points & (points - 1):
        message = f"{points} is not a power of two"
        problems.append(Diagnostic("K002", message, "ask for 512 points of the Sobol' indices, or 1024"))
    if problems:
        raise RiskError(problems)
