"""What law adds to the price of an option after pricing: wage support, and the cost of its own legal duties."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.money import FloatArray
from jiwar.options.legal_costs import own_legal_cost
from jiwar.options.option import Option
from jiwar.options.pricing import PricedOption
from jiwar.options.rates import Rates
from jiwar.options.wage_support import WageSupport
from jiwar.provenance import Origin


class LawMoney:
    """Adds the lines ``support`` and ``legal_duties`` to priced options of one case."""

    def __init__(self, case: Case, facts: Facts, rates: Rates) -> None:
        self.case, self.facts, self.rates = case, facts, rates
        self.support = WageSupport(case, facts, rates)

    def add(self, option: Option, priced: PricedOption) -> PricedOption:
        """Add both lines to the ledger of a priced option and return it."""
        for line, amounts, origins in self.lines(option, priced.people_away):
            priced.ledger.add(line, amounts, origins)
        return priced

    def lines(
        self, option: Option, people_away: FloatArray
    ) -> Iterator[tuple[str, FloatArray, tuple[Origin, ...]]]:
        """Give line, amounts and what they rest on, for an option with people away, all of shape (S, M)."""
        if option.engagement.stays:
            return
        for amounts, ground in self.support.amounts_eur(option, people_away):
            yield "support", amounts, ground
        country = self.facts.sites[option.site].country
        cost, origins = own_legal_cost(self.case, option, country, self.case.horizon)
        if origins:
            yield "legal_duties", np.broadcast_to(cost, self.rates.shape), origins
