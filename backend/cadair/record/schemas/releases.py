"""What giving on looks like on the wire: for the officer, a second person and the recipient."""

from marshmallow import fields, validate

from cadair.contributions.rules.answers import Face
from cadair.record.rules.guard import Why
from cadair.record.rules.releasing import LONGEST_WORDS, MOST_LINES, State
from cadair.record.schemas.summary import LONGEST_REASON, ChosenSchema, SomeoneSchema
from cadair.reviews.rules import Stage
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class GivenLineSchema(StrictSchema):
    """One line as its recipient sees it."""

    said_by = fields.String(required=True, allow_none=True)
    title = fields.String(required=True, allow_none=True)
    ask = fields.String(required=True, allow_none=True)
    face = fields.String(required=True, allow_none=True)
    choices = fields.List(fields.String(), required=True)
    words = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    heading = fields.String(required=True, allow_none=True)
    who = fields.String(required=True, allow_none=True)
    by_on = fields.String(required=True, allow_none=True)


class GivenSchema(StrictSchema):
    """All that a recipient sees of one release."""

    officer = fields.String(required=True)
    words = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    lines = fields.List(fields.Nested(GivenLineSchema), required=True)


class GivenOnceSchema(StrictSchema):
    id = fields.UUID(required=True)
    released_at = fields.AwareDateTime(required=True)
    given = fields.Nested(GivenSchema, required=True)


class SharedWithMeSchema(StrictSchema):
    shared = fields.List(fields.Nested(GivenOnceSchema), required=True)


class ReleaseStandingSchema(StrictSchema):
    id = fields.UUID(required=True)
    person_id = fields.UUID(required=True)
    state = fields.Enum(State, by_value=True, required=True)
    needs_second = fields.Boolean(required=True)
    made_by_id = fields.UUID(required=True)
    made_at = fields.AwareDateTime(required=True)
    decided_at = fields.AwareDateTime(required=True, allow_none=True)
    released_at = fields.AwareDateTime(required=True, allow_none=True)


class RecipientsSchema(StrictSchema):
    review_id = fields.UUID(required=True, attribute="sharing.review.id")
    stage = fields.Enum(Stage, by_value=True, required=True, attribute="sharing.review.stage")
    child = fields.Nested(SomeoneSchema, required=True, attribute="sharing.child")
    is_split = fields.Boolean(required=True, attribute="sharing.is_split")
    people = fields.List(
        fields.Nested(SomeoneSchema), required=True, attribute="sharing.recipients"
    )
    releases = fields.List(fields.Nested(ReleaseStandingSchema), required=True)


class PassableSchema(StrictSchema):
    """One line that may be given to somebody."""

    answer_id = fields.UUID(required=True, attribute="line.answer_id")
    shared_at = fields.AwareDateTime(required=True, attribute="line.shared_at")
    topic = fields.String(required=True, attribute="line.topic")
    title = fields.String(required=True, attribute="line.topic_title")
    ask = fields.String(required=True, attribute="line.ask")
    face = fields.Enum(Face, by_value=True, required=True, allow_none=True, attribute="line.face")
    choices = fields.List(fields.Nested(ChosenSchema), required=True, attribute="line.choices")
    words = fields.String(required=True, allow_none=True, attribute="line.words")
    language = fields.String(required=True, attribute="line.language")
    person = fields.Nested(SomeoneSchema, required=True)
    can_be_named = fields.Boolean(required=True)
    can_go_unnamed = fields.Boolean(required=True)


class MayPassSchema(StrictSchema):
    person = fields.Nested(SomeoneSchema, required=True)
    lines = fields.List(fields.Nested(PassableSchema), required=True)
    given = fields.List(fields.Nested(GivenOnceSchema), required=True)


class PickedSchema(StrictSchema):
    answer_id = fields.UUID(required=True)
    named = fields.Boolean(required=True)


class WantedReleaseSchema(StrictSchema):
    """What the officer chose: nothing unless they chose it."""

    lines = fields.List(
        fields.Nested(PickedSchema),
        required=True,
        validate=validate.Length(max=MOST_LINES, error="too_many"),
    )
    words = words(LONGEST_WORDS, allow_none=True)


class ConfirmedReleaseSchema(WantedReleaseSchema):
    person_id = fields.UUID(required=True)
    fingerprint = fields.String(required=True, validate=validate.Length(max=64, error="too_long"))
    reason = words(LONGEST_REASON, allow_none=True)


class FoundSchema(StrictSchema):
    """Words that must not go out: in which line, or in the officer's own words (null)."""

    why = fields.Enum(Why, by_value=True, required=True)
    words = fields.String(required=True)
    line = fields.Integer(required=True, allow_none=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    term = fields.String(required=True, allow_none=True)
    author = fields.String(required=True, allow_none=True)


class ReleasePreviewSchema(StrictSchema):
    given = fields.Nested(GivenSchema, required=True)
    words_before = fields.Boolean(required=True)
    lines_before = fields.List(fields.Boolean(), required=True)
    findings = fields.List(fields.Nested(FoundSchema), required=True)
    needs_second = fields.Boolean(required=True)
    fingerprint = fields.String(required=True)


class ReleaseSeenSchema(StrictSchema):
    release = fields.Nested(ReleaseStandingSchema, required=True)
    child_id = fields.UUID(required=True, attribute="release.child_id")
    names = fields.Dict(keys=fields.UUID(), values=fields.String(), required=True)
    given = fields.Nested(GivenSchema, required=True)
    words_before = fields.Boolean(required=True)
    lines_before = fields.List(fields.Boolean(), required=True)
    findings = fields.List(fields.Nested(FoundSchema), required=True)
    reason = fields.String(required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)
    may_decide = fields.Boolean(required=True)


class AnswerReleaseSchema(StrictSchema):
    agrees = fields.Boolean(required=True)
    note = words(LONGEST_REASON, allow_none=True)
