"""From a context to the whole document: sections in order, and the ground of every number listed."""

from __future__ import annotations

from dataclasses import replace

from jiwar.report.anonymous import anonymous
from jiwar.report.blocks import Document, Parts, Section
from jiwar.report.context import ReportContext
from jiwar.report.ground import Ground
from jiwar.report.sections import SECTIONS
from jiwar.report.sections.compare import compare
from jiwar.report.sections.sources import sources
from jiwar.report.texts import Texts, words
from jiwar.report.traces import traces, used_in
from jiwar.report.wishes import READERS, Wishes
from jiwar.report.words import N_

_BEFORE = "record"

_SUBTITLES = {
    "": N_("Board paper: where this work should be done"),
    "board": N_("Board paper: where this work should be done"),
    "cfo": N_("For the chief financial officer: what it costs and how certain that is"),
    "dpo": N_("For the data-protection officer: which data go where, and under which law"),
    "works-council": N_("For the works council: what happens to people and work"),
    "adviser": N_("For advisers: where this work could be done, with support and labour market"),
}
"""The line under the title, by reader; a test holds that every reader has one."""


def compose(
    context: ReportContext,
    texts: Texts,
    wishes: Wishes | None = None,
    other: ReportContext | None = None,
) -> Document:
    """Build the document of a run, as its reader wishes it; beside another run when one is given.

    Raises
    ------
    JiwarError
        R004 for every ground of a number that the run holds no entry for.
    """
    wishes = wishes or Wishes()
    context, other = named(context, texts, wishes), None if other is None else named(other, texts, wishes)
    if other is not None:
        context = replace(context, ground=_both(context.ground, other.ground))
    told = [found for found in (section(context, texts) for section in SECTIONS) if found is not None]
    if other is not None:
        told.insert(1, compare(context, other, texts))
    shown = replace(context, ground=used_in(tuple(told), context.ground))
    told = [sources(shown, texts) if section.id == "sources" else section for section in told]
    ordered = _ordered(tuple(told), wishes)
    found = traces(ordered, context.ground, texts)
    at = next(index for index, section in enumerate(ordered) if section.id == _BEFORE)
    return Document(
        title=context.title,
        subtitle=texts(_SUBTITLES[wishes.reader]),
        language=texts.language.value,
        facts_line=_facts_line(context, texts),
        sections=(*ordered[:at], found.section, *ordered[at:]),
        anchors=found.anchors,
        labels=found.labels,
        company=context.company,
        day=context.as_of,
        draft=wishes.draft,
        logo=wishes.logo,
    )


def named(context: ReportContext, texts: Texts, wishes: Wishes) -> ReportContext:
    """Return the run under the names that the reader wishes."""
    if wishes.anonymous:
        context = anonymous(context, texts)
    return replace(context, company=wishes.company) if wishes.company else context


def _both(one: Ground, other: Ground) -> Ground:
    """Unite what two runs rest on; where both have an entry, that of the first is shown."""
    return Ground(
        facts={**other.facts, **one.facts},
        sources={**other.sources, **one.sources},
        rules={**other.rules, **one.rules},
        case_lines={**other.case_lines, **one.case_lines},
        methods={**other.methods, **one.methods},
    )


def _ordered(sections: tuple[Section, ...], wishes: Wishes) -> tuple[Section, ...]:
    """Put what the reader wishes to see first; the rest stands behind, in its usual order."""
    by_id = {section.id: section for section in sections}
    first = [name for name in READERS.get(wishes.reader, ()) if name in by_id]
    if first and "compare" in by_id:
        first.insert(1, "compare")
    rest = [
        replace(section, appendix=True) if first else section
        for section in sections
        if section.id not in first
    ]
    ordered = [*(by_id[name] for name in first), *rest]
    if wishes.draft:
        opened = [replace(section, appendix=False) for section in ordered if section.id == "open"]
        ordered = [*opened, *(section for section in ordered if section.id != "open")]
    return tuple(ordered)


def _facts_line(context: ReportContext, texts: Texts) -> Parts:
    line = texts(
        "{company}, {home}. {start} to {end}. As of {day}.",
        company=context.company,
        home=context.home.name,
        start=texts.form.month(context.horizon.start),
        end=texts.form.month(context.horizon.end),
        day=texts.form.day(context.as_of),
    )
    if context.illustrative:
        line = texts("{line} An illustrative case: the company is invented.", line=line)
    return words(line)
