"""The register entries of tax: rates, exemptions, withholding and the German side, cited and dated."""

from __future__ import annotations

import datetime as dt

from jiwar.law.payroll.money_rule import authority, money_rule, primary, secondary
from jiwar.law.tax import corporate, dividends, research_allowance, trade

_WINNERSOFT = secondary(
    "Code général des impôts",
    "art. 19",
    "https://www.winnersoft.ma/calcul-de-limpot-sur-les-societes-is-au-maroc-en-2025",
)

money_rule(
    "ma.cgi.art19@2022-01-01",
    (corporate.PATHS, corporate.TARGET_YEAR),
    cited=(
        secondary(
            "Code général des impôts",
            "arts. 19 and 247-XXXVII-A",
            "https://taxsummaries.pwc.com:443/morocco/corporate/significant-developments",
        ),
        _WINNERSOFT,
    ),
    en="Corporate tax moves in equal yearly steps from 2022 to 20 % in 2026, and to 35 % for profits from "
    "100 million dirhams.",
    de="Die Körperschaftsteuer geht in gleichen Jahresschritten von 2022 bis 2026 auf 20 %, ab 100 "
    "Millionen Dirham Gewinn auf 35 %.",
    fr="L’IS évolue par pas annuels égaux de 2022 à 20 % en 2026, et à 35 % dès 100 millions de dirhams de "
    "bénéfice.",
)
money_rule(
    "ma.cgi.art6.outsourcing@2022-01-01",
    corporate.EXEMPT_YEARS,
    cited=(
        secondary("Code général des impôts", "art. 6 (outsourcing)", "https://www.auditia.ma/en/?p=2001"),
        secondary(
            "Circular 8/2022",
            "",
            "https://www.upsilon-consulting.com/2022/10/offshoring-de-services-au-maroc/",
        ),
    ),
    en="Companies of outsourcing, in acceleration zones and with Casablanca Finance City status pay no "
    "corporate tax for five years.",
    de="Unternehmen der Auslagerung, in Beschleunigungszonen und mit Status Casablanca Finance City zahlen "
    "fünf Jahre keine Körperschaftsteuer.",
    fr="Les sociétés d’outsourcing, en zone d’accélération et au statut CFC sont exonérées d’IS cinq ans.",
)
money_rule(
    "ma.offshoring.corporate-tax@2025-07-01",
    (corporate.STATE_SHARE_OF_RATE, corporate.STATE_SHARE_YEARS),
    valid_to=dt.date(2030, 12, 31),
    cited=(
        secondary(
            "Circular, AIS",
            "",
            "https://moroccogamingindustry.ma/support-incentives/morocco-offer",
        ),
        secondary("Circular, AIS", "", "https://reportify.ai/news/1191497899209527296"),
    ),
    en="After the five exempt years the State bears 56 % of an outsourcing company's corporate tax, until "
    "2030.",
    de="Nach den fünf befreiten Jahren trägt der Staat bis 2030 56 % der Körperschaftsteuer der Auslagerung.",
    fr="Après les cinq ans d’exonération, l’État prend en charge 56 % de l’IS de l’outsourcing, jusqu’en "
    "2030.",
)
money_rule(
    "ma.cgi.art144@2022-01-01",
    (corporate.MINIMUM_RATE, corporate.MINIMUM_FLOOR_MAD, corporate.MINIMUM_EXEMPT_YEARS),
    cited=(
        secondary(
            "Code général des impôts",
            "art. 144",
            "https://www.winnersoft.ma/la-cotisation-minimale-cm-au-maroc-ce-quil-faut-savoir",
        ),
    ),
    en="At least 0.25 % of turnover and subsidies, 3,000 dirhams at the least, is due after the first 36 "
    "months.",
    de="Mindestens 0,25 % von Umsatz und Zuschüssen, wenigstens 3.000 Dirham, sind nach den ersten 36 "
    "Monaten fällig.",
    fr="Au moins 0,25 % du chiffre d’affaires et des subventions, 3 000 dirhams au minimum, est dû après "
    "36 mois.",
)
money_rule(
    "ma.cgi.art267-269@2023-01-01",
    (corporate.SOLIDARITY_BANDS, corporate.SOLIDARITY_YEARS),
    cited=(
        primary(
            "Code général des impôts",
            "arts. 267 to 269",
            "https://fiscamaroc.com/autres-taxes-183/article-269-tarifs-413.htm",
        ),
        secondary(
            "Finance bill 2026",
            "extension to 2028",
            "https://fr.le360.ma/economie/plf-2026-la-taxe-de-solidarite-reconduite-jusquen-2028_FPO4C5XVKRFFPDRK5NK6LEVTJ4/",
        ),
    ),
    en="Profits from one million dirhams bear a solidarity contribution of 1.5 to 5 % of the whole profit.",
    de="Gewinne ab einer Million Dirham tragen einen Solidaritätsbeitrag von 1,5 bis 5 % des ganzen Gewinns.",
    fr="Les bénéfices dès un million de dirhams supportent une contribution de solidarité de 1,5 à 5 % du "
    "total.",
)
money_rule(
    "ma.cgi.dividends@2022-01-01",
    dividends.BY_PROFIT_YEAR,
    valid_to=dt.date(2024, 12, 31),
    cited=(
        secondary(
            "Code général des impôts",
            "art. 247-XXXVII-C (finance law 2023)",
            "https://boursenews.ma/web-tv/detail/marches/fiscalite-dividendes-maroc-2023",
        ),
    ),
    en="Dividends bear 15 % on profits before 2023, then 1.25 points less for each later year of profit, "
    "to 10 %.",
    de="Dividenden tragen 15 % auf Gewinne vor 2023, dann je späterem Gewinnjahr 1,25 Punkte weniger, bis "
    "10 %.",
    fr="Les dividendes supportent 15 % sur les bénéfices d’avant 2023, puis 1,25 point de moins par an, "
    "jusqu’à 10 %.",
)
money_rule(
    "ma.cgi.dividends@2025-01-01",
    dividends.BY_DISTRIBUTION,
    cited=(
        secondary(
            "Code général des impôts",
            "arts. 19-IV and 73-II (finance law 2025)",
            "https://www.winnersoft.ma/dividendes-au-maroc-retenue-a-la-source-ce-qui-change-en-2025",
        ),
    ),
    en="Dividends bear 12.5 % when paid in 2025, 11.25 % in 2026 and 10 % from 2027, whatever the year of "
    "profit.",
    de="Dividenden tragen 12,5 % bei Zahlung 2025, 11,25 % 2026 und 10 % ab 2027, gleich aus welchem "
    "Gewinnjahr.",
    fr="Les dividendes supportent 12,5 % s’ils sont versés en 2025, 11,25 % en 2026 et 10 % dès 2027.",
)
money_rule(
    "ma.cgi.art92@2014-03-07",
    trade.STANDARD_VAT_RATE,
    cited=(
        primary("Code général des impôts", "art. 92-I-1°", "https://mihfada.com/?p=1563"),
        primary(
            "Ruling of 7 March 2014",
            "",
            "https://tax-news.ma/pieces-justificatives-du-rapatriement-des-devises-2/",
        ),
    ),
    en="Services used outside Morocco are exempt from VAT with deduction, if invoiced to and paid by the "
    "foreign client in currency.",
    de="Im Ausland genutzte Leistungen sind mit Vorsteuerabzug befreit, wenn der ausländische Kunde die "
    "Rechnung in Devisen zahlt.",
    fr="Les services utilisés hors du Maroc sont exonérés avec droit à déduction, si le client étranger "
    "paie en devises.",
)
money_rule(
    "ma.cgi.non-resident-fees@2022-01-01",
    trade.NON_RESIDENT_FEE_RATE,
    cited=(secondary("EY tax guide 2022", "", "https://issuu.com./worldtradepresss/docs/morocco"),),
    en="Royalties and most service fees paid to a non-resident bear 10 % withholding.",
    de="Lizenzen und die meisten Dienstleistungen von Nichtansässigen tragen 10 % Quellensteuer.",
    fr="Redevances et la plupart des prestations de non-résidents supportent une retenue de 10 %.",
)
money_rule(
    "ma.cgi.art214@2021-01-01",
    (trade.DOCUMENTATION_THRESHOLD_MAD, trade.DOCUMENTATION_FINE_RATE),
    cited=(
        secondary(
            "Code général des impôts",
            "arts. 185-IV, 210 and 214-III",
            "http://www2.deloitte.com/afrique/fr/pages/maroc/articles/documentation-prix-transfert.html",
        ),
    ),
    en="From 50 million dirhams of turnover or assets cross-border group transactions need a master file "
    "and a local file.",
    de="Ab 50 Millionen Dirham Umsatz oder Vermögen brauchen grenzüberschreitende Konzerngeschäfte "
    "Stammdokumentation und Landesakte.",
    fr="Dès 50 millions de dirhams de chiffre d’affaires ou d’actifs, les transactions de groupe exigent "
    "fichier principal et local.",
)
money_rule(
    "de-ma.treaty.art23@1974-01-01",
    dividends.TREATY_LEAST_SHARE,
    cited=(
        primary("Treaty Germany-Morocco of 1972", "art. 23(1)", "https://datenbank.nwb.de/Dokument/95031_23"),
        primary(
            "Treaty Germany-Morocco of 1972",
            "protocol no. 2",
            "https://www.haufe.de/finance/haufe-finance-office-premium/schlussprotokoll-zum-dba-marokko-1972_idesk_PI20354_HI933763.html",
        ),
    ),
    en="Germany exempts dividends of a Moroccan joint-stock company held by at least 25 % with active "
    "income, else it credits.",
    de="Deutschland stellt Dividenden einer marokkanischen Aktiengesellschaft ab 25 % bei aktiven "
    "Einkünften frei, sonst rechnet es an.",
    fr="L’Allemagne exonère les dividendes d’une SA marocaine détenue à 25 % au moins et active, sinon "
    "elle impute l’impôt.",
)

_FZULG = primary("FZulG", "§ 3 (5)", "https://www.buzer.de/gesetz/17036/a323204.htm?setmobile=1")
_IHK = authority("FZulG", "§§ 3 and 4", "https://www.ihk-muenchen.de/steuerliche-forschungsfoerderung")
_ABROAD = secondary(
    "FZulG",
    "§ 2 (5) and § 3 (1): EEA only",
    "https://dieforschungszulage.de/docs/gesetz/mitarbeiter-ausland",
)
for _terms, _later in zip(research_allowance.TERMS, (*research_allowance.TERMS[1:], None), strict=True):
    _cap = _terms.base_cap_eur_per_year / 1e6
    money_rule(
        _terms.rule,
        _terms,
        valid_to=None if _later is None else _later.start - dt.timedelta(days=1),
        cited=(_FZULG, _IHK, _ABROAD),
        en=f"Research in Germany and the EEA earns {_terms.rate:.0%} (small companies "
        f"{_terms.sme_rate:.0%}) of at most {_cap:.0f} million EUR a year; work moved outside the EEA "
        "earns nothing.",
        de=f"Forschung in Deutschland und im EWR bringt {_terms.rate:.0%} (KMU {_terms.sme_rate:.0%}) von "
        f"höchstens {_cap:.0f} Mio. EUR im Jahr; außerhalb des EWR nichts.",
        fr=f"La recherche en Allemagne et dans l’EEE donne {_terms.rate:.0%} (PME {_terms.sme_rate:.0%}) "
        f"de {_cap:.0f} M EUR au plus par an ; hors EEE rien.",
    )

money_rule(
    "de.astg.function-transfer@2022-01-01",
    "exclusive and cost-plus",
    cited=(
        secondary(
            "AStG § 1 (3b), FVerlV § 2 (2)",
            "",
            "https://haufe.de/steuern/haufe-steuer-office-excellence/funktionsverlagerung-abc-intstr-21-tatbestandsmerkmale-und-rechtsfolgen_idesk_PI25844_HI3762175.html",
        ),
    ),
    en="Moving a function is taxed as a package unless the receiver works only for the transferor and is "
    "paid cost-plus.",
    de="Eine verlagerte Funktion wird als Paket besteuert, außer der Empfänger arbeitet nur für den "
    "Abgebenden auf Kostenaufschlag.",
    fr="Le transfert d’une fonction est imposé en bloc, sauf si le receveur travaille seulement pour le "
    "cédant au coût majoré.",
)
