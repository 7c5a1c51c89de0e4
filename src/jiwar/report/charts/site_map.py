"""Where the work goes: sites at their coordinates, with a flow from home to each site of the plan."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jiwar.report.charts.drawing import Point, bar, dot, drawing, label, line, path, told
from jiwar.report.charts.letters import text_width
from jiwar.report.palette import GRID, INK, PAPER, QUIET, RULE, site_colour

_WIDE = 560
_SIZE, _SMALL = 12.0, 10.5
_EDGE = 34.0
_FOOT = 10.0  # room for a name below the southernmost site, above the degrees
Box = tuple[float, float, float, float]
_FAR = 1.35  # times the way to the farthest site of the plan
_LEAST_REACH_DEGREES = 14.0
_KM_PER_DEGREE = 111.2
_STEPS_DEGREES = (1, 2, 5, 10, 15, 20, 30)
_STEPS_KM = (100, 200, 250, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class MapSite:
    """A site with its coordinates in degrees, the position of its colour, and the people who work there."""

    label: str
    latitude: float
    longitude: float
    position: int
    people: float = 0.0


@dataclass(frozen=True, slots=True)
class SiteMap:
    """A map without coasts: a graticule, the sites, and arcs as wide as the people who work at their end.

    An equirectangular projection whose middle parallel is true to scale; it is meant for a few thousand
    kilometres. ``sites`` begins with home, ``others`` were looked at and not chosen; those far beyond the sites
    of the plan stand at the edge, with an arrow.
    """

    sites: tuple[MapSite, ...]
    others: tuple[MapSite, ...]
    compass: tuple[str, str, str, str]
    write: Callable[[float], str]
    write_km: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels."""
        frame = _Frame.around((*self.sites, *self._near()), float(width))
        frame = replace(frame, places=tuple(frame.place(one) for one in self._all()))
        shapes = [bar(0.0, 0.0, float(width), frame.height, PAPER.light, stroke=RULE.light)]
        shapes.extend(self._graticule(frame))
        shapes.extend(self._flows(frame))
        shapes.extend(
            told([dot(*frame.place(one), 3.5, QUIET.light, stroke=PAPER.light)], one.label)
            for one in self.others
        )
        for one in self.sites:
            colour = site_colour(one.position).light
            shapes.append(told([dot(*frame.place(one), 6.0, colour, stroke=PAPER.light)], self._words(one)))
        shapes.extend(self._names(frame))
        shapes.extend(self._scale(frame))
        return drawing(width, frame.height, shapes)

    def _near(self) -> tuple[MapSite, ...]:
        """Return the other sites that do not stretch the map far beyond the sites of the plan."""
        reach = max(max(_apart(self.sites[0], one) for one in self.sites) * _FAR, _LEAST_REACH_DEGREES)
        return tuple(one for one in self.others if _apart(self.sites[0], one) <= reach)

    def _all(self) -> tuple[MapSite, ...]:
        return (*self.sites, *self.others)

    def _words(self, one: MapSite) -> str:
        return f"{one.label}: {self.write(one.people)}" if one.people else one.label

    def _graticule(self, frame: _Frame) -> Iterator[str]:
        north, east, south, west = self.compass
        for degree in frame.parallels():
            y = frame.y(degree)
            yield line(0.0, y, frame.width, y, GRID.light)
            mark = f"{abs(degree)}° {north if degree >= 0 else south}"
            yield label(4.0, y - 3.0, mark, size=_SMALL, fill=QUIET.light)
        for degree in frame.meridians():
            x = frame.x(degree)
            yield line(x, 0.0, x, frame.height, GRID.light)
            mark = f"{abs(degree)}°" + ("" if degree == 0 else f" {east if degree > 0 else west}")
            end = x + 4.0 + text_width(mark, _SMALL)
            box = (x + 4.0, frame.height - 15.0, end, frame.height)
            if end < frame.width and not any(_meet(box, _around(place, 5.0)) for place in frame.places):
                yield label(x + 4.0, frame.height - 5.0, mark, size=_SMALL, fill=QUIET.light)

    def _flows(self, frame: _Frame) -> Iterator[str]:
        """Draw an arc from home to every site; its width grows with the people, its head is the site."""
        home, most = self.sites[0], max((one.people for one in self.sites[1:]), default=0.0)
        for one in self.sites[1:]:
            wide = 1.5 + 9.0 * (one.people / most if most else 0.0)
            colour = site_colour(one.position).light
            arc = path(_arc(frame.place(home), frame.place(one)), colour, width=wide, opacity=0.55)
            yield told([arc], self._words(one))

    def _names(self, frame: _Frame) -> Iterator[str]:
        """Name every site beside its dot, where the name meets no other; the plan's first, over arcs if need be.

        A site that was only looked at may stay without a name: its dot tells it, and the table lists it.
        """
        home = frame.place(self.sites[0])
        dots = [_around(frame.place(one), 7.0) for one in self._all()]
        taken = [
            frame.scale_box,
            *dots,
            *((0.0, frame.y(p) - 14.0, 38.0, frame.y(p)) for p in frame.parallels()),
        ]
        arcs = [_around(point, 4.0) for one in self.sites[1:] for point in _arc(home, frame.place(one))[3:-2]]
        for one in self._all():
            main = one in self.sites
            words, size = (self._words(one), _SIZE) if main else (self._pointed(one, frame), _SMALL)
            x, y = frame.place(one)
            width = text_width(words, size, bold=main)
            found = _room(x, y, width, size, [*taken, *arcs], frame)
            if found is None and main:
                near = [_around(frame.place(other), 4.5) for other in self._all() if other is not one]
                found = (
                    _room(x, y, width, size, taken, frame)
                    or _room(x, y, width, size, [*near, *taken[len(dots) + 1 :]], frame)
                    or _room(x, y, width, size, near, frame)
                    or _room(x, y, width, size, [], frame)
                )
            if found is None:
                continue
            box, anchor, at = found
            taken.append(box)
            fill = site_colour(one.position).light if main else QUIET.light
            yield label(at[0], at[1], words, anchor=anchor, size=size, bold=main, fill=fill, halo=True)

    def _pointed(self, one: MapSite, frame: _Frame) -> str:
        """Return the name of a site, with the direction in which it lies when it is not on the map."""
        if frame.shows(one):
            return one.label
        east = frame.x(one.longitude) - frame.width / 2
        north = frame.height / 2 - frame.y(one.latitude)
        across = abs(east) * frame.height >= abs(north) * frame.width
        sign = ("→" if east > 0 else "←") if across else ("↑" if north > 0 else "↓")
        return f"{one.label} {sign}"

    def _scale(self, frame: _Frame) -> Iterator[str]:
        km, length = frame.scale
        _, _, right, bottom = frame.scale_box
        y = bottom - 4.0
        yield path(
            [(right - length, y - 4), (right - length, y), (right, y), (right, y - 4)], INK.light, width=1
        )
        yield label(right, y - 7.0, self.write_km(km), anchor="end", size=_SMALL, fill=QUIET.light)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Degrees to pixels: one scale for both, with longitudes shrunk as on the middle parallel."""

    width: float
    height: float
    west: float
    north: float
    per_degree: float
    shrink: float
    places: tuple[Point, ...] = ()

    @classmethod
    def around(cls, sites: tuple[MapSite, ...], width: float) -> _Frame:
        latitudes = [one.latitude for one in sites]
        longitudes = [one.longitude for one in sites]
        middle_latitude = (min(latitudes) + max(latitudes)) / 2
        shrink = math.cos(math.radians(middle_latitude))
        across = max((max(longitudes) - min(longitudes)) * shrink, 2.0)
        up = max(max(latitudes) - min(latitudes), 2.0)
        names = 2.4 if width >= _WIDE else 1.6  # room for names at both sides, in edges
        highest = 0.45 * width if width >= _WIDE else 1.15 * width
        per_degree = min((width - 2 * names * _EDGE) / across, (highest - 2 * _EDGE) / up)
        height = up * per_degree + 2 * _EDGE + _FOOT
        middle = (min(longitudes) + max(longitudes)) / 2
        west = middle - width / 2 / per_degree / shrink
        return cls(width, height, west, max(latitudes) + _EDGE / per_degree, per_degree, shrink)

    def x(self, longitude: float) -> float:
        return (longitude - self.west) * self.shrink * self.per_degree

    def y(self, latitude: float) -> float:
        return (self.north - latitude) * self.per_degree

    def place(self, site: MapSite) -> Point:
        """Return where a site lies, or where the way to it from the middle leaves the map."""
        x, y = self.x(site.longitude), self.y(site.latitude)
        middle_x, middle_y = self.width / 2, self.height / 2
        beyond = max(abs(x - middle_x) / (middle_x - 8.0), abs(y - middle_y) / (middle_y - 8.0))
        if beyond <= 1.0:
            return x, y
        return middle_x + (x - middle_x) / beyond, middle_y + (y - middle_y) / beyond

    def shows(self, site: MapSite) -> bool:
        """Say whether a site lies on the map."""
        return self.place(site) == (self.x(site.longitude), self.y(site.latitude))

    @property
    def step(self) -> int:
        """Degrees between two lines: some 90 pixels apart."""
        return next((one for one in _STEPS_DEGREES if one * self.per_degree >= 90.0), _STEPS_DEGREES[-1])

    def parallels(self) -> list[int]:
        return _between(self.north - self.height / self.per_degree, self.north, self.step)

    def meridians(self) -> list[int]:
        return _between(self.west, self.west + self.width / self.per_degree / self.shrink, self.step)

    @property
    def scale(self) -> tuple[float, float]:
        """A round number of kilometres and its length in pixels, at most a fifth of the width."""
        per_km = self.per_degree / _KM_PER_DEGREE
        fits = [km for km in _STEPS_KM if km * per_km <= self.width / 5]
        km = float(fits[-1] if fits else _STEPS_KM[0])
        return km, km * per_km

    @property
    def scale_box(self) -> Box:
        """The corner for the scale: the right one at the bottom, the left one, or the top, whichever is free."""
        long = max(self.scale[1], 60.0)
        right, left = self.width - 10.0 - long, 40.0
        low, high = self.height - 46.0, 12.0
        corners = [(x, y, x + long, y + 26.0) for y in (low, high) for x in (right, left)]
        free = [box for box in corners if not any(_meet(box, _around(place, 14.0)) for place in self.places)]
        return (free or corners)[0]


def _apart(one: MapSite, other: MapSite) -> float:
    """Return how far two sites lie apart, in degrees of a great circle, nearly."""
    shrink = math.cos(math.radians((one.latitude + other.latitude) / 2))
    return math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * shrink)


def _between(low: float, high: float, step: int) -> list[int]:
    first = math.ceil(low / step)
    return [index * step for index in range(first, math.floor(high / step) + 1)]


def _arc(start: Point, end: Point) -> list[Point]:
    """Return points of a gentle bow, bent to the west."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    bend = 0.14 * length
    dx, dy = (y2 - y1) / length, -(x2 - x1) / length
    side = -1.0 if dx > 0 else 1.0
    middle = ((x1 + x2) / 2 + side * dx * bend, (y1 + y2) / 2 + side * dy * bend)
    found = []
    for step in range(25):
        t = step / 24
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        found.append((a * x1 + b * middle[0] + c * x2, a * y1 + b * middle[1] + c * y2))
    return found


def _around(place: Point, half: float) -> Box:
    return place[0] - half, place[1] - half, place[0] + half, place[1] + half


def _room(
    x: float, y: float, width: float, size: float, taken: list[Box], frame: _Frame
) -> tuple[Box, str, Point] | None:
    """Find a free place for a name around its dot: right, left, above, below, then further away."""
    for gap in (10.0, 16.0, 24.0):
        places = (
            ("start", x + gap, y + size * 0.35),
            ("end", x - gap, y + size * 0.35),
            ("middle", x, y - gap),
            ("middle", x, y + gap + size * 0.75),
            ("start", x + gap * 0.7, y - gap * 0.8),
            ("end", x - gap * 0.7, y - gap * 0.8),
            ("start", x + gap * 0.7, y + gap * 0.8 + size * 0.6),
            ("end", x - gap * 0.7, y + gap * 0.8 + size * 0.6),
        )
        for anchor, at_x, at_y in places:
            left = at_x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            box = (left - 2.0, at_y - size * 0.85, left + width + 2.0, at_y + size * 0.3)
            inside = box[0] >= 2 and box[2] <= frame.width - 2 and box[1] >= 2 and box[3] <= frame.height - 18
            own = _around((x, y), 7.0)
            if inside and not any(_meet(box, other) for other in taken if other != own):
                return box, anchor, (at_x, at_y)
    return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
