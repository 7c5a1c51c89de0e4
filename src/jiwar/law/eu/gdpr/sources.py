"""The texts behind the rules of the GDPR."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute

GDPR = Statute(
    "GDPR",
    "Regulation (EU) 2016/679",
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    Quality.PRIMARY,
)
SCC_2021 = Statute(
    "Implementing Decision (EU) 2021/914",
    "Standard contractual clauses of 4 June 2021",
    "https://eur-lex.europa.eu/eli/dec_impl/2021/914/oj",
    Quality.AUTHORITY,
    note="modules read on pages of the Commission and in commentaries",
)
EDPB_TRANSFER = Statute(
    "EDPB Guidelines 05/2021",
    "Interplay between Art. 3 and Chapter V, version 2.0 of 14 February 2023",
    "https://armingaud-avocat.fr/en/guidelines-05-2021-on-the-interplay-between-the-application-of-article-3-and-the-provisions-on-international-transfers-as-per-chapter-v-of-the-gdpr/",
    Quality.SECONDARY,
    note="read in verbatim summaries by law firms",
)
EDPB_MEASURES = Statute(
    "EDPB Recommendations 01/2020",
    "Supplementary measures, version 2.0 of 18 June 2021",
    "https://www.privacy-ticker.com/edpb-adopts-final-recommendation-01-2020-on-supplementary-measures-for-data-transfers-to-third-countries/",
    Quality.SECONDARY,
    note="six steps read in summaries; the use cases of Annex 2 were not",
)
CNIL_TIA = Statute(
    "CNIL guide on transfer impact assessments",
    "Final version of 31 January 2025",
    "https://www.cnil.fr/sites/default/files/2025-02/guide_aitd_pdf.pdf",
    Quality.SECONDARY,
)
SRB = Statute(
    "CJEU C-413/23 P (EDPS v SRB)",
    "Judgment of 4 September 2025",
    "https://www.jdsupra.com/legalnews/cjeu-clarifies-concept-of-personal-data-4397124/",
    Quality.SECONDARY,
)
SCANIA = Statute(
    "CJEU C-319/22 (Gesamtverband Autoteile-Handel)",
    "Judgment of 9 November 2023",
    "https://www.twobirds.com/de/insights/2023/global/decoding-data-ecjs-verdict-on-vehicle-identification-numbers-as-personal-data",
    Quality.SECONDARY,
    note="German authorities have long treated the number as personal throughout",
)
UBER = Statute(
    "Autoriteit Persoonsgegevens, Uber (2024)",
    "Decision published on 26 August 2024, 290 million euros",
    "https://www.taylorwessing.com/fr/global-data-hub/2025/eu-case-digest/gdh---dutch-dpa-imposes-record-breaking-fine-of-eur-290-million",
    Quality.SECONDARY,
)
META = Statute(
    "Irish DPC, Meta (12 May 2023)",
    "1.2 billion euros and suspension of transfers",
    "https://www.globalprivacyblog.com/2023/05/irish-data-protection-commission-orders-meta-ireland-to-suspend-facebook-data-transfers-to-the-us-and-imposes-record-gdpr-fine-of-e1-2-billion/",
    Quality.SECONDARY,
)
FUTURA = Statute(
    "CNIL SAN-2019-010 (Futura)",
    "500,000 euros of 21 November 2019; call centres in Morocco, Tunisia and Ivory Coast",
    "https://www.clubic.com/rgpd/actualite-877606-rgpd-futura-internationale-specialiste-renovation-energetique-condamnee-cnil.html",
    Quality.SECONDARY,
)
ANALYTICS = Statute(
    "DSB D155.027, CNIL of 10 February 2022 and IMY of 30 June 2023",
    "Web analytics with standard clauses and insufficient measures",
    "https://gdprhub.eu/index.php?title=IMY_(Sweden)_-_DI-2020-11373",
    Quality.SECONDARY,
)
BAG_WORKDAY = Statute(
    "BAG 8 AZR 209/21",
    "Judgment of 8 May 2025, after CJEU C-65/23",
    "https://www.datenschutz-notizen.de/dsgvo-verstoss-bag-erkennt-schadensersatzanspruch-des-beschaeftigten-an-1953760/",
    Quality.SECONDARY,
)
OLD_SCC = Statute(
    "Decisions 2001/497/EC, 2004/915/EC and 2010/87/EU",
    "Earlier standard clauses, repealed by Decision 2021/914",
    "https://www.mondaq.com/uk/data-protection/1131872/are-additional-sccs-for-international-data-transfers-on-the-horizon",
    Quality.SECONDARY,
    note="end of the transition computed: 27 June 2021 and eighteen months",
)
