"""A copy of a case that plans with the labour market of an outlook: four kinds of facts become assumptions.

Pricing knows one growth of pay, one attrition and one time to fill for a country, and the people of each city and
family of roles. The assumptions carry what the paths mean over the months of the case; their ends are the P5 and
P95 of the paths, because a number is never drawn beyond the ends of its range.
"""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from jiwar.case import Case
from jiwar.facts import Fact, Facts, parse_period
from jiwar.money import FloatArray
from jiwar.outlook.codes import outlook_error
from jiwar.outlook.labour.market import LabourMarket, State, group_of, labour_market, tier_of
from jiwar.outlook.labour.table import market_csv, market_rows
from jiwar.outlook.verb import COUNTRY, Outlook
from jiwar.outlook.words import GROUPS
from jiwar.units import UNITS

TABLE = "labour_market.csv"
"""Name of the table that lies beside the copied case."""

Ends = tuple[float, float, float]
"""Low end, middle and high end of a range."""

_LEVELS = (0.05, 0.5, 0.95)
_TEXTS = frozenset({".yaml", ".csv", ".md"})
_HALVINGS = 50


@dataclass(frozen=True, slots=True)
class Carried:
    """One fact that the outlook moves: what the copied case assumes of it, in the unit of the fact."""

    fact: str
    low: float
    value: float
    high: float
    unit: str
    before: float
    """The value that the case plans with otherwise."""
    kept: bool
    """Whether the case has a number of its own, which stays."""


def copy_case(
    case: Case, found: Outlook, facts: Facts, folder: Path, *, state: State = "all"
) -> tuple[Carried, ...]:
    """Copy a case into a new folder with the labour market of an outlook as assumptions, and its table beside it.

    Numbers that the case assumes itself stay. The new folder appears whole or not at all.

    Raises
    ------
    OutlookError
        M005 when the months of the case reach beyond the outlook, M008 when the case has no Moroccan site or
        writes its assumptions in a form that cannot be added to, M009 when the folder exists or cannot be made.
    """
    places = tuple(facts.sites[name] for name in case.sites if facts.sites[name].country == COUNTRY)
    if not places:
        remedy = "add a Moroccan site to `sites`"
        raise outlook_error("M008", f"no site of `{case.name}` lies in Morocco", remedy)
    market = labour_market(found, facts, state=state, base_year=case.as_of.year)
    families = tuple(dict.fromkeys(facts.roles[line.role].family for line in case.team))
    table = market_csv(market_rows(market, facts, sites=places, families=families))
    carried = tuple(_carried(case, market, facts, families))
    text = Path(case.file).read_text("utf-8")
    name = f"outlook “{found.scenario.name}”, {_STATE_WORDS[state]}, seed {found.seed}"
    fresh = with_assumptions(text, [one for one in carried if not one.kept], name)
    if folder.exists():
        raise outlook_error("M009", f"`{folder}` exists already", "name a new folder")
    try:
        _write(Path(case.file), fresh, table, folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = f"`{folder}` cannot be written: {error.strerror}"
        raise outlook_error("M009", message, "name a folder in a place that you may write to") from error
    return carried


_STATE_WORDS: Mapping[State, str] = {
    "all": "all paths",
    "tight": "the fifth of the paths on which people are scarcest",
    "loose": "the fifth of the paths on which people are least scarce",
}


def with_assumptions(text: str, carried: Sequence[Carried], name: str) -> str:
    """Return the text of a case with more assumptions, everything else and all comments as they were.

    Raises
    ------
    OutlookError
        M008 when the assumptions of the case do not stand as a block of `- fact:` entries.
    """
    lines = text.splitlines()
    head = next((at for at, line in enumerate(lines) if re.match(r"assumptions\s*:", line)), None)
    if head is None:
        return "\n".join([*lines, "", "assumptions:", *_entries(carried, name, "  ")]) + "\n"
    written = lines[head].partition(":")[2].partition("#")[0].strip()
    if written not in {"", "[]"}:
        remedy = "write them as a block, one `- fact: …` below the other"
        raise outlook_error("M008", "the assumptions of the case cannot be added to", remedy)
    if written:
        lines[head] = "assumptions:"
    first = next((line for line in lines[head + 1 :] if line.lstrip().startswith("- ")), "  - ")
    margin = first[: len(first) - len(first.lstrip())]
    return "\n".join([*lines[: head + 1], *_entries(carried, name, margin), *lines[head + 1 :]]) + "\n"


def _entries(carried: Sequence[Carried], name: str, margin: str) -> Iterator[str]:
    for one in carried:
        yield f"{margin}- fact: {one.fact}"
        for key, number in (("value", one.value), ("low", one.low), ("high", one.high)):
            yield f"{margin}  {key}: {float(f'{number:.3g}'):.10g} {one.unit}"
        yield f"{margin}  reason: {name}"


def _carried(case: Case, market: LabourMarket, facts: Facts, families: Sequence[str]) -> Iterator[Carried]:
    """Yield what the months of the case see: country-wide facts first, then people by city and family."""
    years = sorted({month.year for month in case.horizon})
    at = [market.at(year) for year in years]
    groups = [group_of(facts.roles[line.role].family) for line in case.team]
    group = max(range(len(GROUPS)), key=groups.count)
    own = {assumption.fact: assumption for assumption in case.assumptions}

    def one(key: str, ends: Ends) -> Carried:
        fact = facts.get(key)
        if key in own:
            return Carried(key, *own[key].numbers, own[key].unit, fact.mid, kept=True)
        low, middle, high = (end / UNITS[fact.unit].factor for end in ends)
        return Carried(key, low, middle, high, fact.unit, fact.mid, kept=False)

    yield one(f"wage_growth/{COUNTRY}", _ends(_pay_growth(case, market, facts, years, group)))
    yield one(f"attrition/{COUNTRY}", _ends(market.attrition[:, at, group].mean(axis=1)))
    yield one(f"time_to_fill/{COUNTRY}", _ends(market.time_to_fill[:, at, group].mean(axis=1)))
    for name in case.sites:
        site = facts.sites[name]
        for family in families if site.country == COUNTRY else ():
            key = f"talent_stock/{site.place}/{family}"
            moved = market.people_index[:, at, group_of(family), tier_of(site)].mean(axis=1)
            yield one(key, _moved_range(facts.get(key), moved))


def _ends(values: FloatArray) -> Ends:
    low, middle, high = np.quantile(values, _LEVELS)
    return float(low), float(middle), float(high)


def _moved_range(fact: Fact, moved: FloatArray) -> Ends:
    """Return the range of a fact moved by the paths; both doubts add as independent errors of logarithms do."""
    low, middle, high = _ends(moved)
    down = math.hypot(math.log(fact.value / fact.low_value), math.log(middle / low))
    up = math.hypot(math.log(fact.high_value / fact.value), math.log(high / middle))
    centre = fact.value * middle
    return centre * math.exp(-down), centre, centre * math.exp(up)


def _pay_growth(
    case: Case, market: LabourMarket, facts: Facts, years: Sequence[int], group: int
) -> FloatArray:
    """Return the constant growth that gives the mean pay of the months of the case, shape (paths,).

    Pricing carries pay from the middle of the year in which it was published; the growth counts from there.
    """
    start = _pay_year(case, facts)
    pay = market.pay_index[:, :, group]
    wanted = (pay[:, [market.at(year) for year in years]] / pay[:, [market.at(start)]]).mean(axis=1)
    gone = np.array([year - start for year in years], dtype=np.float64)
    low, high = np.full(wanted.size, -0.5), np.full(wanted.size, 1.0)
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        less = ((1.0 + middle[:, None]) ** gone).mean(axis=1) < wanted
        low, high = np.where(less, middle, low), np.where(less, high, middle)
    return np.asarray(0.5 * (low + high))


def _pay_year(case: Case, facts: Facts) -> int:
    """Return the year of which the pay facts of the case's Moroccan sites speak, the earliest of them."""
    years = []
    for name in case.sites:
        site = facts.sites[name]
        if site.country == COUNTRY:
            for line in case.team:
                period = parse_period(facts.get(f"pay/{site.place}/{line.role}/{line.seniority}").period)
                years.append(case.as_of.year if period is None else period.middle.year)
    return min(years)


def _write(file: Path, text: str, table: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    for other in sorted(file.parent.iterdir()):
        if other.is_file() and other.suffix in _TEXTS and not other.name.startswith("."):
            shutil.copyfile(other, folder / other.name)
    (folder / file.name).write_text(text, encoding="utf-8", newline="\n")
    (folder / TABLE).write_text(table, encoding="utf-8", newline="\n")
