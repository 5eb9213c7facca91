"""What a party's conversation looks like to the child's officers."""

from marshmallow import fields

from cadair.messages.schemas.conversations import OwnMessageSchema
from cadair.messages.schemas.who import NamedChildSchema, WhoSchema
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema

LONGEST_NOTE = 10_000


class RecordedSchema(StrictSchema):
    at = fields.AwareDateTime(required=True)
    by = fields.Nested(WhoSchema, required=True)


class OfficerMessageSchema(OwnMessageSchema):
    safety_words = fields.List(fields.String(), required=True)
    to_record = fields.Nested(RecordedSchema, required=True, allow_none=True)
    wish_id = fields.UUID(required=True, allow_none=True)
    no_answer_at = fields.AwareDateTime(required=True, allow_none=True)
    decision_id = fields.UUID(required=True, allow_none=True)


class NoteSchema(StrictSchema):
    id = fields.UUID(required=True)
    author = fields.Nested(WhoSchema, required=True)
    words = fields.String(required=True)
    written_at = fields.AwareDateTime(required=True)


class OfficersConversationSchema(StrictSchema):
    child = fields.Nested(NamedChildSchema, required=True)
    with_ = fields.Nested(WhoSchema, required=True, data_key="with")
    language = fields.String(required=True)
    not_safe_to_reply = fields.Boolean(required=True)
    messages = fields.List(fields.Nested(OfficerMessageSchema), required=True)
    notes = fields.List(fields.Nested(NoteSchema), required=True)
    more = fields.Boolean(required=True)
    answer_by = fields.Date(required=True)


class KeepNoteSchema(StrictSchema):
    words = words(LONGEST_NOTE)
