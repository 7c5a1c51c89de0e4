"""The other ways: strategies on the same draws, every site and every form of engagement alone."""

from __future__ import annotations

from jiwar.provenance import Origin
from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Narrow,
    Note,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.context import ReportContext
from jiwar.report.further import Way
from jiwar.report.judgement import Strategy
from jiwar.report.quantities import money, share
from jiwar.report.sections.cells import nothing, share_cell, thousand_cell
from jiwar.report.texts import Texts, join, words
from jiwar.report.words import engagement

_STAYS = ("stay_hire", "stay_contract", "stay_undone")


def alternatives(context: ReportContext, texts: Texts) -> Section | None:
    """Show what else could be done, and how near it comes."""
    further = context.further
    if further is None or not further.ways:
        return None
    blocks: list[Block] = []
    judged = context.judged
    if judged is not None and judged.strategies:
        blocks.append(Paragraph(_opening(judged.strategies, texts)))
        blocks.append(_strategies(judged.strategies, texts))
    else:
        said = texts(
            "This run did not compare strategies on draws; “jiwar report” does unless it is told not to."
        )
        blocks.append(Note(words(said)))
    blocks.append(Heading(texts("Staying, in each way")))
    blocks.append(_staying(further.ways, texts))
    blocks.append(Heading(texts("Each site at its best")))
    blocks.append(Paragraph(_order(context, further.ways, texts)))
    blocks.append(_grid(further.ways, texts, by_site=True))
    blocks.append(Heading(texts("Each form of engagement at its best")))
    blocks.append(Paragraph(_change_of_form(further.ways, texts)))
    blocks.append(_grid(further.ways, texts, by_site=False))
    return Section("alternatives", texts("Other ways to do it"), tuple(blocks))


def _opening(strategies: tuple[Strategy, ...], texts: Texts) -> Parts:
    shown = [one for one in strategies if one.saving_eur is not None and one.id != "stay"]
    plan = next((one for one in shown if one.id == "plan"), None)
    others = [one for one in shown if one.id != "plan" and one.saving_eur is not None]
    if plan is None or plan.saving_eur is None or not others:
        return words(texts("No other strategy keeps the limits of the case."))
    second = max(others, key=lambda one: one.saving_eur.p50.value if one.saving_eur else 0.0)
    if second.saving_eur is None:
        return ()
    gap = Amount(plan.saving_eur.p50.value - second.saving_eur.p50.value, plan.saving_eur.p50.origins)
    best = plan.chance_to_be_best
    return join(
        texts.parts(
            "On the same draws, “{name}” comes closest to the plan: in the middle it saves {gap} {less}.",
            name=second.name,
            gap=money(texts, gap),
            less=texts("less") if gap.value >= 0 else texts("more"),
        ),
        ()
        if best is None
        else texts.parts("The plan is the best of these in {share} of the draws.", share=share(texts, best)),
    )


def _strategies(strategies: tuple[Strategy, ...], texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Strategy")),
        Column(texts("Saving, P10"), Align.NUMBER, unit),
        Column(texts("Saving, P50"), Align.NUMBER, unit),
        Column(texts("Saving, P90"), Align.NUMBER, unit),
        Column(texts("Chance of loss"), Align.NUMBER),
        Column(texts("Mean of the worst tenth"), Align.NUMBER, unit),
        Column(texts("Cash per productive year"), Align.NUMBER, unit),
        Column(texts("Best in"), Align.NUMBER),
    )
    rows = tuple(_strategy(one, texts) for one in strategies)
    caption = texts(
        "Strategies, each the best plan that it allows, on the same draws for all of them; these draws are their "
        "own, so that the row of the plan differs a little from “How certain the result is”."
    )
    return Table(caption, columns, rows, Narrow.STACK)


def _strategy(one: Strategy, texts: Texts) -> Row:
    saving = one.saving_eur
    if saving is None:
        name = texts("{name} (ruled out by the limits or options of the case)", name=one.name)
        return Row((words(name), *((nothing(),) * 7)))
    return Row(
        (
            words(one.name),
            thousand_cell(texts, saving.p10),
            thousand_cell(texts, saving.p50),
            thousand_cell(texts, saving.p90),
            share_cell(texts, one.chance_of_loss, 1),
            thousand_cell(texts, one.worst_tenth_eur),
            thousand_cell(texts, one.cost_per_year_eur, signed=False),
            share_cell(texts, one.chance_to_be_best),
        )
    )


def _staying(ways: tuple[Way, ...], texts: Texts) -> Table:
    """Every form of staying against the cheapest one, package by package."""
    found = [one for one in ways if one.engagement in _STAYS]
    forms = tuple(dict.fromkeys(one.engagement for one in found))
    columns = (
        Column(texts("Work package")),
        *(Column(engagement(texts, key), Align.NUMBER, texts("thousand EUR")) for key in forms),
    )
    rows = []
    for package in dict.fromkeys(one.package for one in found):
        by_form = {one.engagement: one.saving_eur for one in found if one.package == package}
        cells = (_more(texts, by_form.get(form)) for form in forms)
        rows.append(Row((words(package), *cells)))
    caption = texts(
        "What each form of staying costs more than the cheapest one, value of work left undone included, "
        "present value."
    )
    return Table(caption, columns, tuple(rows), Narrow.STACK)


def _more(texts: Texts, saving: Amount | None) -> Parts:
    if saving is None:
        return nothing()
    return thousand_cell(texts, Amount(-saving.value, saving.origins))


def _best(ways: list[Way]) -> Amount | None:
    open_ones = [one.saving_eur for one in ways if one.saving_eur is not None]
    return max(open_ones, key=lambda amount: amount.value, default=None)


def _order(context: ReportContext, ways: tuple[Way, ...], texts: Texts) -> Parts:
    """Say for the package that saves most how far the second site is behind the first."""
    away = [one for one in ways if one.engagement not in _STAYS and one.saving_eur is not None]
    if not away:
        return words(texts("No site away from home has an open option."))
    top = max(away, key=lambda one: one.saving_eur.value if one.saving_eur else 0.0)
    sites: dict[str, Amount] = {}
    for one in away:
        if one.package == top.package and one.saving_eur is not None:
            known = sites.get(one.site)
            if known is None or one.saving_eur.value > known.value:
                sites[one.site] = one.saving_eur
    ranked = sorted(sites.items(), key=lambda item: -item[1].value)
    if len(ranked) < 2 or top.saving_eur is None:
        return texts.parts(
            "For {package}, only {site} has an open option.", package=top.package, site=top.site
        )
    (first, leading), (second, following) = ranked[:2]
    gap = Amount(leading.value - following.value, leading.origins)
    del context
    return texts.parts(
        "For {package}, the package that saves most alone, {first} comes before {second} by {gap} of present "
        "value: the order turns as soon as {first} becomes dearer by that much.",
        package=top.package,
        first=first,
        second=second,
        gap=money(texts, gap),
    )


def _change_of_form(ways: tuple[Way, ...], texts: Texts) -> Parts:
    forms: dict[str, float] = {}
    ground: tuple[Origin, ...] = ()
    for package in dict.fromkeys(one.package for one in ways):
        for key in dict.fromkeys(one.engagement for one in ways if one.engagement not in _STAYS):
            found = _best([one for one in ways if one.package == package and one.engagement == key])
            if found is not None:
                forms[key] = forms.get(key, 0.0) + max(found.value, 0.0)
                ground = found.origins
    if len(forms) < 2:
        return words(texts("Only one form of engagement is open in this case."))
    ranked = sorted(forms.items(), key=lambda item: -item[1])
    gap = Amount(ranked[0][1] - ranked[1][1], ground)
    return texts.parts(
        "Package by package, {first} saves most, {gap} more than {second}. A change of form later pays when "
        "that difference has turned; check it at each gate. Build-operate-transfer has the change built in.",
        first=engagement(texts, ranked[0][0]),
        second=engagement(texts, ranked[1][0]),
        gap=money(texts, gap),
    )


def _grid(ways: tuple[Way, ...], texts: Texts, *, by_site: bool) -> Table:
    away = [one for one in ways if one.engagement not in _STAYS]
    packages = tuple(dict.fromkeys(one.package for one in away))

    def key(one: Way) -> str:
        return one.site if by_site else one.engagement

    columns = (
        Column(texts("Site") if by_site else texts("Form of engagement")),
        *(Column(name, Align.NUMBER, texts("thousand EUR")) for name in packages),
    )
    rows = []
    for name in dict.fromkeys(key(one) for one in away):
        cells = (
            thousand_cell(texts, _best([one for one in away if key(one) == name and one.package == package]))
            for package in packages
        )
        rows.append(Row((words(name if by_site else engagement(texts, name)), *cells)))
    caption = (
        texts("Saving of the best open option of each package at each site, alone; a dash: all are blocked.")
        if by_site
        else texts(
            "Saving of the best open option of each package in each form, alone; a dash: all are blocked."
        )
    )
    return Table(caption, columns, tuple(rows), Narrow.STACK)
