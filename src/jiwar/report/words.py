"""Names of the closed lists (engagements, verdicts, gates, grades…) as readers see them."""

from __future__ import annotations

from jiwar.report.texts import Texts


def N_(message: str) -> str:  # noqa: N802 - the usual mark for texts that are translated elsewhere
    """Mark a text for translation without translating it here."""
    return message


_ENGAGEMENTS = {
    "stay_hire": N_("people hired at home"),
    "stay_contract": N_("contractors at home"),
    "stay_undone": N_("posts left open"),
    "captive": N_("own unit"),
    "provider": N_("service provider"),
    "employer_of_record": N_("employer of record"),
    "build_operate_transfer": N_("build-operate-transfer"),
}

_VERDICTS = {
    "allowed": N_("allowed"),
    "allowed_with_mechanism": N_("allowed with mechanism"),
    "allowed_after_authorisation": N_("allowed after authorisation"),
    "manual_review": N_("manual review"),
    "not_coded": N_("not coded"),
    "blocked": N_("blocked"),
}

_GATES = {
    "export_control": N_("Export control"),
    "privacy_eu": N_("Privacy (EU)"),
    "privacy_local": N_("Privacy (country of the site)"),
    "labour_travel": N_("Labour and travel"),
    "product": N_("Product regulation"),
}

_GRADES = {
    "statute": (N_("Statute"), N_("in force as law")),
    "official": (N_("Official"), N_("published by an authority")),
    "survey": (N_("Survey"), N_("a survey that shows its method")),
    "press": (N_("Press"), N_("reported by the press")),
    "vendor": (N_("Vendor"), N_("said by somebody who sells it")),
    "prior": (N_("Prior"), N_("our own estimate")),
}

_KINDS = {
    "running": N_("Running cost"),
    "one_off": N_("One-off cost"),
    "hidden": N_("Hidden cost"),
    "value": N_("Value, not cash"),
}

_RANGES = {
    "quartiles": N_("quartiles"),
    "published": N_("published range"),
    "point": N_("a single value"),
    "interval": N_("95 % interval"),
    "prior": N_("our own wide range"),
    "scenarios": N_("rival numbers, the chosen one first"),
}

_STATUSES = {
    "optimal": N_("proven best"),
    "feasible": N_("feasible, best not proven"),
    "interrupted": N_("stopped early, best plan so far"),
}

_DUTY_STATES = {
    "open": N_("open"),
    "unknown": N_("not said"),
    "done": N_("done"),
}

_LIMITS = {
    "hiring": N_("People whom the labour market gives per quarter"),
    "core_team": N_("Core team at home"),
    "budget": N_("Extra cash against staying"),
    "concentration": N_("Share of people abroad"),
    "quarter_cash": N_("Extra cash in a quarter"),
    "site_share": N_("Share of people at one site"),
    "engagement_share": N_("Share of people in one form"),
    "span": N_("Juniors for each senior"),
    "precedence": N_("Order of moves"),
    "number_of_sites": N_("Sites away from home"),
    "minimum_team": N_("Smallest team of an own unit"),
    "capacity": N_("People whom a site holds"),
    "redundancies": N_("Redundancies"),
    "surplus": N_("People without work"),
}

_FIELDS = _GATES | {
    "law": N_("Law"),
    "shared_hours": N_("Shared hours"),
    "languages": N_("Languages"),
    "start": N_("Start date"),
    "lead_time": N_("Lead time of law"),
    "talent": N_("People to hire"),
}

GRADES_IN_ORDER = tuple(_GRADES)
"""Keys of the grades, the best first."""

KINDS_IN_ORDER = tuple(_KINDS)
"""Keys of the kinds of lines, in the order of the report."""


def engagement(texts: Texts, key: str) -> str:
    """Name a form in which work is held."""
    return texts(_ENGAGEMENTS.get(key, key))


def verdict(texts: Texts, key: str) -> str:
    """Name a verdict of law."""
    return texts(_VERDICTS.get(key, key))


def gate(texts: Texts, key: str) -> str:
    """Name a field of law."""
    return texts(_GATES.get(key, key))


def blocking_field(texts: Texts, key: str) -> str:
    """Name the field in which an option is blocked; a field of its own name is shown as written."""
    return texts(_FIELDS[key]) if key in _FIELDS else key.replace("_", " ").capitalize()


def grade(texts: Texts, key: str) -> str:
    """Name a grade of source."""
    return texts(_GRADES[key][0])


def grade_meaning(texts: Texts, key: str) -> str:
    """Say what a grade means."""
    return texts(_GRADES[key][1])


def kind(texts: Texts, key: str) -> str:
    """Name a kind of line."""
    return texts(_KINDS[key])


def range_kind(texts: Texts, key: str) -> str:
    """Name what low and high of a fact mean."""
    return texts(_RANGES.get(key, key))


def status(texts: Texts, key: str) -> str:
    """Name how good a plan is proven to be."""
    return texts(_STATUSES.get(key, key))


def limit_name(texts: Texts, key: str) -> str:
    """Name a family of limits; one without a name of its own is shown as written."""
    return texts(_LIMITS[key]) if key in _LIMITS else key.replace("_", " ").capitalize()


def duty_state(texts: Texts, key: str) -> str:
    """Name whether a duty is met."""
    return texts(_DUTY_STATES.get(key, key))
