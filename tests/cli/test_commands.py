"""Every command from outside: what it prints, its exit code, and what it leaves behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jiwar.cli.app import COMMANDS
from jiwar.cli.run_folder import load_run
from jiwar.planning import check_bound, problem_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    script = (
        "import sys, jiwar.cli\n"
        "code = jiwar.cli.main(['--help'])\n"
        "heavy = {'numpy', 'scipy', 'pydantic', 'highspy', 'altair', 'babel', 'holidays'} & set(sys.modules)\n"
        "sys.exit(f'loaded {sorted(heavy)}' if heavy else code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in COMMANDS)


def test_a_new_case_checks_out(jiwar_command: Jiwar, tmp_path: Path) -> None:
    assert jiwar_command("new", tmp_path / "mine", "--from", "grid-engineering")[0] == 0
    code, out, err = jiwar_command("check", tmp_path / "mine")
    assert (code, err) == (0, "")
    assert "no problems" in out


def test_a_broken_case_says_where_and_how(jiwar_command: Jiwar, tmp_path: Path) -> None:
    jiwar_command("new", tmp_path / "mine")
    file = tmp_path / "mine" / "case.yaml"
    file.write_text(file.read_text("utf-8").replace("casablanca", "casablnca", 1), "utf-8")
    code, out, err = jiwar_command("check", tmp_path / "mine")
    assert (code, out) == (2, "")
    assert "casablnca" in err
    assert "did you mean `casablanca`" in err
    assert "^" in err
    code, _, err = jiwar_command("check", tmp_path / "mine", "--format", "json")
    assert code == 2
    assert json.loads(err)[0]["place"]["line"] > 0


def test_compare_needs_no_file(jiwar_command: Jiwar) -> None:
    words = ("--role", "embedded_software_engineer", "--fte", "20", "--home", "stuttgart")
    code, out, _ = jiwar_command(
        "compare", *words, "--site", "casablanca", "--site", "krakow", "--on", "2026-11-22"
    )
    assert code == 0
    assert "Casablanca" in out
    assert "Kraków" in out
    assert "hire at home" in out


def test_hours_says_what_the_clock_says(jiwar_command: Jiwar) -> None:
    code, out, _ = jiwar_command("hours", "--between", "stuttgart,casablanca", "--in", "2027")
    assert code == 0
    assert "6.9" in out


@pytest.mark.code("U005")
@pytest.mark.parametrize(
    ("between", "year"), [("stuttgart", 2027), ("stuttgart,casa", 2027), ("stuttgart,fes", 1999)]
)
def test_hours_refuses_what_it_cannot_compute(jiwar_command: Jiwar, between: str, year: int) -> None:
    code, out, err = jiwar_command("hours", "--between", between, "--in", str(year))
    assert (code, out) == (2, "")
    assert "U005" in err


@pytest.mark.code("U005")
@pytest.mark.parametrize(
    "words",
    [
        ("plan", "--gap", "-1"),
        ("plan", "--gap", "1"),
        ("plan", "--seconds", "0"),
        ("plan", "--scenarios", "1"),
        ("plan", "--scenarios", "-3"),
        ("plan", "--scenarios", "20", "--risk-weight", "2"),
        ("plan", "--jobs-first", "2"),
        ("why", "--gap", "nan"),
        ("jobs", "--seconds", "-1"),
    ],
)
def test_searches_refuse_what_cannot_be_asked_before_any_work(
    jiwar_command: Jiwar, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, out, err = jiwar_command(words[0], tmp_path / "nothing", *words[1:])
    assert (code, out) == (2, "")
    assert err.count("U005") == 1
    assert words[-2] in err


def test_facts_and_law_can_be_looked_into(jiwar_command: Jiwar, tmp_path: Path) -> None:
    assert "MAD/year" in jiwar_command("facts", "show", "pay/MA-casablanca/test_engineer/senior")[1]
    assert "embedded" in jiwar_command("facts", "search", "embedded", "--place", "MA-fes")[1]
    assert "prior" in jiwar_command("facts", "audit")[1]
    assert "sources" in jiwar_command("facts", "sources")[1]
    assert "no difference" in jiwar_command("facts", "diff", "2026-11-22", "2026-11-22")[1]
    assert jiwar_command("facts", "export", tmp_path / "facts.csv", "--words", "fx")[0] == 0
    assert "rules" in jiwar_command("law", "list", "--words", "adequacy")[1]
    assert "money" in jiwar_command("law", "coverage")[1]
    assert jiwar_command("law", "changes", "--since", "2026-01-01")[0] == 0


def test_assess_tells_the_strictest_verdict_by_its_exit_code(jiwar_command: Jiwar, tmp_path: Path) -> None:
    jiwar_command("new", tmp_path / "mine")
    code, out, _ = jiwar_command("assess", tmp_path / "mine", "--site", "casablanca")
    assert code == 5  # drive logs may not leave before the assessment is passed
    assert "Blocked" in out
    code, out, _ = jiwar_command("assess", tmp_path / "mine", "--format", "json", "--language", "de")
    assert {answer["verdict"] for answer in json.loads(out)} >= {"blocked", "manual_review"}


def test_a_supposed_adequacy_decision_drops_transfer_tools_and_nothing_else(
    jiwar_command: Jiwar, tmp_path: Path
) -> None:
    jiwar_command("new", tmp_path / "mine")
    code, out, _ = jiwar_command(
        "assess", tmp_path / "mine", "--site", "casablanca", "--what-if", "adequacy:MA@2028-01-01"
    )
    assert code == 5  # the strictest verdict under the supposed law: an employer of record stays blocked
    assert "falls away" in out
    assert "rig-logs" in out
    assert "models" not in out  # no personal data, so nothing changes
    code, _, err = jiwar_command("assess", tmp_path / "mine", "--what-if", "adequacy:MA")
    assert code == 2
    assert "L005" in err


def test_law_says_what_it_asks(jiwar_command: Jiwar) -> None:
    assert "encryption_shipped" in jiwar_command("law", "questions")[1]
    assert "Kunde" in jiwar_command("law", "questions", "--language", "de")[1]


def test_a_run_can_be_told_and_explained(jiwar_command: Jiwar, demo_run: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.html"
    code, out, _ = jiwar_command("report", demo_run, "--out", paper, "--draws", "0")
    assert code == 0
    assert str(paper) in out.replace("\n", "")
    assert "Brake validation" in paper.read_text("utf-8")
    assert "checked from its certificate, without the solver" in paper.read_text("utf-8")
    code, out, _ = jiwar_command("explain", "charges", "--run", demo_run)
    assert code == 0
    assert "fact pay/DE-stuttgart/test_engineer/" in out
    assert "rule de." in out
    assert jiwar_command("explain", "test-automation", "--run", demo_run)[0] == 0


def test_a_run_is_judged_on_draws(jiwar_command: Jiwar, demo_run: Path) -> None:
    code, out, _ = jiwar_command("evaluate", demo_run, "--draws", "128", "--seed", "1")
    assert code == 0
    assert "chance of loss" in out
    assert "Named scenarios" in out
    assert jiwar_command("evaluate", demo_run, "--draws", "128", "--seed", "1")[1] == out


def test_explain_finds_codes_facts_and_rules(jiwar_command: Jiwar) -> None:
    assert "C012" in jiwar_command("explain", "C012")[1]
    assert "percent" in jiwar_command("explain", "attrition/MA")[1]


@pytest.mark.code("U001")
def test_explain_says_when_nothing_has_the_name(jiwar_command: Jiwar) -> None:
    code, _, err = jiwar_command("explain", "attrition/MAA")
    assert code == 2
    assert "U001" in err
    assert "attrition/MA" in err


@pytest.mark.code("U002")
def test_a_run_is_never_overwritten_silently(jiwar_command: Jiwar, demo_run: Path, tmp_path: Path) -> None:
    before = (demo_run / "plan.json").read_bytes()
    code, _, err = jiwar_command("plan", demo_run / "case", "--out", demo_run)
    assert code == 2
    assert "U002" in err
    assert (demo_run / "plan.json").read_bytes() == before
    (tmp_path / "other").mkdir()
    assert "U002" in jiwar_command("plan", demo_run / "case", "--out", tmp_path / "other", "--replace")[2]


@pytest.mark.code("U003")
def test_a_run_keeps_the_proof_of_its_bound(jiwar_command: Jiwar, demo_run: Path, tmp_path: Path) -> None:
    run = load_run(demo_run)
    assert run.plan.bound_verified
    assert check_bound(problem_of(run.options), run.plan).holds
    shutil.copytree(demo_run, tmp_path / "run")
    (tmp_path / "run" / "certificate.npz").write_bytes(b"something else")
    assert "U003" in jiwar_command("report", tmp_path / "run")[2]


@pytest.mark.code("U003")
def test_a_folder_that_is_no_run_is_refused(jiwar_command: Jiwar, tmp_path: Path) -> None:
    assert "U003" in jiwar_command("report", tmp_path)[2]
    (tmp_path / "plan.json").write_text("{}", "utf-8")
    assert "U003" in jiwar_command("report", tmp_path)[2]


@pytest.mark.code("U004")
def test_a_run_of_other_inputs_is_refused(jiwar_command: Jiwar, demo_run: Path, tmp_path: Path) -> None:
    shutil.copytree(demo_run, tmp_path / "run")
    plan = tmp_path / "run" / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace('"facts_hash": "', '"facts_hash": "0'), "utf-8")
    code, _, err = jiwar_command("report", tmp_path / "run")
    assert code == 2
    assert "U004" in err
    assert "facts" in err


@pytest.mark.parametrize(
    "words",
    [("plan",), ("nonsense",), ("plan", "nowhere"), ("compare", "--role", "x"), ("hours", "--in", "soon")],
)
def test_mistakes_give_exit_code_two_and_no_traceback(jiwar_command: Jiwar, words: tuple[str, ...]) -> None:
    code, out, err = jiwar_command(*words)
    assert code == 2
    assert "Traceback" not in out + err
    assert out + err


def test_nothing_is_left_behind_when_a_run_fails(jiwar_command: Jiwar, tmp_path: Path) -> None:
    jiwar_command("new", tmp_path / "mine")
    file = tmp_path / "mine" / "case.yaml"
    text = file.read_text("utf-8").replace("max_sites: 2", "max_sites: 2\n  sites: many")
    file.write_text(text, "utf-8")
    assert jiwar_command("plan", tmp_path / "mine", "--out", tmp_path / "run")[0] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]


@pytest.mark.slow
def test_ctrl_c_while_planning_leaves_a_whole_run_or_none(tmp_path: Path) -> None:
    import signal
    import time

    subprocess.run(
        [sys.executable, "-m", "jiwar", "new", str(tmp_path / "mine")], check=True, capture_output=True
    )
    for wait in (0.5, 3.0, 6.0):
        out = tmp_path / f"run{wait}"
        words = [
            sys.executable,
            "-m",
            "jiwar",
            "plan",
            str(tmp_path / "mine"),
            "--out",
            str(out),
            "--gap",
            "0",
        ]
        process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ, text=True
        )
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        # Python ends by the signal itself when it came while a module was making its classes; shells show 130 as well
        assert process.returncode in {0, 130, -signal.SIGINT}
        assert "Traceback" not in errors
        assert not out.exists() or (out / "plan.json").read_text("utf-8").endswith("}\n")
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
