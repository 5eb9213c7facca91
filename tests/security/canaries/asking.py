"""Asks, as one person, for everything there is to get, with every id that there is."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from cadair.foundation.database import Base, db

# Which table's ids a slot of an address wants; ids of every other kind are put there too.
SLOTS = {
    "child_id": "child.person_id",
    "person_id": "person.id",
    "review_id": "review.id",
    "release_id": "release.id",
    "part_id": "review_part.id",
    "year": "a year",
    "revision": "record_version.revision",
}
ASKED_WITH = {
    "form": ("own", "observation"),
    "show": ("true",),
    "before": ("2030-01-01",),
    "review_id": None,  # every review
}
ALL_PAGES = ("/", "/review", "/openapi.json", "/api/openapi.json", "/api/nothing", "/sw.js")
WRONG_BODIES = ({}, {"words": 1}, [], "not json")


def ids_of_all_kinds(app: Flask) -> dict[str, list[Any]]:
    """Every id in the database, by the column that it is the key of."""
    kinds: dict[str, list[Any]] = {}
    with app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT set_config('cadair.council', '*', true)")
        for table in Base.metadata.tables.values():
            for column in table.primary_key.columns:
                if column.type.python_type is UUID:
                    found = connection.execute(select(column).distinct()).scalars()
                    kinds[f"{table.name}.{column.name}"] = list(found)
    return kinds


class Asking:
    """All requests that can be made of the OpenAPI document, with real ids.

    With `thorough` every other kind of id stands in every slot, and every wrong body is sent.
    """

    def __init__(self, app: Flask, *, thorough: bool = False) -> None:
        self.thorough = thorough
        self.document: dict[str, Any] = app.test_client().get("/api/openapi.json").json
        numbers: dict[str, list[Any]] = {"a year": [2026], "record_version.revision": ["1"]}
        self.kinds: dict[str, list[Any]] = {**ids_of_all_kinds(app), **numbers}

    def everything(self, client: FlaskClient) -> Iterator[tuple[str, bytes]]:
        """Each answer that this browser gets, as `METHOD address` and all of its bytes."""
        for address in (*ALL_PAGES, *self._addresses()):
            yield f"GET {address}", whole(client.get(address))
        for method, address in self._wrong():
            for body in WRONG_BODIES if self.thorough else WRONG_BODIES[:1]:
                sent = {"data": body} if isinstance(body, str) else {"json": body}
                answer = client.open(address, method=method, headers={"If-Match": '"1"'}, **sent)
                assert answer.status_code >= 400, f"{method} {address} took {body!r}"
                yield f"{method} {address}", whole(answer)

    def _addresses(self) -> Iterator[str]:
        for path, operations in self.document["paths"].items():
            if "get" not in operations:
                continue
            asked = [*operations.get("parameters", []), *operations["get"].get("parameters", [])]
            queries = [each["name"] for each in asked if each["in"] == "query"]
            for address in self._filled(path):
                yield address
                for name in queries:
                    values = ASKED_WITH[name] or self.kinds["review.id"]
                    yield from (f"{address}?{name}={value}" for value in values)
                if len(queries) > 1:
                    yield f"{address}?review_id={self.kinds['review.id'][0]}&show=true"

    def _filled(self, path: str) -> Iterator[str]:
        """The path with ids in its slots: all of its own kind, and some or one of every other."""
        path = path.replace("{revision}", "1")  # a number, and no id
        slots = re.findall(r"{(\w+)}", path)
        if not slots:
            yield path
            return
        own_kinds = [SLOTS[slot] for slot in slots]
        for ids in product(*(self.kinds[kind] for kind in own_kinds)):
            yield re.sub(r"{\w+}", "{}", path).format(*ids)
        strange = [ids[0] for kind, ids in self.kinds.items() if ids and kind not in own_kinds]
        for each in strange if self.thorough else strange[len(path) % 5 :: 8]:
            yield re.sub(r"{\w+}", str(each), path)

    def _wrong(self) -> Iterator[tuple[str, str]]:
        """Everything that takes a body, with the ids of Ada's: it will be sent none that fits."""
        for path, operations in self.document["paths"].items():
            for method, operation in operations.items():
                if method == "parameters" or "requestBody" not in operation:
                    continue
                yield method.upper(), re.sub(r"{(\w+)}", lambda slot: self.one(slot[1]), path)

    def one(self, slot: str) -> str:
        """Some id for a slot of an address."""
        kind = SLOTS.get(slot, f"{slot.removesuffix('_id')}.id")
        named = {
            "proposal": "wall_proposal.id",
            "glass": "broken_glass.id",
            "request": "child_request.id",
            "report": "unsafe_report.id",
        }
        ids = self.kinds.get(named.get(slot.removesuffix("_id"), kind)) or self.kinds["person.id"]
        return str(ids[0])


def whole(answer: TestResponse) -> bytes:
    """Status, headers and body: all that somebody who looks closely gets."""
    wrapped = answer.headers.get("Content-Encoding", "identity")
    assert wrapped in ("identity", "gzip"), f"the scan cannot open {wrapped}"
    headers = "".join(f"{name}: {value}\n" for name, value in answer.headers)
    return f"{answer.status}\n{headers}\n".encode() + answer.data
