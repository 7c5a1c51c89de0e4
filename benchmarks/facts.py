"""How long the fact base takes: loading it, and turning 10,000 uniform numbers into values."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from jiwar.facts import Facts, FactValues, base, draw, lint, load_facts, search
from jiwar.periods import Horizon, Month

LOADING_S, VALUES_S = 0.150, 0.100
"""What is promised: loading the base, and looking up 10,000 distributed values."""

_REPEATS = 7
_FRESH = (
    "import time; s = time.perf_counter(); import jiwar.facts as f; m = time.perf_counter(); f.load_facts(); "
)
_FRESH += "import sys; print(m - s, time.perf_counter() - m, 'polars' in sys.modules)"


def _best(name: str, action: Callable[[], object], *, promise: float | None = None) -> float:
    times = []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    middle = statistics.median(times)
    limit = "" if promise is None else f"   (promised: under {1000 * promise:.0f} ms)"
    print(f"{name:<62} {1000 * middle:8.2f} ms{limit}")
    return middle


def _load() -> Facts:
    base._as_of.cache_clear()  # noqa: SLF001 - a benchmark measures the first loading
    base._shipped.cache_clear()  # noqa: SLF001 - as above
    return load_facts()


def _in_a_fresh_process() -> tuple[float, float, bool]:
    """Return seconds for import and for loading, and whether polars came along."""
    command = [sys.executable, "-c", _FRESH]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    imported, loaded, polars = done.stdout.split()
    return float(imported), float(loaded), polars == "True"


def main() -> None:
    """Print the times and check those that are promised."""
    fresh = [_in_a_fresh_process() for _ in range(3)]
    imported, first = (
        statistics.median(times) for times in ([row[0] for row in fresh], [row[1] for row in fresh])
    )
    print(f"{'fresh process: import (numpy included)':<62} {1000 * imported:8.2f} ms")
    print(f"{'fresh process: first loading':<62} {1000 * first:8.2f} ms")
    assert not any(row[2] for row in fresh), "polars was imported"
    loading = _best("loading the base again", _load, promise=LOADING_S)
    facts = load_facts()
    keys = [fact.key for fact in facts.by_key.values() if fact.is_number]
    thousand = keys[:: max(len(keys) // 1000, 1)][:1000]
    uniforms = np.random.default_rng(1).random((1000, 10))
    drawn = _best("10,000 values: 1,000 facts x 10 scenarios", lambda: draw(facts, thousand, uniforms))
    many = np.random.default_rng(2).random((10, 1000))
    _best("10,000 values: 10 facts x 1,000 scenarios", lambda: draw(facts, thousand[:10], many))
    values = FactValues(facts, draws=draw(facts, thousand, uniforms))
    looked = _best("10,000 look-ups of drawn values", lambda: [values(key) for key in thousand * 10])
    horizon = Horizon(Month(2027, 1), 60)
    pay = facts.keys("pay/")[:100]
    _best("100 pay facts aged to 60 months", lambda: [values.aged(key, horizon) for key in pay])
    _best("a search through all facts", lambda: search(facts, "attrition morocco"))
    _best("the lint", lambda: lint(facts))
    assert max(loading, first) < LOADING_S
    assert drawn + looked < VALUES_S


if __name__ == "__main__":
    main()
