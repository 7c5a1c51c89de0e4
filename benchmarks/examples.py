"""Times reading, pricing and choosing for every shipped example, and the share spent outside the solver."""

from __future__ import annotations

import time
from dataclasses import dataclass

import jiwar
from jiwar.case import example_names


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each step for one example."""

    example: str
    options: int
    reading: float
    pricing: float
    choosing: float
    solving: float
    gap: float

    @property
    def share_outside(self) -> float:
        """Share of the whole time that is not spent in the solver."""
        whole = self.reading + self.pricing + self.choosing
        return 1.0 - self.solving / whole


def time_example(name: str) -> Timing:
    """Run one example once, timing each step."""
    begin = time.perf_counter()
    case = jiwar.read_case(jiwar.example(name))
    read = time.perf_counter()
    options = jiwar.enumerate_options(case)
    priced = time.perf_counter()
    plan = jiwar.choose(options)
    chosen = time.perf_counter()
    return Timing(name, len(options), read - begin, priced - read, chosen - priced, plan.seconds, plan.gap)


def main() -> None:
    """Print one row per example."""
    jiwar.load_facts()
    print("| example | options | read s | price s | choose s | of it solver s | outside the solver | gap |")
    print("|---|---|---|---|---|---|---|---|")
    for name in example_names():
        timing = time_example(name)
        print(
            f"| {timing.example} | {timing.options} | {timing.reading:.2f} | {timing.pricing:.2f} | "
            f"{timing.choosing:.2f} | {timing.solving:.2f} | {timing.share_outside:.0%} | {timing.gap:.2%} |"
        )


if __name__ == "__main__":
    main()
