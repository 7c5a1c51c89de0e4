"""What the lines of a pay slip and what is left out of it are called, in three languages."""

from __future__ import annotations

from collections.abc import Mapping

from jiwar.law.wording import Words

LINE_NAMES: Mapping[str, Words] = {
    "gross": Words("gross pay", "Bruttolohn", "salaire brut"),
    "net": Words("net pay", "Nettolohn", "salaire net"),
    "cost": Words("cost to the employer", "Kosten des Arbeitgebers", "coût pour l’employeur"),
    "pension": Words("pension", "Rentenversicherung", "retraite"),
    "unemployment": Words("unemployment", "Arbeitslosenversicherung", "chômage"),
    "health": Words("health", "Krankenversicherung", "maladie"),
    "care": Words("long-term care", "Pflegeversicherung", "dépendance"),
    "insolvency_levy": Words("insolvency levy", "Insolvenzgeldumlage", "cotisation insolvabilité"),
    "wage_tax": Words("wage tax", "Lohnsteuer", "impôt sur les salaires"),
    "solidarity_surcharge": Words("solidarity surcharge", "Solidaritätszuschlag", "supplément de solidarité"),
    "family_allowances": Words("family allowances", "Familienzulagen", "allocations familiales"),
    "short_term_benefits": Words(
        "short-term benefits with job loss", "Kurzfristige Leistungen mit Stellenverlust",
        "prestations à court terme avec IPE",
    ),
    "health_cover": Words("health cover (AMO)", "Krankenversicherung (AMO)", "AMO"),
    "training_tax": Words("training tax", "Ausbildungsabgabe", "taxe de formation professionnelle"),
    "professional_expenses": Words(
        "deducted for tax: professional expenses",
        "für die Steuer abgezogen: Werbungskosten",
        "déduit pour l’impôt : frais professionnels",
    ),
    "net_taxable": Words("net taxable pay", "zu versteuernder Lohn", "revenu net imposable"),
    "income_tax": Words("income tax", "Einkommensteuer", "impôt sur le revenu"),
    "supplementary_pension": Words(
        "supplementary pension (CIMR)", "Zusatzrente (CIMR)", "retraite complémentaire (CIMR)"
    ),
    "social_insurance": Words("social insurance", "Sozialversicherung", "assurance sociale"),
    "social_security": Words("social security", "Sozialversicherung", "sécurité sociale"),
    "common_contingencies": Words("common contingencies", "Allgemeine Risiken", "risques communs"),
    "intergenerational_equity": Words(
        "intergenerational equity", "Generationengerechtigkeit", "équité intergénérationnelle"
    ),
    "wage_guarantee": Words("wage guarantee", "Lohngarantie", "garantie des salaires"),
    "vocational_training": Words("vocational training", "Berufsbildung", "formation professionnelle"),
    "solidarity": Words("solidarity", "Solidaritätsbeitrag", "solidarité"),
    "funds_on_basic_pay": Words("funds on basic pay", "Fonds auf den Grundlohn", "fonds sur le salaire de base"),
    "disability": Words("disability", "Erwerbsminderung", "invalidité"),
    "work_accident": Words("work accidents", "Arbeitsunfälle", "accidents du travail"),
    "labour_fund": Words("labour fund", "Arbeitsfonds", "fonds du travail"),
    "guaranteed_benefits_fund": Words(
        "guaranteed benefits fund", "Fonds garantierter Leistungen", "fonds des prestations garanties"
    ),
    "work_insurance": Words("work insurance", "Arbeitsversicherung", "assurance du travail"),
    "job_loss_fund": Words("job-loss fund", "Fonds bei Stellenverlust", "fonds perte d’emploi"),
    "housing_fund": Words("housing fund", "Wohnungsfonds", "fonds du logement"),
    "short_term_risks": Words("short-term risks", "Kurzfristige Risiken", "risques à court terme"),
}  # fmt: skip
"""By the name of the line in the tables of law."""

LEFT_OUT_NAMES: Mapping[str, Words] = {
    one.en: one
    for one in (
        Words("levies U1 and U2", "Umlagen U1 und U2", "cotisations U1 et U2"),
        Words(
            "accident insurance (Berufsgenossenschaft)", "Unfallversicherung (Berufsgenossenschaft)",
            "assurance accidents (Berufsgenossenschaft)",
        ),
        Words("church tax", "Kirchensteuer", "impôt d’Église"),
        Words(
            "tax classes II, V and VI, allowances entered on request",
            "Steuerklassen II, V und VI, eingetragene Freibeträge",
            "classes d’impôt II, V et VI, abattements sur demande",
        ),
        Words(
            "private health insurance and individual additional rates",
            "private Krankenversicherung und eigene Zusatzbeiträge",
            "assurance maladie privée et taux additionnels propres",
        ),
        Words(
            "private work-accident insurance", "private Arbeitsunfallversicherung",
            "assurance privée des accidents du travail",
        ),
        Words(
            "supplementary pension (CIMR) when agreed", "Zusatzrente (CIMR), wenn vereinbart",
            "retraite complémentaire (CIMR), si convenue",
        ),
        Words(
            "work-accident premium (by activity)", "Unfallprämie (nach Tätigkeit)",
            "prime accidents du travail (selon l’activité)",
        ),
        Words("gratuity", "Abfindung nach Dienstjahren (gratuity)", "indemnité de service (gratuity)"),
        Words(
            "employee capital plan PPK (1.5 %) when the employee takes part",
            "Kapitalplan PPK (1,5 %), wenn der Beschäftigte teilnimmt",
            "plan de capital PPK (1,5 %), si le salarié participe",
        ),
        Words("work-accident insurance", "Arbeitsunfallversicherung", "assurance accidents du travail"),
        Words(
            "work-accident rate where it is not inside the 16.57 %",
            "Unfallsatz, wo er nicht in den 16,57 % enthalten ist",
            "taux accidents du travail hors des 16,57 %",
        ),
        Words(
            "reduction for punctual payers (not confirmed for 2026)",
            "Minderung für pünktliche Zahler (für 2026 nicht bestätigt)",
            "réduction pour paiement ponctuel (non confirmée pour 2026)",
        ),
    )
}  # fmt: skip
"""What a slip does not compute, by its English words."""
