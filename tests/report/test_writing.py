"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiwar.diagnostics import JiwarError
from jiwar.report import Report, ReportContext, report_of


@pytest.fixture(scope="module")
def report(context: ReportContext) -> Report:
    """The paper of the invented run."""
    return report_of(context)


def test_the_page_is_written_as_it_is(report: Report, tmp_path: Path) -> None:
    path = report.write(tmp_path / "board.html")
    assert path.read_text(encoding="utf-8") == report.html
    assert [entry.name for entry in tmp_path.iterdir()] == ["board.html"]


def test_an_older_paper_is_replaced(report: Report, tmp_path: Path) -> None:
    (tmp_path / "board.HTML").write_text("old")
    assert report.write(tmp_path / "board.HTML").read_text(encoding="utf-8") == report.html


@pytest.mark.code("R001")
@pytest.mark.parametrize("name", ["board.odt", "board", "board.html.txt"])
def test_an_unknown_ending_is_refused_with_the_known_ones(report: Report, tmp_path: Path, name: str) -> None:
    with pytest.raises(JiwarError) as caught:
        report.write(tmp_path / name)
    assert caught.value.diagnostics[0].code == "R001"
    assert "`.html`" in caught.value.diagnostics[0].remedy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.code("R003")
def test_a_missing_folder_is_a_clear_error(report: Report, tmp_path: Path) -> None:
    with pytest.raises(JiwarError) as caught:
        report.write(tmp_path / "nowhere" / "board.html")
    assert caught.value.diagnostics[0].code == "R003"


@pytest.mark.code("R003")
def test_a_failure_in_between_leaves_the_old_paper(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "board.html"
    old.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(JiwarError, match="No space left"):
        report.write(old)
    assert old.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["board.html"]
