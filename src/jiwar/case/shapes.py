"""What a declared field looks like when written: a value, a list, a block, a table, named blocks."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from jiwar.case.kinds import Kind, Name


class Declared(BaseModel):
    """The base of every declaration: frozen, without unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


@dataclass(frozen=True, slots=True)
class Table:
    """Annotation of a tuple of rows: written as the name of a CSV file, or as a list of rows."""

    example: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(source)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        file = {"type": "string", "pattern": r"\.csv$", "examples": [self.example]}
        return {"anyOf": [file, handler(core)]}


@dataclass(frozen=True, slots=True)
class Named:
    """Annotation of a tuple of records with an ``id``: written as a block of names."""

    example: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_with_ids, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        items = handler(core)["items"]
        return {"type": "object", "propertyNames": Name("own").schema(), "additionalProperties": items}


@dataclass(frozen=True, slots=True)
class Composed:
    """Annotation of a value that is written as a block of keys and built from them."""

    model: type[Declared]
    build: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            self.build,
            handler.generate_schema(self.model),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core["schema"])


def _with_ids(raw: object) -> object:
    if not isinstance(raw, Mapping):
        return raw
    return tuple({"id": name, **content} for name, content in raw.items())


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Record:
    """A block of declared keys; with ``build``, the value made of them."""

    model: type[Declared]
    build: Callable[[Any], object] | None = None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; with ``table``, rows that may stand in a file."""

    item: Leaf | Record
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """A block whose keys are names."""

    key: Kind
    value: Leaf


@dataclass(frozen=True, slots=True)
class NamedRecords:
    """A block of records under names of one's own."""

    record: Record


Shape = Leaf | Record | ListOf | MapOf | NamedRecords


@cache
def fields_of(model: type[Declared]) -> dict[str, tuple[str, FieldInfo, Shape]]:
    """Return the written key of each field → its attribute, its declaration and its shape."""
    return {
        field.alias or name: (name, field, _shape(field.annotation, tuple(field.metadata)))
        for name, field in model.model_fields.items()
        if name != "id"
    }


def _shape(annotation: Any, metadata: tuple[object, ...]) -> Shape:
    for item in metadata:
        if isinstance(item, Kind):
            return Leaf(item)
        if isinstance(item, Composed):
            return Record(item.model, item.build)
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        return Record(annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _shape(inner, metadata)
    if origin is typing.Annotated:
        return _shape(arguments[0], tuple(arguments[1:]))
    return _gathered(origin, arguments, metadata)


def _gathered(origin: object, arguments: tuple[Any, ...], metadata: tuple[object, ...]) -> Shape:
    if origin is tuple:
        return _list(arguments[0], metadata)
    if origin is Mapping:
        key, value = (_shape(argument, ()) for argument in arguments)
        if isinstance(key, Leaf) and isinstance(value, Leaf):
            return MapOf(key.kind, value)
    message = f"{origin!r} is not a form in which a case can be written"
    raise TypeError(message)


def _list(argument: Any, metadata: tuple[object, ...]) -> Shape:
    item = _shape(argument, ())
    if isinstance(item, Record) and any(isinstance(mark, Named) for mark in metadata):
        return NamedRecords(item)
    if isinstance(item, Leaf | Record):
        return ListOf(item, next((mark for mark in metadata if isinstance(mark, Table)), None))
    message = f"a list of {argument!r} is not a form in which a case can be written"
    raise TypeError(message)
