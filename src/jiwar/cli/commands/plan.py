"""`jiwar plan`: choose the best plan of a case and keep it in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.progress import Progress as Bar
from rich.progress import TaskID

from jiwar.cli.paper import write_paper
from jiwar.cli.plan_tables import print_plan
from jiwar.cli.run_folder import refuse_existing, save_run
from jiwar.cli.screen import progress_bar, screen
from jiwar.diagnostics import JiwarError
from jiwar.planning import Progress
from jiwar.verbs import choose, enumerate_options, read_case


def plan(
    case: Path,
    *,
    out: Path | None = None,
    gap: float = 0.005,
    seconds: float = 60.0,
    replace: bool = False,
    report: bool = False,
    open_: Annotated[bool, Parameter(name="--open")] = False,
) -> int:
    """Choose the best plan of a case.

    Parameters
    ----------
    case
        Folder of the case.
    out
        Folder for the run; without it the plan is only printed.
    gap
        Proven distance from the best plan at which the search may end, as a share of cost.
    seconds
        Longest search; Ctrl-C ends it earlier and keeps the best plan so far.
    replace
        Put the new run in the place of an older one.
    report
        Write the board paper into the folder of the run at once.
    open_
        Open that paper in a browser when there is one.
    """
    if report and out is None:
        raise JiwarError.of("U005", "`--report` needs a folder for the run", "add `--out FOLDER`")
    if out is not None:
        refuse_existing(out, replace=replace)
    with progress_bar() as bar:
        task = bar.add_task("reading the case", total=None, state="")
        read = read_case(case)
        options = enumerate_options(
            read, progress=lambda step, done, total: _show(bar, task, step, done, total)
        )
        bar.update(task, description="choosing", total=None, state="")
        chosen = choose(options, gap=gap, seconds=seconds, progress=lambda state: _tell(bar, task, state))
    print_plan(screen(), options, chosen)
    if out is not None:
        save_run(out, read, chosen, replace=replace)
        hint = "" if report else f" The board paper: jiwar report {out}"
        screen().print(f"Run kept in {out}.{hint}")
        if report:
            write_paper(chosen, out / "report.html", open_it=open_)
    return 0


def _show(bar: Bar, task: TaskID, step: str, done: int, total: int) -> None:
    bar.update(task, description=step, completed=done, total=total, state=f"{done} of {total}")


def _tell(bar: Bar, task: TaskID, state: Progress) -> None:
    cost = "no plan yet" if state.objective_eur is None else f"{state.objective_eur / 1e6:.2f} million EUR"
    bar.update(task, description="choosing", state=f"{cost}, gap {state.gap:.1%}")
