"""What the tax sheet says in English, German and French."""

from __future__ import annotations

from collections.abc import Mapping

from jiwar.law.wording import Words

TITLE = Words(
    "Own unit in {place} at costs plus {margin}, counted as: {status}; thousand MAD",
    "Eigene Einheit in {place}, Kosten plus {margin}, gezählt als: {status}; Tausend MAD",
    "Unité propre à {place}, coûts plus {margin}, comptée comme : {status} ; milliers de MAD",
)
YEAR_NOTE = Words(
    "Fiscal years are calendar years; costs are paid in the year in which they arise; the profit after tax of a "
    "year is paid out in the next one. The margin stays in the group: only tax on it leaves. Undiscounted, on mid "
    "values; 1 EUR = {rate} MAD.",
    "Geschäftsjahre sind Kalenderjahre; Kosten werden in ihrem Jahr gezahlt; der Gewinn nach Steuern wird im "
    "nächsten Jahr ausgeschüttet. Der Aufschlag bleibt im Konzern: nur die Steuer darauf geht ab. Nicht abgezinst, "
    "mittlere Werte; 1 EUR = {rate} MAD.",
    "Les exercices sont des années civiles ; les coûts sont payés dans leur année ; le bénéfice après impôt est "
    "distribué l’année suivante. La marge reste dans le groupe : seul l’impôt en sort. Non actualisé, valeurs "
    "moyennes ; 1 EUR = {rate} MAD.",
)
TOTAL = Words("all years", "alle Jahre", "total")
LINE = Words("line", "Zeile", "ligne")
GROUPS: Mapping[str, Words] = {
    "people": Words("pay and charges", "Löhne und Abgaben", "salaires et charges"),
    "seats": Words("seats", "Arbeitsplätze", "postes de travail"),
    "recruiting": Words("recruiting", "Personalsuche", "recrutement"),
    "opening": Words("opening the unit", "Gründung der Einheit", "ouverture de l’unité"),
    "running": Words("running the unit", "Betrieb der Einheit", "gestion de l’unité"),
    "other": Words("other costs", "übrige Kosten", "autres coûts"),
    "costs": Words("costs as given", "Kosten wie angegeben", "coûts indiqués"),
}
ROWS: Mapping[str, Words] = {
    "costs": Words("= costs of the unit", "= Kosten der Einheit", "= coûts de l’unité"),
    "turnover": Words(
        "invoiced: costs plus margin", "Rechnung: Kosten plus Aufschlag", "facturé : coûts plus marge"
    ),
    "profit": Words("= profit before tax", "= Gewinn vor Steuern", "= bénéfice avant impôt"),
    "rate": Words("rate of corporate tax", "Satz der Körperschaftsteuer", "taux de l’IS"),
    "tax": Words("corporate tax", "Körperschaftsteuer", "impôt sur les sociétés"),
    "minimum": Words(
        "minimum contribution, where higher",
        "Mindestbeitrag, wo höher",
        "cotisation minimale, si plus élevée",
    ),
    "state": Words("borne by the State", "vom Staat getragen", "pris en charge par l’État"),
    "solidarity": Words("solidarity contribution", "Solidaritätsbeitrag", "contribution de solidarité"),
    "due": Words("= tax due by the unit", "= Steuer der Einheit", "= impôt dû par l’unité"),
    "after": Words("= profit after tax", "= Gewinn nach Steuern", "= bénéfice après impôt"),
    "withholding": Words(
        "withheld from its dividend", "Quellensteuer auf die Dividende", "retenue sur le dividende"
    ),
    "parent": Words("= reaches the parent", "= erreicht die Mutter", "= parvient à la mère"),
    "before_tax": Words(
        "cost to the group before tax", "Kosten des Konzerns vor Steuern", "coût pour le groupe avant impôt"
    ),
    "after_tax": Words(
        "cost to the group after tax", "Kosten des Konzerns nach Steuern", "coût pour le groupe après impôt"
    ),
    "before_tax_eur": Words(
        "before tax, thousand EUR", "vor Steuern, Tausend EUR", "avant impôt, milliers d’EUR"
    ),
    "after_tax_eur": Words(
        "after tax, thousand EUR", "nach Steuern, Tausend EUR", "après impôt, milliers d’EUR"
    ),
}
SUPPORT = Words("support: {title}", "Förderung: {title}", "aide : {title}")

STATUS_TITLE = Words(
    "Every status over all years, thousand MAD", "Jeder Status über alle Jahre, Tausend MAD",
    "Chaque statut sur toutes les années, milliers de MAD",
)  # fmt: skip
STATUS_HEADS = (
    Words("status", "Status", "statut"),
    Words("corporate tax", "Körperschaftsteuer", "IS"),
    Words("withheld", "Quellensteuer", "retenue"),
    Words("cost after tax", "Kosten nach Steuern", "coût après impôt"),
    Words("thousand EUR", "Tausend EUR", "milliers d’EUR"),
    Words("asks for", "verlangt", "exige"),
    Words("confidence", "Vertrauen", "confiance"),
)
COUNTED = Words("counted", "gezählt", "compté")
LEAST = Words("least tax", "geringste Steuer", "impôt le plus bas")
MARGINS = Words(
    "Taxes with a margin of {low}: {at_low}; of {mid}: {at_mid}; of {high}: {at_high}.",
    "Steuern bei einem Aufschlag von {low}: {at_low}; von {mid}: {at_mid}; von {high}: {at_high}.",
    "Impôts avec une marge de {low} : {at_low} ; de {mid} : {at_mid} ; de {high} : {at_high}.",
)

HOME_TITLE = Words("At home, thousand EUR", "Zu Hause, Tausend EUR", "En Allemagne, milliers d’EUR")
HOME_ROWS: Mapping[str, Words] = {
    "moved_pay": Words("pay of the posts that move", "Lohn der verlagerten Stellen", "salaires des postes transférés"),
    "low": Words("research allowance lost, low", "verlorene Forschungszulage, wenig", "crédit recherche perdu, bas"),
    "high": Words("research allowance lost, high", "verlorene Forschungszulage, viel", "crédit recherche perdu, haut"),
    "at_most": Words(
        "research allowance lost: open, at most", "verlorene Forschungszulage: offen, höchstens",
        "crédit recherche perdu : ouvert, au plus",
    ),
    "redundancy": Words("redundancies (assumption)", "Entlassungen (Annahme)", "licenciements (hypothèse)"),
}  # fmt: skip
HOME_NOTE = Words(
    "At most: if all that moves were research with allowance of a small company below the cap. It is a bound, not an "
    "amount, and enters no total.",
    "Höchstens: wenn alles Verlagerte Forschung mit Zulage eines kleinen Unternehmens unter der Grenze wäre. Das ist "
    "eine Schranke, kein Betrag, und geht in keine Summe ein.",
    "Au plus : si tout ce qui part était de la recherche d’une petite entreprise sous le plafond. C’est une borne, "
    "pas un montant, et n’entre dans aucun total.",
)
HOME_KNOWN = Words(
    "Low and high: what open answers on size and on the start of the project could change.",
    "Wenig und viel: was offene Antworten zu Größe und Beginn des Vorhabens ändern können.",
    "Bas et haut : ce que peuvent changer les réponses ouvertes sur la taille et le début du projet.",
)

LAW_TITLES: Mapping[str, Words] = {
    "corporate_tax": Words("Corporate tax", "Körperschaftsteuer", "Impôt sur les sociétés"),
    "dividend": Words("Withholding on dividends", "Quellensteuer auf Dividenden", "Retenue sur dividendes"),
    "vat": Words("VAT on exported services", "Mehrwertsteuer auf Ausfuhr", "TVA sur services exportés"),
    "papers": Words(
        "Transfer-pricing files", "Verrechnungspreisakten", "Documentation des prix de transfert"
    ),
    "foreign_fees": Words(
        "Fees invoiced by the parent", "Leistungen der Mutter", "Prestations facturées par la mère"
    ),
    "treaty": Words("Dividend in Germany", "Dividende in Deutschland", "Dividende en Allemagne"),
    "function_transfer": Words("Transfer of functions", "Funktionsverlagerung", "Transfert de fonctions"),
    "allowance": Words("German research allowance", "Forschungszulage", "Crédit de recherche allemand"),
}
VAT_ANSWERS: Mapping[str, Words] = {
    "exempt": Words(
        "exempt, input tax comes back", "befreit, mit Vorsteuerabzug", "exonérés, TVA déductible"
    ),
    "open": Words(
        "exempt only if three answers are yes; 20 % until then",
        "befreit nur bei drei Ja; bis dahin 20 %",
        "exonérés seulement avec trois oui ; 20 % d’ici là",
    ),
    "due": Words("20 %", "20 %", "20 %"),
}
TREATY_ANSWERS: Mapping[str, Words] = {
    "exempt": Words("exempt in Germany", "in Deutschland freigestellt", "exonéré en Allemagne"),
    "credit": Words(
        "credit, not exemption", "Anrechnung, keine Freistellung", "imputation, pas d’exonération"
    ),
    "open": Words(
        "exemption or credit: open",
        "Freistellung oder Anrechnung: offen",
        "exonération ou imputation : ouvert",
    ),
}
TRANSFER_ANSWERS: Mapping[bool, Words] = {
    True: Words(
        "a tax adviser must value the transfer package, or answer why there is none",
        "die Steuerberatung muss das Transferpaket bewerten oder begründen, dass es keines gibt",
        "un conseil fiscal doit évaluer le lot transféré, ou dire pourquoi il n’y en a pas",
    ),
    False: Words(
        "no transfer package: exclusive and cost-plus", "kein Transferpaket: ausschließlich und Kostenaufschlag",
        "pas de lot transféré : exclusivité et coût majoré",
    ),
}  # fmt: skip
PAPERS_ANSWERS: Mapping[str, Words] = {
    "due": Words(
        "master file and local file from {year} on", "Stammdokumentation und Landesakte ab {year}",
        "fichier principal et local dès {year}",
    ),
    "not_due": Words("below the threshold", "unter der Schwelle", "sous le seuil"),
    "open": Words(
        "turnover below the threshold; assets not given", "Umsatz unter der Schwelle; Vermögen nicht angegeben",
        "chiffre d’affaires sous le seuil ; actifs non indiqués",
    ),
}  # fmt: skip
FEES_ANSWERS: Mapping[bool, Words] = {
    True: Words("{amount} withheld a year", "{amount} im Jahr einbehalten", "{amount} retenus par an"),
    False: Words("10 % of them; fees not given", "10 % davon; nicht angegeben", "10 % ; non indiquées"),
}
SEE_TABLE = Words("as in the table", "wie in der Tabelle", "comme au tableau")
RESTS_ON = Words("rests on", "beruht auf", "fondé sur")
ASKED = Words("Questions for the tax adviser", "Fragen an die Steuerberatung", "Questions au conseil fiscal")
NOTE = Words(
    "It supports the work of a tax adviser and does not replace it.",
    "Es unterstützt die Steuerberatung und ersetzt sie nicht.",
    "Ceci aide le conseil fiscal et ne le remplace pas.",
)
