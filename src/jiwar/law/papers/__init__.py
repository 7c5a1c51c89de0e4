"""Papers that come out filled from an assessment, with every open answer marked, in three languages."""

from collections.abc import Callable

from jiwar.law.papers.annexes import clause_annexes
from jiwar.law.papers.blocks import Block, Cell, Heading, Paper, Paragraph, Part, Statement, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow, DossierWork
from jiwar.law.papers.filings import local_filings
from jiwar.law.papers.record import record_of_processing
from jiwar.law.papers.texts import Pen
from jiwar.law.papers.works_council import works_council_sheet
from jiwar.law.papers.worksheet import impact_worksheet

PAPERS: tuple[Callable[[Dossier, str], Paper], ...] = (
    record_of_processing,
    impact_worksheet,
    clause_annexes,
    local_filings,
    works_council_sheet,
)
"""All papers, in the order in which a data-protection officer works through them."""

__all__ = [
    "PAPERS",
    "Block",
    "Cell",
    "Dossier",
    "DossierFlow",
    "DossierWork",
    "Heading",
    "Paper",
    "Paragraph",
    "Part",
    "Pen",
    "Statement",
    "Table",
    "clause_annexes",
    "impact_worksheet",
    "local_filings",
    "record_of_processing",
    "works_council_sheet",
]
