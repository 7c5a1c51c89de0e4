"""What a project may be, and what is refused with its name."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.law.payroll import MoneyError
from jiwar.law.support import PROVINCES, projects


def _figures(**more: object) -> dict[str, object]:
    return {"investment_mad": 60e6, "stable_jobs": 120, "province": "Fès", "sector": "digital", **more}


def test_scalars_lists_and_arrays_broadcast() -> None:
    made = projects(**_figures(stable_jobs=np.array([1.0, 2.0, 3.0]), province=["Fès", "Rabat", "Salé"]))
    assert made.count == 3
    assert [PROVINCES[index].name for index in made.province] == ["Fès", "Rabat", "Salé"]
    assert np.isnan(made.female_wage_share).all()
    assert made.private_land_mad.tolist() == [0.0, 0.0, 0.0]


@pytest.mark.code("L104")
@pytest.mark.parametrize(
    ("name", "value"),
    [("investment_mad", -1.0), ("stable_jobs", 12.5), ("stable_jobs", -3), ("private_land_mad", np.inf),
     ("stable_jobs", np.nan), ("investment_mad", np.nan),
     ("female_wage_share", 35.0), ("future_trade", 0.5), ("leaving_per_year", 1.2)],
)  # fmt: skip
def test_impossible_figures_are_refused_by_name(name: str, value: float) -> None:
    with pytest.raises(MoneyError) as caught:
        projects(**_figures(**{name: value}))
    assert [item.code for item in caught.value.diagnostics] == ["L104"]
    assert f"`{name}`" in caught.value.diagnostics[0].message


def test_indices_out_of_range_are_refused() -> None:
    with pytest.raises(MoneyError, match="L104"):
        projects(**_figures(province=np.array([75])))


@pytest.mark.code("L107")
def test_unknown_and_missing_names_are_refused() -> None:
    with pytest.raises(MoneyError) as caught:
        projects(investment_mad=1e6, province="Fes", sector="outsorcing", stable_job=3)
    messages = [f"{item.message} ({item.remedy})" for item in caught.value.diagnostics]
    assert any("`stable_job`" in message and "`stable_jobs`" in message for message in messages)
    assert any("lacks `stable_jobs`" in message for message in messages)
    assert any("`outsorcing`" in message and "`outsourcing`" in message for message in messages)


def test_all_problems_come_at_once() -> None:
    with pytest.raises(MoneyError) as caught:
        projects(**_figures(province="Atlantis", investment_mad=-5.0, own_funds_share=3.0))
    assert {item.code for item in caught.value.diagnostics} == {"L104", "L105"}
    assert len(caught.value.diagnostics) == 3
