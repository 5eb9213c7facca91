"""A review's record on the wire: what the officer writes, beside what is known and its sources."""

import json
from typing import Any, Final

from marshmallow import fields, post_load, validate

from cadair.access.actor import Job
from cadair.contributions.rules.forms import Audience
from cadair.contributions.schemas import Words
from cadair.record.rules.known import Fact, Source
from cadair.record.rules.writing import (
    LONGEST_WORDS,
    AtMeeting,
    CarePlan,
    Heading,
    Matter,
    Right,
    SpokeAlone,
)
from cadair.record.schemas.summary import (
    ChosenSchema,
    NamedSchema,
    SummaryChildSchema,
    SummaryReviewSchema,
)
from cadair.reviews.models import How
from cadair.web.schema import PlainSchema, StrictSchema

LONGEST_WHY: Final = 4_000
LONGEST_WHO: Final = 200
MOST_ATTENDED: Final = 200


def _said(longest: int, *, allow_none: bool = True) -> Words:
    """What the officer wrote, word for word; never only spaces."""
    return Words(
        required=True,
        allow_none=allow_none,
        validate=(
            validate.Length(max=longest, error="too_long"),
            validate.Predicate("strip", error="required"),
        ),
    )


class AttendanceRowSchema(StrictSchema):
    person_id = fields.UUID(required=True, allow_none=True)
    who_words = _said(LONGEST_WHO)
    part_id = fields.UUID(required=True, allow_none=True)
    came = fields.Enum(AtMeeting, by_value=True, required=True)
    how = fields.Enum(How, by_value=True, required=True, allow_none=True)
    why_words = _said(LONGEST_WHY)


class MatterSaidSchema(StrictSchema):
    state = fields.Enum(Matter, by_value=True, required=True)
    words = _said(LONGEST_WHY)


class MonitoringSchema(StrictSchema):
    late_words = _said(LONGEST_WHY)
    spoke_alone = fields.Enum(SpokeAlone, by_value=True, required=True, allow_none=True)
    spoke_alone_words = _said(LONGEST_WHY)
    care_plan_quality = fields.Enum(CarePlan, by_value=True, required=True, allow_none=True)
    care_plan_words = _said(LONGEST_WHY)
    concerns = _said(LONGEST_WHY)
    good_practice = _said(LONGEST_WHY)


class RecordContentSchema(StrictSchema):
    written = fields.Dict(
        keys=fields.Enum(Heading, by_value=True),
        values=_said(LONGEST_WORDS, allow_none=False),
        required=True,
    )
    attendance = fields.List(
        fields.Nested(AttendanceRowSchema),
        required=True,
        validate=validate.Length(max=MOST_ATTENDED, error="too_many"),
    )
    covered = fields.Dict(
        keys=fields.String(validate=validate.Length(max=40, error="too_long")),
        values=fields.Nested(MatterSaidSchema),
        required=True,
        validate=validate.Length(max=40, error="too_many"),
    )
    rights = fields.List(
        fields.Enum(Right, by_value=True),
        required=True,
        validate=validate.Length(max=len(Right), error="too_many"),
    )
    monitoring = fields.Nested(MonitoringSchema, required=True)


class KeptMonitoringSchema(PlainSchema, MonitoringSchema):
    """The same as it is kept: JSON already."""


class KeptContentSchema(PlainSchema, RecordContentSchema):
    """The same as it is kept: JSON already."""


class SaveRecordSchema(StrictSchema):
    content = fields.Nested(RecordContentSchema, required=True)

    @post_load
    def _as_kept(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Its ids as text, as they are kept and compared."""
        return {"content": json.loads(json.dumps(data["content"], default=str))}


class AddToRecordSchema(StrictSchema):
    words = _said(LONGEST_WORDS, allow_none=False)


class RecordBySchema(StrictSchema):
    person_id = fields.UUID(required=True)
    name = fields.String(required=True)
    at = fields.AwareDateTime(required=True)


class WhomSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    kind = fields.String(required=True, allow_none=True)


class KnownLineSchema(StrictSchema):
    """One line with its source, word for word."""

    id = fields.String(required=True)
    source = fields.Enum(Source, by_value=True, required=True)
    fact = fields.Enum(Fact, by_value=True, required=True)
    source_id = fields.UUID(required=True, allow_none=True)
    about = fields.Nested(WhomSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    said_by = fields.Nested(WhomSchema, required=True, allow_none=True)
    at = fields.AwareDateTime(required=True, allow_none=True)
    on = fields.Date(required=True, allow_none=True)
    value = fields.String(required=True, allow_none=True)
    ask = fields.String(required=True, allow_none=True)
    words = fields.String(required=True, allow_none=True)
    helper = fields.String(required=True, allow_none=True)
    helper_words = fields.String(required=True, allow_none=True)
    face = fields.String(required=True, allow_none=True)
    skip = fields.String(required=True, allow_none=True)
    choices = fields.List(fields.Nested(ChosenSchema), required=True)
    language = fields.String(required=True, allow_none=True)
    topic = fields.String(required=True, allow_none=True)
    topic_title = fields.String(required=True, allow_none=True)
    matter = fields.String(required=True, allow_none=True)
    audience = fields.Enum(Audience, by_value=True, required=True, allow_none=True)
    not_people = fields.List(fields.Nested(NamedSchema), required=True)
    wish_id = fields.UUID(required=True, allow_none=True)


class RecordSectionSchema(StrictSchema):
    key = fields.Enum(Heading, by_value=True, required=True)
    lines = fields.List(fields.Nested(KnownLineSchema), required=True)
    written = fields.String(required=True, allow_none=True)


class RecordPartSchema(StrictSchema):
    id = fields.UUID(required=True)
    title = fields.String(required=True)
    how = fields.String(required=True)
    starts_at = fields.AwareDateTime(required=True, allow_none=True)


class RecordReviewSchema(SummaryReviewSchema):
    on_time = fields.Boolean(required=True, allow_none=True)
    parts = fields.List(fields.Nested(RecordPartSchema), required=True)


class AttendedSchema(StrictSchema):
    person = fields.Nested(WhomSchema, required=True, allow_none=True)
    who_words = fields.String(required=True, allow_none=True)
    part_id = fields.UUID(required=True, allow_none=True)
    came = fields.String(required=True, allow_none=True)
    how = fields.String(required=True, allow_none=True)
    why_words = fields.String(required=True, allow_none=True)
    sent_views = fields.Boolean(required=True)


class MatterCoveredSchema(StrictSchema):
    matter = fields.String(required=True, attribute="matter.key")
    source = fields.String(required=True, attribute="matter.source")
    confirmed = fields.Boolean(required=True, attribute="matter.confirmed")
    state = fields.String(required=True, allow_none=True)
    words = fields.String(required=True, allow_none=True)


class AddendumSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True)
    by = fields.Nested(RecordBySchema, required=True)


class ReviewRecordSchema(StrictSchema):
    """The record of one review, whole."""

    child = fields.Nested(SummaryChildSchema, required=True)
    review = fields.Nested(RecordReviewSchema, required=True)
    revision = fields.Integer(required=True, attribute="kept.revision")
    saved = fields.Nested(RecordBySchema, required=True, allow_none=True, attribute="kept.saved")
    signed = fields.Nested(RecordBySchema, required=True, allow_none=True, attribute="kept.signed")
    sections = fields.List(fields.Nested(RecordSectionSchema), required=True)
    attendance = fields.List(fields.Nested(AttendedSchema), required=True)
    covered = fields.List(fields.Nested(MatterCoveredSchema), required=True)
    rights = fields.List(fields.String(), required=True, attribute="kept.content.rights")
    monitoring = fields.Nested(
        KeptMonitoringSchema, required=True, attribute="kept.content.monitoring"
    )
    missing = fields.List(fields.String(), required=True)
    addenda = fields.List(fields.Nested(AddendumSchema), required=True, attribute="kept.addenda")


class SavedRecordSchema(StrictSchema):
    revision = fields.Integer(required=True)
    saved = fields.Nested(RecordBySchema, required=True)
    missing = fields.List(fields.String(), required=True)


class RecordVersionSchema(StrictSchema):
    revision = fields.Integer(required=True)
    saved = fields.Nested(RecordBySchema, required=True)


class RecordVersionsSchema(StrictSchema):
    versions = fields.List(fields.Nested(RecordVersionSchema), required=True)


class WholeVersionSchema(RecordVersionSchema):
    content = fields.Nested(KeptContentSchema, required=True)
