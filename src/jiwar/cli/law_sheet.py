"""What law says about a case, on the screen, in the language of the reader."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from jiwar.cli.screen import screen
from jiwar.languages import Formatter, Language
from jiwar.law import Assessment, GateResult
from jiwar.law.finding import Duty, DutyState
from jiwar.law.papers import Pen
from jiwar.law.questions import question
from jiwar.law.what_if import WhatIf
from jiwar.law.wording import Words
from jiwar.options import Judged
from jiwar.options.gate_cost import GateCost
from jiwar.options.legal_costs import GivenCost

_TABLE = Path(__file__).with_name("law_sheet.csv")


def say(key: str, language: str, /, **values: object) -> str:
    """Return a fixed text of the sheet with its places filled in."""
    return _texts()[key][language].format(**values)


def print_verdicts(
    judged: Iterable[Judged], names: Mapping[str, str], language: str, *, details: bool
) -> None:
    """Print one block per flow, country and form: verdict, what decides, what was not answered.

    Parameters
    ----------
    judged
        The answers.
    names
        What readers call each data flow.
    language
        Language of the sheet.
    details
        Print every rule of every gate, all duties and the record, instead of what decides.
    """
    show, last = screen(), ""
    for one in judged:
        if one.data_flow != last:
            last = one.data_flow
            show.print(f"\n[bold]{one.data_flow}[/bold]: {escape(names[last])}", soft_wrap=True)
        verdict = one.assessment.overall.words[language]
        show.print(f"  {escape(_where(one, language))} – [bold]{verdict}[/bold]", soft_wrap=True)
        told = _everything(one.assessment, language) if details else _what_decides(one.assessment, language)
        for line, depth in told:
            show.print(Padding(escape(line), (0, 0, 0, 4 + 2 * depth)))
    show.print("\n" + escape(say("foot", language)), soft_wrap=True)


def print_what_if(
    told: Iterable[tuple[Judged, WhatIf]],
    costs: Iterable[GateCost],
    case_costs: Mapping[str, GivenCost | None],
    language: str,
) -> None:
    """Print, flow by flow, what a supposed law changes, then what that saves per country and form."""
    show = screen()
    groups: dict[tuple[str, ...], list[str]] = {}
    for one, change in told:
        lines = _changed(change, case_costs, language)
        if lines:
            before, after = (side.overall.words[language] for side in (change.before, change.after))
            groups.setdefault((one.data_flow, f"{before} → {after}", *lines), []).append(
                _where(one, language)
            )
    for (data_flow, verdicts, *changed), places in groups.items():
        show.print(f"\n[bold]{data_flow}[/bold] → {escape('; '.join(places))}: {verdicts}", soft_wrap=True)
        for line in changed:
            _indented(show, line)
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
    _indented(
        show,
        say(
            "months_all",
            language,
            before=_number(cost.months_before, language),
            after=_number(cost.months_after, language),
        ),
    )
    if cost.once is not None:
        _indented(show, say("sum_once", language, amount=_amount(cost.once, language)))
    if cost.yearly is not None:
        _indented(show, say("sum_yearly", language, amount=_amount(cost.yearly, language)))
    if cost.once is None and cost.yearly is None:
        _indented(show, say("sum_none", language))
    if cost.not_given:
        _indented(show, say("sum_missing", language, keys=", ".join(cost.not_given)))


def _where(one: Judged, language: str) -> str:
    forms = [say(f"short.{form}", language) for form in one.engagements]
    pen = Pen(language)
    if one.handed_over is not None:
        forms.append(say("own_from", language, day=pen.day(one.handed_over.first_day)))
    return f"{pen.country(one.country)} ({', '.join(forms)})"


def _what_decides(assessment: Assessment, language: str) -> Iterator[tuple[str, int]]:
    """The sentences that decide in the strictest gates, with their articles, and what was not answered."""
    lines: dict[str, None] = {}
    for result in assessment.gates.values():
        if result.verdict is assessment.overall:
            lines |= dict.fromkeys(_sentences(result, language, deciding=True))
    yield from ((f"– {line}", 1) for line in lines)
    yield from _asked(assessment.gates.values(), language, questions=False)


def _everything(assessment: Assessment, language: str) -> Iterator[tuple[str, int]]:
    """Every gate with every rule that spoke, its articles, the questions, the duties and the record."""
    pen = Pen(language)
    for result in assessment.gates.values():
        gate, verdict = result.gate.words[language], result.verdict.words[language]
        yield pen.say("verdict", gate=gate, verdict=verdict), 0
        yield from ((f"– {line}", 1) for line in _sentences(result, language, deciding=False))
        yield from _asked((result,), language, questions=True)
        for duty in result.duties:
            yield (
                say(
                    "duty",
                    language,
                    duty=duty.text[language],
                    owner=duty.owner.words[language],
                    due=duty.due.words[language],
                    state=pen.state(duty).text,
                    articles=pen.cite(duty.citations),
                ),
                1,
            )
    yield say("record", language, hash=assessment.hash, day=pen.day(assessment.on)), 0


def _sentences(result: GateResult, language: str, *, deciding: bool) -> tuple[str, ...]:
    pen = Pen(language)
    hits = result.deciding if deciding else result.hits
    return tuple(
        dict.fromkeys(f"{hit.rule.sentence[language]} ({pen.cite(hit.rule.citations)})" for hit in hits)
    )


def _asked(results: Iterable[GateResult], language: str, *, questions: bool) -> Iterator[tuple[str, int]]:
    for key in dict.fromkeys(key for result in results for key in result.missing):
        yield say("unknown", language, question=question(key).text[language], key=key), 1
    if questions:
        for words in dict.fromkeys(words for result in results for words in result.questions):
            yield say("ask", language, question=words[language]), 1


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


def _indented(show: Console, text: str) -> None:
    show.print(Padding(escape(text), (0, 0, 0, 6)))


@cache
def _texts() -> Mapping[str, Words]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: Words(row["en"], row["de"], row["fr"]) for row in csv.DictReader(file)}
