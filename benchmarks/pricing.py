"""Times pricing every option of the generated large case for many scenarios, against what memory could move.

Options are priced before law judges them, in blocks of scenarios; two threads take work packages in turn. The share
of the memory-bandwidth limit is the time that the least traffic would take (every person-month of every team
written and read once: eight series of a team, one of cost) over the time taken.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

import jiwar
from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.money import FloatArray, discount_factors
from jiwar.options import Option
from jiwar.options.enumeration import enumerate_all
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.draws import scenarios_of
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import keys_asked, pricer_of
from large_case import CaseSize, large_case

SERIES = 9
"""Series of scenarios × months that pricing one option has to touch at least: eight of people, one of cost."""

LIMIT_SECONDS = 10.0
FULL_PACKAGES, FULL_SCENARIOS = 60, 1000


def triad_bytes_per_second() -> float:
    """Measure what memory moves on both cores: a = b + s·c on arrays far larger than any cache, best of five."""
    size = 8_000_000
    arrays = [[np.full(size, value) for value in (0.0, 1.0, 2.0)] for _ in range(2)]

    def triad(which: int) -> None:
        into, one, other = arrays[which]
        np.multiply(other, 3.0, out=into)
        np.add(into, one, out=into)

    seconds = []
    with ThreadPoolExecutor(2) as threads:
        for _ in range(5):
            begin = time.perf_counter()
            list(threads.map(triad, (0, 1)))
            seconds.append(time.perf_counter() - begin)
    return 2 * 5 * 8 * size / min(seconds)  # two passes: read and write, then two reads and one write


def price_all(
    case: Case, facts: Facts, options: Sequence[Option], draws: dict[str, FloatArray], block: int
) -> NDArray[np.float32]:
    """Return present values of all options, shape (O, S), single precision."""
    size = next(iter(draws.values())).size
    discount = discount_factors(case.discount_rate_per_year, case.horizon.months)
    present = np.empty((len(options), size), dtype=np.float32)
    packages = [list(group) for _, group in groupby(options, key=lambda option: option.work_package)]

    def part(task: tuple[int, int]) -> None:
        begin, lane = task
        inside = {key: values[begin : begin + block] for key, values in draws.items()}
        pricer = pricer_of(case, facts, options, inside)
        for package in packages[lane::2]:
            for option in package:
                total = pricer.price(option).ledger.total_eur
                present[option.index, begin : begin + block] = total @ discount

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(part, [(begin, lane) for begin in range(0, size, block) for lane in range(2)]))
    return present


def main() -> None:
    """Print options, times, memory and the share of the limit; say whether the limit of time is kept."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--packages", type=int, default=FULL_PACKAGES)
    asked.add_argument("--scenarios", type=int, default=FULL_SCENARIOS)
    asked.add_argument("--block", type=int, default=250)
    given = asked.parse_args()
    case = large_case(CaseSize(packages=given.packages))
    facts = jiwar.load_facts(case.as_of)
    options = enumerate_all(case)
    keys = keys_asked(case, facts, options)
    draws = dict(scenarios_of(ranges_of(case, facts, keys), given.scenarios, 7).values)
    draws.pop(VALUE_OF_WORK)
    limit = triad_bytes_per_second()
    wall, cpu = time.perf_counter(), time.process_time()
    present = price_all(case, facts, options, draws, given.block)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    posts = sum(
        len({(line.role, line.seniority) for line in case.team_of(one.work_package)}) for one in options
    )
    least = posts * given.scenarios * case.horizon.months * SERIES * 2 * 8 / limit
    print(
        f"{len(options):,} options, {posts:,} teams, {given.scenarios:,} scenarios, {case.horizon.months} months"
    )
    print(
        f"{wall:.1f} s, {cpu:.1f} s of processor time; {wall / present.size * 1e6:.2f} µs an option and scenario"
    )
    print(
        f"memory moves {limit / 1e9:.1f} GB/s; least traffic takes {least:.1f} s: {least / wall:.0%} of the limit"
    )
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if given.packages >= FULL_PACKAGES and given.scenarios >= FULL_SCENARIOS:
        print(f"within {LIMIT_SECONDS:.0f} s: {'yes' if wall < LIMIT_SECONDS else 'no'}")


if __name__ == "__main__":
    main()
