"""Which fields of which requests keep somebody's words, as the API describes itself, and how what
is sent is filled with other words."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask

from tests.conftest import browser

# Strings that a request may carry and that are not kept as somebody's words.
NO_WORDS = (
    "/api/sign-in", "/api/cards", "/api/me/passphrase", "/api/me/prove", "/api/me/unlock",
    "/api/me/language", "/api/me/chair", "/api/me/authenticator", "/api/sign-in/",
)  # fmt: skip
CODES = {  # of a list that the server knows, or compared with what it made itself
    ".language", ".answers[].question", ".answers[].choices[]", ".fingerprint", ".transports[]",
    ".content.other_words.*[].choices[]",
    ".keys[]",  # lines of a record, by the names that the server gave them
    ".plan.agenda[].of", ".plan.agenda[].lead",  # a matter, somebody by their id, or a word
    ".code",  # of a meeting that runs, or of a contact that is confirmed
    ".quiet_from", ".quiet_until", ".address", ".endpoint",  # checked letter by letter
}  # fmt: skip
SAME = {  # no words of its own
    "POST /api/me/passkeys .name",  # the same field as renaming one
    "POST /api/live/events .events[].words",  # nothing that a guest may say has words
}
UNBOUNDED = 2000  # characters, where the form or the service says later how many are too many
LESS = {".events[].words": 2000}  # of some kinds of events more may come, of others no more

Put = Callable[[str, int], str]


class Fields:
    """The fields that keep words, by the request that fills them."""

    def __init__(self, app: Flask) -> None:
        described = browser(app).get("/api/openapi.json").json
        self._schemas = described["components"]["schemas"]
        self._bodies: list[tuple[str, str, re.Pattern[str], dict[str, Any]]] = []
        for route, methods in described["paths"].items():
            for method, told in methods.items():
                body = told.get("requestBody") if isinstance(told, dict) else None
                if body is None or route.startswith(NO_WORDS):
                    continue
                named = re.sub(r"{\w+}", "{}", route)
                pattern = re.compile(re.sub(r"{\w+}", "[^/]+", route) + r"\Z")
                shape = body["content"]["application/json"]["schema"]
                self._bodies.append((method.upper(), named, pattern, shape))

    def all(self) -> set[str]:
        """Every one: its method, its route, and its place in what is sent."""
        found = {
            f"{method} {named} {place}"
            for method, named, _, shape in self._bodies
            for place, _ in self._places(shape, "")
        }
        return found - SAME

    def filled(self, method: str, path: str, body: Any, put: Put) -> tuple[Any, set[str]]:
        """The same request with `put` in the place of all words, and which fields it fills.

        `put` is given the words that would have been there, and how many characters may be.
        """
        for each, named, pattern, shape in self._bodies:
            if each == method and pattern.match(path):
                found: dict[str, int] = {}
                for place, longest in self._places(shape, ""):
                    found.setdefault(place, longest)
                filling: set[str] = set()
                sent = _with(body, "", found, put, filling)
                return sent, {f"{method} {named} {place}" for place in filling}
        return body, set()

    def _places(self, schema: dict[str, Any], path: str) -> Iterator[tuple[str, int]]:
        """The places of free strings in what a schema describes, and how long they may be."""
        if "$ref" in schema:
            schema = self._schemas[schema["$ref"].rpartition("/")[2]]
        kinds = schema.get("type", ())
        is_text = "string" in ([kinds] if isinstance(kinds, str) else kinds)
        if is_text and "enum" not in schema and schema.get("format") is None:
            free = re.match(schema.get("pattern", ""), "<") is not None
            if free and path not in CODES:
                yield path, LESS.get(path) or schema.get("maxLength", UNBOUNDED)
        inner = [(each, path) for each in (*schema.get("anyOf", ()), *schema.get("allOf", ()))]
        inner += [(each, f"{path}.{name}") for name, each in schema.get("properties", {}).items()]
        inner += [(schema["items"], f"{path}[]")] if "items" in schema else []
        others = schema.get("additionalProperties")
        inner += [(others, f"{path}.*")] if isinstance(others, dict) else []
        for each, at in inner:
            yield from self._places(each, at)


def _with(sent: Any, path: str, places: dict[str, int], put: Put, filling: set[str]) -> Any:
    if isinstance(sent, dict):
        deeper = {
            key: f"{path}.{key}" if _leads(f"{path}.{key}", places) else f"{path}.*" for key in sent
        }
        return {key: _with(each, deeper[key], places, put, filling) for key, each in sent.items()}
    if isinstance(sent, list):
        return [_with(each, f"{path}[]", places, put, filling) for each in sent]
    if isinstance(sent, str) and path in places:
        filling.add(path)
        return put(sent, places[path])
    return sent


def _leads(path: str, places: dict[str, int]) -> bool:
    """Whether this place, or one within it, has a name of its own; else it is one of many."""
    return any(each == path or each.startswith((f"{path}.", f"{path}[")) for each in places)
