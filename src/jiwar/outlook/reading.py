"""A scenario from a YAML file: every key known, every value of its kind, all problems at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from jiwar.diagnostics import Diagnostic, Place, nearest_names
from jiwar.outlook.codes import OutlookError
from jiwar.outlook.scenario import LEVERS, Lever, Scenario

_TEXTS: Final = ("name", "title")
_NONE: Final = frozenset({"none", "null", "~", ""})


def read_scenario(path: Path) -> Scenario:
    """Return the scenario that a file describes.

    Raises
    ------
    OutlookError
        With every problem of the file: M001 to M004.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problem = Diagnostic(
            "M001",
            f"`{path}` cannot be read: {getattr(error, 'strerror', None) or error}",
            "check the path and save it as UTF-8",
        )
        raise OutlookError([problem]) from error
    return parse_scenario(text, str(path))


def parse_scenario(text: str, file: str = "scenario.yaml") -> Scenario:
    """Return the scenario that a text describes; raises as ``read_scenario`` does."""
    import yaml

    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        message = f"this is not valid YAML: {getattr(error, 'problem', None) or error}"
        raise OutlookError(
            [Diagnostic("M001", message, "check the line and the one before", place)]
        ) from error
    if not isinstance(node, yaml.MappingNode):
        remedy = "write one key and its value on each line, such as `premium: 1.5`"
        raise OutlookError([Diagnostic("M001", "this is not a block of keys", remedy, Place(file))])
    reader = _Reader(file, text.splitlines())
    for key, value in node.value:
        reader.take(key, value)
    if reader.problems:
        raise OutlookError(reader.problems)
    return Scenario(**reader.values)


class _Reader:
    """Collects values and problems key by key."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.values: dict[str, Any] = {}
        self.problems: list[Diagnostic] = []

    def take(self, key: Any, value: Any) -> None:
        """Read one key with its value."""
        name = key.value if isinstance(key.value, str) else "[…]"
        if name in self.values:
            self._note("M002", f"`{name}` stands here a second time", "keep one of the two", key)
        elif name in _TEXTS:
            self.values[name] = self._text(name, value)
        elif name in LEVERS:
            self.values[name] = self._number(LEVERS[name], value)
        else:
            remedy = nearest_names(name, (*LEVERS, *_TEXTS))
            self._note("M002", f"`{name}` is not a lever of a scenario", remedy, key)

    def _text(self, name: str, node: Any) -> str:
        if isinstance(node.value, str):
            return node.value
        self._note("M003", f"`{name}` must be a text", "write one line of text", node)
        return ""

    def _number(self, lever: Lever, node: Any) -> float | int | None:
        written = node.value.replace("_", "") if isinstance(node.value, str) else ""
        if lever.default is None and isinstance(node.value, str) and written.lower() in _NONE:
            return None
        try:
            number = float(written)
        except ValueError:
            kind = "a year" if lever.whole else f"a number ({lever.unit})"
            self._note("M003", f"`{lever.name}` must be {kind}", f"for instance {_example(lever)}", node)
            return lever.default
        if lever.whole and not number.is_integer():
            self._note(
                "M003", f"`{lever.name}` must be a whole year", f"for instance {_example(lever)}", node
            )
            return lever.default
        if not lever.low <= number <= lever.high:
            limits = f"{lever.low:g} to {lever.high:g} ({lever.unit})"
            message = f"`{lever.name}` is {number:g}, outside {limits}"
            self._note("M004", message, "choose a value between these limits", node)
            return lever.default
        return int(number) if lever.whole else number

    def _note(self, code: str, message: str, remedy: str, node: Any) -> None:
        line, column = node.start_mark.line, node.start_mark.column
        source = self.lines[line] if line < len(self.lines) else ""
        width = max(1, node.end_mark.column - column) if node.end_mark.line == line else 1
        self.problems.append(
            Diagnostic(code, message, remedy, Place(self.file, line + 1, column + 1, source, width))
        )


def _example(lever: Lever) -> str:
    return f"`{lever.name}: {lever.reach[1]:g}`"
