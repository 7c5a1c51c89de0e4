"""Writes what is generated: diagnostics, commands, case reference and schema; `--check` only compares."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jiwar
from jiwar.case import case_reference, case_schema
from jiwar.cli.reference import command_reference
from jiwar.diagnostics import Code, all_codes
from jiwar.facts import load_facts
from jiwar.outlook.claims import claims_page
from jiwar.report.blocks import Figure

REPOSITORY = Path(__file__).resolve().parent.parent
DOCS = REPOSITORY / "docs"


def code_page(code: Code) -> str:
    """Return the page of one diagnostic code."""
    return f"# {code.name}: {code.title}\n\n{code.meaning}\n\n## How to mend it\n\n{code.remedy}\n"


def code_index() -> str:
    """Return the list of all codes."""
    rows = [f"| [{code.name}]({code.name}.md) | {code.title} |" for code in all_codes().values()]
    head = "# Diagnostics\n\n`jiwar explain C012` prints the same text.\n\n| code | title |\n|---|---|\n"
    return head + "\n".join(rows) + "\n"


def demo_picture() -> str:
    """Return the timeline of the demo's plan as an SVG with its own paper behind it."""
    plan = jiwar.choose(jiwar.enumerate_options(jiwar.read_case(jiwar.example("brake-validation"))))
    blocks = [block for section in jiwar.render(plan).document.sections for block in section.blocks]
    (figure,) = [block for block in blocks if isinstance(block, Figure) and "timeline" in block.id]
    svg = figure.chart.svg(760)
    head, rest = svg.split(">", 1)
    return f'{head}><rect width="100%" height="100%" fill="#ffffff"/>{rest}\n'


def generated_pages() -> dict[Path, str]:
    """Return every generated page with its text."""
    pages = {DOCS / "diagnostics" / f"{code.name}.md": code_page(code) for code in all_codes().values()}
    pages[DOCS / "diagnostics" / "index.md"] = code_index()
    pages[DOCS / "case" / "reference.md"] = case_reference()
    schema = json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"
    pages[REPOSITORY / "src/jiwar/case/case.schema.json"] = schema
    pages[DOCS / "plan.svg"] = demo_picture()
    pages[DOCS / "commands.md"] = command_reference()
    pages[DOCS / "claims.md"] = claims_page(load_facts())
    return pages


def main() -> int:
    """Write the pages, or say which differ."""
    pages = generated_pages()
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    extra = set((DOCS / "diagnostics").glob("*.md")) - set(pages)
    if "--check" in sys.argv[1:]:
        for path in [*stale, *sorted(extra)]:
            print(f"out of date: {path.relative_to(REPOSITORY)} (run `make docs`)")
        return 1 if stale or extra else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], "utf-8")
        print(f"wrote {path.relative_to(REPOSITORY)}")
    for path in extra:
        path.unlink()
        print(f"removed {path.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
