"""What came of a review on the wire, for the child's officer."""

from typing import Any, Final

from marshmallow import fields, post_load, validate

from cadair.children.rules import Band
from cadair.contributions.models import Asks, WishClosed
from cadair.messages.schemas.who import WhoSchema
from cadair.record.rules.outcomes import (
    LONGEST_WHAT,
    LONGEST_WHO,
    LONGEST_WHY,
    Answering,
    AnswerKind,
    Deciding,
    DecisionState,
    ManagersView,
    ProgressKind,
    ReplyKind,
)
from cadair.record.schemas.summary import LONGEST_REASON
from cadair.reviews.rules import Stage
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema

LAST_POSITION: Final = 9_999
TOPIC: Final = validate.Regexp(r"[a-z_]{1,40}\Z", error="not_valid")


class AnswerWishSchema(StrictSchema):
    answer = fields.Enum(AnswerKind, by_value=True, required=True)
    why = words(LONGEST_WHY, allow_none=True)
    who_id = fields.UUID(required=True, allow_none=True)
    who_words = words(LONGEST_WHO, allow_none=True)
    by_on = fields.Date(required=True, allow_none=True)

    @post_load
    def _as_given(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"given": Answering(**data)}


class SaveDecisionSchema(StrictSchema):
    what = words(LONGEST_WHAT)
    who_id = fields.UUID(required=True, allow_none=True)
    who_words = words(LONGEST_WHO, allow_none=True)
    by_on = fields.Date(required=True)
    wish_id = fields.UUID(required=True, allow_none=True)
    topic = fields.String(required=True, allow_none=True, validate=TOPIC)
    position = fields.Integer(
        required=True, strict=True, validate=validate.Range(0, LAST_POSITION, error="out_of_range")
    )

    @post_load
    def _as_given(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"given": Deciding(**data)}


class ShareOutcomesSchema(StrictSchema):
    """Why it goes out although the guard stopped it, where it did."""

    reason = words(LONGEST_REASON, allow_none=True)


class ManagersViewSchema(StrictSchema):
    view = fields.Enum(ManagersView, by_value=True, required=True)
    who_words = words(LONGEST_WHO)
    words = words(LONGEST_WHY, allow_none=True)


class CloseWishSchema(StrictSchema):
    words = words(LONGEST_WHY, allow_none=True)


class ReportProgressSchema(StrictSchema):
    kind = fields.Enum(ProgressKind, by_value=True, required=True)
    words = words(LONGEST_WHY, allow_none=True)


class WishReplySchema(StrictSchema):
    id = fields.UUID(required=True)
    reply = fields.Enum(ReplyKind, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)
    at = fields.AwareDateTime(required=True)
    seen_at = fields.AwareDateTime(required=True, allow_none=True)


class WishAnswerSchema(StrictSchema):
    id = fields.UUID(required=True)
    review_id = fields.UUID(required=True)
    answer = fields.Enum(AnswerKind, by_value=True, required=True)
    why = fields.String(required=True, allow_none=True)
    who = fields.Nested(WhoSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    by_on = fields.Date(required=True, allow_none=True)
    said_by = fields.Nested(WhoSchema, required=True)
    said_at = fields.AwareDateTime(required=True)
    shared_at = fields.AwareDateTime(required=True, allow_none=True)
    done_words = fields.String(required=True, allow_none=True)
    reply = fields.Nested(WishReplySchema, required=True, allow_none=True)


class AskedWishSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True, allow_none=True)
    ask = fields.String(required=True, allow_none=True)
    chosen = fields.List(fields.String(), required=True)
    asks = fields.Enum(Asks, by_value=True, required=True)
    source = fields.String(required=True)
    question = fields.String(required=True, allow_none=True)
    topic = fields.String(required=True, allow_none=True)
    wished_at = fields.AwareDateTime(required=True)
    from_review_id = fields.UUID(required=True)
    closed_at = fields.AwareDateTime(required=True, allow_none=True)
    closed_because = fields.Enum(WishClosed, by_value=True, required=True, allow_none=True)
    answers = fields.List(fields.Nested(WishAnswerSchema), required=True)
    replies = fields.List(fields.Nested(WishReplySchema), required=True)


class ProgressSchema(StrictSchema):
    id = fields.UUID(required=True)
    by = fields.Nested(WhoSchema, required=True)
    kind = fields.Enum(ProgressKind, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)
    at = fields.AwareDateTime(required=True)


class ManagerSaidSchema(StrictSchema):
    view = fields.Enum(ManagersView, by_value=True, required=True)
    words = fields.String(required=True, allow_none=True)
    who_words = fields.String(required=True)
    at = fields.AwareDateTime(required=True)


class DecisionSchema(StrictSchema):
    id = fields.UUID(required=True)
    review_id = fields.UUID(required=True)
    what = fields.String(required=True)
    who = fields.Nested(WhoSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    by_on = fields.Date(required=True)
    wish_id = fields.UUID(required=True, allow_none=True)
    topic = fields.String(required=True, allow_none=True)
    position = fields.Integer(required=True)
    revision = fields.Integer(required=True)
    shared_at = fields.AwareDateTime(required=True, allow_none=True)
    progress = fields.List(fields.Nested(ProgressSchema), required=True)
    state = fields.Enum(DecisionState, by_value=True, required=True)
    days_over = fields.Integer(required=True, allow_none=True)
    stands_on = fields.Date(required=True, allow_none=True)
    manager = fields.Nested(ManagerSaidSchema, required=True, allow_none=True)


class LastTimeSchema(StrictSchema):
    wishes = fields.List(fields.Nested(AskedWishSchema), required=True)
    decisions = fields.List(fields.Nested(DecisionSchema), required=True)


class CouldDoSchema(StrictSchema):
    who = fields.Nested(WhoSchema, required=True)
    kind = fields.String(required=True)


class OutcomesSchema(StrictSchema):
    child = fields.Nested(WhoSchema, required=True)
    band = fields.Enum(Band, by_value=True, required=True, attribute="around.child.band")
    language = fields.String(required=True, attribute="around.language")
    review_id = fields.UUID(required=True)
    stage = fields.Enum(Stage, by_value=True, required=True)
    held_on = fields.Date(required=True, allow_none=True, attribute="review.held_on")
    wishes = fields.List(fields.Nested(AskedWishSchema), required=True)
    decisions = fields.List(fields.Nested(DecisionSchema), required=True)
    last_time = fields.Nested(LastTimeSchema, required=True)
    who_could = fields.List(fields.Nested(CouldDoSchema), required=True)
    unshared = fields.Integer(required=True)
    answer_by = fields.Date(required=True, allow_none=True)
