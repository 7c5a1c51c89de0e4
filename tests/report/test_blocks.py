"""The document tree refuses what could not be read."""

from __future__ import annotations

import pytest

from jiwar.provenance import Origin, OriginKind
from jiwar.report.blocks import (
    Align,
    Callout,
    CalloutKind,
    Column,
    Number,
    Paragraph,
    Row,
    RowKind,
    Table,
    Text,
    numbers_in,
)

GROUND = (Origin(OriginKind.METHOD, "plan"),)


def test_a_number_without_a_ground_is_refused() -> None:
    with pytest.raises(ValueError, match="no origin"):
        Number("EUR 5", ())


def test_a_row_has_one_cell_per_column_and_a_group_row_one() -> None:
    columns = (Column("a"), Column("b", Align.NUMBER))
    Table("fine", columns, (Row(((Text("group"),),), RowKind.GROUP), Row(((Text("x"),), (Text("y"),)))))
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        Table("short", columns, (Row(((Text("x"),),)),))


def test_numbers_are_found_inside_nested_blocks() -> None:
    number = Number("7", GROUND, 7.0)
    table = Table("t", (Column("a"),), (Row(((number,),)),))
    callout = Callout(CalloutKind.NOTE, "title", (Paragraph((Text("x"), number)), table))
    assert list(numbers_in(callout)) == [number, number]
