"""What giving a record looks like on the wire, for its officer."""

from marshmallow import fields, validate

from cadair.record.rules.distribution import MOST_PIECES
from cadair.record.rules.releasing import LONGEST_WORDS
from cadair.record.schemas.releases import ReleaseStandingSchema
from cadair.record.schemas.summary import LONGEST_REASON, SomeoneSchema
from cadair.reviews.rules import Stage
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class OfferSchema(StrictSchema):
    """A piece of the record that may be given to somebody."""

    key = fields.String(required=True, attribute="piece.key")
    heading = fields.String(required=True, attribute="piece.heading")
    words = fields.String(required=True, attribute="piece.words")
    by_on = fields.Date(required=True, allow_none=True, attribute="piece.by_on")
    who = fields.String(required=True, allow_none=True)
    is_default = fields.Boolean(required=True)


class ToPersonSchema(StrictSchema):
    person = fields.Nested(SomeoneSchema, required=True)
    offers = fields.List(fields.Nested(OfferSchema), required=True)
    releases = fields.List(fields.Nested(ReleaseStandingSchema), required=True)


class DistributionSchema(StrictSchema):
    review_id = fields.UUID(required=True, attribute="found.sharing.review.id")
    stage = fields.Enum(Stage, by_value=True, required=True, attribute="found.sharing.review.stage")
    child = fields.Nested(SomeoneSchema, required=True, attribute="found.sharing.child")
    is_split = fields.Boolean(required=True, attribute="found.sharing.is_split")
    is_signed = fields.Boolean(required=True, attribute="found.is_signed")
    edition = fields.Integer(required=True, attribute="found.edition")
    people = fields.List(fields.Nested(ToPersonSchema), required=True)


class WantedDistributionSchema(StrictSchema):
    """The pieces that the officer chose, by their keys."""

    keys = fields.List(
        fields.String(validate=validate.Length(max=60, error="too_long")),
        required=True,
        validate=validate.Length(max=MOST_PIECES, error="too_many"),
    )
    words = words(LONGEST_WORDS, allow_none=True)


class ConfirmedDistributionSchema(WantedDistributionSchema):
    person_id = fields.UUID(required=True)
    fingerprint = fields.String(required=True, validate=validate.Length(max=64, error="too_long"))
    reason = words(LONGEST_REASON, allow_none=True)
