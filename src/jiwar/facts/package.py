"""The data package on disk: its description, and the content of its resources, checked against it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from jiwar.facts.codes import facts_error

DESCRIPTION = "datapackage.json"
CATALOGUE = ("sites", "roles", "sources", "alternatives")


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of the package as its description has it."""

    name: str
    path: str
    title: str
    role: str
    licence: str
    hash: str


@dataclass(frozen=True, slots=True)
class Package:
    """The description of a package: the day of its edition, and its resources by name."""

    folder: Traversable
    edition: dt.date
    resources: dict[str, Resource]

    @property
    def hash(self) -> str:
        """A short hash of the content of all tables but reports; another number gives another hash."""
        parts = (f"{item.name} {item.hash}\n" for item in self.resources.values() if item.role != "report")
        return hashlib.sha256("".join(parts).encode()).hexdigest()[:16]

    def of_role(self, role: str) -> Iterable[Resource]:
        """Yield the resources of a role: facts, catalogue, series or report."""
        return (item for item in self.resources.values() if item.role == role)

    def text(self, name: str) -> str:
        """Return the content of a resource.

        Raises
        ------
        FactsError
            F020 when it is not listed, not there, or not what the description says.
        """
        resource = self.resources.get(name)
        if resource is None:
            message = f"the resource `{name}` is not listed in {DESCRIPTION}"
            raise facts_error(message, "install the package again", "F020")
        try:
            content = self.folder.joinpath(*resource.path.split("/")).read_bytes()
        except OSError as error:
            message = f"the resource `{name}` ({resource.path}) cannot be read"
            raise facts_error(message, "install the package again", "F020") from error
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != resource.hash:
            message = f"the resource `{name}` ({resource.path}) is not what {DESCRIPTION} says"
            raise facts_error(message, "build the tables again or install the package again", "F020")
        return content.decode("utf-8")


def read_package(folder: Traversable) -> Package:
    """Read the description of a package.

    Raises
    ------
    FactsError
        F020 when it is missing, malformed or lacks a table of the catalogue.
    """
    try:
        description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        edition = dt.date.fromisoformat(description["version"])
        resources = {
            item["name"]: Resource(
                name=item["name"],
                path=item["path"],
                title=item["title"],
                role=item["role"],
                licence=item["licenses"][0]["name"],
                hash=item["hash"],
            )
            for item in description["resources"]
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"`{DESCRIPTION}` cannot be read: {error}"
        raise facts_error(message, "install the package again", "F020") from error
    missing = [name for name in CATALOGUE if name not in resources]
    if missing:
        message = f"the resource `{missing[0]}` is not listed in {DESCRIPTION}"
        raise facts_error(message, "install the package again", "F020")
    return Package(folder, edition, resources)
