"""What a child looks like on the wire, as far as this room serves it."""

from marshmallow import fields

from cadair.children.rules.ages import Band
from cadair.web.schema import StrictSchema


class ChooseBandSchema(StrictSchema):
    band = fields.Enum(Band, by_value=True, required=True, allow_none=True)


class ChosenBandSchema(StrictSchema):
    id = fields.UUID(required=True, attribute="child_id")
    band = fields.Enum(Band, by_value=True, required=True)
    band_suggested = fields.Enum(Band, by_value=True, required=True)


class SquareCodeSchema(StrictSchema):
    size = fields.Integer(required=True)
    path = fields.String(required=True)


class IssuedCardSchema(StrictSchema):
    words = fields.List(fields.String(), required=True)
    link = fields.String(required=True)
    qr = fields.Nested(SquareCodeSchema, required=True)
    expires_at = fields.AwareDateTime(required=True)
    called = fields.String(required=True)
    sign_in_name = fields.String(required=True)
