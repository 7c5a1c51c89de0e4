"""What the outlook's paths say: fans, chances, limits, levers, what it would take, cost, trade, peers."""

from jiwar.outlook.answers.answering import Answers, answer, usual_wishes
from jiwar.outlook.answers.binding import binding
from jiwar.outlook.answers.bridge import PlanBeside, moved_people, plan_beside
from jiwar.outlook.answers.chances import Chance, both, chances
from jiwar.outlook.answers.cost import JobCost, job_cost
from jiwar.outlook.answers.effects import Effect, effects
from jiwar.outlook.answers.fans import LEVELS, Fan, Mix, fan, fans, mixes
from jiwar.outlook.answers.peers import Peer, peers
from jiwar.outlook.answers.reach import POLICY, Pull, effort, scenario_of
from jiwar.outlook.answers.sobol import SobolIndex, sobol
from jiwar.outlook.answers.take import Taken, Wish, what_would_it_take
from jiwar.outlook.answers.trade import Trade, trade

__all__ = [
    "LEVELS",
    "POLICY",
    "Answers",
    "Chance",
    "Effect",
    "Fan",
    "JobCost",
    "Mix",
    "Peer",
    "PlanBeside",
    "Pull",
    "SobolIndex",
    "Taken",
    "Trade",
    "Wish",
    "answer",
    "binding",
    "both",
    "chances",
    "effects",
    "effort",
    "fan",
    "fans",
    "job_cost",
    "mixes",
    "moved_people",
    "peers",
    "plan_beside",
    "scenario_of",
    "sobol",
    "trade",
    "usual_wishes",
    "what_would_it_take",
]
