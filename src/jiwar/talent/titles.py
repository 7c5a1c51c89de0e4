"""Job titles of firms, in English, German and French, matched to roles and seniorities."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from jiwar.diagnostics import nearest_names
from jiwar.talent.occupations import occupations
from jiwar.talent.problems import TalentError

_SENIORITY_WORDS = {
    "junior": ("junior", "jr", "graduate", "trainee", "einsteiger", "debutant", "entry"),
    "mid": ("mid", "regular", "intermediate", "confirme"),
    "senior": ("senior", "sr", "experienced", "erfahren", "erfahrener", "experimente", "expert", "experte"),
    "lead": ("lead", "principal", "staff", "chief", "leitender", "leitend", "referent", "architekt"),
}
_SEXES = re.compile(r"\((?:[mwdfhx]\s*[/|]\s*)+[mwdfhx]\)|\b(?:m/w/d|w/m/d|h/f|f/h|m/f/d|m/f)\b")
_WOMEN = (
    (re.compile(r"[:*_/]-?in(?:nen)?$|(?<=r)in$|(?<=r)innen$"), ""),  # Entwickler/in, Ingenieurin
    (re.compile(r"trice$"), "teur"),
    (re.compile(r"e(?:use|ure)$"), "eur"),  # développeuse, ingénieure
    (re.compile(r"ienne$"), "ien"),
    (re.compile(r"iere$"), "ier"),
    (re.compile(r"(?<=e)e$"), ""),  # confirmée, without accents confirmee
)
"""Endings of words for women and the ending for men that the table of titles uses."""
_CERTAIN = 0.86
"""Likeness from which a title is taken without asking; below it the nearest roles are suggested."""
_WORTH_NAMING = 0.45


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A title's role, the seniority it says (None: not said), the known title it matched, how alike."""

    title: str
    role: str
    seniority: str | None
    matched: str
    likeness: float


def match_title(title: str) -> TitleMatch:
    """Return the role that a job title means.

    Upper case, accents, signs for the sexes and words of seniority do not count.

    Raises
    ------
    TalentError
        T003 with the nearest roles when no known title is alike enough, or two roles are equally alike.
    """
    ranked = suggest_roles(title)
    if ranked and ranked[0].likeness >= _CERTAIN:
        rivals = {match.role for match in ranked if match.likeness >= ranked[0].likeness - 1e-9}
        if len(rivals) == 1:
            return ranked[0]
    if ranked:
        remedy = (
            "did you mean " + " or ".join(f"`{match.role}` ({match.matched})" for match in ranked[:3]) + "?"
        )
    else:
        remedy = nearest_names(title, occupations())
    raise TalentError.one(
        code="T003", message=f"`{title}` is not a job title that Jiwar knows", remedy=remedy
    )


def suggest_roles(title: str, most: int = 3) -> tuple[TitleMatch, ...]:
    """Return the roles whose titles are most like a title, best first, one entry for each role."""
    words, seniority = _words(title)
    all_words, _ = _words(title, keep_seniority=True)  # "project lead" is a title, not a leading project
    best: dict[str, TitleMatch] = {}
    for role, known, known_words in _known_titles():
        likeness = max(_likeness(words, known_words), _likeness(all_words, known_words))
        if likeness >= _WORTH_NAMING and (role not in best or likeness > best[role].likeness):
            best[role] = TitleMatch(title, role, seniority, known, likeness)
    return tuple(sorted(best.values(), key=lambda match: (-match.likeness, match.role))[:most])


@cache
def _known_titles() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    titles = []
    for occupation in occupations().values():
        esco = [part for name in occupation.esco.values() for part in name.split("/")]
        plain = occupation.role.replace("_", " ")
        titles += [
            (occupation.role, known, _words(known, keep_seniority=True)[0])
            for known in dict.fromkeys((plain, *occupation.titles, *esco))
        ]
    return tuple(titles)


def _words(title: str, *, keep_seniority: bool = False) -> tuple[tuple[str, ...], str | None]:
    text = _SEXES.sub(" ", title.casefold())
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    parts = re.split(r"[\s,;()&–-]+|/(?=\w{4})", plain)  # Entwickler/Entwicklerin says one word twice
    words = list(dict.fromkeys(_ungendered(part) for part in parts if part))
    seniority = next(
        (level for level, said in _SENIORITY_WORDS.items() for word in words if word in said), None
    )
    if not keep_seniority:
        spoken = {word for said in _SENIORITY_WORDS.values() for word in said}
        kept = [word for word in words if word not in spoken]
        words = kept or words
    return tuple(word for word in words if word), seniority


def _ungendered(word: str) -> str:
    for ending, plain in _WOMEN:
        word = ending.sub(plain, word)
    return word


def _likeness(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Return how alike a title and a known one are: 1 for the same words in any order.

    A title that says all words of the known one and some more comes next, the more of it the known one makes
    up the better; else letters and words decide.
    """
    if not some or not others:
        return 0.0
    if sorted(some) == sorted(others):
        return 1.0
    said, known = len("".join(some)), len("".join(others))
    if set(others) <= set(some):
        return _CERTAIN + (0.99 - _CERTAIN) * known / said
    letters = difflib.SequenceMatcher(None, " ".join(sorted(some)), " ".join(sorted(others))).ratio()
    shared = len(set(some) & set(others))
    words = 2.0 * shared / (len(set(some)) + len(set(others)))
    return 0.5 * letters + 0.5 * max(words, letters if len(some) == len(others) else 0.0)
