"""Rates one million random projects under all three schemes on one core and states the time."""

from __future__ import annotations

import datetime as dt
import time

import numpy as np

from jiwar.law.support import PROVINCES, SECTORS, Projects, projects, rate_charter, rate_offshoring, rate_sme

COUNT = 1_000_000
LIMIT_SECONDS = 3.0


def random_projects(count: int, seed: int) -> Projects:
    """Return projects that spread over all provinces, sectors and sizes."""
    draw = np.random.default_rng(seed)
    return projects(
        investment_mad=draw.uniform(1e6, 200e6, count),
        stable_jobs=np.floor(draw.uniform(1, 400, count)),
        province=draw.integers(0, len(PROVINCES), count),
        sector=draw.integers(0, len(SECTORS), count),
        branch=draw.integers(0, 6, count),
        park=draw.integers(-1, 5, count),
        female_wage_share=draw.uniform(0, 1, count),
        future_trade=draw.integers(0, 2, count),
        sustainable=draw.integers(0, 2, count),
        public_enterprise=np.zeros(count),
        gross_pay_mad_per_year=draw.uniform(60_000, 600_000, count),
        moroccan_share=draw.uniform(0.5, 1, count),
        leaving_per_year=draw.uniform(0, 0.3, count),
        company_age_years=draw.uniform(0, 10, count),
        turnover_mad=draw.uniform(0, 400e6, count),
        largest_holder_share=draw.uniform(0, 1, count),
        largest_holder_turnover_mad=draw.uniform(0, 1e9, count),
        public_holder=np.zeros(count),
        own_funds_share=draw.uniform(0, 1, count),
        activity_listed=np.ones(count),
        activity_priority=draw.integers(0, 2, count),
    )


def main() -> None:
    """Time the three ratings together and fail when they take longer than the limit."""
    drawn = random_projects(COUNT, seed=7)
    on = dt.date(2027, 1, 1)
    started = time.process_time()
    awards = [rate(drawn, on=on) for rate in (rate_charter, rate_sme, rate_offshoring)]
    seconds = time.process_time() - started
    paid = [f"{award.scheme}: {int(award.pays.sum()):,} eligible" for award in awards]
    print(f"{COUNT:,} projects, three schemes: {seconds:.2f} s of processor time ({'; '.join(paid)})")
    assert seconds < LIMIT_SECONDS


if __name__ == "__main__":
    main()
