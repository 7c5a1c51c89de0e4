"""Collect the texts of the report and bring the catalogues of German and French up to date.

Texts keep their translations; new ones are added empty, and a text that is gone is dropped. The files are
written in the order of the texts in the code, so that the same code gives the same bytes. Run it after any change
of a text, then translate what it names; ``tests/report/test_languages.py`` fails until nothing is left.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from jiwar.options import LINES

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "src" / "jiwar" / "report"
CATALOGUES = ROOT / "src" / "jiwar" / "languages" / "catalogues"
LANGUAGES = ("de", "fr")

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


def collected() -> Catalog:
    """Return every text of the report, with the names and meanings of the lines of cost."""
    found = Catalog(charset="utf-8")
    methods = [("**.py", "python"), ("**.j2", "jinja2")]
    for _, _, message, _, context in extract_from_dir(REPORT, methods, keywords=KEYWORDS):
        found.add(message, context=context)
    for line in LINES:
        found.add(line.name)
        found.add(line.meaning)
    return found


def updated(path: Path, language: str, texts: Catalog) -> Catalog:
    """Return the catalogue of a language with the texts of today and the translations it already has."""
    known = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(language)
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
    return [
        str(one.id)
        for one in catalogue
        if one.id and not all(one.string if isinstance(one.string, tuple) else (one.string,))
    ]


def main() -> int:
    """Write the catalogues and name what is left to translate."""
    texts = collected()
    left = 0
    for language in LANGUAGES:
        path = CATALOGUES / f"{language}.po"
        catalogue = updated(path, language, texts)
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
