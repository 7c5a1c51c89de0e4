"""Law 43-20: bringing means of encryption into Morocco is declared or authorised first."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Due, Duty, Finding, Owner, after_authorisation, unknown
from jiwar.law.flow import Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

LAW_43_20 = Statute(
    "Law 43-20 (Morocco)",
    "Trust services for electronic transactions",
    "https://www.dgssi.gov.ma/fr/loi-ndeg43-20-relative-aux-services-de-confiance-pour-les-transactions",
    Quality.PRIMARY,
    note="list of exempt means not read",
)

CRYPTO_DECLARATION = Duty(
    "encryption_declaration",
    Words(
        "Declare the means of encryption to the DGSSI, or get its authorisation; check the list of exempt "
        "means first.",
        "Verschlüsselungsmittel bei der DGSSI anmelden oder genehmigen lassen; zuvor die Liste der "
        "Ausnahmen prüfen.",
        "Déclarer les moyens de cryptologie à la DGSSI ou obtenir son autorisation ; vérifier d’abord les "
        "exemptions.",
    ),
    Owner.SECURITY_OFFICER,
    Due.THIRTY_DAYS_BEFORE,
    lead_months=1.0,
)


@rule(
    "morocco.law_43_20.encryption",
    cites=(LAW_43_20.cite("Art. 46-48, 66"),),
    valid=since("2020-12-31"),
    gate=Gate.EXPORT_CONTROL,
    countries=("MA",),
    de="Verschlüsselungsmittel werden vor der Einfuhr nach Marokko angemeldet oder genehmigt.",
    fr="Les moyens de cryptologie sont déclarés ou autorisés avant leur importation au Maroc.",
)
def encryption(flow: Flow) -> Finding | None:
    """Means of encryption are declared or authorised before they are brought into Morocco."""
    if flow.encryption_shipped is None:
        return unknown("encryption_shipped", duties=(CRYPTO_DECLARATION.met(None),))
    return after_authorisation(CRYPTO_DECLARATION) if flow.encryption_shipped else None
