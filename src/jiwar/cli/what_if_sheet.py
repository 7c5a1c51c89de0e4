"""What a supposed law changes for a case, on the screen: duties, months and money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rich.console import Console
from rich.markup import escape

from jiwar.cli.law_sheet import indented, places_of, say
from jiwar.cli.screen import screen
from jiwar.languages import Formatter, Language
from jiwar.law.finding import Duty, DutyState
from jiwar.law.papers import Pen
from jiwar.law.what_if import WhatIf
from jiwar.options import Judged
from jiwar.options.gate_cost import GateCost
from jiwar.options.legal_costs import GivenCost


def print_what_if(
    told: Iterable[tuple[Judged, WhatIf]],
    costs: Iterable[GateCost],
    case_costs: Mapping[str, GivenCost | None],
    language: str,
) -> None:
    """Print, flow by flow, what a supposed law changes, then what that saves per country and form."""
    show = screen()
    groups: dict[tuple[str, ...], list[Judged]] = {}
    for one, change in told:
        lines = _changed(change, case_costs, language)
        if lines:
            before, after = (side.overall.words[language] for side in (change.before, change.after))
            groups.setdefault((one.data_flow, f"{before} → {after}", *lines), []).append(one)
    for (data_flow, verdicts, *changed), places in groups.items():
        where = escape(places_of(places, language))
        show.print(f"\n[bold]{data_flow}[/bold] → {where} – {verdicts}", soft_wrap=True)
        for line in changed:
            indented(show, line, 6)
    if not groups:
        show.print(say("same", language))
    sums: dict[GateCost, list[str]] = {}
    for saved in costs:
        sums.setdefault(replace(saved, form=""), []).append(say(f"short.{saved.form}", language))
    for saved, forms in sums.items():
        _print_sum(show, saved, ", ".join(forms), language)


def _changed(change: WhatIf, case_costs: Mapping[str, GivenCost | None], language: str) -> tuple[str, ...]:
    """What falls away and what comes, each duty with its cost, then the months; nothing when nothing changes."""
    if not (change.falls_away or change.comes or change.silent):
        return ()
    duties = [
        say(key, language, duty=duty.text[language], cost=_cost(duty, case_costs, language))
        for key, found in (("falls_away", change.falls_away), ("comes", change.comes))
        for duty in found
    ]
    return *duties, _months(change, language)


def _print_sum(show: Console, cost: GateCost, forms: str, language: str) -> None:
    pen = Pen(language)
    head = say("sum", language, country=pen.country(cost.country), form=forms)
    show.print(f"\n[bold]{escape(head)}[/bold]", soft_wrap=True)
    before, after = (_number(months, language) for months in (cost.months_before, cost.months_after))
    indented(show, say("months_all", language, before=before, after=after), 6)
    if cost.once is not None:
        indented(show, say("sum_once", language, amount=_amount(cost.once, language)), 6)
    if cost.yearly is not None:
        indented(show, say("sum_yearly", language, amount=_amount(cost.yearly, language)), 6)
    if cost.once is None and cost.yearly is None:
        indented(show, say("sum_none", language), 6)
    if cost.not_given:
        indented(show, say("sum_missing", language, keys=", ".join(cost.not_given)), 6)


def _months(change: WhatIf, language: str) -> str:
    before, after = (_number(side.lead_months, language) for side in (change.before, change.after))
    told = say("months_all", language, before=before, after=after)
    unpublished = sum(duty.lead_months is None for duty in change.falls_away)
    return f"{told}; {say('unpublished', language, count=unpublished)}" if unpublished else told


def _cost(duty: Duty, given: Mapping[str, GivenCost | None], language: str) -> str:
    if duty.state is DutyState.DONE:
        return say("met", language)
    if duty.cost_key is None:
        return say("free", language)
    cost = given.get(duty.cost_key)
    if cost is None:
        return say("not_given", language, key=duty.cost_key)
    return say(
        "yearly" if cost.yearly else "once",
        language,
        amount=_amount((cost.low_eur, cost.mid_eur, cost.high_eur), language),
    )


def _amount(amounts: tuple[float, float, float], language: str) -> str:
    form = Formatter(Language(language))
    low, mid, high = amounts
    text = form.money(mid)
    return text if low == high else f"{text} ({form.money(low)} – {form.money(high)})"


def _number(value: float, language: str) -> str:
    return Formatter(Language(language)).number(value, 1)
