"""The labour market that an outlook means for companies: pay, attrition, time to fill, people, by city and family."""

from jiwar.outlook.labour.case_copy import Carried, copy_case
from jiwar.outlook.labour.market import STATES, LabourMarket, labour_market
from jiwar.outlook.labour.table import MarketRow, market_csv, market_rows

__all__ = [
    "STATES",
    "Carried",
    "LabourMarket",
    "MarketRow",
    "copy_case",
    "labour_market",
    "market_csv",
    "market_rows",
]
