"""Announced projects and constructed examples as tests of class, and a walk over every month of all schemes."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from jiwar.law.support import Extras, Status, fund, projects, rate_charter, rate_sme, switches

ON = dt.date(2027, 1, 1)


def _project(**figures: object) -> dict[str, object]:
    return {"sector": "outsourcing", "branch": "ESO", "public_enterprise": 0, "province": "Fès", **figures}


def test_gotion_at_kenitra_is_strategic_negotiated_and_without_territorial_premium() -> None:
    """12.8 billion dirhams in June 2024; Kénitra has no category."""
    made = projects(
        **_project(
            investment_mad=12.8e9,
            stable_jobs=2_300,
            province="Kénitra",
            sector="industry",
            strategic_criterion=1,
        )
    )
    award = rate_charter(made, on=dt.date(2024, 6, 6))
    assert award.status[0] == Status.NEGOTIATED
    assert np.isnan(award.mid_mad[0])
    plain = projects(**_project(investment_mad=60e6, stable_jobs=61, province="Kénitra"))
    assert rate_charter(plain, on=dt.date(2024, 6, 6)).parts_mad["territory"][0] == 0.0


def test_the_aid_of_fes_shore_is_entered_by_hand_and_never_computed() -> None:
    """Two million dirhams of the region for at least 100 jobs in two years, November 2023."""
    made = projects(**_project(investment_mad=10e6, stable_jobs=100, park="Fès Shore"))
    without, offered = (
        next(line for line in fund(made, on=ON, extras=extras) if line.scheme == "ma.regional")
        for extras in (Extras(), Extras(regional_offer_mad=2e6))
    )
    assert (without.status, without.mid) == (Status.OPEN, None)
    assert without.questions
    assert (offered.status, offered.mid) == (Status.NEGOTIATED, 2e6)


@pytest.mark.parametrize(
    ("millions", "jobs", "by_default", "strictly"),
    [
        (50.0, 49, False, False),
        (50.0, 50, True, True),
        (49.9, 149, False, False),
        (49.9, 150, True, False),
        (49.9, 151, True, True),
    ],
)
def test_constructed_boundaries_of_both_routes_in_both_readings(
    millions: float,
    jobs: int,
    by_default: bool,  # noqa: FBT001 - a table of cases
    strictly: bool,  # noqa: FBT001 - a table of cases
) -> None:
    made = projects(**_project(investment_mad=millions * 1e6, stable_jobs=jobs))
    assert bool(rate_charter(made, on=ON).pays[0]) is by_default
    other = rate_charter(made, on=ON, switches=switches(route_two="more_than_150"))
    assert bool(other.pays[0]) is strictly


@pytest.mark.parametrize(
    ("jobs", "rate"), [(60, 0.0), (61, 0.05), (90, 0.05), (91, 0.07), (180, 0.07), (181, 0.10)]
)
def test_edges_of_the_job_bands_on_60_million(jobs: int, rate: float) -> None:
    made = projects(**_project(investment_mad=60e6, stable_jobs=jobs))
    assert rate_charter(made, on=ON).parts_mad["jobs"][0] == pytest.approx(rate * 60e6)


def test_every_month_from_2023_to_2035_has_one_answer_of_each_capital_scheme() -> None:
    large = projects(**_project(investment_mad=60e6, stable_jobs=100))
    small = projects(
        **_project(
            investment_mad=10e6, stable_jobs=30, company_age_years=1, largest_holder_share=0.1, public_holder=0,
            own_funds_share=0.5, activity_listed=1,
        )
    )  # fmt: skip
    days = [dt.date(year, month, 1) for year in range(2023, 2036) for month in range(1, 13)]
    charter = [int(rate_charter(large, on=day).status[0]) for day in days]
    sme = [int(rate_sme(small, on=day).status[0]) for day in days]
    assert charter == [Status.NOT_IN_FORCE] * 3 + [Status.ELIGIBLE] * (len(days) - 3)
    assert sme == [Status.NOT_IN_FORCE] * 35 + [Status.ELIGIBLE] * (len(days) - 35)


def test_every_month_from_2023_to_2035_has_a_whole_sheet() -> None:
    made = projects(**_project(investment_mad=60e6, stable_jobs=100, gross_pay_mad_per_year=240e3))
    for year in range(2023, 2036):
        for month in range(1, 13):
            lines = fund(made, on=dt.date(year, month, 1))
            assert len({line.scheme for line in lines}) == len(lines) == 11
            ended = [line.scheme for line in lines if line.status is Status.NOT_IN_FORCE and year > 2030]
            wages = [line.scheme for line in lines if line.scheme.startswith("ma.offshoring.")]
            assert ended == (wages if year > 2030 else [])
