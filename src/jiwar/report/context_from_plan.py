"""From a plan and its options to the context of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from jiwar.periods import Quarter
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount, merged
from jiwar.report.blocked_of_plan import told
from jiwar.report.context import (
    BlockedBest,
    BlockedGroup,
    BlockedReason,
    CashFlow,
    CostLine,
    LimitUse,
    NearestMove,
    OtherWorld,
    ReportContext,
    SitePlan,
    Solution,
)
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further_of_plan import further_of
from jiwar.report.ground import Assumption, Ground
from jiwar.report.ground_of_plan import fact_entry, ground_of
from jiwar.report.judgement_of_plan import uncertainty_of
from jiwar.report.law_of_plan import law_of
from jiwar.report.live_of_plan import live_of
from jiwar.report.nearness_of_plan import hours_of, talent_of
from jiwar.report.packages_of_plan import packages_of
from jiwar.report.terms import seniority
from jiwar.report.texts import Texts, texts_for
from jiwar.report.words import blocking_field, limit_name

if TYPE_CHECKING:
    from jiwar.facts import Facts
    from jiwar.options import Option, Options
    from jiwar.planning import Limit, Plan
    from jiwar.planning.explaining.worth import Worth
    from jiwar.risk import Evaluation, StrategyScore

_PLAN = (Origin(OriginKind.METHOD, "plan"),)
_WORTH = (Origin(OriginKind.METHOD, "worth"),)
_BLOCKED = (Origin(OriginKind.METHOD, "blocked"),)
_GRADES = (Origin(OriginKind.METHOD, "price-grade"),)


def context_of(
    plan: Plan,
    options: Options,
    *,
    evaluation: Evaluation | None = None,
    strategies: Sequence[StrategyScore] = (),
    worths: Sequence[Worth] = (),
    language: str = "en",
) -> ReportContext:
    """Gather everything that the sections say about a plan.

    Parameters
    ----------
    plan
        The plan to tell.
    options
        The options that it was chosen from.
    evaluation, strategies
        The plan judged on many draws, and ways to decide compared on them, when that was done.
    worths
        What things are worth to the best plan, when that was asked.
    language
        Language of all names and sentences.
    """
    case = options.case
    figures = PlanFigures(options, plan)
    texts = texts_for(language)
    draft = ReportContext(
        title=case.name,
        company=case.company.name,
        question=case.question or "",
        illustrative=case.illustrative,
        as_of=case.as_of,
        horizon=options.horizon,
        discount_rate=Amount(case.discount_rate_per_year, (Origin(OriginKind.CASE, "discount_rate"),)),
        solution=_solution(plan, options),
        sites=_sites(figures),
        packages=packages_of(figures),
        lines=_lines(figures, texts),
        cash=_cash(figures),
        blocked=_blocked(figures, texts),
        law=law_of(figures, language),
        limits=tuple(_limit(limit, options.facts, texts) for limit in plan.limits),
        worths=tuple(_worth(one, options.facts, texts) for one in worths),
        assumptions=_assumptions(options),
        grade_shares=_grade_shares(figures),
        estimated_share=_estimated_share(figures),
        ground=Ground(),
        record=figures.record,
        nearest_move=_nearest_move(figures),
        uncertainty=None if evaluation is None else uncertainty_of(evaluation, options, texts, strategies),
        shared_hours=hours_of(figures),
        talent=talent_of(figures, texts),
        further=further_of(figures, texts),
        live=live_of(figures, texts),
    )
    return replace(draft, ground=ground_of(draft, options, language))


def _solution(plan: Plan, options: Options) -> Solution:
    missed_eur = plan.objective_eur - plan.bound_eur  # a plan for many scenarios is proven on their objective
    return Solution(
        status=plan.status.value,
        cost_eur=plan.mid_cost_eur,
        bound_eur=plan.mid_cost_eur - missed_eur,
        gap=plan.gap,
        options=len(options),
        verified=plan.bound_verified,
    )


def _sites(figures: PlanFigures) -> tuple[SitePlan, ...]:
    """Home first, then the sites at which the plan has people, in the order of the case."""
    options = figures.options
    home = options.case.company.home
    chosen = list(figures.plan.chosen)
    people = {home: options.home_people[chosen].sum(axis=0)}
    ground = {home: merged(*(figures.origins(index, "pay") for index in chosen))}
    for site in options.case.sites:
        here = [index for index in chosen if options.items[index].site == site]
        if site != home and here:
            people[site] = options.people[here].sum(axis=0)
            ground[site] = merged(*(figures.origins_of_people(index) for index in here))
    hires = {site: np.zeros(options.horizon.quarters) for site in people}
    for pool, row in zip(options.pools, figures.plan.hires, strict=True):
        if pool.site in hires:
            hires[pool.site] = hires[pool.site] + row
    return tuple(
        SitePlan(
            site,
            options.facts.sites[site].name,
            options.facts.sites[site].country,
            _floats(people[site]),
            _floats(hires[site]),
            ground[site] or (Origin(OriginKind.METHOD, "headcount"),),
        )
        for site in people
    )


def _lines(figures: PlanFigures, texts: Texts) -> tuple[CostLine, ...]:
    return tuple(
        CostLine(
            line.key,
            texts(line.name),
            texts(line.meaning),
            line.kind.value,
            figures.present(figures.staying, (line.key,)),
            figures.present(figures.plan.chosen, (line.key,), shared=True),
            _floats(figures.by_month(figures.staying, (line.key,))),
            _floats(figures.by_month(figures.plan.chosen, (line.key,), shared=True)),
        )
        for line in figures.options.lines
    )


def _cash(figures: PlanFigures) -> CashFlow:
    cash, value = figures.cash_keys, figures.value_keys
    chosen, staying = figures.plan.chosen, figures.staying
    origins = merged(
        figures.present(chosen, cash, shared=True).origins, figures.present(staying, cash).origins
    )
    return CashFlow(
        staying_cash_eur=_floats(figures.by_month(staying, cash)),
        plan_cash_eur=_floats(figures.by_month(chosen, cash, shared=True)),
        staying_undone_eur=_floats(figures.by_month(staying, value)),
        plan_undone_eur=_floats(figures.by_month(chosen, value, shared=True)),
        discount=_floats(figures.options.discount),
        origins=origins,
    )


def _blocked(figures: PlanFigures, texts: Texts) -> tuple[BlockedGroup, ...]:
    """Group blocked options by all that blocks them, over work packages, sites and data flows."""
    options = figures.options
    groups: dict[tuple[BlockedReason, ...], list[Option]] = {}
    flows: dict[tuple[BlockedReason, ...], dict[BlockedReason, dict[str, None]]] = {}
    for option in options.blocked:
        found_here = [told(one, option, options, texts) for one in option.blocked]
        key = tuple(dict.fromkeys(reason for reason, _ in found_here))
        groups.setdefault(key, []).append(option)
        named = flows.setdefault(key, {})
        for reason, flow in found_here:
            named.setdefault(reason, {}).update(dict.fromkeys(filter(None, [flow])))
    found = []
    for reasons, members in groups.items():
        names = dict.fromkeys(options.case.work_package(option.work_package).name for option in members)
        sites = dict.fromkeys(options.facts.sites[option.site].name for option in members)
        engagements = dict.fromkeys(option.engagement.value for option in members)
        found.append(
            BlockedGroup(
                packages=tuple(names),
                sites=tuple(sites),
                engagements=tuple(engagements),
                reasons=tuple(replace(one, about=tuple(flows[reasons][one])) for one in reasons),
                options=Amount(float(len(members)), _BLOCKED),
                best=_best_of(figures, members),
            )
        )
    return tuple(found)


def _best_of(figures: PlanFigures, members: list[Option]) -> BlockedBest:
    options = figures.options
    best = _cheapest(figures, members)
    extra = figures.extra_alone(best)
    return BlockedBest(
        options.case.work_package(best.work_package).name,
        options.facts.sites[best.site].name,
        best.engagement.value,
        Amount(-extra.value, merged(extra.origins, _BLOCKED)),
    )


def _cheapest(figures: PlanFigures, options: list[Option]) -> Option:
    return min(options, key=lambda option: (figures.extra_alone_eur(option), option.index))


def _nearest_move(figures: PlanFigures) -> NearestMove | None:
    options = figures.options
    if any(not options.items[index].engagement.stays for index in figures.plan.chosen):
        return None
    moves = [option for option in options.items if option.feasible and not option.engagement.stays]
    if not moves:
        return None
    best = _cheapest(figures, moves)
    return NearestMove(
        options.case.work_package(best.work_package).name,
        options.facts.sites[best.site].name,
        best.engagement.value,
        best.start,
        figures.extra_alone(best),
    )


def _limit(limit: Limit, facts: Facts, texts: Texts) -> LimitUse:
    unit = "people" if limit.unit.startswith("people") else limit.unit
    return LimitUse(
        family=limit.family,
        about=_about(limit.scope, facts, texts),
        limit=Amount(limit.available, _PLAN),
        used=Amount(limit.used, _PLAN),
        unit=unit,
        binds=limit.binding,
        at_least=limit.at_least,
        when=_quarter(limit.period),
        keeps_out=len(limit.holds_back),
    )


def _worth(one: Worth, facts: Facts, texts: Texts) -> OtherWorld:
    def amount(eur: float | None) -> Amount | None:
        return None if eur is None else Amount(eur, _WORTH)

    about = {
        "without_limit": lambda: limit_name(texts, one.about),
        "without_field": lambda: blocking_field(texts, one.about),
    }.get(one.world.value, lambda: _about(one.about, facts, texts))()
    return OtherWorld(
        one.world.value, about, amount(one.change_eur), amount(one.least_eur), amount(one.most_eur)
    )


def _quarter(period: str) -> Quarter | None:
    """Read a period such as ``2027-Q3``; limits over the whole horizon have none."""
    year, _, quarter = period.partition("-Q")
    return Quarter(int(year), int(quarter)) if quarter else None


def _about(scope: str, facts: Facts, texts: Texts) -> str:
    """Name what a limit is about: sites and roles of a scope such as ``rabat/test_engineer/senior``."""
    names = []
    for part in filter(None, scope.split("/")):
        if part in facts.sites:
            names.append(facts.sites[part].name)
        elif part in facts.roles:
            names.append(facts.roles[part].names[texts.language.value])
        else:
            names.append(seniority(texts, part) or part.replace("_", " "))
    return ", ".join(names)


def _assumptions(options: Options) -> tuple[Assumption, ...]:
    found = []
    for one in options.case.assumptions:
        low, mid, high = one.numbers
        replaced = options.facts.get(one.fact) if one.fact in options.facts else None
        found.append(
            Assumption(
                fact=one.fact,
                low=low,
                mid=mid,
                high=high,
                unit=one.unit,
                reason=one.reason,
                replaces=None if replaced is None else fact_entry(replaced),
                origin=Origin(OriginKind.CASE, f"assumptions/{one.fact}"),
            )
        )
    return tuple(found)


def _grade_shares(figures: PlanFigures) -> tuple[tuple[str, Amount], ...]:
    """Weigh every line of cash by its present value, under the grades of its prices."""
    from jiwar.facts import Grade

    weights = dict.fromkeys(Grade, 0.0)
    for amount in figures.cash_amounts():
        for grade, part in figures.price_grades(amount.origins).items():
            weights[grade] += part * abs(amount.value)
    everything = sum(weights.values())
    if not everything:
        return ()
    return tuple((grade.value, Amount(weight / everything, _GRADES)) for grade, weight in weights.items())


def _estimated_share(figures: PlanFigures) -> Amount:
    """The share of cash that rests on at least one estimate of our own, a price or not."""
    amounts = [
        (abs(amount.value), figures.rests_on_prior(amount.origins)) for amount in figures.cash_amounts()
    ]
    everything = sum(weight for weight, _ in amounts)
    estimated = sum(weight for weight, prior in amounts if prior)
    return Amount(estimated / everything if everything else 0.0, _GRADES)


def _floats(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
