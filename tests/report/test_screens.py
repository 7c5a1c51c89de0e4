"""In a browser: nothing overflows on a phone, and numbers open what they rest on."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiwar.report import ReportContext, report_of

_PROBE = """
<script>
window.addEventListener("load", () => {
  const room = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll("main *, header *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.right > room + 1 && !one.closest(".table, .peek, svg");
  });
  const shown = [...document.querySelectorAll(".chart > div")].filter((one) => one.offsetParent);
  const number = document.querySelector("a.number");
  number.click();
  const peek = document.getElementById("peek");
  const box = peek.getBoundingClientRect();
  const probe = {
    room, page: document.documentElement.scrollWidth,
    wide: wide.map((one) => one.tagName + "." + one.className).slice(0, 5),
    charts: shown.map((one) => one.className),
    text: [...document.querySelectorAll("svg text")].filter((one) => {
      const chart = one.closest("svg").getBoundingClientRect();
      const own = one.getBoundingClientRect();
      return own.width > 0 && (own.right > chart.right + 2 || own.left < chart.left - 2);
    }).map((one) => one.textContent).slice(0, 5),
    peek: { open: !peek.hidden, links: peek.querySelectorAll(".peek-body a").length,
            inside: box.left >= 0 && box.right <= room + 1 },
  };
  const out = document.createElement("pre");
  out.id = "probe";
  out.textContent = JSON.stringify(probe);
  document.body.append(out);
});
</script>
"""


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser, or a reason to skip."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on this machine; the check of the page on small screens needs one")
    return found


def probe(browser: str, page: str, folder: Path, width: int) -> dict[str, Any]:
    """Load a page at a width and return what the probe saw."""
    file = folder / "page.html"
    frame = folder / "frame.html"
    file.write_text(page.replace("</body>", f"{_PROBE}</body>"), encoding="utf-8")
    # A window cannot be narrower than some 500 pixels, a frame can.
    frame.write_text(f'<iframe src="page.html" style="width:{width}px;height:900px;border:0"></iframe>')
    source = (
        "<script>addEventListener('load',()=>setTimeout(()=>{document.body.textContent="
        "document.querySelector('iframe').contentDocument.getElementById('probe').textContent},300))</script>"
    )
    frame.write_text(frame.read_text() + source)
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    flags += [f"--user-data-dir={folder / 'profile'}", "--allow-file-access-from-files"]
    flags += ["--virtual-time-budget=8000", "--dump-dom", frame.as_uri()]
    done = subprocess.run([browser, *flags], capture_output=True, text=True, check=False, timeout=120)
    found = re.search(r"\{.*\}", html.unescape(done.stdout), re.DOTALL)
    assert found is not None, done.stderr[-800:]
    read: dict[str, Any] = json.loads(found[0])
    return read


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_overflows_and_numbers_open(
    chromium: str, run: Callable[..., ReportContext], tmp_path: Path, width: int
) -> None:
    seen = probe(chromium, report_of(run()).html, tmp_path, width)
    assert seen["room"] in {width, width - 15}
    assert seen["wide"] == []
    assert seen["page"] <= seen["room"]
    assert set(seen["charts"]) == {"narrow" if width < 600 else "wide"}
    assert len(seen["charts"]) == 5
    assert seen["text"] == []
    assert seen["peek"]["open"]
    assert seen["peek"]["inside"]
    assert seen["peek"]["links"] >= 2
