"""The closed lists of words that a case may use."""

from __future__ import annotations

ENGAGEMENTS = ("captive", "provider", "employer_of_record", "build_operate_transfer")
"""Forms in which work is held away from home."""

STAYS = ("hire", "contract", "undone")
"""Forms of staying: hire at home, contractors at home, leave undone."""

BRANCHES = ("CRM", "BPO", "ITO", "ESO", "KPO")
"""The sector's five activities, from call centre to research."""

SENIORITIES = ("junior", "mid", "senior", "lead")

KNOWLEDGE = ("shallow", "medium", "deep")
"""How much a new team has to learn of the company before it delivers."""

LANGUAGE_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")

REDUNDANCIES = ("forbidden", "allowed")

DATA_CATEGORIES = (
    "anonymous",
    "pseudonymised",
    "business_contact",
    "employee",
    "customer",
    "special_category",
    "health",
    "criminal",
    "payment",
    "vin",
    "telematics",
    "video_raw",
    "video_anonymised",
    "source_code",
    "cad_prototype",
    "export_controlled",
    "military_list",
    "classified",
    "test_data_from_production",
    "ma_employee",
    "ma_national_id",
)
"""What data can be about, as the rules of law distinguish it."""

DATA_ROLES = (
    "controller_to_controller",
    "controller_to_processor",
    "processor_to_subprocessor",
    "processor_to_controller",
)
"""Who the exporter and the importer are, in the words of data protection."""

ACCESS = ("none", "screen_only", "remote_edit", "copy", "physical_media", "travel")
"""How the site reaches the data; looking at a screen is access."""

INSTRUMENTS = ("scc", "bcr", "ad_hoc", "art49", "none", "unknown")
"""Instruments of a transfer: standard clauses, binding rules, own clauses, exceptions."""

ASSESSMENTS = ("passed", "failed", "missing", "unknown")
"""States of a transfer impact assessment."""

PARK_SITES = {
    "Casanearshore": ("casablanca",),
    "Technopolis": ("rabat",),
    "Fès Shore": ("fes",),
    "Oujda Shore": ("oujda",),
    "Tétouan Shore": ("tetouan",),
}
"""The offshoring parks of Morocco, each with the sites of the base that it belongs to."""

READINGS = {
    "route_two": ("at_least_150", "more_than_150"),
    "gender_threshold": ("more_than_30", "at_least_30"),
    "sector_list": ("with_outsourcing", "without_outsourcing"),
    "job_ratio_base": ("total_investment", "primable_amount"),
    "sme_job_premium": ("ratio", "number_of_jobs"),
    "sme_own_funds": ("own_funds", "own_funds_or_loan"),
    "sme_turnover": ("below_200", "up_to_200"),
    "offshoring_start": ("2025-07-01", "2025-11-24"),
    "employment_premium": ("once", "every_year"),
    "training_premium": ("flat", "upper_bound"),
    "entitlements_after_2030": ("lapse", "run_off"),
    "low_confidence_rules": ("on", "off"),
    "solidarity_after_2025": ("extended", "lapsed"),
    "solidarity_bands": ("below_upper_limit", "up_to_upper_limit"),
    "dividend_rule": ("by_distribution", "by_profit_year"),
    "high_profit_path": ("general", "former_20_percent"),
}
"""Contradictions between sources on state support and tax, each with its readings; the first is the default."""

PARKS = (*PARK_SITES, "none")
"""Where an own unit may sit; ``none`` is outside any park."""
