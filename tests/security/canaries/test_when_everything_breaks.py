"""Every request there is, with a word in every place, while the database breaks: no log has it."""

import io
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW
from tests.security.canaries.asking import Asking
from tests.security.canaries.reading import found_in
from tests.security.canaries.world import Canaries

WORD = "Qzwhateveryouwrote"
EVERYWHERE = {
    "If-Match": '"1"', "User-Agent": WORD, "Referer": f"https://{WORD}.example",
    "X-Forwarded-For": WORD, "Authorization": WORD, "Cadair-Page": WORD, "Accept-Language": WORD,
}  # fmt: skip


def body_of(schema: dict[str, Any], named: dict[str, Any]) -> Any:
    """A body that fits the schema as far as it says, with the word wherever there is text."""
    if "$ref" in schema:
        return body_of(named[schema["$ref"].rsplit("/", 1)[1]], named)
    if "enum" in schema:
        return next(each for each in schema["enum"] if each is not None)
    kinds = schema.get("type", "object")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "object":
        inner = schema.get("properties", {})
        if not inner and isinstance(schema.get("additionalProperties"), dict):
            return {"home.change": body_of(schema["additionalProperties"], named)}
        return {name: body_of(one, named) for name, one in inner.items()}
    if kind == "array":
        return [body_of(schema.get("items", {}), named)] * max(1, schema.get("minItems", 1))
    if kind == "string":
        formats = {"uuid": str(uuid4()), "date": "2026-03-16", "date-time": "2026-03-20T10:00:00Z"}
        return formats.get(schema.get("format", ""), WORD)
    return {"integer": 1, "boolean": True, "number": 1.5}.get(kind)


def every_request(asking: Asking) -> Iterator[tuple[str, str, Any]]:
    """Each operation with its own kind of ids in its slots, and once with the word there."""
    named = asking.document["components"]["schemas"]
    for path, operations in asking.document["paths"].items():
        for method, operation in operations.items():
            if method == "parameters":
                continue
            content = operation.get("requestBody", {}).get("content", {})
            schema = next((each["schema"] for each in content.values()), None)
            body = None if schema is None else body_of(schema, named)
            filled = re.sub(r"{(\w+)}", lambda slot: asking.one(slot[1]), path)
            yield method.upper(), f"{filled}?form={WORD}&{WORD}={WORD}", body
            yield method.upper(), filled, body
            yield method.upper(), re.sub(r"{\w+}", WORD, path), body


def breaking(*_args: Any, **_kwargs: Any) -> None:
    """A database that repeats what it was sent, as PostgreSQL's detail does."""
    orig = ValueError(f"duplicate key\nDETAIL: Key (words)=({WORD}) already exists.")
    raise IntegrityError(f"INSERT {WORD}", {"words": WORD}, orig)


@pytest.mark.parametrize("breaks", ["commit", "execute"])
def test_no_log_and_no_error_repeats_a_word(
    canaries: Canaries, said_aloud: io.StringIO, monkeypatch, breaks
):
    asking, before = Asking(canaries.north.app), len(said_aloud.getvalue())
    clients: dict[str, FlaskClient] = {}
    with frozen(NOW):
        for who in ("Ada", "Priya", "anonymous"):
            clients[who] = canaries.client(who)
            clients[who].environ_base["HTTP_COOKIE2"] = WORD
        monkeypatch.setattr(Session, breaks, breaking)
        failed, told = 0, []
        for client in clients.values():
            for method, address, body in every_request(asking):
                answer = client.open(address, method=method, json=body, headers=EVERYWHERE)
                failed += answer.status_code == 500
                if found_in(answer.data + str(answer.headers).encode(), {"it": WORD}):
                    told.append(f"{method} {address}")
        monkeypatch.undo()
    logged = said_aloud.getvalue()[before:]
    assert failed > 40
    assert "IntegrityError" in logged
    assert found_in(logged.encode(), {"it": WORD}) == set()
    assert told == []
