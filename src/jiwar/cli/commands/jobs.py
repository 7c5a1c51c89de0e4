"""`jiwar jobs`: what it costs to keep jobs at home, the same numbers for whoever pays and whoever is concerned."""

from __future__ import annotations

from pathlib import Path

from jiwar.cli.run_folder import load_run
from jiwar.cli.screen import progress_bar, screen, table
from jiwar.cli.search_limits import refuse_odd_search
from jiwar.planning.explaining.jobs_kept import JobsKept
from jiwar.verbs import jobs_front


def jobs(run: Path, *, gap: float = 0.01, seconds: float = 30.0) -> int:
    """Show the front of cost and jobs kept at home, from the cheapest plan to that which keeps most.

    Parameters
    ----------
    run
        Folder of a run, as given to `jiwar plan` with `--out`.
    gap
        Proven distance from the best plan at which each search may end, as a share of its cost.
    seconds
        Time for each of the searches.
    """
    refuse_odd_search(gap, seconds)
    loaded = load_run(run)
    with progress_bar() as bar:
        task = bar.add_task("turning the price of a job", total=None, state="")
        front = jobs_front(
            loaded.options,
            gap=gap,
            seconds=seconds,
            told=lambda done, total: bar.update(task, completed=done, total=total),
        )
    _show(front)
    return 0


def _show(front: tuple[JobsKept, ...]) -> None:
    columns = [
        ("own posts at home at the end", True),
        ("cost", True),
        ("dearer than the cheapest", True),
        ("EUR for each further job", True),
        ("what moves", False),
        ("gap", True),
    ]
    rows = [
        [
            f"{one.jobs_at_home:.1f}",
            f"{one.cost_eur / 1e6:.2f} million EUR",
            f"{(one.cost_eur - front[0].cost_eur) / 1e6:.2f} million EUR",
            "–" if one.eur_per_further_job is None else f"{one.eur_per_further_job:,.0f}",
            _moves(one),
            f"{one.plan.gap:.2%}",
        ]
        for one in front
    ]
    note = (
        "Present value over the horizon, value of work left undone included. A job is a post held by an employee of "
        "the company at home in the last quarter. Plans between two lines that no price of a job makes best are "
        "not listed; differences smaller than the gap are not proven."
    )
    screen().print(table("What jobs at home cost", columns, rows, note))


def _moves(one: JobsKept) -> str:
    moved = [name.split("/")[0] for name in one.plan.names if "/stay" not in name]
    return ", ".join(moved) or "nothing"
