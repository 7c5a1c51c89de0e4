"""The case against: what speaks against the plan in its own numbers, and how such plans fared elsewhere."""

from __future__ import annotations

from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount, total
from jiwar.report.blocks import BulletList, Link, Number, Paragraph, Parts, Section, Text
from jiwar.report.context import ReportContext
from jiwar.report.quantities import money, share
from jiwar.report.sections.limits import told_limits
from jiwar.report.sections.phrases import open_duties, to_review
from jiwar.report.texts import Texts, words

_RECORD = (Origin(OriginKind.METHOD, "record-of-offshoring"),)
_FELT_EUR = 500.0

_SURVEY = "http://www.kuhncap.com/v2/news_details.asp?news2_id=315"
_ENDED = "http://exploredoc.com/doc/1031905/from-bangalore-to-boston--the-trend-of-bringing-it-back-in"


def against(context: ReportContext, texts: Texts) -> Section:
    """Say everything in this run that speaks against moving work."""
    moves = any(not package.choice.stays for package in context.packages)
    opening = (
        texts(
            "Whoever doubts this plan should use these arguments; all but the last come from the run itself."
        )
        if moves
        else texts("Nothing moves. What follows speaks against moving later as well.")
    )
    found = [
        *_draws(context, texts),
        *_worst_case(context, texts),
        *_estimates(context, texts),
        *_not_cash(context, texts),
        *_limits(context, texts),
        *_law(context, texts),
        _elsewhere(texts),
    ]
    return Section(
        "against", texts("The case against"), (Paragraph(words(opening)), BulletList(tuple(found)))
    )


def _draws(context: ReportContext, texts: Texts) -> list[Parts]:
    found, judged = context.uncertainty, context.judged
    if found is None or judged is None or abs(judged.on_mid_values_eur.value) < _FELT_EUR:
        return []
    worst = judged.worst_tenth_eur
    said = texts.parts(
        "In {chance} of the draws the plan costs more than staying; in the worst tenth it {saves} {amount} on "
        "average.",
        chance=share(texts, found.chance_of_loss, 1),
        saves=texts("still saves") if worst.value >= 0 else texts("loses"),
        amount=money(texts, worst),
    )
    back = judged.payback.share_of_draws
    late = Amount(1.0 - back.value, back.origins)
    if late.value < 0.005:
        return [said]
    return [
        said,
        texts.parts(
            "In {share} of the draws the extra cash is not back within the horizon.", share=share(texts, late)
        ),
    ]


def _worst_case(context: ReportContext, texts: Texts) -> list[Parts]:
    judged = context.judged
    if judged is None or not judged.named or abs(judged.on_mid_values_eur.value) < _FELT_EUR:
        return []
    worst = min(judged.named, key=lambda one: one.saving_eur.value)
    if worst.saving_eur.value >= judged.on_mid_values_eur.value:
        return []
    return [
        texts.parts(
            "One thing is enough: “{name}” {turns} {amount}.",
            name=worst.name,
            turns=texts("turns the saving into a loss of")
            if worst.saving_eur.value < 0
            else texts("cuts the saving to"),
            amount=money(texts, worst.saving_eur),
        )
    ]


def _estimates(context: ReportContext, texts: Texts) -> list[Parts]:
    weak = total(tuple(one for grade, one in context.grade_shares if grade in {"prior", "vendor", "press"}))
    if not context.grade_shares:
        return []
    said = texts.parts(
        "{weak} of the cost rests on prices from the press, from vendors or of our own estimate, and {estimated} "
        "also on our own estimates of how teams fill, learn and lose people.",
        weak=share(texts, weak),
        estimated=share(texts, context.estimated_share),
    )
    return [said]


def _not_cash(context: ReportContext, texts: Texts) -> list[Parts]:
    value = total(tuple(line.difference_eur for line in context.value_lines))
    if value.value > -_FELT_EUR:
        return []
    return [
        texts.parts(
            "{value} of the saving is the value of work that would otherwise be left undone, which no account "
            "shows; it hangs on the number that the company gave for it.",
            value=money(texts, value),
        )
    ]


def _limits(context: ReportContext, texts: Texts) -> list[Parts]:
    binding = [one for one in told_limits(context.limits, texts) if one.binds]
    if not binding:
        return []
    used_up = len(binding)
    count = Number(texts.form.number(used_up), (Origin(OriginKind.METHOD, "plan"),), float(used_up))
    said = texts.plural_parts(
        "{count} limit of the case is used up: there is no slack when it gets tighter.",
        "{count} limits of the case are used up: there is no slack when one of them gets tighter.",
        used_up,
        count=count,
    )
    return [said]


def _law(context: ReportContext, texts: Texts) -> list[Parts]:
    found: list[Parts] = []
    duties = open_duties(context)
    if duties:
        found.append(
            words(
                texts.plural(
                    "{count} duty of law is open; a delay of one moves the start.",
                    "{count} duties of law are open; a delay of one moves the start.",
                    duties,
                    count=texts.form.number(duties),
                )
            )
        )
    names = to_review(context)
    if names:
        found.append(
            words(
                texts(
                    "Law may still say no to {packages}: a person has to judge.", packages=texts.listed(names)
                )
            )
        )
    return found


def _elsewhere(texts: Texts) -> Parts:
    def number(fraction: float) -> Number:
        return Number(texts.form.share(fraction), _RECORD, fraction)

    survey = texts.parts(
        "Elsewhere such plans saved {saved} on average; cost rose in {rose} of the cases, and {nothing} saved "
        "nothing",
        saved=number(0.10),
        rose=number(0.28),
        nothing=number(0.25),
    )
    ended = texts.parts(
        "{ended} of large buyers had ended a contract early, and {back} of these took the work back",
        ended=number(0.48),
        back=number(0.34),
    )
    return (
        *survey,
        Text(" ("),
        Link(texts("Ventoro, about 2005"), _SURVEY),
        Text("). "),
        *ended,
        Text(" ("),
        Link(texts("Deloitte, 2012"), _ENDED),
        Text(")."),
    )
