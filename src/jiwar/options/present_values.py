"""What many options cost in many scenarios, read without writing their ledgers: the same formulas, contracted.

Three things make it fast. A team away is a sum of pieces, each a number of posts times the profile of one post, so
that everything linear is read off the profile and multiplied. Charges of the same people are added up before they
are multiplied (`reading.Bundle`). And what does not depend on where work goes, on the form of employment, or on
what comes after the start is read once. `Pricer.price` is the reference: it writes every line and month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from jiwar.case import WorkPackage
from jiwar.money import FloatArray
from jiwar.options.charges import book
from jiwar.options.law_money import LawMoney
from jiwar.options.ledger import Ledger
from jiwar.options.option import Option
from jiwar.options.priced import Key
from jiwar.options.pricing import Pricer
from jiwar.options.rates import Skill
from jiwar.options.reading import Bundle, Figures, Reading
from jiwar.options.winding_down import SERIES_AT_HOME, WindDown, last_before, missing, staying_on
from jiwar.options.workforce import Posts


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """Posts of a work package of which a share moves, wherever it goes."""

    package: WorkPackage
    posts: Posts
    share: float
    demand: FloatArray  # (S, M) people needed as it turns out
    needed: FloatArray  # (M,) people needed for the share, as planned

    @property
    def skill(self) -> Skill:
        """Role and seniority."""
        return self.posts.role, self.posts.seniority


@dataclass(frozen=True, slots=True)
class Before:
    """What is known at home of posts that move from a month on, before anyone says where to."""

    figures: Figures  # paid until the start, and for the part that stays in all months
    last: tuple[FloatArray, FloatArray]  # people and their gap before the start
    least_wanted: float
    rest_output: FloatArray | None  # (S, M - start) of the part that stays
    most_hired: FloatArray  # (S,)


@dataclass
class PresentValues:
    """Figures of the options of a case, and how many people they ask labour markets for."""

    pricer: Pricer
    law: LawMoney
    reading: Reading
    rows: Mapping[int, int]  # option → where it stands in the figures
    figures: Figures = field(init=False)  # first axis: options
    hired: dict[Key, FloatArray] = field(default_factory=dict)  # (S,), sum of the options' highest months
    _moved: dict[tuple[str, float], tuple[Moved, ...]] = field(default_factory=dict, repr=False)
    _at_home: dict[Skill, Bundle] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Begin with nothing."""
        self.figures = self.reading.nothing(len(self.rows))

    def of(self, option: Option) -> Figures:
        """Return the figures of one option, to be changed in place."""
        return self.figures.of(self.rows[option.index])

    def hire(self, key: Key, most: FloatArray) -> None:
        """Count what an option asks of a labour market in its highest month, shape (S,)."""
        there = self.hired.get(key)
        self.hired[key] = most if there is None else there + most

    def moved(self, option: Option) -> tuple[Moved, ...]:
        """Return the posts that an option moves."""
        key = (option.work_package, option.share)
        if key not in self._moved:
            package = self.pricer.case.work_package(option.work_package)
            self._moved[key] = tuple(
                Moved(package, posts, option.share, *self._needed(posts, option.share))
                for posts in self.pricer.posts_of(package)
            )
        return self._moved[key]

    def _needed(self, posts: Posts, share: float) -> list[FloatArray]:
        """Return people needed in all as it turns out and for a share as planned, in the precision of scenarios."""
        months, precision = self.pricer.rates.shape[1], self.reading.worth.dtype
        planned, moved = (posts.needed(months, part).astype(precision) for part in (1.0, share))
        return [self.pricer.rates.demand * planned, moved]

    def at_home(self, moved: Moved, wound: WindDown, begin: int) -> Figures:
        """Read what people at home on moved work cost, in the months from ``begin`` on."""
        if moved.skill not in self._at_home:
            charges = self.pricer.charges.winding_down(moved.skill)
            self._at_home[moved.skill] = Bundle.of(charges, SERIES_AT_HOME, self.reading)
        people = wound.series.transpose(0, 2, 1)
        return self._at_home[moved.skill].read(people, begin, self.reading)

    def undone(self, moved: Moved, delivered: FloatArray, begin: int, figures: Figures) -> None:
        """Read the value of what is not delivered, in the months from ``begin`` on; ``delivered`` is used up."""
        lacking = missing(moved.demand[:, begin : begin + delivered.shape[1]], delivered, delivered)
        value = self.pricer.value_per_month(moved.package) * self.reading.worth
        figures.until[...] += self.reading.sums(lacking, begin)[:-1] * value

    def stay(self, option: Option) -> None:
        """Read a way to stay off its ledger."""
        priced = self.law.add(option, self.pricer.price(option))
        self.of(option).add(self.reading.read(priced.ledger))
        for key, series in priced.hires.items():
            self.hire(key, series.max(axis=1))

    def all_before(self, options: Iterable[Option]) -> dict[tuple[Moved, int], Before]:
        """Read what is known at home of all posts that options move."""
        found: dict[tuple[Moved, int], Before] = {}
        for option in options:
            start = self.pricer.away(option).start
            for moved in self.moved(option):
                before = found.get((moved, start))
                if before is None:
                    before = found[moved, start] = self._before(moved, start)
                self.hire((self.pricer.home.id, *moved.skill), before.most_hired)
        return found

    def _before(self, moved: Moved, start: int) -> Before:
        """Read what the moved share costs at home until the start, and what stays costs in all months."""
        pricer, shape = self.pricer, self.pricer.rates.shape
        begin = max(start, 0)
        figures, ledger = self.reading.nothing(), Ledger(*shape)
        kept = pricer.kept(moved.package, moved.posts, moved.share)
        joining = kept.replacements.copy(order="F")
        joining[:, begin:] = 0.0
        book(pricer.charges.replacing(moved.skill), lambda _: joining, ledger)
        figures.add(self.reading.read(ledger))
        wound = staying_on(kept, np.zeros(shape, dtype=kept.series.dtype, order="F"), begin)
        figures.add(self.at_home(moved, wound, 0))
        rest_output, delivered = None, np.minimum(wound.productive, moved.needed[:begin])
        if moved.share < 1.0:
            rest = pricer.rest(moved.package, moved.posts, 1.0 - moved.share)
            figures.add(self.reading.read(rest.ledger))
            joining = joining + rest.hires[pricer.home.id, *moved.skill]
            rest_output, delivered = rest.output[:, begin:], rest.output[:, :begin] + delivered
        self.undone(moved, delivered, 0, figures)
        least = float(moved.needed[:begin].min(initial=np.inf))
        last = (column.copy() for column in last_before(kept, start))
        return Before(figures, (next(last), next(last)), least, rest_output, joining.max(axis=1))
