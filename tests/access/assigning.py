"""Names of columns and of power, put into everything that can be written, at every depth."""

from collections.abc import Iterator
from typing import Any, Final

from cadair.foundation.database import Base

POWERS: Final = (
    "role", "roles", "tenant", "tenant_id", "council", "party", "owner", "owner_id", "verified",
    "is_admin", "is_staff", "is_self", "is_reviewing_officer", "permission", "permissions",
    "created_at", "updated_at", "actor", "session", "csrf", "__class__", "constructor", "$set",
)  # fmt: skip
NAMES: Final = frozenset(
    {column.name for table in Base.metadata.tables.values() for column in table.columns}
    | {*Base.metadata.tables, *POWERS}
)
# An id, a word, and nowhere else in the world.
VALUE: Final = "f0e1d2c3-aaaa-4bbb-8ccc-1234567890ab"
# Here the names are the questions of a form, or the matters of the law, and not fields.
QUESTIONS: Final = frozenset(
    {("content", "answers"), ("content", "other_words"), ("content", "covered")}
)
# Nor are these: lines of an agenda, and headings.
NAMED_BY_THEM: Final = QUESTIONS | {("plan", "script"), ("content", "written")}
Place = tuple[str, ...]


def objects_in(body: Any, place: Place = ()) -> Iterator[Place]:
    """Where every object of a body stands, the body itself first."""
    if isinstance(body, dict):
        if place not in NAMED_BY_THEM:
            yield place
        for name, inner in body.items():
            yield from objects_in(inner, (*place, name))
    if isinstance(body, list):
        for at, inner in enumerate(body):
            yield from objects_in(inner, (*place, str(at)))


def with_more(body: Any, at: Place, more: dict[str, Any]) -> Any:
    """The body with these fields too in the object at that place."""
    if not at:
        return body | more
    step, rest = at[0], at[1:]
    if isinstance(body, list):
        return [
            with_more(one, rest, more) if str(nr) == step else one for nr, one in enumerate(body)
        ]
    return body | {step: with_more(body[step], rest, more)}


def named(place: Place, name: str) -> str:
    """A field of that object as an error names it: `answers.0.wish`."""
    if place[:2] in QUESTIONS:
        place = (*place[:3], "value", *place[3:])
    return ".".join((*place, name))


def fields_of(document: dict[str, Any], operation_id: str, place: Place) -> set[str]:
    """The fields that the description lists for the object at that place of a body."""
    (operation,) = (
        operation
        for operations in document["paths"].values()
        for operation in operations.values()
        if isinstance(operation, dict) and operation.get("operationId") == operation_id
    )
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    for step in place:
        schema = _inside(_resolved(document, schema), step)
    return set(_resolved(document, schema).get("properties", ()))  # none: names of one's own


def _resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    for either in schema.get("anyOf", ()):
        if "$ref" in either:
            return _resolved(document, either)
    return schema


def _inside(schema: dict[str, Any], step: str) -> dict[str, Any]:
    if step in schema.get("properties", {}):
        return dict(schema["properties"][step])
    return dict(schema["items"] if "items" in schema else schema["additionalProperties"])
