"""The printed paper: the document tree as a PDF, set by Typst, the same bytes on every machine."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from jiwar.diagnostics import JiwarError
from jiwar.report.blocks import Document
from jiwar.report.palette import COLOURS
from jiwar.report.texts import Texts
from jiwar.report.typst_source import typst_source

if TYPE_CHECKING:
    import typst

_FACES = ("Regular", "It", "Semibold", "Bold")
_RENAMED = {"link": "link-ink", "grid": "grid-ink", "rule": "rule"}
"""Colours whose names mean something else in Typst."""


def to_pdf(document: Document, texts: Texts) -> bytes:
    """Return the document as a PDF for screen readers too (PDF/UA-1), with bookmarks and links.

    Letters that none of our fonts has are left blank, and the file is then an ordinary PDF.

    Raises
    ------
    JiwarError
        R008 when the logo cannot be drawn.
    """
    import typst

    with tempfile.TemporaryDirectory(prefix="jiwar-paper-") as name:
        folder = Path(name)
        source = folder / "main.typ"
        logo = _put_logo(document.logo, folder)
        source.write_text(typst_source(document, texts, logo=logo), encoding="utf-8")
        (folder / "paper.typ").write_text(_template(), encoding="utf-8")
        (folder / "palette.typ").write_text(_palette(), encoding="utf-8")
        compiler = typst.Compiler(str(source), root=name, font_paths=_fonts(folder), ignore_system_fonts=True)
        moment = _moment(document.day)
        try:
            return _bytes(compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=moment))
        except typst.TypstError as error:
            if logo and ("parse SVG" in str(error) or "decode image" in str(error)):
                problem = f"the logo cannot be drawn: {error}"
                raise JiwarError.of("R008", problem, "give the file of an SVG or PNG picture") from error
            if "PDF/UA" not in str(error):
                raise
            return _bytes(compiler.compile(format="pdf", timestamp=moment))


def _bytes(made: object) -> bytes:
    if not isinstance(made, bytes):
        message = f"the compiler returned {type(made).__name__} instead of one file"
        raise TypeError(message)
    return made


def _moment(day: dt.date | None) -> int:
    """Return when the file says that it was made: on the day that it speaks of, so that bytes stay the same."""
    day = day or dt.date(1980, 1, 1)
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())


def _put_logo(logo: bytes | None, folder: Path) -> str:
    """Write the logo beside the source and return its name."""
    if not logo:
        return ""
    name = "logo.png" if logo.startswith(b"\x89PNG") else "logo.svg"
    (folder / name).write_bytes(logo)
    return name


def _fonts(folder: Path) -> typst.Fonts:
    """Return our printed letters and those inside Typst, never those of the machine.

    The files are copied, since a folder of fonts is read whole and the package holds two forms of each face.
    """
    import typst

    place = folder / "fonts"
    place.mkdir()
    for face in _FACES:
        name = f"SourceSansPro-{face}.ttf"
        with resources.as_file(resources.files("font_source_sans_pro") / "files" / name) as file:
            shutil.copyfile(file, place / name)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(place)])


@cache
def _template() -> str:
    return (resources.files("jiwar.report") / "templates" / "paper.typ").read_text(encoding="utf-8")


@cache
def _palette() -> str:
    lines = (f'#let {_RENAMED.get(one.name, one.name)} = rgb("{one.light}")\n' for one in COLOURS)
    return "".join(lines)
