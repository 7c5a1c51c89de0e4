"""What was observed, through which channel, and how well: old and new exports are two channels, never one series."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from jiwar.facts import Facts
from jiwar.money import FloatArray
from jiwar.outlook.paths import Paths
from jiwar.outlook.words import BRANCHES

Channel = Callable[[Paths, int], FloatArray]
"""What a channel shows of a model year: a number for each path, in the unit that the fact is computed with."""


def _branch(*names: str) -> Channel:
    rows = [BRANCHES.index(name) for name in names]
    return lambda paths, year: _exports(paths, year)[:, rows].sum(axis=1) * 1e9


def _exports(paths: Paths, year: int) -> FloatArray:
    return paths.jobs[:, year] * paths.value_per_job[:, year] / 1e6


def _share(rows: list[int]) -> Channel:
    def of(paths: Paths, year: int) -> FloatArray:
        exports = _exports(paths, year)
        return np.asarray(exports[:, rows].sum(axis=1) / exports.sum(axis=1))

    return of


def _job_share(paths: Paths, year: int) -> FloatArray:
    return np.asarray(paths.jobs[:, year, 0] / paths.jobs[:, year].sum(axis=1))


CHANNELS: Final[Mapping[str, Channel]] = MappingProxyType(
    {
        "jobs": lambda paths, year: paths.jobs[:, year].sum(axis=1),
        "jobs_CRM": lambda paths, year: paths.jobs[:, year, 0],
        "job_share_CRM": _job_share,
        "exports_old": lambda paths, year: _exports(paths, year).sum(axis=1) * 1e9 / paths.bridge[:, year],
        "exports_new": lambda paths, year: _exports(paths, year).sum(axis=1) * 1e9,
        "share_CRM": _share([0]),
        "share_CRM_BPO": _share([0, 1]),
        **{f"new_{name}": _branch(name) for name in BRANCHES},
        "new_ITO_CRM": _branch("ITO", "CRM"),
        "new_BPO_KPO": _branch("BPO", "KPO"),
        "wage_digital": lambda paths, year: paths.wage[:, year, 1],
    }
)
"""Each channel by name."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One number of the record: channel, year, value, the standard deviation of its logarithm, its facts."""

    channel: str
    year: int
    value: float
    error: float
    keys: tuple[str, ...]


_OLD = "sector/exports_offshoring_total_old"
_INDUSTRY = "sector/exports_offshoring_total_industry"
_NEW = "sector/exports_digital_outsourcing_new"

_PLAIN: Final = (
    *(
        ("jobs", year, f"sector/jobs_sector/{year}", "jobs")
        for year in (2009, 2011, 2013, 2014, 2015, 2016, 2017)
    ),
    ("jobs", 2019, "sector/jobs_sector/2020-01", "jobs"),
    ("jobs", 2020, "sector/jobs_sector/2020", "jobs_2021"),
    *(("jobs", year, f"sector/jobs_sector/{year}", "jobs_ministry") for year in (2022, 2023, 2024)),
    ("jobs", 2025, "sector/jobs_sector/2025", "jobs"),
    ("jobs_CRM", 2025, "sector/jobs_callcentres/2025", "share"),
    ("job_share_CRM", 2017, "sector/jobs_share_CRM/2017", "share"),
    ("share_CRM", 2017, "sector/turnover_share_CRM/2017", "share"),
    ("exports_old", 2009, "sector/exports_offshoring_total/2009", "exports_first_year"),
    *(
        ("exports_old", year, f"{_OLD}/{year}", "exports_old")
        for year in (2011, 2012, 2013, 2015, 2021, 2022, 2023)
    ),
    *(
        ("exports_old", year, f"{_INDUSTRY}/{year}", "exports_industry")
        for year in (2016, 2017, 2018, 2019, 2020)
    ),
    *(("exports_new", year, f"{_NEW}/{year}", "exports_new") for year in (2023, 2024, 2025)),
    ("new_ESO", 2023, "sector/exports_ESO_new/2023", "branch_new"),
    ("new_BPO", 2023, "sector/exports_BPO_new/2023", "branch_new"),
    ("new_KPO", 2023, "sector/exports_KPO_new/2023", "reclassified"),
    ("new_ITO_CRM", 2023, "sector/exports_ITO_plus_CRM_new/2023", "branch_new"),
    *((f"new_{name}", 2024, f"sector/exports_{name}_new/2024", "branch_new") for name in BRANCHES[:4]),
    ("new_KPO", 2024, "sector/exports_KPO_new/2024", "reclassified"),
    *(
        ("wage_digital", year, f"sector/developer_net_wage_median/{year}", "wages")
        for year in (2021, 2022, 2023, 2024)
    ),
)
"""Channel, year, fact and size of error of what the record gives for a whole year."""

_HALVES: Final = (
    ("exports_old", 2014, f"{_OLD}/2014-H1", f"{_OLD}/2015", "exports_old"),
    ("exports_old", 2016, f"{_OLD}/2016-H1", f"{_OLD}/2015", "branch_half_year"),
    ("new_CRM", 2025, "sector/exports_CRM_new/2025-H1", "sector/exports_CRM_new/2024", "branch_half_year"),
    ("new_ITO", 2025, "sector/exports_ITO_new/2025-H1", f"{_NEW}/2024", "branch_half_year"),
    ("new_ESO", 2025, "sector/exports_ESO_new/2025-H1", f"{_NEW}/2024", "reclassified"),
    ("new_BPO_KPO", 2025, "sector/exports_BPO_plus_KPO_new/2025-H1", f"{_NEW}/2024", "branch_half_year"),
)
"""First halves, carried to the year as in a year of which both are known: channel, year, half, that year, error."""

_PARTS: Final = (
    ("share_CRM_BPO", 2011, "sector/exports_callcentre_bpo_outsourcers_old/2011", f"{_OLD}/2011"),
    ("share_CRM_BPO", 2015, "sector/exports_callcentre_bpo_outsourcers_old/2015", f"{_OLD}/2015"),
)
"""Shares of one published number in another: channel, year, part, whole."""


def observations(facts: Facts, until: int) -> tuple[Observation, ...]:
    """Return what was observed of the years up to one, in the order of the years.

    Jobs in 2021 are contradicted: the minister's account implies 100,000, the federation says 120,000 to
    130,000. The two stand as one observation at their geometric mean with an error that covers both.
    """

    def error(name: str) -> float:
        return facts.get(f"outlook/error/{name}").value

    found = [
        Observation(channel, year, facts.get(key).value, error(kind), (key, f"outlook/error/{kind}"))
        for channel, year, key, kind in _PLAIN
    ]
    for channel, year, half, whole, kind in _HALVES:
        its_half = f"{whole}-H1"
        value = facts.get(half).value * facts.get(whole).value / facts.get(its_half).value
        found.append(
            Observation(channel, year, value, error(kind), (half, whole, its_half, f"outlook/error/{kind}"))
        )
    for channel, year, part, whole in _PARTS:
        value = facts.get(part).value / facts.get(whole).value
        found.append(Observation(channel, year, value, error("share"), (part, whole, "outlook/error/share")))
    rivals = facts.get("sector/jobs_sector/2021")
    both = float(np.sqrt(rivals.low_value * rivals.high_value))
    found.append(Observation("jobs", 2021, both, error("jobs_2021"), (rivals.key, "outlook/error/jobs_2021")))
    return tuple(sorted((item for item in found if item.year <= until), key=lambda item: item.year))


def residuals(paths: Paths, observed: tuple[Observation, ...]) -> FloatArray:
    """Return what each path shows less what was observed, in logarithms over the error: (observations, paths).

    Logarithms of observations are normal around those of the model.
    """
    rows = [
        (np.log(CHANNELS[item.channel](paths, paths.at(item.year))) - np.log(item.value)) / item.error
        for item in observed
    ]
    return np.array(rows)
