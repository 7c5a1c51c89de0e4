"""Papers of law for a case: record of processing, transfer assessment, clauses, filings, works council."""

from jiwar.report.papers.folder import write_papers
from jiwar.report.papers.from_case import dossier_of
from jiwar.report.papers.to_document import document_of

__all__ = ["document_of", "dossier_of", "write_papers"]
