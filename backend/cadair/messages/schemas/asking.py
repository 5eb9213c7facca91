"""Requests, and a child's word that they are not safe, on the wire."""

import re
from typing import Final

from marshmallow import fields, validate

from cadair.messages.rules.asking import Answer, RequestKind
from cadair.messages.schemas.who import NamedChildSchema, WhoSchema
from cadair.web.schema import StrictSchema

# Half of a character, left where a phone cut an emoji in two, could not be stored or printed.
WHOLE_CHARACTERS: Final = re.compile(r"[^\ud800-\udfff]*\Z")
LONGEST_WAIT: Final = 2**31 - 1  # seconds; more than a phone could have counted


def written(*, allow_none: bool) -> fields.String:
    """What somebody wrote; how long it may be is asked once what nobody sees is taken out."""
    return fields.String(
        required=True,
        allow_none=allow_none,
        validate=validate.Regexp(WHOLE_CHARACTERS, error="not_valid"),
    )


def seconds_waited() -> fields.Integer:
    """How long something waited on a device without signal."""
    return fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(min=0, max=LONGEST_WAIT, error="out_of_range"),
    )


class WantedRequestSchema(StrictSchema):
    kind = fields.Enum(RequestKind, by_value=True, required=True)
    words = written(allow_none=True)


class OwnRequestSchema(StrictSchema):
    id = fields.UUID(required=True)
    kind = fields.Enum(RequestKind, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)
    asked_at = fields.AwareDateTime(required=True)
    taken_back_at = fields.AwareDateTime(required=True, allow_none=True)
    answer = fields.Enum(Answer, by_value=True, required=True, allow_none=True)
    answered_by = fields.Nested(WhoSchema, required=True, allow_none=True)
    answered_at = fields.AwareDateTime(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    on = fields.Date(required=True, allow_none=True)


class OwnRequestsSchema(StrictSchema):
    requests = fields.List(fields.Nested(OwnRequestSchema), required=True)


class WantedAnswerSchema(StrictSchema):
    answer = fields.Enum(Answer, by_value=True, required=True)
    reason = written(allow_none=True)
    on = fields.Date(required=True, allow_none=True)


class RequestLineSchema(StrictSchema):
    id = fields.UUID(required=True)
    child = fields.Nested(NamedChildSchema, required=True)
    kind = fields.Enum(RequestKind, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)
    asked_at = fields.AwareDateTime(required=True)
    days = fields.Integer(required=True)
    answer = fields.Enum(Answer, by_value=True, required=True, allow_none=True)
    answered_at = fields.AwareDateTime(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    on = fields.Date(required=True, allow_none=True)


class TakenOnSchema(StrictSchema):
    by = fields.Nested(WhoSchema, required=True)
    at = fields.AwareDateTime(required=True)


class WantedReportSchema(StrictSchema):
    words = written(allow_none=True)
    waited_seconds = seconds_waited()


class OwnReportSchema(StrictSchema):
    id = fields.UUID(required=True)
    said_at = fields.AwareDateTime(required=True)
    acknowledged = fields.Nested(TakenOnSchema, required=True, allow_none=True)
    closed_at = fields.AwareDateTime(required=True, allow_none=True)


class OwnReportsSchema(StrictSchema):
    reports = fields.List(fields.Nested(OwnReportSchema), required=True)


class UnsafeLineSchema(StrictSchema):
    id = fields.UUID(required=True)
    child = fields.Nested(NamedChildSchema, required=True)
    words = fields.String(required=True, allow_none=True)
    said_at = fields.AwareDateTime(required=True)
    acknowledged = fields.Nested(TakenOnSchema, required=True, allow_none=True)
    closed_at = fields.AwareDateTime(required=True, allow_none=True)
    not_safe_to_reply = fields.Boolean(required=True)
    minutes_waiting = fields.Integer(required=True)


class UnsafeLinesSchema(StrictSchema):
    reports = fields.List(fields.Nested(UnsafeLineSchema), required=True)


class ClosedReportSchema(StrictSchema):
    what_was_done = written(allow_none=False)
