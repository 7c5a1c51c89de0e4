"""Collect the texts of the report and bring the catalogues of German and French up to date.

The outlook's texts have catalogues of their own, beside those of the board paper. Texts keep their translations;
new ones are added empty, and a text that is gone is dropped. The files are written in the order of the texts in the
code, so that the same code gives the same bytes. Run it after any change of a text, then translate what it names;
``tests/report/test_languages.py`` fails until nothing is left.
"""

from __future__ import annotations

import io
import itertools
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from jiwar.options import LINES

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "src" / "jiwar" / "report"
CATALOGUES = ROOT / "src" / "jiwar" / "languages" / "catalogues"
LANGUAGES = ("de", "fr")
DOMAINS = ("", "outlook")
"""Folders of the report, and of the catalogues, whose texts are kept apart; the first holds all the others."""

KEYWORDS = {
    "texts": None,
    "self": None,
    "parts": None,
    "plural": (1, 2),
    "plural_parts": (1, 2),
    "N_": None,
    "t": None,
}
"""The functions whose texts are translated, and which of their arguments are texts."""


def collected(domain: str = "") -> Catalog:
    """Return every text of a domain; the board paper's also has the names and meanings of the lines of cost."""
    found = Catalog(charset="utf-8")
    apart = [] if domain else [(f"{one}/**.py", "ignore") for one in DOMAINS if one]
    methods = [*apart, ("**.py", "python"), ("**.j2", "jinja2")]
    for _, _, message, _, context in extract_from_dir(REPORT / domain, methods, keywords=KEYWORDS):
        found.add(message, context=context)
    for line in () if domain else LINES:
        found.add(line.name)
        found.add(line.meaning)
    return found


def catalogue_of(language: str, domain: str = "") -> Path:
    """Return the file of a language and domain."""
    return CATALOGUES / domain / f"{language}.po"


def updated(path: Path, language: str, texts: Catalog) -> Catalog:
    """Return the catalogue of a language with the texts of today and the translations it already has.

    A text that the board paper has too is said in the same words.
    """
    known = Catalog(language)
    for file in dict.fromkeys((catalogue_of(language), path)):
        if file.exists():
            for one in read_po(io.BytesIO(file.read_bytes()), locale=language):
                if one.id and (_is_said(one) or one.id not in known):
                    known.add(one.id, one.string)
    fresh = Catalog(
        language, charset="utf-8", header_comment=f"# Texts of Jiwar in `{language}`.", fuzzy=False
    )
    for text in texts:
        if text.id:
            before = known.get(text.id)
            fresh.add(text.id, before.string if before is not None else "")
    return fresh


def written(catalogue: Catalog) -> str:
    """Return a catalogue as text, without the dates and names that would change with every run."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True)
    header = (
        f'{catalogue.header_comment}\nmsgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n'
        f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header + out.getvalue().decode("utf-8").strip() + "\n"


def empty(catalogue: Catalog) -> list[str]:
    """Return the texts that have no translation yet."""
    return [str(one.id) for one in catalogue if one.id and not _is_said(one)]


def _is_said(one: Message) -> bool:
    return all(one.string if isinstance(one.string, tuple) else (one.string,))


def main() -> int:
    """Write the catalogues and name what is left to translate."""
    left = 0
    for domain, language in itertools.product(DOMAINS, LANGUAGES):
        path = catalogue_of(language, domain)
        catalogue = updated(path, language, collected(domain))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(catalogue), encoding="utf-8")
        missing = empty(catalogue)
        left += len(missing)
        sys.stdout.write(
            f"{path.relative_to(ROOT)}: {len(list(catalogue)) - 1} texts, {len(missing)} to translate\n"
        )
        sys.stdout.writelines(f"  {text}\n" for text in missing)
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
