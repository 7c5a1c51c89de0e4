"""From the quality words of the research tables to the grades of the base, written down once."""

from __future__ import annotations

from tools.build_facts.material import MaterialRow

LABOUR = {"primary": "official", "survey": "survey", "press": "press", "estimate": "vendor"}
"""Labour family: the usual meaning of each word; rows that deserve another grade are in decisions.csv."""

SECTOR = {"A": "official", "B": "press", "C": "press", "D": "press", "E": "vendor"}
"""Sector family: B quotes an official source in the press, D is arithmetic on press figures."""

NOT_FOUND = ("NOT FOUND", "X")
_SURVEY_WORDS = ("survey", "microdata", "bitkom", "vdi ", "ingenieurmonitor", "rekrute", "ef epi")
_JUDGEMENT_WORDS = ("our suggestion", "our judgement", "our reading", "our margin", "own assumption")


def grade_of(row: MaterialRow) -> str:
    """Return the grade that a row's quality word stands for."""
    if row.quality in LABOUR:
        if row.quality == "primary" and any(url == "package:holidays" for url in row.urls):
            return "press"
        return LABOUR[row.quality]
    text = f"{row.title} {row.note}".lower()
    if row.quality == "C" and any(word in text for word in _SURVEY_WORDS):
        return "survey"
    if row.quality == "D" and (row.period == "prior" or any(word in text for word in _JUDGEMENT_WORDS)):
        return "prior"
    return SECTOR[row.quality]
