"""`jiwar report`: write the board paper of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from jiwar.cli.paper import paper_of, write_paper
from jiwar.cli.run_folder import load_run
from jiwar.report import Wishes, logo_of


def report(
    run: Path,
    *,
    out: Path | None = None,
    pdf: bool = False,
    language: str = "en",
    for_: Annotated[str, Parameter(name="--for")] = "",
    draws: int = 2000,
    compare: Path | None = None,
    anonymise: bool = False,
    draft: bool = False,
    company_name: str = "",
    logo: Path | None = None,
    open_: Annotated[bool, Parameter(name="--open")] = False,
) -> int:
    """Write the board paper of a run, judged on draws.

    Parameters
    ----------
    run
        Folder of the run, as given to `jiwar plan` with `--out`.
    out
        File to write: .html, .pdf, .xlsx or .json; without it report.html (or .pdf) in the folder of the run.
    pdf
        Write a PDF when no file is named.
    language
        Language of the paper: en, de or fr.
    for_
        Reader whose sections come first: board, cfo, dpo, works-council or adviser.
    draws
        Draws on which plan and strategies are judged; below 100 no strategies, with 0 no uncertainty either.
    compare
        Folder of another run to show beside this one.
    anonymise
        Replace the names of company, work packages and data flows everywhere.
    draft
        Mark every page as a draft and begin with the open questions.
    company_name
        Name of the company in place of the one in the case.
    logo
        File of a logo, SVG or PNG.
    open_
        Open the paper in a browser when there is one.
    """
    mark = None if logo is None else logo_of(logo)
    wishes = Wishes(for_, draft, anonymise, company_name, mark)
    loaded = load_run(run)
    other = None if compare is None else load_run(compare).plan
    made = paper_of(
        loaded.plan, language=language, draws=draws, wishes=wishes, beside=other, worths=loaded.worths
    )
    target = out if out is not None else run / ("report.pdf" if pdf else "report.html")
    write_paper(made, target, open_it=open_)
    return 0
