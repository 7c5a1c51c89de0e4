"""The grid of pay for every site, role and seniority, derived by one written rule.

A cell is the pay of a software engineer of the same experience in the country, times the ratio of the role,
times the index of the site. Where the surveys hold the cell itself it is mixed in: thirty answers weigh as
much as the rule. In Morocco the rule works on net pay, because the survey's premiums do, and the pairs of net
and gross of the same survey turn the result into gross.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tools.build_facts.lists import read_list
from tools.build_facts.material import MaterialRow, matching
from tools.build_facts.record import FactRecord, short, worst

ANSWERS_EQUAL_TO_THE_RULE = 30.0
"""So many answers in a cell of a survey weigh as much as the rule does."""

QUARTILE_OF_A_RANGE = 0.6745 / 1.645
"""A range is read as holding nine cases of ten; this turns its half width into that of quartiles."""

SENIORITIES = ("junior", "mid", "senior", "lead")
SURVEY_ROLES = {
    "cloud_engineer": "cloud_devops_engineer",
    "data_engineer": "data_ai_engineer",
    "software_tester": "test_qa_engineer_software",
    "research_engineer": "rd_engineer",
}
"""Our roles that the surveys call otherwise."""

CONTRACTORS_INSIDE = ("PL", "RO", "PT", "RS", "TR")
"""Countries whose survey mixes employees with contractors and people paid from abroad."""

REGIONS = {
    "casablanca": "Casablanca",
    "rabat": "Rabat-Kénitra",
    "tanger": "Tanger",
    "fes": "Fès",
    "oujda": "Oujda",
    "agadir": "Agadir",
    "marrakech": "Marrakech",
}
"""Moroccan sites that the survey tabulates."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number on the logarithmic scale: the middle, half widths of its quartiles, and what it rests on."""

    middle: float
    down: float
    up: float
    grade: str
    based_on: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def times(self, other: Estimate) -> Estimate:
        """Multiply two independent estimates."""
        return Estimate(
            self.middle + other.middle,
            math.hypot(self.down, other.down),
            math.hypot(self.up, other.up),
            worst(self.grade, other.grade),
            (*self.based_on, *other.based_on),
            (*self.why, *other.why),
        )

    def mixed_with(self, cell: Estimate, answers: int) -> Estimate:
        """Mix in a measured cell by its number of answers."""
        weight = answers / (answers + ANSWERS_EQUAL_TO_THE_RULE)
        grade = cell.grade if weight > 0.5 else self.grade
        share = f"measured cell of {answers} answers with a weight of {weight:.2f}"
        return Estimate(
            weight * cell.middle + (1 - weight) * self.middle,
            weight * cell.down + (1 - weight) * self.down,
            weight * cell.up + (1 - weight) * self.up,
            grade,
            (*self.based_on, *cell.based_on),
            (*self.why, share),
        )


def of_quartiles(low: float, mid: float, high: float, grade: str, *based_on: str, why: str = "") -> Estimate:
    """Return the estimate of a cell given by its quartiles; half widths below 5 % are widened to that."""
    least = 0.05
    down, up = max(math.log(mid / low), least), max(math.log(high / mid), least)
    return Estimate(math.log(mid), down, up, grade, based_on, (why,) if why else ())


def of_range(low: float, mid: float, high: float, grade: str, *based_on: str, why: str = "") -> Estimate:
    """Return the estimate of a ratio given by a range that holds nine cases of ten."""
    part = QUARTILE_OF_A_RANGE
    down, up = part * math.log(mid / low), part * math.log(high / mid)
    return Estimate(math.log(mid), down, up, grade, based_on, (why,) if why else ())


def _of_row(row: MaterialRow) -> Estimate:
    return of_quartiles(*row.numbers, "survey", row.key)


class PayGrid:
    """Derives every cell from the surveys and the curated lists."""

    def __init__(self, rows: dict[str, MaterialRow], curated: Path) -> None:
        self._rows = rows
        self._ratios = {
            (country, line["role"]): line
            for line in read_list(curated / "role_ratios.csv")
            for country in line["country"].split()
        }
        self._indices = {line["site"]: line for line in read_list(curated / "site_indices.csv")}
        self._anchors = {
            (line["country"], line["seniority"]): line for line in read_list(curated / "anchors.csv")
        }
        self._net_to_gross = _pairs(rows)

    def records(self, sites: Iterable[dict[str, str]], roles: Iterable[str]) -> list[FactRecord]:
        """Return the whole grid."""
        roles = list(roles)
        return [
            self._record(site, role, seniority)
            for site in sites
            for role in roles
            for seniority in SENIORITIES
        ]

    def employer_pay(self, country: str, seniority: str) -> Estimate:
        """Return gross yearly pay of software engineers in a country, in the currency of the grid."""
        if country == "MA":
            row = self._rows[f"sodma.gross.(country).software_engineer.{seniority}"]
            return _of_row(row)
        return self._anchor(country, seniority)

    def _record(self, site: dict[str, str], role: str, seniority: str) -> FactRecord:
        moroccan = site["country"] == "MA"
        cell = self._moroccan(site["id"], role, seniority) if moroccan else self._other(site, role, seniority)
        low, mid, high = (math.exp(cell.middle + step) for step in (-cell.down, 0.0, cell.up))
        return FactRecord(
            table="pay",
            key=f"pay/{site['country']}-{site['id']}/{role}/{seniority}",
            place=f"{site['country']}-{site['id']}",
            low=_rounded(low),
            mid=_rounded(mid),
            high=_rounded(high),
            unit="MAD/year" if moroccan else "EUR/year",
            kind="quartiles",
            period=self._period(site["country"], seniority),
            grade=cell.grade,
            note="Gross pay: " + "; ".join(dict.fromkeys(cell.why)) + ".",
            index=f"wage_growth/{site['country']}",
            based_on=[key for key in cell.based_on if key],
        )

    def _period(self, country: str, seniority: str) -> str:
        if country == "MA":
            return "2023..2024"
        anchor = self._anchors.get((country, seniority))
        return anchor["period"] if anchor else "2024"

    # Countries other than Morocco: gross pay in EUR

    def _other(self, site: dict[str, str], role: str, seniority: str) -> Estimate:
        country = site["country"]
        rule = self._anchor(country, seniority)
        if role != "software_engineer":
            rule = rule.times(self._step(country, role, seniority))
            cell = self._cell(country, role, seniority)
            if cell is not None:
                rule = rule.mixed_with(_of_row(cell), cell.sample)
        return rule.times(self._index(site["id"]))

    def _anchor(self, country: str, seniority: str) -> Estimate:
        line = self._anchors.get((country, seniority))
        if line is not None:
            low, mid, high = (float(line[name]) for name in ("low", "mid", "high"))
            return of_quartiles(low, mid, high, line["grade"], *line["based_on"].split(), why=line["reason"])
        row = self._rows[f"so24.{country}.software_engineer.{seniority}"]
        why = f"quartiles of software engineers in the country's survey (n={row.sample})"
        if country in CONTRACTORS_INSIDE:
            why += ", which holds contractors and people paid from abroad and so lies high"
        return of_quartiles(*row.numbers, "survey", row.key, why=why)

    def _cell(self, country: str, role: str, seniority: str) -> MaterialRow | None:
        return self._rows.get(f"so24.{country}.{SURVEY_ROLES.get(role, role)}.{seniority}")

    def _step(self, country: str, role: str, seniority: str) -> Estimate:
        """Return the role's pay against software engineers of the same experience."""
        ratio = self._ratio(country, role)
        if country != "EG":
            return ratio
        name = SURVEY_ROLES.get(role, role)
        own = self._rows.get(f"egytech.{name}.{seniority}")
        base = self._rows.get(f"egytech.software_engineer.{seniority}")
        if own is None or base is None:
            return ratio
        spread = 0.6745 * 0.4 / math.sqrt(own.sample)
        why = "ratio of the role to software engineers in the country's own survey"
        cell = Estimate(
            math.log(float(own.mid) / float(base.mid)), spread, spread, "survey", (own.key,), (why,)
        )
        return ratio.mixed_with(cell, own.sample)

    def _ratio(self, country: str, role: str) -> Estimate:
        """Return the role's pay against software engineers: the country's own, else Germany's, widened."""
        listed = self._ratios.get((country, role))
        if listed is not None:
            return _of_line(listed)
        german = self._ratios.get(("DE", role))
        own = self._measured_ratio(country, role)
        if country == "DE":
            if own is None:
                message = f"no ratio for {role} in Germany"
                raise ValueError(message)
            return own[0]
        base = _of_line(german) if german else self._measured_ratio("DE", role)[0]  # type: ignore[index]  # surveyed there
        doubt = of_range(0.85, 1.0, 1.18, "prior", why=f"the German ratio of the role carried to {country}")
        carried = base.times(doubt)
        return carried if own is None else carried.mixed_with(*own)

    def _measured_ratio(self, country: str, role: str) -> tuple[Estimate, int] | None:
        name = SURVEY_ROLES.get(role, role)
        role_row = self._rows.get(f"so24.{country}.{name}.all")
        base_row = self._rows.get(f"so24.{country}.software_engineer.all")
        if role_row is None or base_row is None:
            return None
        middle = math.log(float(role_row.mid) / float(base_row.mid))
        spread = (
            0.6745 * 0.4 / math.sqrt(role_row.sample)
        )  # a residual spread of 0.4, as the Moroccan survey has
        why = f"ratio of the role to software engineers in the same survey (n={role_row.sample})"
        keys = (role_row.key, base_row.key)
        return Estimate(middle, spread, spread, "survey", keys, (why,)), role_row.sample

    # Morocco: net pay in MAD a month, then gross a year

    def _moroccan(self, site: str, role: str, seniority: str) -> Estimate:
        rule = self._moroccan_software(site, seniority)
        if role != "software_engineer":
            rule = rule.times(self._moroccan_role(role))
        return self._gross(rule)

    def _moroccan_software(self, site: str, seniority: str) -> Estimate:
        """Return net pay of software engineers: Casablanca, a surveyed region, or like a neighbour."""
        line = self._indices[site]
        if line["like"]:
            return self._moroccan_software(line["like"], seniority).times(_of_line(line))
        base = self._rows[f"sodma.net.Casablanca.software_engineer.{seniority}"]
        why = f"net pay of software engineers in Casablanca (n={base.sample})"
        rule = of_quartiles(*base.numbers, "survey", base.key, why=why)
        if site == "casablanca":
            return rule
        rule = rule.times(self._premium(line))
        cell = self._rows.get(f"sodma.net.{REGIONS[site]}.software_engineer.{seniority}")
        return rule if cell is None else rule.mixed_with(_of_row(cell), cell.sample)

    def _moroccan_role(self, role: str) -> Estimate:
        listed = self._ratios.get(("MA", role))
        if listed is not None:
            return _of_line(listed)
        row = self._rows[f"sodma.premium.role.{SURVEY_ROLES.get(role, role)}"]
        why = f"premium of the role on net pay ({short(float(row.mid))} %)"
        low, mid, high = (1 + number / 100 for number in row.numbers)
        return of_range(low, mid, high, "survey", row.key, why=why)

    def _premium(self, line: dict[str, str]) -> Estimate:
        low, mid, high = (1 + float(line[name]) / 100 for name in ("low", "mid", "high"))
        return of_range(low, mid, high, line["grade"], *line["based_on"].split(), why=line["reason"])

    def _gross(self, net: Estimate) -> Estimate:
        low, mid, high = (
            math.log(self._gross_of(math.exp(net.middle + step))) for step in (-net.down, 0.0, net.up)
        )
        why = "gross by the survey's own pairs of net and gross pay"
        return Estimate(mid, mid - low, high - mid, net.grade, net.based_on, (*net.why, why))

    def _gross_of(self, net_per_month: float) -> float:
        """Interpolate between the survey's pairs; beyond them the last slope goes on."""
        nets, grosses = self._net_to_gross
        x = math.log(net_per_month)
        if x < nets[0]:
            slope = (grosses[1] - grosses[0]) / (nets[1] - nets[0])
            return float(math.exp(grosses[0] + slope * (x - nets[0])))
        if x > nets[-1]:
            slope = (grosses[-1] - grosses[-4]) / (nets[-1] - nets[-4])
            return float(math.exp(grosses[-1] + slope * (x - nets[-1])))
        return float(math.exp(np.interp(x, nets, grosses)))

    def _index(self, site: str) -> Estimate:
        return _of_line(self._indices[site])


def _of_line(line: dict[str, str]) -> Estimate:
    low, mid, high = (float(line[name]) for name in ("low", "mid", "high"))
    return of_range(low, mid, high, line["grade"], *line["based_on"].split(" "), why=line["reason"])


def _pairs(rows: dict[str, MaterialRow]) -> tuple[np.ndarray, np.ndarray]:
    """Return the logarithms of net pay a month and gross pay a year of all cells of the survey, ascending."""
    pairs: dict[float, float] = {}
    for row in matching(rows, "sodma.gross."):
        net = rows[row.key.replace("sodma.gross.", "sodma.net.")]
        for name in ("low", "mid", "high"):
            pairs[float(getattr(net, name))] = float(getattr(row, name))
    nets = np.array(sorted(pairs))
    grosses = np.maximum.accumulate(np.array([pairs[net] for net in nets]))
    return np.log(nets), np.log(grosses)


def _rounded(amount: float) -> float:
    """Round to three digits: more would pretend to know more."""
    digits = 2 - math.floor(math.log10(amount))
    return round(amount, digits)
