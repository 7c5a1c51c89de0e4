"""Law 42-18: sending listed technology back out of Morocco is an export of its own."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Duty, Finding, Owner, allowed, review, unknown
from jiwar.law.flow import Data, Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

LAW_42_18 = Statute(
    "Law 42-18 (Morocco)",
    "Export and import control of dual-use goods and services",
    "https://adala.justice.gov.ma",
    Quality.PRIMARY,
    note="Arabic text; the list of goods was not read",
)
DECREE_42_18 = Statute(
    "Decree of 21 July 2022 (Morocco)",
    "Implementing Law 42-18",
    "https://adala.justice.gov.ma",
    Quality.PRIMARY,
)
WORKING_DAYS_PER_MONTH = 21.0
TYPICAL_WORKING_DAYS = 50.0
"""Five days for completeness, ten for referral, thirty for the committee, five for issue (Art. 8-10)."""

MOROCCAN_LICENCE = Duty(
    "moroccan_export_licence",
    Words(
        "Ask the Moroccan trade ministry whether the way back needs a licence: 50 working days, 110 when "
        "extended.",
        "Beim marokkanischen Handelsministerium klären, ob der Rückweg eine Lizenz braucht: 50 "
        "Arbeitstage, verlängert 110.",
        "Vérifier auprès du ministère marocain du commerce si le retour exige une licence : 50 jours "
        "ouvrés, 110 au plus.",
    ),
    Owner.IMPORTER,
    lead_months=round(TYPICAL_WORKING_DAYS / WORKING_DAYS_PER_MONTH, 1),
)

_IS_LISTED = Words(
    "Is the technology on the Moroccan list, so that returning results needs a Moroccan licence? The list "
    "was not read.",
    "Steht die Technologie auf der marokkanischen Liste, so dass die Rückgabe eine Lizenz braucht? Die "
    "Liste wurde nicht gelesen.",
    "La technologie figure-t-elle sur la liste marocaine, de sorte que le retour exige une licence ? Liste "
    "non lue.",
)


@rule(
    "morocco.law_42_18.way_back",
    cites=(LAW_42_18.cite("Art. 2(5), 8, 32"), DECREE_42_18.cite("Art. 8-10")),
    valid=since("2022-07-21"),
    gate=Gate.EXPORT_CONTROL,
    countries=("MA",),
    de="Wer gelistete Technologie aus Marokko zurücksendet, braucht womöglich eine marokkanische Lizenz.",
    fr="Renvoyer une technologie listée depuis le Maroc peut exiger une licence marocaine.",
)
def way_back(flow: Flow) -> Finding | None:
    """Sending listed technology back from Morocco may need a Moroccan licence."""
    if not flow.holds(Data.EXPORT_CONTROLLED, Data.MILITARY_LIST):
        return None
    if flow.results_return is None:
        return unknown("results_return", duties=(MOROCCAN_LICENCE.met(None),))
    return review(_IS_LISTED, MOROCCAN_LICENCE) if flow.results_return else allowed()
