"""One line of a team table turned into posts over time, at home and away."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.case import TeamLine
from jiwar.money import FloatArray
from jiwar.options.learning import Team, TeamProfile, shifted
from jiwar.periods import Horizon


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of one role and seniority in a work package: steps of people needed, and who is here."""

    role: str
    seniority: str
    steps: tuple[tuple[int, float], ...]  # month index, change of people needed
    employed: float

    def needed(self, months: int, share: float = 1.0) -> FloatArray:
        """Return people needed per month, shape (months,), for a share of the work."""
        need = np.zeros(months)
        for index, people in self.steps:
            need[max(index, 0) :] += share * people
        return need


def posts_of(lines: tuple[TeamLine, ...], horizon: Horizon) -> tuple[Posts, ...]:
    """Gather the lines of one work package into posts by role and seniority.

    A later line of the same role and seniority replaces the number of people needed from its month on.
    """
    gathered: dict[tuple[str, str], list[TeamLine]] = {}
    for line in sorted(lines, key=lambda line: line.start):
        gathered.setdefault((line.role, line.seniority), []).append(line)
    result = []
    for (role, seniority), group in gathered.items():
        before, steps = 0.0, []
        for line in group:
            steps.append((horizon.index(line.start), line.people - before))
            before = line.people
        result.append(Posts(role, seniority, tuple(steps), group[0].employed))
    return tuple(result)


def sum_profiles(profiles: list[TeamProfile], shape: tuple[int, int]) -> TeamProfile:
    """Add profiles; none gives a team of nobody."""
    if not profiles:
        return TeamProfile.nobody(*shape)
    first, *others = profiles
    return TeamProfile(sum((other.series for other in others), start=first.series))


def home_team(posts: Posts, share: float, team: Team, shape: tuple[int, int], *, hire: bool) -> TeamProfile:
    """Return the team at home for a share of the posts: own people first, vacancies filled or not.

    Own people who leave are replaced in every form; posts that were vacant from the beginning, and posts
    that come later, are filled only when ``hire`` is true.
    """
    months = shape[1]
    vacant, filled = team.vacant, team.filled
    here = min(posts.employed, share * posts.steps[0][1]) if posts.steps[0][0] <= 0 else 0.0
    parts = [shifted(filled, 0, months, here)]
    for number, (index, people) in enumerate(posts.steps):
        change = share * people - (here if number == 0 else 0.0)
        if change < 0:  # fewer people needed: experienced posts end
            parts.append(shifted(filled, index, months, change))
        elif hire:
            parts.append(shifted(vacant, index, months, change))
    return sum_profiles(parts, shape)


def held_posts(posts: Posts, share: float, months: int, *, hire: bool) -> FloatArray:
    """Return the posts at home that are held, shape (months,): one between two people counts as held."""
    if hire:
        return posts.needed(months, share)
    here = min(posts.employed, share * posts.steps[0][1]) if posts.steps[0][0] <= 0 else 0.0
    held: FloatArray = np.minimum(here, posts.needed(months, share))
    return held


@dataclass(frozen=True, slots=True)
class Piece:
    """Some posts of a team: how many people, the profile of one of them, and the month in which it begins."""

    people: float
    profile: TeamProfile
    at: int


def away_pieces(posts: Posts, size_factor: float, share: float, start: int, team: Team) -> tuple[Piece, ...]:
    """Return the posts at a site that takes over a share of the work from a start month on.

    ``size_factor`` is people per post of delivered work, so that the team delivers in the long run.
    """
    due = sum(people for index, people in posts.steps if index <= start)
    pieces = [Piece(size_factor * share * due, team.vacant, start)]
    for index, people in posts.steps:
        if index > start:
            basis = team.vacant if people >= 0 else team.filled
            pieces.append(Piece(size_factor * share * people, basis, index))
    return tuple(pieces)


def away_team(pieces: tuple[Piece, ...], shape: tuple[int, int]) -> TeamProfile:
    """Return the team that pieces make up."""
    parts = [shifted(piece.profile, piece.at, shape[1], piece.people) for piece in pieces]
    return sum_profiles(parts, shape)
