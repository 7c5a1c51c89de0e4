"""What schemes, reasons, questions and payments are called, in English, German and French."""

from __future__ import annotations

from collections.abc import Mapping

from jiwar.law.wording import Words

TITLES: Mapping[str, Words] = {
    "ma.charter": Words(
        "Investment Charter, main scheme",
        "Investitionscharta, Hauptregelung",
        "Charte de l’investissement, dispositif principal",
    ),
    "ma.sme": Words("SME scheme", "Förderung kleiner Unternehmen", "Dispositif TPME"),
    "ma.offshoring.income_tax": Words(
        "Offshoring: income tax capped", "Offshoring: Lohnsteuer gedeckelt", "Offshoring : IR plafonné"
    ),
    "ma.offshoring.employment": Words(
        "Offshoring: employment premium", "Offshoring: Beschäftigungsprämie", "Offshoring : prime à l’emploi"
    ),
    "ma.offshoring.training": Words(
        "Offshoring: training premium", "Offshoring: Ausbildungsprämie", "Offshoring : prime à la formation"
    ),
    "ma.corporate_tax": Words(
        "Corporate tax: exemption and State share",
        "Körperschaftsteuer: Befreiung und Staatsanteil",
        "IS : exonération et part de l’État",
    ),
    "ma.import_relief": Words(
        "Import duty and VAT relief on equipment",
        "Zoll- und Mehrwertsteuerbefreiung für Ausrüstung",
        "Exonération de droits et de TVA sur l’équipement",
    ),
    "ma.ofppt": Words(
        "Training refunds (OFPPT)", "Weiterbildungserstattung (OFPPT)", "Contrats spéciaux de formation"
    ),
    "ma.anapec": Words(
        "Integration contract (ANAPEC)", "Eingliederungsvertrag (ANAPEC)", "Contrat d’insertion (ANAPEC)"
    ),
    "ma.regional": Words("Regional aid", "Regionalhilfe", "Aide régionale"),
    "de.research_allowance": Words(
        "German research allowance lost", "Verlorene Forschungszulage", "Crédit de recherche allemand perdu"
    ),
}

REASONS: Mapping[str, Words] = {
    "not_started": Words(
        "not in force yet on that day",
        "an diesem Tag noch nicht in Kraft",
        "pas encore en vigueur à cette date",
    ),
    "ended": Words("ended on 31 December 2030", "endete am 31. Dezember 2030", "terminé le 31 décembre 2030"),
    "charter_too_small": Words(
        "neither 50 million dirhams with 50 stable jobs nor 150 stable jobs",
        "weder 50 Millionen Dirham mit 50 festen Stellen noch 150 feste Stellen",
        "ni 50 millions de dirhams avec 50 emplois stables ni 150 emplois stables",
    ),
    "charter_agriculture": Words(
        "agriculture is excluded", "Landwirtschaft ist ausgeschlossen", "l’agriculture est exclue"
    ),
    "charter_public_enterprise": Words(
        "public enterprises are not investors",
        "öffentliche Unternehmen sind keine Investoren",
        "les entreprises publiques sont exclues",
    ),
    "sme_turnover": Words(
        "turnover outside 1 to 200 million dirhams",
        "Umsatz außerhalb 1 bis 200 Millionen Dirham",
        "chiffre d’affaires hors de 1 à 200 millions de dirhams",
    ),
    "sme_owner": Words(
        "more than 25 % held by a company with more than 200 million dirhams of turnover",
        "zu mehr als 25 % im Besitz eines Unternehmens mit über 200 Millionen Dirham Umsatz",
        "détenue à plus de 25 % par une société de plus de 200 millions de dirhams de chiffre d’affaires",
    ),
    "sme_public_holder": Words("a public holder", "ein öffentlicher Anteilseigner", "un actionnaire public"),
    "sme_investment": Words(
        "investment outside 1 to 50 million dirhams",
        "Investition außerhalb 1 bis 50 Millionen Dirham",
        "investissement hors de 1 à 50 millions de dirhams",
    ),
    "sme_ratio": Words(
        "fewer than 1.5 stable jobs per million dirhams",
        "weniger als 1,5 feste Stellen je Million Dirham",
        "moins de 1,5 emploi stable par million de dirhams",
    ),
    "sme_own_funds": Words(
        "own funds below 10 %", "Eigenmittel unter 10 %", "fonds propres inférieurs à 10 %"
    ),
    "sme_activity": Words(
        "activity not on the list of the region",
        "Tätigkeit nicht auf der Liste der Region",
        "activité absente de la liste régionale",
    ),
    "offshoring_branch": Words(
        "none of the five branches CRM, BPO, ITO, ESO, KPO",
        "keine der fünf Sparten CRM, BPO, ITO, ESO, KPO",
        "aucune des cinq branches CRM, BPO, ITO, ESO, KPO",
    ),
    "relief_too_small": Words(
        "investment below 50 million dirhams",
        "Investition unter 50 Millionen Dirham",
        "investissement inférieur à 50 millions de dirhams",
    ),
    "nothing_above_cap": Words(
        "pay is below where the cap bites",
        "der Lohn liegt unter der Wirkung der Grenze",
        "le salaire est sous le seuil où le plafond joue",
    ),
    "integration_pay": Words(
        "pay above 6,000 dirhams a month",
        "Lohn über 6.000 Dirham im Monat",
        "salaire supérieur à 6 000 dirhams par mois",
    ),
    "no_research_moved": Words(
        "no German research wages are moved",
        "keine deutschen Forschungslöhne verlagert",
        "aucun salaire de recherche allemand transféré",
    ),
}

QUESTIONS: Mapping[str, Words] = {
    "charter_gender": Words(
        "What share of the wage bill goes to women?",
        "Welcher Anteil der Lohnsumme geht an Frauen?",
        "Quelle part de la masse salariale revient aux femmes ?",
    ),
    "charter_trades": Words(
        "Is the activity on the list of trades of the future?",
        "Steht die Tätigkeit auf der Liste der Zukunftsberufe?",
        "L’activité figure-t-elle parmi les métiers d’avenir ?",
    ),
    "charter_trades_class": Words(
        "Will the commission class the activity among the trades of the future?",
        "Ordnet die Kommission die Tätigkeit den Zukunftsberufen zu?",
        "La commission classera-t-elle l’activité parmi les métiers d’avenir ?",
    ),
    "charter_sustainable": Words(
        "Does the project meet the sustainability criteria (not official as read)?",
        "Erfüllt das Vorhaben die Nachhaltigkeitskriterien (nicht amtlich gelesen)?",
        "Le projet remplit-il les critères de durabilité (lus hors source officielle) ?",
    ),
    "charter_integration": Words(
        "What is the rate of local integration?",
        "Wie hoch ist die örtliche Wertschöpfung?",
        "Quel est le taux d’intégration locale ?",
    ),
    "charter_strategic": Words(
        "Is it a strategic project, to be negotiated?",
        "Ist es ein strategisches Vorhaben mit Verhandlung?",
        "Est-ce un projet stratégique, à négocier ?",
    ),
    "charter_public_enterprise": Words(
        "Is the investor a public enterprise?",
        "Ist der Investor ein öffentliches Unternehmen?",
        "L’investisseur est-il une entreprise publique ?",
    ),
    "charter_approval": Words(
        "Will the regional or national commission approve the convention?",
        "Genehmigt die regionale oder nationale Kommission die Vereinbarung?",
        "La commission régionale ou nationale approuvera-t-elle la convention ?",
    ),
    "charter_stable_job": Words(
        "How long must a contract last to be a stable job? The definition was not found.",
        "Wie lange muss ein Vertrag für eine feste Stelle dauern? Die Definition wurde nicht gefunden.",
        "Quelle durée de contrat fait un emploi stable ? La définition n’a pas été trouvée.",
    ),
    "charter_payment": Words(
        "When is the premium paid, and when reclaimed? No schedule was found.",
        "Wann wird die Prämie gezahlt und wann zurückgefordert? Kein Zeitplan gefunden.",
        "Quand la prime est-elle versée, quand est-elle reprise ? Aucun calendrier trouvé.",
    ),
    "sme_turnover": Words(
        "Turnover and age of the company?",
        "Umsatz und Alter des Unternehmens?",
        "Chiffre d’affaires et âge de la société ?",
    ),
    "sme_owner": Words(
        "Who holds more than 25 %, with what turnover?",
        "Wer hält mehr als 25 %, mit welchem Umsatz?",
        "Qui détient plus de 25 %, avec quel chiffre d’affaires ?",
    ),
    "sme_public_holder": Words(
        "Does a public body hold shares?",
        "Hält eine öffentliche Stelle Anteile?",
        "Une personne publique est-elle actionnaire ?",
    ),
    "sme_own_funds": Words(
        "What share of own funds?", "Welcher Anteil Eigenmittel?", "Quelle part de fonds propres ?"
    ),
    "sme_activity": Words(
        "Is the activity on the list of the region?",
        "Steht die Tätigkeit auf der Liste der Region?",
        "L’activité est-elle sur la liste régionale ?",
    ),
    "sme_priority": Words(
        "Is it a priority activity of the region?",
        "Ist es eine vorrangige Tätigkeit der Region?",
        "Est-ce une activité prioritaire de la région ?",
    ),
    "sme_approval": Words(
        "Is there budget left (first come, first served)?",
        "Ist noch Budget da (nach Eingang)?",
        "Reste-t-il du budget (premier arrivé, premier servi) ?",
    ),
    "sme_payment": Words(
        "When will the commitments have been realised?",
        "Wann sind die Zusagen erfüllt?",
        "Quand les engagements seront-ils réalisés ?",
    ),
    "offshoring_pay": Words(
        "What gross pay a year?", "Welcher Bruttolohn im Jahr?", "Quel salaire brut annuel ?"
    ),
    "offshoring_place": Words(
        "Does the cap apply outside the park of a region that has one?",
        "Gilt die Grenze außerhalb des Parks einer Region mit Park?",
        "Le plafond vaut-il hors du parc d’une région qui en a un ?",
    ),
    "offshoring_relief": Words(
        "Is pay agreed net of tax? Otherwise the relief is the employees', not the company's.",
        "Ist der Lohn netto vereinbart? Sonst kommt die Entlastung den Beschäftigten zu, nicht dem Unternehmen.",
        "La paie est-elle convenue nette d’impôt ? Sinon l’allègement revient aux salariés, non à l’entreprise.",
    ),
    "offshoring_leaving": Words(
        "What share of recruits leaves each year?",
        "Welcher Anteil geht jedes Jahr?",
        "Quelle part des recrues part chaque année ?",
    ),
    "offshoring_moroccans": Words(
        "What share of recruits is Moroccan?",
        "Welcher Anteil der Neuen ist marokkanisch?",
        "Quelle part des recrues est marocaine ?",
    ),
    "offshoring_export_share": Words(
        "What least export share and size does the manual ask?",
        "Welchen Mindestexport und welche Größe verlangt das Handbuch?",
        "Quelle part d’export et quelle taille le manuel exige-t-il ?",
    ),
    "offshoring_baseline": Words(
        "From which number of jobs do new ones count?",
        "Ab welchem Bestand zählen neue Stellen?",
        "À partir de quel effectif compte-t-on les emplois nouveaux ?",
    ),
    "offshoring_committee": Words(
        "Will the technical committee admit the company?",
        "Lässt der Fachausschuss das Unternehmen zu?",
        "Le comité technique admettra-t-il la société ?",
    ),
    "tax_profit": Words(
        "What taxable profit a year?",
        "Welcher steuerpflichtige Gewinn im Jahr?",
        "Quel bénéfice imposable par an ?",
    ),
    "tax_exemption_start": Words(
        "When do the five exempt years begin?",
        "Wann beginnen die fünf befreiten Jahre?",
        "Quand commencent les cinq ans d’exonération ?",
    ),
    "relief_amount": Words(
        "Which equipment is imported, at which duty?",
        "Welche Ausrüstung wird mit welchem Zoll eingeführt?",
        "Quel équipement importé, à quel droit ?",
    ),
    "training_cost": Words(
        "What planned training cost a year?",
        "Welche geplanten Weiterbildungskosten im Jahr?",
        "Quel coût annuel de formation planifiée ?",
    ),
    "training_ceiling": Words(
        "Which ceiling follows from the training tax paid? The table was not found.",
        "Welche Grenze folgt aus der Bildungsabgabe? Die Tabelle wurde nicht gefunden.",
        "Quel plafond découle de la TFP payée ? Le barème n’a pas été trouvé.",
    ),
    "integration_trainees": Words(
        "How many hires come from such traineeships?",
        "Wie viele Einstellungen kommen aus solchen Praktika?",
        "Combien d’embauches viennent de ces stages ?",
    ),
    "undated": Words(
        "Is this still in force? The page read has no date.",
        "Gilt das noch? Die gelesene Seite ist ohne Datum.",
        "Est-ce encore en vigueur ? La page lue est sans date.",
    ),
    "regional_offer": Words(
        "What does the region offer? Nothing is published; enter the offer.",
        "Was bietet die Region? Nichts ist veröffentlicht; Angebot eintragen.",
        "Que propose la région ? Rien n’est publié ; saisir l’offre.",
    ),
    "research_wages": Words(
        "Which research wages with allowance would move?",
        "Welche geförderten Forschungslöhne würden verlagert?",
        "Quels salaires de recherche aidés seraient transférés ?",
    ),
}

PAID: Mapping[str, Words] = {
    "ma.charter": Words(
        "not published; plan with years 3 to 5",
        "nicht veröffentlicht; mit den Jahren 3 bis 5 planen",
        "non publié ; prévoir les années 3 à 5",
    ),
    "ma.sme": Words(
        "after the commitments are realised",
        "nach Erfüllung der Zusagen",
        "après réalisation des engagements",
    ),
    "ma.offshoring.income_tax": Words(
        "with each year's pay; terms not published",
        "mit dem Lohn jedes Jahres; Modalitäten nicht veröffentlicht",
        "avec la paie de chaque année ; modalités non publiées",
    ),
    "ma.offshoring.employment": Words(
        "once, after 18 months; nothing for those who leave earlier",
        "einmal, nach 18 Monaten; nichts für früher Ausgeschiedene",
        "une fois, après 18 mois ; rien pour les départs antérieurs",
    ),
    "ma.offshoring.training": Words(
        "yearly, for five years", "jährlich, fünf Jahre lang", "chaque année pendant cinq ans"
    ),
    "ma.corporate_tax": Words(
        "with the tax return of each year",
        "mit der Steuererklärung jedes Jahres",
        "avec la déclaration de chaque exercice",
    ),
    "ma.import_relief": Words(
        "at import, for 36 months", "bei Einfuhr, 36 Monate lang", "à l’importation, pendant 36 mois"
    ),
    "ma.ofppt": Words(
        "as a refund after the training year",
        "als Erstattung nach dem Weiterbildungsjahr",
        "en remboursement après l’année de formation",
    ),
    "ma.anapec": Words("monthly, for 12 months", "monatlich, 12 Monate lang", "chaque mois, pendant 12 mois"),
    "ma.regional": Words(
        "as the region agrees", "nach Absprache mit der Region", "selon l’accord de la région"
    ),
    "de.research_allowance": Words(
        "missing each year from the German tax assessment",
        "fehlt jährlich in der deutschen Veranlagung",
        "manque chaque année à l’imposition allemande",
    ),
}

STATUSES: Mapping[str, Words] = {
    "NOT_IN_FORCE": Words("not in force", "nicht in Kraft", "pas en vigueur"),
    "NOT_ELIGIBLE": Words("not eligible", "nicht förderfähig", "non éligible"),
    "OPEN": Words("open", "offen", "à préciser"),
    "ELIGIBLE": Words("eligible", "förderfähig", "éligible"),
    "NEGOTIATED": Words("negotiated", "Verhandlungssache", "négocié"),
    "LOST": Words("would be lost", "entfiele", "serait perdu"),
}

CONFIDENCES: Mapping[str, Words] = {
    "high": Words("high", "hoch", "élevée"),
    "medium": Words("medium", "mittel", "moyenne"),
    "low": Words("low", "gering", "faible"),
}

MORE_JOBS: Words = Words(
    "{count} more stable jobs{by}: +{amount}",
    "{count} feste Stellen mehr{by}: +{amount}",
    "{count} emplois stables de plus{by} : +{amount}",
)
MORE_MONEY: Words = Words(
    "{money} more investment: +{amount}",
    "{money} mehr Investition: +{amount}",
    "{money} d’investissement en plus : +{amount}",
)
BY: Words = Words(" by {when}", " bis {when}", " d’ici {when}")
