"""Messages that teach: a code, a place, what is wrong, and how to mend it."""

from jiwar.diagnostics.code import Code, CodeBook, all_codes, find_code
from jiwar.diagnostics.diagnostic import Diagnostic, JiwarError, Place, Severity, nearest_names
from jiwar.diagnostics.rendering import as_json, as_text

__all__ = [
    "Code",
    "CodeBook",
    "Diagnostic",
    "JiwarError",
    "Place",
    "Severity",
    "all_codes",
    "as_json",
    "as_text",
    "find_code",
    "nearest_names",
]
