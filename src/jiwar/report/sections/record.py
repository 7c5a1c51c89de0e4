"""The record of the run: all that is needed to compute the same result again."""

from __future__ import annotations

from jiwar.report.blocks import Code, Definition, DefinitionList, Paragraph, Parts, Section, Text
from jiwar.report.context import ReportContext
from jiwar.report.texts import Texts, words
from jiwar.report.words import status


def record(context: ReportContext, texts: Texts) -> Section:
    """Show versions, hashes and settings, and how good the plan is proven to be."""
    run, solution = context.record, context.solution
    entries: list[tuple[str, Parts]] = [
        (texts("Jiwar"), (Code(run.jiwar),)),
        (texts("As of"), words(run.as_of)),
        (texts("Case"), (Code(run.case_hash),)),
        (texts("Facts"), (Code(run.facts_hash),)),
        (texts("Law"), (Code(run.law_hash),)),
        (texts("Options compared"), words(texts.form.number(solution.options))),
        (
            texts("Status"),
            words(
                texts(
                    "{status}, gap {gap}",
                    status=status(texts, solution.status),
                    gap=texts.form.share(solution.gap, 2),
                )
            ),
        ),
    ]
    checked = texts("checked from its certificate, without the solver")
    entries.append((texts("Bound"), words(checked if solution.verified else texts("as the solver gives it"))))
    if run.seed is not None:
        entries.append((texts("Seed"), words(str(run.seed))))
    entries.extend((name, (Code(str(value)),)) for name, value in sorted(run.settings.items()))
    if run.libraries:
        listed = ", ".join(f"{name} {version}" for name, version in sorted(run.libraries.items()))
        entries.append((texts("Libraries"), (Text(listed),)))
    opening = texts("The same record gives the same result.")
    found = tuple(Definition(words(term), meaning) for term, meaning in entries)
    return Section(
        "record",
        texts("Record of the run"),
        (Paragraph(words(opening)), DefinitionList(found)),
        appendix=True,
    )
