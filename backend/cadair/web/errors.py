"""One error shape for everything that goes wrong: {code, status, fields?}."""

import logging
import sqlite3
from threading import Lock
from typing import Any, Final

from flask import Flask, Response, jsonify, request
from flask_smorest import Api, Blueprint
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from cadair.foundation.database import db
from cadair.foundation.errors import Refusal

BUSY_FOR_SECONDS: Final = 5
# PostgreSQL: could not serialize, deadlock, lock not to be had, too many connections.
BUSY_STATES: Final = frozenset({"40001", "40P01", "55P03", "53300"})

log = logging.getLogger(__name__)

CODES = {
    400: "bad_request",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "not_json",
    422: "bad_input",
    429: "try_again_later",
}

# marshmallow's own sentences, said again as codes: the client owns the words.
FIELD_CODES = {
    "Unknown field.": "unknown",
    "Missing data for required field.": "required",
    "Field may not be null.": "required",
}


class CadairApi(Api):  # type: ignore[misc]  # flask-smorest ships no types
    """flask-smorest with Cadair's error shape, and a description that is made when asked for.

    Describing every route takes longer than all the rest of a start, and few ever read it.
    """

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self._undescribed: list[Blueprint] = []
        self._describing = Lock()

    def register_blueprint(self, blueprint: Blueprint) -> None:
        """Serve a room's routes."""
        self._app.extensions["flask-smorest"]["blp_name_to_api"][blueprint.name] = self
        self._app.register_blueprint(blueprint)
        self._undescribed.append(blueprint)

    def _openapi_json(self) -> Response:
        with self._describing:
            while self._undescribed:
                room = self._undescribed.pop(0)
                room.register_views_in_doc(
                    self, self._app, self.spec, name=room.name, parameters=None
                )
                self.spec.tag({"name": room.name, "description": room.description})
        described: Response = super()._openapi_json()
        return described

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Say any HTTP error in the one shape."""
        status = error.code or 500
        data = getattr(error, "data", None) or {}
        fields = field_codes(data["messages"]) if "messages" in data else None
        return shaped(CODES.get(status, "refused"), status, fields=fields)


def shaped(
    code: str,
    status: int,
    *,
    fields: dict[str, list[str]] | None = None,
    more: dict[str, Any] | None = None,
) -> Response:
    """An error answer in the one shape."""
    body: dict[str, Any] = {"code": code, "status": status, **(more or {})}
    if fields:
        body["fields"] = fields
    answer = jsonify(body)
    answer.status_code = status
    return answer


def field_codes(messages: Any, path: str = "") -> dict[str, list[str]]:
    """Flatten marshmallow's messages to {path: [codes]}; `answers.3.words` is such a path."""
    if isinstance(messages, dict):
        flat: dict[str, list[str]] = {}
        for key, inner in messages.items():
            name = str(key)
            at_top = path == "" and name in ("json", "query", "headers", "path")
            flat |= field_codes(inner, path if at_top else f"{path}.{name}".strip("."))
        return flat
    said = messages if isinstance(messages, list) else [messages]
    return {path: [FIELD_CODES.get(str(each), _as_code(str(each))) for each in said]}


def _as_code(sentence: str) -> str:
    return sentence if sentence.replace("_", "").isalnum() and sentence.islower() else "not_valid"


def answer_refusal(refusal: Refusal) -> Response:
    """Answer a Refusal, and take back what the request wrote."""
    db.session.rollback()
    answer = shaped(refusal.code, refusal.status, fields=refusal.fields, more=refusal.more)
    answer.headers.extend(refusal.headers)
    return answer


def answer_failure(failure: Exception) -> Response:
    """Answer a fault of ours, logged without what the person sent."""
    db.session.rollback()
    if isinstance(failure, HTTPException):
        return shaped(CODES.get(failure.code or 500, "refused"), failure.code or 500)
    if is_busy(failure):
        log.warning("%s %s put off: the database is busy", request.method, _route())
        answer = shaped("busy", 503)
        answer.headers["Retry-After"] = str(BUSY_FOR_SECONDS)
        return answer
    say_failed(failure)
    if is_disk_full(failure):
        return shaped("no_room", 507)
    return shaped("our_fault", 500)


def say_failed(failure: Any) -> None:
    """Log that this request failed: its route, never its address; `failure` as logging takes it."""
    log.error("%s %s failed", request.method, _route(), exc_info=failure)


def _route() -> str:
    return request.url_rule.rule if request.url_rule else "no route"


def is_busy(failure: Exception) -> bool:
    """Whether others kept the database so long that this request gave up: it may come again."""
    if isinstance(failure, PoolTimeout):
        return True
    cause = getattr(failure, "orig", failure)
    if isinstance(cause, sqlite3.OperationalError):
        return cause.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return getattr(cause, "sqlstate", None) in BUSY_STATES


def is_disk_full(failure: Exception) -> bool:
    """Whether the disk had no room for the write: nothing was written, and nothing is lost."""
    said = str(getattr(failure, "orig", failure))
    return "disk is full" in said or "No space left" in said or "could not extend" in said


def install(app: Flask) -> None:
    """Answer refusals and failures in the one shape."""
    app.register_error_handler(Refusal, answer_refusal)
    app.register_error_handler(Exception, answer_failure)
