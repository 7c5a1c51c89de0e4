"""The board paper: sections make blocks, renderers make files."""

from jiwar.report.context import ReportContext, Uncertainty
from jiwar.report.render import render
from jiwar.report.report import Report, report_of
from jiwar.report.wishes import READERS, Wishes, logo_of

__all__ = ["READERS", "Report", "ReportContext", "Uncertainty", "Wishes", "logo_of", "render", "report_of"]
