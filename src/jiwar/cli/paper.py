"""Writing the board paper: judged on draws, for whom it is wished, opened where there is a screen."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

from jiwar.cli.screen import screen
from jiwar.planning import Plan
from jiwar.planning.explaining.worth import Worth
from jiwar.report import Report, Wishes
from jiwar.risk import Evaluation, StrategyScore, compare_strategies
from jiwar.verbs import evaluate, render

SEED = 7
"""The same seed for every paper, so that the same run gives the same paper."""

_POINTS = 128
_STRATEGY_DRAWS = 500
_LEAST_TO_COMPARE = 100


def judged(plan: Plan, draws: int) -> Evaluation | None:
    """Judge a plan on fresh draws; none when no draws are wished."""
    if draws == 0:
        return None
    return evaluate(plan, draws=draws, seed=SEED, points=512 if draws >= 1000 else _POINTS)


def paper_of(
    plan: Plan,
    *,
    language: str = "en",
    draws: int = 2000,
    strategies: bool = True,
    wishes: Wishes | None = None,
    beside: Plan | None = None,
    worths: tuple[Worth, ...] = (),
) -> Report:
    """Judge a plan, compare strategies where wished, and make its paper."""
    evaluation = judged(plan, draws)
    compared: tuple[StrategyScore, ...] = ()
    if evaluation is not None and strategies and draws >= _LEAST_TO_COMPARE and plan.options is not None:
        compared = compare_strategies(
            plan.options, plan, draws=min(draws, _STRATEGY_DRAWS), seed=SEED, gap=0.02
        )
    other = None if beside is None else (beside, judged(beside, draws))
    return render(
        plan,
        evaluation,
        strategies=compared,
        worths=worths,
        language=language,
        wishes=wishes,
        beside=other,
    )


def write_paper(report: Report, target: Path, *, open_it: bool = False) -> None:
    """Write a paper, say where it is, and open it in a browser if that is wanted."""
    written = report.write(target).resolve()
    screen().print(f"Board paper: {written}", soft_wrap=True)
    if open_it and _has_a_screen():
        webbrowser.open(written.as_uri())


def _has_a_screen() -> bool:
    """Say whether a browser would open in a window rather than take over the terminal."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
