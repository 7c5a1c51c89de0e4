"""The program, run inside the test process, and one run of the demo."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import jiwar
from jiwar.cli import main

Jiwar = Callable[..., tuple[int, str, str]]

SUPPORT = """
support:
  offshoring: {counted_on: true, sites: {rabat: Technopolis}, moroccan_share: 95 %}
  capital:
    - {site: rabat, counted_on: true, investment: 52 MMAD, convention: 2027-04, jobs_by: 2029-10, public_enterprise: no}
"""


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


@pytest.fixture(scope="session")
def supported_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with own units in Rabat as the only other way, claiming both kinds of support."""
    folder = tmp_path_factory.mktemp("supported") / "case"
    shutil.copytree(jiwar.example("brake-validation"), folder)
    text = (folder / "case.yaml").read_text("utf-8")
    changes = {
        "sites: [stuttgart, casablanca, rabat, tanger, fes, krakow, cluj, porto, tunis, bengaluru]": (
            "sites: [stuttgart, rabat]"
        ),
        "engagements: [captive, provider, employer_of_record, build_operate_transfer]": "engagements: [captive]",
        "    engagements: [captive, build_operate_transfer]\n": "",
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "case.yaml").write_text(text + SUPPORT, "utf-8")
    return folder


@pytest.fixture(scope="session")
def supported_run(supported_case: Path) -> Path:
    """Its plan."""
    folder = supported_case.parent / "run"
    assert main(["plan", str(supported_case), "--out", str(folder), "--gap", "0.05"]) == 0
    return folder
