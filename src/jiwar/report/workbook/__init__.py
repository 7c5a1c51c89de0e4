"""The workbook for finance: the run as sheets with live formulas, so that changing an input recomputes."""

from jiwar.report.workbook.workbook import to_xlsx

__all__ = ["to_xlsx"]
