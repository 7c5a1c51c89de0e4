"""A folder on disk to a case, or to everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from jiwar.case.checks import check_case
from jiwar.case.error import CaseError
from jiwar.case.files import case_file, read_text
from jiwar.case.known import KnownNames
from jiwar.case.model import Case
from jiwar.case.parse import parse_yaml
from jiwar.case.table import parse_table
from jiwar.case.tree import Items, Scalar
from jiwar.case.walk import Walk, walk_record
from jiwar.diagnostics import Diagnostic, Place

_EVERYTHING_UNKNOWN = KnownNames()


def read_case(path: str | Path, *, known: KnownNames = _EVERYTHING_UNKNOWN) -> Case:
    """Read a case from its folder (or from its `case.yaml`).

    Parameters
    ----------
    path
        The folder, or the file.
    known
        Names of sites, roles and facts to check against; names of kinds not given are not checked.

    Raises
    ------
    CaseError
        With every problem of the folder at once, in the order of the files; only when the YAML itself
        cannot be parsed is there nothing more to say than where.
    """
    file = case_file(Path(path))
    tree, problems = parse_yaml(read_text(file), str(file))
    top = Place(str(file), 1, 1)
    if tree is None or (isinstance(tree, Scalar) and tree.value is None):
        message = "the file holds no keys: it is empty, or has comments only"
        raise CaseError([*problems, Diagnostic("C004", message, "start from an example: `jiwar new`", top)])
    walk = Walk(lambda node: _load_table(file.parent, node, walk), list(problems))
    draft = walk_record(Case, tree, "", top, walk)
    walk.problems.extend(check_case(draft, walk, known))
    if walk.problems:
        raise CaseError(_in_order(walk.problems, str(file)))
    case: Case = draft.build()
    case.remember(str(file), walk.places)
    return case


def _load_table(folder: Path, node: Scalar, walk: Walk) -> Items | None:
    name = PurePosixPath(str(node.value).replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in str(name):
        message = f"`{node.value}` lies outside the folder of the case"
        walk.note("C035", message, "put the table into the folder and name it there", node.place)
        return None
    if name.suffix.lower() != ".csv":
        walk.note("C035", f"`{node.value}` is not a CSV file", "save the table as CSV (UTF-8)", node.place)
        return None
    file = folder / name
    if not file.is_file():
        near = sorted(item.name for item in folder.glob("*.csv"))
        remedy = f"the folder holds {', '.join(f'`{item}`' for item in near)}" if near else "add the file"
        walk.note("C035", f"the table `{node.value}` does not exist", remedy, node.place)
        return None
    try:
        rows, problems = parse_table(read_text(file), str(file))
    except CaseError as error:
        walk.problems.extend(error.diagnostics)
        return None
    walk.problems.extend(problems)
    if not rows.items and not problems:
        walk.note("C027", f"the table `{node.value}` has no rows", "add a row below the header", rows.place)
    return rows if rows.items else None


def _in_order(problems: list[Diagnostic], first_file: str) -> list[Diagnostic]:
    def position(problem: Diagnostic) -> tuple[bool, str, int, int]:
        place = problem.place or Place("")
        return place.file != first_file, place.file, place.line, place.column

    return sorted(dict.fromkeys(problems), key=position)
