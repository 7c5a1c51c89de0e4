"""What statuses of a company, their conditions and the questions of tax are called, in three languages."""

from __future__ import annotations

from collections.abc import Mapping

from jiwar.law.tax.corporate import CompanyStatus
from jiwar.law.tax.statement import Statement
from jiwar.law.wording import Words

STATUS_NAMES: Mapping[CompanyStatus, Words] = {
    CompanyStatus.ORDINARY: Words("ordinary company", "gewöhnliche Gesellschaft", "société ordinaire"),
    CompanyStatus.OUTSOURCING: Words(
        "outsourcing company", "Auslagerungsunternehmen", "société d’outsourcing"
    ),
    CompanyStatus.ACCELERATION_ZONE: Words(
        "industrial acceleration zone", "industrielle Beschleunigungszone", "zone d’accélération industrielle"
    ),
    CompanyStatus.FINANCE_CITY: Words(
        "Casablanca Finance City", "Casablanca Finance City", "Casablanca Finance City"
    ),
}

STATUS_CONDITIONS: Mapping[CompanyStatus, Words] = {
    CompanyStatus.ORDINARY: Words("none", "keine", "aucune"),
    CompanyStatus.OUTSOURCING: Words(
        "activity of the circular, exempt for five years; State share until 2030",
        "Tätigkeit des Rundschreibens, fünf Jahre befreit; Staatsanteil bis 2030",
        "activité de la circulaire, exonérée cinq ans ; part de l’État jusqu’en 2030",
    ),
    CompanyStatus.ACCELERATION_ZONE: Words(
        "seat in a zone whose list admits the activity; pure services not automatically",
        "Sitz in einer Zone, deren Liste die Tätigkeit zulässt; reine Dienste nicht ohne Weiteres",
        "siège dans une zone dont la liste admet l’activité ; pas d’office pour de purs services",
    ),
    CompanyStatus.FINANCE_CITY: Words(
        "status granted: professional services or regional seat, not ordinary engineering",
        "Status verliehen: Beratung oder Regionalsitz, nicht gewöhnliche Entwicklung",
        "statut accordé : services professionnels ou siège régional, pas l’ingénierie ordinaire",
    ),
}

QUESTIONS: Mapping[str, Words] = {
    "status": Words(
        "Which status will the company have? The ordinary one is counted until somebody answers.",
        "Welchen Status wird die Gesellschaft haben? Bis zur Antwort wird der gewöhnliche gezählt.",
        "Quel statut aura la société ? Le statut ordinaire est compté tant que personne ne répond.",
    ),
    "margin_is_an_assumption": Words(
        "Which margin does a study of comparable companies bear? No safe harbour is published.",
        "Welchen Aufschlag trägt eine Vergleichsstudie? Ein anerkannter Satz ist nicht veröffentlicht.",
        "Quelle marge une étude de comparables soutient-elle ? Aucun taux admis n’est publié.",
    ),
    "support_kept": Words(
        "Does support stay with the company, as counted here, or does it lower what is invoiced?",
        "Bleibt die Förderung wie hier gezählt in der Gesellschaft, oder mindert sie die Rechnung?",
        "L’aide reste-t-elle dans la société, comme compté ici, ou réduit-elle ce qui est facturé ?",
    ),
    "treaty_cap_on_dividends": Words(
        "Does article 10 of the treaty cap the withholding on dividends? It was not read.",
        "Begrenzt Artikel 10 des Abkommens die Quellensteuer auf Dividenden? Er wurde nicht gelesen.",
        "L’article 10 de la convention plafonne-t-il la retenue sur dividendes ? Il n’a pas été lu.",
    ),
    "outsourcing_exemption_start": Words(
        "When do the five exempt years begin? Counted from the first year with costs.",
        "Wann beginnen die fünf befreiten Jahre? Gezählt ab dem ersten Jahr mit Kosten.",
        "Quand commencent les cinq ans d’exonération ? Comptés dès la première année de coûts.",
    ),
    "outsourcing_solidarity": Words(
        "Is the solidarity contribution due in the exempt years? It is counted.",
        "Ist der Solidaritätsbeitrag in den befreiten Jahren fällig? Er wird gezählt.",
        "La contribution de solidarité est-elle due pendant l’exonération ? Elle est comptée.",
    ),
    "outsourcing_high_profit_rate": Words(
        "Which rate holds from 100 million dirhams of profit?",
        "Welcher Satz gilt ab 100 Millionen Dirham Gewinn?",
        "Quel taux s’applique dès 100 millions de dirhams de bénéfice ?",
    ),
    "zone_admits_services": Words(
        "Does the list of the zone admit the service?",
        "Lässt die Liste der Zone die Dienstleistung zu?",
        "La liste de la zone admet-elle le service ?",
    ),
    "finance_city_status": Words(
        "Will Casablanca Finance City grant its status to this activity?",
        "Verleiht Casablanca Finance City dieser Tätigkeit den Status?",
        "Casablanca Finance City accordera-t-elle son statut à cette activité ?",
    ),
    "used_outside_morocco": Words(
        "Are the services used outside Morocco? Otherwise they bear 20 % VAT.",
        "Werden die Leistungen außerhalb Marokkos genutzt? Sonst tragen sie 20 % Mehrwertsteuer.",
        "Les services sont-ils utilisés hors du Maroc ? Sinon ils supportent 20 % de TVA.",
    ),
    "invoiced_to_foreign_client": Words(
        "Are they invoiced to the foreign client?",
        "Werden sie dem ausländischen Kunden berechnet?",
        "Sont-ils facturés au client étranger ?",
    ),
    "paid_in_currency": Words(
        "Are they paid in foreign currency?", "Werden sie in Devisen bezahlt?", "Sont-ils payés en devises ?"
    ),
    "joint_stock_company": Words(
        "Is the company a joint-stock company (SA)? A SARL does not fit the treaty's wording.",
        "Ist sie eine Aktiengesellschaft (SA)? Eine SARL passt nicht zum Wortlaut des Abkommens.",
        "La société est-elle une SA ? Une SARL ne répond pas aux termes de la convention.",
    ),
    "voting_share": Words(
        "Does the German company hold at least 25 % of the votes directly?",
        "Hält die deutsche Gesellschaft unmittelbar mindestens 25 % der Stimmen?",
        "La société allemande détient-elle directement au moins 25 % des voix ?",
    ),
    "active_income": Words(
        "Does its income come almost only from services within Morocco?",
        "Stammen ihre Einkünfte fast nur aus Dienstleistungen in Marokko?",
        "Ses revenus viennent-ils presque uniquement de services rendus au Maroc ?",
    ),
    "works_only_for_transferor": Words(
        "Does the unit work only for the company that hands work over? If not, what is the transfer package worth?",
        "Arbeitet die Einheit nur für die abgebende Gesellschaft? Wenn nicht, was ist das Transferpaket wert?",
        "L’unité travaille-t-elle seulement pour la société cédante ? Sinon, que vaut le lot transféré ?",
    ),
    "gross_assets_mad": Words(
        "Do gross assets reach 50 million dirhams? Then both transfer-pricing files are due below that turnover too.",
        "Erreicht das Bruttovermögen 50 Millionen Dirham? Dann sind beide Verrechnungspreisakten auch darunter fällig.",
        "Les actifs bruts atteignent-ils 50 millions de dirhams ? Alors les deux dossiers sont dus en deçà aussi.",
    ),
    "fees_to_parent_mad": Words(
        "Which fees will the parent invoice to Morocco? 10 % is withheld from them.",
        "Welche Leistungen berechnet die Mutter nach Marokko? 10 % werden davon einbehalten.",
        "Quelles prestations la mère facturera-t-elle au Maroc ? 10 % en sont retenus.",
    ),
    "research_wages_eur": Words(
        "On which research wages a year is the allowance claimed at home today?",
        "Für welche Forschungslöhne im Jahr wird die Zulage zu Hause heute beansprucht?",
        "Sur quels salaires de recherche par an le crédit est-il demandé aujourd’hui en Allemagne ?",
    ),
    "moved_research_wages_eur": Words(
        "How much of these wages moves, in a full year?",
        "Wie viel dieser Löhne wird verlagert, in einem vollen Jahr?",
        "Quelle part de ces salaires est transférée, en année pleine ?",
    ),
    "german_sme": Words(
        "Does the company claim the higher rate of small companies?",
        "Beansprucht das Unternehmen den höheren Satz für kleine Unternehmen?",
        "L’entreprise demande-t-elle le taux majoré des petites entreprises ?",
    ),
    "redundancy": Words(
        "What would redundancies cost? Social plans were not researched: an assumption.",
        "Was würden Entlassungen kosten? Sozialpläne wurden nicht untersucht: eine Annahme.",
        "Que coûteraient des licenciements ? Les plans sociaux n’ont pas été étudiés : une hypothèse.",
    ),
    "german_profit_tax": Words(
        "Which tax at home falls on the lower costs? It is not computed.",
        "Welche Steuer fällt zu Hause auf die geringeren Kosten? Sie wird nicht berechnet.",
        "Quel impôt pèse en Allemagne sur la baisse des coûts ? Il n’est pas calculé.",
    ),
}


def _possible(found: Statement) -> tuple[CompanyStatus, ...]:
    """Return the status that was chosen, or all while nobody has chosen."""
    return tuple(found.views) if found.figures.status is None else (found.status,)


_OF_CONTRACTS = frozenset(
    {
        *("works_only_for_transferor", "joint_stock_company", "voting_share", "active_income"),
        *("used_outside_morocco", "invoiced_to_foreign_client", "paid_in_currency"),
        *("gross_assets_mad", "fees_to_parent_mad"),
    }
)
"""Questions on contracts and papers, which change no amount of the statement."""


def questions_of(found: Statement, *, amounts_only: bool = False) -> tuple[Words, ...]:
    """Return everything that is still to be answered, each question once, the heavy ones first.

    ``amounts_only`` leaves out those on contracts and papers, which the statement answers without an amount.
    """
    figures, said = found.figures, found.figures.answers
    keys = [
        *(("status",) if figures.status is None else ()),
        *(q for one in _possible(found) for q in found.views[one].questions),
        *(("support_kept",) if figures.total_support_mad.any() else ()),
        *found.allowance.missing,
        *found.transfer.missing,
        *(("redundancy",) if figures.redundancy_eur is None else ()),
        *found.treaty.missing,
        *found.vat.missing,
        *(() if found.papers_sure else ("gross_assets_mad",)),
        *(("fees_to_parent_mad",) if said.fees_to_parent_mad is None else ()),
        "german_profit_tax",
    ]
    left_out = _OF_CONTRACTS if amounts_only else frozenset()
    return tuple(QUESTIONS[key] for key in dict.fromkeys(keys) if key not in left_out)
