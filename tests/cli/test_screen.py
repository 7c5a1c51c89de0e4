"""Tables fit the screen and keep words whole."""

from __future__ import annotations

import pytest

from jiwar.cli.screen import screen, table

COLUMNS = [("site", False), ("form", False), ("cost in a year", True), ("law", False)]
ROWS = [
    ["Casablanca, MA", "build, operate, transfer", "1,234,567", "allowed with mechanism"],
    ["Stuttgart, DE", "hire at home", "2", "home"],
]


def _lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    screen().print(table("A title", COLUMNS, ROWS))
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("width", [48, 60, 80, 140])
def test_a_table_fits_and_keeps_words_whole(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = _lines(capsys)
    assert max(map(len, lines)) <= width
    shown = " ".join(lines).split()
    for row in ROWS:
        for word in " ".join(row).split():
            assert word in shown, word


def test_a_wide_screen_gives_a_line_to_a_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    lines = _lines(capsys)
    assert sum("Casablanca" in line and "allowed with mechanism" in line for line in lines) == 1


def test_long_ids_are_broken_rather_than_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    key = "pay/MA-casablanca/embedded_software_engineer/junior"
    screen().print(table("Keys", [("fact", False), ("value", True)], [[key, "1"]]))
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert key in "".join(line.removesuffix("1").strip() for line in lines)
