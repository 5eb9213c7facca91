"""Everything that a child ever said, on the wire."""

from marshmallow import fields

from cadair.contributions.rules.answers import Face
from cadair.meeting.schemas.plans import MeetingPlanSchema
from cadair.meeting.schemas.shown import AddedMatterSchema, PlanAnswerSchema
from cadair.messages.schemas.asking import OwnRequestSchema
from cadair.messages.schemas.who import WhoSchema
from cadair.record.rules.everything import Source
from cadair.record.schemas.disputes import ToldDisputeSchema
from cadair.record.schemas.letters import CertificateSchema, ParagraphSchema, RemarkSchema
from cadair.record.schemas.own_outcomes import ToldAnswerSchema, ToldReviewSchema, ToldWishSchema
from cadair.record.schemas.releases import GivenOnceSchema
from cadair.web.schema import StrictSchema


class ShowSchema(StrictSchema):
    show = fields.Boolean(load_default=False)


class HelpedSchema(StrictSchema):
    name = fields.String(required=True)
    who = fields.String(required=True)


class OwnWordsSchema(StrictSchema):
    id = fields.UUID(required=True, allow_none=True)
    source = fields.Enum(Source, by_value=True, required=True)
    review_id = fields.UUID(required=True, allow_none=True)
    at = fields.AwareDateTime(required=True)
    language = fields.String(required=True, allow_none=True)
    topic = fields.String(required=True, allow_none=True)
    topic_title = fields.String(required=True, allow_none=True)
    asked = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, allow_none=True)
    about = fields.String(required=True, allow_none=True)
    face = fields.Enum(Face, by_value=True, required=True, allow_none=True)
    chosen = fields.List(fields.String(), required=True)
    words = fields.String(required=True, allow_none=True)
    helper_words = fields.String(required=True, allow_none=True)
    helper = fields.Nested(HelpedSchema, required=True, allow_none=True)
    wish = fields.Boolean(required=True)
    changed_later = fields.Boolean(required=True)


class OwnReviewDaySchema(StrictSchema):
    id = fields.UUID(required=True)
    held_on = fields.Date(required=True, allow_none=True)
    due_by = fields.Date(required=True, allow_none=True)


class EverythingSchema(StrictSchema):
    called = fields.String(required=True)
    hidden = fields.Boolean(required=True)
    reviews = fields.List(fields.Nested(OwnReviewDaySchema), required=True)
    said = fields.List(fields.Nested(OwnWordsSchema), required=True)


class TakenWishSchema(ToldWishSchema):
    earlier = fields.List(fields.Nested(ToldAnswerSchema), required=True)


class TakenReviewSchema(ToldReviewSchema):
    wishes = fields.List(fields.Nested(TakenWishSchema), required=True)


class TakenLetterSchema(StrictSchema):
    review_id = fields.UUID(required=True, attribute="letter.review_id")
    held_on = fields.Date(required=True, allow_none=True)
    language = fields.String(required=True, attribute="letter.language")
    given_at = fields.AwareDateTime(required=True, attribute="letter.given_at")
    given_by = fields.Nested(WhoSchema, required=True, attribute="letter.given_by")
    paragraphs = fields.List(
        fields.Nested(ParagraphSchema), required=True, attribute="letter.paragraphs"
    )
    remarks = fields.List(fields.Nested(RemarkSchema), required=True)


class ToldMessageSchema(StrictSchema):
    id = fields.UUID(required=True)
    author = fields.Nested(WhoSchema, required=True)
    words = fields.String(required=True)
    language = fields.String(required=True)
    written_at = fields.AwareDateTime(required=True)


class TakenPlanSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    plan = fields.Nested(MeetingPlanSchema, required=True, allow_none=True)
    answers = fields.List(fields.Nested(PlanAnswerSchema), required=True)
    added = fields.List(fields.Nested(AddedMatterSchema), required=True)


class TakenSchema(StrictSchema):
    """All that is a child's own: what they said, and what they were told."""

    called = fields.String(required=True, attribute="words.called")
    reviews = fields.List(
        fields.Nested(OwnReviewDaySchema), required=True, attribute="words.reviews"
    )
    said = fields.List(fields.Nested(OwnWordsSchema), required=True, attribute="words.said")
    outcomes = fields.List(fields.Nested(TakenReviewSchema), required=True)
    letters = fields.List(fields.Nested(TakenLetterSchema), required=True)
    disputes = fields.List(fields.Nested(ToldDisputeSchema), required=True)
    certificates = fields.List(fields.Nested(CertificateSchema), required=True)
    requests = fields.List(fields.Nested(OwnRequestSchema), required=True)
    messages = fields.List(fields.Nested(ToldMessageSchema), required=True)
    plans = fields.List(fields.Nested(TakenPlanSchema), required=True)
    given = fields.List(fields.Nested(GivenOnceSchema), required=True)
