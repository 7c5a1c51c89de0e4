"""The register entries of state support: every scheme, cited, dated, with its confidence."""

from __future__ import annotations

from jiwar.law.payroll.money_rule import authority, background, money_rule, primary, secondary
from jiwar.law.support import charter, offshoring, primable, provinces, sme, training

_DECREE = primary(
    "Decree 2-23-1",
    "art. 1",
    "https://phoenix-web-ei2.pages.dev/fr/bulletin-officiel/edition-generale/7174",
)
_GOVERNMENT = authority("Decree 2-23-1", "arts. 6 and 7", "https://www.cg.gov.ma/en/node/11057")
_CASAINVEST = authority("Investment Charter", "premiums", "https://casainvest.ma/tf/node/515")
_OBSERVATEUR = secondary("Decree 2-23-1", "art. 7", "https://maghress.com/fr/lobservateur/205950")
_SIMULATOR = background("Third-party simulator", "source code, not an authority", "")
_LISTS = (
    secondary(
        "Order of the Head of Government on provinces",
        "categories A and B",
        "https://librentreprise.ma/2023/03/21/charte-de-linvestissement-la-liste-des-provinces-categorisees-a-et-b",
    ),
    secondary(
        "Investment Charter",
        "15 provinces without premium",
        "https://lematin.ma/express/2023/charte-linvestissement-lamdie-publie-ouvrage-simplifie/390456.html",
    ),
)
_MEDIAS24 = secondary(
    "Decree 2-23-1",
    "main points",
    "https://medias24.com/2023/01/26/les-principaux-points-du-decret-dapplication-de-la-charte-de-linvestissement/",
)
_CHARTER = f"@{charter.START}"

money_rule(
    f"ma.charter.eligibility{_CHARTER}",
    (charter.ROUTE_ONE_INVESTMENT_MAD, charter.ROUTE_ONE_JOBS, charter.ROUTE_TWO_JOBS),
    cited=(_GOVERNMENT, _MEDIAS24),
    en="A private investor's project is eligible with 50 million dirhams and 50 stable jobs, or with 150 "
    "stable jobs.",
    de="Das Vorhaben eines privaten Investors ist förderfähig mit 50 Millionen Dirham und 50 festen "
    "Stellen oder mit 150 festen Stellen.",
    fr="Le projet d’un investisseur privé est éligible avec 50 millions de dirhams et 50 emplois stables, "
    "ou avec 150 emplois stables.",
)
money_rule(
    f"ma.charter.primable{_CHARTER}",
    (primable.LAND_SHARE_LIMIT, primable.MOST_YEARS_OF_RENT),
    cited=(_DECREE, _SIMULATOR),
    low_confidence=True,
    en="Premiums are computed on the investment without tax; public land does not count, private land up "
    "to 20 %.",
    de="Prämien werden auf die Investition ohne Steuern berechnet; öffentliches Land zählt nicht, privates "
    "bis 20 %.",
    fr="Les primes se calculent sur l’investissement hors taxes ; le foncier public ne compte pas, le "
    "privé jusqu’à 20 %.",
)
money_rule(
    f"ma.charter.jobs{_CHARTER}",
    charter.JOB_BANDS,
    cited=(
        _CASAINVEST,
        secondary(
            "Decree 2-23-1",
            "art. 7: more than one job per million",
            "https://aujourdhui.ma/economie/charte-de-linvestissement-les-dispositifs-de-soutien-exposes-au-patronat",
        ),
        _SIMULATOR,
    ),
    low_confidence=True,
    en="More than 1, 1.5 and 3 stable jobs per million dirhams earn 5, 7 and 10 % of the primable amount.",
    de="Mehr als 1, 1,5 und 3 feste Stellen je Million Dirham bringen 5, 7 und 10 % des prämienfähigen "
    "Betrags.",
    fr="Plus de 1, 1,5 et 3 emplois stables par million de dirhams donnent 5, 7 et 10 % du montant primable.",
)
money_rule(
    f"ma.charter.gender{_CHARTER}",
    (charter.GENDER_SHARE, charter.GENDER_RATE),
    cited=(_OBSERVATEUR,),
    en="A share of women in the wage bill above 30 % earns 3 % of the primable amount.",
    de="Ein Frauenanteil an der Lohnsumme über 30 % bringt 3 % des prämienfähigen Betrags.",
    fr="Une masse salariale féminine supérieure à 30 % donne 3 % du montant primable.",
)
money_rule(
    f"ma.charter.trades{_CHARTER}",
    charter.TRADES_RATE,
    cited=(
        secondary(
            "Decree 2-23-1",
            "art. 7; order of March 2023",
            "https://lematin.ma/express/2023/soutien-linvestissement-cap-fixe/387967/amp",
        ),
        _SIMULATOR,
    ),
    en="Activities on the list of trades of the future earn 3 % of the primable amount; the commission "
    "classifies them.",
    de="Tätigkeiten auf der Liste der Zukunftsberufe bringen 3 % des prämienfähigen Betrags; die "
    "Kommission ordnet sie ein.",
    fr="Les métiers d’avenir de la liste donnent 3 % du montant primable ; la commission les classe.",
)
money_rule(
    f"ma.charter.sustainable{_CHARTER}",
    charter.SUSTAINABLE_RATE,
    cited=(_CASAINVEST, _SIMULATOR),
    low_confidence=True,
    en="Sustainable projects earn 3 % of the primable amount; the criteria read are not official.",
    de="Nachhaltige Vorhaben bringen 3 % des prämienfähigen Betrags; die gelesenen Kriterien sind nicht "
    "amtlich.",
    fr="Les projets durables donnent 3 % du montant primable ; les critères lus ne sont pas officiels.",
)
money_rule(
    f"ma.charter.integration{_CHARTER}",
    charter.INTEGRATION_THRESHOLDS,
    cited=(_GOVERNMENT,),
    en="Industrial projects with 20 % (food, pharmacy, medical supplies) or 40 % local integration earn 3 %.",
    de="Industrievorhaben mit 20 % (Lebensmittel, Arznei, Medizinbedarf) oder 40 % örtlicher Wertschöpfung "
    "bringen 3 %.",
    fr="Les projets industriels à 20 % (agroalimentaire, pharmacie, médical) ou 40 % d’intégration locale "
    "donnent 3 %.",
)
money_rule(
    f"ma.charter.territory{_CHARTER}",
    tuple((province.name, province.category.value) for province in provinces.PROVINCES),
    cited=_LISTS,
    en="Projects in 36 provinces of category A earn 10 %, in 24 of category B 15 %, elsewhere nothing.",
    de="Vorhaben in 36 Provinzen der Kategorie A bringen 10 %, in 24 der Kategorie B 15 %, sonst nichts.",
    fr="Les projets dans 36 provinces de catégorie A donnent 10 %, dans 24 de catégorie B 15 %, ailleurs "
    "rien.",
)
money_rule(
    f"ma.charter.sector{_CHARTER}",
    charter.SECTOR_RATE,
    cited=(_CASAINVEST,),
    en="Priority sectors, outsourcing and digital among them, earn 5 % of the primable amount.",
    de="Vorrangige Branchen, darunter Auslagerung und Digitales, bringen 5 % des prämienfähigen Betrags.",
    fr="Les secteurs prioritaires, dont l’outsourcing et le numérique, donnent 5 % du montant primable.",
)
money_rule(
    f"ma.charter.cap{_CHARTER}",
    (charter.CAP_RATE, charter.RENEWABLE_CEILING_MAD),
    cited=(_MEDIAS24,),
    en="All premiums together stay within 30 % of the primable amount, for renewable energy within 30 "
    "million dirhams.",
    de="Alle Prämien zusammen bleiben bei höchstens 30 % des prämienfähigen Betrags, bei erneuerbarer "
    "Energie bei 30 Millionen Dirham.",
    fr="Le cumul des primes est plafonné à 30 % du montant primable, à 30 millions de dirhams pour "
    "l’énergie renouvelable.",
)
money_rule(
    f"ma.charter.strategic{_CHARTER}",
    charter.STRATEGIC_INVESTMENT_MAD,
    cited=(
        authority(
            "Decree 2-23-1",
            "strategic projects",
            "https://investmentpolicy.unctad.org/investment-policy-monitor/measures/4187/defines-a-new-investment-support-regime",
        ),
    ),
    en="From 2,000 million dirhams a project of strategic interest negotiates its support in the convention.",
    de="Ab 2.000 Millionen Dirham handelt ein strategisches Vorhaben seine Förderung in der Vereinbarung "
    "aus.",
    fr="À partir de 2 000 millions de dirhams, un projet stratégique négocie son soutien dans la convention.",
)

_SME_TEXT = secondary(
    "Decree 2-25-342; orders 3-51-25 to 3-54-25",
    "",
    "https://www.cielmaroc.ma/actualites/modalites-dapplication-du-decret-n-2-25-342-publication-des-quatre-arretes-relatifs-au-dispositif-de-soutien-destine-aux-tpme",
)
_SME_PRESS = secondary(
    "Decree 2-25-342",
    "premiums",
    "https://medias24.com/2025/04/11/soutien-aux-tpme-un-plafond-de-30-de-linvestissement-primable/",
)
_SME = f"@{sme.START}"
money_rule(
    f"ma.sme.company{_SME}",
    (sme.LEAST_TURNOVER_MAD, sme.TURNOVER_LIMIT_MAD, sme.HOLDER_SHARE_LIMIT, sme.HOLDER_TURNOVER_LIMIT_MAD),
    cited=(_SME_TEXT, secondary("Decree 2-25-342", "new companies", "https://librentreprise.ma/?p=27099")),
    en="A small or medium company turns over less than 200 million dirhams and is not held by more than 25 "
    "% by a company that turns over more.",
    de="Ein kleines oder mittleres Unternehmen setzt unter 200 Millionen Dirham um und gehört nicht zu "
    "mehr als 25 % einem mit mehr Umsatz.",
    fr="Une TPME réalise moins de 200 millions de dirhams et n’est pas détenue à plus de 25 % par une "
    "société qui en réalise davantage.",
)
money_rule(
    f"ma.sme.project{_SME}",
    (sme.LEAST_INVESTMENT_MAD, sme.INVESTMENT_LIMIT_MAD, sme.LEAST_RATIO, sme.LEAST_OWN_FUNDS),
    cited=(_SME_PRESS, secondary("Decree 2-25-342", "project", "https://www.lebrief.ma/?p=100129774")),
    en="The project invests from 1 to below 50 million dirhams, creates 1.5 stable jobs per million and "
    "brings 10 % own funds.",
    de="Das Vorhaben investiert ab 1 bis unter 50 Millionen Dirham, schafft 1,5 feste Stellen je Million "
    "und bringt 10 % Eigenmittel.",
    fr="Le projet investit de 1 à moins de 50 millions de dirhams, crée 1,5 emploi stable par million et "
    "apporte 10 % de fonds propres.",
)
money_rule(
    f"ma.sme.premiums{_SME}",
    (sme.JOB_FLOOR, sme.JOB_BANDS, sme.PRIORITY_RATE, sme.CAP_RATE),
    cited=(_SME_PRESS, secondary("Decree 2-25-342", "premiums", "https://www.lebrief.ma/?p=100129774")),
    en="Jobs earn 5, 7 or 10 %, the province 10 or 15 %, a priority activity 10 %, together at most 30 %.",
    de="Stellen bringen 5, 7 oder 10 %, die Provinz 10 oder 15 %, eine vorrangige Tätigkeit 10 %, zusammen "
    "höchstens 30 %.",
    fr="L’emploi donne 5, 7 ou 10 %, la province 10 ou 15 %, une activité prioritaire 10 %, au plus 30 % "
    "ensemble.",
)
money_rule(
    f"ma.sme.payment{_SME}",
    "after realisation",
    cited=(
        secondary(
            "Decree 2-25-342",
            "payment",
            "https://www.aymazadvisoryfirm.com/articles/nouveau-dispositif-de-soutien-aux-tpme-un-m%C3%A9canisme-de-primes-modulables-territorialis%C3%A9",
        ),
    ),
    en="The grant is paid only after the commitments have been realised; a second one only after the first "
    "is met.",
    de="Gezahlt wird erst, wenn die Zusagen erfüllt sind; ein zweiter Zuschuss erst nach Erfüllung des "
    "ersten.",
    fr="Le paiement n’intervient qu’après réalisation des engagements ; une deuxième aide après "
    "l’exécution de la première.",
)

_CIRCULAR = secondary(
    "Circular of the Head of Government on the offshoring offer (November 2025)",
    "",
    "https://ecoactu.ma/circulaire-relative-a-la-mise-en-oeuvre-de-loffre-offshoring",
)
_OFFER = secondary(
    "Offshoring offer",
    "summary sheet",
    "https://moroccogamingindustry.ma/support-incentives/morocco-offer",
)
_AGENCY = secondary("Offshoring offer", "", "https://reportify.ai/news/1191497899209527296")
_OFFSHORING = "@2025-07-01"
money_rule(
    f"ma.offshoring.branches{_OFFSHORING}",
    (offshoring.STARTS, offshoring.END),
    valid_to=offshoring.END,
    cited=(_CIRCULAR, secondary("Circular, duration", "", "https://www.lebrief.ma/?p=100131468")),
    en="From 1 July 2025 to 31 December 2030 five branches are supported: CRM, BPO, ITO, ESO and KPO.",
    de="Vom 1. Juli 2025 bis 31. Dezember 2030 werden fünf Sparten gefördert: CRM, BPO, ITO, ESO und KPO.",
    fr="Du 1er juillet 2025 au 31 décembre 2030, cinq branches sont soutenues : CRM, BPO, ITO, ESO et KPO.",
)
money_rule(
    f"ma.offshoring.income-tax-cap{_OFFSHORING}",
    (offshoring.MAIN_CAP, offshoring.OTHER_CAP, provinces.PARKS),
    valid_to=offshoring.END,
    cited=(secondary("Circular, AIR", "", "https://www.maghress.com/fr/hespressfr/451067"), _OFFER),
    en="The State pays income tax above 20 % of gross pay in Casanearshore and Technopolis, above 10 % in "
    "the other parks and in regions without one.",
    de="Der Staat zahlt die Lohnsteuer über 20 % des Bruttolohns in Casanearshore und Technopolis, über 10 "
    "% in den anderen Parks und in Regionen ohne Park.",
    fr="L’État prend en charge l’IR au-delà de 20 % du brut à Casanearshore et Technopolis, de 10 % dans "
    "les autres parcs et les régions sans parc.",
)
money_rule(
    f"ma.offshoring.employment-premium{_OFFSHORING}",
    (offshoring.EMPLOYMENT_RATE, offshoring.EMPLOYMENT_MONTHS),
    valid_to=offshoring.END,
    cited=(
        secondary(
            "Circular, PAE",
            "",
            "https://en.expresstv.ma/2025/11/the-government-adopts-a-new-grant-to-support-employment-and-enhance-moroccos-attractiveness-in-the-outsourcing-sector",
        ),
        _AGENCY,
    ),
    en="Every new stable job earns 17 % of a year's taxable gross pay once its holder has stayed 18 months.",
    de="Jede neue feste Stelle bringt 17 % eines steuerpflichtigen Jahresbruttos, wenn die Person 18 "
    "Monate bleibt.",
    fr="Chaque nouvel emploi stable donne 17 % du brut imposable annuel si la personne reste 18 mois.",
)
money_rule(
    f"ma.offshoring.training-premium{_OFFSHORING}",
    (offshoring.TRAINING_RATE, offshoring.TRAINING_YEARS),
    valid_to=offshoring.END,
    cited=(secondary("Circular, PAF", "", "https://www.maghress.com/fr/lavieeco/435101"), _OFFER, _AGENCY),
    en="Each Moroccan recruit earns 3.5 % of taxable gross pay a year during the first five years.",
    de="Jede marokkanische Neueinstellung bringt fünf Jahre lang 3,5 % des steuerpflichtigen Jahresbruttos.",
    fr="Chaque recrue marocaine donne 3,5 % du brut imposable par an pendant les cinq premières années.",
)

_UNDATED = f"@{training.KNOWN_FROM}"
money_rule(
    f"ma.ofppt.contracts{_UNDATED}",
    (training.CONTRACT_PLANNED_RATE, training.CONTRACT_UNPLANNED_RATE),
    low_confidence=True,
    cited=(
        secondary(
            "OFPPT special training contracts",
            "",
            "https://ecosystemeperformance.com/nous-connaitre-189/ofppt-csf",
        ),
    ),
    en="Up to 70 % of planned and 40 % of unplanned training is refunded, within a ceiling set by the "
    "training tax paid.",
    de="Bis zu 70 % geplanter und 40 % ungeplanter Weiterbildung werden erstattet, bis zu einer Grenze "
    "nach gezahlter Bildungsabgabe.",
    fr="Jusqu’à 70 % des formations planifiées et 40 % des non planifiées sont remboursés, sous un plafond "
    "lié à la TFP payée.",
)
money_rule(
    f"ma.anapec.integration{_UNDATED}",
    (training.INTEGRATION_PAY_LIMIT_MAD_PER_MONTH, training.INTEGRATION_MONTHS_PAID),
    low_confidence=True,
    cited=(
        authority(
            "ANAPEC integration contract",
            "",
            "https://fesmeknesinvest.ma/incitations/dispositif-des-contrats-dinsertion-ci-version-amelioree",
        ),
    ),
    en="For trainees paid up to 6,000 dirhams a month who are then hired the State pays a year of employer "
    "charges.",
    de="Für Praktikanten bis 6.000 Dirham im Monat, die dann eingestellt werden, zahlt der Staat ein Jahr "
    "Arbeitgeberabgaben.",
    fr="Pour les stagiaires payés jusqu’à 6 000 dirhams par mois puis embauchés, l’État paie un an de "
    "charges patronales.",
)
money_rule(
    f"ma.charter.import-relief{_CHARTER}",
    (charter.ROUTE_ONE_INVESTMENT_MAD, 36, 24),
    cited=(
        authority(
            "Code général des impôts",
            "arts. 92-I-6° and 123-22°-b",
            "https://micepp.gov.ma/fr/le-ministere/centre-daide/faq",
        ),
        authority("Incentives", "customs and VAT", "https://www.rabatinvest.ma/en/incentives/"),
    ),
    en="From 50 million dirhams under a convention capital goods are free of import duty and VAT for 36 "
    "months.",
    de="Ab 50 Millionen Dirham mit Vereinbarung sind Investitionsgüter 36 Monate frei von Zoll und "
    "Mehrwertsteuer.",
    fr="Dès 50 millions de dirhams sous convention, les biens d’équipement sont exonérés de droits et de "
    "TVA 36 mois.",
)
money_rule(
    f"ma.charter.regional{_CHARTER}",
    "manual input",
    cited=(
        secondary(
            "Investment Charter",
            "combination with regional aid",
            "https://www.h24info.ma/le-gouvernement-ambitionne-de-booster-lattractivite-economique-des-regions/",
        ),
        secondary(
            "Region Fès-Meknès, November 2023",
            "example of fitting-out aid",
            "https://www.yabiladi.com/articles/details/144259/offshoring-capgemini-cnexia-s-installent-shore.html",
        ),
    ),
    en="Regions may add support of their own to the main scheme; what they give is agreed case by case.",
    de="Regionen können die Hauptregelung um eigene Hilfen ergänzen; sie werden im Einzelfall vereinbart.",
    fr="Les régions peuvent ajouter leurs propres aides au dispositif principal ; elles se conviennent au "
    "cas par cas.",
)
