"""The workbook recomputes as the engine computes, and JSON holds everything."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import babel.dates
import numpy as np
import pytest

from jiwar.money import discount_factors
from jiwar.report import ReportContext, report_of
from jiwar.report.breakeven import Recovery, break_even

Run = Callable[..., ReportContext]
Sheets = dict[str, list[list[Any]]]

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SUMMARY, INPUTS = 2, 3
_NEW_RATE = 0.125
_NEW_FACTOR = 1.2


@pytest.fixture(scope="module")
def soffice() -> str:
    """LibreOffice, or a reason to skip."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("no LibreOffice on this machine; recomputing the workbook needs its Calc")
    return found


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def sheet_names(content: bytes) -> list[str]:
    return re.findall(r'<sheet name="([^"]+)"', parts(content)["xl/workbook.xml"].decode())


def names(content: bytes) -> dict[str, str]:
    """Return the cells that have a name, without their sheets."""
    found = re.findall(
        r'<definedName [^>]*name="([a-zA-Z_]+)"[^>]*>([^<]+)<', parts(content)["xl/workbook.xml"].decode()
    )
    return {name: place.split("!")[1].replace("$", "") for name, place in found if "!" in place}


def changed(content: bytes, values: dict[str, float]) -> bytes:
    """Put other numbers into named inputs and take all computed values away."""
    out, known = io.BytesIO(), names(content)
    cells = {known[name]: value for name, value in values.items()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts(content).items():
            text = data
            if name.startswith("xl/worksheets/sheet"):
                said = data.decode()
                if name.endswith(f"/sheet{INPUTS}.xml"):
                    for place, value in cells.items():
                        said, count = re.subn(rf'(<c r="{place}"[^>]*><v>)[^<]*', rf"\g<1>{value}", said)
                        assert count == 1
                text = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", said).encode()
            packed.writestr(name, text)
    return out.getvalue()


def recomputed(soffice: str, contents: list[bytes], folder: Path, form: str = "xlsx") -> list[bytes]:
    """Open in LibreOffice, all in one go, compute everything anew, and save."""
    source, target = folder / "in", folder / "out"
    source.mkdir(exist_ok=True)
    files = [source / f"book{number}.xlsx" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=400)
    return [(target / f"{file.stem}.{form}").read_bytes() for file in files]


def read(content: bytes, number: int) -> dict[str, float | str]:
    """Read the values of a sheet by the place of its cells."""
    files = parts(content)
    shared = [
        "".join(piece.text or "" for piece in entry.iter(f"{{{_NS['m']}}}t"))
        for entry in ET.fromstring(files["xl/sharedStrings.xml"]).findall("m:si", _NS)  # noqa: S314 - our own file
    ]
    found: dict[str, float | str] = {}
    for one in ET.fromstring(files[f"xl/worksheets/sheet{number}.xml"]).iter(f"{{{_NS['m']}}}c"):  # noqa: S314 - our own file
        value = one.find("m:v", _NS)
        if value is None or value.text is None:
            continue
        kind = one.get("t", "n")
        text = value.text
        found[str(one.get("r"))] = (
            shared[int(text)] if kind == "s" else text if kind in {"str", "e"} else float(text)
        )
    return found


def expected(context: ReportContext, *, rate: float, pay: float = 1.0) -> dict[str, float]:
    """What the engine's own functions say; the plan's first line counts ``pay`` times."""
    discount = discount_factors(rate, context.horizon.months)

    def side(lines: Any, name: str) -> Any:
        rows = [
            np.array(getattr(line, f"{name}_by_month_eur"))
            * (pay if name == "plan" and line.key == context.lines[0].key else 1.0)
            for line in lines
        ]
        return sum(rows)

    cash = {name: side(context.cash_lines, name) for name in ("staying", "plan")}
    value = {name: side(context.value_lines, name) for name in ("staying", "plan")}
    extra = cash["plan"] - cash["staying"]
    found = break_even(tuple(np.cumsum(extra)))
    years = np.array([month.year for month in context.horizon])
    told = {
        "B5": cash["staying"] @ discount,
        "C5": cash["plan"] @ discount,
        "B6": value["staying"] @ discount,
        "C6": value["plan"] @ discount,
        "D7": (extra + value["plan"] - value["staying"]) @ discount,
        "D8": -extra @ discount,
        "D9": -(extra + value["plan"] - value["staying"]) @ discount,
        "B11": max(found.peak_eur, 0.0),
        "B12": float(len(extra) if found.recovery is Recovery.NOT_RECOVERED else found.month or 0),
    }
    for index, year in enumerate(dict.fromkeys(years.tolist())):
        told[f"A{18 + index}"] = float(year)
        told[f"B{18 + index}"] = cash["staying"][years == year].sum()
        told[f"C{18 + index}"] = cash["plan"][years == year].sum()
        told[f"D{18 + index}"] = extra[years == year].sum()
        told[f"F{18 + index}"] = value["plan"][years == year].sum()
    return {place: float(number) for place, number in told.items()}


def check(found: dict[str, float | str], wanted: dict[str, float]) -> None:
    for place, number in wanted.items():
        assert found.get(place, 0.0) == pytest.approx(number, abs=0.005), place


def test_the_values_in_the_file_are_those_of_the_engine(run: Run) -> None:
    context = run()
    check(
        read(report_of(context).content(".xlsx"), SUMMARY),
        expected(context, rate=context.discount_rate.value),
    )


@pytest.mark.slow
@pytest.mark.parametrize("changes", [{"factor": 0.8}, {}, {"moves": False}])
def test_libreoffice_finds_what_the_engine_finds(
    soffice: str, run: Run, tmp_path: Path, changes: dict[str, Any]
) -> None:
    context = run(**changes)
    content = report_of(context).content(".xlsx")
    assert b"<f>" in parts(content)[f"xl/worksheets/sheet{SUMMARY}.xml"]
    same, other = recomputed(
        soffice,
        [changed(content, {}), changed(content, {"discount_rate": _NEW_RATE, "plan_pay": _NEW_FACTOR})],
        tmp_path,
    )
    found = read(same, SUMMARY)
    check(found, expected(context, rate=context.discount_rate.value))
    assert found["B14"] == 0
    tried = read(other, SUMMARY)
    check(tried, expected(context, rate=_NEW_RATE, pay=_NEW_FACTOR))
    assert tried["B14"] == 2
    for number in range(1, 1 + len(sheet_names(content))):
        assert not [value for value in read(other, number).values() if str(value).startswith(("#", "Err:"))]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_same_run_gives_the_same_bytes(run: Run, language: str) -> None:
    for form in ("xlsx", "json"):
        first = report_of(run(), language=language).content(f".{form}")
        assert report_of(run(), language=language).content(f".{form}") == first


def test_sheets_are_there_with_charts_and_frozen_heads(run: Run) -> None:
    content = report_of(run()).content(".xlsx")
    files = parts(content)
    assert sheet_names(content) == [
        *("Guide", "Summary", "Inputs", "By year", "Waterfall", "Cash flow", "Plan", "People", "Headcount"),
        *(
            "Law",
            "Duties",
            "Blocked",
            "All reasons",
            "Limits",
            "Assumptions",
            "Facts",
            "Sources",
            "Record",
            "Engine amounts",
        ),
    ]
    assert sum(name.startswith("xl/charts/chart") for name in files) == 3
    assert b'state="frozen"' in files["xl/worksheets/sheet6.xml"]
    assert b"2026-11-22T00:00:00Z" in files["docProps/core.xml"]
    for name, data in files.items():
        if name.startswith("xl/worksheets/sheet"):
            assert b'orientation="landscape"' in data
            assert b"fitToPage" in data or re.search(rb'<pageSetup [^>]*scale="', data)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_sheet_has_a_name_of_its_own_in_each_language(
    shipped: Callable[[str], Any], language: str
) -> None:
    content = report_of(shipped("vehicle-software").context(language), language=language).content(".xlsx")
    listed = len(sheet_names(content))
    assert listed == 24
    links = parts(content)["xl/worksheets/sheet1.xml"].decode().count("<hyperlink ")
    assert links == listed - 1


def test_charts_show_the_steps_the_draws_and_the_people(shipped: Callable[[str], Any]) -> None:
    files = parts(report_of(shipped("brake-validation").context("en")).content(".xlsx"))
    charts = [data.decode() for name, data in files.items() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4
    steps = next(one for one in charts if "'Waterfall'" in one or "Waterfall!" in one)
    assert "<a:noFill/>" in steps
    assert '<c:grouping val="stacked"/>' in steps
    fan = next(one for one in charts if "Draws!" in one or "'Draws'" in one)
    assert fan.count("<c:ser>") == 4
    assert sum("People" in one and "<c:ser>" in one for one in charts) >= 1


def test_inputs_have_names_that_formulas_use(shipped: Callable[[str], Any]) -> None:
    context = shipped("brake-validation").context("en")
    content = report_of(context).content(".xlsx")
    known = names(content)
    live = {one.key.replace("/", "_") for one in context.live.inputs}
    assert {
        "discount_rate",
        "plan_pay",
        "staying_pay",
        "net_present_value",
        "net_present_value_cash",
        "months_out",
    } | live <= set(known)
    sheets = "".join(data.decode() for name, data in parts(content).items() if "worksheets/sheet" in name)
    formulas = " ".join(re.findall(r"<f>([^<]+)</f>", sheets))
    assert all(re.search(rf"\b{name}\b", formulas) for name in live | {"discount_rate", "plan_pay"})
    guarded = parts(content)[f"xl/worksheets/sheet{INPUTS}.xml"].decode().count("<dataValidation ")
    assert guarded == 1 + len(live) + 2 * sum(name.startswith("plan_") for name in known)


def test_words_of_a_case_are_never_formulas(run: Run) -> None:
    content = report_of(run(title="=1+1", question='=HYPERLINK("https://example.org")')).content(".xlsx")
    assert "1+1" not in " ".join(
        re.findall(r"<f>([^<]+)</f>", parts(content)["xl/worksheets/sheet1.xml"].decode())
    )
    assert read(content, 1)["A1"] == "=1+1"


def test_the_file_ends_where_it_was_asked_to(run: Run, tmp_path: Path) -> None:
    report = report_of(run())
    for form in ("xlsx", "json"):
        assert report.write(tmp_path / f"board.{form}").read_bytes() == report.content(f".{form}")


def test_json_holds_the_run_and_the_paper(run: Run) -> None:
    context = run()
    told = json.loads(report_of(context).content(".json"))
    assert told["format"] == "jiwar-report/1"
    assert set(told) == {"format", "document", "run"}
    assert [one["id"] for one in told["document"]["sections"]][:2] == ["decision", "reverse"]
    assert set(told["run"]) == {field.name for field in dataclasses.fields(context)}
    assert told["run"]["live"] is None
    lines = told["run"]["lines"]
    assert lines[0]["plan_by_month_eur"] == list(context.lines[0].plan_by_month_eur)
    assert lines[0]["plan_eur"]["origins"][0].startswith("fact:")
    assert told["run"]["horizon"] == {"start": "2027-01", "months": 60}
    figures = [
        block
        for section in told["document"]["sections"]
        for block in section["blocks"]
        if block["type"] == "figure"
    ]
    assert figures
    assert all(one["table"]["rows"] for one in figures)


NEW_INPUTS = {
    "brake-validation": {"wage_growth/MA": 0.11},
    "grid-engineering": {"wage_growth/DE": 0.05},
    "vehicle-software": {"wage_growth/DE": 0.05, "wage_growth/MA": 0.02, "fx/MAD": 9.5},
}
"""Values of inputs that a reader may try; each is priced by the engine as an override of the fact."""


def priced_again(found: Any, values: dict[str, float]) -> dict[str, float]:
    """What the engine says of the same plan with other values, where the summary shows it."""
    from jiwar.risk.repricing import Repricer

    options, plan = found.options, found.plan
    home = f"wage_growth/{options.facts.sites[options.case.company.home].country}"
    drawn = {home: options.facts.get(home).value, **values}
    planned, staying = Repricer(options, (plan, None)).flows({k: np.array([v]) for k, v in drawn.items()})
    discount = options.discount
    extra = planned.cash_eur[0] - staying.cash_eur[0]
    back = break_even(tuple(np.cumsum(extra)))
    told = {
        "B5": staying.cash_eur[0] @ discount,
        "C5": planned.cash_eur[0] @ discount,
        "B6": staying.undone_eur[0] @ discount,
        "C6": planned.undone_eur[0] @ discount,
        "D7": (planned.cost_eur[0] - staying.cost_eur[0]) @ discount,
        "D8": -extra @ discount,
        "D9": (staying.cost_eur[0] - planned.cost_eur[0]) @ discount,
        "B11": max(back.peak_eur, 0.0),
        "B12": float(len(extra) if back.recovery is Recovery.NOT_RECOVERED else back.month or 0),
    }
    years = np.array([month.year for month in options.horizon])
    for index, year in enumerate(dict.fromkeys(years.tolist())):
        told[f"B{18 + index}"] = staying.cash_eur[0][years == year].sum()
        told[f"C{18 + index}"] = planned.cash_eur[0][years == year].sum()
    return {place: float(number) for place, number in told.items()}


@pytest.mark.slow
def test_wage_growth_and_exchange_rates_recompute_as_the_engine_prices_them(
    soffice: str, shipped: Callable[[str], Any], tmp_path: Path
) -> None:
    """Before and after, for every example: present values, payback and every year to the cent."""
    books, wanted = [], []
    for name, values in NEW_INPUTS.items():
        found = shipped(name)
        content = report_of(found.context("en")).content(".xlsx")
        named = {key.replace("/", "_"): value for key, value in values.items()}
        books += [changed(content, {}), changed(content, named)]
        before, after = priced_again(found, {}), priced_again(found, values)
        assert max(abs(after[place] - before[place]) for place in ("B5", "C5")) > 10_000
        wanted += [before, after]
    for content, told in zip(recomputed(soffice, books, tmp_path), wanted, strict=True):
        check(read(content, SUMMARY), told)


@pytest.mark.slow
def test_printed_sheets_show_every_number(
    soffice: str, shipped: Callable[[str], Any], tmp_path: Path
) -> None:
    """No cell is too narrow for its number and none holds an error, in the example with the largest amounts."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("no pdftotext on this machine")
    context = shipped("vehicle-software").context("fr")
    content = report_of(context, language="fr").content(".xlsx")
    file = tmp_path / "book.pdf"
    file.write_bytes(recomputed(soffice, [content], tmp_path, "pdf")[0])
    command = [pdftotext, "-layout", str(file), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "###" not in told
    assert not re.search(r"#(REF|NAME|VALUE|DIV|N/A)|Err:5", told)
    months = babel.dates.format_date(dt.date(2027, 2, 1), "MMM y", locale="fr")
    assert months in told
    assert re.search(r"\d\d[  ]\d{3}[  ]\d{3}\b", told)


@pytest.mark.parametrize("name", sorted(NEW_INPUTS))
def test_quantities_times_prices_are_the_amounts_of_the_engine(
    shipped: Callable[[str], Any], name: str
) -> None:
    context = shipped(name).context("en")
    live = context.live
    amounts = {
        (side, line.key): getattr(line, f"{side}_by_month_eur")
        for line in context.lines
        for side in ("staying", "plan")
    }
    for key, rest in live.rest.items():
        side, line = key.split("/")
        total = np.array(rest)
        for one in live.quantities:
            if (one.side, one.line) == (side, line):
                total = total + np.array(one.eur(live.prices[one.price]))
        assert total == pytest.approx(np.array(amounts[side, line]), abs=1e-6)
    wages = ("pay", "charges", "learning_turnover", "surplus_people", "support")
    assert all(abs(sum(live.rest[f"plan/{line}"])) < 1e-3 for line in wages if f"plan/{line}" in live.rest)
