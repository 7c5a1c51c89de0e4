"""The SMPS reader: one test per known trap of the public instances, and messages that teach."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jiwar.staged import StagedError, TwoStageProgram, read_mps, read_smps, read_smps_files, solve

CORE = """* a comment
NAME          tiny
ROWS
 N  obj
 L  cap
 G  need
 E  once
COLUMNS
    x         obj           2.0   cap           1.0
    x         need          1.0
    MARK      'MARKER'                 'INTORG'
    y         obj           3.0   need          2.0
    y         once          1.0
    MARK      'MARKER'                 'INTEND'
    z         obj           9.0   once          1.0
RHS
    rhs       cap           4.0   need          1.0
    rhs       once          1.0
BOUNDS
 UP bnd       y             1.0
 UP bnd       z             1.0
ENDATA
"""
TIME = "TIME\nPERIODS\tLP\n    x   obj   ONE\n    y\tneed  TWO"
STOCH = """STOCH
SCENARIOS     DISCRETE
 SC A         'ROOT'    0.25   TWO
    RHS1      need      3.0
 SC B         ROOT      0.75   TWO
    y         obj       5.0
    x         need      2.0
    z         need      1.5
ENDATA
"""


def write(folder: Path, core: str = CORE, time: str = TIME, stoch: str = STOCH) -> Path:
    for ending, text in ((".cor", core), (".tim", time), (".sto", stoch)):
        (folder / f"tiny{ending}").write_text(text, encoding="latin-1")
    return folder / "tiny.cor"


@pytest.fixture
def tiny(tmp_path: Path) -> TwoStageProgram:
    """A program with a random right-hand side, cost, technology entry, and an entry that the core lacks."""
    # The row `cap` belongs to the first stage: the border must stand at `need`.
    return read_smps(write(tmp_path, time=TIME.replace("obj   ONE", "cap   ONE")))


def codes(problem: StagedError) -> set[str]:
    return {item.code for item in problem.diagnostics}


def test_a_replacement_touches_only_its_own_scenario(tiny: TwoStageProgram) -> None:
    a, b = tiny.scenario(0), tiny.scenario(1)
    assert a.row_lower[0] == 3.0
    assert b.row_lower[0] == 1.0
    assert (a.cost[0], b.cost[0]) == (3.0, 5.0)
    assert (a.technology.toarray()[0, 0], b.technology.toarray()[0, 0]) == (1.0, 2.0)


def test_an_entry_that_is_zero_in_the_core_joins_the_pattern(tiny: TwoStageProgram) -> None:
    assert tiny.scenario(0).recourse.toarray().tolist() == [[2.0, 0.0], [1.0, 1.0]]
    assert tiny.scenario(1).recourse.toarray().tolist() == [[2.0, 1.5], [1.0, 1.0]]


def test_the_rhs_set_may_have_any_name_and_root_may_be_quoted(tiny: TwoStageProgram) -> None:
    assert tiny.probability.tolist() == [0.25, 0.75]
    assert tiny.scenario(0).row_lower[0] == 3.0  # `RHS1` here, `rhs` in the core


def test_markers_and_bounds_both_make_integers(tmp_path: Path) -> None:
    core = CORE.replace(" UP bnd       z             1.0", " BV bnd       z")
    program = read_smps(write(tmp_path, core=core, time=TIME.replace("obj   ONE", "cap   ONE")))
    assert program.second.integer.tolist() == [True, True]
    assert program.second.upper.tolist() == [[1.0, 1.0]]
    assert program.first.integer.tolist() == [False]


def test_the_name_is_that_of_the_file(shared: Path) -> None:
    assert read_smps(shared / "benchmarks/sslp/sslp_15_45_5.cor").name == "sslp_15_45_5"  # header: 15_45_15


def test_probabilities_are_normalised_with_a_note(shared: Path) -> None:
    program = read_smps(shared / "benchmarks/dcap/dcap233_300")
    assert program.probability.sum() == pytest.approx(1.0, abs=1e-12)
    assert program.probability == pytest.approx(np.full(300, 1 / 300))
    assert "0.9999" in program.notes[0]
    assert read_smps(shared / "benchmarks/dcap/dcap233_200").notes == ()


@pytest.mark.parametrize(
    ("name", "first", "second", "scenarios"),
    [
        ("dcap/dcap233_200", (12, 6, 6), (27, 27, 15), 200),
        ("dcap/dcap233_300", (12, 6, 6), (27, 27, 15), 300),
        ("dcap/dcap243_200", (12, 6, 6), (36, 36, 18), 200),
        ("dcap/dcap332_200", (12, 6, 6), (24, 24, 12), 200),
        ("sslp/sslp_5_25_100", (5, 5, 1), (130, 125, 30), 100),
        ("sslp/sslp_10_50_50", (10, 10, 1), (510, 500, 60), 50),
        ("sslp/sslp_15_45_5", (15, 15, 1), (690, 675, 60), 5),
    ],
)
def test_sizes_of_the_public_instances(
    shared: Path, name: str, first: tuple[int, ...], second: tuple[int, ...], scenarios: int
) -> None:
    program = read_smps(shared / "benchmarks" / name)
    for part, (columns, integers, rows) in ((program.first, first), (program.second, second)):
        assert (part.columns, int(part.integer.sum()), part.rows) == (columns, integers, rows)
    assert program.scenarios == scenarios


def test_random_data_are_where_the_families_have_them(shared: Path) -> None:
    dcap = read_smps(shared / "benchmarks/dcap/dcap233_200").second
    assert (dcap.data.shape[0], dcap.row_lower.shape[0], dcap.cost.shape[0]) == (200, 1, 1)
    sslp = read_smps(shared / "benchmarks/sslp/sslp_5_25_50").second
    assert (sslp.data.shape[0], sslp.row_lower.shape[0], sslp.cost.shape[0]) == (1, 50, 1)


def test_the_unserved_task_is_binary_in_dcap(shared: Path) -> None:
    second = read_smps(shared / "benchmarks/dcap/dcap332_200").second
    assert second.integer.all()
    assert set(second.upper.ravel()) == {1.0}


def sizes(shared: Path, folder: str, core: str, stoch: str) -> TwoStageProgram:
    base = shared / "benchmarks/sizes"
    files = [base / folder / f"{core}.cor", base / folder / f"{core}.tim", base / stoch]
    return read_smps_files(*files, name=Path(stoch).stem)


def test_one_core_and_time_file_serve_several_scenario_files(shared: Path) -> None:
    for count in (3, 5, 10):
        program = sizes(shared, "siplib", "sizes10", f"siplib/sizes{count}.sto")
        assert program.scenarios == count
        assert (program.first.columns, program.second.columns) == (75, 75)
        assert (program.first.rows, program.second.rows) == (31, 31)


def test_latin_1_crlf_and_a_missing_last_newline_are_read(shared: Path) -> None:
    base = shared / "benchmarks/sizes"
    assert b"\r\n" in (base / "woodruff/sizes.cor").read_bytes()
    assert not (base / "siplib/sizes10.tim").read_bytes().endswith(b"\n")
    with pytest.raises(UnicodeDecodeError):
        (base / "siplib/sizes10.cor").read_text(encoding="utf-8")
    assert sizes(shared, "woodruff", "sizes", "woodruff/sizes.sto").scenarios == 10


def test_the_slip_of_the_siplib_core_is_kept(shared: Path) -> None:
    """Y06JJ01 enters P05JJ02 in one copy and P06JJ02 in the other: the reader must not mend data."""
    slipped = sizes(shared, "siplib", "sizes10", "siplib/sizes10.sto")
    sound = sizes(shared, "woodruff", "sizes", "woodruff/sizes.sto")
    assert slipped.column_names == sound.column_names
    differ = np.argwhere(slipped.technology.toarray() != sound.technology.toarray())
    assert {slipped.column_names[column] for _, column in differ} == {"Y06JJ01"}


def test_the_middle_scenario_differs_from_the_deterministic_equivalent(shared: Path) -> None:
    """Demand of sizes 6 to 9 is 10 % higher in sizes3.sto than in sizes3_det_eq.mps; values differ too."""
    middle = sizes(shared, "siplib", "sizes10", "siplib/sizes3.sto").second.row_lower[1]
    assert {27.5, 16.5, 13.75} <= set(middle[np.isfinite(middle)].tolist())
    written = read_mps(shared / "benchmarks/sizes/siplib/sizes3_det_eq.mps")
    assert written.is_one_stage
    result = solve(written, gap=1e-7, seconds=60)
    assert result.objective == pytest.approx(224434.32, abs=0.01)


@pytest.mark.code("S004")
def test_every_bad_line_is_reported_with_its_place(tmp_path: Path) -> None:
    core = CORE.replace("x         obj           2.0", "x         obj           two").replace(" L  cap", " L")
    with pytest.raises(StagedError) as caught:
        read_smps(write(tmp_path, core=core))
    found = {(item.code, item.place.line) for item in caught.value.diagnostics if item.place}
    assert ("S004", 5) in found
    assert any(line > 8 for _, line in found)


@pytest.mark.code("S005")
def test_unknown_names_come_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(StagedError) as caught:
        read_smps(
            write(
                tmp_path, time=TIME.replace("obj", "cap"), stoch=STOCH.replace("RHS1      need", "RHS1 neeed")
            )
        )
    assert codes(caught.value) == {"S005"}
    assert "need" in caught.value.diagnostics[0].remedy


@pytest.mark.code("S006")
@pytest.mark.parametrize(
    ("core", "time", "stoch"),
    [
        (CORE, TIME, STOCH.replace("SCENARIOS     DISCRETE", "INDEP         DISCRETE")),
        (CORE, TIME, STOCH.replace("DISCRETE", "NORMAL")),
        (CORE, TIME + "\n    z once THREE", STOCH),
        (CORE, "TIME\nPERIODS\n    x   cap   ONE", STOCH),
        ("OBJSENSE\n    MAX\n" + CORE, TIME, STOCH),
        (CORE, TIME.replace("need", "once"), STOCH),  # then the first stage would hold second-stage columns
    ],
)
def test_what_is_not_two_stages_of_discrete_scenarios_is_refused(
    tmp_path: Path, core: str, time: str, stoch: str
) -> None:
    with pytest.raises(StagedError) as caught:
        read_smps(write(tmp_path, core=core, time=time, stoch=stoch))
    assert "S006" in codes(caught.value)


def test_ranges_and_bounds_of_all_kinds(tmp_path: Path) -> None:
    text = (
        "NAME r\nROWS\n N obj\n L a\n G b\n E c\n E d\nCOLUMNS\n"
        + "".join(f"  v{i} obj 1.0 a 1.0\n  v{i} b 1.0 c 1.0\n  v{i} d 1.0\n" for i in range(6))
        + "RHS\n  set a 4.0 b 1.0\n  set c 2.0 d 3.0\n  set obj -7.0\n"
        + "RANGES\n  set a 3.0 b 5.0\n  set c 2.0 d -2.0\n"
        + "BOUNDS\n UP s v0 -3\n LO s v1 2\n FX s v2 5\n FR s v3\n MI s v4\n UI s v5 9\nENDATA\n"
    )
    file = tmp_path / "r.mps"
    file.write_text(text)
    program = read_mps(file)
    first, inf = program.first, np.inf
    assert first.row_lower[0].tolist() == [1.0, 1.0, 2.0, 1.0]
    assert first.row_upper[0].tolist() == [4.0, 6.0, 4.0, 3.0]
    assert first.lower[0].tolist() == [-inf, 2.0, 5.0, -inf, -inf, 0.0]
    assert first.upper[0].tolist() == [-3.0, inf, 5.0, inf, inf, 9.0]
    assert first.integer.tolist() == [False, False, False, False, False, True]
    assert program.constant == 7.0
