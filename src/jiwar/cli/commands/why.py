"""`jiwar why`: why this site, and what each limit, field of law and labour market costs the plan."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jiwar.cli.run_folder import keep_worths, load_run
from jiwar.cli.screen import progress_bar, screen, table
from jiwar.cli.search_limits import refuse_odd_search
from jiwar.options import Options
from jiwar.planning.explaining.worth import World, Worth, Worths, worth_of_everything
from jiwar.report.texts import Texts
from jiwar.report.words import blocking_field, limit_name

_SENTENCES = {
    World.WITHOUT_SITE: "without {about}",
    World.WITHOUT_LIMIT: "without the limit: {about}",
    World.WITHOUT_FIELD: "if nothing were blocked by: {about}",
    World.MORE_PEOPLE: "one person more to hire each quarter: {about}",
}

_NOTE = (
    "Each line is the best plan in a world that differs in one thing, against the best plan of the case, on mid "
    "values, present value. Plus: that world is dearer, so the thing is worth that much. Minus: the thing costs that "
    "much. The range is what the gaps of both searches leave open. Law cannot be left out: its lines say what "
    "unblocking would be worth."
)


def why(run: Path, *, gap: float = 0.005, seconds: float = 20.0) -> int:
    """Show what each site of the plan is worth, and what each limit, field of law and labour market costs it.

    It is kept in the run, and the board paper made after it tells it, too.

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
    options = load_run(run).options
    with progress_bar() as bar:
        task = bar.add_task("searching for the best plan", total=None, state="")
        worths = worth_of_everything(
            options,
            gap=gap,
            seconds=seconds,
            told=lambda about, done, total: bar.update(
                task, description=f"and in another world: {about}", completed=done, total=total
            ),
        )
    _show(options, worths)
    keep_worths(run, worths.found)
    screen().print(f"Kept in {run}; its paper tells it: jiwar report {run}", soft_wrap=True)
    return 0


def _show(options: Options, worths: Worths) -> None:
    columns = [
        ("world", False),
        ("change, kEUR", True),
        ("at least", True),
        ("at most", True),
        ("what differs then", False),
    ]
    best = worths.best
    rows = [["the case", f"{best.objective_eur / 1e3:,.0f}", "", "", _moving(options, best.names)]]
    rows += [_row(options, one, best.names) for one in worths.found]
    screen().print(table("Why this plan", columns, rows, _NOTE))


def _row(options: Options, one: Worth, best: tuple[str, ...]) -> list[str]:
    name = _SENTENCES[one.world].format(about=_about(options, one))
    if one.change_eur is None or one.least_eur is None or one.most_eur is None:
        return [name, "no plan", "", "", ""]
    other = _moves(options, (name for name in one.chosen if name not in best))
    amounts = (f"{amount / 1e3:+,.0f}" for amount in (one.change_eur, one.least_eur, one.most_eur))
    return [name, *amounts, other or "the same"]


def _about(options: Options, one: Worth) -> str:
    if one.world is World.WITHOUT_SITE:
        return options.facts.sites[one.about].name
    if one.world is World.WITHOUT_LIMIT:
        return limit_name(Texts(), one.about)
    if one.world is World.WITHOUT_FIELD:
        return blocking_field(Texts(), one.about)
    return one.about


def _moves(options: Options, names: Iterable[str]) -> str:
    """Name the work packages that move, where to and in which form; those that stay are said to when asked for."""
    chosen = set(names)
    told = []
    for one in options.items:
        if one.id not in chosen:
            continue
        form = one.engagement.value.replace("_", " ")
        place = f"to {options.facts.sites[one.site].name} ({form})"
        told.append(f"{one.work_package} {'stays' if one.engagement.stays else place}")
    return ", ".join(told)


def _moving(options: Options, names: Iterable[str]) -> str:
    moves = {one.id for one in options.items if not one.engagement.stays}
    return _moves(options, (name for name in names if name in moves)) or "nothing"
