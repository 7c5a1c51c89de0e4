"""Judge a plan on fresh draws: quantiles, chance of loss, payback, what it hangs on and what undoes it."""

from jiwar.risk.codes import RiskError
from jiwar.risk.correlation import CORRELATIONS, GROUPS, VALUE_OF_WORK, Correlation
from jiwar.risk.draws import NOT_DRAWN, Scenarios, draws_for
from jiwar.risk.evaluation import Evaluation, Payback, evaluate
from jiwar.risk.named import NAMED, NamedScenario, ScenarioSaving, Shock, ShockKind
from jiwar.risk.pricing_scenarios import price_futures
from jiwar.risk.quantiles import Quantile, Spread
from jiwar.risk.sensitivity import Flip, Influence, PairFlip, Turn
from jiwar.risk.strategies import StrategyScore, compare_strategies

__all__ = [
    "CORRELATIONS",
    "GROUPS",
    "NAMED",
    "NOT_DRAWN",
    "VALUE_OF_WORK",
    "Correlation",
    "Evaluation",
    "Flip",
    "Influence",
    "NamedScenario",
    "PairFlip",
    "Payback",
    "Quantile",
    "RiskError",
    "ScenarioSaving",
    "Scenarios",
    "Shock",
    "ShockKind",
    "Spread",
    "StrategyScore",
    "Turn",
    "compare_strategies",
    "draws_for",
    "evaluate",
    "price_futures",
]
