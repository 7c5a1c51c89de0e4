"""What is blocked, why, what would unblock it, and what that would be worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jiwar.report.amount import Amount, total
from jiwar.report.answer import METHOD_PLAN, worth_unblocking
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Inline,
    Link,
    Narrow,
    Note,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
    Text,
)
from jiwar.report.context import BlockedGroup, BlockedReason, ReportContext
from jiwar.report.quantities import money, thousands
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import blocking_field, engagement

_TOLD_FIRST = 12
"""Rows of the body; the others stand behind the decision."""

_REASONS = "blocked-reasons"

Told = tuple[str, str, tuple[str, ...]]
"""What makes two reasons one: field, sentence and citations."""


@dataclass(frozen=True, slots=True)
class Way:
    """Options that the same changes would unblock; ``saving_eur`` is that of the best of them."""

    changes: tuple[str, ...]
    packages: tuple[str, ...]
    sites: tuple[str, ...]
    engagements: tuple[str, ...]
    reasons: tuple[Told, ...]
    options: Amount
    saving_eur: Amount


def blocked(context: ReportContext, texts: Texts) -> Section:
    """Show what cannot be chosen, by what would unblock it, the most worth having first."""
    title = texts("What is blocked, and what would unblock it")
    if not context.blocked:
        empty = Paragraph(words(texts("No option is blocked: all were open to choice.")))
        return Section("blocked", title, (empty,))
    ways = _ways(context.blocked)
    reasons = _reasons(ways, context.blocked)
    caption = texts(
        "Blocked options by what would unblock them, the most worth having first; the numbers are those of the "
        "reasons. The last column is what the best of them would cost against staying if it were unblocked; a "
        "minus is a saving."
    )
    blocks: list[Block] = [
        Paragraph(_opening(context, texts)),
        _ways_table(ways[:_TOLD_FIRST], reasons, caption, texts),
        Note(_where_the_rest_is(len(ways), texts)),
    ]
    return Section("blocked", title, tuple(blocks))


def blocked_reasons(context: ReportContext, texts: Texts) -> Section | None:
    """List every reason once behind the decision, after the ways out that the body leaves out."""
    if not context.blocked:
        return None
    ways = _ways(context.blocked)
    reasons = _reasons(ways, context.blocked)
    blocks: list[Block] = [_reasons_table(reasons, texts)]
    if len(ways) > _TOLD_FIRST:
        caption = texts("The other blocked options by what would unblock them, the most worth having first.")
        blocks.append(_ways_table(ways[_TOLD_FIRST:], reasons, caption, texts))
    title = texts("What is blocked: every reason")
    return Section(_REASONS, title, tuple(blocks), appendix=True)


def _where_the_rest_is(count: int, texts: Texts) -> Parts:
    place = Link(texts("What is blocked: every reason"), f"#{_REASONS}")
    if count <= _TOLD_FIRST:
        return texts.parts("Each reason is told under {place}.", place=place)
    left = count - _TOLD_FIRST
    return texts.plural_parts(
        "{count} further row and each reason are told under {place}.",
        "{count} further rows and each reason are told under {place}.",
        left,
        count=texts.form.number(left),
        place=place,
    )


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


def _ways_table(
    ways: tuple[Way, ...], reasons: Mapping[Told, tuple[str, ...]], caption: str, texts: Texts
) -> Table:
    """One row per way out; the reasons that it removes are named by field and number."""
    columns = (
        Column(texts("What would unblock it")),
        Column(texts("Work packages"), below=True),
        Column(texts("Where and how"), below=True),
        Column(texts("Blocked because")),
        Column(texts("Options"), Align.NUMBER),
        Column(texts("Best against staying"), Align.NUMBER, texts("thousand EUR")),
    )
    numbers = {reason: number for number, reason in enumerate(reasons, start=1)}
    rows = tuple(_way_row(way, numbers, texts) for way in ways)
    return Table(caption, columns, rows, Narrow.STACK)


def _way_row(way: Way, numbers: Mapping[Told, int], texts: Texts) -> Row:
    how = texts.listed(tuple(engagement(texts, key) for key in way.engagements))
    return Row(
        (
            words("; ".join(change.rstrip(".") for change in way.changes) or texts("no change is known")),
            words(texts.listed(way.packages)),
            words(texts("{sites}: {how}", sites=texts.listed(way.sites), how=how)),
            _because(way, numbers, texts),
            (Number(texts.form.number(way.options.value), way.options.origins, way.options.value),),
            (thousands(texts, Amount(-way.saving_eur.value, way.saving_eur.origins), signed=True),),
        )
    )


def _reasons_table(reasons: Mapping[Told, tuple[str, ...]], texts: Texts) -> Table:
    """Every reason once, with the data that it concerns and the articles that it rests on."""
    columns = (
        Column(texts("Reason")),
        Column(texts("Why it is blocked")),
        Column(texts("Field")),
        Column(texts("Data"), below=True),
        Column(texts("Under"), below=True),
    )
    rows = tuple(
        Row(
            (
                words(str(number)),
                words(sentence),
                words(blocking_field(texts, field)),
                words(texts.listed(about) or NOTHING),
                words("; ".join(citations) or NOTHING),
            ),
            anchor=_anchor(number),
        )
        for number, ((field, sentence, citations), about) in enumerate(reasons.items(), start=1)
    )
    caption = texts("The reasons by their numbers, with the data that they concern and the law.")
    return Table(caption, columns, rows, Narrow.STACK)


def _because(way: Way, numbers: Mapping[Told, int], texts: Texts) -> Parts:
    """Name the fields that block, each with its reasons by their numbers, which lead to them."""
    fields: dict[str, list[int]] = {}
    for reason in sorted(way.reasons, key=lambda one: numbers[one]):
        fields.setdefault(reason[0], []).append(numbers[reason])
    parts: list[Inline] = []
    for field, found in fields.items():
        parts.append(Text(("; " if parts else "") + blocking_field(texts, field) + " "))
        for index, number in enumerate(found):
            parts += [Text(", ")] * bool(index)
            parts.append(Link(str(number), f"#{_anchor(number)}"))
    return tuple(parts)


def _anchor(number: int) -> str:
    return f"blocked-reason-{number}"


def _ways(groups: tuple[BlockedGroup, ...]) -> tuple[Way, ...]:
    """Unite groups that the same changes would unblock, the most worth having first."""
    together: dict[tuple[frozenset[str], frozenset[str]], list[BlockedGroup]] = {}
    for group in groups:
        fields = frozenset(reason.field for reason in group.reasons)
        together.setdefault((frozenset(group.changes), fields), []).append(group)
    found = [_united(tuple(members)) for members in together.values()]
    return tuple(sorted(found, key=lambda way: (-way.saving_eur.value, way.changes, way.packages)))


def _united(groups: tuple[BlockedGroup, ...]) -> Way:
    best = max(groups, key=lambda group: group.best.saving_eur.value)
    return Way(
        changes=best.changes,
        packages=_once(group.packages for group in groups),
        sites=_once(group.sites for group in groups),
        engagements=_once(group.engagements for group in groups),
        reasons=tuple(dict.fromkeys(_told(reason) for group in groups for reason in group.reasons)),
        options=total(tuple(group.options for group in groups)),
        saving_eur=best.best.saving_eur,
    )


def _reasons(ways: tuple[Way, ...], groups: tuple[BlockedGroup, ...]) -> dict[Told, tuple[str, ...]]:
    """Return every reason once, in the order in which the ways name them, with the data that it concerns."""
    about: dict[Told, dict[str, None]] = {reason: {} for way in ways for reason in way.reasons}
    for group in groups:
        for reason in group.reasons:
            about[_told(reason)].update(dict.fromkeys(reason.about))
    return {reason: tuple(data) for reason, data in about.items()}


def _told(reason: BlockedReason) -> Told:
    return reason.field, reason.sentence, reason.citations


def _once(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))
