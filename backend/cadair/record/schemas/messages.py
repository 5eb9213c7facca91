"""What the record has to do with messages, on the wire."""

from typing import Any

from marshmallow import fields, post_load

from cadair.messages.rules.conversations import BroughtAs, Written, cleaned, waited
from cadair.messages.schemas.asking import OwnRequestSchema, TakenOnSchema
from cadair.messages.schemas.conversations import WriteSchema
from cadair.messages.schemas.officers import NoteSchema, OfficerMessageSchema
from cadair.messages.schemas.visits import VisitSchema
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
    decision_id = fields.UUID(load_default=None, allow_none=True)


class ReportOfChildSchema(StrictSchema):
    """That the child said they were not safe, and what was done."""

    id = fields.UUID(required=True)
    words = fields.String(required=True, allow_none=True)
    said_at = fields.AwareDateTime(required=True)
    acknowledged = fields.Nested(TakenOnSchema, required=True, allow_none=True)
    closed_at = fields.AwareDateTime(required=True, allow_none=True)
    what_was_done = fields.String(required=True, allow_none=True)


class ReplyTimesSchema(StrictSchema):
    answered = fields.Integer(required=True)
    median_working_days = fields.Float(required=True, allow_none=True)
    waiting = fields.Integer(required=True)


class BetweenReviewsSchema(StrictSchema):
    """What passed since the last review, for the record of the next one."""

    since = fields.Date(required=True)
    messages = fields.List(fields.Nested(OfficerMessageSchema), required=True)
    notes = fields.List(fields.Nested(NoteSchema), required=True)
    requests = fields.List(fields.Nested(OwnRequestSchema), required=True)
    visits = fields.List(fields.Nested(VisitSchema), required=True)
    unsafe = fields.List(fields.Nested(ReportOfChildSchema), required=True)
    reply_times = fields.Nested(ReplyTimesSchema, required=True)
