"""What law adds to the price of an option after pricing: wage support, and the cost of its own legal duties."""

from __future__ import annotations

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.options.legal_costs import own_legal_cost
from jiwar.options.option import Option
from jiwar.options.pricing import PricedOption
from jiwar.options.rates import Rates
from jiwar.options.wage_support import WageSupport


class LawMoney:
    """Adds the lines ``support`` and ``legal_duties`` to priced options of one case."""

    def __init__(self, case: Case, facts: Facts, rates: Rates) -> None:
        self.case, self.facts, self.rates = case, facts, rates
        self.support = WageSupport(case, facts, rates)

    def add(self, option: Option, priced: PricedOption) -> PricedOption:
        """Add both lines to the ledger of a priced option and return it."""
        if option.engagement.stays:
            return priced
        self.support.add(option, priced)
        country = self.facts.sites[option.site].country
        cost, origins = own_legal_cost(self.case, option, country, self.case.horizon)
        if origins:
            priced.ledger.add("legal_duties", np.broadcast_to(cost, self.rates.shape), origins)
        return priced
