"""What the hand-over of a record to the archive takes."""

from marshmallow import fields, validate

from cadair.web.schema import StrictSchema


class AcknowledgeSchema(StrictSchema):
    sha256 = fields.String(
        required=True, validate=validate.Regexp(r"^[0-9a-f]{64}$", error="not_valid")
    )
