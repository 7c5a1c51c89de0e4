"""How long the law takes: reading the rules, one new assessment, ten thousand remembered ones, one way out."""

from __future__ import annotations

import datetime as dt
import time

_BEGIN = time.perf_counter()

from jiwar.law import assess  # noqa: E402 - the import is measured
from jiwar.law.building import flow_of  # noqa: E402 - same
from jiwar.law.unblock import smallest_change  # noqa: E402 - same

ANSWERS = {"categories": "vin, source_code", "roles": "controller_to_processor", "access": "remote_edit"}
COUNTRIES = ("MA", "PL", "RO", "PT", "TN", "IN", "EG", "RS", "TR", "ES")


def main() -> None:
    """Measure and print one line each."""
    flows = [
        flow_of("DE", country, engagement, ANSWERS, {"instrument": instrument})
        for country in COUNTRIES
        for engagement in ("captive", "provider", "employer_of_record")
        for instrument in ("scc", "none", "unknown")
    ]
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=7 * number) for number in range(120)]
    assess(flows[0], days[0])
    print(f"import and first assessment   {time.perf_counter() - _BEGIN:8.3f} s")
    start = time.perf_counter()
    for flow in flows:
        for day in days:
            assess(flow, day)
    seconds = time.perf_counter() - start
    print(f"{len(flows) * len(days):6d} distinct assessments  {seconds:8.3f} s")
    start = time.perf_counter()
    for number in range(10_000):
        assess(flows[number % len(flows)], days[number % len(days)])
    print(f" 10000 remembered assessments {time.perf_counter() - start:8.3f} s")
    blocked = [flow for flow in flows if assess(flow, days[0]).overall.value == "blocked"]
    start = time.perf_counter()
    for flow in blocked:
        smallest_change(flow, days[0])
    print(f"{len(blocked):6d} searches for a way out {time.perf_counter() - start:8.3f} s")


if __name__ == "__main__":
    main()
