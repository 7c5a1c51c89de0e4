"""Ten thousand assessments take less than two seconds of processor time."""

from __future__ import annotations

import datetime as dt
import time

from jiwar.law import assess
from jiwar.law.building import flow_of


def test_ten_thousand_assessments_take_less_than_two_seconds() -> None:
    answers = {"categories": "vin, source_code", "roles": "controller_to_processor", "access": "remote_edit"}
    flows = [
        flow_of("DE", country, engagement, answers, {"instrument": instrument})
        for country in ("MA", "PL", "RO", "PT", "TN", "IN", "EG", "RS", "TR", "ES")
        for engagement in ("captive", "provider", "employer_of_record", "build_operate_transfer")
        for instrument in ("scc", "none", "unknown")
    ]
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=91 * number) for number in range(12)]
    assess(flows[0], days[0])  # the rules are read once
    start = time.process_time()
    for number in range(10_000):
        assess(flows[number % len(flows)], days[number // len(flows) % len(days)])
    assert time.process_time() - start < 2.0
