"""The inbox on the wire: a long list, written by its query as it goes out."""

from marshmallow import fields

from cadair.messages.rules.conversations import Start
from cadair.messages.schemas.asking import RequestLineSchema, UnsafeLineSchema
from cadair.messages.schemas.who import NamedChildSchema, WhoSchema
from cadair.web.schema import PlainSchema, StrictSchema


class ThreadSchema(StrictSchema):
    child = fields.Nested(NamedChildSchema, required=True)
    with_ = fields.Nested(WhoSchema, required=True, data_key="with")
    is_child = fields.Boolean(required=True)
    unread = fields.Integer(required=True)
    since = fields.AwareDateTime(required=True, allow_none=True)
    answer_by = fields.Date(required=True, allow_none=True)
    working_days_over = fields.Integer(required=True, allow_none=True)
    safety = fields.Boolean(required=True)
    last_start = fields.Enum(Start, by_value=True, required=True, allow_none=True)
    not_safe_to_reply = fields.Boolean(required=True)
    covers = fields.Boolean(required=True)


class ThreadsSchema(PlainSchema):
    threads = fields.List(fields.Nested(ThreadSchema), required=True)


class InboxSchema(PlainSchema):
    on = fields.Date(required=True)
    unsafe = fields.List(fields.Nested(UnsafeLineSchema), required=True)
    threads = fields.List(fields.Nested(ThreadSchema), required=True)
    requests = fields.List(fields.Nested(RequestLineSchema), required=True)
