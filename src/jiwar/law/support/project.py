"""What is asked of a project: arrays of figures and answers, checked once, for one project or a million."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiwar.diagnostics import Diagnostic, nearest_names
from jiwar.law.payroll.error import MoneyError
from jiwar.law.support.provinces import PARKS, PROVINCES, province_index
from jiwar.money import FloatArray

IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]

YES, NO, UNKNOWN = 1.0, 0.0, float("nan")
"""How answers are written in arrays; an unanswered question never counts as yes."""

SECTORS = (
    "outsourcing", "digital", "industry", "tourism", "transport", "logistics", "cultural_industry",
    "aquaculture", "renewable_energy", "waste_recovery", "agriculture", "other",
)  # fmt: skip
INDUSTRIES = ("none", "agrofood_pharma_medical", "other_industry")
BRANCHES = ("none", "CRM", "BPO", "ITO", "ESO", "KPO")
NO_PARK = -1


@dataclass(frozen=True, slots=True)
class Projects:
    """Figures of N projects; every array has shape (N,), answers are 1, 0 or NaN (not answered).

    Money is in MAD without tax; shares are fractions; ``province``, ``sector``, ``industry``, ``branch`` and
    ``park`` are indices into the tuples of the same name (``park`` -1: outside any park).
    """

    investment_mad: FloatArray
    stable_jobs: FloatArray
    province: IntArray
    sector: IntArray
    industry: IntArray
    branch: IntArray
    park: IntArray
    private_land_mad: FloatArray
    public_land_mad: FloatArray
    female_wage_share: FloatArray
    future_trade: FloatArray
    sustainable: FloatArray
    local_integration_rate: FloatArray
    strategic_criterion: FloatArray
    public_enterprise: FloatArray
    gross_pay_mad_per_year: FloatArray
    moroccan_share: FloatArray
    leaving_per_year: FloatArray
    company_age_years: FloatArray
    turnover_mad: FloatArray
    largest_holder_share: FloatArray
    largest_holder_turnover_mad: FloatArray
    public_holder: FloatArray
    own_funds_share: FloatArray
    loan_share: FloatArray
    activity_listed: FloatArray
    activity_priority: FloatArray

    @property
    def count(self) -> int:
        """The number of projects."""
        return len(self.investment_mad)


_NAMED: Mapping[str, tuple[str, ...]] = {
    "province": tuple(province.name for province in PROVINCES),
    "sector": SECTORS,
    "industry": INDUSTRIES,
    "branch": BRANCHES,
    "park": tuple(PARKS),
}
_REQUIRED = ("investment_mad", "stable_jobs", "province", "sector")
_DEFAULTS: Mapping[str, float | str] = {
    "industry": "none",
    "branch": "none",
    "park": "none",
    "private_land_mad": 0.0,
    "public_land_mad": 0.0,
}
_SHARES = (
    "female_wage_share", "local_integration_rate", "moroccan_share", "leaving_per_year",
    "largest_holder_share", "own_funds_share", "loan_share",
)  # fmt: skip
_ANSWERS = (
    "future_trade", "sustainable", "strategic_criterion", "public_enterprise", "public_holder",
    "activity_listed", "activity_priority",
)  # fmt: skip
FIGURES = tuple(Projects.__dataclass_fields__)
"""The names of all figures and answers that a project has."""


def projects(**figures: object) -> Projects:
    """Make projects from scalars, sequences or arrays; what is not given is an unanswered question.

    ``province``, ``sector``, ``industry``, ``branch`` and ``park`` are names (or arrays of indices).
    ``investment_mad``, ``stable_jobs``, ``province`` and ``sector`` are required.

    Raises
    ------
    MoneyError
        L104 impossible figures, L105 an unknown province, L107 unknown or missing names: all at once.
    """
    problems: list[Diagnostic] = _names_wrong(figures)
    arrays: dict[str, NDArray[np.generic]] = {}
    for name in FIGURES:
        given = figures.get(name, _DEFAULTS.get(name, UNKNOWN))
        if name in _NAMED:
            arrays[name] = _indices(name, given, problems)
        else:
            arrays[name] = np.atleast_1d(np.asarray(given, dtype=np.float64))
            problems.extend(_impossible(name, arrays[name], missing=name not in figures))
    if problems:
        raise MoneyError(problems)
    shape = np.broadcast_shapes(*(array.shape for array in arrays.values()))
    return Projects(**{name: np.broadcast_to(array, shape) for name, array in arrays.items()})


def _names_wrong(figures: Mapping[str, object]) -> list[Diagnostic]:
    unknown = [
        Diagnostic("L107", f"a project has no figure called `{name}`", nearest_names(name, FIGURES))
        for name in figures
        if name not in FIGURES
    ]
    missing = [
        Diagnostic("L107", f"the project lacks `{name}`", f"give `{name}`")
        for name in _REQUIRED
        if name not in figures
    ]
    return unknown + missing


def _indices(name: str, given: object, problems: list[Diagnostic]) -> IntArray:
    if isinstance(given, np.ndarray) and np.issubdtype(given.dtype, np.integer):
        lowest = NO_PARK if name == "park" else 0
        if np.any(given < lowest) or np.any(given >= len(_NAMED[name])):
            problems.append(Diagnostic("L104", f"an index of `{name}` is out of range", "use its names"))
        return np.atleast_1d(given.astype(np.intp))
    names: Sequence[object] = given if isinstance(given, (list, tuple)) else [given]
    found = [_index(name, str(item), problems) for item in names if name != "province" or item == item]  # noqa: PLR0124 - NaN marks a province not given, which is reported already
    return np.asarray(found or [0], dtype=np.intp)


def _index(name: str, wanted: str, problems: list[Diagnostic]) -> int:
    if name == "park" and wanted == "none":
        return NO_PARK
    if name == "province":
        try:
            return province_index(wanted)
        except MoneyError as error:
            problems.extend(error.diagnostics)
            return 0
    known = _NAMED[name]
    if wanted not in known:
        if wanted != "nan":
            problems.append(Diagnostic("L107", f"`{wanted}` is no {name}", nearest_names(wanted, known)))
        return 0
    return known.index(wanted)


def _impossible(name: str, values: NDArray[np.generic], *, missing: bool) -> list[Diagnostic]:
    numbers = np.asarray(values, dtype=np.float64)
    known = numbers[~np.isnan(numbers)]
    if name in ("investment_mad", "stable_jobs") and len(known) < len(numbers):
        return [] if missing else [_wrong(name, "must be known for every project")]
    if np.any(np.isinf(known)) or np.any(known < 0):
        return [_wrong(name, "must be zero or more and finite")]
    if name == "stable_jobs" and np.any(known != np.floor(known)):
        return [_wrong(name, "must be whole: half a person is not a stable job")]
    if name in _SHARES and np.any(known > 1):
        return [_wrong(name, "is a share between 0 and 1")]
    if name in _ANSWERS and not np.all(np.isin(known, (NO, YES))):
        return [_wrong(name, "is an answer: 1 for yes, 0 for no, NaN for not answered")]
    return []


def _wrong(name: str, why: str) -> Diagnostic:
    return Diagnostic("L104", f"`{name}` {why}", f"correct `{name}`")
