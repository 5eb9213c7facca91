"""What can be asked: every operation that the API's own description lists."""

import json
from typing import Any, NamedTuple

from flask import Flask


class Route(NamedTuple):
    """One operation of the API's own description."""

    method: str
    path: str
    slots: tuple[str, ...]
    queries: tuple[tuple[str, tuple[str, ...]], ...]


def routes_of(app: Flask) -> tuple[Route, ...]:
    """Every operation of the OpenAPI document, with what can be put into its query."""
    document = json.loads(app.test_client().get("/api/openapi.json").data)
    found = []
    for path, operations in document["paths"].items():
        shared = operations.pop("parameters", [])
        for method, operation in operations.items():
            told = [*shared, *operation.get("parameters", [])]
            slots = tuple(each["name"] for each in told if each["in"] == "path")
            queries = tuple(
                (each["name"], _tried(each["schema"])) for each in told if each["in"] == "query"
            )
            found.append(Route(method.upper(), path, slots, queries))
    return tuple(found)


def _tried(schema: dict[str, Any]) -> tuple[str, ...]:
    """What to put into one parameter of a query; `{guess}` is filled with a strange id."""
    if "enum" in schema:
        return tuple(schema["enum"])
    kinds = {"uuid": ("{review_id}", "{guess}"), "date": ("2026-11-23", "1900-01-01")}
    return kinds.get(schema.get("format", ""), ("true", "1"))
