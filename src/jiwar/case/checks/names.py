"""Names that must exist: in the fact base, in `sites`, among the work packages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jiwar.case.draft import Draft
from jiwar.case.known import KnownNames
from jiwar.case.model import FORMAT_VERSION
from jiwar.case.walk import Walk
from jiwar.diagnostics import Diagnostic, nearest_names


def check_names(draft: Draft, walk: Walk, known: KnownNames) -> Iterator[Diagnostic]:
    """Yield every name that leads nowhere (C017 to C021), and an unknown format version (C028)."""
    version = draft.get("jiwar_case")
    if version is not None and version != FORMAT_VERSION:
        message = f"version {version} of the format is not known; this Jiwar reads version {FORMAT_VERSION}"
        remedy = f"write `jiwar_case: {FORMAT_VERSION}`, or use another version of Jiwar"
        yield Diagnostic("C028", message, remedy, draft.place_of("jiwar_case"))
    packages = draft.get("work_packages")
    sources: dict[str, tuple[str, str, Collection[str] | None]] = {
        "site": ("C017", "a site of the fact base", known.sites),
        "role": ("C018", "a role of the fact base", known.roles),
        "fact": ("C019", "a fact of the fact base", known.facts),
        "case site": ("C020", "one of the case's `sites`", draft.get("sites")),
        "work package": (
            "C021",
            "one of the case's work packages",
            None if packages is None else [package.get("id") for package in packages],
        ),
    }
    for reference in walk.references:
        code, what, names = sources.get(reference.of, ("", "", None))
        if names is not None and reference.name not in names:
            message = f"`{reference.name}` is not {what}"
            yield Diagnostic(code, message, nearest_names(reference.name, names), reference.place)
