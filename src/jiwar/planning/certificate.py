"""The proof of a bound as plain arrays: what a checker needs to see that no plan costs less.

Numbers of rows: those of the formulation without talk (and, where contractors cover people short, without hiring),
in its order; behind them, where contractors cover people short, a table (pools, periods) of the rows ``load``, one
of the rows ``own_shortage``, and one (skills, periods) of the rows ``relief`` (see `constraints.shortage`). Cuts
are counted downwards from -1. Columns are those of the formulation.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.problem import BoolArray


@dataclass(frozen=True, slots=True)
class Sparse:
    """Lists of places, some with values, one behind the other: list i is ``places[starts[i] : starts[i + 1]]``."""

    starts: IntArray
    places: IntArray
    values: FloatArray  # empty when places say it all

    @classmethod
    def of(cls, places: list[IntArray], values: list[FloatArray] | None = None) -> Sparse:
        """Join lists."""
        starts = np.concatenate([[0], np.cumsum([len(one) for one in places])]).astype(np.int64)
        joined = np.concatenate([np.zeros(0, dtype=np.int64), *places])
        return cls(starts, joined, np.concatenate([np.zeros(0), *(values or [])]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> IntArray:
        found: IntArray = self.places[self.starts[number] : self.starts[number + 1]]
        return found


@dataclass(frozen=True, slots=True)
class Reason:
    """What a cut was made from; numbers by kind.

    - ``talk``: number of the pair, a price for every way of the one package, a price for every way of the other;
    - ``budget``: period, numbers of pairs, then both prices of each of these pairs for cash until that period;
    - ``shortage``: pool, period and people at which the expected cost of people short is touched;
    - ``worst``: weight of each scenario; people (pools, periods) at which the cost of people short under these
      weights is touched, -1 where every option pays for what it lacks alone.

    Ways are the different rows of the locations of a package's allowed options, sorted.
    """

    kind: str
    numbers: tuple[FloatArray, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """Why a bound holds: D vectors of prices, options ruled out one list after the other, N parts.

    Part 0 is everything that is not ruled out; every other part names the part that it belongs to, and the columns
    that are zero and one in it. A part with parts is covered by them; each of the others has a price vector.
    """

    reasons: tuple[Reason, ...]
    prices: Sparse  # D vectors: numbers of rows and cuts, and their prices
    ray: BoolArray  # (D,) the vector shows that nothing fits
    ruled_out: Sparse  # lists of columns
    ruled_out_by: IntArray  # price vector by which each list is ruled out
    parent: IntArray  # (N,) -1 for part 0
    zero: Sparse  # (N) columns
    one: Sparse  # (N) columns
    evidence: IntArray  # (N,) price vector, -1 for parts with parts


_SPARSE = ("prices", "ruled_out", "zero", "one")
_ARRAYS = ("ray", "ruled_out_by", "parent", "evidence")


def certificate_to_bytes(certificate: Certificate) -> bytes:
    """Return a certificate as a compressed archive of arrays."""
    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {
        "kinds": np.array([reason.kind for reason in certificate.reasons], dtype="U8"),
        "parts_of_reason": np.array([len(reason.numbers) for reason in certificate.reasons], dtype=np.int64),
    }
    numbers = [part for reason in certificate.reasons for part in reason.numbers]
    arrays["shapes"] = np.array([(*part.shape, *(0,) * (2 - part.ndim)) for part in numbers]).reshape(-1, 2)
    arrays["dimensions"] = np.array([part.ndim for part in numbers], dtype=np.int8)
    arrays["numbers"] = np.concatenate([np.zeros(0), *(part.ravel() for part in numbers)])
    for name in _SPARSE:
        lists: Sparse = getattr(certificate, name)
        arrays |= {f"{name}.{part}": getattr(lists, part) for part in ("starts", "places", "values")}
    arrays |= {name: getattr(certificate, name) for name in _ARRAYS}
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.getvalue()


def certificate_from_bytes(content: bytes) -> Certificate:
    """Return the certificate in an archive; raises KeyError or ValueError when there is none."""
    with np.load(io.BytesIO(content), allow_pickle=False) as read:
        numbers = []
        at = 0
        for shape, dimension in zip(read["shapes"], read["dimensions"], strict=True):
            own = tuple(int(length) for length in shape[:dimension])
            size = int(np.prod(own))
            numbers.append(read["numbers"][at : at + size].reshape(own))
            at += size
        reasons, first = [], 0
        for kind, count in zip(read["kinds"], read["parts_of_reason"], strict=True):
            reasons.append(Reason(str(kind), tuple(numbers[first : first + int(count)])))
            first += int(count)
        lists: dict[str, Any] = {
            name: Sparse(read[f"{name}.starts"], read[f"{name}.places"], read[f"{name}.values"])
            for name in _SPARSE
        }
        return Certificate(tuple(reasons), **lists, **{name: read[name] for name in _ARRAYS})
