"""From a case, one site and one form of work to the dossier that the papers are filled from."""

from __future__ import annotations

from jiwar.case import Case, TeamLine
from jiwar.facts import Facts
from jiwar.law.papers import Dossier, DossierFlow, DossierWork
from jiwar.options import Judged
from jiwar.options.judging import judge_at, work_at


def dossier_of(case: Case, facts: Facts, site: str, engagement: str) -> Dossier:
    """Return what the papers of one site and one form say; what the case does not say stays open.

    The purpose of a flow are the work packages that need it. A build-operate-transfer is told as it is on the first
    day; its later own unit has papers of its own form.
    """
    there, home = facts.sites[site], facts.sites[case.company.home]
    packages = work_at(case, site, engagement)
    judged = judge_at(case, facts, site, engagement)
    handed_over = next((one.handed_over for one in judged if one.handed_over is not None), None)
    return Dossier(
        flows=tuple(_flow(case, one, packages) for one in judged if one.handed_over is None),
        project=case.name,
        exporter=case.company.name,
        exporter_place=home.name,
        site=there.name,
        country=there.country,
        form="branch" if there.country == home.country and engagement == "captive" else engagement,
        start=case.starts[0].first_day,
        handed_over=None if handed_over is None else handed_over.first_day,
        works=tuple(_work(case, package) for package in packages),
        works_council=case.company.works_council,
        redundancies=case.limits.redundancies == "allowed",
        invented=case.illustrative,
    )


def _flow(case: Case, judged: Judged, packages: tuple[str, ...]) -> DossierFlow:
    data_flow = next(one for one in case.data_flows if one.id == judged.data_flow)
    names = [case.work_package(package).name for package in packages if package in data_flow.work_packages]
    return DossierFlow(data_flow.name, judged.assessment, purpose="; ".join(names))


def _work(case: Case, package: str) -> DossierWork:
    lines = case.team_of(package)
    return DossierWork(
        case.work_package(package).name,
        needed_people=max((_needed(lines, line) for line in lines), default=0.0),
        employed_people=sum(line.employed for line in lines),
    )


def _needed(lines: tuple[TeamLine, ...], at: TeamLine) -> float:
    """People needed in the month of a line: of each skill the latest line counts."""
    latest: dict[tuple[str, str], TeamLine] = {}
    for line in sorted(lines, key=lambda line: line.start):
        if line.start <= at.start:
            latest[(line.role, line.seniority)] = line
    return sum(line.people for line in latest.values())
