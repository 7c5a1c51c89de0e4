"""What a worker keeps between tasks, so that an executor of threads, processes or machines can be handed in."""

from __future__ import annotations

import hashlib
import itertools
import os
import threading
from collections import OrderedDict
from typing import Any

import numpy as np

from jiwar.staged.program import TwoStageProgram

_KEPT = 4
_memory: OrderedDict[str, Any] = OrderedDict()
_lock = threading.Lock()


_numbers = itertools.count()
_halted: set[str] = set()


def new_run() -> str:
    """Return a name for a run, to be given to its tasks."""
    return f"{os.getpid()}-{next(_numbers)}"


def halt(name: str) -> None:
    """Tell tasks of a run in this process to end at their next scenario; other processes finish their part."""
    _halted.add(name)


def is_halted(name: str) -> bool:
    """Return whether a run has ended."""
    return name in _halted


def fingerprint(program: TwoStageProgram) -> str:
    """Return a hash of all numbers of a program."""
    digest = hashlib.sha256()
    parts = (program.first, program.second)
    arrays = [getattr(part, name) for part in parts for name in _FIELDS]
    arrays += [program.technology_data, program.probability]
    for matrix in (program.first.matrix, program.second.matrix, program.technology):
        arrays += [matrix.indices, matrix.indptr]
    for array in arrays:
        digest.update(str(array.shape).encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


_FIELDS = ("cost", "lower", "upper", "integer", "data", "row_lower", "row_upper")


def remember(program: TwoStageProgram, what: str, thing: Any) -> str:
    """Keep something derived from a program in this process and return the key for it."""
    key = f"{what}:{fingerprint(program)}"
    _keep(key, thing)
    return key


def remembered(key: str, program: TwoStageProgram) -> Any:
    """Return what was kept under a key; a process that never saw it derives it again from the program."""
    with _lock:
        if key in _memory:
            _memory.move_to_end(key)
            return _memory[key]
    from jiwar.staged.tables import tables_of

    thing = tables_of(program)
    _keep(key, thing)
    return thing


def _keep(key: str, thing: Any) -> None:
    with _lock:
        _memory[key] = thing
        _memory.move_to_end(key)
        while len(_memory) > _KEPT:
            _memory.popitem(last=False)
