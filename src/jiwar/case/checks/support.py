"""State support claimed where it cannot be: another country, another park, impossible dates, no own unit."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.case.draft import Draft
from jiwar.case.known import KnownNames
from jiwar.case.vocabulary import PARK_SITES, READINGS
from jiwar.diagnostics import Diagnostic, Place, nearest_names

_MOST_MONTHS = 60
"""Months that a convention may take to be realised."""

_OWN_UNITS = {"captive", "build_operate_transfer"}


def check_support(draft: Draft, known: KnownNames) -> Iterator[Diagnostic]:
    """Yield claims of support that contradict the case (C041, C042, C043, C044, C045)."""
    support = draft.get("support")
    if not isinstance(support, Draft):
        return
    offshoring, capital = support.get("offshoring"), support.get("capital") or ()
    if isinstance(offshoring, Draft):
        for site, park in (offshoring.get("sites") or {}).items():
            place = offshoring.place_of("sites", site)
            yield from _check_site(draft, site, place, known)
            yield from _check_park(site, park, place)
    for name, reading in (support.get("readings") or {}).items():
        if reading not in READINGS[name]:
            named = " or ".join(f"`{one}`" for one in READINGS[name])
            place = support.place_of("readings", name)
            yield Diagnostic("C045", f"`{name}` cannot be read as `{reading}`", f"write {named}", place)
    for project in capital:
        if project.get("site") is not None:
            yield from _check_site(draft, project.get("site"), project.place_of("site"), known)
        yield from _check_months(draft, project)
    if (isinstance(offshoring, Draft) or capital) and not _own_unit_possible(draft):
        message = "support is claimed, but no work may be held in an own unit"
        remedy = "add `captive` or `build_operate_transfer` to `engagements`, or remove `support`"
        yield Diagnostic("C044", message, remedy, draft.place_of("support"))


def _check_site(draft: Draft, site: str, place: Place, known: KnownNames) -> Iterator[Diagnostic]:
    supported, company = known.supported_sites, draft.get("company")
    if company is not None and site == company.get("home"):
        message = f"`{site}` is home, and support is for work that moves"
        yield Diagnostic("C041", message, "claim it for a site in Morocco, or remove it", place)
    elif supported is not None and site not in supported:
        here = [name for name in draft.get("sites") or () if name in supported]
        remedy = nearest_names(site, here) if here else "add a site in Morocco, or remove the claim"
        yield Diagnostic("C041", f"no state support is coded for `{site}`", remedy, place)


def _check_park(site: str, park: str, place: Place) -> Iterator[Diagnostic]:
    sites = PARK_SITES.get(park)
    if sites is not None and site not in sites:
        there = " and ".join(f"`{name}`" for name in sites)
        yield Diagnostic("C043", f"{park} belongs to {there}, not to `{site}`", "write `none`", place)


def _check_months(draft: Draft, project: Draft) -> Iterator[Diagnostic]:
    convention, counted = project.get("convention"), project.get("jobs_by")
    keys = draft.get("horizon")
    horizon = None if keys is None else keys.build()
    for name, month in (("convention", convention), ("jobs_by", counted)):
        if horizon is not None and month is not None and month not in horizon:
            message = f"{month} lies outside the horizon, {horizon.start} to {horizon.end}"
            remedy = "move the month, or lengthen the horizon"
            yield Diagnostic("C042", message, remedy, project.place_of(name))
    if convention is None or counted is None:
        return
    if counted < convention:
        message = f"the jobs are counted in {counted}, before the convention in {convention}"
        yield Diagnostic("C042", message, "exchange the two months", project.place_of("jobs_by"))
    elif counted - convention > _MOST_MONTHS:
        message = f"{counted} is more than five years after the convention in {convention}"
        remedy = f"count the jobs in {convention + _MOST_MONTHS} at the latest"
        yield Diagnostic("C042", message, remedy, project.place_of("jobs_by"))


def _own_unit_possible(draft: Draft) -> bool:
    engagements = draft.get("engagements")
    return engagements is None or bool(_OWN_UNITS & set(engagements))
