"""What an unquoted word of YAML means, by the core schema of YAML 1.2: `NO` is text, `1:30` is text."""

from __future__ import annotations

import re

Plain = str | int | float | bool | None

_WORDS: dict[str, Plain] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_WORDS |= dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf"))
_WORDS |= dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf"))
_WORDS |= dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan"))

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

_LONGEST_INTEGER = 300
"""Digits beyond which an integer is read as a float, that is, as infinite; no quantity needs more."""


def resolve(text: str) -> Plain:
    """Return the value of an unquoted scalar; everything that is no null, truth or number is text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text)
    if _OCTAL.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text, 0)
    if _HEXADECIMAL.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
