"""The check half way between two reviews, on the wire."""

from typing import Any

from marshmallow import fields, post_load

from cadair.messages.rules.conversations import Start
from cadair.messages.schemas.who import WhoSchema
from cadair.record.rules.midpoint import LONGEST_NOTE, Checked, NextStep
from cadair.record.schemas.outcomes import AskedWishSchema, DecisionSchema
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class SaidSinceSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True)
    language = fields.String(required=True)
    start = fields.Enum(Start, by_value=True, required=True, allow_none=True)
    written_at = fields.AwareDateTime(required=True)


class CheckedSchema(StrictSchema):
    decisions = words(LONGEST_NOTE, allow_none=True)
    wishes = words(LONGEST_NOTE, allow_none=True)
    child = words(LONGEST_NOTE, allow_none=True)
    concerns = words(LONGEST_NOTE, allow_none=True)
    action = fields.Enum(NextStep, by_value=True, required=True)


class CheckMidpointSchema(CheckedSchema):
    @post_load
    def _as_found(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"found": Checked(**data)}


class MidpointSchema(StrictSchema):
    child = fields.Nested(WhoSchema, required=True)
    review_id = fields.UUID(required=True)
    held_on = fields.Date(required=True)
    due_on = fields.Date(required=True, allow_none=True)
    next_due_by = fields.Date(required=True, allow_none=True)
    asked_at = fields.AwareDateTime(required=True, allow_none=True)
    answer = fields.Nested(SaidSinceSchema, required=True, allow_none=True)
    latest = fields.List(fields.Nested(SaidSinceSchema), required=True)
    decisions = fields.List(fields.Nested(DecisionSchema), required=True)
    wishes = fields.List(fields.Nested(AskedWishSchema), required=True)
    done_at = fields.AwareDateTime(required=True, allow_none=True)
    done_by = fields.Nested(WhoSchema, required=True, allow_none=True)
    found = fields.Nested(CheckedSchema, required=True, allow_none=True)
    revision = fields.Integer(required=True)


class MidpointQuestionSchema(StrictSchema):
    asked_at = fields.AwareDateTime(required=True, allow_none=True)
    held_on = fields.Date(required=True, allow_none=True)
    is_answered = fields.Boolean(required=True)
