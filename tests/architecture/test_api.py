"""What the API promises everyone: one error shape, a full description, headers on every answer."""

import re

import pytest
from flask import Flask

from cadair.web.blueprint import NEEDS
from cadair.web.headers import API_ANSWER, EVERY_ANSWER
from tests.conftest import browser

JSON = "application/json"
TOO_MUCH = b"x" * 1_100_000
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def api_routes(app: Flask) -> list[tuple[str, str, str]]:
    return sorted(
        (rule.rule, method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/") and rule.endpoint != "api-docs.openapi_json"
        for method in (rule.methods or set()) & set(METHODS)
    )


def test_every_route_says_what_it_needs(app):
    for rule, method, endpoint in api_routes(app):
        assert endpoint in app.extensions[NEEDS], f"{method} {rule}"


@pytest.mark.own_app
def test_an_unlisted_route_is_closed(app):
    app.add_url_rule("/api/forgotten", "forgotten", lambda: "here")
    assert browser(app).get("/api/forgotten").status_code == 404


def test_the_description_has_every_route_and_names_it(app):
    described = browser(app).get("/api/openapi.json").json["paths"]
    listed = {
        (
            re.sub(r"<(?:(?:uuid|int):)?(\w+)>", r"{\1}", rule),
            method.lower(),
            endpoint.split(".")[1],
        )
        for rule, method, endpoint in api_routes(app)
    }
    found = {
        (path, method, operation["operationId"])
        for path, operations in described.items()
        for method, operation in operations.items()
        if method != "parameters"
    }
    assert found == listed
    names = [name for _, _, name in found]
    assert len(names) == len(set(names))


def test_every_number_that_a_request_may_carry_has_an_end(app):
    """No database keeps a number however large, and none of ours needs one (ASVS 1.4.2)."""
    described = browser(app).get("/api/openapi.json").json
    schemas = described["components"]["schemas"]

    def numbers(schema: object) -> list[dict]:
        if isinstance(schema, list):
            return [found for each in schema for found in numbers(each)]
        if not isinstance(schema, dict):
            return []
        found = numbers(list(schema.values()))
        if "$ref" in schema:
            found += numbers(schemas[schema["$ref"].rpartition("/")[2]])
        kinds = schema.get("type", ())
        is_number = {"integer", "number"} & {*([kinds] if isinstance(kinds, str) else kinds)}
        return [*found, schema] if is_number else found

    sent = [
        operation.get(part)
        for operations in described["paths"].values()
        for operation in operations.values()
        if isinstance(operation, dict)
        for part in ("parameters", "requestBody")
    ]
    found = numbers(sent)
    assert len(found) >= 3
    for each in found:
        assert 0 <= each["minimum"] <= each["maximum"] < 2**31, each


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "code"),
    [
        ("get", "/api/me", {}, 401, "not_signed_in"),
        ("get", "/api/nothing-here", {}, 404, "not_found"),
        ("post", "/api/me", {}, 405, "method_not_allowed"),
        ("post", "/api/sign-in", {"json": {"who": 3}}, 422, "bad_input"),
        ("post", "/api/sign-in", {"data": "{", "content_type": JSON}, 400, "bad_request"),
        ("post", "/api/sign-in", {"data": TOO_MUCH, "content_type": JSON}, 413, "too_large"),
    ],
)  # fmt: skip
def test_every_error_has_the_one_shape(app, method, path, sent, status, code):
    answer = getattr(browser(app), method)(path, **sent)
    assert (answer.status_code, answer.json["status"], answer.json["code"]) == (
        status,
        status,
        code,
    )
    assert set(answer.json) <= {"code", "status", "fields"}


@pytest.mark.parametrize(
    "path", ["/", "/api/me", "/api/nothing", "/missing.js", "/api/openapi.json"]
)
def test_every_answer_has_the_headers(app, path):
    answer = browser(app).get(path)
    for name, value in EVERY_ANSWER.items():
        assert answer.headers[name] == value
    if path.startswith("/api/"):
        assert answer.headers["Cache-Control"] == API_ANSWER["Cache-Control"]
