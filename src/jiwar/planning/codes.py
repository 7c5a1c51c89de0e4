"""The diagnostic codes of planning."""

from __future__ import annotations

from jiwar.diagnostics import CodeBook

CODES = CodeBook(
    "P",
    {
        1: (
            "A work package has no way left",
            "Every option of the work package, staying included, is blocked.",
            "Read what blocks the options and allow at least one of them, for instance a form of staying.",
        ),
        2: (
            "Limits contradict each other",
            "No plan keeps the limits named together; without any one of them there would be a plan.",
            "Loosen or drop one of the limits named.",
        ),
        3: (
            "No plan was found in time",
            "The search ended before a first plan was found, and impossibility was not shown either.",
            "Give it more seconds, or fewer sites, engagements or starts.",
        ),
        4: (
            "Cost has no floor",
            "Some shared decision earns money without limit, so that no cheapest plan exists.",
            "Look for a negative cost without an upper limit, for instance a saving larger than its cost.",
        ),
    },
)
"""Codes P001 onwards."""
