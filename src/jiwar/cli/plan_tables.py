"""A plan as tables in the terminal: the answer, who does what where from when, and what holds it back."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from jiwar.cli.screen import table
from jiwar.cli.stage_words import what_later
from jiwar.law.support import LAST_MONTH
from jiwar.options import Option, Options
from jiwar.planning import Leave, Plan, Uncertainty
from jiwar.planning.of_case.support import support_by_year
from jiwar.planning.tails import worst_mean

_FORMS = {
    "stay_hire": "stays: hire at home",
    "stay_contract": "stays: contractors",
    "stay_undone": "stays: vacancies left open",
    "captive": "own unit",
    "provider": "provider",
    "employer_of_record": "employer of record",
    "build_operate_transfer": "build, operate, transfer",
}


_MILLIONS_FROM_EUR = 100_000.0
_WHOLE_PERCENT_FROM = 0.01
_WORTH_TELLING = 0.0005

_WORTH_SAYING = 0.005
"""Least probability with which leaving at a gate is told."""


def print_plan(console: Console, options: Options, plan: Plan) -> None:
    """Print the answer, the plan and the limits that bind."""
    staying = options.staying()
    stay_eur = float(options.npv_eur[list(staying)].sum())
    console.print(_answer(options, plan, stay_eur), soft_wrap=True)
    rows = [_row(options, index, home) for index, home in zip(plan.chosen, staying, strict=True)]
    rows.append(
        ["shared by all", "", "", "", "", "", f"{(plan.mid_cost_eur - _own(options, plan)) / 1e3:+,.0f}", ""]
    )
    columns = [
        ("work package", False),
        ("where", False),
        ("how", False),
        ("share", True),
        ("from", False),
        ("people away", True),
        ("vs staying, kEUR", True),
        ("law", False),
    ]
    note = "Present value over the horizon, work left undone included; negative numbers are savings."
    console.print(table(options.case.name, columns, rows, note))
    binding = [limit.name for limit in plan.limits if limit.binding and limit.holds_back]
    if binding:
        console.print("What holds the plan back: " + "; ".join(binding) + ".", soft_wrap=True)
    for remark in _of_law(options, plan):
        console.print(remark, soft_wrap=True)
    if plan.uncertainty is not None:
        console.print(_under_uncertainty(options, plan.uncertainty), soft_wrap=True)
        for sentence in what_later(options, plan.uncertainty):
            console.print(sentence, soft_wrap=True)
    late = _overdue(options, plan)
    if late:
        console.print(
            f"{len(late)} facts behind this plan are past their check date, for instance {late[0]}."
        )
    blocked = len(options.blocked)
    console.print(
        f"{len(options)} options, {blocked} blocked; status {plan.status.value}, gap {plan.gap:.2%}, {_proof(plan)}."
    )


def _proof(plan: Plan) -> str:
    """Say who stands for the gap: the proof itself, or the solver alone."""
    if plan.bound_verified:
        return "proven: its certificate was checked without the solver"
    if plan.verified_gap is None:
        return "by the solver's word alone"
    return f"by the solver's word; a check without the solver proves {plan.verified_gap:.2%}"


def _answer(options: Options, plan: Plan, stay_eur: float) -> str:
    saving = stay_eur - plan.mid_cost_eur
    moved = [options.items[index] for index in plan.chosen if not options.items[index].engagement.stays]
    if not moved:
        return "Do not move this work: staying is the best plan that law and limits allow."
    sites = ", ".join(dict.fromkeys(options.facts.sites[option.site].name for option in moved))
    share = abs(saving) / stay_eur if stay_eur else 0.0
    relative = f"{share:.1%}" if share < _WHOLE_PERCENT_FROM else f"{share:.0%}"
    staying, than = (
        f"staying ({stay_eur / 1e6:.1f} million EUR)",
        "less than" if saving >= 0.0 else "more than",
    )
    what = f"{_amount(abs(saving))} {than} {staying}, that is {relative} of present value"
    if share < _WORTH_TELLING:
        what = f"about as dear as {staying}"
    chosen_for = (
        "; it was chosen for its scenarios, not for these" if saving < 0.0 and plan.uncertainty else ""
    )
    return (
        f"Move {len(moved)} of {len(plan.chosen)} work packages ({sites}): {what}, on mid values{chosen_for}."
    )


def _amount(eur: float) -> str:
    return f"{eur / 1e6:.1f} million EUR" if eur >= _MILLIONS_FROM_EUR else f"{eur / 1e3:,.0f} kEUR"


def _of_law(options: Options, plan: Plan) -> Iterator[str]:
    """Say which grants are claimed, how much support is counted and when it ends, and which costs nobody gave."""
    for claim in plan.claims:
        yield (
            f"Claims {claim.name}: {claim.people:.0f} people in {claim.counted}, "
            f"{claim.amount_eur / 1e3:,.0f} kEUR paid in {claim.paid}."
        )
    years = support_by_year(plan) if plan.options is not None else ()
    counted = sum(year.support_eur for year in years)
    if round(counted):
        last = sum(year.support_eur for year in years if year.year == LAST_MONTH.year)
        yield (
            f"Counts {counted / 1e3:,.0f} kEUR of State support, {last / 1e3:,.0f} kEUR of it in {LAST_MONTH.year}, "
            "the last year of the offshoring circular; `jiwar fund RUN` says more."
        )
    missing = sorted({key for index in plan.chosen for key in options.items[index].not_priced})
    if missing:
        yield f"Costs that nobody has given, so not counted: {', '.join(missing)}."


_LEAST_SHARE = 0.005
"""Share of the scenarios below which giving up a move is not worth a sentence."""


def _left(options: Options, leave: Leave, scenarios: int) -> str:
    """Say in how many scenarios a move is given up at a gate."""
    option = next(one for one in options.items if one.id == leave.name)
    package, site = options.case.work_package(option.work_package).name, options.facts.sites[option.site].name
    return f"At the gate {leave.gate} {package} goes home from {site} in {leave.probability * scenarios:.0f} of them."


def _under_uncertainty(options: Options, found: Uncertainty) -> str:
    """Say what the scenarios make of the plan, and what is done about it then."""
    mean, worst = found.expected_eur / 1e6, found.worst_eur / 1e6
    cost = (
        f"In {len(found.probability)} scenarios the plan costs {mean:.1f} million EUR in the mean and {worst:.1f} "
        f"million EUR in the mean of the worst {found.tail:.0%}{_staying(found)}; the worst counts "
        f"{found.risk_weight:.0%}."
    )
    short = (
        f"Contractors cover {found.short_people.sum():.1f} hires that labour markets do not give in the mean, "
        f"for {found.shortage_eur / 1e3:,.0f} kEUR."
    )
    likely = (leave for leave in found.leaves if leave.probability >= _LEAST_SHARE)
    parts = [cost, short, *(_left(options, leave, len(found.probability)) for leave in likely)]
    return " ".join(parts)


def _staying(found: Uncertainty) -> str:
    """Say what staying costs in the same scenarios."""
    costs = found.staying_by_scenario_eur
    if costs is None:
        return ""
    mean, worst = found.probability @ costs, worst_mean(costs, found.probability, found.tail)
    return f", staying {mean / 1e6:.1f} and {worst / 1e6:.1f}"


def _own(options: Options, plan: Plan) -> float:
    return float(options.npv_eur[list(plan.chosen)].sum())


def _row(options: Options, index: int, home: int) -> list[str]:
    option: Option = options.items[index]
    work_package = options.case.work_package(option.work_package)
    difference = float(options.npv_eur[index] - options.npv_eur[home]) / 1e3
    assessment = option.assessment
    return [
        work_package.name,
        options.facts.sites[option.site].name,
        _FORMS[option.engagement.value],
        _share(option),
        str(option.start or ""),
        f"{options.people[index].max():.1f}" if not option.engagement.stays else "",
        f"{difference:+,.0f}" if abs(difference) >= 0.5 else "0",
        "" if assessment is None else assessment.overall.words["en"].lower(),
    ]


def _share(option: Option) -> str:
    if option.engagement.stays:
        return ""
    return f"{option.share:.0%}, then {option.grows_to:.0%}" if option.grows_to else f"{option.share:.0%}"


def _overdue(options: Options, plan: Plan) -> list[str]:
    """Return the keys of the facts behind the plan whose check is overdue on the day of the case."""
    origins = {
        one for index in plan.chosen for line in options.lines for one in options.trace(index, line.key)
    }
    keys = sorted(one.key for one in origins if one.key in options.facts)
    return [key for key in keys if options.facts.get(key).is_stale(options.case.as_of)]
