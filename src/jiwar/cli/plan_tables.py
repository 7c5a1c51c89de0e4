"""A plan as tables in the terminal: the answer, who does what where from when, and what holds it back."""

from __future__ import annotations

from rich.console import Console

from jiwar.cli.screen import table
from jiwar.options import Option, Options
from jiwar.planning import Plan

_FORMS = {
    "stay_hire": "stays: hire at home",
    "stay_contract": "stays: contractors",
    "stay_undone": "stays: vacancies left open",
    "captive": "own unit",
    "provider": "provider",
    "employer_of_record": "employer of record",
    "build_operate_transfer": "build, operate, transfer",
}


def print_plan(console: Console, options: Options, plan: Plan) -> None:
    """Print the answer, the plan and the limits that bind."""
    staying = options.staying()
    stay_eur = float(options.npv_eur[list(staying)].sum())
    console.print(_answer(options, plan, stay_eur), soft_wrap=True)
    rows = [_row(options, index, home) for index, home in zip(plan.chosen, staying, strict=True)]
    rows.append(
        ["shared by all", "", "", "", "", "", f"{(plan.objective_eur - _own(options, plan)) / 1e3:+,.0f}", ""]
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
    late = _overdue(options, plan)
    if late:
        console.print(
            f"{len(late)} facts behind this plan are past their check date, for instance {late[0]}."
        )
    blocked = len(options.blocked)
    console.print(
        f"{len(options)} options, {blocked} blocked; status {plan.status.value}, proven gap {plan.gap:.2%}."
    )


def _answer(options: Options, plan: Plan, stay_eur: float) -> str:
    saving = stay_eur - plan.objective_eur
    moved = [options.items[index] for index in plan.chosen if not options.items[index].engagement.stays]
    if not moved:
        return "Do not move this work: staying is the best plan that law and limits allow."
    sites = ", ".join(dict.fromkeys(options.facts.sites[option.site].name for option in moved))
    share = saving / stay_eur if stay_eur else 0.0
    return (
        f"Move {len(moved)} of {len(plan.chosen)} work packages ({sites}): {saving / 1e6:.1f} million EUR less than "
        f"staying ({stay_eur / 1e6:.1f} million EUR), that is {share:.0%} of present value, on mid values."
    )


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
        f"{option.share:.0%}" if not option.engagement.stays else "",
        str(option.start or ""),
        f"{options.people[index].max():.1f}" if not option.engagement.stays else "",
        f"{difference:+,.0f}" if abs(difference) >= 0.5 else "0",
        "" if assessment is None else assessment.overall.words["en"].lower(),
    ]


def _overdue(options: Options, plan: Plan) -> list[str]:
    """Return the keys of the facts behind the plan whose check is overdue on the day of the case."""
    origins = {
        one for index in plan.chosen for line in options.lines for one in options.trace(index, line.key)
    }
    keys = sorted(one.key for one in origins if one.key in options.facts)
    return [key for key in keys if options.facts.get(key).is_stale(options.case.as_of)]
