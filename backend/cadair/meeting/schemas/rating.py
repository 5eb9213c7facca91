"""How a child found their review, on the wire."""

from marshmallow import fields, validate

from cadair.contributions.schemas import Words
from cadair.meeting.rules.rating import Face
from cadair.web.schema import StrictSchema

LONGEST: int = 2_000
_SAID = (
    validate.Length(max=LONGEST, error="too_long"),
    validate.Predicate("strip", error="required"),
)


class HowItWasSchema(StrictSchema):
    """`change` is what the child would do differently; all of it may be left empty.

    `told`: their IRO reads it, and it goes in the record.  Left out, only the child ever sees it.
    """

    face = fields.String(
        required=True, allow_none=True, validate=validate.OneOf([*Face], error="not_valid")
    )
    words = Words(required=True, allow_none=True, validate=_SAID)
    change = Words(required=True, allow_none=True, validate=_SAID)
    told = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class HowItWasPageSchema(StrictSchema):
    said = fields.Nested(HowItWasSchema, required=True, allow_none=True)
    at = fields.AwareDateTime(required=True, allow_none=True)
