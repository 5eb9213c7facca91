"""What the record has to do with messages, on the wire."""

from typing import Any

from marshmallow import fields, post_load

from cadair.messages.rules.conversations import BroughtAs, Written, cleaned, waited
from cadair.messages.schemas.conversations import WriteSchema
from cadair.messages.schemas.officers import NoteSchema, OfficerMessageSchema
from cadair.messages.schemas.who import WhoSchema
from cadair.record.schemas.summary import LONGEST_REASON
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class WriteAsOfficerSchema(WriteSchema):
    """What an officer writes, and why it goes out although the guard stopped it."""

    reason = words(LONGEST_REASON, allow_none=True)

    @post_load
    def _as_written(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        written = Written(
            words=cleaned(data["words"]),
            start=None,
            language=data["language"],
            tell_social_worker=False,
            waited=waited(data["waited_seconds"]),
        )
        return {"written": written, "reason": data["reason"]}


class BringSchema(StrictSchema):
    brought_as = fields.Enum(BroughtAs, by_value=True, required=True, data_key="as")


class RecordMessageSchema(StrictSchema):
    to_record = fields.Boolean(required=True, truthy={True}, falsy={False})
    wish_id = fields.UUID(load_default=None, allow_none=True)


class WithMessageSchema(StrictSchema):
    with_ = fields.Nested(WhoSchema, required=True, data_key="with")
    message = fields.Nested(OfficerMessageSchema, required=True)


class WithNoteSchema(StrictSchema):
    with_ = fields.Nested(WhoSchema, required=True, data_key="with")
    note = fields.Nested(NoteSchema, required=True)


class ReplyTimesSchema(StrictSchema):
    answered = fields.Integer(required=True)
    median_working_days = fields.Float(required=True, allow_none=True)
    waiting = fields.Integer(required=True)


class BetweenReviewsSchema(StrictSchema):
    """What passed since the last review, for the record of the next one."""

    since = fields.Date(required=True)
    messages = fields.List(fields.Nested(WithMessageSchema), required=True)
    notes = fields.List(fields.Nested(WithNoteSchema), required=True)
    reply_times = fields.Nested(ReplyTimesSchema, required=True)
