"""The error of the law of data: a question that cannot be asked, or a rule that cannot be shown."""

from __future__ import annotations

from jiwar.diagnostics import JiwarError


class LawError(JiwarError):
    """A rule, a flow, an answer or a switch is not possible; carries every diagnostic."""
