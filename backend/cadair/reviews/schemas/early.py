"""Reviews that are asked for before their day, on the wire."""

from marshmallow import fields

from cadair.reviews.models import Decision
from cadair.reviews.rules import ReviewKind, Trigger
from cadair.reviews.schemas import LONGEST_WHY, words
from cadair.web.schema import StrictSchema


class GroundSchema(StrictSchema):
    trigger = fields.Enum(Trigger, by_value=True, required=True)
    source = fields.String(required=True)
    confirmed = fields.Boolean(required=True)
    officer_may_refuse = fields.Boolean(required=True)
    days = fields.Integer(required=True, allow_none=True)


class EarlyAskSchema(StrictSchema):
    id = fields.UUID(required=True)
    trigger = fields.Enum(Trigger, by_value=True, required=True)
    asked_by_id = fields.UUID(required=True, allow_none=True)
    asked_by = fields.String(required=True, allow_none=True)
    asked_on = fields.Date(required=True)
    why = fields.String(required=True, allow_none=True)
    decision = fields.Enum(Decision, by_value=True, required=True, allow_none=True)
    hold_by = fields.Date(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    decided_by = fields.String(required=True, allow_none=True)
    decided_at = fields.AwareDateTime(required=True, allow_none=True)


class EarlyPageSchema(StrictSchema):
    kind = fields.Enum(ReviewKind, by_value=True, required=True, allow_none=True)
    due_by = fields.Date(required=True, allow_none=True)
    grounds = fields.List(fields.Nested(GroundSchema), required=True)
    asks = fields.List(fields.Nested(EarlyAskSchema), required=True)


class WantedDecisionSchema(StrictSchema):
    decision = fields.Enum(Decision, by_value=True, required=True)
    hold_by = fields.Date(required=True, allow_none=True)
    reason = words(LONGEST_WHY, allow_none=True)


class WantedEarlyAskSchema(WantedDecisionSchema):
    trigger = fields.Enum(Trigger, by_value=True, required=True)
    asked_by_id = fields.UUID(required=True, allow_none=True)
    asked_on = fields.Date(required=True)
    why = words(LONGEST_WHY, allow_none=True)
