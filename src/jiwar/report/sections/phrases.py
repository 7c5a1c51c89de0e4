"""Phrases that several sections say in the same words."""

from __future__ import annotations

from jiwar.periods import Horizon
from jiwar.report.amount import Amount, total
from jiwar.report.blocks import Parts
from jiwar.report.context import PackagePlan, ReportContext
from jiwar.report.quantities import money, month_text, unbroken
from jiwar.report.texts import Texts
from jiwar.report.words import engagement

_SAME_EUR = 500.0


def years(texts: Texts, horizon: Horizon) -> str:
    """Name the length of the horizon: ``five years`` as ``5 years``."""
    length = horizon.months / 12
    number = texts.form.number(length, 0 if length == round(length) else 2)
    return unbroken(texts.plural("{count} year", "{count} years", length, count=number))


def move_phrase(context: ReportContext, texts: Texts, group: tuple[PackagePlan, ...]) -> str:
    """Say what moves where, how and from when; all packages of the group move in the same way."""
    choice = group[0].choice
    names = texts.listed(tuple(_with_share(texts, package) for package in group))
    start = month_text(texts, choice.start) if choice.start is not None else ""
    return texts(
        "move {names} to {site} ({engagement}) from {start}",
        names=names,
        site=context.site_name(choice.site),
        engagement=engagement(texts, choice.engagement),
        start=start,
    )


def _with_share(texts: Texts, package: PackagePlan) -> str:
    if package.choice.share >= 1:
        return package.name
    return texts("{share} of {name}", share=texts.form.share(package.choice.share), name=package.name)


def cash_and_value(context: ReportContext, texts: Texts) -> Parts:
    """Split a difference into cash and undone work; the two are never added silently."""
    cash = total(tuple(line.difference_eur for line in context.cash_lines))
    value = total(tuple(line.difference_eur for line in context.value_lines))
    if abs(value.value) < _SAME_EUR:
        return _cash(cash, texts, last=True)
    undone = (
        texts.parts("work worth {amount} less is left undone.", amount=money(texts, value))
        if value.value < 0
        else texts.parts("work worth {amount} more is left undone.", amount=money(texts, value))
    )
    return (*_cash(cash, texts, last=False), *undone)


def _cash(cash: Amount, texts: Texts, *, last: bool) -> Parts:
    shown = money(texts, cash)
    if last:
        return (
            texts.parts("all of it cash.")
            if cash.value <= 0
            else texts.parts("{more} more cash.", more=shown)
        )
    if abs(cash.value) < _SAME_EUR:
        return texts.parts("the cash paid is the same, and ")
    if cash.value < 0:
        return texts.parts("{amount} less is paid in cash, and ", amount=shown)
    return texts.parts("{amount} more is paid in cash, but ", amount=shown)


def open_duties(context: ReportContext) -> int:
    """Count the different duties of law that are not done."""
    duties = (duty for law in context.law for gate in law.gates for duty in gate.duties)
    return len({(duty.text, duty.owner, duty.deadline) for duty in duties if duty.state != "done"})


def to_review(context: ReportContext) -> tuple[str, ...]:
    """Name the work packages that move on a verdict which a person has to confirm."""
    return tuple(dict.fromkeys(law.package for law in context.law if law.verdict == "manual_review"))
