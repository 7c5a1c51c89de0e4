"""On a screen, on a phone, in the dark and on paper: nothing overflows, overlaps, is cut or too faint to read."""

from __future__ import annotations

import dataclasses
import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from jiwar.case import example_names
from jiwar.languages import Language
from jiwar.report import Report
from jiwar.report.blocks import Column, Figure, Row, Table, Text
from jiwar.report.charts import Line, Lines
from jiwar.report.html import to_html

Seen = dict[str, Any]

_DARK = ("@media screen and (prefers-color-scheme:dark)", "@media screen")
_PRINT = ("@media print{", "@media all{")
MODES = {
    "desktop": (1280, None),
    "phone": (375, None),
    "dark": (1280, _DARK),
    "print": (690, _PRINT),
}
"""Width of the frame, and the medium that the page is told to be in."""

_NUMBERS_OPEN = """
window.opened = () => {
  const number = document.querySelector("a.number");
  number.click();
  const peek = document.getElementById("peek");
  const box = peek.getBoundingClientRect();
  return { open: !peek.hidden, links: peek.querySelectorAll(".peek-body a").length,
           inside: box.left >= 0 && box.right <= document.documentElement.clientWidth + 1 };
};
"""

_FRAME = """<meta charset="utf-8"><body style="margin:0"><script>
const tasks = TASKS;
const results = {};
const look = async (name, page, width) => {
  const frame = document.createElement("iframe");
  frame.style = `width:${width}px;height:900px;border:0`;
  const loaded = new Promise((done) => frame.addEventListener("load", done));
  frame.src = page;
  document.body.append(frame);
  await loaded;
  const page_window = frame.contentWindow;
  results[name] = { ...page_window.probe(), peek: page_window.opened() };
  frame.remove();
};
(async () => {
  for (const [name, page, width] of tasks) await look(name, page, width);
  document.body.textContent = JSON.stringify(results);
})();
</script>"""


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser, or a reason to skip."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on this machine; the check of the page on screens needs one")
    return found


def pages_of(name: str, page: str, folder: Path) -> list[tuple[str, str, int]]:
    """Write a page as each medium sees it and return what is to be looked at."""
    probe = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8") + _NUMBERS_OPEN
    tasks = []
    for mode, (width, medium) in MODES.items():
        shown = page.replace(*medium) if medium else page
        assert medium is None or shown != page
        file = folder / f"{name}-{mode}.html"
        file.write_text(shown.replace("</body>", f"<script>{probe}</script></body>"), encoding="utf-8")
        # A window cannot be narrower than some 500 pixels, a frame can.
        tasks.append((f"{name}-{mode}", file.name, width))
    return tasks


def look(browser: str, tasks: list[tuple[str, str, int]], folder: Path) -> dict[str, Seen]:
    """Load all pages in one browser and return what the probe saw."""
    frame = folder / "frame.html"
    frame.write_text(_FRAME.replace("TASKS", json.dumps(tasks)), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    flags += [f"--user-data-dir={folder / 'profile'}", "--allow-file-access-from-files"]
    flags += ["--virtual-time-budget=600000", "--dump-dom", frame.as_uri()]
    done = subprocess.run([browser, *flags], capture_output=True, text=True, check=False, timeout=300)
    found = re.search(r"<body[^>]*>(\{.*\})</body>", done.stdout, re.DOTALL)
    assert found is not None, done.stdout[-400:] + done.stderr[-800:]
    read: dict[str, Seen] = json.loads(html.unescape(found[1]))
    return read


@pytest.fixture(scope="session")
def seen(
    chromium: str, papers: dict[str, Report], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Seen]:
    """What the probe saw of every paper in every mode."""
    folder = tmp_path_factory.mktemp("screens")
    tasks = [task for name, paper in papers.items() for task in pages_of(name, paper.html, folder)]
    return look(chromium, tasks, folder)


NAMES = ("invented-en", *(f"{name}-{one}" for name in example_names() for one in Language))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mode", MODES)
def test_nothing_overflows_overlaps_is_cut_or_faint(seen: dict[str, Seen], name: str, mode: str) -> None:
    found = seen[f"{name}-{mode}"]
    width = MODES[mode][0]
    assert found["room"] in {width, width - 15}
    assert found["wide"] == []
    assert found["page"] <= found["room"]
    assert found["tables"] == []
    assert found["broken"] == []
    assert found["charts"] >= 5
    assert found["drawn"] == ["narrow" if width < 600 else "wide"]
    assert found["cut"] == []
    assert found["overlaps"] == []
    assert found["weak"] == {}
    assert found["unsaid"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["desktop", "phone"])
def test_numbers_open_what_they_rest_on(seen: dict[str, Seen], mode: str) -> None:
    peek = seen[f"invented-en-{mode}"]["peek"]
    assert peek["open"]
    assert peek["inside"]
    assert peek["links"] >= 2


@pytest.mark.slow
def test_the_probe_sees_faults(chromium: str, tmp_path: Path) -> None:
    """A page with one fault of each kind: the probe must find them all."""
    faulty = """<!DOCTYPE html><html><head><style>@media screen and (prefers-color-scheme:dark){}
      @media print{}</style></head><body style="margin:0;background:#fff">
      <a class="number" href="#x">7</a><div id="peek"><div class="peek-body"></div></div>
      <div class="table" aria-label="too broad" style="width:200px"><table style="width:400px"></table></div>
      <p style="width:40px;overflow-wrap:anywhere">indivisible</p>
      <p style="color:#999">faint</p><div style="width:3000px">wide</div><img src="data:,">
      <figure><div class="chart" role="img" aria-label="a chart"><div class="wide"><svg width="300" height="80">
      <rect width="300" height="80" fill="#222222"/><text x="10" y="20" fill="#000000">black on black</text>
      <text x="20" y="22" fill="#ffffff">over it</text><text x="150" y="40" fill="#ffffff">dotted</text>
      <circle cx="156" cy="36" r="4"/><text x="270" y="60" fill="#ffffff">cut at the edge</text>
      </svg></div></div></figure></body></html>"""
    found = look(chromium, pages_of("faulty", faulty, tmp_path)[:1], tmp_path)["faulty-desktop"]
    assert any("wide" in one for one in found["wide"])
    assert found["page"] > found["room"]
    assert found["tables"] == ["too broad"]
    assert found["broken"] == ["indivisible"]
    assert found["cut"] == ["cut at the edge"]
    assert found["overlaps"] == ["a dot | dotted", "black on black | over it"]
    assert {text.split(": ")[1] for text in found["weak"].values()} >= {"black on black", "faint"}
    assert found["unsaid"] == 1


@pytest.mark.slow
def test_lines_can_be_switched_off_by_their_legend(
    chromium: str, papers: dict[str, Report], tmp_path: Path
) -> None:
    made = papers["invented-en"]
    lines = Lines(
        (Line("This plan", (0.0, 2.0), 1), Line("The other", (1.0, 3.0), 2)), ((0, "2027"),), "EUR", str
    )
    table = Table("Numbers", (Column("year"),), (Row(((Text("2027"),),)),))
    figure = Figure("both", "Two plans", lines, "Both plans rise.", table)
    first, *others = made.document.sections
    section = dataclasses.replace(first, blocks=(*first.blocks, figure))
    page = to_html(dataclasses.replace(made.document, sections=(section, *others)), made.texts)
    found = look(chromium, pages_of("two", page, tmp_path)[:1], tmp_path)["two-desktop"]["legends"]
    assert found == [
        {
            "names": ["This plan", "The other"],
            "pressed": ["false", "true"],
            "off": ["This plan"],
            "gone": True,
            "back": True,
        }
    ]
