"""The statutory return on the wire, for a manager to look at before it leaves."""

from marshmallow import fields

from cadair.record.rules.returning import Mends, Rule
from cadair.web.schema import StrictSchema


class CountedSchema(StrictSchema):
    """A participation code, a check or a reason, and how many reviews it stands for."""

    code = fields.String(required=True)
    reviews = fields.Integer(required=True)


class HeldBackSchema(StrictSchema):
    """A review that is held back until somebody mends it."""

    rule = fields.Enum(Rule, by_value=True, required=True, attribute="what.why")
    child_id = fields.UUID(required=True, attribute="what.child_id")
    case_number = fields.String(required=True, attribute="what.case_number")
    review_id = fields.UUID(required=True, attribute="what.review_id")
    held_on = fields.Date(required=True, attribute="what.held_on")
    mends = fields.Enum(Mends, by_value=True, required=True, attribute="what.mends")
    officer = fields.String(required=True, allow_none=True)


class ReturnSchema(StrictSchema):
    year = fields.Integer(required=True, attribute="made.year")
    first = fields.Date(required=True)
    last = fields.Date(required=True)
    is_return = fields.Boolean(required=True)
    rows = fields.Integer(required=True)
    codes = fields.List(fields.Nested(CountedSchema), required=True)
    checks = fields.List(fields.Nested(CountedSchema), required=True)
    waiting = fields.Integer(required=True, attribute="made.waiting")
    held_back = fields.List(fields.Nested(HeldBackSchema), required=True)
    left_out = fields.List(fields.Nested(CountedSchema), required=True)
