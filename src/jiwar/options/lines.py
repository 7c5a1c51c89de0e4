"""The fixed chart of lines: every cost that a plan can have, in the order of the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """When and how openly a cost arises."""

    RUNNING = "running"
    ONE_OFF = "one_off"
    HIDDEN = "hidden"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chart: its key, its kind, and whether it moves cash."""

    key: str
    kind: LineKind
    name: str
    meaning: str

    @property
    def cash(self) -> bool:
        """Whether the line is paid; value lost by work left undone is not."""
        return self.kind is not LineKind.VALUE


LINES: tuple[Line, ...] = (
    Line("pay", LineKind.RUNNING, "Pay", "gross pay for work delivered"),
    Line("charges", LineKind.RUNNING, "Employer charges", "statutory charges on that pay"),
    Line("seats", LineKind.RUNNING, "Seats", "rent, equipment and services per place of work"),
    Line("provider_fees", LineKind.RUNNING, "Provider fees", "fees of a service provider for work delivered"),
    Line("contractor_fees", LineKind.RUNNING, "Contractors at home", "fees of contractors at home"),
    Line("eor_fees", LineKind.RUNNING, "Employer-of-record fees", "fee per person of an employer of record"),
    Line("travel", LineKind.RUNNING, "Travel", "trips between home and site"),
    Line(
        "site_running",
        LineKind.RUNNING,
        "Running an own unit",
        "management and administration of an own unit",
    ),
    Line("support", LineKind.RUNNING, "State support", "support received, as a negative cost"),
    Line(
        "recruiting", LineKind.ONE_OFF, "Recruiting", "cost of finding people, first teams and replacements"
    ),
    Line(
        "knowledge_transfer", LineKind.ONE_OFF, "Knowledge transfer", "time of those who teach the new team"
    ),
    Line("site_opening", LineKind.ONE_OFF, "Opening an own unit", "founding, fitting out and licences"),
    Line("legal_duties", LineKind.ONE_OFF, "Legal duties", "assessments, contracts and filings"),
    Line("redundancy", LineKind.ONE_OFF, "Redundancies", "severance for people made redundant"),
    Line(
        "transfer_fee", LineKind.ONE_OFF, "Transfer fee", "price of taking over a build-operate-transfer team"
    ),
    Line(
        "learning_ramp_up", LineKind.HIDDEN, "Ramp-up", "paid time in which a new team does not yet deliver"
    ),
    Line(
        "learning_turnover",
        LineKind.HIDDEN,
        "Learning after turnover",
        "the same for those who replace leavers",
    ),
    Line(
        "coordination", LineKind.HIDDEN, "Coordination", "extra effort because the work is done at a distance"
    ),
    Line(
        "surplus_people",
        LineKind.HIDDEN,
        "People without work",
        "pay of freed people until they find new work",
    ),
    Line("undone_work", LineKind.VALUE, "Work left undone", "contribution lost; not paid, but missed"),
)
"""The chart of lines, in the order in which reports and workbooks show it."""

LINE_INDEX: dict[str, int] = {line.key: index for index, line in enumerate(LINES)}
"""Position of each line in arrays with a line axis."""

CASH_LINES: tuple[int, ...] = tuple(index for index, line in enumerate(LINES) if line.cash)
"""Positions of the lines that are paid."""
