"""Visits on the wire."""

from marshmallow import fields

from cadair.messages.rules.visits import How, SpokeAlone
from cadair.messages.schemas.asking import written
from cadair.messages.schemas.who import WhoSchema
from cadair.reviews.schemas import within_living_memory
from cadair.web.schema import StrictSchema


class WantedVisitSchema(StrictSchema):
    planned_at = fields.AwareDateTime(required=True, allow_none=True, validate=within_living_memory)
    how = fields.Enum(How, by_value=True, required=True)
    done_on = fields.Date(required=True, allow_none=True)
    spoke_alone = fields.Enum(SpokeAlone, by_value=True, required=True, allow_none=True)
    why = written(allow_none=True)
    wants_recorded = written(allow_none=True)
    review_id = fields.UUID(required=True, allow_none=True)
    request_id = fields.UUID(required=True, allow_none=True)


class VisitSchema(StrictSchema):
    id = fields.UUID(required=True)
    officer = fields.Nested(WhoSchema, required=True)
    revision = fields.Integer(required=True)
    planned_at = fields.AwareDateTime(required=True, allow_none=True, attribute="facts.planned_at")
    how = fields.Enum(How, by_value=True, required=True, attribute="facts.how")
    done_on = fields.Date(required=True, allow_none=True, attribute="facts.done_on")
    spoke_alone = fields.Enum(
        SpokeAlone, by_value=True, required=True, allow_none=True, attribute="facts.spoke_alone"
    )
    why = fields.String(required=True, allow_none=True, attribute="facts.why")
    wants_recorded = fields.String(required=True, allow_none=True, attribute="facts.wants_recorded")
    review_id = fields.UUID(required=True, allow_none=True, attribute="facts.review_id")
    request_id = fields.UUID(required=True, allow_none=True, attribute="facts.request_id")


class VisitsSchema(StrictSchema):
    visits = fields.List(fields.Nested(VisitSchema), required=True)
    must_speak_alone_before = fields.Date(required=True, allow_none=True)
    spoken_alone = fields.UUID(required=True, allow_none=True)
