"""Kinds of data, roles, access and instruments of a data flow, in the words of data protection law."""

from __future__ import annotations

from jiwar.report.texts import Texts
from jiwar.report.words import N_

_CATEGORIES = {
    "anonymous": N_("anonymous data"),
    "pseudonymised": N_("pseudonymised data"),
    "business_contact": N_("business contacts"),
    "employee": N_("data of employees"),
    "customer": N_("data of customers"),
    "special_category": N_("special categories of personal data"),
    "health": N_("data concerning health"),
    "criminal": N_("data on criminal offences"),
    "payment": N_("payment data"),
    "vin": N_("vehicle identification numbers"),
    "telematics": N_("telematics data"),
    "video_raw": N_("raw video"),
    "video_anonymised": N_("anonymised video"),
    "source_code": N_("source code"),
    "cad_prototype": N_("drawings and models of prototypes"),
    "export_controlled": N_("listed technology (export control)"),
    "military_list": N_("technology of the military list"),
    "classified": N_("classified information"),
    "test_data_from_production": N_("test data taken from production"),
    "ma_employee": N_("data of employees in Morocco"),
    "ma_national_id": N_("numbers of Moroccan identity cards"),
}

_ROLES = {
    "controller_to_controller": N_("controller to controller"),
    "controller_to_processor": N_("controller to processor"),
    "processor_to_subprocessor": N_("processor to sub-processor"),
    "processor_to_controller": N_("processor to controller"),
}

_ACCESS = {
    "none": N_("no access"),
    "screen_only": N_("looking at a screen"),
    "remote_edit": N_("remote access with editing"),
    "copy": N_("a copy at the site"),
    "physical_media": N_("physical media"),
    "travel": N_("carried on travel"),
}

_INSTRUMENTS = {
    "scc": N_("standard contractual clauses"),
    "bcr": N_("binding corporate rules"),
    "ad_hoc": N_("own contractual clauses"),
    "art49": N_("derogation under Art. 49 GDPR"),
    "none": N_("none"),
    "unknown": N_("not said"),
}


def category(texts: Texts, key: str) -> str:
    """Name a category of data; one without a name of its own is shown as written."""
    return texts(_CATEGORIES[key]) if key in _CATEGORIES else key.replace("_", " ")


def roles(texts: Texts, key: str) -> str:
    """Name who exporter and importer are."""
    return texts(_ROLES[key]) if key in _ROLES else key.replace("_", " ")


def access(texts: Texts, key: str) -> str:
    """Name how a site reaches the data."""
    return texts(_ACCESS[key]) if key in _ACCESS else key.replace("_", " ")


def not_needed(texts: Texts) -> str:
    """Say that a flow inside the European Economic Area needs no instrument, whatever the case has prepared."""
    return texts("not needed (EEA)")


def instrument(texts: Texts, key: str, module: int | None) -> str:
    """Name the instrument of a transfer, with the module of the clauses."""
    name = texts(_INSTRUMENTS[key]) if key in _INSTRUMENTS else key.replace("_", " ")
    return name if module is None else texts("{name}, module {number}", name=name, number=str(module))
