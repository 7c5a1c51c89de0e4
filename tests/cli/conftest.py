"""The program, run inside the test process, and one run of the demo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jiwar.cli import main

Jiwar = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def as_wide_as_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget how wide a screen is: whoever runs the tests may have said so."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def jiwar_command(capsys: pytest.CaptureFixture[str]) -> Jiwar:
    """Return a function that runs one command and gives exit code, output and errors."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the shipped demo case, made by the commands that the README names."""
    folder = tmp_path_factory.mktemp("demo")
    assert main(["new", str(folder / "case"), "--from", "brake-validation"]) == 0
    words = ["plan", str(folder / "case"), "--out", str(folder / "run"), "--gap", "0.03"]
    assert main(words) == 0
    return folder / "run"
