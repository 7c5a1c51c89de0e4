"""What it would take: the smallest mix of levers that gives a target a wanted chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook import Posterior, Scenario, simulate
from jiwar.outlook.answers.fans import quantity
from jiwar.outlook.answers.reach import POLICY, Pull, effort, pulls, scenario_of

STEP = 0.25
"""The part of a reach by which the search pulls at a time; every lever is then let back as far as possible."""

TRADED = 0.125
"""The part of a reach of one lever that is traded for less of another."""

_HALVINGS = 4
_SAVED = 0.02
"""Least effort that a trade must save to be made."""

FRESH = 1
"""What is added to the seed for the paths that judge what was found."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: a quantity that reaches a value in a year with a chance."""

    quantity: str
    value: float
    year: int
    chance: float


@dataclass(frozen=True, slots=True)
class Taken:
    """What it would take: the mix with its effort and chance, or the best that all levers give.

    ``chance`` is that on the paths of the search, ``fresh`` that on paths which the mix was not searched on.
    ``before`` is the chance with the scenario as it is, ``most`` that with every lever that helps at the end of its
    reach, both on the paths of the search; ``reached`` is false when even that is less than wanted,
    and the mix is then all of them. ``gets`` is the value that the mix reaches with just the wanted chance.
    """

    wish: Wish
    reached: bool
    pulls: tuple[Pull, ...]
    effort: float
    chance: float
    fresh: float
    before: float
    most: float
    gets: float
    runs: int


Runs = dict[tuple[object, ...], FloatArray]
"""Values of a quantity on all paths, by quantity, year and mix; wishes for the same quantity share them."""


@dataclass(frozen=True)
class _Judge:
    """Runs mixes on common random numbers and remembers them; compares by how far the wanted quantile gets."""

    posterior: Posterior
    base: Scenario
    wish: Wish
    paths: int
    seed: int
    runs: Runs
    progress: Callable[[int], None] | None

    def values(self, parts: dict[str, float]) -> FloatArray:
        """Return the quantity of the wish on all paths."""
        wish = self.wish
        key = (wish.quantity, wish.year, *(round(parts.get(name, 0.0), 4) for name in POLICY))
        if key not in self.runs:
            self.runs[key] = self.fresh(parts, self.seed)
            if self.progress is not None:
                self.progress(len(self.runs))
        return self.runs[key]

    def fresh(self, parts: dict[str, float], seed: int) -> FloatArray:
        """Return the same on paths of another seed, without remembering them."""
        year = self.wish.year
        scenario = scenario_of(parts, self.base)
        run = simulate(self.posterior, scenario, until=year, paths=self.paths, seed=seed)
        return quantity(run, self.wish.quantity)[:, run.at(year)]

    def chance(self, parts: dict[str, float]) -> float:
        """Return the chance of the wish."""
        return float(np.mean(self.values(parts) >= self.wish.value))

    def gets(self, parts: dict[str, float]) -> float:
        """Return the value that is reached with just the wanted chance."""
        return float(np.quantile(self.values(parts), 1.0 - self.wish.chance))

    def meets(self, parts: dict[str, float]) -> bool:
        """Whether a mix gives the wanted chance."""
        return self.chance(parts) >= self.wish.chance


def what_would_it_take(
    posterior: Posterior,
    base: Scenario,
    wish: Wish,
    *,
    paths: int,
    seed: int,
    runs: Runs | None = None,
    progress: Callable[[int], None] | None = None,
) -> Taken:
    """Search the smallest mix for a wish; the mix found is judged on fresh paths.

    Levers are pulled step by step, each time the one that moves the wanted quantile most; then every lever is let back
    as far as the wish still holds, the least useful first; then an eighth of one lever is traded for less of another as
    long as that makes the mix smaller. The same random numbers serve every mix. A smaller mix can exist, since the
    search does not try all of them. ``runs`` is filled and shared between wishes.
    """
    judge = _Judge(posterior, base, wish, paths, seed, {} if runs is None else runs, progress)
    start = judge.gets({})
    helpful = [name for name in POLICY if judge.gets({name: 1.0}) > start]
    everything = dict.fromkeys(helpful, 1.0)
    reached = judge.meets(everything)
    mix = _traded(judge, _let_back(judge, _climbed(judge, helpful)), helpful) if reached else everything
    return Taken(
        wish=wish,
        reached=reached,
        pulls=pulls(mix),
        effort=effort(mix),
        chance=judge.chance(mix),
        fresh=float(np.mean(judge.fresh(mix, seed + FRESH) >= wish.value)),
        before=judge.chance({}),
        most=judge.chance(everything),
        gets=judge.gets(mix),
        runs=len(judge.runs),
    )


def _climbed(judge: _Judge, helpful: list[str]) -> dict[str, float]:
    """Pull the lever that helps most, again and again, until the wish is met."""
    mix: dict[str, float] = {}
    while not judge.meets(mix):
        steps = [
            {**mix, name: min(mix.get(name, 0.0) + STEP, 1.0)} for name in helpful if mix.get(name, 0.0) < 1.0
        ]
        if not steps:
            return dict.fromkeys(helpful, 1.0)
        mix = max(steps, key=judge.gets)
    return mix


def _let_back(judge: _Judge, mix: dict[str, float]) -> dict[str, float]:
    """Let every lever back as far as the wish still holds: first drop whole levers, then shorten the others."""
    for name in sorted(
        mix, key=lambda lever: judge.gets({k: v for k, v in mix.items() if k != lever}), reverse=True
    ):
        without = {lever: part for lever, part in mix.items() if lever != name}
        if judge.meets(without):
            mix = without
            continue
        mix = _shortened(judge, mix, name, 0.0)
    return mix


def _shortened(judge: _Judge, mix: dict[str, float], name: str, low: float) -> dict[str, float]:
    """Let one lever of a mix that meets the wish back towards a part, by bisection."""
    high = mix[name]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if judge.meets({**mix, name: middle}) else (middle, high)
    return {**mix, name: high}


def _traded(judge: _Judge, mix: dict[str, float], helpful: list[str]) -> dict[str, float]:
    """Pull one lever less and another more, as long as the mix gets smaller and the wish still holds."""
    better: dict[str, float] | None = mix
    while better is not None:
        mix = better
        found = (_trade(judge, mix, given, helpful) for given in mix)
        better = min((one for one in found if one is not None), key=effort, default=None)
    return mix


def _trade(judge: _Judge, mix: dict[str, float], given: str, helpful: list[str]) -> dict[str, float] | None:
    """Return the mix with less of one lever and less than that more of the one that helps most; None without gain."""
    less = {lever: part for lever, part in mix.items() if lever != given}
    if mix[given] > TRADED:
        less[given] = mix[given] - TRADED
    room = min(TRADED, mix[given]) - _SAVED

    def longer(name: str) -> dict[str, float]:
        return {**less, name: min(less.get(name, 0.0) + room, 1.0)}

    taker = max(
        (name for name in helpful if name != given), key=lambda name: judge.gets(longer(name)), default=given
    )
    if room <= 0 or taker == given or not judge.meets(longer(taker)):
        return None
    return _shortened(judge, longer(taker), taker, less.get(taker, 0.0))
