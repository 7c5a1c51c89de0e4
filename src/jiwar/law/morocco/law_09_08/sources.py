"""The texts behind the rules of Moroccan data protection."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute

LAW_09_08 = Statute(
    "Law 09-08 (Morocco)",
    "Protection of natural persons with regard to personal data",
    "https://www.dgssi.gov.ma/fr/loi-09-08-relative-la-protection-des-personnes-physiques-legard-du-traitement-des",
    Quality.PRIMARY,
    note="French and Arabic copies read; no official English text",
)
DECREE_2_09_165 = Statute(
    "Decree 2-09-165 (Morocco)",
    "Implementing Law 09-08, 21 May 2009",
    "https://adala.justice.gov.ma",
    Quality.PRIMARY,
    note="Arabic copy read",
)
CNDP_F118 = Statute(
    "CNDP form F118",
    "Request for a transfer abroad",
    "https://www.cndp.ma/notifier-une-demande-de-transfert-a-letranger/",
    Quality.AUTHORITY,
)
CNDP_LIST = Statute(
    "CNDP deliberation 465-2013",
    "List of states with sufficient protection; its content was not found",
    "https://archive.challenge.ma/donnees-personnelles-transferees-a-letranger-74918",
    Quality.SECONDARY,
)

DECLARATION_MONTHS = 0.1
"""A receipt within 24 hours; eight days to turn the declaration into a request (Art. 19, 20)."""

AUTHORISATION_MONTHS = 2.0
"""Two months, extendable once; no answer in time is an authorisation (Decree Art. 28)."""
