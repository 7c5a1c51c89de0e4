"""`jiwar assess`: judge every data flow of a case by law."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.padding import Padding

from jiwar.cli.screen import screen
from jiwar.law import Assessment, Verdict
from jiwar.law.what_if import read_switch
from jiwar.law.what_if import what_if as compare_laws
from jiwar.options import Judged
from jiwar.verbs import assess as assess_case

EXIT_BY_VERDICT = {
    Verdict.ALLOWED: 0,
    Verdict.ALLOWED_WITH_MECHANISM: 0,
    Verdict.ALLOWED_AFTER_AUTHORISATION: 0,
    Verdict.MANUAL_REVIEW: 3,
    Verdict.NOT_CODED: 4,
    Verdict.BLOCKED: 5,
}
"""Exit code by the strictest verdict, for use in a pipeline."""


def assess(
    case: Path,
    *,
    site: tuple[str, ...] = (),
    format: Literal["text", "json"] = "text",  # noqa: A002 - the option is called so
    language: Literal["en", "de", "fr"] = "en",
    what_if: tuple[str, ...] = (),
) -> int:
    """Judge every data flow of a case for every site and form.

    The exit code tells the strictest verdict: 0 allowed, 3 manual review, 4 not coded, 5 blocked.

    Parameters
    ----------
    case
        Folder of the case.
    site
        Only these sites; can be given several times.
    format
        A table with sentences, or JSON.
    language
        Language of verdicts and sentences.
    what_if
        A supposed change of law with its day, for instance adequacy:MA@2028-01-01: shows what would fall away.
    """
    if what_if:
        _suppose(assess_case(case), site, dict(read_switch(text) for text in what_if), language)
        return 0
    judged = [one for one in assess_case(case) if not site or one.site in site]
    if format == "json":
        screen().out(json.dumps([_plain(one, language) for one in judged], ensure_ascii=False, indent=1))
    else:
        _print(judged, language)
    strictest = max((one.assessment.overall for one in judged), default=Verdict.ALLOWED)
    return EXIT_BY_VERDICT[strictest]


def _suppose(
    judged: tuple[Judged, ...], sites: tuple[str, ...], switches: dict[str, dt.date], language: str
) -> None:
    """Tell, flow by flow, which duties fall away and which come under a supposed law on its first day."""
    show, day = screen(), max(switches.values())
    for one in judged:
        if sites and one.site not in sites:
            continue
        told = compare_laws(one.assessment.flow, max(day, one.assessment.on), switches)
        if not (told.falls_away or told.comes or told.silent):
            continue
        forms = ", ".join(form.replace("_", " ") for form in one.engagements)
        before, after = (verdict.overall.words[language] for verdict in (told.before, told.after))
        show.print(
            f"[bold]{one.data_flow}[/bold] to {one.country} ({forms}): {before} → {after}", soft_wrap=True
        )
        for mark, duties in (("falls away", told.falls_away), ("comes", told.comes)):
            for duty in duties:
                show.print(Padding(f"{mark}: {duty.text[language]}", (0, 0, 0, 6)))
        cost = ", ".join(told.costs_saved) or "none"
        months = f"{told.months_saved:.1f} statutory months fall away"
        show.print(Padding(f"{months}; costs of the company that fall away: {cost}", (0, 0, 0, 6)))


def _print(judged: list[Judged], language: str) -> None:
    show = screen()
    for data_flow in dict.fromkeys(one.data_flow for one in judged):
        show.print(f"\n[bold]{data_flow}[/bold]")
        for one in judged:
            if one.data_flow == data_flow:
                _print_one(show, one, language)
    show.print("\nSupports the work of counsel and does not replace it. Every rule and duty: --format json")


def _print_one(show: Console, one: Judged, language: str) -> None:
    forms = ", ".join(form.replace("_", " ") for form in one.engagements)
    verdict = one.assessment.overall.words[language]
    show.print(f"  to {one.country} ({forms}): [bold]{verdict}[/bold]", soft_wrap=True)
    for sentence in _sentences(one.assessment, language):
        show.print(Padding(f"– {sentence}", (0, 0, 0, 6)))
    if one.assessment.missing:
        show.print(Padding(f"unknown: {', '.join(one.assessment.missing)}", (0, 0, 0, 6)))


def _sentences(assessment: Assessment, language: str) -> list[str]:
    """Return the sentences that decide in the strictest gates, with their articles."""
    found = []
    for result in assessment.gates.values():
        if result.verdict is not assessment.overall:
            continue
        for hit in result.deciding:
            articles = ", ".join(dict.fromkeys(citation.article for citation in hit.rule.citations))
            found.append(f"{hit.rule.sentence[language]} ({articles})")
    return list(dict.fromkeys(found))


def _plain(one: Judged, language: str) -> dict[str, object]:
    return {
        "data_flow": one.data_flow,
        "site": one.site,
        "country": one.country,
        "engagements": list(one.engagements),
        "on": str(one.assessment.on),
        "verdict": one.assessment.overall.value,
        "missing": list(one.assessment.missing),
        "lead_months": one.assessment.lead_months,
        "gates": {
            gate.value: {
                "verdict": result.verdict.value,
                "rules": [
                    {
                        "rule": hit.rule.name,
                        "sentence": hit.rule.sentence[language],
                        "articles": [citation.article for citation in hit.rule.citations],
                    }
                    for hit in result.hits
                ],
                "duties": [
                    {"duty": duty.text[language], "owner": duty.owner.value, "state": duty.state.value}
                    for duty in result.duties
                ],
            }
            for gate, result in one.assessment.gates.items()
        },
        "hash": one.assessment.hash,
    }
