"""What a letter looks like on the wire: to whoever writes it, and to the child it is for."""

from marshmallow import fields, validate

from cadair.messages.schemas.who import NamedChildSchema, WhoSchema
from cadair.record.rules.letters import (
    KEY,
    LONGEST_PARAGRAPH,
    LONGEST_REMARK,
    MOST_PARAGRAPHS,
    WRITTEN_IN,
)
from cadair.record.schemas.releases import FoundSchema
from cadair.record.schemas.summary import LONGEST_REASON
from cadair.reviews.rules import ReviewKind, Stage
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class ParagraphSchema(StrictSchema):
    key = fields.String(required=True, validate=validate.Regexp(KEY, error="not_valid"))
    words = words(LONGEST_PARAGRAPH)


class SaveLetterSchema(StrictSchema):
    language = fields.String(required=True, validate=validate.OneOf(WRITTEN_IN, error="unknown"))
    paragraphs = fields.List(
        fields.Nested(ParagraphSchema),
        required=True,
        validate=validate.Length(min=1, max=MOST_PARAGRAPHS, error="too_many"),
    )


class GiveLetterSchema(StrictSchema):
    reason = words(LONGEST_REASON, allow_none=True)


class RemarkSchema(StrictSchema):
    id = fields.UUID(required=True)
    paragraph = fields.String(required=True, allow_none=True)
    words = fields.String(required=True)
    at = fields.AwareDateTime(required=True)
    seen_at = fields.AwareDateTime(required=True, allow_none=True)


class LetterSchema(StrictSchema):
    """A letter on the officer's desk."""

    child = fields.Nested(NamedChildSchema, required=True)
    review_id = fields.UUID(required=True, attribute="review.id")
    stage = fields.Enum(Stage, by_value=True, required=True, attribute="review.stage")
    revision = fields.Integer(required=True)
    language = fields.String(required=True)
    paragraphs = fields.List(fields.Nested(ParagraphSchema), required=True)
    drafts = fields.Dict(
        keys=fields.String(), values=fields.List(fields.Nested(ParagraphSchema)), required=True
    )
    has_outcomes = fields.Boolean(required=True)
    saved_at = fields.AwareDateTime(required=True, allow_none=True)
    saved_by = fields.Nested(WhoSchema, required=True, allow_none=True)
    given_at = fields.AwareDateTime(required=True, allow_none=True)
    given_by = fields.Nested(WhoSchema, required=True, allow_none=True)
    remarks = fields.List(fields.Nested(RemarkSchema), required=True)
    findings = fields.List(fields.Nested(FoundSchema), required=True)


class ListedLetterSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    kind = fields.Enum(ReviewKind, by_value=True, required=True)
    held_on = fields.Date(required=True, allow_none=True)
    language = fields.String(required=True)
    given_at = fields.AwareDateTime(required=True)
    given_by = fields.Nested(WhoSchema, required=True)


class CertificateSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    held_on = fields.Date(required=True)


class ListedLettersSchema(StrictSchema):
    """My letters, and a certificate for every review that was held."""

    letters = fields.List(fields.Nested(ListedLetterSchema), required=True)
    certificates = fields.List(fields.Nested(CertificateSchema), required=True)


class ReadParagraphSchema(StrictSchema):
    key = fields.String(required=True)
    words = fields.String(required=True)
    who = fields.Nested(WhoSchema, required=True, allow_none=True)


class OwnLetterSchema(ListedLetterSchema):
    """A letter as the child reads it."""

    paragraphs = fields.List(fields.Nested(ReadParagraphSchema), required=True)
    remarks = fields.List(fields.Nested(RemarkSchema), required=True)


class SayOfLetterSchema(StrictSchema):
    """What is not as the child said it: of one paragraph, or of the whole letter (null)."""

    paragraph = fields.String(
        required=True, allow_none=True, validate=validate.Regexp(KEY, error="not_valid")
    )
    words = words(LONGEST_REMARK)
