"""What a person writes: a case read from a folder, or everything that is wrong with it.

Importing this package is light; the declarations (pydantic) are loaded with the first name that needs them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jiwar.case.answers import Answers
    from jiwar.case.assumption import Assumption
    from jiwar.case.data_flow import DataFlow, Safeguards
    from jiwar.case.error import CaseError
    from jiwar.case.examples import example_folder, example_names, new_case
    from jiwar.case.known import KnownNames
    from jiwar.case.limits import Limits
    from jiwar.case.model import Case, Company
    from jiwar.case.read import read_case
    from jiwar.case.reference import case_reference, case_schema
    from jiwar.case.support import CapitalProject, Offshoring, Support
    from jiwar.case.work import Interaction, TeamLine, WorkPackage

__all__ = [
    "Answers",
    "Assumption",
    "CapitalProject",
    "Case",
    "CaseError",
    "Company",
    "DataFlow",
    "Interaction",
    "KnownNames",
    "Limits",
    "Offshoring",
    "Safeguards",
    "Support",
    "TeamLine",
    "WorkPackage",
    "case_reference",
    "case_schema",
    "example_folder",
    "example_names",
    "new_case",
    "read_case",
]

_HOME = {
    "Answers": "answers",
    "Assumption": "assumption",
    "CapitalProject": "support",
    "Case": "model",
    "CaseError": "error",
    "Company": "model",
    "DataFlow": "data_flow",
    "Interaction": "work",
    "KnownNames": "known",
    "Limits": "limits",
    "Offshoring": "support",
    "Safeguards": "data_flow",
    "Support": "support",
    "TeamLine": "work",
    "WorkPackage": "work",
    "case_reference": "reference",
    "case_schema": "reference",
    "example_folder": "examples",
    "example_names": "examples",
    "new_case": "examples",
    "read_case": "read",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"jiwar.case.{_HOME[name]}"), name)
