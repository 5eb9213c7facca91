"""What conversations look like on the wire."""

from typing import Any, Final

from marshmallow import fields, post_load, validate

from cadair.messages.rules.conversations import BroughtAs, Start, Written, cleaned, waited
from cadair.messages.schemas.who import WhoSchema
from cadair.web.schema import StrictSchema

LANGUAGE: Final = validate.Regexp(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z", error="not_valid")


# Far wider than is believed: a phone's odd clock must not hold up what is behind it.
A_WAIT: Final = validate.Range(min=0, max=2**31 - 1, error="out_of_range")


class ReadSchema(StrictSchema):
    who = fields.Nested(WhoSchema, required=True)
    at = fields.AwareDateTime(required=True)


class OwnMessageSchema(StrictSchema):
    """One message; without words once it was taken back, or while it is hidden."""

    id = fields.UUID(required=True)
    from_me = fields.Boolean(required=True)
    author = fields.Nested(WhoSchema, required=True)
    start = fields.Enum(Start, by_value=True, required=True, allow_none=True)
    words = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    tell_social_worker = fields.Boolean(required=True)
    written_at = fields.AwareDateTime(required=True)
    received_at = fields.AwareDateTime(required=True)
    taken_back_at = fields.AwareDateTime(required=True, allow_none=True)
    read_by = fields.List(fields.Nested(ReadSchema), required=True)
    in_record = fields.Boolean(required=True)
    brought_as = fields.Enum(BroughtAs, by_value=True, required=True, allow_none=True)
    can_take_back = fields.Boolean(required=True)
    hidden = fields.Boolean(required=True)


class CoverSchema(StrictSchema):
    who = fields.Nested(WhoSchema, required=True)
    until = fields.Date(required=True, allow_none=True)


class WhoReadsSchema(StrictSchema):
    officer = fields.Nested(WhoSchema, required=True, allow_none=True)
    cover = fields.Nested(CoverSchema, required=True, allow_none=True)
    works_on = fields.List(fields.Integer(), required=True)
    answer_by = fields.Date(required=True)
    answer_within_working_days = fields.Integer(required=True)
    usual_cover = fields.Nested(WhoSchema, required=True, allow_none=True)


class ConversationSchema(StrictSchema):
    who_reads = fields.Nested(WhoReadsSchema, required=True)
    messages = fields.List(fields.Nested(OwnMessageSchema), required=True)
    more = fields.Boolean(required=True)


class OwnLineSchema(StrictSchema):
    child_id = fields.UUID(required=True)
    is_me = fields.Boolean(required=True)
    child_called = fields.String(required=True)
    officer = fields.Nested(WhoSchema, required=True, allow_none=True)
    cover = fields.Nested(WhoSchema, required=True, allow_none=True)
    unread = fields.Integer(required=True)


class OwnConversationsSchema(StrictSchema):
    conversations = fields.List(fields.Nested(OwnLineSchema), required=True)


class OlderSchema(StrictSchema):
    before = fields.UUID(load_default=None)


class OwnOlderSchema(OlderSchema):
    show = fields.Boolean(load_default=False)  # also to a child who wants no trace on their phone


class UpToSchema(StrictSchema):
    up_to = fields.UUID(required=True)


class WriteSchema(StrictSchema):
    """How long words may be, and what is kept of them, is for the rules to say."""

    words = fields.String(required=True)
    language = fields.String(required=True, validate=LANGUAGE)
    waited_seconds = fields.Integer(load_default=0, strict=True, validate=A_WAIT)


class WriteOwnSchema(WriteSchema):
    start = fields.Enum(Start, by_value=True, load_default=None, allow_none=True)
    tell_social_worker = fields.Boolean(load_default=False, truthy={True}, falsy={False})

    @post_load
    def _as_written(self, data: dict[str, Any], **_: Any) -> Written:
        return Written(
            words=cleaned(data["words"]),
            start=data["start"],
            language=data["language"],
            tell_social_worker=data["tell_social_worker"],
            waited=waited(data["waited_seconds"]),
        )
