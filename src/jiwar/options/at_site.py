"""Reads all options at one site: teams that learn alike are followed together, and read off the profile of a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from jiwar.money import FloatArray
from jiwar.options.charges import BUILD_MONTHS, Charges, forms_of
from jiwar.options.engagement import Engagement
from jiwar.options.learning import SERIES
from jiwar.options.option import Option
from jiwar.options.present_values import Before, Moved, PresentValues
from jiwar.options.pricing import first_team
from jiwar.options.rates import Skill
from jiwar.options.reading import Bundle, Figures
from jiwar.options.winding_down import SERIES_AT_HOME, WindDown, from_start, missing, wanted_at_home
from jiwar.options.workforce import Piece, away_pieces

_HEADS, _OUTPUT, _JOINING, _LEARNERS = (
    SERIES.index(name) for name in ("heads", "output", "joining", "learners")
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Posts that move, and the options that move them, by start."""

    moved: Moved
    by_start: dict[int, list[Option]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Growing:
    """What a new team delivers, and whom it wants at home, from its start on; shape (S, months)."""

    output: FloatArray
    teaching: FloatArray
    wanted: FloatArray
    room: FloatArray  # memory for those at home, with the teaching in it
    needed: FloatArray  # (months,)
    least_before: float

    def same(self, least_before: float) -> bool:
        """Say whether a later start sees the same, month by month after it."""
        return least_before == self.least_before and bool((self.needed == self.needed[0]).all())

    def shorter(self, months: int) -> _Growing:
        """Return the same for fewer months."""
        return _Growing(
            self.output[:, :months],
            self.teaching[:, :months],
            self.wanted[:, :months],
            self.room,
            self.needed[:months],
            self.least_before,
        )


class SiteReader:
    """Reads the options at one site; what it remembers goes with it."""

    def __init__(self, values: PresentValues, site: str, before: Mapping[tuple[Moved, int], Before]) -> None:
        self.values, self.site, self.before = values, site, before
        self.pricer, self.reading = values.pricer, values.reading
        self._bundles: dict[tuple[object, ...], Bundle] = {}
        self._by_provider: dict[tuple[Engagement, int], tuple[int, int]] = {}
        self._people: dict[int, FloatArray] = {}  # option → people away, where support asks for them

    def read(self, options: list[Option]) -> None:
        """Add everything that options at the site cost to their figures."""
        groups: dict[tuple[str, bool], dict[Moved, _Wanted]] = {}
        for option in options:
            away = self.pricer.away(option)
            for moved in self.values.moved(option):
                group = groups.setdefault((moved.package.knowledge, away.quick), {})
                wanted = group.setdefault(moved, _Wanted(moved))
                wanted.by_start.setdefault(away.start, []).append(option)
        for (_, quick), group in groups.items():
            self._read_group(list(group.values()), quick=quick)
        self._add_law(options)

    def _read_group(self, group: list[_Wanted], *, quick: bool) -> None:
        """Read posts that differ in size, skill and start, with one learning curve and one way to fill posts."""
        pricer, package = self.pricer, group[0].moved.package
        size = pricer.size_factor(package, self.site, quick=quick)
        teams = pricer.rates.teams(
            pricer.facts.sites[self.site],
            [(one.moved.skill, first_team(one.moved.posts, size, one.moved.share)) for one in group],
            **pricer.ground(package, self.site),
            quick=quick,
        )
        for wanted, team in zip(group, teams, strict=True):  # a team holds until the next one
            moved = wanted.moved
            growing, joining = None, None
            for start, options in sorted(wanted.by_start.items()):
                pieces = away_pieces(moved.posts, size, moved.share, start, team)
                growing = self._growing(moved, pieces, start, growing)
                shared = self._handed_over(moved, growing, start)
                self._away(moved.skill, pieces, start, options, shared)
                if joining is None or not joining.same(pieces):
                    joining = self._joining(pieces, start, wanted.by_start)
                self._hire(moved.skill, joining, start, options)

    def _joining(self, pieces: tuple[Piece, ...], start: int, starts: Iterable[int]) -> _Joining:
        months = self.pricer.rates.shape[1]
        cuts = (BUILD_MONTHS, *(months - max(one, 0) for one in starts))
        if len(pieces) == 1:
            return _Joining(pieces, _window(pieces[0])[_JOINING], pieces[0].people, cuts)
        return _Joining(pieces, _sum(pieces, _JOINING, None, max(start, 0)), 1.0, cuts)

    def _hire(self, skill: Skill, joining: _Joining, start: int, options: list[Option]) -> None:
        """Count what options ask of the labour market at the site."""
        begin, reach = max(start, 0), self.pricer.rates.values("provider_reach")
        for option in options:
            key = (option.engagement, start)
            if key not in self._by_provider:
                months = self.pricer.charges.by_provider(option.engagement, start)[begin:]
                self._by_provider[key] = int(months.sum()), months.size
            self.values.hire((self.site, *skill), joining.most(*self._by_provider[key], reach))

    def _growing(
        self, moved: Moved, pieces: tuple[Piece, ...], start: int, known: _Growing | None
    ) -> _Growing:
        """Return what a new team delivers and wants; with the same posts, that of an earlier start, cut short."""
        begin, before = max(start, 0), self.before[moved, start]
        needed = moved.needed[begin:]
        if known is not None and len(pieces) == 1 and known.same(before.least_wanted):
            return known.shorter(needed.size)
        output = _sum(pieces, _OUTPUT, self.pricer.reach(self.site), begin)
        teaching = _sum(pieces, _LEARNERS, self.pricer.rates.values("teaching_share"), begin)
        wanted = wanted_at_home(missing(needed, output), teaching, before.least_wanted)
        scenarios, months = teaching.shape
        room = WindDown.room(scenarios, months, teaching.dtype)
        room[SERIES_AT_HOME.index("teaching")] = teaching
        return _Growing(output, teaching, wanted, room, needed, before.least_wanted)

    def _handed_over(self, moved: Moved, growing: _Growing, start: int) -> Figures:
        """Read the hand-over at home, which is the same in every form of employment."""
        pricer, before, begin = self.pricer, self.before[moved, start], max(start, 0)
        left = pricer.rates.lasting(pricer.home, knowledge=moved.package.knowledge, group="home")
        wound = from_start(before.last, left, growing.wanted, growing.teaching, growing.room)
        figures = self.values.at_home(moved, wound, begin)
        figures.add(before.figures)
        delivered = growing.output + wound.productive
        np.minimum(delivered, growing.needed, out=delivered)
        if before.rest_output is not None:
            delivered += before.rest_output
        self.values.undone(moved, delivered, begin, figures)
        return figures

    def _away(
        self,
        skill: Skill,
        pieces: tuple[Piece, ...],
        start: int,
        options: list[Option],
        shared: Figures,
    ) -> None:
        """Add the team away in each form of employment, and what all forms share, to the figures of options."""
        begin, known = max(start, 0), dict[Engagement, Figures]()
        for option in options:
            forms = forms_of(option.engagement)
            for form in forms:
                if form not in known:
                    known[form] = self._read_pieces(self._bundle(skill, form, start), pieces)
            self.values.of(option).add(shared, *(known[form] for form in forms))
            if self.values.law.support.earns(option):
                nobody = np.zeros(self.pricer.rates.shape, order="F")
                people = self._people.setdefault(option.index, nobody)
                people[:, begin:] += _sum(pieces, _HEADS, None, begin)

    def _read_pieces(self, bundle: Bundle, pieces: tuple[Piece, ...]) -> Figures:
        parts = []
        for piece in pieces:
            part = bundle.read(_window(piece).transpose(0, 2, 1), max(piece.at, 0), self.reading)
            np.multiply(part.numbers, piece.people, out=part.numbers)
            parts.append(part)
        first, *later = parts
        for part in later:
            first.add(part)
        return first

    def _bundle(self, skill: Skill, form: Engagement, start: int) -> Bundle:
        key = (skill, form, start if form is Engagement.BUILD_OPERATE_TRANSFER else None)
        if key not in self._bundles:
            pricer = self.pricer
            charges = Charges(pricer.rates, pricer.home, pricer.facts.sites, pricer.distances)
            added = charges.added(self.site, skill, form, start)  # bundled at once, so not remembered
            self._bundles[key] = Bundle.of(added, SERIES, self.reading)
        return self._bundles[key]

    def _add_law(self, options: list[Option]) -> None:
        """Add wage support and the cost of legal duties."""
        nobody = np.zeros((1, 1))
        for option in options:
            people = self._people.get(option.index, nobody)
            for line, amounts, _ in self.values.law.lines(option, people):
                self.reading.read_line(line, amounts, self.values.of(option))


def read_options(values: PresentValues, options: Iterable[Option]) -> None:
    """Read options, each once, site by site; ways to stay are read off their ledgers."""
    sites: dict[str, list[Option]] = {}
    for option in options:
        if option.engagement.stays:
            values.stay(option)
        else:
            sites.setdefault(option.site, []).append(option)
    before = values.all_before(option for group in sites.values() for option in group)
    for site, group in sites.items():
        SiteReader(values, site, before).read(group)


class _Joining:
    """People who join a team, and the most of them in a month of any stretch, counted from the start."""

    def __init__(
        self, pieces: tuple[Piece, ...], series: FloatArray, times: float, cuts: Iterable[int]
    ) -> None:
        self._pieces = pieces
        ends = sorted({0, series.shape[1], *(cut for cut in cuts if 0 < cut < series.shape[1])})
        self._times = times
        self._parts = {(low, high): series[:, low:high].max(axis=1) for low, high in pairwise(ends)}

    def same(self, pieces: tuple[Piece, ...]) -> bool:
        """Say whether a team that starts later is the same, month by month after its start."""
        return len(pieces) == len(self._pieces) == 1 and pieces[0].people == self._pieces[0].people

    def most(self, by_provider: int, months: int, reach: FloatArray) -> FloatArray:
        """Return the most asked of the labour market in so many months; a provider reaches more of it, shape (S,).

        ``by_provider`` is how many months from the start on a provider hires.
        """
        found = [
            most / reach if high <= by_provider else most
            for (_, high), most in self._parts.items()
            if high <= months
        ]
        highest: FloatArray = self._times * np.maximum.reduce(found)
        return highest


def _window(piece: Piece) -> FloatArray:
    """Return the series of one post of a piece in the months of the horizon from its begin on."""
    series = piece.profile.series
    return series[:, :, max(-piece.at, 0) : max(series.shape[2] - max(piece.at, 0), 0)]


def _sum(pieces: tuple[Piece, ...], series: int, weight: FloatArray | None, begin: int) -> FloatArray:
    """Return a series of a team, times a weight by scenario, in the months from ``begin`` on."""
    first, *later = (
        (
            piece,
            _window(piece)[series] * (piece.people if weight is None else (piece.people * weight)[:, None]),
        )
        for piece in pieces
    )
    total: FloatArray = first[1]
    for piece, people in later:
        total[:, piece.at - begin :] += people
    return total
