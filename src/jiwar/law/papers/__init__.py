"""Papers that come out filled from an assessment, with every open answer marked, in three languages."""

from jiwar.law.papers.annexes import clause_annexes
from jiwar.law.papers.blocks import Block, Cell, Heading, Paper, Paragraph, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.filings import moroccan_filings
from jiwar.law.papers.record import record_of_processing
from jiwar.law.papers.works_council import works_council_sheet
from jiwar.law.papers.worksheet import impact_worksheet

__all__ = [
    "Block",
    "Cell",
    "Dossier",
    "DossierFlow",
    "Heading",
    "Paper",
    "Paragraph",
    "Table",
    "clause_annexes",
    "impact_worksheet",
    "moroccan_filings",
    "record_of_processing",
    "works_council_sheet",
]
