"""What must hold between the parts of a case, checked on whatever could be read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jiwar.case.checks.dates import check_dates
from jiwar.case.checks.names import check_names
from jiwar.case.checks.numbers import check_assumptions
from jiwar.case.checks.people import check_people
from jiwar.case.checks.repeats import check_repeats
from jiwar.case.checks.support import check_support
from jiwar.case.checks.work import check_work
from jiwar.case.draft import Draft
from jiwar.case.known import KnownNames
from jiwar.case.walk import Walk
from jiwar.diagnostics import Diagnostic

__all__ = ["check_case"]

_CHECKS: tuple[Callable[[Draft], Iterator[Diagnostic]], ...] = (
    check_dates,
    check_people,
    check_repeats,
    check_work,
)


def check_case(draft: Draft, walk: Walk, known: KnownNames) -> Iterator[Diagnostic]:
    """Yield every contradiction between parts of a case; parts that could not be read are passed over."""
    yield from check_names(draft, walk, known)
    yield from check_assumptions(draft, known)
    yield from check_support(draft, known)
    for check in _CHECKS:
        yield from check(draft)
