"""Diagnostics show the place with a caret, and the same facts as JSON."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from jiwar.diagnostics import Diagnostic, JiwarError, Place, as_json, as_text, nearest_names

PLACE = Place("case.yaml", 14, 5, "    casablnca", 9)
PROBLEM = Diagnostic("C012", "`casablnca` is not a site", "did you mean `casablanca`?", PLACE)


def test_text_has_place_caret_and_remedy() -> None:
    assert as_text([PROBLEM]) == (
        "case.yaml:14:5: error C012: `casablnca` is not a site\n"
        "  14 |     casablnca\n"
        "     |     ^^^^^^^^^\n"
        "  = remedy: did you mean `casablanca`?"
    )


def test_json_holds_the_same() -> None:
    (read,) = json.loads(as_json([PROBLEM]))
    assert read["code"] == "C012"
    assert read["place"]["line"] == 14
    assert read["severity"] == "error"


def test_an_error_carries_every_problem() -> None:
    other = Diagnostic("C013", "unknown role", "…")
    error = JiwarError([PROBLEM, other])
    assert error.diagnostics == (PROBLEM, other)
    assert "C012" in str(error)
    assert "C013" in str(error)


def test_a_problem_without_a_place_still_reads() -> None:
    assert as_text([Diagnostic("U001", "no case given", "name a folder")]).startswith(
        "error U001: no case given"
    )


@given(st.text(max_size=40), st.integers(0, 60), st.integers(0, 60))
def test_any_place_can_be_shown(line: str, column: int, width: int) -> None:
    shown = as_text([Diagnostic("C001", "m", "r", Place("f", 1, column, line, width))])
    assert "= remedy: r" in shown


def test_suggestions() -> None:
    assert nearest_names("rabbat", ["rabat", "casablanca"]) == "did you mean `rabat`?"
    assert nearest_names("xyz", ["rabat", "casablanca"]) == "known: `casablanca`, `rabat`"
    assert nearest_names("xyz", []) == "none is known here"
    assert "and 8 more" in nearest_names("?", [f"n{number:02d}" for number in range(20)])
