"""The rules of a problem in the words of the person who set them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from jiwar.planning.entries import IntArray
from jiwar.planning.model import Block, Program
from jiwar.planning.problem import Problem

_Block = TypeVar("_Block")

_SAME_RULE = {"minimum_team_at_end": "minimum_team", "capacity_in_unit": "capacity"}
"""Blocks of rows that are part of a rule with another name."""


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: it holds an array
class Rule:
    """One rule: the family it is of, what it is about, its words, and the rows that express it."""

    family: str
    scope: str
    words: str
    rows: IntArray


def rules_of(problem: Problem, program: Program) -> tuple[Rule, ...]:
    """Return every rule of the user's that the program expresses; rows of one rule are gathered."""
    gathered: dict[tuple[str, str], list[IntArray]] = {}
    for block in program.row_blocks:
        if block.limit:
            for scope, rows in _scopes(block):
                gathered.setdefault((_SAME_RULE.get(block.name, block.name), scope), []).append(rows)
    found = []
    for (family, scope), parts in gathered.items():
        rows = np.concatenate(parts)
        if len(rows):
            found.append(Rule(family, scope, words_of(problem, family, scope), rows))
    return tuple(found)


def _scopes(block: Block) -> list[tuple[str, IntArray]]:
    """Split a block by what its rules are about; a block over periods alone is one rule."""
    if len(block.labels) < 2:
        return [("", block.index[block.index >= 0])]
    return [(label, row[row >= 0]) for label, row in zip(block.labels[0], block.index, strict=True)]


def words_of(problem: Problem, family: str, scope: str) -> str:
    """Return a rule in words, with its figures; raises KeyError for an unknown family."""
    for ratio in problem.ratios:
        if (ratio.family, ratio.scope) == (family, scope):
            return ratio.words
    return _WORDS[family](problem, scope)


def _hiring(problem: Problem, scope: str) -> str:
    hiring = _there(problem.hiring)
    limits = hiring.limit_people[hiring.pools.index(scope)]
    return f"the labour market gives at most {_range(limits)} people of {scope} per quarter"


def _core_team(problem: Problem, scope: str) -> str:
    core = _there(problem.core_team)
    return f"core team: at least {core.least_people[core.roles.index(scope)]:g} {scope} at home"


def _minimum_team(problem: Problem, scope: str) -> str:
    sites = _there(problem.sites)
    least = sites.minimum_team_people[sites.names.index(scope)]
    return f"an own unit in {scope} has at least {least:g} people"


def _capacity(problem: Problem, scope: str) -> str:
    sites = _there(problem.sites)
    return f"{scope} holds at most {sites.capacity_people[sites.names.index(scope)]:g} people"


def _number_of_sites(problem: Problem, _scope: str) -> str:
    most = _there(problem.sites).max_sites
    return f"at most {most} {'site' if most == 1 else 'sites'} outside home"


def _redundancies(problem: Problem, scope: str) -> str:
    force = _there(problem.workforce)
    limits = force.redundancy_limit[force.skills.index(scope)]
    return f"no redundancies of {scope}" if not limits.any() else f"limited redundancies of {scope}"


def _share_moved(problem: Problem, scope: str) -> str:
    moves = _there(problem.workforce).moves
    share = moves.limit_share[moves.names.index(scope)]
    return f"{scope}: at most {share:.0%} of those in the new skill"


def _surplus(problem: Problem, _scope: str) -> str:
    return f"at most {_range(_there(problem.workforce).surplus_limit)} people without work"


_WORDS: dict[str, Callable[[Problem, str], str]] = {
    "hiring": _hiring,
    "core_team": _core_team,
    "budget": lambda problem, _: (
        f"budget: at most {_there(problem.budget).limit_eur:,.0f} EUR of extra cash against staying"
    ),
    "quarter_cash": lambda problem, _: (
        f"at most {_there(problem.quarter_cash).limit_eur:,.0f} EUR of extra cash against staying in any quarter"
    ),
    "concentration": lambda problem, _: (
        f"at most {_there(problem.concentration).max_share:.0%} of the people abroad"
    ),
    "precedence": lambda _, scope: f"order: {scope}",
    "number_of_sites": _number_of_sites,
    "minimum_team": _minimum_team,
    "capacity": _capacity,
    "redundancies": _redundancies,
    "share_moved": _share_moved,
    "surplus": _surplus,
    "staffing": lambda _, scope: f"as many {scope} people as the work needs",
}
"""Every family of limits with its words."""


def _there(block: _Block | None) -> _Block:
    """Return a block that must be there because a rule of it is."""
    if block is None:
        message = "the problem has no such block"
        raise ValueError(message)
    return block


def _range(limits: np.ndarray) -> str:
    low, high = float(limits.min()), float(limits.max())
    return f"{low:.3g}" if math.isclose(low, high) else f"{low:.3g} to {high:.3g}"
