"""`jiwar outlook`: what the sector can become, how likely the targets are, and which lever moves them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.table import Table

from jiwar.cli.outlook_folder import refuse_existing, refuse_lost_work, save_outlook
from jiwar.cli.outlook_labour import NOTHING, ForCompanies, hand_over, refuse_half_a_question
from jiwar.cli.outlook_sheet import beside_table, chances_table, claims_table, taken_table, years_table
from jiwar.cli.run_folder import load_run
from jiwar.cli.screen import progress_bar, screen
from jiwar.diagnostics import JiwarError
from jiwar.facts import load_facts
from jiwar.languages import Language
from jiwar.outlook import AS_IT_STANDS, BINDS, BRANCHES, Outlook, read_scenario, targets
from jiwar.outlook.answers import Wish, answer, binding, chances, fans, moved_people, plan_beside
from jiwar.outlook.answers import what_would_it_take as search
from jiwar.outlook.answers.take import Runs
from jiwar.outlook.claims import audit_claims
from jiwar.report.outlook import OutlookPaper, render_outlook
from jiwar.verbs import outlook as run_outlook

_WISH = re.compile(r"(jobs|exports_new|exports_old)=(\d[\d_]*(?:\.\d+)?)@(\d{4}):(\d*\.?\d+)(%?)")

FIRST_WISH = 2026
"""The first year that is not known yet."""


def outlook(
    *,
    until: int = 2035,
    scenario: Path | None = None,
    what_would_it_take: Annotated[tuple[str, ...], Parameter(name="--what-would-it-take")] = (),
    paths: int = 2000,
    seed: int = 7,
    claims: bool = False,
    plan: Path | None = None,
    companies: Annotated[ForCompanies, Parameter(name="*")] = NOTHING,
    language: Literal["en", "de", "fr"] = "en",
    out: Path | None = None,
    report: Path | None = None,
    replace: bool = False,
    format_: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
) -> int:
    """Run the outlook of the Moroccan sector.

    Parameters
    ----------
    until
        Last year, 2026 to 2035.
    scenario
        YAML file with levers that policy or the world sets differently.
    what_would_it_take
        A wish such as jobs=270000@2030:0.5; can be given several times. Quantities: jobs, exports_new, exports_old.
    paths
        How many possible futures.
    seed
        Seed of all chance.
    claims
        Only show what is said in public about the sector, with a verdict for each claim.
    plan
        Folder of a run of `jiwar plan`, to be set beside the growth of the sector.
    language
        Language of the claims and the paper: en, de or fr.
    out
        Folder for the answers (JSON) with a record of what they rest on.
    report
        File of the strategist's paper: .html, .pdf, .docx, .xlsx or .json.
    replace
        Put the new folder in the place of an older one.
    format_
        text or json; json prints the whole paper with its answers.
    """
    if claims:
        _print([claims_table(audit_claims(load_facts()), Language(language))])
        return 0
    wishes = tuple(parse_wish(text, until) for text in what_would_it_take)
    _refuse_what_cannot_end_well(companies, report, out, replace=replace)
    found = _run(until, scenario, paths, seed)
    said = [*hand_over(found, load_facts(), companies), *_beside(found, plan)]
    if out is None and report is None and format_ == "text":
        _print(said or _shown(found, wishes))
        return 0
    paper = _told(found, wishes, language)
    said += _written(paper, found, report=report, out=out, replace=replace)
    _print(said if format_ == "text" else [paper.content(".json").decode()])
    return 0


def _refuse_what_cannot_end_well(
    companies: ForCompanies, report: Path | None, out: Path | None, *, replace: bool
) -> None:
    """Raise a JiwarError before any work for what could not be written after it."""
    refuse_half_a_question(companies)
    refuse_lost_work(report, (".html", ".pdf", ".docx", ".xlsx", ".json"))
    refuse_lost_work(companies.labour_market, (".csv",))
    if out is not None:
        refuse_existing(out, replace=replace)


def _print(shown: list[Table | str]) -> None:
    for one in shown:
        screen().print(one, soft_wrap=isinstance(one, str), markup=False)


def _run(until: int, scenario: Path | None, paths: int, seed: int) -> Outlook:
    chosen = AS_IT_STANDS if scenario is None else read_scenario(scenario)
    with progress_bar() as bar:
        bar.add_task("fitting the model and running it", total=None, state="")
        return run_outlook("MA", until, scenario=chosen, paths=paths, seed=seed)


def _told(found: Outlook, wishes: tuple[Wish, ...], language: str) -> OutlookPaper:
    """Compute every answer, showing how far it is, and tell it in a language."""
    facts = load_facts()
    with progress_bar() as bar:
        task = bar.add_task("answers", total=None, state="")

        def tell(step: str, done: int, all_of_it: int) -> None:
            state = f"{done} of {all_of_it}" if all_of_it else str(done)
            bar.update(task, description=step, completed=done, total=all_of_it or None, state=state)

        answers = answer(found, facts, wishes=wishes or None, progress=tell)
        return render_outlook(found, answers, facts, language=language)


def parse_wish(text: str, until: int) -> Wish:
    """Read a wish such as ``jobs=270000@2030:0.5``; the chance may be written as ``50%``.

    Raises
    ------
    JiwarError
        U005 when it is no wish, or lies outside the years of the run.
    """
    match = _WISH.fullmatch(text.strip())
    remedy = "write quantity, number, year and chance, for instance jobs=270000@2030:0.5 or exports_new=40@2030:80%"
    if match is None:
        raise JiwarError.of("U005", f"`{text}` is not a wish", remedy)
    quantity, value, year, chance, percent = match.groups()
    wish = Wish(quantity, float(value.replace("_", "")), int(year), float(chance) / (100 if percent else 1))
    if not 0 < wish.chance < 1:
        raise JiwarError.of("U005", f"the chance of `{text}` is not between 0 and 1", remedy)
    if not FIRST_WISH <= wish.year <= until:
        message = f"the year of `{text}` lies outside {FIRST_WISH} to {until}"
        raise JiwarError.of("U005", message, "choose a year of the run, or a later end with --until")
    return wish


def _shown(found: Outlook, wishes: tuple[Wish, ...]) -> list[Table | str]:
    """Return what the terminal shows of a run."""
    shown: list[Table | str] = [
        chances_table(chances(found.paths, targets(load_facts()))),
        years_table(fans(found.paths), binding(found.paths, BINDS)),
    ]
    size = len(found.paths.jobs)
    runs: Runs = {}
    shown.extend(
        taken_table(search(found.posterior, found.scenario, wish, paths=size, seed=found.seed, runs=runs))
        for wish in wishes
    )
    return shown


def _beside(found: Outlook, plan: Path | None) -> list[Table | str]:
    """Return what the terminal shows of a plan beside the growth of the sector; nothing without a plan."""
    if plan is None:
        return []
    run = load_run(plan)
    people = moved_people(run.plan, run.options)
    if not people:
        return ["The plan has nobody in Morocco."]
    last = min(2030, found.until)
    asked = (plan_beside(found.paths, BRANCHES, branch, count, last=last) for branch, count in people.items())
    return [beside_table(asked)]


def _written(
    paper: OutlookPaper,
    found: Outlook,
    *,
    report: Path | None,
    out: Path | None,
    replace: bool,
) -> list[Table | str]:
    """Write what was asked for; return what the terminal says of it."""
    said: list[Table | str] = []
    if out is not None:
        save_outlook(out, found.record, {"outlook.json": paper.content(".json")}, replace=replace)
        said.append(f"Outlook kept in {out}.")
    if report is not None:
        said.append(f"Paper: {paper.write(report).resolve()}")
    return said
