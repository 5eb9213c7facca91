"""Everything that a child ever said, on the wire."""

from marshmallow import fields

from cadair.contributions.rules.answers import Face
from cadair.record.rules.everything import Source
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
