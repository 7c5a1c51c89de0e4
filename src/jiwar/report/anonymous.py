"""A run without names: company, work packages, data flows and reasons replaced in the same way everywhere."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from jiwar.provenance import Origin, OriginKind
from jiwar.report.context import ReportContext
from jiwar.report.texts import Texts

T = TypeVar("T")


def anonymous(context: ReportContext, texts: Texts) -> ReportContext:
    """Return the same run with names of its own; the same name becomes the same word wherever it stands.

    Sites, roles, facts and amounts stay. Free words of the case (question, reasons) are taken out, since nobody
    can know what they give away.
    """
    renamed = _Renamed(_names(context, texts), _ids(context))
    withheld = texts("withheld")
    packages = tuple(
        dataclasses.replace(
            package,
            id=renamed.ids.get(package.id, package.id),
            reason_to_stay=withheld if package.reason_to_stay else "",
        )
        for package in context.packages
    )
    assumptions = tuple(dataclasses.replace(one, reason=withheld) for one in context.assumptions)
    bare = dataclasses.replace(context, question="", packages=packages, assumptions=assumptions)
    return renamed.of(bare)


def _names(context: ReportContext, texts: Texts) -> dict[str, str]:
    """Return every name of the company's own with what stands in its place."""
    withheld = texts("withheld")
    found = {context.title: texts("A case"), context.company: texts("The company")}
    for number, package in enumerate(context.packages, start=1):
        found[package.name] = texts("Work package {number}", number=str(number))
        if package.reason_to_stay:
            found[package.reason_to_stay.strip()] = withheld
    flows: dict[str, None] = {}
    if context.further is not None:
        flows.update(dict.fromkeys(flow.name for flow in context.further.data_flows))
    for group in context.blocked:
        flows.update(dict.fromkeys(name for reason in group.reasons for name in reason.about))
    for number, name in enumerate(flows, start=1):
        found.setdefault(name, texts("Data flow {number}", number=str(number)))
    for one in context.assumptions:
        found[one.reason.strip()] = withheld
    if context.question.strip():
        found[context.question.strip()] = withheld
    return {name: alias for name, alias in found.items() if name}


def _ids(context: ReportContext) -> dict[str, str]:
    return {package.id: f"package-{number}" for number, package in enumerate(context.packages, start=1)}


class _Renamed:
    def __init__(self, names: Mapping[str, str], ids: Mapping[str, str]) -> None:
        self._names = {name.casefold(): alias for name, alias in names.items()}
        self.ids = ids
        longest = sorted(names, key=len, reverse=True)
        self._pattern = re.compile("|".join(re.escape(name) for name in longest), re.IGNORECASE)

    def of(self, value: T) -> T:
        """Return a value with all names replaced, however deep they stand in it."""
        found: Any = self._of(value)
        same: T = found
        return same

    def _of(self, value: Any) -> Any:  # noqa: PLR0911 - one case for each kind of value
        match value:
            case Origin(kind=OriginKind.CASE):
                return Origin(value.kind, self._path(value.key))
            case Enum() | Origin():
                return value
            case str():
                return self._pattern.sub(lambda found: self._names[found[0].casefold()], value)
            case Mapping():
                return {self._key(key): self._of(item) for key, item in value.items()}
            case tuple():
                return tuple(self._of(item) for item in value)
            case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
                return self._fields(value)
            case _:
                return value

    def _fields(self, value: Any) -> Any:
        changed = {
            field.name: self._path(found) if field.name == "option" else self._of(found)
            for field in dataclasses.fields(value)
            if field.init
            for found in (getattr(value, field.name),)
        }
        return dataclasses.replace(value, **changed)

    def _key(self, key: Any) -> Any:
        return self._path(key) if isinstance(key, str) else key

    def _path(self, key: str) -> str:
        """Replace the ids of packages in keys such as ``team/test-automation`` and ``test-automation@rabat/…``."""
        parts = re.split(r"([/@])", key)
        return "".join(self.ids.get(part, part) for part in parts)
