"""The decision: one answer, three sentences, the key figures, and what the reader must know beside them."""

from __future__ import annotations

from functools import reduce

from jiwar.report.amount import Amount, total
from jiwar.report.answer import (
    METHOD_PLAN,
    METHOD_SMALL,
    SMALLEST_CLEAR_SAVING,
    Answer,
    AnswerKind,
    answer,
    relative_saving,
)
from jiwar.report.blocks import (
    Block,
    Callout,
    CalloutKind,
    Definition,
    DefinitionList,
    DefinitionStyle,
    Number,
    Paragraph,
    Parts,
    Section,
)
from jiwar.report.breakeven import Recovery, break_even
from jiwar.report.context import PackagePlan, ReportContext
from jiwar.report.quantities import money, month_text, people, share
from jiwar.report.sections.cautions import cautions
from jiwar.report.sections.phrases import cash_and_value, move_phrase, open_duties, to_review, years
from jiwar.report.texts import Texts, join, words
from jiwar.report.words import engagement

_KINDS = {
    AnswerKind.STAY: CalloutKind.NO,
    AnswerKind.STAY_FOR_LAW: CalloutKind.NOT_YET,
    AnswerKind.NOTHING_LEFT: CalloutKind.NOT_YET,
    AnswerKind.DEARER: CalloutKind.NO,
    AnswerKind.TOO_SMALL: CalloutKind.NOT_YET,
    AnswerKind.TOO_UNCERTAIN: CalloutKind.NOT_YET,
    AnswerKind.MOVE_PART: CalloutKind.PART,
    AnswerKind.MOVE_ALL: CalloutKind.YES,
}


def decision(context: ReportContext, texts: Texts) -> Section:
    """Say what to do, what it brings, and what it hangs on."""
    found = answer(context)
    sentences = _SENTENCES[found.kind](context, texts, found)
    callout = Callout(_KINDS[found.kind], _title(found, context, texts), (Paragraph(sentences, lead=True),))
    blocks: tuple[Block, ...] = (callout, _key_figures(context, texts), *cautions(context, texts))
    return Section("decision", texts("The decision"), blocks)


def _title(found: Answer, context: ReportContext, texts: Texts) -> str:
    reviewed = bool(to_review(context))
    titles = {
        AnswerKind.STAY: texts("No: the work stays where it is."),
        AnswerKind.STAY_FOR_LAW: texts("Not yet: something stands in the way that can be changed."),
        AnswerKind.DEARER: texts("No: the plan costs more than staying."),
        AnswerKind.NOTHING_LEFT: texts("Not yet: every move is blocked."),
        AnswerKind.TOO_SMALL: texts("Not yet: the saving is too small to act on."),
        AnswerKind.TOO_UNCERTAIN: texts("Not yet: the plan loses too often."),
        AnswerKind.MOVE_PART: texts("Yes, for part of the work, once open questions of law are answered.")
        if reviewed
        else texts("Yes, for part of the work."),
        AnswerKind.MOVE_ALL: texts("Yes, once open questions of law are answered.")
        if reviewed
        else texts("Yes."),
    }
    return titles[found.kind]


def _stay(context: ReportContext, texts: Texts, _: Answer) -> Parts:
    nearest = context.nearest_move
    counted = Amount(float(context.solution.options), (METHOD_PLAN,))
    second: Parts = words(texts("No lawful move was left to compare."))
    if nearest is not None:
        second = texts.parts(
            "The move that comes closest, {package} to {site} ({engagement}), would cost {extra} more than "
            "staying over {years}.",
            package=nearest.package,
            site=nearest.site,
            engagement=engagement(texts, nearest.engagement),
            extra=money(texts, nearest.extra_eur),
            years=years(texts, context.horizon),
        )
    return join(
        texts.plural(
            "Keep the {count} work package in {home}.",
            "Keep all {count} work packages in {home}.",
            len(context.packages),
            count=texts.form.number(len(context.packages)),
            home=context.home.name,
        ),
        second,
        texts.parts(
            "This is the outcome of comparing {options} priced options, not the absence of a comparison.",
            options=people(texts, counted),
        ),
    )


def _stay_for_law(context: ReportContext, texts: Texts, found: Answer) -> Parts:
    group = found.worth_unblocking[0]
    best = group.best
    return join(
        texts(
            "Keep the work in {home} for now: what would cost less than staying is blocked as it stands.",
            home=context.home.name,
        ),
        texts.parts(
            "{package} in {site} ({engagement}) would save {saving} over {years}, but: {sentence}",
            package=best.package,
            site=best.site,
            engagement=engagement(texts, best.engagement),
            saving=money(texts, best.saving_eur),
            years=years(texts, context.horizon),
            sentence=_full_stop(group.reasons[0].sentence),
        ),
        texts("What would unblock it: {change}", change=_full_stop("; ".join(group.changes))),
    )


def _nothing_left(context: ReportContext, texts: Texts, _: Answer) -> Parts:
    group = max(context.blocked, key=lambda group: group.best.saving_eur.value)
    return join(
        texts(
            "Keep the work in {home} for now: every move is blocked, and no single change is known that "
            "would unblock one.",
            home=context.home.name,
        ),
        texts.parts(
            "Unblocked, {package} in {site} ({engagement}) would save {saving} over {years}.",
            package=group.best.package,
            site=group.best.site,
            engagement=engagement(texts, group.best.engagement),
            saving=money(texts, group.best.saving_eur),
            years=years(texts, context.horizon),
        ),
        texts("In its way stands: {sentence}", sentence=_full_stop(group.reasons[0].sentence)),
    )


def _dearer(context: ReportContext, texts: Texts, _: Answer) -> Parts:
    proven = context.solution.status == "optimal"
    return join(
        texts.parts(
            "The plan would {moves}; over {years} it costs {extra} more than staying.",
            moves=_moves(context, texts),
            years=years(texts, context.horizon),
            extra=money(texts, context.saving_eur),
        ),
        texts(
            "No cheaper plan keeps the limits of the case: staying in its cheapest way would break one of "
            "them, such as what the labour market at home gives."
        )
        if proven
        else texts("The search ended before it found a plan as cheap as staying."),
        texts("Read the limits below before you decide anything.")
        if proven
        else texts("Give the search more time before you decide anything."),
    )


def _too_small(context: ReportContext, texts: Texts, _: Answer) -> Parts:
    weak = total(tuple(one for grade, one in context.grade_shares if grade in {"prior", "vendor", "press"}))
    threshold = Amount(SMALLEST_CLEAR_SAVING, (METHOD_SMALL,))
    return join(
        texts.parts(
            "The best plan would {moves}, but it saves only {saving} over {years}, {relative} of the cost of "
            "staying.",
            moves=_moves(context, texts),
            saving=money(texts, context.saving_eur),
            years=years(texts, context.horizon),
            relative=share(texts, relative_saving(context), 1),
        ),
        texts.parts(
            "Below {threshold} the answer depends on numbers that nobody knows so well: {weak} of the "
            "plan's cost rests on prices from the press, from vendors or of our own estimate.",
            threshold=share(texts, threshold),
            weak=share(texts, weak),
        ),
        texts("Replace the weakest of these numbers by offers and figures of your own before you decide."),
    )


def _too_uncertain(context: ReportContext, texts: Texts, _: Answer) -> Parts:
    uncertainty = context.uncertainty
    if uncertainty is None:  # the kind of answer is given only when uncertainty was computed
        return _too_small(context, texts, Answer(AnswerKind.TOO_SMALL))
    return join(
        texts.parts(
            "The best plan would {moves} and saves {saving} in the middle case.",
            moves=_moves(context, texts),
            saving=money(texts, uncertainty.saving_p50_eur),
        ),
        texts.parts(
            "In {chance} of the draws it costs more than staying.",
            chance=share(texts, uncertainty.chance_of_loss),
        ),
        texts(
            "Replace the weakest of the numbers behind it by offers and figures of your own before you "
            "decide."
        ),
    )


def _move(context: ReportContext, texts: Texts, _: Answer) -> Parts:
    kept = tuple(package.name for package in context.packages if package.choice.stays)
    first = texts("{moves}.", moves=_capital(_moves(context, texts)))
    if kept:
        first = texts(
            "{moves}; keep {kept} in {home}.",
            moves=_capital(_moves(context, texts)),
            kept=texts.listed(kept),
            home=context.home.name,
        )
    second = texts.parts(
        "Over {years} this costs {saving} less than staying, {relative} of the cost of staying: ",
        years=years(texts, context.horizon),
        saving=money(texts, context.saving_eur),
        relative=share(texts, relative_saving(context), 1),
    )
    return join(first, (*second, *cash_and_value(context, texts)), _ahead(context, texts))


def _moves(context: ReportContext, texts: Texts) -> str:
    moved = tuple(package for package in context.packages if not package.choice.stays)
    ways: dict[tuple[str, str, str], list[PackagePlan]] = {}
    for package in moved:
        choice = package.choice
        ways.setdefault((choice.site, choice.engagement, str(choice.start)), []).append(package)
    phrases = (move_phrase(context, texts, tuple(group)) for group in ways.values())
    return reduce(lambda before, after: texts("{before}; {after}", before=before, after=after), phrases)


def _ahead(context: ReportContext, texts: Texts) -> Parts:
    """The third sentence: money spent ahead, when it is back, and what law asks before the start."""
    found = break_even(context.cash.cumulated_cash_eur)
    peak = money(texts, Amount(found.peak_eur, context.cash.origins))
    duties = open_duties(context)
    condition = (
        texts.plural(
            "law asks for {count} duty to be met",
            "law asks for {count} duties to be met",
            duties,
            count=texts.form.number(duties),
        )
        if duties
        else texts("law asks for no duty of its own")
    )
    match found.recovery:
        case Recovery.NEVER_SPENT:
            return texts.parts("Cash never runs ahead of staying, and {condition}.", condition=condition)
        case Recovery.NOT_RECOVERED:
            return texts.parts(
                "At most {peak} more cash is out than by staying, which does not come back within {years}, "
                "and {condition}.",
                peak=peak,
                years=years(texts, context.horizon),
                condition=condition,
            )
        case Recovery.RECOVERED:
            month = context.horizon.month(found.month or 0)
            return texts.parts(
                "At most {peak} more cash is out than by staying (in {peak_month}), it is back by {month}, "
                "and {condition}.",
                peak=peak,
                peak_month=month_text(texts, context.horizon.month(found.peak_month)),
                month=Number(month_text(texts, month), context.cash.origins),
                condition=condition,
            )


def _key_figures(context: ReportContext, texts: Texts) -> DefinitionList:
    if all(package.choice.stays for package in context.packages):
        return _figures_of_staying(context, texts)
    found = break_even(context.cash.cumulated_cash_eur)
    moved = [package for package in context.packages if not package.choice.stays]
    cash = total(tuple(line.difference_eur for line in context.cash_lines))
    items: list[tuple[str, Parts]] = [
        (texts("Saving against staying"), _signed_saving(context.saving_eur, texts)),
        (texts("of which cash"), _signed_saving(Amount(-cash.value, cash.origins), texts)),
        (texts("Cash break-even"), _break_even_text(context, texts)),
        (texts("Most cash ahead"), (money(texts, Amount(found.peak_eur, context.cash.origins)),)),
        (
            texts("People at the new sites"),
            (people(texts, total(tuple(one.choice.people_away for one in moved))),),
        ),
    ]
    if context.uncertainty is not None:
        items.append((texts("Chance of loss"), (share(texts, context.uncertainty.chance_of_loss, 1),)))
    return _figures(items)


def _figures_of_staying(context: ReportContext, texts: Texts) -> DefinitionList:
    cash = total(tuple(line.plan_eur for line in context.cash_lines))
    undone = total(tuple(line.plan_eur for line in context.value_lines))
    counted = Amount(float(context.solution.options), (METHOD_PLAN,))
    items: list[tuple[str, Parts]] = [
        (texts("Cost of staying, cash"), (money(texts, cash),)),
        (texts("Value of work left undone"), (money(texts, undone),)),
        (texts("Options compared"), (people(texts, counted),)),
    ]
    if context.nearest_move is not None:
        items.append((texts("Nearest move costs more by"), (money(texts, context.nearest_move.extra_eur),)))
    return _figures(items)


def _figures(items: list[tuple[str, Parts]]) -> DefinitionList:
    entries = tuple(Definition(words(term), meaning) for term, meaning in items)
    return DefinitionList(entries, DefinitionStyle.KEY_FIGURES)


def _signed_saving(amount: Amount, texts: Texts) -> Parts:
    shown = money(texts, amount)
    if amount.value < 0:
        return (Number(texts("{amount} more", amount=shown.text), amount.origins, amount.value),)
    return (shown,)


def _break_even_text(context: ReportContext, texts: Texts) -> Parts:
    found = break_even(context.cash.cumulated_cash_eur)
    match found.recovery:
        case Recovery.NEVER_SPENT:
            return words(texts("from the start"))
        case Recovery.NOT_RECOVERED:
            return words(texts("not by {month}", month=month_text(texts, context.horizon.end)))
        case Recovery.RECOVERED:
            shown = month_text(texts, context.horizon.month(found.month or 0))
            return (Number(shown, context.cash.origins),)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _full_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


_SENTENCES = {
    AnswerKind.STAY: _stay,
    AnswerKind.STAY_FOR_LAW: _stay_for_law,
    AnswerKind.NOTHING_LEFT: _nothing_left,
    AnswerKind.DEARER: _dearer,
    AnswerKind.TOO_SMALL: _too_small,
    AnswerKind.TOO_UNCERTAIN: _too_uncertain,
    AnswerKind.MOVE_PART: _move,
    AnswerKind.MOVE_ALL: _move,
}
