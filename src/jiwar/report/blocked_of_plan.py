"""Why an option is blocked, told in the language of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.law.citing import cited_in
from jiwar.periods import Month
from jiwar.report.context import BlockedReason
from jiwar.report.drivers import language_name
from jiwar.report.quantities import month_text
from jiwar.report.texts import Texts

if TYPE_CHECKING:
    from jiwar.law import Assessment
    from jiwar.options import Option, Options, Reason

Told = tuple[BlockedReason, str]
"""A reason and the name of the data flow that it concerns, empty when it concerns none."""


def told(reason: Reason, option: Option, options: Options, texts: Texts) -> Told:
    """Return a reason in the language of the texts; one that has no other words stays as it was written."""
    flow, _, rest = reason.sentence.partition(": ")
    cited = tuple(cited_in(article, texts.language.value) for article in reason.citations)
    assessed = dict(option.later if reason.after_hand_over else option.assessments)
    if flow in assessed:
        name = next((one.name for one in options.case.data_flows if one.id == flow), flow)
        sentence = _sentence_of_law(reason, assessed[flow], rest, texts)
        change = _change_of_law(assessed[flow], texts) if reason.change else ""
        return BlockedReason(reason.field, sentence, change, cited), name
    sentence, change = _OTHER.get(reason.field, _as_written)(reason, option, options, texts)
    return BlockedReason(reason.field, sentence, change, cited), ""


def _sentence_of_law(reason: Reason, assessment: Assessment, written: str, texts: Texts) -> str:
    language = texts.language.value
    for gate, result in assessment.gates.items():
        if gate.value == reason.field:
            uncoded = texts("The law of this case is not coded ({gate}).", gate=gate.words[language])
            return " ".join(result.reasons(language)) or uncoded
    return written


def _change_of_law(assessment: Assessment, texts: Texts) -> str:
    from jiwar.law.unblock import smallest_change

    way = smallest_change(assessment.flow, assessment.on)
    return "" if way is None else texts.listed(way.sentences(texts.language.value))


def _lead_time(reason: Reason, option: Option, options: Options, texts: Texts) -> tuple[str, str]:
    """Authorisations that take longer than there is time before the start."""
    del reason
    lead = max((one.lead_months for _, one in option.assessments), default=0.0)
    earliest = month_text(texts, Month.of(options.case.as_of) + int(-(-lead // 1)))
    sentence = texts(
        "Authorisations and filings take {lead} months, so nothing can start before {earliest}.",
        lead=texts.form.number(lead, 1),
        earliest=earliest,
    )
    return sentence, texts("start in {earliest} or later", earliest=earliest)


def _shared_hours(reason: Reason, option: Option, options: Options, texts: Texts) -> tuple[str, str]:
    """A site that shares fewer hours than the work needs."""
    wanted = options.case.work_package(option.work_package).shared_hours_per_day
    shared = options.shared_hours_per_day.get(option.site)
    if wanted is None or shared is None:
        return reason.sentence, reason.change
    sentence = texts(
        "The work needs {wanted} shared hours a day; {site} shares {shared}.",
        wanted=texts.form.number(wanted, 1),
        site=options.facts.sites[option.site].name,
        shared=texts.form.number(shared, 1),
    )
    missing = texts.form.number(wanted - shared, 1)
    return sentence, texts("move the working day there by {missing} hours", missing=missing)


def _languages(reason: Reason, option: Option, options: Options, texts: Texts) -> tuple[str, str]:
    """A language that too few people at the site speak, or of which nobody knows how many do."""
    from jiwar.options.speaking import Speaking, in_words

    site = options.facts.sites[option.site].name
    found = [one for one in Speaking(options.case, options.facts).of(option) if not one.enough]
    one = next((one for one in found if in_words(one, site)[0] == reason.sentence), None)
    if one is None:
        return reason.sentence, reason.change
    name = language_name(texts, one.language)
    if one.share is None or one.months_to_teach is None:
        sentence = texts(
            "Nobody publishes how many engineers in {site} speak {language}.", site=site, language=name
        )
        return sentence, texts("leave the site out for this work, or do the work without the language")
    sentence = texts(
        "About {share} of the engineers in {site} speak {language} ({level}); one employer does not find the team "
        "among them before the horizon ends.",
        share=texts.form.share(one.share, 1),
        language=name,
        level=one.level,
        site=site,
    )
    months = texts.form.number(one.months_to_teach, 0)
    change = texts(
        "teach the team {language} beside work, about {months} months", language=name, months=months
    )
    return sentence, change


def _as_written(reason: Reason, option: Option, options: Options, texts: Texts) -> tuple[str, str]:
    del option, options, texts
    return reason.sentence, reason.change


_OTHER = {"lead_time": _lead_time, "shared_hours": _shared_hours, "languages": _languages}
