"""Each of the twenty-five questions of a board has an answer with numbers, in every example and language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jiwar.report import Report, report_of
from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    Heading,
    Note,
    Paragraph,
    Parts,
    Section,
    Table,
    numbers_in,
)
from jiwar.report.sections.questions import QUESTIONS
from jiwar.report.texts import NOTHING, texts_for

EXAMPLES = ("brake-validation", "vehicle-software", "grid-engineering")
LANGUAGES = ("en", "de", "fr")

# Question → the blocks that answer it: sections with headings (message ids), captions or figures, by their texts.
ANSWERS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("cost", "Each work package where it is: people, and the cost of staying, present value."),),
    2: (("plan", "timeline"),),
    3: (("cost", "Each work package where it is: people, and the cost of staying, present value."),),
    4: (
        (
            "alternatives",
            (
                "What each form of staying costs more than the cheapest one, value of work left undone included, "
                "present value."
            ),
        ),
    ),
    5: (
        (
            "alternatives",
            "Saving of the best open option of each package at each site, alone; a dash: all are blocked.",
        ),
    ),
    6: (
        (
            "alternatives",
            "Saving of the best open option of each package in each form, alone; a dash: all are blocked.",
        ),
    ),
    7: (("plan", "timeline"), ("people", "headcount")),
    8: (("together", "Contact between work packages and what the distance adds to it, present value."),),
    9: (
        (
            "together",
            "What handing over takes; delivery is productive time against the time needed.",
        ),
    ),
    10: (("together", "learning"), ("sources", "")),
    11: (
        (
            "together",
            (
                "Attrition and what each leaver costs: a fee, months of an empty post, months of learning. The last "
                "column is the present value over the horizon, at home for staying, elsewhere for the plan."
            ),
        ),
    ),
    12: (
        ("cost", "waterfall"),
        ("leave", "Exit cost at the prices of the last month of the horizon, not discounted."),
    ),
    13: (("cash", "cash-curve"), ("uncertainty", "fan")),
    14: (("reverse", "tornado"), ("reverse", "flips")),
    15: (
        (
            "together",
            "How wages and rates grow and which exchange rates are assumed; growth includes inflation.",
        ),
    ),
    16: (("support", "Every scheme at every own unit, with its conditions."),),
    17: (
        (
            "support",
            "Rules of tax that the move sets off, with the question that each leaves open.",
        ),
    ),
    18: (
        (
            "law",
            (
                "Data flows of what moves, with what the case says of them. A verdict holds for the day of the start; "
                "it is signed off by the data-protection officer, not by this paper."
            ),
        ),
    ),
    19: (("law", "gate:Export control"),),
    20: (("open", "group:Customers, certificates and insurers"),),
    21: (("people", "What the plan does for and costs with the people at home."),),
    22: (("risks", "Risks in the order of what they cost, with early signs and who watches them."),),
    23: (
        (
            "stages",
            (
                "Stages in the order of their start. A productive year counts all cash of the package, the part that "
                "stays included, over what it delivers."
            ),
        ),
    ),
    24: (("leave", "Exit cost at the prices of the last month of the horizon, not discounted."),),
    25: (
        ("stages", "How plan and actual are compared, and who is accountable."),
        ("sources", "Every fact that the plan or staying rests on, in the unit of its source."),
        ("record", ""),
    ),
}

WORDS_ONLY = {2, 16, 17, 18, 19, 20, 25}
"""Questions whose answer may be words: law, owners, names."""


def plain(parts: Parts) -> str:
    return "".join(part.text for part in parts).strip()


def cells(block: Block) -> list[str]:  # noqa: PLR0911 - one case for each kind of block
    """All words of a block."""
    match block:
        case Table():
            return [plain(cell) for row in block.rows for cell in row.cells]
        case Figure():
            return cells(block.table)
        case Paragraph() | Note():
            return [plain(block.parts)]
        case BulletList():
            return [plain(item) for item in block.items]
        case Callout():
            return [said for inner in block.blocks for said in cells(inner)]
        case DefinitionList():
            return [plain(item.meaning) for item in block.items]
        case Heading():
            return []


@pytest.fixture(scope="module")
def paper(shipped: Callable[[str], Any]) -> Callable[[str, str], Report]:
    """Every example in every language, written once."""
    made: dict[tuple[str, str], Report] = {}

    def find(example: str, language: str) -> Report:
        if (example, language) not in made:
            made[example, language] = report_of(shipped(example).context(language), language=language)
        return made[example, language]

    return find


def found(section: Section, name: str, language: str) -> list[Block]:
    """The blocks that a name means: a figure's id, a caption, the table of a gate, a group, or everything."""
    texts = texts_for(language)
    if not name or name == "learning":
        return [block for block in section.blocks if not name or isinstance(block, Note)]
    if name.startswith("gate:"):
        field = texts(name.partition(":")[2])
        caption = texts("{field}: what is moved, and the verdict on it.", field=field)
        return [block for block in section.blocks if isinstance(block, Table) and block.caption == caption]
    if name.startswith("group:"):
        said = texts(name.partition(":")[2])
        return [
            block
            for block in section.blocks
            if isinstance(block, Table)
            if any(plain(row.cells[0]) == said for row in block.rows)
        ]
    by_id = [block for block in section.blocks if isinstance(block, Figure) and block.id == name]
    captions = [
        block for block in section.blocks if isinstance(block, Table) and block.caption == texts(name)
    ]
    return [*by_id, *captions]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_question_of_a_board_is_answered(
    paper: Callable[[str, str], Report], example: str, language: str
) -> None:
    sections = {section.id: section for section in paper(example, language).document.sections}
    empty = []
    for number, places in ANSWERS.items():
        for section, name in places:
            blocks = found(sections[section], name, language) if section in sections else []
            said = [text for block in blocks for text in cells(block) if text not in {"", NOTHING}]
            numbers = [one for block in blocks for one in numbers_in(block)]
            if number == 16 and not blocks:  # no own unit: the section says so in a sentence
                said = cells(sections[section].blocks[0])
            if len(said) < (1 if number in {10, 16, 19, 20} else 4) and number != 25:
                empty.append((number, section, name))
            wordy = number in WORDS_ONLY or number == 10 or name == "flips"  # perhaps nothing flips alone
            if not wordy and not numbers:
                empty.append((number, section, f"{name}: no number"))
    assert empty == []


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_table_of_questions_leads_to_sections_that_are_there(
    paper: Callable[[str, str], Report], example: str
) -> None:
    document = paper(example, "en").document
    known = {section.id for section in document.sections}
    assert [number for number, *_ in QUESTIONS] == list(range(1, 26))
    assert set(ANSWERS) == set(range(1, 26))
    for number, _, targets in QUESTIONS:
        assert set(targets) <= known
        assert {section for section, _ in ANSWERS[number]} & set(targets)


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_number_leads_to_its_sources_or_rules(
    paper: Callable[[str, str], Report], example: str
) -> None:
    report = paper(example, "en")
    document = report.document
    anchors = {f'id="{anchor}"' for anchor in document.anchors.values()}
    page = report.html
    assert all(anchor in page for anchor in anchors)
    numbers = [one for section in document.sections for block in section.blocks for one in numbers_in(block)]
    assert len(numbers) > 500
    assert all(one.origins in document.anchors for one in numbers)


@pytest.mark.slow
def test_the_paper_of_a_judged_run_has_no_caution_about_missing_draws(
    paper: Callable[[str, str], Report],
) -> None:
    page = paper("brake-validation", "en").html
    assert "has not been computed in this run" not in page
    assert "made without draws" not in page
    assert "P10" in page
