"""The outlook told: sections for the strategist, made of the same blocks as the board paper."""

from jiwar.report.outlook.paper import OutlookPaper, render_outlook

__all__ = ["OutlookPaper", "render_outlook"]
