"""A folder with ten different mistakes reports all ten at once, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiwar.case import CaseError, KnownNames, read_case

FOLDER = Path(__file__).parent / "ten_mistakes"

EXPECTED = [
    ("case.yaml", 4, 88, "C012", "NO"),
    ("case.yaml", 6, 18, "C016", "2027-02"),
    ("case.yaml", 7, 16, "C010", "8 %"),
    ("case.yaml", 9, 20, "C017", "casablnca"),
    ("case.yaml", 18, 5, "C005", "knowledge"),
    ("case.yaml", 19, 5, "C022", "after"),
    ("case.yaml", 29, 33, "C021", "rgi"),
    ("case.yaml", 35, 3, "C006", "buget"),
    ("team.csv", 2, 36, "C011", "-4"),
    ("team.csv", 3, 30, "C024", "5"),
]


def test_all_ten_are_reported_with_their_places() -> None:
    known = KnownNames(sites=("stuttgart", "casablanca", "rabat"), roles=("test_engineer", "technician"))
    with pytest.raises(CaseError) as caught:
        read_case(FOLDER, known=known)
    found = []
    for problem in caught.value.diagnostics:
        place = problem.place
        assert place is not None
        assert place.source_line is not None
        marked = place.source_line[place.column - 1 : place.column - 1 + place.width]
        found.append((Path(place.file).name, place.line, place.column, problem.code, marked))
    assert found == EXPECTED
