"""Fits the outlook to its record and writes the fit that is shipped: ``python -m tools.build_outlook``.

Takes some minutes. The result is the same for the same facts, model, seed and versions of numpy and scipy. With
``--page`` only the page of the documentation that shows the fit is written again.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from jiwar.facts import Facts, load_facts
from jiwar.outlook import observations, posterior
from jiwar.outlook.calibration import LAST_OBSERVED, MEMBERS, SEED, SHIPPED_MOVES, fit, input_hash
from jiwar.outlook.shipping import FILE, write
from jiwar.units import UNITS

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "jiwar" / "outlook" / FILE
PAGE = ROOT / "docs" / "outlook" / "fit.md"
TEMPLATE = Path(__file__).parent / "fit.md"


def build(facts: Facts) -> None:
    """Fit, write, and show how the walk settled."""
    start = time.process_time()
    drawn = fit(facts, LAST_OBSERVED, members=MEMBERS, seed=SEED, moves=SHIPPED_MOVES)
    write(TARGET, drawn, input_hash(facts, observations(facts, LAST_OBSERVED)))
    print(f"{time.process_time() - start:.0f} s of one core, acceptance {drawn.acceptance:.2f}")
    print(f"mean misfit along the walk: {[round(float(value), 1) for value in drawn.trace[::100]]}")
    print(f"R-hat between half and end, worst: {drawn.settled.max():.4f}; correlation left: {drawn.left:.2f}")
    print(TARGET)


def readable(value: float) -> str:
    """Return a number as a person writes it, to three digits or in whole units."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def page(facts: Facts) -> str:
    """Return the page: convergence, observations beside the fit, and what the record taught."""
    fitted = posterior(facts)
    drawn = fitted.sample
    learned = ["| fact | before | after | narrower by |", "| --- | --- | --- | --- |"]
    rows = []
    for key, before, after in fitted.update_of():
        unit = UNITS[facts.get(key).unit].factor
        gain = 1.0 - float((after[2] - after[0]) / (before[2] - before[0]))
        cells = (" / ".join(readable(value / unit) for value in numbers) for numbers in (before, after))
        rows.append((gain, f"| `{key}` | {' | '.join(cells)} | {100 * gain:.0f} % |"))
    learned += [line for _, line in sorted(rows, key=lambda row: -row[0])]
    seen = ["| channel | year | value | error | facts |", "| --- | --- | --- | --- | --- |"]
    for item in fitted.observed:
        keys = " ".join(f"`{key}`" for key in item.keys)
        seen.append(f"| {item.channel} | {item.year} | {readable(item.value)} | {item.error:.2f} | {keys} |")
    return TEMPLATE.read_text(encoding="utf-8").format(
        members=fitted.members,
        inputs=fitted.input_hash,
        unknowns=drawn.particles.shape[0],
        data=len(fitted.observed),
        moves=SHIPPED_MOVES,
        misfit=f"{drawn.misfit.mean():.1f}",
        acceptance=f"{drawn.acceptance:.2f}",
        left=f"{drawn.left:.2f}",
        settled=f"{drawn.settled.max():.4f}",
        learned="\n".join(learned),
        seen="\n".join(seen),
    )


def main(arguments: list[str]) -> int:
    """Fit if asked to, and write the page."""
    if arguments not in ([], ["--page"]):
        print("usage: python -m tools.build_outlook [--page]")
        return 2
    facts = load_facts()
    if not arguments:
        build(facts)
    PAGE.write_text(page(facts), encoding="utf-8", newline="\n")
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
