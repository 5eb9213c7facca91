"""What a review's record looks like on the wire."""

from typing import Final

from marshmallow import fields

from cadair.access.actor import Job
from cadair.children.rules import Band
from cadair.contributions.models import Asks
from cadair.contributions.rules.answers import Face, Skip
from cadair.contributions.rules.forms import Audience, Kind
from cadair.record.rules import Came, Code, EvidenceCode
from cadair.reviews.models import ReachedBy
from cadair.reviews.rules import Asked, ReviewKind, Stage
from cadair.reviews.schemas import ReasonSchema, ReviewChairSchema, words
from cadair.web.schema import StrictSchema

LONGEST_REASON: Final = 2_000


class SomeoneSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    kind = fields.String(required=True, allow_none=True)


class NamedSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    name = fields.String(required=True)


class ChosenSchema(StrictSchema):
    key = fields.String(required=True)
    say = fields.String(required=True)


class LineSchema(StrictSchema):
    """One answer, word for word, with its source."""

    contribution_id = fields.UUID(required=True)
    answer_id = fields.UUID(required=True)
    shared_at = fields.AwareDateTime(required=True)
    language = fields.String(required=True)
    form = fields.String(required=True)
    form_version = fields.Integer(required=True)
    topic = fields.String(required=True)
    topic_title = fields.String(required=True)
    question = fields.String(required=True)
    kind = fields.Enum(Kind, by_value=True, required=True)
    ask = fields.String(required=True)
    skip = fields.Enum(Skip, by_value=True, required=True, allow_none=True)
    face = fields.Enum(Face, by_value=True, required=True, allow_none=True)
    choices = fields.List(fields.Nested(ChosenSchema), required=True)
    words = fields.String(required=True, allow_none=True)
    helper_words = fields.String(required=True, allow_none=True)
    audience = fields.Enum(Audience, by_value=True, required=True)
    not_people = fields.List(fields.Nested(NamedSchema), required=True)
    wish = fields.Boolean(required=True)


class TopicOfLinesSchema(StrictSchema):
    topic = fields.String(required=True)
    title = fields.String(required=True)
    lines = fields.List(fields.Nested(LineSchema), required=True)


class FacePairSchema(StrictSchema):
    topic = fields.String(required=True, attribute="asked.topic")
    title = fields.String(required=True, attribute="asked.topic_title")
    question = fields.String(required=True, attribute="asked.question")
    ask = fields.String(required=True, attribute="asked.ask")
    now = fields.Nested(LineSchema, required=True, allow_none=True)
    before = fields.Nested(LineSchema, required=True, allow_none=True)


class EntrySchema(StrictSchema):
    person = fields.Nested(SomeoneSchema, required=True)
    lines = fields.List(fields.Nested(LineSchema), required=True)


class TopicOfOthersSchema(StrictSchema):
    topic = fields.String(required=True)
    title = fields.String(required=True)
    entries = fields.List(fields.Nested(EntrySchema), required=True)


class DifferingEntrySchema(StrictSchema):
    person = fields.Nested(SomeoneSchema, required=True)
    says = fields.Nested(LineSchema, required=True)
    words = fields.List(fields.Nested(LineSchema), required=True)


class DifferenceSchema(StrictSchema):
    topic = fields.String(required=True)
    title = fields.String(required=True)
    entries = fields.List(fields.Nested(DifferingEntrySchema), required=True)


class ObservationSchema(StrictSchema):
    contribution_id = fields.UUID(required=True)
    person = fields.Nested(SomeoneSchema, required=True)
    shared_at = fields.AwareDateTime(required=True)
    topics = fields.List(fields.Nested(TopicOfLinesSchema), required=True)


class TriedSchema(StrictSchema):
    id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    how = fields.Enum(ReachedBy, by_value=True, required=True)
    reached = fields.Boolean(required=True)
    note = fields.String(required=True, allow_none=True)


class AskedSomeoneSchema(StrictSchema):
    person = fields.Nested(SomeoneSchema, required=True)
    state = fields.Enum(Asked, by_value=True, required=True)
    invited_at = fields.AwareDateTime(required=True, allow_none=True)
    answered_at = fields.AwareDateTime(required=True, allow_none=True)
    attempts = fields.List(fields.Nested(TriedSchema), required=True)


class EvidenceSchema(StrictSchema):
    code = fields.Enum(EvidenceCode, by_value=True, required=True)
    at = fields.AwareDateTime(required=True, allow_none=True)
    contribution_id = fields.UUID(required=True, allow_none=True)
    answer_id = fields.UUID(required=True, allow_none=True)
    choice = fields.String(required=True, allow_none=True)


class IfTheyComeSchema(StrictSchema):
    did = fields.Enum(Came, by_value=True, required=True)
    code = fields.Enum(Code, by_value=True, required=True)


class ConfirmedSchema(StrictSchema):
    code = fields.Enum(Code, by_value=True, required=True)
    proposed = fields.Enum(Code, by_value=True, required=True)
    came = fields.Enum(Came, by_value=True, required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    by = fields.Nested(SomeoneSchema, required=True)
    at = fields.AwareDateTime(required=True)
    before_meeting = fields.Boolean(required=True)


class ParticipationSchema(StrictSchema):
    in_return = fields.Boolean(required=True)
    proposed = fields.Enum(Code, by_value=True, required=True)
    if_not = fields.Boolean(required=True)
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)
    if_they_come = fields.List(fields.Nested(IfTheyComeSchema), required=True)
    may_be = fields.List(fields.Enum(Code, by_value=True), required=True)
    can_say_came = fields.Boolean(required=True)
    confirmed = fields.Nested(ConfirmedSchema, required=True, allow_none=True)


class WhoHelpedSchema(StrictSchema):
    name = fields.String(required=True)
    who = fields.String(required=True)


class SaidSchema(StrictSchema):
    """One contribution whole: the source of every line above it."""

    id = fields.UUID(required=True)
    person = fields.Nested(SomeoneSchema, required=True)
    form = fields.String(required=True)
    form_version = fields.Integer(required=True)
    language = fields.String(required=True)
    is_observation = fields.Boolean(required=True)
    helper = fields.Nested(WhoHelpedSchema, required=True, allow_none=True)
    shared_at = fields.AwareDateTime(required=True)
    withdrawn_at = fields.AwareDateTime(required=True, allow_none=True)
    replaced_by = fields.UUID(required=True, allow_none=True)
    lines = fields.List(fields.Nested(LineSchema), required=True)


class SummaryReviewSchema(StrictSchema):
    id = fields.UUID(required=True)
    kind = fields.Enum(ReviewKind, by_value=True, required=True)
    sequence = fields.Integer(required=True, allow_none=True)
    stage = fields.Enum(Stage, by_value=True, required=True)
    due_by = fields.Date(required=True, allow_none=True)
    reason = fields.Nested(ReasonSchema, required=True, allow_none=True)
    meets_at = fields.AwareDateTime(required=True, allow_none=True)
    held_on = fields.Date(required=True, allow_none=True)


class SummaryChildSchema(StrictSchema):
    id = fields.UUID(required=True, attribute="child_id")
    called = fields.String(required=True)
    name = fields.String(required=True)
    age = fields.Integer(required=True)
    band = fields.Enum(Band, by_value=True, required=True)
    language = fields.String(required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)
    nation = fields.String(required=True)
    not_safe_since = fields.AwareDateTime(required=True, allow_none=True)


class EarlierReviewSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    kind = fields.Enum(ReviewKind, by_value=True, required=True)
    sequence = fields.Integer(required=True, allow_none=True)
    held_on = fields.Date(required=True)
    code = fields.String(required=True, allow_none=True)
    confirmed = fields.Boolean(required=True)


class TopicSchema(StrictSchema):
    topic = fields.String(attribute="key", required=True)
    title = fields.String(required=True)


class BroughtSchema(StrictSchema):
    """What a child brought to the review out of a message, word for word."""

    wish_id = fields.UUID(required=True)
    message_id = fields.UUID(required=True)
    asks = fields.Enum(Asks, by_value=True, required=True)
    words = fields.String(required=True)
    language = fields.String(required=True)
    written_at = fields.AwareDateTime(required=True)
    brought_at = fields.AwareDateTime(required=True)
    source = fields.String(required=True)


class SummarySchema(StrictSchema):
    review = fields.Nested(SummaryReviewSchema, required=True)
    child = fields.Nested(SummaryChildSchema, required=True)
    own_words = fields.List(fields.Nested(TopicOfLinesSchema), required=True)
    wishes = fields.List(fields.Nested(LineSchema), required=True)
    wishes_before = fields.List(fields.Nested(LineSchema), required=True)
    brought = fields.List(fields.Nested(BroughtSchema), required=True)
    taking_part = fields.List(fields.Nested(LineSchema), required=True)
    not_openly = fields.List(fields.Nested(LineSchema), required=True)
    faces = fields.List(fields.Nested(FacePairSchema), required=True)
    others = fields.List(fields.Nested(TopicOfOthersSchema), required=True)
    not_spoken_of = fields.List(fields.Nested(TopicSchema), required=True)
    differences = fields.List(fields.Nested(DifferenceSchema), required=True)
    observations = fields.List(fields.Nested(ObservationSchema), required=True)
    asked = fields.List(fields.Nested(AskedSomeoneSchema), required=True)
    participation = fields.Nested(ParticipationSchema, required=True)
    contributions = fields.Dict(keys=fields.UUID(), values=fields.Nested(SaidSchema), required=True)
    earlier = fields.List(fields.Nested(EarlierReviewSchema), required=True)


class TakingPartSchema(StrictSchema):
    taking_part = fields.List(fields.Nested(LineSchema), required=True)
    not_openly = fields.List(fields.Nested(LineSchema), required=True)
    others = fields.List(fields.Nested(EntrySchema), required=True)


class ConfirmParticipationSchema(StrictSchema):
    code = fields.Enum(Code, by_value=True, required=True)
    came = fields.Enum(Came, by_value=True, load_default=None, allow_none=True)
    reason = words(LONGEST_REASON, allow_none=True)
