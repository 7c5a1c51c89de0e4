"""The offshoring circular 2025 to 2030: income-tax cap by place, employment premium, training premium."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import numpy as np

from jiwar.law.payroll.charges import employee_charges
from jiwar.law.payroll.moroccan_income_tax import expenses_on, income_tax, professional_expenses, scale_on
from jiwar.law.payroll.switches import Switches
from jiwar.law.support.award import Award, Status, not_in_force, settle, unanswered
from jiwar.law.support.project import BRANCHES, NO_PARK, BoolArray, Projects, projects
from jiwar.law.support.provinces import MAIN_PARKS, PARKS, PROVINCES
from jiwar.money import FloatArray
from jiwar.periods import Month

SCHEME = "ma.offshoring"
STARTS = {"2025-07-01": dt.date(2025, 7, 1), "2025-11-24": dt.date(2025, 11, 24)}
END = dt.date(2030, 12, 31)
LAST_MONTH = Month(2030, 12)

MAIN_CAP, OTHER_CAP = 0.20, 0.10
EMPLOYMENT_RATE, EMPLOYMENT_MONTHS = 0.17, 18
TRAINING_RATE, TRAINING_YEARS = 0.035, 5
RULES = tuple(
    f"ma.offshoring.{name}@2025-07-01"
    for name in ("branches", "income-tax-cap", "employment-premium", "training-premium")
)

_PARK_NAMES = tuple(PARKS)
_PARK_CAPS = np.array([MAIN_CAP if name in MAIN_PARKS else OTHER_CAP for name in _PARK_NAMES])
_REGIONS_WITH_PARK = frozenset(PARKS.values())
_WITHOUT_PARK = np.array([province.region not in _REGIONS_WITH_PARK for province in PROVINCES])
_REGION_CAPS = {region: cap for (_, region), cap in zip(PARKS.items(), _PARK_CAPS, strict=True)}
_REGION_CAP = np.array([_REGION_CAPS.get(province.region, OTHER_CAP) for province in PROVINCES])


def circular_in_force(on: dt.date, switches: Switches | None = None) -> bool:
    """Return whether the circular applies on a day; it ended on 31 December 2030."""
    return STARTS[(switches or Switches()).offshoring_start] <= on <= END


def income_tax_cap(projects: Projects) -> tuple[FloatArray, FloatArray]:
    """Return the cap on income tax as a share of gross pay, sure and possible; NaN where there is none.

    Inside a park, or in a region without one, the cap is known. Outside the park of a region that has one
    nobody says what holds: nothing is sure, the cap of the region's park is possible.
    """
    inside = projects.park != NO_PARK
    sure = np.where(
        inside, _PARK_CAPS[projects.park], np.where(_WITHOUT_PARK[projects.province], OTHER_CAP, np.nan)
    )
    return sure, np.where(np.isnan(sure), _REGION_CAP[projects.province], sure)


def cap_at(province: str, park: str | None = None) -> tuple[float | None, float]:
    """Return the cap of one place, sure (None where nobody says) and possible.

    Raises
    ------
    MoneyError
        L105 for an unknown province, L107 for an unknown park.
    """
    place = projects(
        investment_mad=0.0, stable_jobs=0, province=province, sector="outsourcing", park=park or "none"
    )
    sure, possible = income_tax_cap(place)
    return (None if np.isnan(sure[0]) else float(sure[0])), float(possible[0])


def income_tax_contribution(
    gross_mad_per_year: FloatArray, cap: FloatArray, *, on: dt.date, dependants: float = 0.0
) -> FloatArray:
    """Return what the State pays of a year's income tax of one person, in MAD: the part above the cap.

    ``cap`` is a share of gross pay; NaN means no contribution.
    """
    social = employee_charges(gross_mad_per_year, country="MA", on=on).total
    lump_sum = professional_expenses(gross_mad_per_year, expenses_on(on))
    net_taxable = np.maximum(gross_mad_per_year - social - lump_sum, 0.0)
    tax = income_tax(net_taxable, scale_on(on), np.full_like(gross_mad_per_year, dependants))
    contribution = np.maximum(tax - cap * gross_mad_per_year, 0.0)
    return np.where(np.isnan(contribution), 0.0, contribution)


def rate_offshoring(projects: Projects, *, on: dt.date, switches: Switches | None = None) -> Award:
    """Rate projects under the circular: all jobs created on a day, all support until the circular ends.

    The amounts are undiscounted MAD of today's pay: the contribution to income tax month by month, the
    employment premium after 18 months, the training premium after each of five years, for those who stay.
    """
    chosen = switches or Switches()
    if not circular_in_force(on, chosen):
        return not_in_force(SCHEME, projects.count, RULES, "ended" if on > END else "not_started")
    fails = {"offshoring_branch": projects.branch == BRANCHES.index("none")}
    opens = {"offshoring_pay": unanswered(projects.gross_pay_mad_per_year)}
    status = settle(fails, opens)
    counted = status == Status.ELIGIBLE
    parts_low, parts_mid, parts_high = parts_mad(projects, on, chosen)
    low, mid, high = (
        np.where(counted, np.sum(list(parts.values()), axis=0), 0.0)
        for parts in (parts_low, parts_mid, parts_high)
    )
    shown = {name: np.where(counted, amount, 0.0) for name, amount in parts_mid.items()}
    asked = {
        name: np.asarray(question & (status >= Status.OPEN), dtype=np.bool_)
        for name, question in {**opens, **_questions(projects)}.items()
    }
    return Award(SCHEME, status, low, mid, high, fails, asked, shown, RULES)


def months_left(on: dt.date) -> int:
    """Return the whole months from a day to the end of the circular, the month of the day included."""
    return max(LAST_MONTH - Month.of(on) + 1, 0)


def parts_mad(
    projects: Projects, on: dt.date, switches: Switches
) -> tuple[Mapping[str, FloatArray], Mapping[str, FloatArray], Mapping[str, FloatArray]]:
    """Return the three wage supports of projects in an eligible branch: low, mid and high, in MAD."""
    months = months_left(on)
    gross = np.nan_to_num(projects.gross_pay_mad_per_year)
    payroll = projects.stable_jobs * gross
    stay = np.where(unanswered(projects.leaving_per_year), 0.0, 1.0 - projects.leaving_per_year)
    moroccan = projects.moroccan_share
    low, mid, high = (
        {
            "income_tax": projects.stable_jobs * income_tax_contribution(gross, cap, on=on) * months / 12.0,
            "employment": _employment(payroll, staying, months, switches),
            "training": _training(payroll * entitled, staying, months, switches),
        }
        for cap, staying, entitled in zip(
            (income_tax_cap(projects)[0], income_tax_cap(projects)[0], income_tax_cap(projects)[1]),
            (stay, stay, np.ones_like(stay)),
            (np.nan_to_num(moroccan), np.nan_to_num(moroccan), np.where(unanswered(moroccan), 1.0, moroccan)),
            strict=True,
        )
    )
    if switches.training_premium == "upper_bound":
        low["training"] = np.zeros_like(payroll)
    return low, mid, high


def payment_delays(months: int, switches: Switches) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return after how many months the employment and the training premium of a job are paid.

    Parameters
    ----------
    months
        Months from the creation of the job to the end of the circular, both included.
    """
    every_year = switches.employment_premium == "every_year"
    employment = range(EMPLOYMENT_MONTHS, EMPLOYMENT_MONTHS + 12 * (TRAINING_YEARS if every_year else 1), 12)
    training = range(12, 12 * TRAINING_YEARS + 1, 12)
    if switches.entitlements_after_2030 == "run_off":
        return tuple(employment), tuple(training)
    return (
        tuple(delay for delay in employment if delay < months),
        tuple(delay for delay in training if delay < months),
    )


def _employment(payroll: FloatArray, stay: FloatArray, months: int, switches: Switches) -> FloatArray:
    delays, _ = payment_delays(months, switches)
    return _premium(EMPLOYMENT_RATE, delays, payroll, stay)


def _training(payroll: FloatArray, stay: FloatArray, months: int, switches: Switches) -> FloatArray:
    _, delays = payment_delays(months, switches)
    return _premium(TRAINING_RATE, delays, payroll, stay)


def _premium(rate: float, delays: tuple[int, ...], payroll: FloatArray, stay: FloatArray) -> FloatArray:
    staying = np.zeros_like(payroll)
    for delay in delays:
        staying = staying + stay ** (delay / 12.0)
    return rate * payroll * staying


def _questions(projects: Projects) -> Mapping[str, BoolArray]:
    sure, _ = income_tax_cap(projects)
    always = np.ones(projects.count, dtype=np.bool_)
    return {
        "offshoring_place": unanswered(sure),
        "offshoring_relief": always,
        "offshoring_leaving": unanswered(projects.leaving_per_year),
        "offshoring_moroccans": unanswered(projects.moroccan_share),
        "offshoring_export_share": always,
        "offshoring_baseline": always,
        "offshoring_committee": always,
    }
