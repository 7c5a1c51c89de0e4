"""`jiwar plan`: choose the best plan of a case and keep it in a folder."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.progress import Progress as Bar
from rich.progress import TaskID

from jiwar.cli.paper import paper_of, write_paper
from jiwar.cli.plan_tables import print_plan
from jiwar.cli.run_folder import refuse_existing, save_run
from jiwar.cli.screen import progress_bar, screen
from jiwar.cli.search_limits import refuse_odd_search
from jiwar.diagnostics import JiwarError
from jiwar.options import Options
from jiwar.planning import Plan, PricedScenarios, Progress
from jiwar.planning.explaining.jobs_first import JobsFirst
from jiwar.verbs import choose, enumerate_options, price_futures, read_case, with_stages
from jiwar.verbs import jobs_first as choose_jobs_first

QUICK_DRAWS = 500
"""Draws for the paper that is written at once: enough for its edges, quick enough to wait for."""


def plan(
    case: Path,
    *,
    out: Path | None = None,
    gap: float = 0.005,
    seconds: float = 60.0,
    scenarios: int = 0,
    risk_weight: float = 0.0,
    seed: int = 11,
    jobs_first: float | None = None,
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
    scenarios
        Scenarios that the plan is chosen for; without them it is chosen on mid values.
    risk_weight
        Weight, from 0 to 1, of the mean cost of the worst tenth of the scenarios beside the mean of all.
    seed
        What makes the scenarios; the same seed gives the same ones.
    jobs_first
        Choose the plan that keeps most jobs at home among those dearer than the cheapest by at most this share of its
        cost, for instance 0.01; on mid values.
    replace
        Put the new run in the place of an older one.
    report
        Write the board paper into the folder of the run at once.
    open_
        Open that paper in a browser when there is one.
    """
    refuse_odd_search(gap, seconds)
    _refuse_odd_weights(scenarios, risk_weight, jobs_first)
    _refuse_odd_folders(out, report=report, replace=replace)
    with progress_bar() as bar:
        task = bar.add_task("reading the case", total=None, state="")
        read = read_case(case)
        options = enumerate_options(read, progress=functools.partial(_show, bar, task))
        options = with_stages(options) if scenarios else options
        priced = _priced(bar, task, options, scenarios, seed)
        search = _Search(gap, seconds, risk_weight, jobs_first)
        chosen, kept = _choose(bar, task, options, priced, search)
    print_plan(screen(), options, chosen)
    if kept is not None:
        screen().print(_jobs_kept(kept), soft_wrap=True)
    if out is not None:
        save_run(out, read, chosen, replace=replace)
        _tell_where(chosen, out, report=report, open_it=open_)
    return 0


@dataclass(frozen=True, slots=True)
class _Search:
    gap: float
    seconds: float
    risk_weight: float
    jobs_first: float | None


def _choose(
    bar: Bar, task: TaskID, options: Options, priced: PricedScenarios | None, search: _Search
) -> tuple[Plan, JobsFirst | None]:
    """Choose at the least cost, or with jobs first."""
    bar.update(task, description="choosing", total=None, state="")
    if search.jobs_first is not None:
        told = functools.partial(_show, bar, task, "putting jobs first")
        kept = choose_jobs_first(
            options, within=search.jobs_first, gap=search.gap, seconds=search.seconds, told=told
        )
        return kept.plan, kept
    chosen = choose(
        options,
        gap=search.gap,
        seconds=search.seconds,
        scenarios=priced,
        risk_weight=search.risk_weight,
        waiting=priced is not None,
        knowledge=priced is not None,
        progress=functools.partial(_tell, bar, task),
    )
    return chosen, None


def _tell_where(chosen: Plan, out: Path, *, report: bool, open_it: bool) -> None:
    hint = "" if report else f" The board paper: jiwar report {out}"
    screen().print(f"Run kept in {out}.{hint}")
    if report:
        _quick_paper(chosen, out, open_it=open_it)


def _quick_paper(chosen: Plan, out: Path, *, open_it: bool) -> None:
    made = paper_of(chosen, draws=QUICK_DRAWS, strategies=False)
    write_paper(made, out / "report.html", open_it=open_it)
    screen().print(
        f"It is judged on {QUICK_DRAWS} draws, without other strategies; `jiwar report {out}` takes 2,000 and "
        "compares them.",
        soft_wrap=True,
    )


def _refuse_odd_folders(out: Path | None, *, report: bool, replace: bool) -> None:
    if report and out is None:
        raise JiwarError.of("U005", "`--report` needs a folder for the run", "add `--out FOLDER`")
    if out is not None:
        refuse_existing(out, replace=replace)


def _jobs_kept(kept: JobsFirst) -> str:
    """Say what putting jobs first keeps and costs."""
    extra = kept.plan.objective_eur - kept.cheapest.objective_eur
    more = kept.jobs_at_home - kept.jobs_of_cheapest
    if more <= 0:
        return (
            f"Jobs first: for that share of its cost no plan keeps more than {kept.jobs_bound:.1f} own posts at home; "
            f"the cheapest keeps {kept.jobs_of_cheapest:.1f}."
        )
    price = (
        f"for {extra / 1e3:,.0f} kEUR more, {extra / more:,.0f} EUR for each"
        if extra
        > 0.0  # else the last search has found one that is cheaper still, within the gap of the first
        else "at no extra cost within the gap asked for"
    )
    return (
        f"Jobs first: {kept.jobs_at_home:.1f} own posts at home in the last quarter, {more:.1f} more than in the "
        f"cheapest plan, {price}. No plan keeps more than "
        f"{kept.jobs_bound:.1f} for that share of the cheapest plan's cost; the gap is to plans that keep as many."
    )


def _refuse_odd_weights(scenarios: int, risk_weight: float, jobs_first: float | None) -> None:
    if jobs_first is not None and (scenarios or not 0.0 <= jobs_first <= 1.0):
        message = (
            "`--jobs-first` is a share of the least cost from 0 to 1, on mid values without `--scenarios`"
        )
        raise JiwarError.of("U005", message, "for instance `--jobs-first 0.01`")
    if scenarios < 0 or scenarios == 1:
        message = f"`--scenarios` is 0, for mid values, or at least 2, not {scenarios}"
        raise JiwarError.of("U005", message, "for instance `--scenarios 200`")
    if not 0.0 <= risk_weight <= 1.0 or (risk_weight > 0.0 and not scenarios):
        message = "`--risk-weight` lies between 0 and 1 and weighs scenarios"
        raise JiwarError.of("U005", message, "for instance `--scenarios 200 --risk-weight 0.3`")


def _priced(bar: Bar, task: TaskID, options: Options, scenarios: int, seed: int) -> PricedScenarios | None:
    """Draw and price scenarios when there are to be any."""
    if not scenarios:
        return None
    return price_futures(
        options,
        scenarios=scenarios,
        seed=seed,
        progress=functools.partial(_show, bar, task),
    )


def _show(bar: Bar, task: TaskID, step: str, done: int, total: int) -> None:
    bar.update(task, description=step, completed=done, total=total, state=f"{done} of {total}")


def _tell(bar: Bar, task: TaskID, state: Progress) -> None:
    cost = "no plan yet" if state.objective_eur is None else f"{state.objective_eur / 1e6:.2f} million EUR"
    bar.update(task, description="choosing", state=f"{cost}, gap {state.gap:.1%}")
