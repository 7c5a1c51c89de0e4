"""Names of drivers, groups, scenarios and strategies of the judgement, as readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.report.terms import seniority, table_name
from jiwar.report.texts import Texts
from jiwar.report.words import N_

if TYPE_CHECKING:
    from jiwar.facts import Facts

_GROUPS = {
    "pay": N_("Pay"),
    "wage_growth": N_("Wage growth"),
    "currency": N_("Exchange rates"),
    "attrition": N_("Attrition"),
    "learning": N_("Learning and knowledge transfer"),
    "coordination": N_("Work at a distance"),
    "time_to_fill": N_("Filling posts"),
    "labour_market": N_("Tightness of the labour market"),
    "provider_rates": N_("Rates of providers"),
    "law_and_state": N_("Authorities and State support"),
    "demand": N_("Demand for the work"),
    "value_of_work": N_("Value of work"),
    "seats_and_other": N_("Seats and all else"),
}

_LAST = {
    "home": N_("at home"),
    "near": N_("near"),
    "far": N_("far"),
    "provider": N_("providers"),
    "shallow": N_("shallow knowledge"),
    "medium": N_("medium knowledge"),
    "deep": N_("deep knowledge"),
}

_SAID = (
    N_("Moroccan wages grow by 9 % a year"),
    N_("Work at a distance takes twice the expected effort"),
    N_("Posts in Germany are filled in half the time"),
    N_("Attrition in Morocco is at its high end"),
    N_("The dirham loses a third of its value"),
    N_("The dirham gains a tenth in value"),
    N_("Morocco returns to UTC+1 from the beginning"),
    N_("A customer is lost: half of all work ends two years after the first start"),
    N_("Authorities and counsel take half a year longer"),
    N_("The State pays nothing of the support counted on"),
    N_("The EU finds Morocco's data protection adequate from 2028"),
    N_("new rules of law, other than adequacy and an early end of the offshoring circular"),
    N_("the loss of a customer"),
    N_("the tables of the labour market that are not facts of the base"),
    N_("the currency of pay that the base gives in EUR"),
    N_("Stay"),
    N_("The plan"),
    N_("Move all that can move"),
    N_("Providers only"),
    N_("Pilots only: no package moves more than its smallest share"),
)
"""Sentences of the judgement that stand in its own code; a test holds that all of them are here."""


def say(texts: Texts, sentence: str) -> str:
    """Translate a sentence that the judgement itself wrote."""
    return texts(sentence)


def said() -> tuple[str, ...]:
    """Return the sentences of the judgement that can be translated."""
    return _SAID


def group_name(texts: Texts, key: str) -> str:
    """Name a group of drivers."""
    return texts(_GROUPS[key]) if key in _GROUPS else key.replace("_", " ").capitalize()


def language_name(texts: Texts, code: str) -> str:
    """Name a spoken language in the reader's language."""
    from babel import Locale

    return str(Locale(texts.language.value).languages.get(code, code))


def country_name(texts: Texts, code: str) -> str:
    """Name a country in the reader's language."""
    from babel import Locale

    return str(Locale(texts.language.value).territories.get(code, code))


def driver_name(texts: Texts, driver: str, facts: Facts) -> str:
    """Name a driver such as ``pay/MA`` or ``talent_stock/MA-rabat/software``."""
    head, *rest = driver.split("/")
    if head == "value_of_work":
        return texts("Value of work")
    name = table_name(texts, head)
    about = [part for part in (_part(texts, one, facts) for one in rest) if part]
    return texts("{name} ({about})", name=name, about=", ".join(about)) if about else name


def _part(texts: Texts, part: str, facts: Facts) -> str:
    if part in _LAST:
        return texts(_LAST[part])
    if len(part) == 2 and part.isupper():
        return country_name(texts, part)
    if len(part) == 3 and part.isupper():
        return part
    if part in facts.roles:
        return str(facts.roles[part].names[texts.language.value])
    place = part[3:] if part[:2].isupper() and part[2:3] == "-" else part
    if place in facts.sites:
        return facts.sites[place].name
    return seniority(texts, part) or part.replace("_", " ")
