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
