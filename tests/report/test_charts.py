"""Charts are well-formed, deterministic, and say what the data say."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.report.blocks import Figure
from jiwar.report.charts import GradeBar, GradeBars, Step, Timeline, TimelineLane, TimelineRow, Waterfall
from jiwar.report.charts.drawing import shortened
from jiwar.report.charts.scale import ticks
from jiwar.report.context import ReportContext
from jiwar.report.document import compose
from jiwar.report.html import NARROW, WIDE
from jiwar.report.palette import COLOURS
from jiwar.report.texts import texts_for

SVG = "{http://www.w3.org/2000/svg}"


def figures(context: ReportContext) -> list[Figure]:
    sections = compose(context, texts_for("en")).sections
    return [block for section in sections for block in section.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_chart_is_well_formed_and_uses_only_the_palette(context: ReportContext, width: int) -> None:
    known = {colour.light for colour in COLOURS}
    found = figures(context)
    assert {figure.id for figure in found} >= {"timeline", "waterfall", "cash-curve", "headcount", "grades"}
    for figure in found:
        svg = figure.chart.svg(width)
        root = ET.fromstring(svg)  # noqa: S314 - our own drawing
        assert root.tag == f"{SVG}svg"
        assert float(root.attrib["width"]) == width
        assert set(re.findall(r"#[0-9a-fA-F]{6}\b", svg)) <= known
        assert not re.search(r'(?:fill|stroke)="(?:black|white|#fff|#000)"', svg)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_charts_are_the_same_bytes_every_time(context: ReportContext, width: int) -> None:
    for figure in figures(context):
        assert figure.chart.svg(width) == figure.chart.svg(width)


def test_names_in_charts_cannot_break_the_drawing() -> None:
    lane = TimelineLane('<b>"A"</b>', 0, (1.0, 1.0), (False, False))
    chart = Timeline((TimelineRow("</svg>", (lane,)),), ((0, "2027"),), 2, "at <work>", "up & up", str)
    for width in (WIDE, NARROW):
        ET.fromstring(chart.svg(width))  # noqa: S314 - our own drawing


def test_the_timeline_writes_people_where_they_change() -> None:
    lane = TimelineLane("Rabat", 1, (0.0, 4.0, 4.0, 6.0), (False, True, False, False))
    chart = Timeline(
        (TimelineRow("Work", (lane,)),), ((0, "2027"),), 4, "at work", "up", lambda v: f"{v:.0f}"
    )
    texts = [node.text for node in ET.fromstring(chart.svg(WIDE)).iter(f"{SVG}text")]  # noqa: S314 - our own drawing
    assert texts.count("4") == 1
    assert texts.count("6") == 1
    assert "0" not in texts


def test_the_waterfall_leads_from_staying_to_the_plan() -> None:
    chart = Waterfall(
        ("Staying", 10.0),
        (Step("Pay", -4.0), Step("Fees", 3.0)),
        ("Plan", 9.0),
        "Not cash",
        (("Staying", 2.0), ("Plan", 1.0)),
        lambda value: f"{value:.0f}",
        lambda value: f"{value:+.0f}",
    )
    root = ET.fromstring(chart.svg(WIDE))  # noqa: S314 - our own drawing
    bars = [
        (float(node.attrib["x"]), float(node.attrib["x"]) + float(node.attrib["width"]))
        for node in root.iter(f"{SVG}rect")
    ]
    staying, pay, fees, plan = bars[:4]
    assert pay[1] == pytest.approx(staying[1], abs=0.02)
    assert fees[0] == pytest.approx(pay[0], abs=0.02)
    assert fees[1] == pytest.approx(plan[1], abs=0.02)
    texts = [node.text for node in root.iter(f"{SVG}text")]
    assert [text for text in texts if text and text[0] in "+-"] == ["-4", "+3"]


def test_a_grade_without_cost_has_a_name_but_no_bar() -> None:
    bars = (GradeBar(0, "Statute", "law", 0.0, "0%"), GradeBar(1, "Official", "office", 1.0, "100%"))
    root = ET.fromstring(GradeBars(bars).svg(WIDE))  # noqa: S314 - our own drawing
    assert len(list(root.iter(f"{SVG}rect"))) == 3  # two grey tracks, one bar


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(3, 9))
def test_ticks_cover_the_range_with_few_round_steps(low: float, span: float, most: int) -> None:
    marks = ticks(low, low + span, most)
    step = marks[1] - marks[0]
    assert marks[0] <= low + 1e-6 * (abs(low) + step)
    assert marks[-1] >= low + span - 1e-6 * (abs(low + span) + step)
    assert 2 <= len(marks) <= most + 3


@given(st.text(min_size=1, max_size=60), st.floats(20, 400))
def test_shortened_text_is_never_longer(text: str, width: float) -> None:
    assert len(shortened(text, width)) <= len(text)
