"""What law says about a case, on the screen, in the language of the reader."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from textwrap import fill

from rich.console import Console
from rich.markup import escape

from jiwar.cli.screen import screen, table
from jiwar.languages import Formatter, Language
from jiwar.law import REVIEWED, Assessment, Gate, GateResult, Verdict, smallest_change
from jiwar.law.papers import Pen
from jiwar.law.questions import question
from jiwar.law.wording import Words
from jiwar.options import Judged

_TABLE = Path(__file__).with_name("law_sheet.csv")


def say(key: str, language: str, /, **values: object) -> str:
    """Return a fixed text of the sheet with its places filled in."""
    return _texts()[key][language].format(**values)


def print_verdicts(
    judged: Iterable[Judged], names: Mapping[str, str], language: str, *, details: bool
) -> None:
    """Print for each data flow a table of the gates, then what decides and what is asked.

    Parameters
    ----------
    judged
        The answers.
    names
        What readers call each data flow.
    language
        Language of the sheet.
    details
        Print every rule of every gate, all duties and the record, place by place, instead of what decides.
    """
    show, told = screen(), tuple(judged)
    for data_flow, found in groupby(told, key=lambda one: one.data_flow):
        answers = tuple(found)
        show.print(f"\n[bold]{data_flow}[/bold]: {escape(names[data_flow])}", soft_wrap=True)
        if details:
            _print_each(show, answers, language)
        else:
            _print_alike(show, answers, language)
    if not told:
        show.print(say("nothing", language))
    if any(one.assessment.carried_forward for one in told):
        show.print("\n" + say("reviewed", language, day=Pen(language).day(REVIEWED)), soft_wrap=True)
    show.print(escape(say("foot", language)), soft_wrap=True)


def _print_each(show: Console, answers: Iterable[Judged], language: str) -> None:
    """Every answer on its own, with all rules, duties and its record."""
    for one in answers:
        _print_head(show, places_of((one,), language), one.assessment, language)
        for line, depth in _everything(one.assessment, language):
            indented(show, line, 4 + 2 * depth)


def _print_alike(show: Console, answers: Iterable[Judged], language: str) -> None:
    """Answers of the same verdicts for the same reasons together: a table of the gates, then what decides."""
    groups: dict[tuple[tuple[str, ...], tuple[tuple[str, int], ...]], list[Judged]] = {}
    for one in answers:
        key = _cells(one.assessment, language), tuple(_what_decides(one.assessment, language))
        groups.setdefault(key, []).append(one)
    rows = [
        (f"{number}. {', '.join(_countries(same, language))}", *cells)
        for number, ((cells, _), same) in enumerate(groups.items(), 1)
    ]
    columns = [(say("place", language), False), *((say(f"head.{gate}", language), False) for gate in Gate)]
    columns.append((say("months", language), True))
    note = say("months_note", language) if any(row[-1].endswith("?") for row in rows) else ""
    show.print(table("", columns, rows, note))
    for number, ((_, lines), same) in enumerate(groups.items(), 1):
        _print_head(show, f"{number}. {places_of(same, language)}", same[0].assessment, language)
        for line, depth in lines:
            indented(show, line, 4 + 2 * depth)


def _print_head(show: Console, places: str, found: Assessment, language: str) -> None:
    show.print(f"  {escape(places)} – [bold]{found.overall.words[language]}[/bold]", soft_wrap=True)


def _cells(found: Assessment, language: str) -> tuple[str, ...]:
    """The verdict of each gate in short, and the months before the start."""
    months = Formatter(Language(language)).number(found.lead_months, 1)
    unpublished = any(result.unknown_leads for result in found.gates.values())
    verdicts = (say(f"cell.{result.verdict}", language) for result in found.gates.values())
    return *verdicts, f"{months} + ?" if unpublished else months


def _countries(answers: Iterable[Judged], language: str) -> tuple[str, ...]:
    pen = Pen(language)
    return tuple(dict.fromkeys(pen.country(one.country) or one.country for one in answers))


def places_of(answers: Sequence[Judged], language: str) -> str:
    """Return the countries and forms of some answers: countries with the same forms are named together."""
    pen = Pen(language)
    forms: dict[str, list[str]] = {}
    for one in answers:
        forms.setdefault(one.country, []).extend(_forms(one, language))
    same: dict[tuple[str, ...], list[str]] = {}
    for country, found in forms.items():
        same.setdefault(tuple(dict.fromkeys(found)), []).append(pen.country(country) or country)
    return "; ".join(f"{', '.join(countries)} ({', '.join(found)})" for found, countries in same.items())


def _forms(one: Judged, language: str) -> Iterator[str]:
    if one.handed_over is not None:
        yield say("own_from", language, day=Pen(language).day(one.handed_over.first_day))
        return
    yield from (say(f"short.{form}", language) for form in one.engagements)


def _what_decides(assessment: Assessment, language: str) -> Iterator[tuple[str, int]]:
    """The sentences that decide in the strictest gates, with their articles, and what was not answered."""
    lines: dict[str, None] = {}
    for result in assessment.gates.values():
        if result.verdict is assessment.overall:
            lines |= dict.fromkeys(_sentences(result, language, deciding=True))
    yield from ((f"– {line}", 1) for line in lines)
    yield from ((line, 1) for line in _way_out(assessment, language))
    yield from _asked(assessment.gates.values(), language, questions=False)


def _way_out(assessment: Assessment, language: str) -> Iterator[str]:
    """The smallest change after which a blocked flow is no longer blocked, or that none was found."""
    if assessment.overall is not Verdict.BLOCKED:
        return
    way = smallest_change(assessment.flow, assessment.on)
    if way is None:
        yield say("no_way", language)
        return
    after = way.after.overall.words[language]
    yield say("way", language, changes=" ".join(way.sentences(language)), after=after)


def _everything(assessment: Assessment, language: str) -> Iterator[tuple[str, int]]:
    """Every gate with every rule that spoke, its articles, the questions, the duties and the record."""
    pen = Pen(language)
    yield from ((line, 0) for line in _way_out(assessment, language))
    for result in assessment.gates.values():
        gate, verdict = result.gate.words[language], result.verdict.words[language]
        yield pen.say("verdict", gate=gate, verdict=verdict), 0
        yield from ((f"– {line}", 1) for line in _sentences(result, language, deciding=False))
        yield from _asked((result,), language, questions=True)
        for duty in result.duties:
            yield (
                say(
                    "duty",
                    language,
                    duty=duty.text[language],
                    owner=duty.owner.words[language],
                    due=duty.due.words[language],
                    state=pen.state(duty).text,
                    articles=pen.cite(duty.citations),
                ),
                1,
            )
    yield say("record", language, hash=assessment.hash, day=pen.day(assessment.on)), 0


def _sentences(result: GateResult, language: str, *, deciding: bool) -> tuple[str, ...]:
    pen = Pen(language)
    hits = result.deciding if deciding else result.hits
    return tuple(
        dict.fromkeys(f"{hit.rule.sentence[language]} ({pen.cite(hit.rule.citations)})" for hit in hits)
    )


def _asked(results: Iterable[GateResult], language: str, *, questions: bool) -> Iterator[tuple[str, int]]:
    for key in dict.fromkeys(key for result in results for key in result.missing):
        yield say("unknown", language, question=question(key).text[language], key=key), 1
    if questions:
        for words in dict.fromkeys(words for result in results for words in result.questions):
            yield say("ask", language, question=words[language]), 1


def indented(show: Console, text: str, depth: int) -> None:
    """Print a text from a depth on, its further lines two letters deeper."""
    lines = fill(
        text,
        max(show.width, depth + 40),
        initial_indent=" " * depth,
        subsequent_indent=" " * (depth + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
    show.print(escape(lines), soft_wrap=True)


@cache
def _texts() -> Mapping[str, Words]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: Words(row["en"], row["de"], row["fr"]) for row in csv.DictReader(file)}
