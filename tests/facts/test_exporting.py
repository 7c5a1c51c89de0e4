"""The base leaves as a workbook, as Parquet or as text: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from jiwar.facts import Facts, FactsError, export


def test_parquet_holds_every_fact_with_its_licence(tmp_path: Path, facts: Facts) -> None:
    table = pl.read_parquet(export(facts, tmp_path / "facts.parquet"))
    assert table.height == len(facts)
    assert table["key"].to_list() == list(facts.by_key)
    row = table.row(by_predicate=pl.col("key") == "attrition/MA", named=True)
    assert (row["low"], row["mid"], row["high"], row["unit"]) == (15.0, 20.0, 25.0, "percent/year")
    licences = set(table.filter(pl.col("source").str.contains("stackoverflow"))["licence"])
    assert licences == {"ODbL-1.0"}
    assert table["mid"].null_count() == sum(not fact.is_number for fact in facts.by_key.values())


def test_the_workbook_has_a_sheet_for_everything(tmp_path: Path, facts: Facts) -> None:
    import zipfile

    path = export(facts, tmp_path / "facts.xlsx", ["attrition/MA", "pay/MA-fes/test_engineer/mid"])
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml").decode()
        words = archive.read("xl/sharedStrings.xml").decode()
    for name in ("facts", "sources", "sites", "roles", "alternatives", "attribution", "fx_monthly"):
        assert f'name="{name}"' in book
    assert "pay/MA-fes/test_engineer/mid" in words
    assert "State of Dev in Morocco 2020-2024, GeeksBlaBla (ODbL 1.0)" in words
    assert "attrition/PL" not in words


@pytest.mark.code("F020")
def test_another_ending_is_refused(tmp_path: Path, facts: Facts) -> None:
    with pytest.raises(FactsError, match="F020"):
        export(facts, tmp_path / "facts.ods")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "facts.parquet"
    path.write_text("old")

    def fail(frame: pl.DataFrame, target: Path) -> None:
        target.write_text("half")
        raise OSError(frame.height)

    monkeypatch.setattr(pl.DataFrame, "write_parquet", fail)
    with pytest.raises(OSError, match="1"):
        export(facts, path, ["attrition/MA"])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(FactsError, match="F001"):
        export(facts, path, ["attrition/XX"])
