"""Times judging the plan of the demo case: 2,000 draws alone, the whole evaluation, and the strategies."""

from __future__ import annotations

import time

import jiwar
from jiwar.risk import compare_strategies, draws_for, evaluate
from jiwar.risk.repricing import Repricer

DRAWS = 2000
LIMIT_SECONDS = 10.0


def main() -> None:
    """Print the times and the largest influences; fail when the evaluation takes longer than the limit."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    options = jiwar.enumerate_options(case)
    plan = jiwar.choose(options)
    started = time.perf_counter()
    scenarios = draws_for(case, options.facts, plan, draws=DRAWS)
    drawn = time.perf_counter()
    Repricer(options, (plan, None)).flows(scenarios.values)
    priced = time.perf_counter()
    found = evaluate(plan, draws=DRAWS)
    judged = time.perf_counter()
    scores = compare_strategies(options, plan)
    compared = time.perf_counter()
    print(f"{DRAWS:,} draws of {len(scenarios.values)} numbers: {drawn - started:.2f} s")
    print(f"pricing plan and staying on them: {priced - drawn:.2f} s")
    print(f"the whole evaluation: {judged - priced:.2f} s")
    print(f"{len(scores)} strategies, searched and priced on 1,000 draws: {compared - judged:.2f} s")
    print(
        f"saving P10/P50/P90: {found.saving_p10_eur:,.0f} / {found.saving_p50_eur:,.0f} / "
        f"{found.saving_p90_eur:,.0f} EUR, chance of loss {found.chance_of_loss:.1%}"
    )
    for one in found.influences:
        print(f"{one.group:<16} alone {one.first_order:6.3f}  with interactions {one.total:6.3f}")
    print("flips: " + (", ".join(flip.driver for flip in found.flips if flip.flips) or "none alone"))
    assert judged - priced < LIMIT_SECONDS


if __name__ == "__main__":
    main()
