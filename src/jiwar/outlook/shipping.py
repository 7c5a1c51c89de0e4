"""The fit that is shipped: members as hundredths in a table, with the hash of what they rest on."""

from __future__ import annotations

import csv
import io
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import numpy as np

from jiwar.outlook.parameters import KEYS, SIZE
from jiwar.outlook.sampling import Sample
from jiwar.outlook.shocks import PER_YEAR
from jiwar.outlook.words import BRANCHES, FIRST_YEAR

FILE: Final = "posterior.csv"
_SCALE: Final = 100.0
_INFO: Final = ("inputs", "acceptance", "length", "left", "worst_settled")


def row_names(unknowns: int) -> tuple[str, ...]:
    """Return what each unknown is: the fact of a parameter, or a shock of a year."""
    shocks = ("demand", *BRANCHES, "value", "shortage", "perimeter")
    years = range((unknowns - SIZE) // PER_YEAR)
    return (*KEYS, *(f"{shock} {FIRST_YEAR + 1 + year}" for year in years for shock in shocks))


def write(path: Path, drawn: Sample, inputs: str) -> None:
    """Write members to a table: one line for each unknown, one column for each member, in hundredths."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    measures = (drawn.acceptance, drawn.length, drawn.left, float(drawn.settled.max()))
    info = (inputs, *(f"{measure:.4f}" for measure in measures))
    writer.writerow([f"{name}={value}" for name, value in zip(_INFO, info, strict=True)])
    for name, numbers in zip(row_names(drawn.particles.shape[0]), drawn.particles, strict=True):
        if not name.startswith("shortage "):
            writer.writerow([name, *np.rint(numbers * _SCALE).astype(int)])
    writer.writerow(["misfit", *np.rint(drawn.misfit * _SCALE).astype(int)])
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")


def shipped(inputs: str, members: int, source: Traversable | None = None) -> Sample | None:
    """Return the shipped fit, or None when it rests on other inputs or has too few members.

    The shocks to the German shortage have no effect while it is on record and are not stored.
    """
    place = source or files("jiwar.outlook") / FILE
    if not place.is_file():
        return None
    lines = place.read_text(encoding="utf-8").splitlines()
    info = dict(cell.partition("=")[::2] for cell in lines[0].split(","))
    if info["inputs"] != inputs:
        return None
    names = [line.partition(",")[0] for line in lines[1:]]
    numbers = np.loadtxt([line.partition(",")[2] for line in lines[1:]], delimiter=",") / _SCALE
    if numbers.shape[1] < members:
        return None
    steps = (len(names) - 1 - SIZE) // (PER_YEAR - 1)
    unknowns = SIZE + steps * PER_YEAR
    kept = [row for row, name in enumerate(row_names(unknowns)) if not name.startswith("shortage ")]
    particles = np.zeros((unknowns, members))
    particles[kept] = numbers[:-1, :members]
    return Sample(
        particles,
        numbers[-1, :members],
        float(info["acceptance"]),
        float(info["length"]),
        np.array([]),
        np.array([float(info["worst_settled"])]),
        float(info["left"]),
    )
