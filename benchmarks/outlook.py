"""Speed of the outlook, and PySD running the same equations from a Vensim model side by side.

``python benchmarks/outlook.py``; PySD is looked for and left out when it is absent (extra ``benchmark``).
Times are process time of one core and wall time; other work on the machine moves the latter.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from jiwar.facts import load_facts
from jiwar.money import FloatArray
from jiwar.outlook import BRANCHES, Paths, middle_values, posterior, simulate
from jiwar.outlook.calibration import LAST_OBSERVED
from jiwar.outlook.demand import client_shares
from jiwar.outlook.model import by_group, first_state, run
from jiwar.outlook.parameters import Values
from jiwar.outlook.places import wished_shares
from jiwar.outlook.shocks import no_shocks
from jiwar.outlook.shortage import recorded_shortage, shortage_paths

PATHS = 10_000
LIMIT = 3.0
STEPS = 26
CLOSE = 1e-6
MODEL = Path(__file__).with_name("outlook.mdl")


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """Return a result with process and wall time."""
    process, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, time.process_time() - process, time.perf_counter() - wall


def ours() -> tuple[Paths, Values, FloatArray]:
    """Return the run at the middle of every fact, without chance."""
    facts = load_facts()
    values, recorded = middle_values(facts), recorded_shortage(facts, LAST_OBSERVED)
    return run(values, no_shocks(STEPS), recorded), values, recorded


def filled(values: Values, recorded: FloatArray) -> str:
    """Return the Vensim model with the numbers of our parameters in the places that it leaves open."""

    def row(numbers: Any) -> str:
        return ", ".join(f"{float(number):.17g}" for number in np.ravel(numbers))

    def rows(numbers: Any) -> str:
        return "; ".join(row(line) for line in numbers) + ";"

    first = first_state(values)
    german = shortage_paths(values, recorded, np.zeros((STEPS, 1)))[:, 0]
    points = ",".join(f"({2009 + year},{value:.17g})" for year, value in enumerate(german))
    one = {name: f"{float(value[0]):.17g}" for name, value in values.items() if value.ndim == 1}
    pool = by_group(first.jobs) * (1.0 + values["pool_slack"])
    calls = np.zeros((len(BRANCHES), 3))
    calls[0, 0] = 1.0
    more = {
        "demand_trend": row(values["demand_trend"]),
        "value_trend": row(values["value_trend"]),
        "first_jobs": row(first.jobs),
        "first_value": row(first.value),
        "first_client_share": rows(client_shares(values)[:, :, 0]),
        "client_wages": row(values["client_wages"]),
        "link": row([values["shortage_link"][0, 0], 1.0, values["shortage_link"][1, 0]]),
        "exposed": row([*values["automation"][:, 0], 0.0, 0.0, 0.0]),
        "first_shares": row(wished_shares(values, 2009)[:, 0]),
        "shortage": f"([(2009,-3)-(2036,3)],{points},(2036,{german[-1]:.17g}))",
        "calls": rows(calls),
        "pool_service": row(pool[0]),
        "pool_digital": row(pool[1]),
        "tier_second": row(values["tier_share"][0]),
        "tier_third": row(values["tier_share"][1]),
    }
    for name in ("wage_trend", "emigration", "leaving", "shortage_share"):
        more[f"{name}_service"], more[f"{name}_digital"] = (row(values[name][group]) for group in (0, 1))
    text = MODEL.read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda place: {**one, **more}[place.group(1)], text)


def beside_pysd(paths: Paths, values: Values, recorded: FloatArray) -> None:
    """Run PySD on the same equations and show that the trajectories agree."""
    import pysd

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        place = Path(folder) / "outlook.mdl"
        place.write_text(filled(values, recorded), encoding="utf-8")
        model, _, loading = timed(lambda: pysd.read_vensim(str(place)))
        columns = [f"{name}[{branch}]" for name in ("jobs", "exports") for branch in BRANCHES]
        runs = [timed(lambda: model.run(return_columns=["jobs", "exports"])) for _ in range(3)]
        table, process, _wall = min(runs, key=lambda item: item[1])
    theirs = table[columns].to_numpy()
    mine = np.concatenate([paths.jobs[0], paths.exports[0]], axis=1)
    worst = float(np.max(np.abs(theirs / mine - 1.0)))
    print(f"PySD {pysd.__version__}: loading {loading:.2f} s, one path {process:.3f} s (best of three)")
    print(f"largest relative difference of jobs and exports, 27 years, five branches: {worst:.2e}")
    print(f"{PATHS:,} paths one by one would take PySD {PATHS * process:,.0f} s")
    print("jobs 2035     PySD", *(f"{number:12,.1f}" for number in theirs[-1, :5]))
    print("              ours", *(f"{number:12,.1f}" for number in mine[-1, :5]))
    assert worst < CLOSE, worst


def main() -> int:
    """Measure and compare."""
    fitted, process, wall = timed(posterior)
    print(f"posterior: {process:.2f} s (wall {wall:.2f} s), {fitted.members} members")
    simulate(fitted, paths=100)
    _, process, wall = timed(lambda: simulate(fitted, paths=PATHS))
    print(
        f"{PATHS:,} paths, 2009 to 2035: {process:.2f} s (wall {wall:.2f} s), limit {LIMIT:g} s of one core"
    )
    assert process < LIMIT, process
    (paths, values, recorded), process, _ = timed(ours)
    print(f"one path without chance: {process:.3f} s")
    if importlib.util.find_spec("pysd") is None:
        print("PySD is not installed: the comparison is left out")
        return 0
    beside_pysd(paths, values, recorded)
    return 0


if __name__ == "__main__":
    sys.exit(main())
