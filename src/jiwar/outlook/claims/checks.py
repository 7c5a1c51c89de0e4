"""The arithmetic of the audit: one function for each claim whose verdict follows from facts.

Each takes the facts by the short names of the claim, in the units of their sources, and returns the verdict with
the numbers that its sentence shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jiwar.outlook.claims.claim import Shape
from jiwar.outlook.claims.verdict import Verdict

Numbers = Mapping[str, float]
"""Facts of a claim by their short names."""

ABOUT_DOUBLE = 1.8
"""What may still be called a doubling."""

SMALL_PART = 0.1
"""What is too small a part to change a whole."""

NEAR = 0.05
"""How far two statements of the same number may lie apart."""


@dataclass(frozen=True, slots=True)
class Found:
    """The verdict of a check, and the numbers it computed with how they are written."""

    verdict: Verdict
    numbers: Mapping[str, tuple[float, Shape]]


def growth(first: float, last: float, years: float) -> float:
    """Return the yearly growth that leads from one value to another."""
    return float((last / first) ** (1.0 / years) - 1.0)


def additional_jobs(f: Numbers) -> Found:
    """Wrong when the stock plus what the contract adds is the number itself: then it is a total."""
    total = f["base"] + f["contract"]
    reading = f["today"] + f["total"]
    verdict = Verdict.WRONG if abs(total / f["total"] - 1) <= NEAR else Verdict.PARTLY
    return Found(
        verdict,
        {
            "sum": (total, Shape.COUNT),
            "reading": (reading, Shape.COUNT),
            "growth": (growth(f["today"], reading, 6), Shape.SHARE),
        },
    )


def double(f: Numbers) -> Found:
    """Misleading when only the old statistics give a doubling; correct when the latest number does too."""
    from_old, from_latest = f["target"] / f["old"], f["target"] / f["latest"]
    if from_latest >= ABOUT_DOUBLE:
        verdict = Verdict.CORRECT
    else:
        verdict = Verdict.MISLEADING if from_old >= ABOUT_DOUBLE else Verdict.WRONG
    numbers = {
        "from_old": (from_old, Shape.RATIO),
        "from_latest": (from_latest, Shape.RATIO),
        "same_ambition": (round(f["new"] * from_old, 1), Shape.AMOUNT),
    }
    return Found(verdict, numbers)


def german_shortage(f: Numbers) -> Found:
    """Contradicted when every measure of the shortage fell, correct when every one rose."""
    gap = f["gap_now"] / f["gap_then"] - 1
    vacancies = f["open_now"] / f["open_then"] - 1
    ratio = f["ratio_now"] / f["ratio_then"] - 1
    rising = [change > 0 for change in (gap, vacancies, ratio)]
    verdict = Verdict.CORRECT if all(rising) else Verdict.PARTLY if any(rising) else Verdict.CONTRADICTED
    return Found(verdict, {"gap_change": (gap, Shape.SHARE), "open_change": (vacancies, Shape.SHARE)})


def adequacy_key(f: Numbers) -> Found:
    """Overstated when its best measured effect is less than half of what is missing and others double without."""
    worth = f["best"] / 100 * f["exports"]
    part = worth / (f["target"] - f["exports"])
    egypt = f["egypt_now"] / f["egypt_then"]
    verdict = Verdict.OVERSTATED if part < 0.5 and egypt >= ABOUT_DOUBLE else Verdict.PLAUSIBLE
    numbers = {"worth": (worth, Shape.AMOUNT), "part": (part, Shape.SHARE), "egypt": (egypt, Shape.AMOUNT)}
    return Found(verdict, numbers)


def trade_deficit(f: Numbers) -> Found:
    """Overstated when the whole increment is a small part of the deficit."""
    increment = f["target"] - f["exports"]
    part = increment / f["deficit"]
    verdict = Verdict.OVERSTATED if part < SMALL_PART else Verdict.PLAUSIBLE
    numbers = {
        "increment": (increment, Shape.AMOUNT),
        "part": (part, Shape.SHARE),
        "widening": (round(f["deficit"] - f["before"], 1), Shape.AMOUNT),
    }
    return Found(verdict, numbers)


def upgrading(f: Numbers) -> Found:
    """Contradicted when the two targets together give less value per job than today."""
    target, now = 1e6 * f["target"] / f["jobs"], 1e6 * f["exports"] / f["jobs_now"]
    verdict = Verdict.CONTRADICTED if target < now else Verdict.CORRECT
    numbers = {
        "per_job": (target, Shape.AMOUNT),
        "per_job_now": (now, Shape.AMOUNT),
        "per_job_old": (1e6 * f["old"] / f["jobs_then"], Shape.AMOUNT),
        "change": (target / now - 1, Shape.SHARE),
        "jobs_needed": (round(1e6 * f["target"] / now, -3), Shape.COUNT),
    }
    return Found(verdict, numbers)


def milestone(f: Numbers) -> Found:
    """Misleading when it is met on the new statistics only; it was set on the old ones."""
    if f["old"] >= f["milestone"]:
        return Found(Verdict.CORRECT, {})
    return Found(Verdict.MISLEADING if f["new"] >= f["milestone"] else Verdict.WRONG, {})


def additional_exports(f: Numbers) -> Found:
    """Wrong when contract and strategy name the same level."""
    verdict = Verdict.WRONG if f["target"] == f["dm"] else Verdict.PARTLY
    return Found(verdict, {"reading": (f["base"] + f["target"], Shape.AMOUNT)})


def new_strategy(f: Numbers) -> Found:
    """Misleading when both targets are the older ones."""
    same = f["jobs_now"] == f["jobs_then"] and f["exports_now"] == f["exports_then"]
    return Found(Verdict.MISLEADING if same else Verdict.CORRECT, {})


def forty_in_euro(f: Numbers) -> Found:
    """Correct when today's rate gives the 3.7 billion of the claim within 5 %."""
    euro = f["target"] / f["rate"]
    verdict = Verdict.CORRECT if abs(euro / 3.7 - 1) <= NEAR else Verdict.WRONG
    return Found(verdict, {"euro": (euro, Shape.RATIO)})


def employees(f: Numbers) -> Found:
    """Correct when what is said and what was counted lie within 5 %."""
    apart = f["said"] / f["official"] - 1
    return Found(Verdict.CORRECT if abs(apart) <= NEAR else Verdict.WRONG, {"apart": (apart, Shape.SHARE)})


def exports_2025(f: Numbers) -> Found:
    """Plausible when the growth of the first half leads to what is said within 5 %; the total is not official."""
    expected = f["before"] * f["half"] / f["half_before"]
    verdict = Verdict.PLAUSIBLE if abs(f["said"] / expected - 1) <= NEAR else Verdict.CONTRADICTED
    return Found(verdict, {"expected": (expected, Shape.AMOUNT)})


def call_centres_give_way(f: Numbers) -> Found:
    """Partly true when the share falls and the call centres themselves shrink."""
    share, before = f["crm"] / f["half"], f["crm_before"] / f["half_before"]
    change = f["crm"] / f["crm_before"] - 1
    held = f["crm_before"] / (f["half"] - f["crm"] + f["crm_before"])
    falling = Verdict.PARTLY if change < 0 else Verdict.CORRECT
    verdict = falling if share < before else Verdict.CONTRADICTED
    numbers = {
        "share": (share, Shape.SHARE),
        "share_before": (before, Shape.SHARE),
        "change": (change, Shape.SHARE),
        "held": (held, Shape.SHARE),
    }
    return Found(verdict, numbers)


def branches_grow(f: Numbers) -> Found:
    """Correct when all three branches grow, partly true when some do."""
    changes = {
        "eso_change": f["eso"] / (f["eso_year"] / 2) - 1,
        "ito_change": f["ito"] / (f["ito_year"] / 2) - 1,
        "kpo_change": f["kpo"] / f["kpo_before"] - 1,
    }
    growing = [change > 0 for change in changes.values()]
    verdict = Verdict.CORRECT if all(growing) else Verdict.PARTLY if any(growing) else Verdict.CONTRADICTED
    return Found(verdict, {name: (change, Shape.SHARE) for name, change in changes.items()})


def training(f: Numbers) -> Found:
    """Correct when new entrants rise by more than a tenth in a year."""
    rise = f["entrants"] / f["before"] - 1
    verdict = Verdict.CORRECT if rise > SMALL_PART else Verdict.OVERSTATED
    return Found(verdict, {"growth": (rise, Shape.SHARE)})


def skilled_labour(f: Numbers) -> Found:
    """Partly true when graduates look for work, but engineers hardly grow in number."""
    rise = f["engineers"] / f["then"] - 1
    verdict = Verdict.PARTLY if rise < SMALL_PART < f["unemployed"] / 100 else Verdict.PLAUSIBLE
    return Found(verdict, {"growth": (rise, Shape.SHARE)})


def lower_cost(f: Numbers) -> Found:
    """Plausible when pay there is less than half; pay is not the whole cost, so it cannot be more."""
    ratio = 12 * f["there"] / f["here"]
    verdict = Verdict.PLAUSIBLE if ratio < 0.5 else Verdict.PARTLY
    return Found(verdict, {"ratio": (ratio, Shape.SHARE)})


def wages_rise(f: Numbers) -> Found:
    """Plausible when what surveys measured is at least the claim's lower end (its mid value less 2 points)."""
    measured = growth(f["then"], f["now"], 3)
    verdict = Verdict.PLAUSIBLE if measured >= f["low"] / 100 - 0.02 else Verdict.PARTLY
    return Found(verdict, {"measured": (measured, Shape.SHARE)})


def gross_jobs(f: Numbers) -> Found:
    """Misleading when the stock rose by much less than what was created."""
    net = f["later"] - f["then"]
    verdict = Verdict.MISLEADING if f["said"] > 1.5 * net else Verdict.CORRECT
    return Found(verdict, {"net": (net, Shape.COUNT)})


def poland_twenty(f: Numbers) -> Found:
    """Wrong when the first and last year give less than the 20 % of the claim."""
    found = growth(f["then"], f["later"], 10)
    return Found(Verdict.CORRECT if found > 0.2 else Verdict.WRONG, {"growth": (found, Shape.SHARE)})


def technopoles(f: Numbers) -> Found:
    """Plausible when the best-documented firm grew; one firm proves no trend."""
    found = growth(f["before"], f["alten"], 4.8)
    return Found(Verdict.PLAUSIBLE if found > 0 else Verdict.CONTRADICTED, {"growth": (found, Shape.SHARE)})


CHECKS: Mapping[str, Callable[[Numbers], Found]] = {
    check.__name__: check
    for check in (
        *(additional_jobs, double, german_shortage, adequacy_key, trade_deficit, upgrading, milestone),
        *(additional_exports, new_strategy, forty_in_euro, employees, exports_2025, call_centres_give_way),
        *(branches_grow, training, skilled_labour, lower_cost, wages_rise, gross_jobs, poland_twenty),
        technopoles,
    )
}
"""Checks that need nothing but facts, by name."""
