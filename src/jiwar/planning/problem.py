"""What is to be decided, as plain arrays: groups of options and everything that they share.

A `Problem` knows no wage and no law. Packages are whatever must be done exactly once, options are the ways
to do them, sites are wherever they can be done, skills are kinds of people. Each block beside `Choices` is
one family of rules; ``None`` means that the rule does not exist in this problem.

Axes: O options, P packages, T periods, K pools, S sites, N locations, R roles, W skills, A moves, J posts, E steps
of grants, D shared duties.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiwar.money import FloatArray
from jiwar.planning.entries import Entries, IntArray

BoolArray = NDArray[np.bool_]

NEVER = np.iinfo(np.int64).max
"""Start of an option that never moves."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The options, the package that each belongs to, and what each costs on its own."""

    packages: tuple[str, ...]
    names: tuple[str, ...]
    package: IntArray  # (O,)
    allowed: BoolArray  # (O,)
    cost_eur: FloatArray  # (O,) present value


@dataclass(frozen=True, slots=True)
class Hiring:
    """How many people each option hires from which pool, and what the labour market gives."""

    pools: tuple[str, ...]
    limit_people: FloatArray  # (K, T)
    hires: Entries  # key: pool
    skill: IntArray  # (K,) skill whose freed people can take these posts, -1 for none


@dataclass(frozen=True, slots=True)
class Sites:
    """Where options happen, which of them need an own unit there, and what units cost and demand."""

    names: tuple[str, ...]
    site: IntArray  # (O,) -1 when at none of the sites
    unit_from: IntArray  # (O,) first period in which the option needs the unit, -1 for never
    people: FloatArray  # (O, T) at the option's site
    opening_eur: FloatArray  # (S, T) paid once, in the period of opening
    running_eur: FloatArray  # (S, T) paid in each period while open
    minimum_team_people: FloatArray  # (S,) 0 for no minimum
    settling_periods: int  # periods after the opening before the minimum holds
    capacity_people: FloatArray  # (S,) inf for no limit
    max_sites: int | None  # sites in use, with an own unit or without


@dataclass(frozen=True, slots=True)
class Communication:
    """Pairs of packages that talk, where each option does its talking, and what distance costs.

    A location is where the people of a package are at one time; it may stand for people split over two
    sites, so that costs between locations hold for any share.
    """

    pairs: IntArray  # (pairs, 2) packages
    volume: FloatArray  # (pairs, T)
    locations: tuple[str, ...]
    location: IntArray  # (O, T)
    cost_eur_per_unit: FloatArray  # (N, N, T)


@dataclass(frozen=True, slots=True)
class CoreTeam:
    """People per role who must be at home at any time."""

    roles: tuple[str, ...]
    least_people: FloatArray  # (R,)
    at_home: Entries  # key: role


@dataclass(frozen=True, slots=True)
class Budget:
    """The highest cumulated extra cash against staying."""

    limit_eur: float
    extra_cash_eur: FloatArray  # (O, T) cash of the option less cash of staying


@dataclass(frozen=True, slots=True)
class QuarterCash:
    """The highest extra cash against staying in any single period."""

    limit_eur: float
    extra_cash_eur: FloatArray  # (O, T) cash of the option less cash of staying


@dataclass(frozen=True, slots=True)
class Concentration:
    """The highest share of all people who may be abroad at any time."""

    max_share: float
    abroad_people: FloatArray  # (O, T)
    all_people: FloatArray  # (O, T)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part that may not be more than so many times a whole, in any period; ratios of one family differ in scope."""

    family: str
    scope: str
    words: str
    unit: str
    part: FloatArray  # (O, T)
    whole: FloatArray  # (O, T)
    most: float


@dataclass(frozen=True, slots=True)
class Precedence:
    """Packages that may start to move only after others have moved."""

    pairs: IntArray  # (pairs, 2) package that waits, package waited for
    start: IntArray  # (O,) any clock; NEVER for options that stay
    moved: IntArray  # (O,) same clock; when the move counts as done


@dataclass(frozen=True, slots=True)
class Moves:
    """Changes of skill: retraining upwards, or downgrading with a share of people who leave instead."""

    names: tuple[str, ...]
    source: IntArray  # (A,) skill
    target: IntArray  # (A,) skill
    cost_eur: FloatArray  # (A, T) per person
    lost_share: FloatArray  # (A,) part of those moved who leave
    limit_people: FloatArray  # (A, T) inf for no limit
    limit_share: FloatArray  # (A,) of the target skill's stock in the same period, inf for no limit


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts that people of a skill can fill without being recruited.

    An offered post exists only in the period and only with the option that means to hire then; a standing
    post waits until somebody fills it.
    """

    names: tuple[str, ...]
    skill: IntArray  # (J,)
    offered: BoolArray  # (J,) offered by options, else standing
    offers: Entries  # key: post
    standing_people: FloatArray  # (J,) 0 for offered posts
    saving_eur: FloatArray  # (J, T) per person who fills one


@dataclass(frozen=True, slots=True)
class Workforce:
    """Stock of people per skill and period, and every way in and out of it."""

    skills: tuple[str, ...]
    initial_people: FloatArray  # (W,)
    demand_people: FloatArray  # (W, T)
    inflow: Entries  # key: skill; people whom options free
    attrition_new: FloatArray  # (W,) share of the recruits of the period who leave in it
    attrition: FloatArray  # (W,) share per period of everybody else
    recruit_limit: FloatArray  # (W, T)
    recruit_eur: FloatArray  # (W, T) per person
    redundancy_limit: FloatArray  # (W, T) 0 forbids, inf allows
    redundancy_eur: FloatArray  # (W, T) per person
    surplus_limit: FloatArray  # (T,) over all skills
    surplus_eur: FloatArray  # (W, T) per person and period
    short_time_limit: FloatArray  # (W, T)
    short_time_share: float  # part of the capacity that is lost
    short_time_eur: FloatArray  # (W, T) per person and period
    moves: Moves
    posts: Posts


@dataclass(frozen=True, slots=True)
class Steps:
    """Grants that are paid when enough people work in the own unit of a site; one step per project at most."""

    names: tuple[str, ...]
    project: IntArray  # (E,) steps of one project exclude each other
    site: IntArray  # (E,)
    least_people: FloatArray  # (E,)
    counted: IntArray  # (E,) period in which people are counted
    paid: IntArray  # (E,) period in which the amount arrives
    amount_eur: FloatArray  # (E,)


@dataclass(frozen=True, slots=True)
class SharedDuties:
    """Legal duties that are paid once for all options that need them, from the first one on."""

    names: tuple[str, ...]
    once_eur: FloatArray  # (D,)
    per_period_eur: FloatArray  # (D,) while the work lasts
    needs: Entries  # key: duty; the period from which the option needs it, amount 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that a plan must decide; shapes are checked when it is made."""

    name: str
    periods: tuple[str, ...]
    discount: FloatArray  # (T,) worth today of one EUR of the period
    choices: Choices
    hiring: Hiring | None = None
    sites: Sites | None = None
    communication: Communication | None = None
    core_team: CoreTeam | None = None
    workforce: Workforce | None = None
    budget: Budget | None = None
    quarter_cash: QuarterCash | None = None
    concentration: Concentration | None = None
    ratios: tuple[Ratio, ...] = ()
    precedence: Precedence | None = None
    steps: Steps | None = None
    duties: SharedDuties | None = None

    def __post_init__(self) -> None:
        from jiwar.planning.shapes import check_shapes

        check_shapes(self)
