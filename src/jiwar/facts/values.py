"""The values that kernels compute with: asked for by key, as arrays over scenarios, on the record."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from jiwar.facts.ageing import growth_factors, years_from
from jiwar.facts.base import Facts
from jiwar.facts.codes import facts_error
from jiwar.facts.fact import Fact
from jiwar.facts.grade import Grade
from jiwar.money import FloatArray
from jiwar.periods import Horizon, Month


class FactValues:
    """Values of facts for all scenarios at once, remembering which facts were asked for.

    Parameters
    ----------
    facts
        The base.
    overrides
        Facts of the case's own, by key; they go before the base.
    draws
        Values by key, shape (S,) each, in computed units; a key without draws has its mid value everywhere. In
        single precision, all values are given so.

    Raises
    ------
    FactsError
        F018 when draws are not finite or not of one shape, F001 when a key is not in the base.
    """

    def __init__(
        self,
        facts: Facts,
        overrides: Mapping[str, Fact] | None = None,
        draws: Mapping[str, FloatArray] | None = None,
    ) -> None:
        self.facts = facts
        self.used: set[str] = set()
        self._overrides = dict(overrides or {})
        drawn = [np.asarray(values) for values in (draws or {}).values()]
        self.precision = np.result_type(np.float32, *drawn) if drawn else np.dtype(np.float64)
        self._draws = {key: np.asarray(values, dtype=self.precision) for key, values in (draws or {}).items()}
        self.size = self._check_draws()
        self._flat: dict[str, FloatArray] = {}
        for key in (*self._overrides, *self._draws):
            facts.get(key)

    def _check_draws(self) -> int:
        size = next((values.size for values in self._draws.values()), 1)
        for key, values in self._draws.items():
            if values.shape != (size,) or not np.isfinite(values).all():
                message = (
                    f"the draws of `{key}` have the shape {values.shape} instead of {size} finite numbers"
                )
                raise facts_error(message, "draw every fact for the same scenarios", "F018")
        return size

    def __call__(self, key: str) -> FloatArray:
        """Return the value of a fact in its own period, shape (S,), in computed units."""
        self.used.add(key)
        values = self._draws.get(key)
        if values is None:
            values = self._flat.get(key)
        if values is None:
            fact = self.fact(key)
            if not fact.is_number:
                message = f"`{key}` is a statement without a number"
                raise facts_error(message, "quote its note instead", "F004")
            values = np.full(self.size, fact.value, dtype=self.precision)
            values.flags.writeable = False
            self._flat[key] = values
        return values

    def fact(self, key: str) -> Fact:
        """Return the fact behind a key: the case's own if there is one, else that of the base."""
        return self._overrides.get(key) or self.facts.get(key)

    def grade(self, key: str) -> Grade:
        """Return how far to trust the fact behind a key."""
        return self.fact(key).grade

    def currency(self, key: str) -> str:
        """Return the currency that a fact of money is written in; raises FactsError (F017) for others."""
        currency = self.fact(key).currency
        if currency is None:
            message = f"`{key}` is no amount of money"
            raise facts_error(message, "ask only facts of money for a currency", "F017")
        return currency

    @property
    def assumed(self) -> frozenset[str]:
        """The keys that the case has overruled with numbers of its own."""
        return frozenset(self._overrides)

    def at(self, key: str, month: Month) -> FloatArray:
        """Return the value of a fact at the price level of a month, shape (S,)."""
        return self._aged(key, np.array([years_from(self.fact(key), month)]))[:, 0]

    def aged(self, key: str, months: Horizon) -> FloatArray:
        """Return the value of a fact at the price level of each month, shape (S, M).

        The fact grows from the middle of its own period by the index that it names, for pay
        ``wage_growth/{country}``. A fact without an index keeps its value.

        Raises
        ------
        FactsError
            F019 when the fact names an index but has no date.
        """
        fact = self.fact(key)
        first = years_from(fact, months.start) if fact.index else 0.0
        return self._aged(key, first + np.arange(months.months) / 12.0)

    def _aged(self, key: str, years: FloatArray) -> FloatArray:
        fact = self.fact(key)
        values = self(key)[:, None]
        if not fact.index:
            return np.repeat(values, years.size, axis=1)
        aged: FloatArray = values * growth_factors(self(fact.index), years.astype(self.precision))
        return aged
