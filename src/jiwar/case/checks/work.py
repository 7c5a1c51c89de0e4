"""Work packages that contradict themselves or each other: circles, no way to go, data unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiwar.case.draft import Draft
from jiwar.diagnostics import Diagnostic


def check_work(draft: Draft) -> Iterator[Diagnostic]:
    """Yield contradictions between work packages (C022, C023, C029, C031, C036, C040)."""
    packages = {package.get("id"): package for package in draft.get("work_packages") or ()}
    for package in packages.values():
        yield from _check_reason(package)
        yield from _check_ways(draft, package)
        yield from _check_after(package, packages)
    yield from _check_circles(packages)
    yield from _check_flows(draft, packages)
    yield from _check_assessments(draft)


def _check_reason(package: Draft) -> Iterator[Diagnostic]:
    if package.get("movable") is False and "reason" not in package.places:
        message = f"`{package.get('id')}` is not movable, but no reason is given"
        remedy = "add `reason:` with a sentence that those who decide will read"
        yield Diagnostic("C029", message, remedy, package.place_of("movable"))


def _check_ways(draft: Draft, package: Draft) -> Iterator[Diagnostic]:
    if not package.get("movable"):
        return
    company, sites = draft.get("company"), package.get("sites")
    home = company.get("home") if company is not None else None
    if home is not None and sites is not None and set(sites) == {home}:
        message = f"`{package.get('id')}` is movable, but only to `{home}`, which is home"
        remedy = "name another site, or write `movable: false` with a reason"
        yield Diagnostic("C023", message, remedy, package.place_of("sites"))
    allowed = draft.get("engagements")
    for index, engagement in enumerate(package.get("engagements") or ()):
        if allowed is not None and engagement not in allowed:
            message = f"`{engagement}` is not among the `engagements` of the case"
            remedy = "add it there, or remove it here"
            yield Diagnostic("C023", message, remedy, package.place_of("engagements", index))


def _check_after(package: Draft, packages: Mapping[str, Draft]) -> Iterator[Diagnostic]:
    if package.get("movable") is False:
        return
    for index, name in enumerate(package.get("after") or ()):
        if name in packages and packages[name].get("movable") is False:
            message = f"`{package.get('id')}` waits for `{name}`, which never moves"
            yield Diagnostic(
                "C031", message, f"remove `{name}` from `after`", package.place_of("after", index)
            )


def _check_circles(packages: Mapping[str, Draft]) -> Iterator[Diagnostic]:
    """Follow `after` from every package and report each circle once, at its first package."""
    waits = {
        name: [to for to in package.get("after") or () if to in packages]
        for name, package in packages.items()
    }
    done: set[str] = set()
    for begin in waits:
        circle = _find_circle(begin, waits, done)
        if circle:
            shown = " → ".join(f"`{name}`" for name in [*circle, circle[0]])
            message = f"these wait for each other in a circle: {shown}"
            yield Diagnostic("C022", message, "remove one `after`", packages[circle[0]].place_of("after"))


def _find_circle(begin: str, waits: Mapping[str, list[str]], done: set[str]) -> list[str]:
    """Return a circle that can be reached from a package through packages not yet done, or nothing."""
    path: list[str] = []
    ahead = [iter([begin])]
    while ahead:
        name = next(ahead[-1], None)
        if name is None:
            ahead.pop()
            if path:
                done.add(path.pop())
        elif name in path:
            circle = path[path.index(name) :]
            done.update(path)
            return circle
        elif name not in done:
            path.append(name)
            ahead.append(iter(waits[name]))
    return []


def _check_flows(draft: Draft, packages: Mapping[str, Draft]) -> Iterator[Diagnostic]:
    flows = draft.get("data_flows")
    if flows is None or any(flow.get("work_packages") is None for flow in flows):
        return
    covered = {name for flow in flows for name in flow.get("work_packages")}
    for name, package in packages.items():
        if package.get("movable") and name not in covered:
            message = f"nothing is said about the data that `{name}` needs"
            remedy = "name it in a data flow; `access: none` says that no data leave"
            yield Diagnostic("C036", message, remedy, package.place)


def _check_assessments(draft: Draft) -> Iterator[Diagnostic]:
    for flow in draft.get("data_flows") or ():
        safeguards = flow.get("safeguards")
        if not isinstance(safeguards, Draft) or safeguards.get("tia_for") is None:
            continue
        if safeguards.get("tia") in {"passed", "failed"} and not safeguards.get("tia_for"):
            message = f"the assessment of `{flow.get('id')}` names no country whose law it is about"
            remedy = "add `tia_for:` with the countries, for instance `[MA]`"
            yield Diagnostic("C040", message, remedy, safeguards.place_of("tia"))
