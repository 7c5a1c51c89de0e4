"""Names of branches, limits, levers, quantities and countries as readers of the outlook see them."""

from __future__ import annotations

from jiwar.outlook.answers import Pull
from jiwar.report.outlook.numbers import amount_text, count_text, rounded_people
from jiwar.report.texts import Texts
from jiwar.report.words import N_

_BRANCHES = {
    "CRM": N_("Call centres (CRM)"),
    "BPO": N_("Back offices (BPO)"),
    "ITO": N_("IT (ITO)"),
    "ESO": N_("Engineering (ESO)"),
    "KPO": N_("Knowledge work, research (KPO)"),
}

_BINDS = {
    "demand": N_("Clients want no more"),
    "talent": N_("People are missing"),
    "seats": N_("Seats are missing"),
    "ramp": N_("Firms cannot grow faster"),
}

_LEVERS = {
    "training_intake": N_("More entrants to digital training"),
    "reskilled": N_("More people reskilled"),
    "premium": N_("Higher employment premium"),
    "circular_until": N_("Circular prolonged"),
    "seats_axis": N_("Public seats in Casablanca and Rabat"),
    "seats_second": N_("Public seats in second cities"),
    "seats_third": N_("Public seats in other cities"),
    "adequacy_year": N_("Recognition by the EU"),
    "value_growth": N_("More value per job"),
    "emigration": N_("Fewer who emigrate"),
    "returns": N_("More who return"),
}

_SETTINGS = {
    "training_intake": N_("{value} times as many from 2027"),
    "reskilled": N_("{value} people a year from 2027"),
    "premium": N_("{value} times the premium of the circular"),
    "circular_until": N_("until {value}"),
    "seats_axis": N_("{value} seats a year from 2027"),
    "seats_second": N_("{value} seats a year from 2027"),
    "seats_third": N_("{value} seats a year from 2027"),
    "adequacy_year": N_("in effect from {value}"),
    "value_growth": N_("{value} more growth a year from 2027"),
    "emigration": N_("{value} times as many as now"),
    "returns": N_("{value} times as many as now"),
}

_QUANTITIES = {
    "jobs": N_("jobs"),
    "exports_new": N_("exports, new statistics"),
    "exports_old": N_("exports, old statistics"),
}

_EARNERS = {
    "sector": N_("This sector"),
    "services": N_("All services"),
    "automotive": N_("Automotive industry (2024)"),
    "tourism": N_("Tourism"),
    "remittances": N_("Remittances of Moroccans abroad"),
    "phosphates": N_("Phosphates"),
    "aeronautics": N_("Aeronautics"),
}

_FLOWS = {
    "graduates": N_("Graduates"),
    "reskilled": N_("Reskilled"),
    "returned": N_("Returned from abroad"),
    "attracted": N_("Drawn in from other work"),
    "emigrated": N_("Gone abroad"),
    "left": N_("Left for other work"),
    "pool": N_("People who can do the work"),
}

_TIERS = {
    "axis": N_("Casablanca and Rabat"),
    "second": N_("Fès, Tangier, Tétouan, Marrakech, Agadir"),
    "third": N_("Oujda and other cities"),
}

_CLIENTS = {"france": N_("France"), "germany": N_("Germany"), "other": N_("Other countries")}

_GROUPS = {"digital": N_("IT, engineering and research"), "service": N_("Call centres and back offices")}

_COUNTRIES = {
    "MA": N_("Morocco"),
    "PL": N_("Poland"),
    "RO": N_("Romania"),
    "EG": N_("Egypt"),
    "PH": N_("Philippines"),
    "IN": N_("India"),
}


def branch(texts: Texts, key: str) -> str:
    """Name a branch."""
    return texts(_BRANCHES[key])


def limit(texts: Texts, key: str) -> str:
    """Name what holds growth back."""
    return texts(_BINDS[key])


def lever(texts: Texts, key: str) -> str:
    """Name a lever of policy, pulled in the direction of more effort."""
    return texts(_LEVERS[key])


def setting(texts: Texts, pull: Pull) -> str:
    """Say what value a lever is set to."""
    if pull.lever in {"circular_until", "adequacy_year"}:
        value = str(round(pull.value))
    elif pull.lever == "value_growth":
        value = texts.form.share(pull.value, 1)
    elif pull.unit == "ratio":
        value = texts.form.number(pull.value, 2)
    else:
        value = count_text(texts, rounded_people(pull.value))
    return texts(_SETTINGS[pull.lever], value=value)


def flow(texts: Texts, key: str) -> str:
    """Name who joins or leaves a labour market."""
    return texts(_FLOWS[key])


def tier(texts: Texts, key: str) -> str:
    """Name a tier of cities."""
    return texts(_TIERS[key])


def client(texts: Texts, key: str) -> str:
    """Name a client country."""
    return texts(_CLIENTS[key])


def group(texts: Texts, key: str) -> str:
    """Name a labour market."""
    return texts(_GROUPS[key])


def quantity(texts: Texts, key: str) -> str:
    """Name a quantity that targets speak of."""
    return texts(_QUANTITIES[key])


def value_text(texts: Texts, key: str, value: float) -> str:
    """Write a value of such a quantity with its unit."""
    if key == "jobs":
        return texts("{number} jobs", number=count_text(texts, rounded_people(value)))
    return texts("{number} billion MAD", number=amount_text(texts, value))


def earner(texts: Texts, key: str) -> str:
    """Name an earner of foreign currency."""
    return texts(_EARNERS[key])


def country(texts: Texts, key: str) -> str:
    """Name a country."""
    return texts(_COUNTRIES[key])
