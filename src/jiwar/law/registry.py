"""The register of all rules: what is coded, from which text, read how well, checked when."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import jiwar.law as law_package
from jiwar.diagnostics import Diagnostic, nearest_names
from jiwar.law.error import LawError
from jiwar.law.rule import ADMITTED, Rule, RuleKind
from jiwar.law.verdict import Gate

ENGINE_PACKAGES = frozenset({"papers", "questions"})
"""Packages below ``jiwar.law`` that hold no law."""

MONEY_PACKAGES = frozenset({"payroll", "support", "tax"})
"""Packages of rules that compute; they need arrays, so judging a flow does not load them."""


@dataclass(frozen=True, slots=True)
class Register:
    """All rules of the law, in order of name and start."""

    rules: tuple[Rule, ...]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def judging(self, gate: Gate | None = None) -> tuple[Rule, ...]:
        """Return the rules that judge flows, of one gate or of all."""
        return tuple(
            rule for rule in self.rules if rule.kind is RuleKind.JUDGES and gate in {None, rule.gate}
        )

    def versions(self, name: str) -> tuple[Rule, ...]:
        """Return all versions of a rule, oldest first.

        Raises
        ------
        LawError
            L006 when no rule has this name (a key with ``@`` names one version).
        """
        found = tuple(rule for rule in self.rules if name in {rule.name, rule.key})
        if not found:
            names = {rule.name for rule in self.rules}
            problem = Diagnostic("L006", f"no rule is called `{name}`", nearest_names(name, names))
            raise LawError([problem])
        return found


def registry() -> Register:
    """Return every rule of the law, money included."""
    _load("")
    return Register(_in_order(ADMITTED.values()))


@cache
def judging_rules() -> Register:
    """Return the rules that judge data flows, without loading the law of money."""
    _load("judging")
    return Register(_in_order(rule for rule in ADMITTED.values() if rule.kind is RuleKind.JUDGES))


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: (rule.name, rule.validity.start)))


@cache
def _load(part: str) -> None:
    left_out = ENGINE_PACKAGES | (MONEY_PACKAGES if part == "judging" else frozenset())
    for found in pkgutil.iter_modules(law_package.__path__):
        if found.ispkg and found.name not in left_out:
            _load_package(f"jiwar.law.{found.name}")


def _load_package(name: str) -> None:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        importlib.import_module(found.name)
