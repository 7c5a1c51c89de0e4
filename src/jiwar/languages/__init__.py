"""The three languages of Jiwar: translated texts, and numbers, money and dates in each one's form."""

from jiwar.languages.language import Language
from jiwar.languages.numbers import Formatter

__all__ = ["Formatter", "Language"]
