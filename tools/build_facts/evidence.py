"""Every row of the research tables: taken, merged or refused, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tools.build_facts.grading import NOT_FOUND, grade_of
from tools.build_facts.lists import read_list
from tools.build_facts.material import MaterialRow, plain
from tools.build_facts.periods import normal_period
from tools.build_facts.record import FactRecord
from tools.build_facts.sources import SHARE_ALIKE, Sources

_TABLES = {
    "labour_salaries.csv": "pay_published",
    "labour_oncosts_operating.csv": "operating",
    "labour_productivity_evidence.csv": "productivity",
    "labour_talent_supply.csv": "talent_supply",
    "labour_working_time.csv": "working_time",
    "labour_fx.csv": "currencies",
    "labour_location_indices.csv": "location_indices",
}
_SERIES_OF = {
    "fx_monthly_units_per_eur.csv": "fx_monthly",
    "timezone_overlap_de.csv": "clock_overlap",
    "public_holidays_counts.csv": "public_holidays",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with the rows whose key fits a pattern."""

    pattern: re.Pattern[str]
    action: str
    target: str
    changes: dict[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One line of the shipped import report."""

    file: str
    line: int
    row: str
    decision: str
    key: str
    reason: str


class Evidence:
    """Turns research rows into fact records and keeps the report of what happened to each."""

    def __init__(self, rows: list[MaterialRow], curated: Path, sources: Sources) -> None:
        self.records: dict[str, FactRecord] = {}
        self.report: list[ImportLine] = []
        self.key_of: dict[str, str] = {}
        self._sources = sources
        self._units = _read_units(curated / "units.csv")
        self._decisions = _read_decisions(curated / "decisions.csv")
        self.gaps = _read_gaps(curated / "gaps.csv")
        self._used_patterns: set[str] = set()
        fits = [(row, self._decide(row)) for row in rows]
        for row, decision in fits:
            self._place(row, decision)
        for row, decision in fits:
            self._report(row, decision)
        idle = {item.pattern.pattern for item in self._decisions} - self._used_patterns
        if idle:
            message = f"decisions that no row needs: {sorted(idle)}"
            raise ValueError(message)

    def _decide(self, row: MaterialRow) -> Decision | None:
        if not row.metric:
            return None
        for decision in self._decisions:
            if decision.pattern.fullmatch(row.key):
                self._used_patterns.add(decision.pattern.pattern)
                return decision
        return None

    def _place(self, row: MaterialRow, decision: Decision | None) -> None:
        """Make the fact record of a row that is taken."""
        if not row.metric or row.quality in NOT_FOUND or (decision and decision.action != "take"):
            return
        changes = decision.changes if decision else {}
        target = decision.pattern.sub(decision.target, row.key) if decision and decision.target else ""
        key = target or key_of(row)
        if key in self.records:
            message = f"{row.key} and another row give {key}"
            raise ValueError(message)
        self.records[key] = self._record(row, key, changes)
        self.key_of[row.key] = key

    def _record(self, row: MaterialRow, key: str, changes: dict[str, str]) -> FactRecord:
        unit, factor = self._units[row.unit, row.currency]
        unit = changes.get("unit") or unit
        numbers = [changes.get(name) or getattr(row, name) for name in ("low", "mid", "high")]
        low, mid, high = (float(text) * factor if text else float("nan") for text in numbers)
        if not row.mid:
            unit = "text"
        source = self._sources.of(row)
        written = f" ({row.unit})" if any(word in row.unit for word in _TELLING) else ""
        what = f"{row.metric.replace('_', ' ').strip()}{written}"
        return FactRecord(
            table=_table(row, source),
            key=key,
            place=_place(row),
            low=low,
            mid=mid,
            high=high,
            unit=unit,
            kind=changes.get("kind") or _kind(row, numbers),
            period=normal_period(row.period),
            grade=changes.get("grade") or grade_of(row),
            note=f"{what}. {_standing_alone(row.note)}".strip(),
            sources=source,
        )

    def _report(self, row: MaterialRow, decision: Decision | None) -> None:
        """Note what was done with a row."""
        if not row.metric:
            series = _SERIES_OF.get(row.file)
            done = (
                ("taken", f"series {series}", "")
                if series
                else ("refused", "", "About software, no fact of the model")
            )
        elif row.quality in NOT_FOUND:
            stands_in = self._stands_in(row.key)
            instead = "a visible prior stands in" if stands_in else "the model does not ask for it"
            note = _standing_alone(row.note)
            done = ("refused", stands_in, f"Looked for and not found; {instead}. {note}".strip())
        elif decision is None or decision.action == "take":
            done = ("taken", self.key_of[row.key], decision.reason if decision else "")
        elif decision.action == "merge":
            target = decision.pattern.sub(decision.target, row.key)
            done = ("merged", self._merged(target, row.key), decision.reason)
        else:
            done = ("refused", decision.target, decision.reason)
        self.report.append(ImportLine(row.file, row.line, row.key, *done))

    def _stands_in(self, row: str) -> str:
        """Return the fact that stands in for a number that was not found."""
        for pattern, target in self.gaps:
            if re.fullmatch(pattern, row):
                return re.sub(pattern, target, row)
        return ""

    def _merged(self, target: str, merged: str) -> str:
        if target in _SERIES_OF.values():
            return f"series {target}"
        if target not in self.key_of:
            message = f"{merged} is merged into {target}, which is not taken"
            raise ValueError(message)
        return self.key_of[target]


def key_of(row: MaterialRow) -> str:
    """Return the key that a row gets: its own key as a path of plain words."""
    if "@" in row.key and row.file.startswith("sector_"):
        series, _, period = row.key.partition("@")
        return f"sector/{plain(series)}/{plain(period.replace('/', '_')) or 'undated'}"
    parts = [plain(part) for part in row.key.replace("/", "-").split(".")]
    return "/".join([parts[0].lower(), *(part for part in parts[1:] if part)])


def _table(row: MaterialRow, sources: list[str]) -> str:
    alike = [source for source in sources if source in SHARE_ALIKE]
    if alike:
        return "survey_stackoverflow" if "stackoverflow" in alike[0] else "survey_stateofdev"
    if row.file in _TABLES:
        return _TABLES[row.file]
    return row.file.removesuffix(".csv")


_TELLING = (" of ", "(", ",", " net ", "added", "total", "direct", "additional", "target", "stable", "%")
"""Parts of a written unit that say more than the closed unit keeps."""

_ELSEWHERE = re.compile(r"\s*\(?(?:;\s*)?see [\w.]+\.(?:md|csv)[^;)]*\)?|; [\w.]+\.csv \S+ has [\d./]+")


def _standing_alone(note: str) -> str:
    """Return a note without pointers to the research folder."""
    return _ELSEWHERE.sub("", note).replace("OUR SUGGESTION", "own suggestion").strip(" ;")


_CITIES = {
    "MA": ("casablanca", "rabat", "tanger", "fes", "oujda", "agadir", "marrakech", "tetouan"),
    "DE": ("munchen", "stuttgart", "berlin", "frankfurt", "leipzig"),
    "PL": ("krakow",),
    "RO": ("cluj", "iasi"),
    "PT": ("porto",),
    "RS": ("beograd",),
}
_OTHER_NAMES = {"munchen": "muenchen", "beograd": "belgrade"}
_WHOLE = {"EU27": "EU27", "EA20": "EA20", "(generic)": "world", "(all)": "world", "FR/BE": ""}
_SECTOR_COUNTRIES = ("DE", "PL", "RO", "EG", "PH", "IN")
_OF_MOROCCO = (
    "morocco",
    "developers",
    "MoU",
    "graduate_to",
    "target_hit",
    "firm_ramp",
    "share_of_subsidised",
)


def _place(row: MaterialRow) -> str:
    """Return the site of the catalogue that a row speaks of, else its country, else nothing or the world."""
    if row.file.startswith("sector_"):
        prefix = row.metric.split("_")[0].upper()
        if prefix in _SECTOR_COUNTRIES:
            return prefix
        of_morocco = any(word.lower() in row.metric.lower() for word in _OF_MOROCCO)
        return "world" if row.file == "sector_parameters.csv" and not of_morocco else "MA"
    country = _WHOLE.get(row.country, row.country)
    if row.metric == "net_monthly_pay" and row.site.startswith("Rabat"):
        return country  # the survey's region joins two sites
    name = plain(row.site).lower()
    for city in _CITIES.get(country, ()):
        if name.startswith(city) and "-" not in name.replace("cluj-napoca", ""):
            return f"{country}-{_OTHER_NAMES.get(city, city)}"
    return country


def _kind(row: MaterialRow, numbers: list[str]) -> str:
    if not row.mid or len({float(number) for number in numbers}) == 1:
        return "point"
    if "p25/p50/p75" in row.note or "p25/p50/p75" in row.unit:
        return "quartiles"
    return "prior" if grade_of(row) == "prior" else "published"


def _read_gaps(path: Path) -> list[tuple[str, str]]:
    return [(line["pattern"], line["stands_in"]) for line in read_list(path)]


def _read_units(path: Path) -> dict[tuple[str, str], tuple[str, float]]:
    currencies = ("EUR", "MAD", "USD", "PLN", "RON", "TND", "EGP", "INR", "RSD", "TRY")
    units: dict[tuple[str, str], tuple[str, float]] = {}
    for line in read_list(path):
        for currency in currencies if line["currency"] == "*" else (line["currency"],):
            units[line["written"], currency] = line["unit"].format(c=currency), float(line["factor"])
    return units


def _read_decisions(path: Path) -> list[Decision]:
    names = ("unit", "grade", "kind", "low", "mid", "high")
    return [
        Decision(
            re.compile(line["pattern"]),
            line["action"],
            line["target"],
            {name: line[name] for name in names if line[name]},
            line["reason"],
        )
        for line in read_list(path)
    ]
