"""What is read off the cost of options in many scenarios: present values until gates, and what leaving costs.

Every reading is a weighted sum over months, so that it can be taken of a whole ledger or line by line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import DTypeLike

from jiwar.money import FloatArray
from jiwar.options.charges import Charge
from jiwar.options.ledger import Ledger

TAUGHT = ("knowledge_transfer", "learning_ramp_up")
"""Lines that bringing work back costs once more."""

PAY, UNDONE = "pay", "undone_work"

MADE_UP_OF = {
    "turnover_gap": {"heads": 1.0, "output": -1.0, "ramp_up_gap": -1.0},
    "productive": {"at_work": 1.0, "gap": -1.0},
}
"""Series of people that others make up, so that they need no reading of their own."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is read, in EUR: one array (..., 2 G + 2, S) for G gates and S scenarios, since all of it adds up."""

    numbers: FloatArray

    @staticmethod
    def nothing(gates: int, scenarios: int, *before: int, precision: DTypeLike) -> Figures:
        """Return the beginning of a sum, with any axes before for several options."""
        return Figures(np.zeros((*before, 2 * gates + 2, scenarios), dtype=precision))

    @property
    def _gates(self) -> int:
        return int(self.numbers.shape[-2]) // 2 - 1

    @property
    def until(self) -> FloatArray:
        """Present value of what is paid before each gate, and in the whole horizon, shape (..., G + 1, S)."""
        return self.numbers[..., : self._gates + 1, :]

    @property
    def taught(self) -> FloatArray:
        """Teaching and first learning in the whole horizon, not discounted, shape (..., S)."""
        return self.numbers[..., self._gates + 1, :]

    @property
    def pay(self) -> FloatArray:
        """Pay in the month of each gate, shape (..., G, S)."""
        return self.numbers[..., self._gates + 2 :, :]

    def add(self, *others: Figures) -> None:
        """Add other figures in place."""
        first, *more = (other.numbers for other in others)
        total = sum(more, start=first)
        np.add(self.numbers, total, out=self.numbers)

    def of(self, index: int) -> Figures:
        """Return the figures of one option, to be changed in place."""
        return Figures(self.numbers[index])


@dataclass(frozen=True, slots=True)
class Window:
    """Some months of the horizon: stretches between gates (number, first month, end), and the gates inside."""

    end: int
    stretches: tuple[tuple[int, int, int], ...]
    gates: tuple[tuple[int, int], ...]  # number, month


@dataclass(frozen=True)
class Reading:
    """What to read: months are discounted, gates are months, undone work is worth more or less by scenario."""

    discount: FloatArray  # (M,)
    gates: tuple[int, ...]
    worth: FloatArray  # (S,)
    weights: FloatArray = field(init=False, repr=False)  # (G + 2, M): until each gate, in all, plain sum
    _windows: dict[tuple[int, int], Window] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Lay out the weights of months."""
        months = np.arange(self.discount.size)
        ends = np.array([*self.gates, self.discount.size])
        weights = np.vstack([np.where(months < ends[:, None], self.discount, 0.0), np.ones(months.size)])
        object.__setattr__(self, "weights", weights.astype(self.worth.dtype))

    def window(self, begin: int, end: int) -> Window:
        """Return some months of the horizon, cut at the gates."""
        found = self._windows.get((begin, end))
        if found is None:
            ends = (*self.gates, self.discount.size)
            stretches = tuple(
                (place, max(first, begin), min(last, end))
                for place, (first, last) in enumerate(zip((0, *self.gates), ends, strict=True))
                if first < end and last > begin
            )
            gates = tuple((place, gate) for place, gate in enumerate(self.gates) if begin <= gate < end)
            found = self._windows[begin, end] = Window(end, stretches, gates)
        return found

    def nothing(self, *before: int) -> Figures:
        """Return the beginning of a sum."""
        return Figures.nothing(len(self.gates), self.worth.size, *before, precision=self.worth.dtype)

    def sums(self, amounts: FloatArray, begin: int = 0) -> FloatArray:
        """Sum an array (S, months from ``begin`` on) over months: before each gate, in all, not discounted."""
        sums: FloatArray = self.weights[:, begin : begin + amounts.shape[1]] @ amounts.T
        return sums

    def read(self, ledger: Ledger) -> Figures:
        """Read a whole ledger."""
        figures = self.nothing()
        for line in ledger.lines:
            self.read_line(line, ledger.amount_eur(line), figures)
        return figures

    def read_line(self, line: str, amounts: FloatArray, figures: Figures) -> None:
        """Add what is read off one line, shape (S, M), to figures."""
        sums = self.sums(amounts)
        figures.until[...] += sums[:-1] * self.worth if line == UNDONE else sums[:-1]
        if line in TAUGHT:
            figures.taught[...] += sums[-1]
        if line == PAY:
            figures.pay[...] += amounts[:, self.gates].T


@dataclass(frozen=True, slots=True)
class Bundle:
    """Charges added up by the series of people that they are paid for, to be read without writing down lines.

    Arrays lie as profiles do in memory: series, months, scenarios.
    """

    due: FloatArray  # (C, M, S) discounted rates of the first C series
    taught: tuple[tuple[int, FloatArray], ...]  # series, (M, S) rates of taught lines, not discounted
    pay: tuple[tuple[int, FloatArray], ...]  # series, (G, S) rates of the line of pay at each gate

    @staticmethod
    def of(charges: Iterable[Charge], names: tuple[str, ...], reading: Reading) -> Bundle:
        """Add up charges for people whose series have these names."""
        due = np.zeros((len(names), reading.discount.size, reading.worth.size), dtype=reading.worth.dtype)
        taught: dict[int, FloatArray] = {}
        pay: dict[int, FloatArray] = {}
        for charge in charges:
            series, rate = names.index(charge.people), charge.rate.eur_per_month.T
            due[series] += rate
            if charge.line in TAUGHT:
                taught[series] = taught.get(series, 0.0) + np.broadcast_to(rate, due.shape[1:])
            if charge.line == PAY:
                pay[series] = pay.get(series, 0.0) + rate[list(reading.gates)]
        due *= reading.weights[-2, :, None]
        return Bundle(_fewer(due, names), tuple(taught.items()), tuple(pay.items()))

    def read(self, people: FloatArray, begin: int, reading: Reading) -> Figures:
        """Read people, shape (series, months from ``begin`` on, S)."""
        figures = reading.nothing()
        until, pay = figures.until, figures.pay
        window, due = reading.window(begin, begin + people.shape[1]), self.due
        for place, low, high in window.stretches:
            part = people[: len(due), low - begin : high - begin]
            np.einsum("cms,cms->s", part, due[:, low:high], out=until[place])
        for place in range(1, len(until)):
            until[place] += until[place - 1]
        for series, rate in self.taught:
            figures.taught[:] += np.einsum("ms,ms->s", people[series], rate[begin : window.end])
        for place, gate in window.gates:
            for series, rate in self.pay:
                pay[place] += people[series, gate - begin] * rate[place]
        return figures


def _fewer(due: FloatArray, names: tuple[str, ...]) -> FloatArray:
    """Return the rates of the series that are paid for, the last of them left out where they are not.

    Series that others make up are read with those, see `MADE_UP_OF`.
    """
    for name, parts in MADE_UP_OF.items():
        if name in names:
            rate = due[names.index(name)]
            for part, sign in parts.items():
                due[names.index(part)] += sign * rate
            rate[:] = 0.0
    paid = [series for series, rate in enumerate(due) if rate.any()]
    return due[: max(paid, default=-1) + 1].copy()
