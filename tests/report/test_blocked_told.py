"""What is blocked: the most telling ways out in the body, the others and every reason once behind it."""

from __future__ import annotations

from collections.abc import Callable

from jiwar.provenance import Origin, OriginKind
from jiwar.report import ReportContext
from jiwar.report.amount import Amount
from jiwar.report.blocks import Link, Note, Section, Table
from jiwar.report.context import BlockedBest, BlockedGroup, BlockedReason
from jiwar.report.sections.blocked import blocked, blocked_reasons
from jiwar.report.texts import texts_for
from jiwar.report.typst_columns import plain

ENGLISH = texts_for("en")
ORIGIN = (Origin(OriginKind.METHOD, "plan"),)
BUILD = Callable[..., ReportContext]


def group(number: int) -> BlockedGroup:
    """Options that only one change unblocks; all share a second reason."""
    own = BlockedReason("languages", f"Too few speak it in town {number}.", f"teach town {number}", ())
    shared = BlockedReason(
        "privacy_eu", "The assessment is not passed.", "pass the assessment", ("Art. 46 GDPR",)
    )
    best = BlockedBest("Tests", f"Town {number}", "captive", Amount(1000.0 * number, ORIGIN))
    return BlockedGroup(
        ("Tests",), (f"Town {number}",), ("captive",), (own, shared), Amount(2.0, ORIGIN), best
    )


def tables(section: Section | None) -> list[Table]:
    assert section is not None
    return [block for block in section.blocks if isinstance(block, Table)]


def test_the_body_shows_the_most_telling_rows_and_says_where_the_rest_is(run: BUILD) -> None:
    context = run(blocked=tuple(group(number) for number in range(1, 16)))
    body = blocked(context, ENGLISH)
    (shown,) = tables(body)
    assert len(shown.rows) == 12
    assert plain(shown.rows[0].cells[0]) == "teach town 15; pass the assessment"
    told = next(block for block in body.blocks if isinstance(block, Note))
    assert plain(told.parts).startswith("3 further rows")
    behind = blocked_reasons(context, ENGLISH)
    assert behind is not None
    assert behind.appendix
    assert [part.target for part in told.parts if isinstance(part, Link)] == [f"#{behind.id}"]
    _, others = tables(behind)
    assert [plain(row.cells[1]) + plain(row.cells[2]) for row in (*shown.rows, *others.rows)] == [
        f"TestsTown {number}: own unit" for number in range(15, 0, -1)
    ]


def test_every_reason_is_told_once_and_every_number_leads_to_it(run: BUILD) -> None:
    context = run(blocked=tuple(group(number) for number in range(1, 16)))
    reasons, others = tables(blocked_reasons(context, ENGLISH))
    told = [plain(row.cells[1]) for row in reasons.rows]
    assert len(told) == len(set(told)) == 16
    anchors = {row.anchor: plain(row.cells[0]) for row in reasons.rows}
    rows = (*tables(blocked(context, ENGLISH))[0].rows, *others.rows)
    for row in rows:
        links = [part for part in row.cells[3] if isinstance(part, Link)]
        assert len(links) == 2
        assert all(anchors[link.target.removeprefix("#")] == link.text for link in links)


def test_few_rows_stay_in_the_body_alone(run: BUILD) -> None:
    context = run(blocked=(group(1),))
    assert len(tables(blocked(context, ENGLISH))[0].rows) == 1
    (reasons,) = tables(blocked_reasons(context, ENGLISH))
    assert len(reasons.rows) == 2
    assert blocked_reasons(run(blocked=()), ENGLISH) is None
