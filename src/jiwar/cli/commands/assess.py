"""`jiwar assess`: judge every data flow of a case by law, and write the papers that follow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from jiwar.case import Case
from jiwar.cli.law_json import verdict_as_json, what_if_as_json
from jiwar.cli.law_sheet import print_verdicts
from jiwar.cli.screen import screen
from jiwar.cli.what_if_sheet import print_what_if
from jiwar.diagnostics import JiwarError, nearest_names
from jiwar.facts import Facts
from jiwar.law import Assessment, Verdict
from jiwar.law.vocabulary import as_graph
from jiwar.law.what_if import read_switch
from jiwar.law.what_if import what_if as compare_laws
from jiwar.options import Judged
from jiwar.options.judging import work_at
from jiwar.verbs import assess as assess_case
from jiwar.verbs import load_facts, read_case

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
    form: tuple[str, ...] = (),
    format: Literal["text", "json", "jsonld"] = "text",  # noqa: A002 - the option is called so
    language: Literal["en", "de", "fr"] = "en",
    details: bool = False,
    papers: Path | None = None,
    what_if: tuple[str, ...] = (),
) -> int:
    """Judge every data flow of a case for every country and form, and write the papers for one of them.

    The exit code tells the strictest verdict: 0 allowed, 3 manual review, 4 not coded, 5 blocked; with --what-if the
    strictest under the supposed law.

    Parameters
    ----------
    case
        Folder of the case.
    site
        Only the countries of these sites; can be given several times.
    form
        Only these forms: captive, provider, employer_of_record, build_operate_transfer.
    format
        Tables with sentences, JSON, or linked data in the terms of the W3C Data Privacy Vocabulary (jsonld).
    language
        Language of verdicts, sentences and papers.
    details
        Every rule that spoke with its articles, every duty, and the record of each answer.
    papers
        A new folder for the papers of one site and one form, as HTML and DOCX: record of processing, transfer impact
        assessment, annexes of the standard clauses, filings, information for the works council.
    what_if
        A supposed change of law with its day, for instance adequacy:MA@2028-01-01: shows what would fall away.
    """
    facts = load_facts()
    read = read_case(case, facts)
    if papers is not None:
        return _write(read, facts, papers, _one_place(read, site, form, what_if), language)
    judged = _chosen(read, facts, site, form)
    if what_if:
        return _suppose(read, judged, what_if, format, language)
    if format == "text":
        names = {flow.id: flow.name for flow in read.data_flows}
        print_verdicts(judged, names, language, details=details)
    elif format == "json":
        _print_json([verdict_as_json(one, language) for one in judged])
    else:
        _print_json(as_graph([(_title(read, one), one.assessment) for one in judged]))
    return _exit_code(one.assessment for one in judged)


def _print_json(value: object) -> None:
    screen().out(json.dumps(value, ensure_ascii=False, indent=1))


def _exit_code(assessments: Iterable[Assessment]) -> int:
    return EXIT_BY_VERDICT[max((one.overall for one in assessments), default=Verdict.ALLOWED)]


def _chosen(case: Case, facts: Facts, sites: tuple[str, ...], forms: tuple[str, ...]) -> tuple[Judged, ...]:
    """The answers for the countries of some sites and some forms; all when none are named."""
    for given, known in ((sites, case.sites), (forms, case.engagements)):
        for name in given:
            _insist(name, known)
    countries = {facts.sites[name].country for name in sites or case.sites}
    return tuple(
        one
        for one in assess_case(case, facts)
        if one.country in countries and (not forms or set(forms) & set(one.engagements))
    )


def _insist(name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        message = f"the case has no `{name}`: {', '.join(known)}"
        raise JiwarError.of("U005", message, nearest_names(name, known))


def _one_place(
    case: Case, sites: tuple[str, ...], forms: tuple[str, ...], switches: tuple[str, ...]
) -> tuple[str, str]:
    """The site and the form that papers are about: one of each, under the law as it is."""
    if switches:
        message = "papers are written under the law as it is, not under a supposed one"
        raise JiwarError.of("U005", message, "leave out `--what-if`, or leave out `--papers`")
    away = tuple(name for name in case.sites if name != case.company.home)
    if len(sites) != 1 or len(forms) != 1:
        message = "papers are about one site and one form of work"
        remedy = f"add `--site` with one of {', '.join(away)} and `--form` with one of {', '.join(case.engagements)}"
        raise JiwarError.of("U005", message, remedy)
    _insist(sites[0], away)
    _insist(forms[0], case.engagements)
    if not work_at(case, sites[0], forms[0]):
        message = f"no work package of the case may be done in {sites[0]} as {forms[0]}"
        raise JiwarError.of("U005", message, "name another site or form")
    return sites[0], forms[0]


def _write(case: Case, facts: Facts, folder: Path, place: tuple[str, str], language: str) -> int:
    from jiwar.report.papers import (
        dossier_of,
        write_papers,
    )  # renderers are loaded only when papers are wanted

    dossier = dossier_of(case, facts, *place)
    written = write_papers(dossier, folder, day=case.as_of, language=language)
    show = screen()
    for path in written:
        show.print(str(path), soft_wrap=True)
    return _exit_code(flow.assessment for flow in dossier.flows)


def _suppose(
    case: Case, judged: tuple[Judged, ...], texts: tuple[str, ...], shape: str, language: str
) -> int:
    """Tell what a supposed law changes on its first day: duties, months, and what they cost the company."""
    from jiwar.options.gate_cost import gate_costs
    from jiwar.options.legal_costs import given_cost

    switches = dict(read_switch(text) for text in texts)
    day = max(switches.values())
    told = [(one, compare_laws(one.assessment.flow, max(day, one.assessment.on), switches)) for one in judged]
    keys = {
        duty.cost_key for _, change in told for duty in (*change.falls_away, *change.comes) if duty.cost_key
    }
    given = {key: given_cost(case, key) for key in keys}
    if shape == "jsonld":
        _print_json(as_graph([(_title(case, one), change.after) for one, change in told]))
    elif shape == "json":
        _print_json(what_if_as_json(told, gate_costs(case, told), given, language))
    else:
        print_what_if(told, gate_costs(case, told), given, language)
    return _exit_code(change.after for _, change in told)


def _title(case: Case, one: Judged) -> str:
    """What the title of a process says in linked data: flow, country, forms."""
    name = next(flow.name for flow in case.data_flows if flow.id == one.data_flow)
    return f"{name} → {one.country}, {', '.join(one.engagements)}"
