"""Being away and who covers, on the wire."""

from marshmallow import fields, validate

from cadair.messages.schemas.asking import written
from cadair.messages.schemas.who import WhoSchema
from cadair.web.schema import StrictSchema


class WantedAbsenceSchema(StrictSchema):
    from_on = fields.Date(required=True)
    until_on = fields.Date(required=True)
    cover_id = fields.UUID(required=True)
    note = written(allow_none=True)


class EndedAbsenceSchema(StrictSchema):
    on = fields.Date(required=True)


class AbsenceSchema(StrictSchema):
    id = fields.UUID(required=True)
    from_on = fields.Date(required=True)
    until_on = fields.Date(required=True)
    cover = fields.Nested(WhoSchema, required=True)
    note = fields.String(required=True, allow_none=True)
    ended_on = fields.Date(required=True, allow_none=True)


class WantedPracticeSchema(StrictSchema):
    works_on = fields.List(
        fields.Integer(strict=True, validate=validate.Range(min=0, max=6, error="out_of_range")),
        required=True,
        validate=validate.Length(max=7, error="too_many"),
    )
    usual_cover_id = fields.UUID(required=True, allow_none=True)


class PracticeSchema(StrictSchema):
    works_on = fields.List(fields.Integer(), required=True)
    usual_cover = fields.Nested(WhoSchema, required=True, allow_none=True)


class AwaySchema(StrictSchema):
    absences = fields.List(fields.Nested(AbsenceSchema), required=True)
    practice = fields.Nested(PracticeSchema, required=True)
    officers = fields.List(fields.Nested(WhoSchema), required=True)
