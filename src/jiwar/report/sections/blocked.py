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
    Link,
    Narrow,
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
    """Show what cannot be chosen, by what would unblock it, the most worth having first, and every reason once."""
    title = texts("What is blocked, and what would unblock it")
    if not context.blocked:
        empty = Paragraph(words(texts("No option is blocked: all were open to choice.")))
        return Section("blocked", title, (empty,))
    ways = _ways(context.blocked)
    reasons = _reasons(ways, context.blocked)
    blocks: tuple[Block, ...] = (
        Paragraph(_opening(context, texts)),
        _ways_table(ways, reasons, texts),
        _reasons_table(reasons, texts),
    )
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


def _ways_table(ways: tuple[Way, ...], reasons: Mapping[Told, tuple[str, ...]], texts: Texts) -> Table:
    """One row per way out; the reasons that it removes are numbers of the second table."""
    columns = (
        Column(texts("What would unblock it")),
        Column(texts("Work packages")),
        Column(texts("Where and how")),
        Column(texts("Blocked because")),
        Column(texts("Options"), Align.NUMBER),
        Column(texts("Best against staying"), Align.NUMBER, texts("thousand EUR")),
    )
    caption = texts(
        "Blocked options by what would unblock them, the most worth having first. The last column is what the best "
        "of them would cost against staying if it were unblocked; a minus is a saving."
    )
    numbers = {reason: number for number, reason in enumerate(reasons, start=1)}
    rows = tuple(_way_row(way, numbers, texts) for way in ways)
    return Table(caption, columns, rows, Narrow.STACK)


def _way_row(way: Way, numbers: Mapping[Told, int], texts: Texts) -> Row:
    how = texts.listed(tuple(engagement(texts, key) for key in way.engagements))
    because = sorted(numbers[reason] for reason in way.reasons)
    return Row(
        (
            words("; ".join(change.rstrip(".") for change in way.changes) or texts("no change is known")),
            words(texts.listed(way.packages)),
            words(texts("{sites}: {how}", sites=texts.listed(way.sites), how=how)),
            _links(because),
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
    caption = texts("The reasons, by the number that the table above gives them.")
    return Table(caption, columns, rows, Narrow.STACK)


def _links(numbers: list[int]) -> Parts:
    """Lead to reasons by their numbers, with commas between them."""
    links = [Link(str(number), f"#{_anchor(number)}") for number in numbers]
    return tuple(part for link in links for part in (Text(", "), link))[1:]


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
