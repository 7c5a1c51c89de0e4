"""What a plan saves against staying, draw by draw."""

from __future__ import annotations

from jiwar.money import FloatArray
from jiwar.options import Options
from jiwar.risk.repricing import Flows


def savings(options: Options, planned: Flows, staying: Flows) -> FloatArray:
    """Return what a plan saves against staying in every draw, shape (S,), present value in EUR."""
    saved: FloatArray = (staying.cost_eur - planned.cost_eur) @ options.discount
    return saved
