"""Two-stage stochastic mixed-integer programs as arrays: methods with proven gaps, readers, a checker."""

from jiwar.staged.check import Check, check, expected_cost
from jiwar.staged.codes import StagedError
from jiwar.staged.extensive import extensive_form
from jiwar.staged.highs import LinearModel
from jiwar.staged.information import MeanPlan, WaitAndSee, evpi, expected_value_plan, vss, wait_and_see
from jiwar.staged.mps import read_mps
from jiwar.staged.orlib import read_assignment, read_facility_location
from jiwar.staged.program import Scenario, Stage, TwoStageProgram, one_stage, stage, two_stage
from jiwar.staged.result import Certificate, Cut, Leaf, Progress, Proof, Result, Split, Status
from jiwar.staged.smps import read_smps, read_smps_files
from jiwar.staged.solve import Method, choose_method, solve

__all__ = [
    "Certificate",
    "Check",
    "Cut",
    "Leaf",
    "LinearModel",
    "MeanPlan",
    "Method",
    "Progress",
    "Proof",
    "Result",
    "Scenario",
    "Split",
    "Stage",
    "StagedError",
    "Status",
    "TwoStageProgram",
    "WaitAndSee",
    "check",
    "choose_method",
    "evpi",
    "expected_cost",
    "expected_value_plan",
    "extensive_form",
    "one_stage",
    "read_assignment",
    "read_facility_location",
    "read_mps",
    "read_smps",
    "read_smps_files",
    "solve",
    "stage",
    "two_stage",
    "vss",
    "wait_and_see",
]
