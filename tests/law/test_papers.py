"""Papers come out filled in three languages, with every open answer marked, and nothing that nobody said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from jiwar.law import Flow, Instrument, assess
from jiwar.law.papers import (
    PAPERS,
    Dossier,
    DossierFlow,
    DossierWork,
    Paper,
    Statement,
    Table,
    clause_annexes,
    impact_worksheet,
    local_filings,
    record_of_processing,
    works_council_sheet,
)
from jiwar.law.questions import answered

_CASE = yaml.load(
    (Path(__file__).parent / "cases" / "e01-ecu-tests-in-morocco.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - every scalar stays text
)
E1 = answered(Flow(), _CASE["flow"])
ON = dt.date(2026, 11, 22)
LOGS = DossierFlow("ECU tests", assess(E1, ON), purpose="Tests of control units")
DOSSIER = Dossier(
    (LOGS,),
    exporter="Remstal GmbH",
    importer="Remstal Maroc SARL",
    site="Casablanca",
    country="MA",
    form="captive",
    start=dt.date(2027, 4, 1),
    works=(DossierWork("Software tests", 6.0, 4.0),),
    works_council=True,
)
LANGUAGES = ("en", "de", "fr")


def flow_of(answers: dict[str, object], on: dt.date = ON, name: str = "a flow") -> DossierFlow:
    return DossierFlow(name, assess(answered(E1, answers), on))


def of(*flows: DossierFlow) -> Dossier:
    return replace(DOSSIER, flows=flows)


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def cells(paper: Paper) -> list[str]:
    return [cell.text for table in tables(paper) for row in table.rows for cell in row]


def answer(paper: Paper, item: str) -> str:
    """The answer beside an item."""
    found = [row[1].text for table in tables(paper) for row in table.rows if row[0].text.startswith(item)]
    assert found, item
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_speaks_the_language_and_marks_what_is_open(language: str) -> None:
    papers = [write(DOSSIER, language) for write in PAPERS]
    for paper in papers:
        assert paper.language == language
        assert paper.open_answers > 0
        assert str(paper.open_answers) in paper.opening
        assert all(cell.strip() for cell in cells(paper))
        assert all(table.caption.strip() for table in tables(paper))
    assert len({paper.title for paper in papers}) == len({paper.file_name for paper in papers}) == 5


def test_papers_differ_between_languages_but_not_in_shape() -> None:
    for write in PAPERS:
        english, german, french = (write(DOSSIER, language) for language in LANGUAGES)
        assert len({english.title, german.title, french.title}) == 3
        assert english.open_answers == german.open_answers == french.open_answers
        assert [len(part.blocks) for part in english.parts] == [len(part.blocks) for part in german.parts]
        assert [len(part.blocks) for part in english.parts] == [len(part.blocks) for part in french.parts]


def test_a_day_after_the_last_review_is_told_as_such() -> None:
    later = of(flow_of({}, on=dt.date(2027, 4, 1)))
    for language, word in (("en", "carried forward"), ("de", "fortgeschrieben"), ("fr", "prolongé")):
        for write in PAPERS:
            assert word in write(later, language).opening
            assert word not in write(DOSSIER, language).opening


def test_file_names_say_what_is_inside_and_open_everywhere() -> None:
    for write in PAPERS:
        for language in LANGUAGES:
            name = write(DOSSIER, language).file_name
            assert name == name.lower()
            assert name.replace("-", "").isascii()
            assert name.replace("-", "").isalnum()


def test_a_processor_and_a_controller_have_their_own_record() -> None:
    record = record_of_processing(DOSSIER)
    assert answer(record, "Name of the processor") == "Remstal GmbH"
    assert answer(record, "Controllers on behalf") == "to be answered"
    assert "module 3" in answer(record, "Transfer to a third country")
    controller = record_of_processing(
        of(flow_of({"roles": "controller_to_processor", "scc_module": "2"})), "de"
    )
    assert answer(controller, "Name des Verantwortlichen") == "Remstal GmbH"
    assert answer(controller, "Vorgesehene Fristen für die Löschung") == "noch zu beantworten"
    provisions = {row[2].text for table in tables(controller) for row in table.rows if len(row) == 3}
    assert {f"Art. 30 Abs. 1 Buchst. {letter}" for letter in "abcdefg"} <= provisions


def test_data_about_nobody_need_no_entry_no_assessment_and_no_clauses() -> None:
    models = of(flow_of({"categories": "anonymous"}))
    assert not any("Art. 30" in cell for cell in cells(record_of_processing(models)))
    assert "no: the data lead to no person" in cells(impact_worksheet(models))
    assert clause_annexes(models).parts[0].title.startswith("Flows without")


def test_a_decision_makes_the_assessment_and_the_clauses_needless() -> None:
    supposed = assess(E1, dt.date(2028, 6, 1), switches={"adequacy:MA": dt.date(2028, 1, 1)})
    dossier = of(DossierFlow("ECU tests", supposed))
    assert any("supposed adequacy decision" in cell for cell in cells(record_of_processing(dossier)))
    assert any(cell.startswith("no: adequacy decision") for cell in cells(impact_worksheet(dossier)))
    assert len(clause_annexes(dossier).parts) == 2


def test_the_worksheet_has_the_six_steps_and_the_facts_of_the_country() -> None:
    paper = impact_worksheet(DOSSIER)
    steps = [part.title for part in paper.parts if part.title.startswith("Step")]
    assert [title.split(":")[0] for title in steps] == [f"Step {number}" for number in range(1, 7)]
    assert any("Law 05-20" in cell for cell in cells(paper))
    tunisia = impact_worksheet(replace(of(flow_of({"importer_country": "TN"})), country="TN"))
    assert not any("Law 05-20" in cell for cell in cells(tunisia))


def test_measures_that_the_case_already_takes_are_filled_in() -> None:
    screen = impact_worksheet(of(flow_of({"access": "screen_only"}, name="screen")))
    taken = next(
        row for table in tables(screen) for row in table.rows if row[0].text.startswith("Screen only")
    )
    assert taken[2].text == "screen"
    copied = impact_worksheet(of(flow_of({"access": "copy"}, name="copy")))
    open_one = next(
        row for table in tables(copied) for row in table.rows if row[0].text.startswith("Screen only")
    )
    assert open_one[2].open


def test_annexes_come_once_for_each_module() -> None:
    paper = clause_annexes(
        of(
            flow_of({}, name="one"),
            flow_of({"access": "copy"}, name="two"),
            flow_of({"roles": "controller_to_processor", "scc_module": "2"}, name="three"),
        )
    )
    titles = [part.title for part in paper.parts]
    assert titles[:2] == [
        "Module two, transfer controller to processor",
        "Module three, transfer processor to processor",
    ]
    assert [table.caption for table in tables(paper)].count("Data exporter") == 2
    assert {"one", "two", "three"} <= {table.caption for table in tables(paper)}


def test_other_instruments_need_no_annexes_and_an_unknown_one_may() -> None:
    rules = flow_of({"instrument": Instrument.BCR.value})
    assert len(clause_annexes(of(rules)).parts) == 2
    unknown = clause_annexes(of(flow_of({"instrument": "unknown"})))
    assert any("Annex I.B" in block.text for block in unknown.blocks if hasattr(block, "text"))


def test_nobody_is_said_to_have_no_further_recipients_before_somebody_says_so() -> None:
    silent = of(flow_of({"onward_countries": "unknown"}))
    assert answer(impact_worksheet(silent), "Intended onward transfers") == "to be answered"
    assert answer(clause_annexes(silent), "Countries") == "to be answered"
    cloud = of(flow_of({"onward_countries": "US"}))
    assert answer(clause_annexes(cloud), "Countries") == "United States"
    assert answer(clause_annexes(of(flow_of({"onward_countries": ""}))), "Countries") == "none named"


def test_an_answer_closes_an_open_cell() -> None:
    told = replace(LOGS, retention="three years")
    assert clause_annexes(of(told)).open_answers == clause_annexes(DOSSIER).open_answers - 1
    named = replace(DOSSIER, data_protection_officer="Ms Doe")
    assert record_of_processing(named).open_answers == record_of_processing(DOSSIER).open_answers - 1


def test_filings_come_in_the_order_in_which_they_can_be_made() -> None:
    staff = flow_of({"categories": "ma_employee, ma_national_id", "roles": "controller_to_controller"})
    paper = local_filings(of(staff))
    listed = tables(paper)[0]
    filings = [row[0].text for row in listed.rows]
    order = [
        next(i for i, text in enumerate(filings) if word in text) for word in ("Art. 15", "prior", "F118")
    ]
    assert order == sorted(order)
    assert [text.split(".")[0] for text in filings] == [str(number) for number in range(1, len(filings) + 1)]
    by_form = {row[1].text: row[2].text for row in listed.rows}
    assert by_form["CNDP form F118"].startswith("2 months, extendable once")
    request = next(table for table in tables(paper) if "Art. 46" in table.caption)
    assert request.rows[0][1].text == "Remstal Maroc SARL"  # what leaves Morocco is sent from there


def test_filings_of_two_flows_are_one_list_with_the_worse_state() -> None:
    declared = flow_of({"roles": "controller_to_controller", "local_declaration": "yes"}, name="declared")
    open_one = flow_of({"roles": "controller_to_controller", "local_declaration": "no"}, name="open")
    rows = [row for row in tables(local_filings(of(declared, open_one)))[0].rows if "Declare" in row[0].text]
    assert len(rows) == 1
    assert rows[0][6].open
    assert rows[0][5].text == "all flows with personal data"


def test_other_countries_have_their_own_filings_or_none() -> None:
    poland = local_filings(replace(of(flow_of({"importer_country": "PL"})), country="PL"))
    assert not any("CNDP" in cell for cell in cells(poland))
    tunisia = local_filings(replace(of(flow_of({"importer_country": "TN"})), country="TN"))
    assert any("INPDP" in cell for cell in cells(tunisia))


def test_the_works_council_reads_what_is_planned_and_which_data_go() -> None:
    paper = works_council_sheet(DOSSIER)
    assert answer(paper, "Place and form") == "Casablanca, Morocco – own unit (company of the group)"
    assert answer(paper, "Software tests") == "4"
    assert any("Source code" in cell for cell in cells(paper))
    assert any(
        "§ 90 BetrVG" in line
        for block in paper.blocks
        if isinstance(block, Statement)
        for line in block.lines
    )
    scrubbed = works_council_sheet(of(flow_of({"authors_removed": "yes", "categories": "source_code"})))
    assert not any("Source code" in cell for cell in cells(scrubbed))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_cites_in_its_own_way(language: str) -> None:
    text = " ".join(cells(record_of_processing(DOSSIER, language)))
    assert {"en": "Art. 30(2)(c)", "de": "Art. 30 Abs. 2 Buchst. c", "fr": "Art. 30(2)(c)"}[language] in text
