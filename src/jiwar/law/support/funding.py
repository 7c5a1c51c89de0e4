"""What the State would give, scheme by scheme: eligible or not and why, how much, when, on which articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import numpy as np

from jiwar.languages import Formatter, Language
from jiwar.law.payroll.switches import Switches
from jiwar.law.support import charter, offshoring, sme
from jiwar.law.support.award import Award, Status
from jiwar.law.support.funding_extras import Extras, corporate_line, extra_lines
from jiwar.law.support.funding_line import FundLine
from jiwar.law.support.project import Projects
from jiwar.law.support.steps import Step, next_steps
from jiwar.law.support.texts import BY, MORE_JOBS, MORE_MONEY, QUESTIONS, REASONS
from jiwar.law.tax.grounds import ground
from jiwar.law.wording import Words
from jiwar.money import FloatArray
from jiwar.periods import Quarter

__all__ = ["Extras", "FundLine", "fund", "step_words"]


def fund(
    project: Projects,
    *,
    on: dt.date,
    extras: Extras | None = None,
    switches: Switches | None = None,
    by: Quarter | None = None,
) -> tuple[FundLine, ...]:
    """Return every scheme's answer to one project, the excluded ones with their reason.

    Parameters
    ----------
    project
        One project (N = 1).
    on
        The day of the convention and of the hires.
    extras
        What only the smaller schemes ask: profit, training cost, trainees, research wages.
    by
        The quarter until which the next step would have to be reached, for its sentence.
    """
    chosen = switches or Switches()
    given = extras or Extras()
    steps = step_words(next_steps(project, on=on, switches=chosen), by)
    main = rate_lines(project, on, chosen, steps)
    return (*main, corporate_line(project, on, given, chosen), *extra_lines(project, on, given, chosen))


def rate_lines(
    project: Projects, on: dt.date, switches: Switches, steps: Mapping[str, tuple[Words, ...]]
) -> tuple[FundLine, ...]:
    """Return the lines of the two capital schemes and the three wage schemes."""
    trusted = switches.low_confidence_rules == "on"
    capital = [
        _line(award.scheme, award, award.low_mad, award.mid_mad, award.high_mad, steps, trusted=trusted)
        for award in (
            charter.rate_charter(project, on=on, switches=switches),
            sme.rate_sme(project, on=on, switches=switches),
        )
    ]
    wages = offshoring.rate_offshoring(project, on=on, switches=switches)
    low, mid, high = (wages.parts_mad, wages.parts_mad, wages.parts_mad)
    if wages.pays[0]:
        low, mid, high = offshoring.parts_mad(project, on, switches)
    parts = ("income_tax", "employment", "training")
    nothing = np.zeros(1)
    return (
        *capital,
        *(
            _line(
                f"ma.offshoring.{part}",
                wages,
                low.get(part, nothing),
                mid.get(part, nothing),
                high.get(part, nothing),
                steps,
                trusted=trusted,
            )
            for part in parts
        ),
    )


def step_words(steps: tuple[Step, ...], by: Quarter | None) -> Mapping[str, tuple[Words, ...]]:
    """Return the next steps as sentences, by scheme: "4 more stable jobs by Q3 2029: +MAD 1.9 million"."""
    found: dict[str, tuple[Words, ...]] = {}
    for step in steps:
        found[step.scheme] = (*found.get(step.scheme, ()), _step(step, by))
    return found


def _line(
    scheme: str,
    award: Award,
    low: FloatArray,
    mid: FloatArray,
    high: FloatArray,
    steps: Mapping[str, tuple[Words, ...]],
    *,
    trusted: bool,
) -> FundLine:
    status = Status(int(award.status[0]))
    reasons = [REASONS[name] for name, holds in award.reasons.items() if holds[0]]
    part = scheme.removeprefix("ma.offshoring.")
    rules = _rules_of(part, award.rules) if part != scheme else award.rules
    asked = {name: question for name, question in award.questions.items() if question[0]}
    if part != scheme:
        asked = {
            name: question for name, question in asked.items() if name not in _ONLY or part in _ONLY[name]
        }
    if part == "income_tax" and status is Status.ELIGIBLE and high[0] == 0.0:
        status, reasons = Status.NOT_ELIGIBLE, [REASONS["nothing_above_cap"]]
    amounts = _amount(low), _amount(mid), _amount(high)
    if status in {Status.ELIGIBLE, Status.OPEN} and amounts[1] == 0.0 and amounts[2]:
        status, amounts = Status.OPEN, (None, None, amounts[2])  # only an open answer keeps it from counting
    found = ground(rules, low_confidence_rules=trusted)
    return FundLine(
        scheme=scheme,
        status=status,
        reasons=tuple(reasons),
        low=amounts[0],
        mid=amounts[1],
        high=amounts[2],
        currency="MAD",
        articles=found.articles,
        confidence=found.confidence,
        questions=tuple(QUESTIONS[name] for name in asked),
        next_steps=steps.get(scheme, ()),
        rules=found.rules,
    )


_ONLY = {
    "offshoring_place": ("income_tax",),
    "offshoring_relief": ("income_tax",),
    "offshoring_moroccans": ("training",),
    "offshoring_leaving": ("employment", "training"),
}


def _rules_of(part: str, rules: tuple[str, ...]) -> tuple[str, ...]:
    word = {
        "income_tax": "income-tax-cap",
        "employment": "employment-premium",
        "training": "training-premium",
    }[part]
    return tuple(rule for rule in rules if "branches" in rule or word in rule)


def _amount(values: FloatArray) -> float | None:
    value = float(values[0])
    return None if np.isnan(value) else value


def _step(step: Step, by: Quarter | None) -> Words:
    said = []
    for language in Language:
        form = Formatter(language)
        amount = form.millions(step.gain_mad, "MAD")
        when = BY[language.value].format(when=form.quarter(by)) if by else ""
        template = MORE_JOBS if step.more_jobs else MORE_MONEY
        money = form.millions(step.more_investment_mad, "MAD")
        said.append(
            template[language.value].format(count=step.more_jobs, by=when, amount=amount, money=money)
        )
    return Words(*said)
