"""The board paper: sections make blocks, renderers make files."""

from jiwar.report.context import ReportContext, Uncertainty
from jiwar.report.render import render
from jiwar.report.report import Report, report_of

__all__ = ["Report", "ReportContext", "Uncertainty", "render", "report_of"]
