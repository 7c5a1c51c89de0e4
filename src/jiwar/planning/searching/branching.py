"""Ways to split what a relaxation leaves undecided: by site, by start, by own unit, by size, at last by option.

A split closes one set of columns in one branch and another set in the other, or opens a site in one branch. Every
whole plan lies in one of the two.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.searching.firststage import FirstStage

_UNDECIDED = 1e-6
_MOST = 8
"""Splits that are tried at a node before one is taken."""


@dataclass(frozen=True)
class Branch:
    """One side of a split: columns that are zero in it, and columns that are one."""

    zero: IntArray
    one: IntArray


@dataclass(frozen=True)
class Kinds:
    """What options of a package have in common: each array (O,) has small whole numbers or amounts."""

    package: IntArray
    features: tuple[FloatArray, ...]


def kinds_of(stage: FirstStage) -> Kinds:
    """Return site, start, own unit and size of every option, as far as the problem has them."""
    problem = stage.problem
    features: list[FloatArray] = []
    if problem.sites is not None:
        sites = problem.sites
        at_work = sites.people > 0
        start = np.where(at_work.any(axis=1), at_work.argmax(axis=1), at_work.shape[1])
        features += [
            sites.site.astype(np.float64),
            start.astype(np.float64),
            (sites.unit_from >= 0).astype(np.float64),
            sites.people.max(axis=1, initial=0.0).round(3),
        ]
    features.append(np.arange(len(problem.choices.names), dtype=np.float64))
    return Kinds(problem.choices.package, tuple(features))


def splits(stage: FirstStage, kinds: Kinds, values: FloatArray) -> list[tuple[Branch, Branch]]:
    """Return promising splits at values of columns, the most undecided first; empty when all is whole."""
    ranked: list[tuple[float, int, tuple[Branch, Branch]]] = []
    for undecided, split in [*_by_site(stage, values), *_by_package(stage, kinds, values)]:
        ranked.append((-undecided, len(ranked), split))
    if not ranked:
        ranked = [(0.0, at, split) for at, split in enumerate(_by_column(stage, values))]
    ranked.sort(key=lambda entry: entry[:2])
    return [split for _, _, split in ranked[:_MOST]]


def _by_package(
    stage: FirstStage, kinds: Kinds, values: FloatArray
) -> list[tuple[float, tuple[Branch, Branch]]]:
    weight = np.where(stage.choose >= 0, values[stage.choose], 0.0)
    undecided = (weight > _UNDECIDED) & (weight < 1.0 - _UNDECIDED)
    found: list[tuple[float, tuple[Branch, Branch]]] = []
    for package in np.unique(kinds.package[undecided]):
        own = np.flatnonzero((kinds.package == package) & (stage.choose >= 0))
        mass = weight[own]
        size = float(np.ptp(stage.program.cost[stage.choose[own[mass > _UNDECIDED]]])) + 1.0
        before = len(found)
        for position, feature in enumerate(kinds.features):
            if position == len(kinds.features) - 1 and len(found) > before:
                break  # single options only when nothing else tells them apart
            divided = _divide(feature[own], mass, ordered=position > 0)
            if divided is None:
                continue
            first, share = divided
            sides = Branch(stage.choose[own[first]], _NONE), Branch(stage.choose[own[~first]], _NONE)
            found.append((min(share, 1.0 - share) * (1.0 + np.log(size)), sides))
    return found


_NONE = np.zeros(0, dtype=np.int64)


def _divide(feature: FloatArray, mass: FloatArray, *, ordered: bool) -> tuple[np.ndarray, float] | None:
    """Return the set of options on one side that holds most nearly half of the mass, and its share."""
    levels, place = np.unique(feature, return_inverse=True)
    by_level = np.bincount(place, weights=mass, minlength=len(levels))
    share = np.cumsum(by_level) if ordered else by_level
    share = np.minimum(share, 1.0)
    evenness = np.minimum(share, 1.0 - share)
    best = int(evenness.argmax())
    if evenness[best] <= _UNDECIDED:
        return None
    side = place <= best if ordered else place == best
    return side, float(share[best])


def _by_site(stage: FirstStage, values: FloatArray) -> list[tuple[float, tuple[Branch, Branch]]]:
    """Split by whether a site is used at all: without its options, or with its unit or its use counted."""
    sites = stage.problem.sites
    if sites is None:
        return []
    found = []
    unit, used = stage.program.find("unit"), stage.program.find("used")
    for site in range(len(sites.names)):
        counted = []
        if unit is not None and unit[site, -1] >= 0:
            counted.append((int(unit[site, -1]), sites.unit_from >= 0))
        if used is not None and used[site] >= 0:
            counted.append((int(used[site]), np.ones(len(sites.site), dtype=bool)))
        for column, which in counted:
            share = values[column]
            if _UNDECIDED < share < 1.0 - _UNDECIDED:
                closed = stage.choose[(sites.site == site) & which & (stage.choose >= 0)]
                sides = (
                    Branch(np.append(closed, column), _NONE),
                    Branch(_NONE, np.array([column])),
                )
                found.append((min(share, 1.0 - share) * 30.0, sides))
    return found


def _by_column(stage: FirstStage, values: FloatArray) -> list[tuple[Branch, Branch]]:
    """Split by the most undecided whole column of any kind."""
    columns = np.flatnonzero(stage.program.integer)
    distance = np.abs(values[columns] - np.round(values[columns]))
    order = np.argsort(-distance, kind="stable")
    return [
        (Branch(columns[[at]], _NONE), Branch(_NONE, columns[[at]]))
        for at in order[:_MOST]
        if distance[at] > _UNDECIDED
    ]
