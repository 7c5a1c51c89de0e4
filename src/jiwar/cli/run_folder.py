"""The folder of one run: a copy of the case, the plan, the proof of its bound; it appears whole or not at all."""

from __future__ import annotations

import dataclasses
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from jiwar.case import Case
from jiwar.cli.whole_folder import refuse_place, whole_folder
from jiwar.diagnostics import JiwarError
from jiwar.options import Options
from jiwar.planning import (
    Plan,
    certificate_from_bytes,
    certificate_to_bytes,
    plan_from_json,
    plan_to_json,
)
from jiwar.planning.explaining.worth import Worth, worths_from_json, worths_to_json
from jiwar.planning.of_case.from_options import record_of
from jiwar.verbs import enumerate_options, read_case, with_stages

_CASE, _PLAN, _CERTIFICATE, _WORTHS = "case", "plan.json", "certificate.npz", "why.json"


@dataclass(frozen=True, slots=True)
class Run:
    """A plan together with the options that it was chosen from."""

    folder: Path
    options: Options
    plan: Plan
    worths: tuple[Worth, ...] = ()  # of `jiwar why`, when it was asked


def refuse_existing(folder: Path, *, replace: bool) -> None:
    """Raise a JiwarError when a new run cannot stand at this place: U002, U008."""
    refuse_place(folder, kind="a run", mark=_PLAN, replace=replace)


def save_run(folder: Path, case: Case, plan: Plan, *, replace: bool) -> None:
    """Write the run beside its final place and move it there in one step."""
    refuse_existing(folder, replace=replace)
    with whole_folder(folder) as new:
        shutil.copytree(Path(case.file).parent, new / _CASE, ignore=_not_of_the_case)
        (new / _PLAN).write_text(plan_to_json(plan), "utf-8")
        if plan.certificate is not None:
            (new / _CERTIFICATE).write_bytes(certificate_to_bytes(plan.certificate))


def keep_worths(folder: Path, found: tuple[Worth, ...]) -> None:
    """Write what things are worth to a run, in one step, so that its paper can tell it."""
    new = folder / f".{_WORTHS}.new"
    new.write_text(worths_to_json(found), "utf-8")
    new.replace(folder / _WORTHS)


def _not_of_the_case(folder: str, names: list[str]) -> list[str]:
    """Leave out hidden folders, runs inside the case and everything that is no text of the case."""
    kept = {".yaml", ".csv", ".md"}
    return [
        name
        for name in names
        if name.startswith(".")
        or name == "runs"
        or not (Path(folder, name).is_dir() or Path(name).suffix in kept)
    ]


def load_run(folder: Path) -> Run:
    """Read a run and price its options again; the same inputs give the same numbers.

    Raises
    ------
    JiwarError
        U003 when the folder is not a run, U004 when case, facts or law have changed since.
    """
    file = folder / _PLAN
    if not file.is_file():
        raise JiwarError.of(
            "U003", f"`{folder}` holds no plan", "make one with `jiwar plan CASE --out FOLDER`"
        )
    try:
        plan = plan_from_json(file.read_text("utf-8"))
        proof = folder / _CERTIFICATE
        certificate = certificate_from_bytes(proof.read_bytes()) if proof.is_file() else None
        told = folder / _WORTHS
        worths = worths_from_json(told.read_text("utf-8")) if told.is_file() else ()
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        message = f"`{file}` cannot be read as a plan ({error})"
        raise JiwarError.of("U003", message, "plan again with `jiwar plan`") from error
    options = enumerate_options(read_case(folder / _CASE))
    if plan.uncertainty is not None:
        options = with_stages(options)
    _insist_on_same_inputs(plan, options)
    return Run(folder, options, dataclasses.replace(plan, options=options, certificate=certificate), worths)


def _insist_on_same_inputs(plan: Plan, options: Options) -> None:
    if plan.record is None:
        raise JiwarError.of("U003", "the plan has no record of its inputs", "plan again with `jiwar plan`")
    now = record_of(options, {})
    changed = [
        name
        for name in ("case_hash", "facts_hash", "law_hash")
        if getattr(now, name) != getattr(plan.record, name)
    ]
    if changed or any(
        options.items[index].id != name for index, name in zip(plan.chosen, plan.names, strict=True)
    ):
        what = ", ".join(name.removesuffix("_hash") for name in changed) or "the list of options"
        raise JiwarError.of("U004", f"changed since the run was made: {what}", "plan again with `jiwar plan`")
