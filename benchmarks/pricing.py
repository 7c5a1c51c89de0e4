"""Times pricing every option of the generated large case for many scenarios, against what memory could move.

Options are priced before law judges them, by the function behind `jiwar plan --scenarios`, leaving at gates settled,
in two processes; starting them and sending case and results counts. The peer is the reference, which writes every
line and month of an option; it prices a sample in the same run.

Bytes that must at least be moved: after the start of a move, month by month and scenario by scenario, what the team
delivers and learns, and who is wanted, stays and works at home is written once and read once for each hand-over
(posts, site, way to fill posts, start); the profile of a team (heads, output, joining) is read once for each option.
Rates are taken to stay in the cache. Bandwidth is that of a = b + s·c on arrays far larger than any cache.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

import jiwar
from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.money import FloatArray, discount_factors
from jiwar.options import GATE_MONTHS, Option
from jiwar.options.enumeration import enumerate_all
from jiwar.options.law_money import LawMoney
from jiwar.options.reading import Reading
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.draws import scenarios_of
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import keys_asked, pricer_of
from jiwar.risk.settling import Ways, settle_all
from large_case import CaseSize, large_case

WRITTEN_AND_READ, READ = 5, 3
"""Series of a hand-over, and of a team of an option, that the least traffic counts."""

BYTES = 4
"""Of a number in single precision."""

LIMIT_SECONDS = 10.0
FULL_PACKAGES, FULL_SCENARIOS = 60, 1000
SAMPLE_SCENARIOS = 250
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Spent:
    """Elapsed time and processor time, in seconds."""

    wall: float
    cpu: float

    @staticmethod
    def now() -> Spent:
        """Return the clocks; processor time of processes that have ended counts."""
        return Spent(time.perf_counter(), sum(os.times()[:4]))

    def since(self) -> Spent:
        """Return what has been spent since these clocks."""
        now = Spent.now()
        return Spent(now.wall - self.wall, now.cpu - self.cpu)


def triad_bytes_per_second() -> float:
    """Measure what memory moves on both cores, best of five."""
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


def least_bytes(case: Case, options: Sequence[Option], scenarios: int) -> int:
    """Return the bytes that must at least be moved, see above."""
    skills = {
        package.id: len({(line.role, line.seniority) for line in case.team_of(package.id)})
        for package in case.work_packages
    }
    moves = [
        (one, case.horizon.months - case.horizon.index(one.start)) for one in options if one.start is not None
    ]
    hand_overs = {
        (one.work_package, one.site, one.share, one.engagement.employs, months) for one, months in moves
    }
    cells = 2 * WRITTEN_AND_READ * sum(skills[one[0]] * one[4] for one in hand_overs)
    cells += READ * sum(skills[one.work_package] * months for one, months in moves)
    return BYTES * scenarios * cells


def reference(
    case: Case, facts: Facts, sample: Sequence[Option], values: dict[str, FloatArray]
) -> tuple[Spent, list[FloatArray]]:
    """Price a sample line by line; return the time and present values, shape (S,) each."""
    draws = {key: drawn[:SAMPLE_SCENARIOS] for key, drawn in values.items()}
    worth = draws.pop(VALUE_OF_WORK)
    discount = discount_factors(case.discount_rate_per_year, case.horizon.months)
    reading, pricer = Reading(discount, GATE_MONTHS, worth), pricer_of(case, facts, sample, draws)
    law, began = LawMoney(case, facts, pricer.rates), Spent.now()
    priced = (law.add(option, pricer.price(option)) for option in sample)
    found = [reading.read(one.ledger).until[-1] for one in priced]
    return began.since(), found


def _most_memory(who: int) -> int:
    return resource.getrusage(who).ru_maxrss


def main() -> None:
    """Print options, times, memory, the share of the limit and the peer; say whether the limit of time is kept."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--packages", type=int, default=FULL_PACKAGES)
    asked.add_argument("--scenarios", type=int, default=FULL_SCENARIOS)
    given = asked.parse_args()
    case = large_case(CaseSize(packages=given.packages))
    facts, options = jiwar.load_facts(case.as_of), enumerate_all(case)
    began = Spent.now()
    keys = keys_asked(case, facts, options)
    values = dict(scenarios_of(ranges_of(case, facts, keys), given.scenarios, 7).values)
    drawing = began.since()
    home = {one.work_package: one.index for one in reversed(options) if one.engagement.stays}
    limit, began = triad_bytes_per_second(), Spent.now()
    ways = Ways(case, facts, options, GATE_MONTHS, home)
    with ProcessPoolExecutor(WORKERS) as workers:
        settled = settle_all(ways, len(options), values, executor=workers)
    spent = began.since()
    memory = (_most_memory(resource.RUSAGE_SELF) + WORKERS * _most_memory(resource.RUSAGE_CHILDREN)) / 1024
    moved = least_bytes(case, options, given.scenarios)
    print(f"{len(options):,} options, {given.scenarios:,} scenarios, {case.horizon.months} months")
    print(f"drawing scenarios: {drawing.wall:.1f} s, {drawing.cpu:.1f} s of processor time")
    print(
        f"pricing: {spent.wall:.1f} s, {spent.cpu:.1f} s of processor time, at most {memory:.0f} MB in all processes"
    )
    print(f"{spent.wall / settled.cost_eur.size * 1e6:.2f} µs an option and scenario")
    print(
        f"at least {moved / 1e9:.0f} GB moved, at {limit / 1e9:.1f} GB/s {moved / limit:.1f} s: "
        f"{moved / limit / spent.wall:.0%} of the limit of memory bandwidth"
    )
    sample = [one for one in options if one.work_package == options[0].work_package]
    slow, found = reference(case, facts, sample, values)
    each = slow.cpu / sum(one.size for one in found)
    print(f"reference: {each * 1e6:.2f} µs of processor time an option and scenario, ", end="")
    print(f"{each / (spent.cpu / settled.cost_eur.size):.1f} times as much")
    for option, total in zip(sample, found, strict=True):
        stayed = settled.leaves_at[option.index, : total.size] < 0
        assert np.allclose(settled.cost_eur[option.index, : total.size][stayed], total[stayed], rtol=1e-6)
    if given.packages >= FULL_PACKAGES and given.scenarios >= FULL_SCENARIOS:
        print(f"within {LIMIT_SECONDS:.0f} s: {'yes' if spent.wall < LIMIT_SECONDS else 'no'}")


if __name__ == "__main__":
    main()
