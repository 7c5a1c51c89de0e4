"""What a search may be asked for: refused before any work is done."""

from __future__ import annotations

from jiwar.diagnostics import Diagnostic, JiwarError


def refuse_odd_search(gap: float, seconds: float) -> None:
    """Raise a JiwarError (U005) for a gap that cannot be proven, or for no time at all."""
    problems = []
    if not 0.0 <= gap < 1.0:
        message = f"`--gap` is a share of the cost, from 0 to below 1, not {gap:g}"
        problems.append(Diagnostic("U005", message, "for instance `--gap 0.005`"))
    if not seconds > 0.0:
        message = f"`--seconds` is the time of a search, above 0, not {seconds:g}"
        problems.append(Diagnostic("U005", message, "for instance `--seconds 60`"))
    if problems:
        raise JiwarError(problems)
