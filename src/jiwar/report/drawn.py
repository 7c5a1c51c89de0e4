"""Every drawing is made once, whichever formats show it."""

from __future__ import annotations

from functools import lru_cache

from jiwar.report.blocks import Chart


@lru_cache(maxsize=128)
def drawn(chart: Chart, width: int) -> str:
    """Return the drawing of a chart; charts are values, so equal charts share it."""
    return chart.svg(width)
