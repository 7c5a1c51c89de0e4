"""The 75 prefectures and provinces of Morocco: their region and their category in the Investment Charter."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from jiwar.law.payroll.error import refuse


class Category(StrEnum):
    """Category of a province for the territorial premium."""

    A = "A"
    B = "B"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Province:
    """One prefecture or province."""

    name: str
    region: str
    category: Category


_REGIONS: dict[str, str] = {
    "Tanger-Tétouan-Al Hoceïma": (
        "Tanger-Assilah, M’diq-Fnideq, Tétouan, Fahs-Anjra, Larache, Al Hoceïma, Chefchaouen, Ouezzane"
    ),
    "Oriental": "Oujda-Angad, Nador, Driouch, Jerada, Berkane, Taourirt, Guercif, Figuig",
    "Fès-Meknès": ("Fès, Meknès, El Hajeb, Ifrane, Moulay Yacoub, Sefrou, Boulemane, Taounate, Taza"),
    "Rabat-Salé-Kénitra": "Rabat, Salé, Skhirate-Témara, Kénitra, Khémisset, Sidi Kacem, Sidi Slimane",
    "Béni Mellal-Khénifra": "Béni Mellal, Azilal, Fquih Ben Salah, Khénifra, Khouribga",
    "Casablanca-Settat": (
        "Casablanca, Mohammadia, El Jadida, Nouaceur, Médiouna, Benslimane, Berrechid, Settat, Sidi Bennour"
    ),
    "Marrakech-Safi": (
        "Marrakech, Chichaoua, Al Haouz, El Kelâa des Sraghna, Essaouira, Rehamna, Safi, Youssoufia"
    ),
    "Drâa-Tafilalet": "Errachidia, Ouarzazate, Midelt, Tinghir, Zagora",
    "Souss-Massa": ("Agadir-Ida Ou Tanane, Inezgane-Aït Melloul, Chtouka-Aït Baha, Taroudannt, Tiznit, Tata"),
    "Guelmim-Oued Noun": "Guelmim, Assa-Zag, Tan-Tan, Sidi Ifni",
    "Laâyoune-Sakia El Hamra": "Laâyoune, Boujdour, Tarfaya, Es-Semara",
    "Dakhla-Oued Ed-Dahab": "Oued Ed-Dahab, Aousserd",
}

_CATEGORY_A = (
    "Larache", "M’diq-Fnideq", "Ouezzane", "Tétouan", "Chefchaouen", "Nador", "Berkane", "Sefrou",
    "Boulemane", "Taza", "Fès", "Meknès", "El Hajeb", "Ifrane", "Sidi Slimane", "Khémisset",
    "Sidi Kacem", "Salé", "Béni Mellal", "Khénifra", "Khouribga", "Fquih Ben Salah", "Sidi Bennour",
    "Safi", "Youssoufia", "Al Haouz", "El Kelâa des Sraghna", "Essaouira", "Rehamna", "Chichaoua",
    "Ouarzazate", "Taroudannt", "Chtouka-Aït Baha", "Inezgane-Aït Melloul", "Laâyoune", "Oued Ed-Dahab",
)  # fmt: skip

_CATEGORY_B = (
    "Al Hoceïma", "Taourirt", "Driouch", "Jerada", "Guercif", "Oujda-Angad", "Figuig", "Moulay Yacoub",
    "Taounate", "Azilal", "Errachidia", "Midelt", "Tinghir", "Zagora", "Tata", "Tiznit", "Sidi Ifni",
    "Guelmim", "Assa-Zag", "Tan-Tan", "Boujdour", "Tarfaya", "Es-Semara", "Aousserd",
)  # fmt: skip

_NO_PREMIUM = (
    "Benslimane", "Berrechid", "Casablanca", "El Jadida", "Médiouna", "Mohammadia", "Nouaceur", "Settat",
    "Marrakech", "Kénitra", "Rabat", "Skhirate-Témara", "Agadir-Ida Ou Tanane", "Fahs-Anjra",
    "Tanger-Assilah",
)  # fmt: skip

_CATEGORIES = {
    **dict.fromkeys(_CATEGORY_A, Category.A),
    **dict.fromkeys(_CATEGORY_B, Category.B),
    **dict.fromkeys(_NO_PREMIUM, Category.NONE),
}

PROVINCES: tuple[Province, ...] = tuple(
    Province(name, region, _CATEGORIES[name])
    for region, names in _REGIONS.items()
    for name in names.split(", ")
)
"""All provinces; the place in this tuple is the index that projects carry."""

PARKS: dict[str, str] = {
    "Casanearshore": "Casablanca-Settat",
    "Technopolis": "Rabat-Salé-Kénitra",
    "Fès Shore": "Fès-Meknès",
    "Oujda Shore": "Oriental",
    "Tétouan Shore": "Tanger-Tétouan-Al Hoceïma",
}
"""The integrated industrial platforms (P2I) of the offshoring circular and the regions they lie in."""

MAIN_PARKS = ("Casanearshore", "Technopolis")


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


_INDEX = {_plain(province.name): index for index, province in enumerate(PROVINCES)}


def province_index(name: str) -> int:
    """Return the index of a province; accents, capitals, spaces and hyphens do not matter.

    Raises
    ------
    MoneyError
        L105 with the nearest names, and all of them, when there is no such province.
    """
    found = _INDEX.get(_plain(name))
    if found is None:
        refuse("L105", f"`{name}` is not a province or prefecture of Morocco", _possible(_plain(name)))
    return found


def _possible(wrong: str) -> str:
    """Return the names that a wrong one may have meant, and the list of all."""
    begin = [plain for plain in _INDEX if wrong and plain.startswith(wrong)]
    close = difflib.get_close_matches(wrong, list(_INDEX), n=3, cutoff=0.6)
    meant = [PROVINCES[_INDEX[plain]].name for plain in dict.fromkeys((*begin, *close))][:3]
    asked = "did you mean " + " or ".join(f"`{name}`" for name in meant) + "? " if meant else ""
    return (
        asked + "known: " + ", ".join(f"`{name}`" for name in sorted(province.name for province in PROVINCES))
    )


def find_province(name: str) -> Province:
    """Return a province by its name; MoneyError L105 when there is none."""
    return PROVINCES[province_index(name)]
