"""Rows of a linear program from lists of terms, handed to linopy as padded tables."""

from __future__ import annotations

from typing import Any

import numpy as np

from jiwar.planning.problem import Problem

Array = np.ndarray[Any, Any]


class Writer:
    """Collects rows as lists of terms and hands them to linopy as padded tables."""

    def __init__(self) -> None:
        import linopy

        self.model = linopy.Model()
        self.cash: list[tuple[Array, Array, Array]] = []  # columns, periods, EUR of shared decisions
        self.priced: dict[str, list[tuple[Array, Array]]] = {}  # price key → columns, present values

    def columns(self, name: str, shape: tuple[int, ...], **bounds: Any) -> Array:
        """Add columns and return their labels in the same shape."""
        import pandas as pd  # type: ignore[import-untyped]  # the wheel carries no types

        coords = [pd.RangeIndex(size, name=f"{name}_{axis}") for axis, size in enumerate(shape)]
        variable = self.model.add_variables(coords=coords, name=name, **bounds)
        labels: Array = variable.labels.to_numpy()
        return labels

    def expression(self, rows: int, terms: list[tuple[Any, Any, Any]], name: str) -> Any:
        """Return sums of terms (row, column, amount), one per row."""
        import linopy
        import xarray as xr

        parts = [np.broadcast_arrays(*term) for term in terms]
        row, column, amount = (np.concatenate([part[at].ravel() for part in parts]) for at in range(3))
        keep = (amount != 0) & (column >= 0) & (row >= 0)
        row, column, amount = row[keep], column[keep], amount[keep].astype(float)
        order = np.argsort(row, kind="stable")
        row, column, amount = row[order], column[order], amount[order]
        count = np.bincount(row, minlength=rows)
        width = max(int(count.max(initial=0)), 1)
        place = np.arange(len(row)) - np.repeat(np.concatenate([[0], np.cumsum(count)[:-1]]), count)
        labels = np.full((rows, width), -1, dtype=np.int64)
        amounts = np.full((rows, width), np.nan)
        labels[row, place], amounts[row, place] = column, amount
        dims = (f"{name}_row", "_term")
        data = xr.Dataset(
            {"coeffs": (dims, amounts), "vars": (dims, labels)}, coords={dims[0]: np.arange(rows)}
        )
        return linopy.LinearExpression(data, self.model)

    def rows(self, name: str, sign: str, right: Array, *terms: tuple[Any, Any, Any]) -> None:
        """Add rows ``sum of terms (sign) right``; rows without terms are left out."""
        used = np.zeros(len(right), dtype=bool)
        for row, _, amount in terms:
            broad = np.broadcast_arrays(row, amount)
            used[broad[0][(broad[1] != 0) & (broad[0] >= 0)]] = True
        new = np.cumsum(used) - 1
        kept = [
            (np.where(np.asarray(row) >= 0, new[row], -1), column, amount) for row, column, amount in terms
        ]
        if used.any():
            left = self.expression(int(used.sum()), kept, name)
            self.model.add_constraints(left, sign, np.asarray(right, dtype=float)[used], name=name)

    def spend(self, problem: Problem, price: str, columns: Array, periods: Array, amounts: Array) -> None:
        """Let columns cost money in periods, at a price that scenarios move."""
        column, period, amount = (part.ravel() for part in np.broadcast_arrays(columns, periods, amounts))
        self.cash.append((column, period, amount))
        self.priced.setdefault(price, []).append((column, amount * problem.discount[period]))
