"""A meeting plan as the child and the reviewing officer are shown it."""

from marshmallow import fields

from cadair.access.actor import Job
from cadair.meeting.rules.requests import Answer
from cadair.meeting.schemas.plans import MeetingPlanSchema
from cadair.reviews.rules import Stage
from cadair.web.schema import StrictSchema


class MeetingChairSchema(StrictSchema):
    shape = fields.String(required=True)
    colour = fields.String(required=True)
    pattern = fields.String(required=True)


class MeetingPersonSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True)
    name = fields.String(required=True)
    chair = fields.Nested(MeetingChairSchema, required=True, allow_none=True)
    job = fields.Enum(Job, by_value=True, required=True)


class MeetingCircleSchema(MeetingPersonSchema):
    kind = fields.String(required=True)


class MeetingWishSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True)


class AddedMatterSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True)
    by = fields.Nested(MeetingPersonSchema, required=True)
    added_at = fields.AwareDateTime(required=True)
    is_new = fields.Boolean(required=True)


class PlanAnswerSchema(StrictSchema):
    request = fields.String(required=True)
    answer = fields.Enum(Answer, by_value=True, required=True)
    reason = fields.String(required=True, allow_none=True)
    by = fields.Nested(MeetingPersonSchema, required=True)
    at = fields.AwareDateTime(required=True)
    asked_anew = fields.Boolean(required=True)


class MeetingPageSchema(StrictSchema):
    revision = fields.Integer(required=True)
    plan = fields.Nested(MeetingPlanSchema, required=True, allow_none=True)
    circle = fields.List(fields.Nested(MeetingCircleSchema), required=True)
    wishes = fields.List(fields.Nested(MeetingWishSchema), required=True)
    last_time = fields.List(fields.Nested(MeetingWishSchema), required=True)
    matters = fields.List(fields.String(), required=True)
    added = fields.List(fields.Nested(AddedMatterSchema), required=True)
    answers = fields.List(fields.Nested(PlanAnswerSchema), required=True)
    officer = fields.Nested(MeetingPersonSchema, required=True, allow_none=True)
    stage = fields.Enum(Stage, by_value=True, required=True)


class CoveredMatterSchema(StrictSchema):
    matter = fields.String(required=True)
    source = fields.String(required=True)
    confirmed = fields.Boolean(required=True)
    by = fields.List(fields.UUID(), required=True)


class PlanRequestSchema(StrictSchema):
    request = fields.String(required=True)
    about = fields.Nested(MeetingPersonSchema, required=True, allow_none=True)
    words = fields.List(fields.String(), required=True)
    answer = fields.Nested(PlanAnswerSchema, required=True, allow_none=True)


class OfficersMeetingPageSchema(MeetingPageSchema):
    covered = fields.List(fields.Nested(CoveredMatterSchema), required=True)
    requests = fields.List(fields.Nested(PlanRequestSchema), required=True)
