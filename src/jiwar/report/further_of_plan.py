"""Everything that the paper says beyond choice, cost and law, gathered from a plan and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.law.citing import cited_in
from jiwar.law.places import EEA
from jiwar.report import flow_words
from jiwar.report.company_of_plan import allowance_at_most, company_of
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further import DataFlow, Further, MapPlace
from jiwar.report.home_of_plan import bring_back_of, drift_of, leaving_of, people_at_home
from jiwar.report.pilots_of_plan import in_scenarios_of, knowing_of, later_decision_of, pilots_of
from jiwar.report.support_of_plan import job_steps_of, support_end, support_lines, support_years, tax_rules
from jiwar.report.texts import Texts
from jiwar.report.ways_of_plan import hand_over_of, interfaces_of, moved, stages_of, waiting_of, ways_of

if TYPE_CHECKING:
    from jiwar.law import Assessment


def further_of(figures: PlanFigures, texts: Texts) -> Further:
    """Gather all of it in the language of the reader."""
    sites = figures.options.facts.sites
    return Further(
        ways=ways_of(figures),
        waiting=waiting_of(figures),
        stages=stages_of(figures),
        pilots=pilots_of(figures, texts),
        later_decision=later_decision_of(figures),
        knowing=knowing_of(figures),
        in_scenarios=in_scenarios_of(figures),
        interfaces=interfaces_of(figures),
        hand_over=hand_over_of(figures),
        leaving=leaving_of(figures, texts),
        drift=drift_of(figures, texts),
        bring_back=bring_back_of(figures),
        support=support_lines(figures, texts),
        support_years=support_years(figures),
        job_steps=job_steps_of(figures, texts),
        support_end=support_end(figures),
        home=people_at_home(figures),
        data_flows=_data_flows(figures, texts),
        tax=tax_rules(figures, texts),
        company=company_of(figures, texts),
        allowance_at_most_eur=allowance_at_most(figures),
        map=tuple(
            MapPlace(site, sites[site].name, sites[site].latitude, sites[site].longitude)
            for site in figures.options.case.sites
        ),
        not_priced=_not_priced(figures),
    )


def _not_priced(figures: PlanFigures) -> tuple[str, ...]:
    """Name the costs of legal duties that apply to the plan and that nobody has given."""
    keys = (key for option in moved(figures) for key in option.not_priced)
    return tuple(dict.fromkeys(keys))


def _data_flows(figures: PlanFigures, texts: Texts) -> tuple[DataFlow, ...]:
    """Return one entry per data flow, site and form of engagement of what the plan moves."""
    options = figures.options
    case = options.case
    found: dict[tuple[str, str, str], tuple[Assessment, list[str]]] = {}
    for option in moved(figures):
        name = case.work_package(option.work_package).name
        for flow, assessment in (*option.assessments, *option.later):
            key = (flow, option.site, option.engagement.value)
            known, packages = found.setdefault(key, (assessment, []))
            if assessment.overall > known.overall:
                found[key] = (assessment, packages)
            if name not in packages:
                packages.append(name)
    flows = {flow.id: flow for flow in case.data_flows}
    told = []
    for (flow_id, site, engagement), (assessment, packages) in found.items():
        entry = flows.get(flow_id)
        if entry is None:
            continue
        told.append(
            DataFlow(
                entry.name,
                tuple(packages),
                options.facts.sites[site].name,
                engagement,
                tuple(flow_words.category(texts, one) for one in entry.categories),
                flow_words.roles(texts, entry.roles),
                flow_words.access(texts, entry.access),
                flow_words.not_needed(texts)
                if options.facts.sites[site].country in EEA
                else flow_words.instrument(texts, entry.safeguards.instrument, entry.safeguards.scc_module),
                assessment.overall.value,
                tuple(_articles(assessment, texts.language.value)),
            )
        )
    return tuple(told)


def _articles(assessment: Assessment, language: str) -> list[str]:
    cited = (
        cited_in(citation.article, language)
        for gate in assessment.gates.values()
        for hit in gate.deciding
        for citation in hit.rule.citations
    )
    return list(dict.fromkeys(cited))
