"""How long the law takes: reading the rules, new assessments by day and by flow, remembered ones, ways out.

Seconds are those of the processor, since other programs may load the machine.
"""

from __future__ import annotations

import datetime as dt
import itertools
import time

_BEGIN = time.process_time()

from jiwar.law import assess  # noqa: E402 - the import is measured
from jiwar.law.building import flow_of  # noqa: E402 - same
from jiwar.law.unblock import smallest_change  # noqa: E402 - same

ANSWERS = {"categories": "vin, source_code", "roles": "controller_to_processor", "access": "remote_edit"}
SAFEGUARDS = (
    "notice",
    "record",
    "processing_contract",
    "dpia",
    "works_council",
    "works_agreement",
    "customer_permits",
    "technology_checked",
    "local_representative",
)
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
    print(f"import and first assessment      {time.process_time() - _BEGIN:8.3f} s")
    start = time.process_time()
    for flow in flows:
        for day in days:
            assess(flow, day)
    seconds = time.process_time() - start
    print(f"{len(flows) * len(days):6d} flows and days, distinct  {seconds:8.3f} s")
    answers = itertools.islice(itertools.product(("yes", "no", "unknown"), repeat=len(SAFEGUARDS)), 10_000)
    kinds = [
        flow_of(
            "DE", "MA", "captive", ANSWERS, {"instrument": "scc"}, dict(zip(SAFEGUARDS, given, strict=True))
        )
        for given in answers
    ]
    start = time.process_time()
    for flow in kinds:
        assess(flow, days[0])
    print(f"{len(kinds):6d} flows, all distinct      {time.process_time() - start:8.3f} s")
    start = time.process_time()
    for number in range(10_000):
        assess(flows[number % len(flows)], days[number % len(days)])
    print(f" 10000 remembered assessments    {time.process_time() - start:8.3f} s")
    blocked = [flow for flow in flows if assess(flow, days[0]).overall.value == "blocked"]
    start = time.process_time()
    for flow in blocked:
        smallest_change(flow, days[0])
    print(f"{len(blocked):6d} searches for a way out    {time.process_time() - start:8.3f} s")


if __name__ == "__main__":
    main()
