"""Talent depth: the people that a plan hires by year, beside what the cities hold."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Column,
    Number,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Table,
)
from jiwar.report.context import ReportContext
from jiwar.report.nearness import Pool, TalentDepth
from jiwar.report.quantities import people as people_number
from jiwar.report.quantities import share as share_number
from jiwar.report.texts import Texts, words

_WORTH_A_ROW = 0.005


def talent(context: ReportContext, texts: Texts) -> Section | None:
    """Show every pool that the plan hires from; nothing when nobody is hired."""
    depth = context.talent
    if depth is None or not depth.pools:
        return None
    blocks: list[Block] = [Paragraph(words(_opening(texts)))]
    blocks.extend(_warning(texts, *crowd) for crowd in depth.crowded())
    if _shown(depth):
        blocks.append(_table(depth, texts))
    else:
        said = texts("It hires less than {least} of every pool.", least=texts.form.share(_WORTH_A_ROW, 1))
        blocks.append(Paragraph(words(said)))
    return Section("talent", texts("Talent depth"), tuple(blocks))


def _shown(depth: TalentDepth) -> tuple[Pool, ...]:
    return tuple(pool for pool in depth.pools if pool.share.value >= _WORTH_A_ROW)


def _opening(texts: Texts) -> str:
    return texts(
        "Hires of the plan by year, replacements of leavers included, beside what one employer can hire in a "
        "year at market pay and the people who do this work in the city today."
    )


def _warning(texts: Texts, site: str, role: str, share: Amount) -> Callout:
    said = texts.parts(
        "The plan hires {share} of all who do this work in {site} ({role}) over the horizon. Beyond a fifth, "
        "rivals react and pay rises: take several cities, fewer people, or train over years.",
        share=share_number(texts, share),
        site=site,
        role=role,
    )
    return Callout(CalloutKind.WARNING, texts("More than a fifth of a city’s people"), (Paragraph(said),))


def _table(depth: TalentDepth, texts: Texts) -> Table:
    columns = (
        Column(texts("People to hire")),
        *(Column(str(year), Align.NUMBER) for year in depth.years),
        Column(texts("Limit a year"), Align.NUMBER),
        Column(texts("People in the city"), Align.NUMBER),
        Column(texts("Share"), Align.NUMBER),
    )
    rows: list[Row] = []
    shown = _shown(depth)
    for site in dict.fromkeys(pool.site for pool in shown):
        rows.append(Row((words(site),), RowKind.GROUP))
        rows.extend(_row(pool, texts) for pool in shown if pool.site == site)
    caption = texts(
        "Hires by city, role and year. Share: hires over the horizon against the people in the city today. "
        "Where it stays below {least}, no row is shown.",
        least=texts.form.share(_WORTH_A_ROW, 1),
    )
    return Table(caption, columns, tuple(rows))


def _row(pool: Pool, texts: Texts) -> Row:
    years: tuple[Parts, ...] = tuple((people_number(texts, one),) for one in pool.hires_by_year)
    size = Number(texts.form.number(pool.people.value), pool.people.origins, pool.people.value)
    share = pool.share
    decimals = 1 if share.value < 0.1 else 0
    return Row(
        (
            words(f"{pool.role}, {pool.seniority}"),
            *years,
            (people_number(texts, pool.limit_per_year),),
            (size,),
            (share_number(texts, share, decimals),),
        )
    )
