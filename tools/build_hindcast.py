"""Scores past forecasts of the outlook and writes docs/outlook/hindcast.md: ``python -m tools.build_hindcast``.

Fits the model once for each of twelve origins; takes some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from jiwar.facts import load_facts
from jiwar.outlook.hindcast import LEADS, METHODS, ORIGINS, SCORED, Score, hindcast

PAGE = Path(__file__).parents[1] / "docs" / "outlook" / "hindcast.md"
TEMPLATE = Path(__file__).parent / "hindcast.md"
LEAST_HELD, MOST_HELD = 0.65, 0.95
"""Coverage of bands of 80 % that a record of this length cannot tell from honest."""
NAMES = {
    "jobs": "jobs",
    "exports_old": "exports, old definition",
    "model": "model",
    "drift": "naive drift",
    "trend": "log-linear trend",
}


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    names = list(header)
    lines = [names, ["---"] * len(names), *[list(row) for row in rows]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def means(scores: list[Score]) -> tuple[str, str, str]:
    """Return how many forecasts, their mean CRPS in percent, and how many bands held what was seen."""
    mean = 100.0 * float(np.mean([score.crps for score in scores]))
    held = 100.0 * float(np.mean([score.covered for score in scores]))
    return str(len(scores)), f"{mean:.1f}", f"{held:.0f} %"


def verdict(scores: tuple[Score, ...]) -> str:
    """Return in sentences where the model beats naive drift and where its bands are not honest, and where not."""
    lines = []
    for channel in SCORED:
        for lead in (0, *range(1, LEADS + 1)):
            mine, naive = (
                [item for item in scores if (item.channel, item.method) == (channel, method)
                 and lead in (0, item.lead)]
                for method in ("model", "drift")
            )  # fmt: skip
            ours, theirs = (float(np.mean([item.crps for item in some])) for some in (mine, naive))
            held = float(np.mean([item.covered for item in mine]))
            what = NAMES[channel] + (f", {lead} year{'s' * (lead > 1)} ahead" if lead else ", all")
            word = "beats" if ours < theirs else "**does not beat**"
            honest = ""
            if not LEAST_HELD <= held <= MOST_HELD:
                honest = f"; **its bands are too {'narrow' if held < LEAST_HELD else 'wide'} there**"
            lines.append(
                f"- {what}: the model {word} naive drift ({100 * ours:.1f} against {100 * theirs:.1f}), and "
                f"{100 * held:.0f} % of what was seen lay inside its bands of 80 %{honest}."
            )
    return "\n".join(lines)


def page(scores: tuple[Score, ...]) -> str:
    """Return the page."""
    whole, by_lead, each = [], [], []
    for channel in SCORED:
        for method in METHODS:
            chosen = [score for score in scores if (score.channel, score.method) == (channel, method)]
            whole.append((NAMES[channel], NAMES[method], *means(chosen)))
            for lead in range(1, LEADS + 1):
                some = [score for score in chosen if score.lead == lead]
                if some:
                    by_lead.append((NAMES[channel], str(lead), NAMES[method], *means(some)))
        for score in scores:
            if score.channel == channel and score.method == "model":
                factor = 1.0 if channel == "jobs" else 1e9
                form = ",.0f" if channel == "jobs" else ".1f"
                numbers = (format(value / factor, form) for value in (score.median, score.seen))
                inside = "yes" if score.covered else "no"
                each.append((NAMES[channel], str(score.origin), str(score.year), *numbers, inside))
    header = ("forecasts", "mean CRPS, %", "inside the 80 % band")
    return TEMPLATE.read_text(encoding="utf-8").format(
        origins=f"{ORIGINS[0]} to {ORIGINS[-1]}",
        verdict=verdict(scores),
        whole=table(("what", "method", *header), whole),
        by_lead=table(("what", "years ahead", "method", *header), by_lead),
        each=table(("what", "fitted to", "year", "median", "seen", "inside"), each),
    )


def main() -> int:
    """Score and write."""
    PAGE.write_text(page(hindcast(load_facts())), encoding="utf-8", newline="\n")
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
