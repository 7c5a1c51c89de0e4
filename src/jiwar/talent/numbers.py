"""The numbers that talent asks for: of the base or the case first, then of talent's own table."""

from __future__ import annotations

import numpy as np

from jiwar.facts import Fact, Facts, FactValues
from jiwar.money import FloatArray
from jiwar.talent.problems import TalentError
from jiwar.talent.tables import talent_facts


class Numbers:
    """Answers keys with arrays over scenarios; talent's own keys need not be in the base.

    Parameters
    ----------
    values
        A base of facts (one scenario: middle values) or values over scenarios.
    """

    def __init__(self, values: Facts | FactValues) -> None:
        self._values = values if isinstance(values, FactValues) else FactValues(values)
        self._own = talent_facts()
        self.size = self._values.size

    def __call__(self, key: str) -> FloatArray:
        """Return the value of a key, shape (S,), in computed units."""
        if key in self._values.facts:
            return self._values(key)
        self._values.used.add(key)
        return np.full(self.size, self.fact(key).value)

    @property
    def used(self) -> set[str]:
        """The keys asked for so far."""
        return self._values.used

    def __contains__(self, key: str) -> bool:
        return key in self._values.facts or key in self._own

    def fact(self, key: str) -> Fact:
        """Return the fact behind a key; raises TalentError (T001) when there is none."""
        if key in self._values.facts:
            return self._values.fact(key)
        if key not in self._own:
            message = f"there is no number `{key}`"
            remedy = "add it as an assumption of the case, or use another site or role"
            raise TalentError.one(code="T001", message=message, remedy=remedy)
        return self._own[key]

    def first_known(self, *keys: str) -> str:
        """Return the first of some keys, best first, that has a number (T001 when none has)."""
        for key in keys:
            if key in self:
                return key
        self.fact(keys[0])
        raise AssertionError  # pragma: no cover - the line above raises
