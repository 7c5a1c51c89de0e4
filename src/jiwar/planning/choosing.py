"""Choose among the options of a case: the cheapest plan on mid values, or over scenarios."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from jiwar.planning.checking.check_bound import verified
from jiwar.planning.explaining.information import with_knowledge, with_staying
from jiwar.planning.explaining.waiting import with_waiting
from jiwar.planning.highs import Progress
from jiwar.planning.of_case.from_options import problem_of, record_of
from jiwar.planning.of_case.stages import with_stages_told
from jiwar.planning.plan import Plan
from jiwar.planning.solving import solve
from jiwar.planning.uncertain import PricedScenarios, UncertainProblem
from jiwar.planning.uncertain_plan import solve_uncertain

if TYPE_CHECKING:
    from jiwar.options import Options


def choose(
    options: Options,
    *,
    gap: float = 0.005,
    seconds: float = 60.0,
    scenarios: PricedScenarios | None = None,
    risk_weight: float = 0.0,
    tail: float = 0.1,
    waiting: bool = False,
    knowledge: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Plan:
    """Choose the options of a case together, at the least discounted cost within its limits.

    Without scenarios cost is that of mid values; with them it is ``(1 - λ) · mean + λ · mean of the worst tail``,
    contractors covering what the labour market does not give in a scenario. The bound is checked by its certificate.

    Parameters
    ----------
    options
        All options of the case, assessed and priced.
    gap
        Proven distance from the cheapest plan, as a share of its cost, at which the search may end.
    seconds
        Time after which the search ends with the best plan so far.
    scenarios
        Costs of the options and labour markets by scenario.
    risk_weight, tail
        λ, and the share of scenarios that counts as the worst.
    waiting
        Whether to say what deciding at the first gate would be worth, which takes another search.
    knowledge
        Whether to say what knowing the scenario, and planning for all of them, is worth, which takes further searches.
    progress
        Called now and then with the state of the search.

    Raises
    ------
    PlanError
        When a work package has no option left, limits contradict each other, or no plan was found in time.
    """
    problem = problem_of(options, scenarios)
    settings = {"gap": gap, "seconds": seconds}
    if scenarios is None:
        plan = verified(problem, solve(problem, gap=gap, seconds=seconds, progress=progress))
    else:
        uncertain = UncertainProblem.of(problem, scenarios, risk_weight=risk_weight, tail=tail)
        plan = _choose_under_uncertainty(
            options, scenarios, uncertain, gap=gap, seconds=seconds, progress=progress
        )
        plan = _worth_told(options, uncertain, plan, waiting=waiting, knowledge=knowledge)
        settings |= {"scenarios": uncertain.scenarios, "risk_weight": risk_weight, "tail": tail}
    record = record_of(options, settings)
    if scenarios is not None:
        record = dataclasses.replace(record, seed=scenarios.seed)
    return dataclasses.replace(plan, record=record, options=options)


def _choose_under_uncertainty(
    options: Options,
    scenarios: PricedScenarios,
    uncertain: UncertainProblem,
    *,
    gap: float,
    seconds: float,
    progress: Callable[[Progress], None] | None,
) -> Plan:
    plan = solve_uncertain(uncertain, gap=gap, seconds=seconds, progress=progress)
    plan = with_stages_told(options, scenarios, verified(uncertain, plan))
    return with_staying(uncertain, plan, options.staying())


def _worth_told(
    options: Options, uncertain: UncertainProblem, plan: Plan, *, waiting: bool, knowledge: bool
) -> Plan:
    """Return the plan with what waiting and knowing more are worth, as far as asked."""
    if waiting:
        plan = with_waiting(options, uncertain, plan)
    return with_knowledge(uncertain, plan) if knowledge else plan
