"""A case while it is checked: what could be read of it, and where everything stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jiwar.case.shapes import Declared
from jiwar.diagnostics import Place


@dataclass(slots=True)
class Draft:
    """A block of keys of which some may be missing or wrong; those hold None and are not checked further."""

    model: type[Declared]
    path: str
    place: Place
    everywhere: Mapping[str, Place] = field(repr=False)
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    convert: Callable[[Any], object] | None = None

    def get(self, name: str) -> Any:
        """Return what an attribute holds, None when it could not be read."""
        return self.values.get(name)

    def place_of(self, name: str, part: str | int | None = None) -> Place:
        """Return where an attribute, or a part of it, stands; for one left out, where its block stands."""
        if part is not None:
            key = self.model.model_fields[name].alias or name
            path = f"{self.path}.{key}" if self.path else key
            found = self.everywhere.get(f"{path}[{part}]" if isinstance(part, int) else f"{path}.{part}")
            if found is not None:
                return found
        return self.places.get(name, self.place)

    @property
    def complete(self) -> bool:
        """Whether every declared value could be read."""
        return self.values.keys() >= self.model.model_fields.keys()

    def build(self) -> Any:
        """Return what the block declares; only called when it is complete."""
        fields = self.model.model_fields
        content = {fields[name].alias or name: finished(value) for name, value in self.values.items()}
        made = self.model.model_construct(**content)
        return made if self.convert is None else self.convert(made)


def finished(value: Any) -> Any:
    """Return a value with every draft inside replaced by what it declares."""
    if isinstance(value, Draft):
        return value.build()
    if isinstance(value, tuple):
        return tuple(finished(item) for item in value)
    return value
