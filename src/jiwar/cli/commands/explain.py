"""`jiwar explain`: a code, a fact, a rule, or—of a run—a work package, an option or a line of cost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jiwar.cli.fact_text import fact_lines, number_range
from jiwar.cli.rule_text import rule_lines
from jiwar.cli.run_folder import Run, load_run
from jiwar.cli.screen import screen
from jiwar.diagnostics import JiwarError, find_code, nearest_names
from jiwar.provenance import Origin, OriginKind


def explain(subject: str, *, run: Path | None = None, work_package: str = "") -> int:
    """Explain a diagnostic code, a fact, a rule of law, or a part of a plan.

    Parameters
    ----------
    subject
        A code (C012), a fact (pay/MA-casablanca/test_engineer/senior), a rule (eu.gdpr…); with --run also a
        work package, an option, or a line of cost such as pay or coordination.
    run
        Folder of a run.
    work_package
        With a line of cost: only this work package.
    """
    lines = list(_of_run(load_run(run), subject, work_package)) if run is not None else []
    lines = lines or list(_code(subject)) or list(_fact(subject)) or list(_rule(subject))
    if not lines:
        raise JiwarError.of("U001", f"nothing is called `{subject}`", _near(subject))
    for line in lines:
        screen().print(line, soft_wrap=True)
    return 0


def _code(subject: str) -> Iterator[str]:
    code = find_code(subject)
    if code is not None:
        yield f"[bold]{code.name}: {code.title}[/bold]"
        yield f"  {code.meaning}"
        yield f"  How to mend it: {code.remedy}"


def _fact(subject: str) -> Iterator[str]:
    from jiwar.facts import load_facts, show

    facts = load_facts()
    if subject in facts:
        yield from fact_lines(show(facts, subject))


def _rule(subject: str) -> Iterator[str]:
    from jiwar.law import registry

    for rule in registry():
        if subject in {rule.name, rule.key}:
            yield from rule_lines(rule)


def _near(subject: str) -> str:
    from jiwar.facts import load_facts
    from jiwar.law import registry

    names = [*load_facts().keys(), *(rule.name for rule in registry())]
    return f"{nearest_names(subject, names)} — for parts of a plan add --run FOLDER"


def _of_run(run: Run, subject: str, work_package: str) -> Iterator[str]:
    options, plan = run.options, run.plan
    if subject in {line.key for line in options.lines}:
        yield from _line(run, subject, work_package)
    for index in plan.chosen:
        option = options.items[index]
        if subject in {option.work_package, option.id}:
            yield from _choice(run, index)
            return
    for option in options.items:
        if option.id == subject:
            yield from _choice(run, option.index)


def _choice(run: Run, index: int) -> Iterator[str]:
    options = run.options
    option = options.items[index]
    chosen = "chosen" if index in run.plan.chosen else "not chosen"
    yield f"[bold]{option.id}[/bold] ({chosen}): {options.npv_eur[index] / 1e3:,.0f} kEUR of present value"
    for reason in option.blocked:
        yield f"  blocked ({reason.field}): {reason.sentence}"
        if reason.change:
            yield f"    would be unblocked by: {reason.change}"
    for place, line in enumerate(options.lines):
        amount = float(options.flows_eur[index, place] @ options.discount)
        if amount:
            yield f"  {line.name}: {amount / 1e3:,.0f} kEUR"
    others = sorted(
        (other for other in options.of(option.work_package) if other.feasible and other.index != index),
        key=lambda other: float(options.npv_eur[other.index]),
    )
    for other in others[:3]:
        extra = float(options.npv_eur[other.index] - options.npv_eur[index]) / 1e3
        yield f"  instead {other.id}: {extra:+,.0f} kEUR on its own"


def _line(run: Run, line: str, work_package: str) -> Iterator[str]:
    options = run.options
    place = [one.key for one in options.lines].index(line)
    yield f"[bold]{options.lines[place].name}[/bold]: {options.lines[place].meaning}"
    origins: dict[Origin, None] = {}
    for index in run.plan.chosen:
        option = options.items[index]
        if work_package and option.work_package != work_package:
            continue
        amount = float(options.flows_eur[index, place] @ options.discount)
        if amount:
            yield f"  {option.id}: {amount / 1e3:,.0f} kEUR of present value"
            origins |= dict.fromkeys(options.trace(index, line))
    if not work_package and line in run.plan.shared_eur:
        yield f"  shared by the plan: {run.plan.shared_eur[line].sum() / 1e3:,.0f} kEUR, not discounted"
    yield "  rests on:"
    for origin in origins:
        yield f"    {_origin(run, origin)}"


def _origin(run: Run, origin: Origin) -> str:
    facts = run.options.facts
    if origin.kind is OriginKind.FACT and origin.key in facts:
        fact = facts.get(origin.key)
        own = next((one for one in run.options.case.assumptions if one.fact == origin.key), None)
        if own is not None:
            return f"assumption {origin.key}: {own.numbers[1]:g} {own.unit} ({own.reason})"
        late = ", check overdue" if fact.is_stale(run.options.case.as_of) else ""
        return f"fact {origin.key}: {number_range(fact)}, {fact.grade.value}{late}, {', '.join(fact.sources)}"
    if origin.kind is OriginKind.CASE:
        place = run.options.case.places.get(origin.key.replace("/", "."))
        return f"case {origin.key}" + (f" ({place})" if place else "")
    return str(origin).replace(":", " ", 1)
