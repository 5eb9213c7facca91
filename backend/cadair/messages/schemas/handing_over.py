"""Handing a child over, on the wire."""

from marshmallow import fields

from cadair.messages.schemas.asking import written
from cadair.messages.schemas.who import WhoSchema
from cadair.web.schema import StrictSchema


class WantedHandOverSchema(StrictSchema):
    to_id = fields.UUID(required=True)
    from_on = fields.Date(required=True)
    words_to_child = written(allow_none=True)
    note = written(allow_none=True)


class HandedOverSchema(StrictSchema):
    id = fields.UUID(required=True)
    to = fields.Nested(WhoSchema, required=True)
    from_on = fields.Date(required=True)
