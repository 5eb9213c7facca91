"""What a review's clock looks like on the wire, and what moves it."""

from marshmallow import fields

from cadair.reviews.models import PostponementAnswer
from cadair.reviews.rules import LateReason, Paper, ReviewKind, Stage
from cadair.reviews.schemas import LONGEST_WHY, words
from cadair.web.schema import StrictSchema


class PaperLineSchema(StrictSchema):
    key = fields.Enum(Paper, by_value=True, required=True)
    by = fields.Date(required=True)
    done_at = fields.AwareDateTime(required=True, allow_none=True)
    days_left = fields.Integer(required=True, allow_none=True)
    confirmed = fields.Boolean(required=True)


class AdjournedSchema(StrictSchema):
    on = fields.Date(required=True)
    until = fields.Date(required=True)
    why = fields.String(required=True)


class LateSchema(StrictSchema):
    reason = fields.Enum(LateReason, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)


class PostponementSchema(StrictSchema):
    id = fields.UUID(required=True)
    review_id = fields.UUID(required=True)
    child_id = fields.UUID(required=True)
    child_name = fields.String(required=True)
    child_called = fields.String(required=True)
    due_by = fields.Date(required=True, allow_none=True)
    to_on = fields.Date(required=True)
    why = fields.String(required=True)
    words_to_child = fields.String(required=True)
    asked_by = fields.String(required=True)
    asked_at = fields.AwareDateTime(required=True)
    answer = fields.Enum(PostponementAnswer, by_value=True, required=True, allow_none=True)
    answer_words = fields.String(required=True, allow_none=True)
    answered_by = fields.String(required=True, allow_none=True)
    answered_at = fields.AwareDateTime(required=True, allow_none=True)


class PostponementsSchema(StrictSchema):
    waiting = fields.List(fields.Nested(PostponementSchema), required=True)


class ClockSchema(StrictSchema):
    review_id = fields.UUID(attribute="review.id", required=True)
    child_id = fields.UUID(attribute="review.child_id", required=True)
    called = fields.String(required=True)
    kind = fields.Enum(ReviewKind, by_value=True, attribute="review.kind", required=True)
    stage = fields.Enum(Stage, by_value=True, attribute="review.stage", required=True)
    due_by = fields.Date(attribute="review.due_by", required=True, allow_none=True)
    met_on = fields.Date(required=True, allow_none=True)
    held_on = fields.Date(attribute="review.held_on", required=True, allow_none=True)
    completed_on = fields.Date(attribute="review.completed_on", required=True, allow_none=True)
    adjourned = fields.Nested(AdjournedSchema, required=True, allow_none=True)
    adjourn_until_at_most = fields.Date(required=True, allow_none=True)
    postponed_to = fields.Date(attribute="review.postponed_to", required=True, allow_none=True)
    postponement = fields.Nested(PostponementSchema, required=True, allow_none=True)
    late = fields.Nested(LateSchema, required=True, allow_none=True)
    lines = fields.List(fields.Nested(PaperLineSchema), required=True)
    midpoint_on = fields.Date(required=True, allow_none=True)
    next_due_by = fields.Date(required=True, allow_none=True)


class HoldingSchema(StrictSchema):
    held_on = fields.Date(required=True)
    completed_on = fields.Date(required=True)
    late_reason = fields.Enum(LateReason, by_value=True, required=True, allow_none=True)
    late_words = words(LONGEST_WHY, allow_none=True)


class AdjourningSchema(StrictSchema):
    until = fields.Date(required=True)
    why = words(LONGEST_WHY)


class WantedPostponementSchema(StrictSchema):
    to_on = fields.Date(required=True)
    why = words(LONGEST_WHY)
    words_to_child = words(LONGEST_WHY)


class PostponementAnswerSchema(StrictSchema):
    answer = fields.Enum(PostponementAnswer, by_value=True, required=True)
    words = words(LONGEST_WHY, allow_none=True)
