"""Employer charges: what a year of gross pay costs on top, line by line, in any country that is coded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.diagnostics import nearest_names
from jiwar.law.payroll import germany, morocco, peers
from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.levy import Levy, Schedule
from jiwar.money import FloatArray

_SCHEDULES: Mapping[str, tuple[Schedule, ...]] = {
    "DE": germany.SCHEDULES,
    "MA": morocco.SCHEDULES,
    **peers.SCHEDULES,
}
_CURRENCIES = {
    "DE": "EUR", "MA": "MAD", "PL": "PLN", "RO": "RON", "PT": "EUR", "ES": "EUR",
    "TN": "TND", "EG": "EGP", "RS": "RSD", "TR": "TRY", "IN": "INR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Charges:
    """Statutory charges on a year of gross pay, in the currency of the statute.

    ``assumed_from`` is the first day whose parameters are carried forward from the last known ones; it is
    set only when the day asked for lies on or after it. ``left_out`` names charges that are not computed.
    """

    currency: str
    lines: Mapping[str, FloatArray]
    rules: tuple[str, ...]
    assumed_from: dt.date | None = None
    left_out: tuple[str, ...] = ()
    low_confidence: bool = False

    @property
    def total(self) -> FloatArray:
        """The sum of all lines."""
        total: FloatArray = np.sum(list(self.lines.values()), axis=0, dtype=np.float64)
        return total


def charged_countries() -> tuple[str, ...]:
    """Return the ISO codes of the countries whose charges are coded."""
    return tuple(sorted(_SCHEDULES))


def statute_currency(country: str) -> str:
    """Return the currency in which a country's payroll statutes write their amounts."""
    _schedules_of(country)
    return _CURRENCIES[country]


def schedules(country: str) -> tuple[Schedule, ...]:
    """Return all dated schedules of a country, oldest first."""
    return _schedules_of(country)


def schedule_on(country: str, on: dt.date, region: str | None = None) -> Schedule:
    """Return the schedule in force on a day; a region without its own gets the country's."""
    _check_region(country, region)
    started = [item for item in _schedules_of(country) if item.start <= on]
    own = [item for item in started if region in item.regions]
    fitting = own or [item for item in started if not item.regions]
    if not fitting:
        first = min(item.start for item in _schedules_of(country))
        refuse(
            "L101",
            f"employer charges in {country} are coded from {first}, not for {on}",
            f"ask for a day from {first} on",
        )
    return max(fitting, key=lambda item: item.start)


def employer_charges(
    gross_per_year: FloatArray, *, country: str, on: dt.date, region: str | None = None
) -> Charges:
    """Return what the employer pays on top of a year of evenly paid gross pay.

    Parameters
    ----------
    gross_per_year
        Gross pay of each person in the currency of the statute (see ``statute_currency``), any shape.
    country
        ISO 3166 code.
    on
        A day of the year in question; its parameters are taken for the whole year.
    region
        German Land (``SN``, ``BW`` …); other countries have one schedule.

    Raises
    ------
    MoneyError
        L100 unknown country, L101 a day before the first coded parameters, L102 negative or endless pay.
    """
    schedule = schedule_on(country, on, region)
    return _charged(np.asarray(gross_per_year, dtype=np.float64), schedule, schedule.employer, country, on)


def employee_charges(
    gross_per_year: FloatArray, *, country: str, on: dt.date, region: str | None = None
) -> Charges:
    """Return what is withheld from a year of gross pay for social insurance (coded for DE and MA)."""
    schedule = schedule_on(country, on, region)
    if not schedule.employee:
        refuse(
            "L100",
            f"charges on employees are not coded for {country}",
            nearest_names(country, [code for code in _SCHEDULES if _SCHEDULES[code][-1].employee]),
        )
    return _charged(np.asarray(gross_per_year, dtype=np.float64), schedule, schedule.employee, country, on)


def _charged(
    gross_per_year: FloatArray, schedule: Schedule, levies: tuple[Levy, ...], country: str, on: dt.date
) -> Charges:
    if not np.all(np.isfinite(gross_per_year)) or np.any(gross_per_year < 0):
        refuse("L102", "gross pay must be zero or more and finite", "check the pay asked for")
    lines: dict[str, FloatArray] = {}
    for levy in levies:
        amount = levy.amount_per_year(gross_per_year)
        lines[levy.line] = lines[levy.line] + amount if levy.line in lines else amount
    carried = schedule.known_until < on
    return Charges(
        _CURRENCIES[country],
        lines,
        (schedule.rule,),
        schedule.known_until + dt.timedelta(days=1) if carried else None,
        schedule.left_out,
        schedule.low_confidence,
    )


def _check_region(country: str, region: str | None) -> None:
    known = germany.LAENDER if country == "DE" else ()
    if region is not None and region not in known:
        remedy = nearest_names(region, known) if known else "ask without a region"
        refuse("L103", f"payroll law of {country} has no region `{region}`", remedy)


def _schedules_of(country: str) -> tuple[Schedule, ...]:
    found = _SCHEDULES.get(country)
    if found is None:
        refuse("L100", f"no payroll law is coded for country `{country}`", nearest_names(country, _SCHEDULES))
    return found
