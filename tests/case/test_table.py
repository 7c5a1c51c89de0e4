"""Tables keep the place of each cell, whatever a spreadsheet writes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.case.table import parse_table
from jiwar.case.tree import Block, Items, Scalar

text = st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" "), max_size=10)


def _cells(rows: Items) -> list[list[Scalar]]:
    cells = []
    for row in rows.items:
        assert isinstance(row, Block)
        line = []
        for entry in row.entries.values():
            assert isinstance(entry.node, Scalar)
            line.append(entry.node)
        cells.append(line)
    return cells


@given(
    rows=st.lists(st.tuples(text, text, text), min_size=1, max_size=5),
    separator=st.sampled_from(",;"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_cells_are_those_that_were_written(
    rows: list[tuple[str, str, str]], separator: str, quoting: int
) -> None:
    rows = [(f"x{first.strip()}", *others) for first, *others in rows]  # type: ignore[misc]  # three cells again
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]  # an int of csv
    writer.writerows([("a", "b", "c"), *rows])
    table, problems = parse_table(buffer.getvalue(), "t.csv")
    assert problems == ()
    cells = _cells(table)
    for row, written in zip(cells, rows, strict=True):
        for cell, value in zip(row, written, strict=True):
            quoted = cell.place.source_line is not None and cell.place.source_line[cell.place.column - 1 :]
            assert cell.value == (value if quoted and quoted.startswith('"') else value.strip()) or (
                cell.value is None and not value.strip()
            )


def test_places_of_cells() -> None:
    table, problems = parse_table('a, b ,c\n# remark\n\n1, "x, y" ,  zwölf\n', "t.csv")
    assert problems == ()
    (row,) = _cells(table)
    assert [(cell.value, cell.place.line, cell.place.column, cell.place.width) for cell in row] == [
        ("1", 4, 1, 1),
        ("x, y", 4, 4, 6),
        ("zwölf", 4, 14, 5),
    ]


@pytest.mark.parametrize(
    "form", ["a;b\n1;2,5\n", "a,b\n1,2.5\n", '"a","b"\n"1","2.5"\n', "a,b\n1,2.5\n,,\n \n"]
)
def test_separators_and_blank_rows(form: str) -> None:
    table, problems = parse_table(form, "t.csv")
    assert problems == ()
    assert [[cell.value for cell in row] for row in _cells(table)] in ([["1", "2.5"]], [["1", "2,5"]])
