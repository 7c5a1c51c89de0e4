"""State support and the tax questions that a plan sets off, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.law.citing import cited_in
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further import JobStep, JobSteps, SupportEnd, SupportLine, SupportYear, TaxRule
from jiwar.report.texts import Texts
from jiwar.report.words import N_

if TYPE_CHECKING:
    from jiwar.law.rule import Rule
    from jiwar.planning.of_case.steps_of_case import GrantStep

_SUPPORT = (Origin(OriginKind.METHOD, "support"),)

_GERMAN = {
    "de.astg.function-transfer": N_(
        "Does the receiving company work only for the transferring one, and is it paid cost-plus? If not, what "
        "is the transfer package worth?"
    ),
    "de.fzulg": N_("Was the research allowance claimed for this work, and how much of it is lost?"),
}
_MOROCCAN_OWN = {
    "de-ma.treaty.art23": N_("Which legal form and which share of the Moroccan company fit the treaty?"),
    "ma.cgi.art6.outsourcing": N_("Does the company fulfil the conditions of the exemption, and from when?"),
    "ma.cgi.art214": N_("Will turnover or assets reach the threshold, and who writes both files?"),
    "ma.cgi.art92": N_("Are services invoiced to and paid by the foreign client in currency?"),
}
_MOROCCAN_PROVIDER = {
    "ma.cgi.art92": N_("Are services invoiced to and paid by the foreign client in currency?"),
}


def support_lines(figures: PlanFigures, texts: Texts) -> tuple[SupportLine, ...]:
    """Return the answer of every scheme at every own unit of the plan."""
    from jiwar.law.support import Status
    from jiwar.planning.of_case.support import support_of_plan

    language = texts.language.value
    found = []
    for one in support_of_plan(figures.plan):
        line, rules = one.line, tuple(Origin(OriginKind.RULE, rule) for rule in one.line.rules)
        found.append(
            SupportLine(
                figures.options.facts.sites[one.site].name,
                Amount(float(one.jobs), _SUPPORT),
                line.title[language],
                line.sentence(language),
                line.paid[language],
                line.status is Status.ELIGIBLE,
                Amount(float(one.counted_eur.sum()), (*_SUPPORT, *rules)),
                tuple(cited_in(article, language) for article in line.articles),
                tuple(question[language] for question in line.questions),
                tuple(step[language] for step in line.next_steps),
            )
        )
    return tuple(found)


def support_years(figures: PlanFigures) -> tuple[SupportYear, ...]:
    """Return support and cash by year when the plan counts any support."""
    from jiwar.planning.of_case.support import support_by_year

    years = support_by_year(figures.plan)
    if not any(abs(one.support_eur) >= 1.0 for one in years):
        return ()
    return tuple(
        SupportYear(one.year, Amount(one.support_eur, _SUPPORT), Amount(one.cash_eur, _SUPPORT), one.in_force)
        for one in years
    )


def job_steps_of(figures: PlanFigures, texts: Texts) -> tuple[JobSteps, ...]:
    """Return what each grant of the case's capital projects pays by jobs, and where the plan stands."""
    from jiwar.planning.of_case.steps_of_case import grant_steps
    from jiwar.planning.of_case.support import jobs_at, support_of_plan

    options = figures.options
    titles = {one.line.scheme: one.line.title[texts.language.value] for one in support_of_plan(figures.plan)}
    found: dict[tuple[str, str], list[GrantStep]] = {}
    for step in grant_steps(options):
        found.setdefault((step.project.site, step.step.scheme), []).append(step)
    return tuple(
        JobSteps(
            options.facts.sites[site].name,
            titles.get(scheme, scheme),
            Amount(float(jobs_at(figures.plan, site)[steps[0].counted]), _SUPPORT),
            tuple(
                JobStep(Amount(float(one.step.stable_jobs), _SUPPORT), Amount(one.amount_eur, _SUPPORT))
                for one in sorted(steps, key=lambda one: one.step.stable_jobs)
            ),
        )
        for (site, scheme), steps in found.items()
    )


def support_end(figures: PlanFigures) -> SupportEnd | None:
    """Return what the end of the offshoring circular takes away; None when the plan does not lean on it."""
    from jiwar.planning.of_case.support import cliff_of_plan

    cliff = cliff_of_plan(figures.plan)
    if cliff is None:
        return None
    last, after = (Amount(eur, _SUPPORT) for eur in (cliff.last_year_eur, cliff.year_after_eur))
    return SupportEnd(cliff.last_month.year, last, after)


def tax_rules(figures: PlanFigures, texts: Texts) -> tuple[TaxRule, ...]:
    """Return the rules of tax that the moves of the plan set off, each with its open question."""
    options = figures.options
    away = [options.items[index] for index in figures.plan.chosen]
    away = [one for one in away if not one.engagement.stays]
    if not away:
        return ()
    asked = dict(_GERMAN)
    moroccan = [one for one in away if options.facts.sites[one.site].country == "MA"]
    if any(one.engagement.own_unit for one in moroccan):
        asked |= _MOROCCAN_OWN
    elif moroccan:
        asked |= _MOROCCAN_PROVIDER
    found = []
    for name, question in asked.items():
        rule = _in_force(name, figures)
        if rule is not None:
            language = texts.language.value
            said = rule.sentence[language]
            cited = (cited_in(one.article, language) for one in rule.citations if one.article)
            articles = tuple(dict.fromkeys(cited))
            found.append(TaxRule(said, articles, texts(question), texts("tax adviser")))
    return tuple(found)


def _in_force(name: str, figures: PlanFigures) -> Rule | None:
    from jiwar.law import registry

    versions = [rule for rule in registry() if rule.key.partition("@")[0] == name]
    day = figures.options.case.as_of
    started = [rule for rule in versions if rule.validity.start <= day]
    return max(started, key=lambda rule: rule.validity.start, default=None)
