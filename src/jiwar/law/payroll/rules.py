"""The register entries of payroll: every schedule of charges and every tax on wages, cited and dated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from jiwar.law.citation import Citation
from jiwar.law.payroll import germany, morocco, peers
from jiwar.law.payroll.german_wage_tax import TARIFFS
from jiwar.law.payroll.levy import Schedule
from jiwar.law.payroll.minimum_wage import SMIG
from jiwar.law.payroll.money_rule import authority, background, money_rule, primary, secondary
from jiwar.law.payroll.moroccan_income_tax import PROFESSIONAL_EXPENSES, SCALES
from jiwar.law.payroll.moroccan_severance import HOURS_PER_YEAR_OF_SERVICE
from jiwar.law.wording import Words

_CLEISS = authority(
    "CNSS rates", "CLEISS table of 1 January 2024", "https://www.cleiss.fr/docs/cotisations/maroc.html"
)
_CGEM = secondary(
    "CNSS rates",
    "CGEM table",
    "https://fr.scribd.com/document/651990800/Social-cgem-ma-baremes-Et-Taux-de-Cotisation-CNSS",
)
_GETTSIM = background(
    "GETTSIM 1.3.1", "dated parameters with their law gazettes", "https://gettsim.readthedocs.io"
)


def _comma(value: float) -> str:
    """Write a number as German and French do."""
    return f"{value:.2f}".replace(".", ",")


def _last_day(starts: Sequence[dt.date], start: dt.date) -> dt.date | None:
    """Return the day before the next version starts; None for the newest."""
    later = [other for other in starts if other > start]
    return min(later) - dt.timedelta(days=1) if later else None


money_rule(
    "ma.cnss.charges@2017-01-01",
    morocco.SCHEDULES,
    cited=(_CLEISS, _CGEM),
    en="Employers pay 12.11 % of gross pay and 8.98 % of gross pay up to 6,000 MAD a month; employees pay "
    "2.26 % "
    "and 4.48 % up to the same ceiling.",
    de="Arbeitgeber zahlen 12,11 % des Bruttolohns und 8,98 % des Bruttolohns bis 6.000 MAD im Monat; "
    "Arbeitnehmer 2,26 % und 4,48 % bis zur selben Grenze.",
    fr="L’employeur verse 12,11 % du salaire brut et 8,98 % du brut dans la limite de 6 000 MAD par mois ; "
    "le "
    "salarié 2,26 % et 4,48 % dans la même limite.",
)

_SCALE_SOURCES = (
    secondary("Code général des impôts", "art. 73 and 74", "https://infomagazine.ma/?p=11281"),
    secondary("Code général des impôts", "art. 73 and 74", "https://www.calculdesalaire.fr/maroc.html"),
)
for _scale in SCALES:
    _top, _dependant = _scale.rates[-1], _scale.reduction_mad_per_dependant
    money_rule(
        _scale.rule,
        _scale,
        valid_to=_last_day([scale.start for scale in SCALES], _scale.start),
        cited=_SCALE_SOURCES,
        en=f"Wages above {_scale.thresholds_mad_per_year[1]:,.0f} MAD a year net taxable are taxed from 10 "
        "% up to "
        f"{_top:.0%}; each of up to six dependants reduces the tax by {_dependant:.0f} MAD a year.",
        de=f"Zu versteuernder Lohn über {_scale.thresholds_mad_per_year[1]:.0f} MAD im Jahr wird mit 10 % "
        "bis "
        f"{_top:.0%} besteuert; jede von höchstens sechs unterhaltenen Personen mindert die Steuer um "
        f"{_dependant:.0f} MAD im Jahr.",
        fr=f"Le salaire net imposable au-delà de {_scale.thresholds_mad_per_year[1]:.0f} MAD par an est "
        "imposé de "
        f"10 % à {_top:.0%} ; chacune des six personnes à charge au plus réduit l’impôt de "
        f"{_dependant:.0f} MAD "
        "par an.",
    )

money_rule(
    "ma.cgi.art59@2023-01-01",
    PROFESSIONAL_EXPENSES,
    cited=(
        secondary(
            "Code général des impôts",
            "art. 59",
            "https://arietiform.com/application/nph-tsq.cgi/en/20/https/fr.scribd.com/document/685487656/Calcul-des-salaires",
        ),
    ),
    en="Employees deduct 35 % of gross pay up to 78,000 MAD a year, above that 25 %, at most 35,000 MAD.",
    de="Arbeitnehmer ziehen 35 % des Bruttolohns ab, wenn er 78.000 MAD im Jahr nicht übersteigt, sonst 25 "
    "%, "
    "höchstens 35.000 MAD.",
    fr="Le salarié déduit 35 % du brut jusqu’à 78 000 MAD par an, au-delà 25 %, dans la limite de 35 000 "
    "MAD.",
)

_SMIG_SOURCES = (
    secondary(
        "Decrees 2-22-606, 2-23-799, 2-24-1122, 2-25-983",
        "minimum wage",
        "https://lessentieldeleco.fr/5260-smic-a-combien-seleve-le-salaire-minimum-au-maroc-en-2026",
    ),
)
for _wage in SMIG:
    money_rule(
        _wage.rule,
        _wage,
        valid_to=_last_day([wage.start for wage in SMIG], _wage.start),
        cited=_SMIG_SOURCES,
        en=f"Nobody outside agriculture is paid less than {_wage.mad_per_hour:.2f} MAD an hour.",
        de=f"Außerhalb der Landwirtschaft wird nicht unter {_wage.mad_per_hour:.2f} MAD je Stunde gezahlt.",
        fr=f"Hors agriculture, nul n’est payé moins de {_wage.mad_per_hour:.2f} MAD de l’heure.",
    )

money_rule(
    "ma.labour-code.art52-53@2021-03-01",
    HOURS_PER_YEAR_OF_SERVICE,
    cited=(
        secondary(
            "Labour Code (law 65-99)",
            "arts. 52 and 53",
            "https://tax-news.ma/calcul-des-indemnites-de-licenciement-selon-le-code-de-travail-marocain/",
        ),
    ),
    en="Dismissal after six months of service costs 96, 144, 192 and 240 hours of pay for each year begun "
    "of the "
    "first, second, third and every later five years.",
    de="Eine Kündigung nach sechs Monaten kostet je angefangenem Jahr 96, 144, 192 und 240 Stundenlöhne in "
    "den "
    "ersten, zweiten, dritten und allen weiteren fünf Dienstjahren.",
    fr="Le licenciement après six mois coûte, par année entamée, 96, 144, 192 puis 240 heures de salaire "
    "selon la "
    "tranche de cinq ans d’ancienneté.",
)

_DE_SOURCES: tuple[Citation, ...] = (
    secondary(
        "SGB IV, V, VI, XI and III; ordinance on contribution ceilings",
        "BGBl. 2025 I Nr. 278",
        "https://wista-ag.de/rechengroessen-der-sozialversicherung-fuer-2026-beitragssaetze-sozialversicherung",
    ),
    secondary(
        "SGB XI", "§ 58 (3): Saxony", "https://transparent-beraten.de/private-pflegeversicherung/sachsen"
    ),
    authority(
        "SGB III",
        "§§ 358 to 361: insolvency levy",
        "https://aok.de/fk/bw/aktuelles/insolvenzgeldumlage",
    ),
    _GETTSIM,
)
for _year in germany.YEARS:
    _pension, _health = _year.pension_ceiling_west_eur_per_month, _year.health_ceiling_eur_per_month
    money_rule(
        _year.rule,
        _year,
        valid_to=_last_day([year.start for year in germany.YEARS], _year.start),
        cited=_DE_SOURCES,
        en=f"Employers pay half of pension and unemployment insurance up to {_pension:,.0f} EUR a month "
        "and half of "
        f"health and care insurance up to {_health:,.2f} EUR; in Saxony half a point less for care.",
        de=f"Arbeitgeber tragen die Hälfte von Renten- und Arbeitslosenversicherung bis {_pension:.0f} EUR "
        "im Monat "
        f"und von Kranken- und Pflegeversicherung bis {_comma(_health)} EUR; in Sachsen bei der Pflege einen "
        "halben "
        "Punkt weniger.",
        fr=f"L’employeur verse la moitié des assurances vieillesse et chômage jusqu’à {_pension:.0f} EUR "
        "par mois et "
        f"maladie et dépendance jusqu’à {_comma(_health)} EUR ; en Saxe un demi-point de moins pour la "
        "dépendance.",
    )
for _tariff in TARIFFS:
    money_rule(
        _tariff.rule,
        _tariff,
        valid_to=_last_day([tariff.start for tariff in TARIFFS], _tariff.start),
        cited=(
            primary(
                "EStG",
                "§§ 32a and 39b (tariff of the year, BGBl. 2022 I 2230, 2024 I 386, 2024 I 449)",
                "https://www.gesetze-im-internet.de/estg/__32a.html",
            ),
            _GETTSIM,
        ),
        en=f"Wage tax of classes I, III and IV: nothing up to {_tariff.basic_allowance_eur:,.0f} EUR "
        "taxable, then "
        f"rising from 14 % to 42 % at {_tariff.upper_eur:,.0f} EUR and 45 % above {_tariff.top_eur:,.0f} "
        "EUR.",
        de=f"Lohnsteuer der Klassen I, III und IV: nichts bis {_tariff.basic_allowance_eur:.0f} EUR, dann "
        "steigend "
        f"von 14 % bis 42 % bei {_tariff.upper_eur:.0f} EUR und 45 % über {_tariff.top_eur:.0f} EUR.",
        fr=f"Impôt sur les salaires, classes I, III et IV : rien jusqu’à {_tariff.basic_allowance_eur:.0f} "
        "EUR, puis "
        f"de 14 % à 42 % à {_tariff.upper_eur:.0f} EUR et 45 % au-delà de {_tariff.top_eur:.0f} EUR.",
    )

_PEER_SOURCES: dict[str, tuple[Citation, ...]] = {
    "PL": (
        secondary(
            "Act on the social insurance system",
            "art. 19; announcement M.P. 2025 item 1206",
            "https://hlb-poland.global/pl/skladki-zus-w-2026-roku-aktualne-podstawy-limity-i-wysokosc-skladek-dla-przedsiebiorcow",
        ),
        secondary(
            "ZUS rates 2026",
            "",
            "https://biznesplan.waw.pl/zus-za-pracownika-2026-ile-naprawde-placi-pracodawca",
        ),
    ),
    "RO": (
        secondary(
            "Work insurance contribution (CAM)",
            "",
            "https://workrgroup.com/st_kb_category/international-services/page/3/",
        ),
    ),
    "PT": (
        secondary(
            "Segurança Social",
            "general regime",
            "https://www.newco.pro/es/recursos/informacion-de-negocios/fiscalidad-en-portugal/seguridad-social-en-portugal",
        ),
    ),
    "ES": (
        authority(
            "Real Decreto-ley 3/2026",
            "bases, rates, solidarity contribution",
            "https://www.egarsat.es/bases-y-tipos-de-cotizacion-previstos-en-el-real-decreto-ley-3-2026",
        ),
        secondary(
            "Unemployment and training rates",
            "",
            "https://madridinforma.eldiario.es/bases-de-cotizacion-asi-influye-en-las-prestaciones-de-la-seguridad-social",
        ),
        authority("Orden ESS/106/2017", "FOGASA 0.20 % (unchanged since)", "http://www.seg-social.es"),
    ),
    "TN": (
        authority(
            "CNSS Tunisia",
            "legal framework; finance law 2025 art. 17; laws 77-54 and 88-145",
            "https://www.cnss.tn/appel-d-offres-content/-/asset_publisher/4IkZ/content/cadre-legal",
        ),
    ),
    "EG": (
        secondary(
            "Law 148/2019",
            "caps rise by 15 % a year until 2027",
            "https://www.deloitte.com/middle-east/en/services/tax/perspectives/adjustment-to-social-security-contribution-caps.html",
        ),
        secondary(
            "Law 148/2019",
            "rounding to hundreds of pounds",
            "https://dailynewsegypt.com/2021/11/29/minimum-usis-is-set-at-egp-1200-insurance-authority",
        ),
    ),
    "RS": (
        secondary(
            "Law on contributions for mandatory social insurance",
            "art. 37: highest base 2025",
            "https://mercans.com/resources/statutory-alerts/serbia-social-security-monthly-contribution-basis-and-non-taxable-amount-changes",
        ),
        secondary(
            "Law on contributions for mandatory social insurance",
            "highest base 2026",
            "https://naslovi.net/2026-01-09/nova-ekonomija/pio-fond-osnovice-osiguranja-u-srbiji-u-2026-uvecane-11-6-odsto/41181531",
        ),
        secondary("Rates", "", "https://tax-checker.com/country/serbia/social_insurance"),
    ),
    "TR": (
        secondary("Law 5510", "rates and ceiling of 2026", "https://www.ko-lay.com/fr/tools/sgk-calculator"),
    ),
    "IN": (secondary("Employees' provident funds", "", "https://wehireglobally.com/?p=8587"),),
}


_PLACES = {
    "PL": Words("Poland", "Polen", "Pologne"),
    "RO": Words("Romania", "Rumänien", "Roumanie"),
    "PT": Words("Portugal", "Portugal", "Portugal"),
    "ES": Words("Spain", "Spanien", "Espagne"),
    "TN": Words("Tunisia", "Tunesien", "Tunisie"),
    "EG": Words("Egypt", "Ägypten", "Égypte"),
    "RS": Words("Serbia", "Serbien", "Serbie"),
    "TR": Words("Turkey", "der Türkei", "Turquie"),
    "IN": Words("India", "Indien", "Inde"),
}


def _register_peer(country: str, schedule: Schedule, starts: Sequence[dt.date]) -> None:
    uncapped = sum(levy.rate for levy in schedule.employer if levy.above_per_year == 0.0)
    year, place = schedule.start.year, _PLACES[country]
    share = f"{_comma(100 * uncapped)} %"
    money_rule(
        schedule.rule,
        schedule,
        valid_to=_last_day(starts, schedule.start),
        cited=_PEER_SOURCES[country],
        low_confidence=schedule.low_confidence,
        en=f"Employers in {place.en} pay {uncapped:.2%} of gross pay ({year}), less above the ceilings of "
        "the statute.",
        de=f"Arbeitgeber in {place.de} zahlen {share} des Bruttolohns ({year}), über den gesetzlichen "
        "Grenzen weniger.",
        fr=f"L’employeur ({place.fr}) verse {share} du salaire brut ({year}), moins au-delà des plafonds.",
    )


for _country, _schedules in peers.SCHEDULES.items():
    for _schedule in _schedules:
        _register_peer(_country, _schedule, [schedule.start for schedule in _schedules])
