"""People and children by name, on the wire."""

from marshmallow import fields

from cadair.access.actor import Job
from cadair.reviews.schemas import ReviewChairSchema
from cadair.web.schema import StrictSchema


class WhoSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True)
    name = fields.String(required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)
    job = fields.Enum(Job, by_value=True, required=True)


class NamedChildSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True)
    name = fields.String(required=True)
    case_number = fields.String(required=True)
