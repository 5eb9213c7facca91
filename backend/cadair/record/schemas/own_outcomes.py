"""What came of reviews on the wire, for the child, and for whoever has something to do."""

from marshmallow import fields

from cadair.messages.schemas.who import WhoSchema
from cadair.record.rules.outcomes import (
    LONGEST_WHY,
    AnswerKind,
    DecisionState,
    ReplyKind,
    ToldState,
)
from cadair.record.schemas.outcomes import ProgressSchema
from cadair.reviews.rules import ReviewKind
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class ReplySchema(StrictSchema):
    reply = fields.Enum(ReplyKind, by_value=True, required=True)
    words = words(LONGEST_WHY, allow_none=True)


class OwnReplySchema(StrictSchema):
    id = fields.UUID(required=True)
    reply = fields.Enum(ReplyKind, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)
    at = fields.AwareDateTime(required=True)


class ToldAnswerSchema(StrictSchema):
    id = fields.UUID(required=True)
    answer = fields.Enum(AnswerKind, by_value=True, required=True)
    why = fields.String(required=True, allow_none=True)
    who = fields.Nested(WhoSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    by_on = fields.Date(required=True, allow_none=True)
    shared_at = fields.AwareDateTime(required=True)


class ToldWishSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True, allow_none=True)
    ask = fields.String(required=True, allow_none=True)
    chosen = fields.List(fields.String(), required=True)
    topic = fields.String(required=True, allow_none=True)
    wished_at = fields.AwareDateTime(required=True)
    state = fields.Enum(ToldState, by_value=True, required=True)
    answer = fields.Nested(ToldAnswerSchema, required=True, allow_none=True)
    reply = fields.Nested(OwnReplySchema, required=True, allow_none=True)
    done_words = fields.String(required=True, allow_none=True)


class ToldDecisionSchema(StrictSchema):
    id = fields.UUID(required=True)
    what = fields.String(required=True)
    who = fields.Nested(WhoSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    by_on = fields.Date(required=True)
    wish_id = fields.UUID(required=True, allow_none=True)
    topic = fields.String(required=True, allow_none=True)
    state = fields.Enum(DecisionState, by_value=True, required=True)
    manager_disagrees = fields.Boolean(required=True)
    done_at = fields.AwareDateTime(required=True, allow_none=True)
    last_words = fields.String(required=True, allow_none=True)


class ToldReviewSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    kind = fields.Enum(ReviewKind, by_value=True, required=True)
    sequence = fields.Integer(required=True, allow_none=True)
    held_on = fields.Date(required=True, allow_none=True)
    answer_by = fields.Date(required=True, allow_none=True)
    wishes = fields.List(fields.Nested(ToldWishSchema), required=True)
    decisions = fields.List(fields.Nested(ToldDecisionSchema), required=True)


class OwnOutcomesSchema(StrictSchema):
    reviews = fields.List(fields.Nested(ToldReviewSchema), required=True)


class OwnDecisionSchema(StrictSchema):
    """A decision as one person is told of it who may see to it."""

    id = fields.UUID(required=True)
    what = fields.String(required=True)
    is_mine = fields.Boolean(required=True)
    who = fields.Nested(WhoSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    by_on = fields.Date(required=True)
    state = fields.Enum(DecisionState, by_value=True, required=True)
    days_over = fields.Integer(required=True, allow_none=True)
    waits_for_review = fields.Boolean(required=True)
    shared_at = fields.AwareDateTime(required=True)
    progress = fields.List(fields.Nested(ProgressSchema), required=True)


class ActionChildSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True)


class OwnActionSchema(StrictSchema):
    child = fields.Nested(ActionChildSchema, required=True)
    decision = fields.Nested(OwnDecisionSchema, required=True)


class OwnCarePlanSchema(StrictSchema):
    """A care plan to bring up to date after a review: working days left, below nought when past."""

    review_id = fields.UUID(required=True)
    child = fields.Nested(ActionChildSchema, required=True)
    by = fields.Date(required=True)
    days_left = fields.Integer(required=True)


class OwnActionsSchema(StrictSchema):
    actions = fields.List(fields.Nested(OwnActionSchema), required=True)
    care_plans = fields.List(fields.Nested(OwnCarePlanSchema), required=True)
