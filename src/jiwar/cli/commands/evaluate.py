"""`jiwar evaluate`: judge the plan of a run on fresh draws of everything uncertain."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jiwar.cli.run_folder import load_run
from jiwar.cli.screen import progress_bar, screen, table
from jiwar.facts import Facts
from jiwar.risk import Evaluation
from jiwar.risk.repricing import options_of
from jiwar.units import UNITS
from jiwar.verbs import evaluate as judge

_SHOWN = 8


def evaluate(run: Path, *, draws: int = 2000, seed: int = 7) -> int:
    """Judge the plan of a run on fresh draws: what it saves, how likely it loses, what would undo it.

    Parameters
    ----------
    run
        Folder of the run, as given to `jiwar plan` with `--out`.
    draws
        Number of joint draws of all uncertain values.
    seed
        The same seed gives the same draws.
    """
    loaded = load_run(run)
    with progress_bar() as bar:
        task = bar.add_task("drawing", total=None, state="")
        result = judge(
            loaded.plan,
            draws=draws,
            seed=seed,
            progress=lambda step, done, total: bar.update(
                task, description=step, completed=done, total=total
            ),
        )
    _show(result, options_of(loaded.plan).facts)
    return 0


def _show(result: Evaluation, facts: Facts) -> None:
    show = screen()
    show.print(
        f"On {result.draws} draws (seed {result.seed}) the plan saves, against staying: "
        f"P10 {_million(result.saving_p10_eur)}, P50 {_million(result.saving_p50_eur)}, "
        f"P90 {_million(result.saving_p90_eur)}; chance of loss {result.chance_of_loss:.1%}; "
        f"mean of the worst tenth {_million(result.worst_tenth_saving_eur)}.",
        soft_wrap=True,
    )
    months = result.payback.p50_months
    back = "never in half of the draws" if months is None else f"month {months} in the middle of the draws"
    show.print(
        f"Cash is back for good: {back}; in {result.payback.share_of_draws:.0%} of the draws within time."
    )
    rows = [
        [
            turn.driver,
            _million(turn.saving_at_p10_eur),
            _million(turn.saving_at_p90_eur),
            _million(turn.swing_eur),
        ]
        for turn in result.tornado[:_SHOWN]
    ]
    columns = [("driver", False), ("saving at its P10", True), ("at its P90", True), ("swing", True)]
    show.print(table("What moves the result most, one at a time", columns, rows))
    flips = [flip for flip in result.flips if flip.flips]
    words = "; ".join(_changed(flip.driver, flip.factor, flip.values or {}, facts) for flip in flips)
    show.print(
        f"What alone would reverse the decision: {words or 'nothing within its range'}.", soft_wrap=True
    )
    _show_pairs(result, facts)
    rows = [[one.name, _million(one.saving_eur)] for one in result.named]
    show.print(table("Named scenarios", [("scenario", False), ("the plan saves", True)], rows))
    show.print(f"Not drawn: {'; '.join(result.not_drawn)}.", soft_wrap=True)


def _show_pairs(result: Evaluation, facts: Facts) -> None:
    """Show the pairs that go the shortest way; a pair of which one alone goes less far says nothing new."""
    alone = {
        flip.driver: abs(flip.share_of_range) for flip in result.flips if flip.share_of_range is not None
    }
    new = [
        pair
        for pair in result.pair_flips
        if all(pair.share_of_range < alone.get(driver, 1.0) for driver in pair.drivers)
    ]
    rows = []
    for pair in new[:_SHOWN]:
        both = (
            _changed(driver, by, pair.values, facts)
            for driver, by in zip(pair.drivers, pair.factors, strict=True)
        )
        rows.append([*both, f"{pair.share_of_range:.0%}"])
    if rows:
        columns = [("one", False), ("with another", False), ("way to the end of their ranges", True)]
        screen().print(table("What two changes together would reverse the decision", columns, rows))


def _changed(driver: str, by: float | None, values: Mapping[str, float], facts: Facts) -> str:
    """Write what becomes of a driver: times its mid value, or, where that is zero, the new value."""
    if by is not None:
        return f"{driver} × {by:.2f}"
    if driver not in values:
        return driver
    unit = facts.get(driver).unit
    return f"{driver} at {values[driver] / UNITS[unit].factor:.1f} {unit}"


def _million(amount_eur: float) -> str:
    return f"{amount_eur / 1e6:+.2f} million EUR"
