"""Words in charts never run out of the drawing and never over each other, however long they are."""

from __future__ import annotations

import itertools
import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.report.charts import (
    FanChart,
    FlipBar,
    FlipChart,
    GradeBar,
    GradeBars,
    IncentiveSteps,
    Line,
    Lines,
    MapSite,
    SiteMap,
    Step,
    SupportCurve,
    Timeline,
    TimelineLane,
    TimelineRow,
    Tornado,
    TornadoBar,
    Waterfall,
    YearGridChart,
)
from jiwar.report.charts.letters import shortened, spread, text_width, wrapped
from jiwar.report.html import NARROW, WIDE
from jiwar.report.palette import COLOURS

SVG = "{http://www.w3.org/2000/svg}"
YEARS = ((0, "2027"), (12, "2028"), (24, "2029"), (36, "2030"), (48, "2031"))
Box = tuple[float, float, float, float, str]

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüßéABMW ()-", min_size=1, max_size=70)
EUR = st.floats(-5e6, 5e6)
both = pytest.mark.parametrize("width", [WIDE, NARROW])


def millions(value: float) -> str:
    """Write an amount as the axes do."""
    return f"{value / 1e6:.2f}".replace("-", "−")


def whole(value: float) -> str:
    """Write a count."""
    return f"{value:.0f}"


def parsed(svg: str) -> ET.Element:
    """Return the drawing as a tree."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def boxes(svg: str) -> list[Box]:
    """Where the words of a drawing stand, as wide as we think that they are."""
    found = []
    for node in parsed(svg).iter(f"{SVG}text"):
        size = float(node.attrib.get("font-size", "12"))
        width = text_width(node.text or "", size, bold="font-weight" in node.attrib)
        x, y = float(node.attrib["x"]), float(node.attrib["y"])
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[node.attrib.get("text-anchor", "start")]
        found.append((left, y - 0.75 * size, left + width, y + 0.2 * size, node.text or ""))
    return found


def check(svg: str, width: int) -> None:
    """Hold that no words are cut or overlap, and that only colours of the palette are used."""
    root = parsed(svg)
    assert float(root.attrib["width"]) == width
    height = float(root.attrib["height"])
    found = boxes(svg)
    for left, top, right, bottom, words in found:
        assert left >= -1.5, words
        assert right <= width + 1.5, words
        assert top >= -1.5, words
        assert bottom <= height + 1.5, words
    for one, other in itertools.combinations(found, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        up = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 1.0 or up <= 1.0, (one, other)
    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", svg)) <= {colour.light for colour in COLOURS}


def titles(svg: str) -> list[str]:
    """What a drawing tells a pointer."""
    return [node.text or "" for node in parsed(svg).iter(f"{SVG}title")]


@both
@settings(max_examples=40, deadline=None)
@given(
    names=st.tuples(NAMES, NAMES, NAMES),
    end=EUR,
    spread_eur=st.floats(1e3, 3e6),
    at=st.integers(0, 59),
    words=NAMES,
)
def test_fan(
    width: int, names: tuple[str, str, str], end: float, spread_eur: float, at: int, words: str
) -> None:
    middle = tuple(end * month / 59 + 4e5 * math.sin(month / 9) for month in range(60))
    low = tuple(value - spread_eur * month / 59 for month, value in enumerate(middle))
    high = tuple(value + spread_eur * month / 59 for month, value in enumerate(middle))
    chart = FanChart(low, middle, high, YEARS, names, words, millions, low, high, None)
    check(chart.svg(width), width)
    marked = FanChart(low, middle, high, YEARS, names, words, millions, (), (), (at, words))
    assert parsed(marked.svg(width)).find(f"{SVG}circle") is not None
    assert len(titles(chart.svg(width))) == len(YEARS) - 1


@both
@settings(max_examples=40, deadline=None)
@given(
    drivers=st.lists(st.tuples(NAMES, EUR, EUR, NAMES), min_size=1, max_size=12),
    middle=EUR,
    words=st.tuples(NAMES, NAMES),
)
def test_tornado(
    width: int, drivers: list[tuple[str, float, float, str]], middle: float, words: tuple[str, str]
) -> None:
    bars = tuple(TornadoBar(name, low, high, text[:12], text[:9]) for name, low, high, text in drivers)
    chart = Tornado(bars, middle, "mid values", "no saving", *words, "Million EUR", millions)
    check(chart.svg(width), width)
    told = titles(chart.svg(width))
    assert [one.split(". ")[0] for one in told] == [bar.label for bar in bars]


@both
@settings(max_examples=40, deadline=None)
@given(
    drivers=st.lists(st.tuples(NAMES, st.none() | st.floats(0, 1), NAMES), min_size=1, max_size=12),
    words=st.tuples(NAMES, NAMES, NAMES),
)
def test_flips(width: int, drivers: list[tuple[str, float | None, str]], words: tuple[str, str, str]) -> None:
    chart = FlipChart(tuple(FlipBar(*one) for one in drivers), *words)
    check(chart.svg(width), width)


def test_the_mark_of_a_flip_stands_at_its_share() -> None:
    chart = FlipChart((FlipBar("a", 0.25, "x"), FlipBar("b", None, "")), "mid", "end", "never")
    root = parsed(chart.svg(WIDE))
    bars = [node.attrib for node in root.iter(f"{SVG}rect")]
    full, safe, never = (float(one["width"]) for one in bars)
    assert safe == pytest.approx(full / 4, abs=0.02)
    assert never == full
    assert [node.text for node in root.iter(f"{SVG}text")].count("never") == 1


SITES = st.lists(
    st.tuples(
        st.text(alphabet="abcdeimnostw", min_size=3, max_size=12), st.floats(12, 58), st.floats(-12, 40)
    ),
    min_size=2,
    max_size=16,
    unique_by=lambda one: one[0],
)


@both
@settings(max_examples=60, deadline=None)
@given(places=SITES, chosen=st.integers(1, 3))
def test_map(width: int, places: list[tuple[str, float, float]], chosen: int) -> None:
    sites = tuple(
        MapSite(name, lat, lon, index, 10.0 * index) for index, (name, lat, lon) in enumerate(places)
    )
    chart = SiteMap(
        sites[: chosen + 1], sites[chosen + 1 :], ("N", "E", "S", "W"), whole, lambda km: f"{km:.0f} km"
    )
    svg = chart.svg(width)
    names = [node.text or "" for node in parsed(svg).iter(f"{SVG}text")]
    for site in sites[: chosen + 1]:
        assert any(name.startswith(site.label) for name in names)
    others = {one.label for one in sites[chosen + 1 :]}
    free = [box for box in boxes(svg) if box[4] in others]
    for one in free:  # names of sites not chosen are left out rather than set over others
        for other in boxes(svg):
            if other is not one and other[:4] != one[:4]:
                across = min(one[2], other[2]) - max(one[0], other[0])
                up = min(one[3], other[3]) - max(one[1], other[1])
                assert across <= 1.0 or up <= 1.0, (one, other)
    for box in boxes(svg):
        assert box[0] >= -1.5
        assert box[2] <= width + 1.5


@both
def test_map_of_the_first_sites(width: int) -> None:
    home = MapSite("Stuttgart", 48.78, 9.18, 0, 31.0)
    plan = (MapSite("Casablanca", 33.57, -7.59, 1, 17.0), MapSite("Cluj-Napoca", 46.77, 23.6, 2, 3.0))
    others = (
        MapSite("Rabat", 34.02, -6.84, 0),
        MapSite("Tanger", 35.77, -5.8, 0),
        MapSite("Porto", 41.15, -8.61, 0),
        MapSite("Braga", 41.55, -8.43, 0),
        MapSite("Kraków", 50.06, 19.94, 0),
        MapSite("Tunis", 36.8, 10.18, 0),
    )
    svg = SiteMap((home, *plan), others, ("N", "O", "S", "W"), whole, lambda km: f"{km:.0f} km").svg(width)
    check(svg, width)
    shown = {node.text for node in parsed(svg).iter(f"{SVG}text")}
    assert {"Stuttgart: 31", "Casablanca: 17", "Cluj-Napoca: 3", "Tunis", "Kraków"} <= shown
    widths = [float(node.attrib["stroke-width"]) for node in parsed(svg).iter(f"{SVG}path")][:2]
    assert widths[0] > widths[1]  # more people, wider flow


@both
@settings(max_examples=40, deadline=None)
@given(
    names=st.lists(NAMES, min_size=1, max_size=3),
    thresholds=st.lists(
        st.tuples(st.sampled_from([20.0, 50.0, 90.0, 150.0, 250.0]), NAMES),
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    plan=st.none() | st.tuples(st.floats(0, 300), NAMES),
    title=NAMES,
)
def test_incentives(
    width: int,
    names: list[str],
    thresholds: list[tuple[float, str]],
    plan: tuple[float, str] | None,
    title: str,
) -> None:
    points = ((0.0, 0.0), (50.0, 0.0), (50.0, 4e5), (150.0, 6e5), (150.0, 4e6), (300.0, 8e6))
    curves = tuple(SupportCurve(name, points) for name in names)
    chart = IncentiveSteps(curves, tuple(sorted(thresholds)), plan, title, title, millions, whole)
    check(chart.svg(width), width)


def test_support_jumps_at_its_threshold() -> None:
    curve = SupportCurve("a", ((0.0, 0.0), (50.0, 0.0), (50.0, 100.0), (150.0, 200.0)))
    assert [curve.at(jobs) for jobs in (0.0, 49.0, 50.0, 100.0, 150.0, 400.0)] == [
        0.0,
        0.0,
        100.0,
        150.0,
        200.0,
        200.0,
    ]


@both
@settings(max_examples=40, deadline=None)
@given(
    series=st.lists(st.tuples(NAMES, EUR, st.booleans()), min_size=1, max_size=6),
    title=NAMES,
)
def test_lines(width: int, series: list[tuple[str, float, bool]], title: str) -> None:
    drawn = tuple(
        Line(
            name,
            tuple(end * month / 59 for month in range(60)),
            index,
            dashed,
            *(((0.0,) * 60, (abs(end),) * 60) if dashed else ()),
        )
        for index, (name, end, dashed) in enumerate(series)
    )
    check(Lines(drawn, YEARS, title, millions, from_zero=True).svg(width), width)


def test_a_line_with_a_gap_is_two_lines_and_can_be_switched_off() -> None:
    chart = Lines(
        (Line("a & b", (1.0, 2.0, None, 3.0, 4.0), 1), Line("c", (0.0,) * 5, 2)), ((0, "2027"),), "EUR", whole
    )
    root = parsed(chart.svg(WIDE))
    groups = [node for node in root.iter(f"{SVG}g") if node.attrib.get("class") == "series"]
    assert {node.attrib["data-name"] for node in groups} == {"a & b", "c"}
    first = next(
        node for node in groups if node.attrib["data-name"] == "a & b" and node.find(f"{SVG}path") is not None
    )
    assert len(first.findall(f"{SVG}path")) == 2


@given(st.text(min_size=1, max_size=60), st.floats(20, 400), st.booleans())
def test_shortened_words_fit(text: str, width: float, bold: bool) -> None:  # noqa: FBT001 - given by name
    cut = shortened(text, width, 12.0, bold=bold)
    assert text_width(cut, 12.0, bold=bold) <= width or len(cut) == 1
    assert cut == text or len(cut) <= len(text)


@given(NAMES, st.floats(40, 300), st.integers(1, 4))
def test_wrapped_words_keep_their_order(text: str, width: float, lines: int) -> None:
    found = wrapped(text, width, 11.5, lines=lines)
    assert len(found) <= lines
    if "…" not in "".join(found):
        assert " ".join(found).split() == text.split()
    for line in found:
        assert text_width(line, 11.5) <= width or len(line) == 1


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), min_size=1, max_size=8))
def test_spread_labels_do_not_overlap(wanted: list[tuple[float, float]]) -> None:
    heights = tuple(height for _, height in wanted)
    middles = spread(tuple(place for place, _ in wanted), heights, 0.0, 300.0)
    spans = sorted((middle - h / 2, middle + h / 2) for middle, h in zip(middles, heights, strict=True))
    assert all(before[1] <= after[0] + 1e-6 for before, after in itertools.pairwise(spans))
    assert spans[0][0] >= -1e-6
    assert spans[-1][1] <= max(300.0, sum(heights)) + 1e-6
    assert middles == spread(tuple(place for place, _ in wanted), heights, 0.0, 300.0)


@both
@settings(max_examples=30, deadline=None)
@given(names=st.tuples(NAMES, NAMES, NAMES, NAMES), shares=st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_older_charts(width: int, names: tuple[str, str, str, str], shares: list[float]) -> None:
    grades = tuple(
        GradeBar(rank, names[0], names[1], share, f"{share:.0%}") for rank, share in enumerate(shares)
    )
    check(GradeBars(grades).svg(width), width)
    lane = TimelineLane(
        names[1], 1, (0.0, 3.0, *(40.0 * share for share in shares)), (False, True, *(False,) * len(shares))
    )
    row = TimelineRow(names[0], (TimelineLane(names[2], 0, lane.people, lane.building_up), lane))
    years = ((0, "2027"), (2, "2028"))
    check(Timeline((row,), years, 2 + len(shares), names[2], names[3], whole).svg(width), width)
    steps = tuple(Step(name, 1e6 * (share - 0.5)) for name, share in zip(names, shares, strict=False))
    level = 3e6 + sum(step.change_eur for step in steps)
    chart = Waterfall(
        (names[0], 3e6),
        steps,
        (names[1], level),
        "apart",
        ((names[2], 5e5), (names[3], 4e5)),
        millions,
        millions,
    )
    check(chart.svg(width), width)
    weeks = tuple(tuple(8.0 * shares[0] if day < 5 else 0.0 for _ in range(53)) for day in range(7))
    months = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
    days = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
    check(
        YearGridChart(2028, weeks, 8.0, months, days, names[3], lambda hours: f"{hours:.1f} h").svg(width),
        width,
    )
