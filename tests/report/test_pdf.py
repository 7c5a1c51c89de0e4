"""The printed paper: whole, numbered, linked, readable aloud, the same bytes every time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiwar.case import example_names
from jiwar.diagnostics import JiwarError
from jiwar.provenance import Origin, OriginKind
from jiwar.report import Report, ReportContext, report_of
from jiwar.report.blocks import (
    Align,
    Callout,
    CalloutKind,
    Code,
    Column,
    Definition,
    DefinitionList,
    DefinitionStyle,
    Document,
    Figure,
    Heading,
    Link,
    Number,
    Paragraph,
    Row,
    RowKind,
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.numbering import numbering
from jiwar.report.texts import texts_for
from jiwar.report.typst_columns import LANDSCAPE_PT, PORTRAIT_PT, fit
from jiwar.report.typst_form import to_pdf
from jiwar.report.typst_source import typst_source

ENGLISH = texts_for("en")
GROUND = (Origin(OriginKind.METHOD, "plan"),)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'

PRINTED = tuple(
    (name, language)
    for index, name in enumerate(example_names())
    for language in ("de", ("fr", "fr", "en")[index % 3])
)
"""Every example in German, whose words are longest, and in one other language; screens see all nine."""


def paper(*blocks: object, **changes: object) -> Document:
    """A small document around some blocks."""
    section = Section("only", "A section", tuple(blocks))  # type: ignore[arg-type]  # made of any block
    plain = Document("Title", "Subtitle", "en", (Text("facts"),), (section,), {GROUND: "nowhere"}, {})
    return dataclasses.replace(plain, **changes)  # type: ignore[arg-type]  # fields by name


def streams(pdf: bytes) -> bytes:
    """All compressed parts of a file, readable."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    parts = []
    for one in found:
        try:
            parts.append(zlib.decompress(one))
        except zlib.error:
            parts.append(one)
    return b"\n".join(parts)


def for_screen_readers(pdf: bytes) -> bool:
    """Whether the file claims the standard for accessible files."""
    return b"pdfuaid:part" in pdf + streams(pdf)


@pytest.fixture(scope="module")
def made(context: ReportContext) -> Report:
    """The paper of the invented run."""
    return report_of(context)


@pytest.fixture(scope="session")
def reading() -> Callable[[bytes, Path], str]:
    """Reads the words of a PDF with a tool that did not make it, or skips."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine (poppler-utils); the words of the PDF cannot be read back")

    def read(pdf: bytes, folder: Path) -> str:
        file = folder / "paper.pdf"
        file.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return read


def test_the_same_paper_is_the_same_bytes_in_another_process(made: Report, tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import conftest\n"
        "from pathlib import Path\n"
        "from jiwar.report import report_of\n"
        "made = report_of(conftest.make())\n"
        "for ending in ('.pdf', '.json', '.html'): Path('paper' + ending).write_bytes(made.content(ending))\n"
    )
    folder = str(Path(__file__).parent)
    subprocess.run([sys.executable, "-c", script, folder], check=True, cwd=tmp_path)
    for ending in (".pdf", ".json", ".html"):
        assert (tmp_path / f"paper{ending}").read_bytes() == made.content(ending), ending
    assert made.pdf == to_pdf(made.document, made.texts)


def test_the_file_is_made_on_the_day_that_it_speaks_of() -> None:
    first = to_pdf(paper(day=dt.date(2026, 11, 22)), ENGLISH)
    assert b"D:20261122" in first
    assert first != to_pdf(paper(day=dt.date(2026, 11, 23)), ENGLISH)
    assert b"D:1980" in to_pdf(paper(), ENGLISH)


def test_it_is_written_by_its_ending(made: Report, tmp_path: Path) -> None:
    assert made.write(tmp_path / "board.pdf").read_bytes() == made.pdf
    assert made.pdf.startswith(b"%PDF-1.7")


def test_it_can_be_read_aloud_and_has_bookmarks_and_links(made: Report) -> None:
    inside = made.pdf + streams(made.pdf)
    assert for_screen_readers(made.pdf)
    assert b"/StructTreeRoot" in inside
    assert b"/Outlines" in inside
    assert inside.count(b"/Link") > 20


def test_every_figure_and_table_has_its_number(
    made: Report, reading: Callable[[bytes, Path], str], tmp_path: Path
) -> None:
    words = reading(made.pdf, tmp_path)
    numbers = numbering(made.document)
    assert numbers.figures
    assert numbers.tables
    for name, count in (("Figure", len(numbers.figures)), ("Table", len(numbers.tables))):
        found = {int(one) for one in re.findall(rf"{name} (\d+)", words)}
        assert found == set(range(1, count + 1))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "language"), PRINTED)
def test_every_letter_of_every_example_is_printed_in_our_fonts(
    papers: dict[str, Report], reading: Callable[[bytes, Path], str], tmp_path: Path, name: str, language: str
) -> None:
    made = papers[f"{name}-{language}"]
    assert for_screen_readers(made.pdf), "a letter that no font has makes an ordinary file"
    printed = set(reading(made.pdf, tmp_path))
    source = re.sub(r'outside\("(?:[^"\\]|\\.)*"', "", typst_source(made.document, made.texts))  # addresses
    drawn = set("".join(re.findall(r">([^<>]+)</(?:text|tspan)>", source)))
    written = set("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r"<svg.*?</svg>", "", source))))
    unseen = {"\u200b", "\xad", "\u202f", "\xa0", "\\"}  # spaces come back as spaces
    assert (drawn | written) - printed - unseen - {"<", ">", "&", ";"} == set()
    fonts = subprocess.run(
        ["pdffonts", str(tmp_path / "paper.pdf")], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert fonts
    for line in fonts:
        assert re.match(r"[A-Z]{6}\+(SourceSansPro|DejaVuSansMono)", line), line
        assert re.search(r"\byes\s+yes\s+yes\b", line), line


def test_a_letter_without_a_font_leaves_a_gap_and_no_error() -> None:
    made = to_pdf(paper(Paragraph((Text("A \U0001f980 walks"),))), ENGLISH)
    assert made.startswith(b"%PDF")
    assert not for_screen_readers(made)


def test_arabic_is_printed() -> None:
    assert for_screen_readers(
        to_pdf(paper(Paragraph((Text("Jiwar (جوار): € – − ′ ≥ → é ü ß œ ș"),))), ENGLISH)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.text(max_size=40), other=st.text(alphabet='\\"#[]{}()$*_`@<>/;\n\r\t =-~%', max_size=40))
def test_any_words_can_be_printed_anywhere(words: str, other: str) -> None:
    everywhere = (
        Heading(other),
        Paragraph(
            (Text(words), Strong(other), Code(words), Number(other or "0", GROUND), Text(other)), lead=True
        ),
        Paragraph(
            (Link(words, "https://example.org/" + other), Link(other, "#" + words), Link(words, other))
        ),
        Callout(CalloutKind.NOT_YET, other, (Paragraph((Text(words),)),)),
        Table(
            other,
            (Column(words, unit=other), Column("b")),
            (Row(((Text(other),), (Text(words),)), anchor=words),),
        ),
        DefinitionList((Definition((Text(other),), (Text(words),), words),)),
        DefinitionList((Definition((Text(words),), (Text(other),)),), DefinitionStyle.KEY_FIGURES),
    )
    made = to_pdf(paper(*everywhere, title=other, company=words, facts_line=(Text(other),)), ENGLISH)
    assert made.startswith(b"%PDF")


def test_a_link_to_nowhere_is_only_its_words() -> None:
    made = to_pdf(
        paper(Paragraph((Link("there", "#not-there"), Link("run", "javascript:alert(1)")))), ENGLISH
    )
    plain = to_pdf(paper(Paragraph((Text("there"), Text("run")))), ENGLISH)
    assert (made + streams(made)).count(b"/Link") == (plain + streams(plain)).count(b"/Link")


def test_headings_go_down_one_step_at_a_time() -> None:
    blocks = (Heading("deep", 4), Paragraph((Text("x"),)), Heading("deeper", 4))
    source = typst_source(paper(*blocks), ENGLISH)
    assert re.findall(r"#heading\(level: (\d)", source) == ["2", "3"]
    assert for_screen_readers(to_pdf(paper(*blocks), ENGLISH))


@pytest.mark.parametrize("logo", [PNG, SVG], ids=["png", "svg"])
def test_a_logo_stands_on_the_first_page(logo: bytes) -> None:
    made = to_pdf(paper(logo=logo, company="A company"), ENGLISH)
    assert for_screen_readers(made)
    assert len(made) > len(to_pdf(paper(company="A company"), ENGLISH))


@pytest.mark.code("R008")
@pytest.mark.parametrize("logo", [b"<svg", b"\x89PNG broken", b"no picture"])
def test_a_logo_that_cannot_be_drawn_is_a_clear_error(logo: bytes) -> None:
    with pytest.raises(JiwarError) as caught:
        to_pdf(paper(logo=logo), ENGLISH)
    assert caught.value.diagnostics[0].code == "R008"


def test_a_draft_says_so_on_every_page(reading: Callable[[bytes, Path], str], tmp_path: Path) -> None:
    many = tuple(Paragraph((Text("words " * 400),)) for _ in range(6))
    plain = reading(to_pdf(paper(*many), ENGLISH), tmp_path)
    draft = reading(to_pdf(paper(*many, draft=True), ENGLISH), tmp_path)
    assert plain.count("\f") >= 3
    assert "Draft" not in plain
    assert all("Draft" in page for page in draft.split("\f")[:-1])


def wide(columns: int, letters: int, *, whole: bool = False) -> Table:
    """A table of numbers; a whole one is never divided into tables side after side."""
    heads = tuple(Column(f"{'w' * letters} {index}", Align.NUMBER) for index in range(columns))
    cells = tuple((Text("9" * letters),) for _ in range(columns))
    return Table(
        "Wide",
        heads,
        (Row(((Text("group"),),), RowKind.GROUP), Row(cells), Row(cells, RowKind.TOTAL)),
        wide=whole,
    )


def test_a_table_takes_smaller_letters_then_a_turned_page_then_a_list() -> None:
    fits = [fit(wide(columns, 6)) for columns in (5, 11, 15, 40)]
    assert [(one.turned, one.stacked) for one in fits] == [
        (False, False),
        (False, False),
        (True, False),
        (False, True),
    ]
    assert fits[1].size_pt < fits[0].size_pt
    for one, room in zip(fits, (PORTRAIT_PT, PORTRAIT_PT, LANDSCAPE_PT), strict=False):
        assert sum(one.columns_pt) == pytest.approx(room, abs=0.2)
    made = to_pdf(paper(*(wide(columns, 6, whole=columns == 15) for columns in (5, 11, 15, 40))), ENGLISH)
    assert for_screen_readers(made)
    boxes = re.findall(rb"/MediaBox ?\[0 0 (\d+)", made + streams(made))
    assert set(boxes) == {b"595", b"841"}


def test_a_table_in_a_box_never_turns_the_page() -> None:
    assert fit(wide(15, 6), may_turn=False).stacked
    boxed = Callout(CalloutKind.NOTE, "Box", (wide(15, 6),))
    assert to_pdf(paper(boxed), ENGLISH).startswith(b"%PDF")


def test_a_heading_stays_with_its_turned_table() -> None:
    source = typst_source(paper(Heading("Above"), wide(15, 6, whole=True), wide(15, 6, whole=True)), ENGLISH)
    assert source.count("#turned[") == 1
    assert (
        source.index("#turned[")
        < source.index("#section(")
        < source.index("Above")
        < source.index("#grid-table(")
    )


@given(
    st.lists(st.tuples(st.text(max_size=60), st.text(max_size=300)), min_size=1, max_size=6),
    st.integers(1, 9),
)
@settings(max_examples=60, deadline=None)
def test_columns_always_fill_the_page_and_no_more(cells: list[tuple[str, str]], columns: int) -> None:
    heads = tuple(Column(f"title {index}") for index in range(columns))
    rows = tuple(Row(tuple((Text(pair[index % 2]),) for index in range(columns))) for pair in cells)
    found = fit(Table("any", heads, rows))
    if not found.stacked:
        assert sum(found.columns_pt) == pytest.approx(LANDSCAPE_PT if found.turned else PORTRAIT_PT, abs=0.2)
        assert min(found.columns_pt) > 0


def test_numbers_of_figures_are_listed_behind_the_paper(made: Report) -> None:
    source = typst_source(made.document, made.texts)
    closed = [
        block
        for section in made.document.sections
        for block in section.blocks
        if isinstance(block, Figure) and not block.table_open
    ]
    assert closed
    for figure in closed:
        assert source.count(f'"numbers of {figure.id}"') == 2  # the link and the place


Word = tuple[float, float, float, float, str]
_MARGIN_PT = 46.0  # the margin less what a full stop may hang into it


def pages_of_words(file: Path) -> list[tuple[float, float, list[Word]]]:
    """Width, height and the words of every page with their boxes."""
    told = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.DOTALL)
    word = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
    return [
        (
            float(width),
            float(height),
            [(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in word.findall(body)],
        )
        for width, height, body in pages
    ]


def over_each_other(words: list[Word]) -> list[str]:
    """Pairs of words of a page that stand over each other."""
    rows: dict[int, list[Word]] = {}
    for one in words:
        for level in range(int(one[1] // 6), int(one[3] // 6) + 1):
            rows.setdefault(level, []).append(one)
    found = set()
    for row in rows.values():
        row.sort()
        for index, one in enumerate(row):
            for other in row[index + 1 :]:
                if other[0] > one[2] - 1.5:
                    break
                across = min(one[2], other[2]) - other[0]
                up = min(one[3], other[3]) - max(one[1], other[1])
                if across > 1.5 and up > 0.45 * min(one[3] - one[1], other[3] - other[1]):
                    found.add(f"{one[4]} | {other[4]}")
    return sorted(found)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "language"), PRINTED)
def test_nothing_leaves_the_page_or_overlaps_on_it(
    papers: dict[str, Report], reading: Callable[[bytes, Path], str], tmp_path: Path, name: str, language: str
) -> None:
    reading(papers[f"{name}-{language}"].pdf, tmp_path)
    pages = pages_of_words(tmp_path / "paper.pdf")
    assert len(pages) > 5
    for number, (width, height, words) in enumerate(pages, start=1):
        assert words, f"page {number} is empty"
        outside = [
            one[4]
            for one in words
            if one[0] < _MARGIN_PT or one[2] > width - _MARGIN_PT or one[1] < 20 or one[3] > height - 20
        ]
        assert outside == [], f"page {number}"
        assert over_each_other(words) == [], f"page {number}"


def test_overlapping_words_are_seen() -> None:
    first, second, apart = (
        (50.0, 50.0, 90.0, 60.0, "one"),
        (80.0, 52.0, 120.0, 62.0, "two"),
        (95.0, 70.0, 120.0, 80.0, "x"),
    )
    assert over_each_other([first, second, apart]) == ["one | two"]
