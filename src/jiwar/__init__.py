"""Jiwar answers, with sources and with law, whether, where, when and how to place engineering work in Morocco.

Examples
--------
>>> import jiwar
>>> case = jiwar.read_case(jiwar.example("brake-validation"))
>>> options = jiwar.enumerate_options(case)
>>> plan = jiwar.choose(options)
>>> jiwar.render(plan).write("board.html")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jiwar.verbs import (
        choose,
        compare,
        enumerate_options,
        evaluate,
        example,
        load_facts,
        outlook,
        read_case,
        render,
    )

__all__ = [
    "choose",
    "compare",
    "enumerate_options",
    "evaluate",
    "example",
    "load_facts",
    "outlook",
    "read_case",
    "render",
]


def __getattr__(name: str) -> Any:
    """Load a verb when it is first used, so that `import jiwar` stays light."""
    if name not in __all__:
        message = f"module 'jiwar' has no attribute {name!r}"
        raise AttributeError(message)
    from jiwar import verbs

    return getattr(verbs, name)
