"""Ten thousand assessments take less than two seconds of processor time, remembered or not."""

from __future__ import annotations

import datetime as dt
import time

from jiwar.law import Flow, assess
from jiwar.law.building import flow_of

ANSWERS = {"categories": "vin, source_code", "roles": "controller_to_processor", "access": "remote_edit"}


def _flows() -> list[Flow]:
    return [
        flow_of("DE", country, engagement, ANSWERS, {"instrument": instrument})
        for country in ("MA", "PL", "RO", "PT", "TN", "IN", "EG", "RS", "TR", "ES")
        for engagement in ("captive", "provider", "employer_of_record", "build_operate_transfer")
        for instrument in ("scc", "none", "unknown")
    ]


def test_ten_thousand_assessments_take_less_than_two_seconds() -> None:
    flows = _flows()
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=91 * number) for number in range(12)]
    assess(flows[0], days[0])  # the rules are read once
    start = time.process_time()
    for number in range(10_000):
        assess(flows[number % len(flows)], days[number // len(flows) % len(days)])
    assert time.process_time() - start < 2.0


def test_ten_thousand_distinct_assessments_take_less_than_two_seconds() -> None:
    flows = _flows()
    days = [dt.date(2031, 1, 1) + dt.timedelta(days=number) for number in range(-(-10_000 // len(flows)))]
    assess(flows[0], dt.date(2030, 1, 1))
    start = time.process_time()
    answers = {assess(flow, day).on for flow in flows for day in days}
    assert time.process_time() - start < 2.0
    assert len(flows) * len(answers) >= 10_000
