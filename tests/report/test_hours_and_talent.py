"""The sections on shared hours and on talent depth: what they say, and that every number has a ground."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from jiwar.facts import load_facts
from jiwar.provenance import Origin, OriginKind
from jiwar.report import ReportContext, report_of
from jiwar.report.amount import Amount
from jiwar.report.blocks import Callout, Figure, Section, Table, numbers_in
from jiwar.report.charts import YearGridChart
from jiwar.report.ground import Statement
from jiwar.report.html import to_html
from jiwar.report.nearness import Pool, SharedHours, TalentDepth
from jiwar.report.nearness_of_plan import shared_hours_of
from jiwar.report.sections.hours import hours
from jiwar.report.sections.talent import talent
from jiwar.report.texts import texts_for
from jiwar.worktime import Period, shared_minutes

Run = Callable[..., ReportContext]
ENGLISH = texts_for("en")
POOL = (Origin(OriginKind.METHOD, "talent-pool"),)


@pytest.fixture(scope="module")
def casablanca() -> SharedHours:
    sites = load_facts().sites
    return shared_hours_of(sites["stuttgart"], sites["casablanca"], 2027)


def pool(hires: float, people: float, role: str = "Test engineer") -> Pool:
    years = tuple(Amount(hires / 2, POOL) for _ in range(2))
    return Pool("Fès", role, "senior", years, Amount(1.2, POOL), Amount(people, POOL))


def told(run: Run, hours_shared: tuple[SharedHours, ...], *pools: Pool, moves: bool = True) -> ReportContext:
    context = run(moves=moves)
    methods = {**context.ground.methods, "shared_hours/stuttgart/casablanca": Statement("Minute by minute.")}
    return dataclasses.replace(
        context,
        ground=dataclasses.replace(context.ground, methods=methods),
        shared_hours=hours_shared,
        talent=TalentDepth((2027, 2028), pools, 0.2),
    )


def html_of(section: Section | None) -> str:
    assert section is not None
    return " ".join(number.text for block in section.blocks for number in numbers_in(block))


def test_without_sites_and_hires_both_sections_stay_away(run: Run) -> None:
    context = run()
    assert hours(context, ENGLISH) is None
    assert talent(context, ENGLISH) is None
    assert talent(told(run, ()), ENGLISH) is None


def test_the_year_of_a_site_is_the_packages_own(casablanca: SharedHours) -> None:
    sites = load_facts().sites
    shared = shared_minutes([(sites["stuttgart"], sites["casablanca"])], Period.year(2027))
    days = [one for row in casablanca.grid for one in row if one is not None]
    assert len(days) == 365
    assert sum(days) * 60 == pytest.approx(float(shared.minutes.sum()))
    assert sum(month.minutes.value for month in casablanca.months) == float(shared.minutes.sum())
    assert casablanca.hours_per_day.value == pytest.approx(casablanca.present_hours.value)


def test_the_claim_and_the_better_day_are_told_with_numbers(run: Run, casablanca: SharedHours) -> None:
    page = report_of(told(run, (casablanca,))).html
    assert 'id="hours"' in page
    assert "Identical time zone" in page
    shown = html_of(hours(told(run, (casablanca,)), ENGLISH))
    for number in ("37%", "33%", "14%", "0%", "6.9", "7.9", "247"):
        assert number in shown.split()
    assert "08:00–16:30" in page
    assert "Labour code 65-99 art. 184" in page


def test_every_month_stands_in_the_table_of_the_figure(run: Run, casablanca: SharedHours) -> None:
    section = hours(told(run, (casablanca,)), ENGLISH)
    assert section is not None
    (figure,) = [block for block in section.blocks if isinstance(block, Figure)]
    assert len(figure.table.rows) == 13
    assert "Stuttgart" in figure.alt


def test_the_nearest_move_is_named_when_nothing_moves(run: Run, casablanca: SharedHours) -> None:
    assert "Nothing moves; this is the site" in report_of(told(run, (casablanca,), moves=False)).html


def test_a_day_that_cannot_be_bettered_and_law_not_read_are_said(run: Run, casablanca: SharedHours) -> None:
    same = dataclasses.replace(casablanca, best_hours=casablanca.present_hours)
    assert "No other start of the working day" in report_of(told(run, (same,))).html
    unread = dataclasses.replace(casablanca, law="")
    assert "was not read and has to be checked" in report_of(told(run, (unread,))).html


@pytest.mark.parametrize("width", [760, 344])
def test_the_grid_has_a_cell_for_each_day_inside_its_frame(width: int, casablanca: SharedHours) -> None:
    chart = YearGridChart(
        2027, casablanca.grid, 8.5, ("Jan",) * 12, ("Mon",) * 7, "closed", lambda value: f"{value:.1f} h"
    )
    drawing = ET.fromstring(chart.svg(width))  # noqa: S314 - our own drawing
    cells = [one for one in drawing.iter() if one.tag.endswith("rect") and one.get("width") != "12.00"]
    assert len(cells) == 365
    assert max(float(one.get("x", "0")) + float(one.get("width", "0")) for one in cells) <= width
    bottom = float(drawing.get("height", "0"))
    assert max(float(one.get("y", "0")) for one in cells) < bottom


def test_the_same_hours_have_the_same_colour_at_every_site() -> None:
    def colours(*hours: float) -> set[str | None]:
        grid = tuple((hours[day % len(hours)],) * 53 for day in range(7))
        chart = YearGridChart(2027, grid, 8.5, ("",) * 12, ("",) * 7, "", lambda value: f"{value:.1f}")
        drawing = ET.fromstring(chart.svg(760))  # noqa: S314 - our own drawing
        return {one.get("fill-opacity") for one in drawing.iter() if one.get("width") not in {"12.00", None}}

    assert colours(6.5) < colours(6.5, 7.5) < colours(6.5, 7.5, 8.5)


def test_pools_show_hires_limit_people_and_share(run: Run) -> None:
    section = talent(told(run, (), pool(6.0, 60.0)), ENGLISH)
    assert section is not None
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert [column.title for column in table.columns][1:3] == ["2027", "2028"]
    assert [number.text for number in numbers_in(table)] == ["3", "3", "1.2", "60", "10%"]
    assert not [block for block in section.blocks if isinstance(block, Callout)]


def test_more_than_a_fifth_of_a_citys_people_is_told(run: Run) -> None:
    context = told(run, (), pool(6.0, 20.0), pool(1.0, 100.0, "Technician"))
    section = talent(context, ENGLISH)
    assert section is not None
    (warning,) = [block for block in section.blocks if isinstance(block, Callout)]
    assert [number.text for number in numbers_in(warning)] == ["30%"]
    assert "More than a fifth" in report_of(context).html


def test_a_drop_from_the_bucket_needs_no_table(run: Run) -> None:
    section = talent(told(run, (), pool(1.0, 5000.0)), ENGLISH)
    assert section is not None
    assert not [block for block in section.blocks if isinstance(block, Table)]


def test_the_page_is_written_with_both_sections(run: Run, casablanca: SharedHours) -> None:
    report = report_of(told(run, (casablanca,), pool(6.0, 20.0)))
    page = to_html(report.document, ENGLISH)
    assert (
        page.index('id="people"')
        < page.index('id="law"')
        < page.index('id="hours"')
        < page.index('id="talent"')
    )
