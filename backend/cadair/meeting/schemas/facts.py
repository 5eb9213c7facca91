"""What of a meeting goes to the record, on the wire."""

from marshmallow import fields, validate

from cadair.meeting.rules.rating import Face
from cadair.web.schema import StrictSchema


class CameToMeetingSchema(StrictSchema):
    person_id = fields.UUID(required=True, allow_none=True)
    called = fields.String(required=True, allow_none=True)  # of a guest
    came_at = fields.AwareDateTime(required=True)
    left_at = fields.AwareDateTime(required=True, allow_none=True)


class LedItemSchema(StrictSchema):
    item = fields.String(required=True)
    words = fields.String(required=True, allow_none=True)
    matter = fields.String(required=True, allow_none=True)
    by = fields.String(required=True)  # child, officer, or a person's id


class LevelChangeSchema(StrictSchema):
    level = fields.Integer(required=True)
    at = fields.AwareDateTime(required=True)
    by = fields.String(required=True, allow_none=True)


class FactReadBackSchema(StrictSchema):
    id = fields.UUID(required=True)
    of = fields.String(required=True)
    words = fields.String(required=True)
    reply = fields.String(required=True, allow_none=True)
    reply_words = fields.String(required=True, allow_none=True)


class FactNoteSchema(StrictSchema):
    item = fields.String(required=True, allow_none=True)
    words = fields.String(required=True)


class PartFactsSchema(StrictSchema):
    part_id = fields.UUID(required=True)
    opened_at = fields.AwareDateTime(required=True)
    ended_at = fields.AwareDateTime(required=True, allow_none=True)
    adjourned = fields.Boolean(required=True)
    attended = fields.List(fields.Nested(CameToMeetingSchema), required=True)
    led = fields.List(fields.Nested(LedItemSchema), required=True)
    levels = fields.List(fields.Nested(LevelChangeSchema), required=True)
    read_back = fields.List(fields.Nested(FactReadBackSchema), required=True)
    covered = fields.List(fields.String(), required=True)
    notes = fields.List(fields.Nested(FactNoteSchema), required=True)
    breaks = fields.Integer(required=True)
    words_asked = fields.Integer(required=True)


class FactRatingSchema(StrictSchema):
    """How the child found it, where they want their officer to know; also after the signature."""

    face = fields.String(required=True, allow_none=True, validate=validate.OneOf([*Face]))
    words = fields.String(required=True, allow_none=True)
    change = fields.String(required=True, allow_none=True)
    at = fields.AwareDateTime(required=True)


class MeetingFactsSchema(StrictSchema):
    parts = fields.List(fields.Nested(PartFactsSchema), required=True)
    how_it_was = fields.Nested(FactRatingSchema, required=True, allow_none=True)
