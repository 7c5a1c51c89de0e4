"""Files of a case as text: where they must lie, and in which encoding."""

from __future__ import annotations

from pathlib import Path

from jiwar.case.error import CaseError
from jiwar.diagnostics import Diagnostic, Place

CASE_FILE = "case.yaml"

_LARGEST_BYTES = 8_000_000


def case_file(path: Path) -> Path:
    """Return the file of a case, given its folder or the file itself.

    Raises
    ------
    CaseError
        When there is none (C001).
    """
    if path.is_file():
        return path
    place = Place(str(path))
    if not path.exists():
        message = f"`{path}` does not exist"
        raise CaseError([Diagnostic("C001", message, "check the path; `jiwar new` makes a case", place)])
    if (path / CASE_FILE).is_file():
        return path / CASE_FILE
    near = sorted(item.name for item in path.glob("*.y*ml")) if path.is_dir() else []
    message = f"the folder `{path}` has no `{CASE_FILE}`"
    if near:
        remedy = f"rename `{near[0]}` to `{CASE_FILE}`, or give its full path"
    else:
        remedy = "give the folder of a case; `jiwar new` makes one"
    raise CaseError([Diagnostic("C001", message, remedy, place)])


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, without a byte-order mark, with plain line ends.

    Raises
    ------
    CaseError
        When the file cannot be opened, is not UTF-8, or is far too large (C002).
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror or error}"
        raise _unreadable(path, message, "check that it is a file and may be read") from error
    if len(content) > _LARGEST_BYTES:
        raise _unreadable(path, "the file is larger than 8 MB", "a case is small; is this the right file?")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(path, "the file is UTF-16", "save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        source = content.splitlines()[line - 1].decode("utf-8", errors="replace")
        message = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        remedy = "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"
        raise _unreadable(path, message, remedy, Place(str(path), line, column, source)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(path: Path, message: str, remedy: str, place: Place | None = None) -> CaseError:
    return CaseError([Diagnostic("C002", message, remedy, place or Place(str(path)))])
