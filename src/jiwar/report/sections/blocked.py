"""What is blocked, why, what would unblock it, and what that would be worth."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.answer import METHOD_PLAN, worth_unblocking
from jiwar.report.blocks import Align, Block, Column, Narrow, Number, Paragraph, Parts, Row, Section, Table
from jiwar.report.context import BlockedGroup, BlockedReason, ReportContext
from jiwar.report.quantities import money, thousands
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import blocking_field, engagement

_CITATIONS_SHOWN = 3


def blocked(context: ReportContext, texts: Texts) -> Section:
    """Show what cannot be chosen, grouped by reason, the dearest loss first."""
    title = texts("What is blocked, and what would unblock it")
    if not context.blocked:
        empty = Paragraph(words(texts("No option is blocked: all were open to choice.")))
        return Section("blocked", title, (empty,))
    blocks: tuple[Block, ...] = (Paragraph(_opening(context, texts)), _table(context, texts))
    return Section("blocked", title, blocks)


def _opening(context: ReportContext, texts: Texts) -> Parts:
    stopped = Amount(sum(group.options.value for group in context.blocked), (METHOD_PLAN,))
    counted = Number(texts.form.number(stopped.value), stopped.origins, stopped.value)
    worth = worth_unblocking(context)
    if not worth:
        return texts.parts(
            "{count} options are blocked. None of those for which a change is known would cost less than "
            "staying.",
            count=counted,
        )
    best = worth[0].best
    return texts.parts(
        "{count} options are blocked. Most would be gained with {package} in {site} ({engagement}): "
        "unblocked, it would cost {saving} less than staying.",
        count=counted,
        package=best.package,
        site=best.site,
        engagement=engagement(texts, best.engagement),
        saving=money(texts, best.saving_eur),
    )


def _table(context: ReportContext, texts: Texts) -> Table:
    columns = (
        Column(texts("Why it is blocked")),
        Column(texts("What would unblock it")),
        Column(texts("Field")),
        Column(texts("Where and how")),
        Column(texts("Work packages")),
        Column(texts("Best against staying"), Align.NUMBER, texts("thousand EUR")),
    )
    ordered = sorted(context.blocked, key=lambda group: (-group.best.saving_eur.value, group.packages))
    caption = texts(
        "Blocked options, grouped by reason. The last column is what the best of them would cost against "
        "staying if it were unblocked; a minus is a saving."
    )
    return Table(caption, columns, tuple(_row(group, texts) for group in ordered), Narrow.STACK)


def _row(group: BlockedGroup, texts: Texts) -> Row:
    how = texts.listed(tuple(engagement(texts, key) for key in group.engagements))
    fields = tuple(dict.fromkeys(blocking_field(texts, reason.field) for reason in group.reasons))
    saving = group.best.saving_eur
    return Row(
        (
            words(" ".join(_why(reason, texts) for reason in group.reasons)),
            words("; ".join(change.rstrip(".") for change in group.changes) or NOTHING),
            words(", ".join(fields)),
            words(texts("{sites}: {how}", sites=texts.listed(group.sites), how=how)),
            words(texts.listed(group.packages)),
            (thousands(texts, Amount(-saving.value, saving.origins), signed=True),),
        )
    )


def _why(reason: BlockedReason, texts: Texts) -> str:
    sentence = reason.sentence.rstrip(".")
    if reason.about:
        sentence = texts("{data}: {sentence}", data=texts.listed(reason.about), sentence=sentence)
    cited = reason.citations[:_CITATIONS_SHOWN]
    if len(reason.citations) > len(cited):
        cited = (*cited, "…")
    return f"{sentence} ({'; '.join(cited)})." if cited else f"{sentence}."
