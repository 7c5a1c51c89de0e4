"""The shipped base loads whole, is frozen, and says when it is asked for something else."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from jiwar.facts import SENIORITIES, Facts, FactsError, load_facts, read_base
from jiwar.facts.grids import grid_keys

FIRST_SITES = {
    "DE": {"stuttgart", "muenchen", "leipzig", "berlin", "wolfsburg", "frankfurt"},
    "MA": {
        *("casablanca", "rabat", "tanger", "fes", "oujda", "agadir", "marrakech"),
        *("tetouan", "meknes", "kenitra", "benguerir"),
    },
    "PL": {"krakow"},
    "RO": {"cluj", "iasi"},
    "PT": {"porto", "braga"},
    "ES": {"madrid", "barcelona"},
    "TN": {"tunis"},
    "EG": {"cairo"},
    "IN": {"bengaluru", "pune"},
    "RS": {"belgrade"},
    "TR": {"istanbul"},
}


def test_the_catalogue_holds_every_site_with_clock_calendar_and_place(facts: Facts) -> None:
    by_country: dict[str, set[str]] = {}
    for site in facts.sites.values():
        by_country.setdefault(site.country, set()).add(site.id)
    assert by_country == FIRST_SITES
    for site in facts.sites.values():
        assert site.place == f"{site.country}-{site.id}"
        assert -90 < site.latitude < 90
        assert -180 < site.longitude < 180
        assert site.day_start < site.day_end
        assert len(site.airport) == 3
        assert site.languages
        assert (site.land is not None) == (site.country == "DE")
        assert bool(site.province) == (site.country == "MA")
        assert site.region_group == "home" if site.country == "DE" else site.region_group in {"near", "far"}
    assert facts.sites["cairo"].week == "Sun-Thu"
    assert facts.sites["casablanca"].park == "Casanearshore"


def test_roles_have_names_in_three_languages_and_an_occupation(facts: Facts) -> None:
    assert len(facts.roles) == 15
    for role in facts.roles.values():
        assert set(role.names) == {"en", "de", "fr"}
        assert all(role.names.values())
        assert role.isco08.isdigit()
        assert len(role.isco08) == 4


def test_every_grid_that_planning_asks_for_is_complete_and_positive(facts: Facts) -> None:
    keys = list(grid_keys(facts))
    assert len(keys) == len(set(keys)) > 2000
    for key in keys:
        fact = facts.get(key)
        assert fact.is_number
        growth = fact.key.startswith(("wage_growth/", "rate_growth/"))
        assert growth or fact.low >= 0.0


def test_pay_rises_with_seniority_and_managers_earn_more_than_agents(facts: Facts) -> None:
    for site in facts.sites.values():
        for role in facts.roles:
            steps = [facts.get(f"pay/{site.place}/{role}/{seniority}").mid for seniority in SENIORITIES]
            assert steps == sorted(steps), (site.id, role)
        manager, agent = (
            facts.get(f"pay/{site.place}/{role}/senior").mid
            for role in ("engineering_manager", "support_agent")
        )
        assert manager > 1.5 * agent


def test_pay_is_written_in_dirhams_in_morocco_and_in_euros_elsewhere(facts: Facts) -> None:
    for site in facts.sites.values():
        unit = facts.get(f"pay/{site.place}/test_engineer/mid").unit
        assert unit == ("MAD/year" if site.country == "MA" else "EUR/year")


@pytest.mark.code("F001")
def test_an_unknown_key_gets_the_nearest_ones(facts: Facts) -> None:
    with pytest.raises(FactsError) as caught:
        facts.get("atrition/MA")
    assert caught.value.diagnostics[0].code == "F001"
    assert "attrition/MA" in caught.value.diagnostics[0].remedy
    with pytest.raises(FactsError, match="F001"):
        facts.table("nothing")
    with pytest.raises(FactsError, match="F001"):
        facts.series("nothing")
    with pytest.raises(FactsError, match="F001"):
        facts.series("fx_monthly").value("MAD", "1999-01")


def test_the_same_day_gives_the_same_object_and_hash(facts: Facts) -> None:
    assert load_facts() is facts
    assert load_facts(facts.edition) is facts
    later = load_facts(facts.edition + dt.timedelta(days=400))
    assert later.hash == facts.hash
    assert not facts.stale()
    assert later.stale()


def test_nothing_in_the_base_can_be_changed(facts: Facts) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        facts.hash = ""  # type: ignore[misc]  # that is the point
    with pytest.raises(TypeError):
        facts.sites["x"] = facts.sites["fes"]  # type: ignore[index]  # that is the point
    with pytest.raises(dataclasses.FrozenInstanceError):
        facts.get("attrition/MA").mid = 1.0  # type: ignore[misc]  # that is the point


@pytest.mark.code("F022")
def test_a_day_before_the_first_edition_gives_it_with_a_note(facts: Facts) -> None:
    early = load_facts(dt.date(2020, 1, 1))
    assert early.get("attrition/MA") == facts.get("attrition/MA")
    assert [item.code for item in early.notes] == ["F022"]
    assert not facts.notes


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """A copy of the shipped package that a test may damage."""
    return Path(shutil.copytree(data, tmp_path / "copy"))


def change_manifest(folder: Path, table: str, text: str) -> None:
    """Write a table and describe it as it now is."""
    import hashlib

    description = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    item = next(item for item in description["resources"] if item["name"] == table)
    (folder / item["path"]).write_text(text, encoding="utf-8")
    item["hash"] = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    (folder / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")


def test_a_row_recorded_later_replaces_the_old_one_from_its_day_on(copy: Path, data: Path) -> None:
    path = data / "facts" / "planning.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    old = next(row for row in rows if row[0] == "attrition/MA")
    new = [*old]
    new[rows[0].index("mid")], new[rows[0].index("recorded")] = "22", "2027-03-01"
    text = (
        path.read_text(encoding="utf-8") + ",".join(f'"{cell.replace(chr(34), "")}"' for cell in new) + "\n"
    )
    change_manifest(copy, "planning", text)
    assert read_base(copy, dt.date(2027, 2, 28)).get("attrition/MA").mid == 20.0
    assert read_base(copy, dt.date(2027, 3, 1)).get("attrition/MA").mid == 22.0
    assert read_base(copy).hash != read_base(data).hash


@pytest.mark.code("F020")
@pytest.mark.parametrize("damage", ["gone", "altered", "no description", "no json", "unlisted"])
def test_a_damaged_package_is_refused(copy: Path, damage: str) -> None:
    description = copy / "datapackage.json"
    if damage == "gone":
        (copy / "facts" / "priors.csv").unlink()
    elif damage == "altered":
        path = copy / "facts" / "priors.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("prior", "survey"), encoding="utf-8")
    elif damage == "no description":
        description.unlink()
    elif damage == "no json":
        description.write_text("{", encoding="utf-8")
    else:
        content = json.loads(description.read_text(encoding="utf-8"))
        content["resources"] = [item for item in content["resources"] if item["name"] != "sites"]
        description.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        read_base(copy)
    assert {item.code for item in caught.value.diagnostics} == {"F020"}


def test_every_problem_of_every_table_is_reported_at_once(copy: Path, data: Path) -> None:
    planning = (data / "facts" / "planning.csv").read_text(encoding="utf-8")
    change_manifest(copy, "planning", planning.replace("percent/year", "percents", 1))
    sites = (data / "sites.csv").read_text(encoding="utf-8")
    change_manifest(copy, "sites", sites.replace("48.7758", "north"))
    sources = (data / "sources.csv").read_text(encoding="utf-8")
    change_manifest(copy, "sources", sources.replace("2026-11-22", "yesterday", 1))
    with pytest.raises(FactsError) as caught:
        read_base(copy)
    assert sorted({item.code for item in caught.value.diagnostics}) == ["F004", "F005", "F014"]
