"""Staged options: a pilot with a small share that may grow to a bigger one once a decision gate has been passed.

A staged option stands behind all others and shows the figures of its pilot, which is what is decided now. Growing
begins at the first start of the case on or after the gate, where the same move with the bigger share must be open.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from jiwar.options.engagement import Engagement
from jiwar.options.growth import Growth
from jiwar.options.option import Option, Options
from jiwar.provenance import Origin

GATE_MONTHS = (12, 24)
"""Months of the horizon at whose begin a move may be given up or may grow: after one year and after two."""


_BY_OPTION = (
    *("flows_eur", "npv_eur", "people", "home_people", "home_held"),
    *("hires", "released", "home_posts", "output", "demand"),
)

_Place = tuple[str, str, Engagement, float, str]


def with_stages(options: Options, gates: tuple[int, ...] = GATE_MONTHS) -> Options:
    """Return the options with every staged option behind them; once they are there, nothing changes."""
    if options.growths:
        return options
    gates = tuple(gate for gate in gates if gate < options.horizon.months)
    growths = _growths(options, gates)
    if not growths:
        return options
    rows = [*range(len(options)), *(growth.pilot for growth in growths)]
    pilots = {growth.option: growth.pilot for growth in growths}
    trace, support = options.trace, options.wage_support_eur

    def traced(index: int, line: str) -> tuple[Origin, ...]:
        return trace(pilots.get(index, index), line)

    return dataclasses.replace(
        options,
        items=(*options.items, *(_staged(options, growth) for growth in growths)),
        trace=traced,
        wage_support_eur={**support, **{new: support[old] for new, old in pilots.items() if old in support}},
        growths=growths,
        growth_gates=gates,
        **{name: getattr(options, name)[rows] for name in _BY_OPTION},
    )


def _staged(options: Options, growth: Growth) -> Option:
    pilot = options.items[growth.pilot]
    full = next(options.items[index] for index in growth.full if index >= 0)
    return dataclasses.replace(pilot, index=growth.option, grows_to=full.share)


def _growths(options: Options, gates: tuple[int, ...]) -> tuple[Growth, ...]:
    places = {_place(option): option.index for option in options.items if option.start and option.feasible}
    home = _work_at_home(options)
    found: list[Growth] = []
    for option in options.items:
        if option.index not in places.values() or option.work_package not in home:
            continue
        for share in options.case.work_package(option.work_package).shares:
            full = tuple(_full(options, places, option, share, gate) for gate in gates)
            if share > option.share and max(full, default=-1) >= 0:
                part = (share - option.share) / share
                found.append(
                    Growth(len(options) + len(found), option.index, home[option.work_package], full, part)
                )
    return tuple(found)


def _place(option: Option) -> _Place:
    return option.work_package, option.site, option.engagement, option.share, str(option.start)


def _full(options: Options, places: Mapping[_Place, int], pilot: Option, share: float, gate: int) -> int:
    """Return the same move with a bigger share at the first start on or after a gate, -1 when there is none."""
    if pilot.start is None or options.horizon.index(pilot.start) >= gate:
        return -1
    later = (start for start in options.case.starts if options.horizon.index(start) >= gate)
    start = min(later, default=None, key=options.horizon.index)
    if start is None:
        return -1
    bigger = dataclasses.replace(pilot, share=share, start=start)
    return places.get(_place(bigger), -1)


def _work_at_home(options: Options) -> dict[str, int]:
    """Return how the part that does not move is done at home, by work package: as pricing does it, by hiring."""
    found = {options.items[index].work_package: index for index in options.staying()}
    hiring = (one for one in options.items if one.engagement is Engagement.STAY_HIRE and one.feasible)
    return found | {option.work_package: option.index for option in hiring}
