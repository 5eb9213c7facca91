"""What reviews look like on the wire."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from marshmallow import ValidationError, fields, validate

from cadair.access.actor import Job
from cadair.reviews.models import How, ReachedBy
from cadair.reviews.rules import (
    BY_THE_OFFICER,
    Asked,
    Ending,
    ReasonCode,
    ReviewKind,
    Stage,
    Trigger,
    Unit,
)
from cadair.reviews.rules.clean import no_hidden_marks, only_a_web_address
from cadair.web.schema import StrictSchema

MOST_PARTS: Final = 12
MOST_PEOPLE: Final = 60
MOST_LINES: Final = 20  # of an agenda
LONGEST_LINE: Final = 200
LONGEST_PART: Final = 8 * 60  # minutes
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100  # in which a part can begin
LONGEST_WHY: Final = 2000
# Half of a character, left where a phone cut an emoji in two, could not be stored or printed.
WHOLE_CHARACTERS: Final = re.compile(r"[^\ud800-\udfff]*\Z")


def within_living_memory(moment: datetime) -> None:
    """Refuse a year that is a slip of the finger: no list or clock could count from it."""
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise ValidationError("out_of_range")


def words(longest: int, *, allow_none: bool = False) -> fields.String:
    """What somebody wrote; never only spaces."""
    return fields.String(
        required=True,
        allow_none=allow_none,
        validate=(
            validate.Length(max=longest, error="too_long"),
            validate.Predicate("strip", error="required"),
            validate.Regexp(WHOLE_CHARACTERS, error="not_valid"),
        ),
    )


def label(longest: int, *, allow_none: bool = False) -> fields.String:
    """One line that others read and trust, such as where to go: nothing hidden is in it."""
    field = words(longest, allow_none=allow_none)
    field.validators.append(_refused_by(no_hidden_marks))
    return field


def _refused_by(fault: Callable[[str], str | None]) -> Callable[[str], None]:
    def check(text: str) -> None:
        if code := fault(text):
            raise ValidationError(code)

    return check


class ReasonSchema(StrictSchema):
    code = fields.Enum(ReasonCode, by_value=True, required=True)
    counted_from = fields.Date(required=True)
    amount = fields.Integer(required=True)
    unit = fields.Enum(Unit, by_value=True, required=True)
    skipped = fields.List(fields.String(), required=True)
    stricter = fields.Boolean(required=True)
    source = fields.String(required=True)
    confirmed = fields.Boolean(required=True)
    trigger = fields.Enum(Trigger, by_value=True, required=True, allow_none=True)


class ReviewChairSchema(StrictSchema):
    shape = fields.String(required=True)
    colour = fields.String(required=True)
    pattern = fields.String(required=True)


class AnyPartSchema(StrictSchema):
    id = fields.UUID(required=True)
    title = fields.String(required=True)
    how = fields.Enum(How, by_value=True, required=True)
    starts_at = fields.AwareDateTime(required=True, allow_none=True)
    minutes = fields.Integer(required=True, allow_none=True)
    place = fields.String(required=True, allow_none=True)
    video_link = fields.String(required=True, allow_none=True)
    agenda = fields.List(fields.String(), required=True)


class PartSchema(AnyPartSchema):
    ask_where = fields.Boolean(required=True)


class ReviewOfficerSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)


class ReviewCircleSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    kind = fields.String(required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)
    coming = fields.Boolean(required=True, allow_none=True)


class ReviewChildSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)
    is_me = fields.Boolean(required=True)


class MovedSchema(StrictSchema):
    to_on = fields.Date(required=True)
    words = fields.String(required=True)


class OwnReviewSchema(StrictSchema):
    id = fields.UUID(required=True)
    child = fields.Nested(ReviewChildSchema, required=True)
    stage = fields.Enum(Stage, by_value=True, required=True)
    due_by = fields.Date(required=True, allow_none=True)
    reason = fields.Nested(ReasonSchema, required=True, allow_none=True)
    views_close_on = fields.Date(required=True, allow_none=True)
    can_share = fields.Boolean(required=True)
    days_to_go = fields.Integer(required=True, allow_none=True)
    parts = fields.List(fields.Nested(PartSchema), required=True)
    reviewing_officer = fields.Nested(ReviewOfficerSchema, required=True, allow_none=True)
    circle = fields.List(fields.Nested(ReviewCircleSchema), required=True)
    form = fields.String(required=True, allow_none=True)
    form_version = fields.Integer(required=True, allow_none=True)
    observation = fields.Integer(required=True, allow_none=True)
    moved = fields.Nested(MovedSchema, required=True, allow_none=True)
    ended_on = fields.Date(required=True, allow_none=True)


class OwnReviewsSchema(StrictSchema):
    reviews = fields.List(fields.Nested(OwnReviewSchema), required=True)


class PlanChildSchema(StrictSchema):
    id = fields.UUID(attribute="child.child_id", required=True)
    called = fields.String(required=True)
    name = fields.String(required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)


class PlannedPartSchema(AnyPartSchema):
    people = fields.List(fields.UUID(), required=True)
    told_where = fields.List(fields.UUID(), required=True)


class AttemptSchema(StrictSchema):
    id = fields.UUID(required=True)
    person_id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    how = fields.Enum(ReachedBy, by_value=True, required=True)
    reached = fields.Boolean(required=True)
    note = fields.String(required=True, allow_none=True)


class PlanPersonSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    kind = fields.String(required=True)
    part_ids = fields.List(fields.UUID(), required=True)
    walled_from = fields.List(fields.UUID(), required=True)
    knows_home = fields.Boolean(required=True)
    state = fields.Enum(Asked, by_value=True, required=True)
    attempts = fields.List(fields.Nested(AttemptSchema), required=True)


class PlanSchema(StrictSchema):
    id = fields.UUID(attribute="review.id", required=True)
    child = fields.Nested(PlanChildSchema, required=True)
    kind = fields.Enum(ReviewKind, by_value=True, attribute="review.kind", required=True)
    sequence = fields.Integer(attribute="review.sequence", required=True, allow_none=True)
    stage = fields.Enum(Stage, by_value=True, attribute="review.stage", required=True)
    due_by = fields.Date(attribute="review.due_by", required=True, allow_none=True)
    reason = fields.Nested(ReasonSchema, attribute="review.reason", required=True, allow_none=True)
    held_on = fields.Date(attribute="review.held_on", required=True, allow_none=True)
    revision = fields.Integer(attribute="review.revision", required=True)
    parts = fields.List(fields.Nested(PlannedPartSchema), required=True)
    invitations = fields.List(fields.Nested(PlanPersonSchema), required=True)


class WantedPartSchema(StrictSchema):
    id = fields.UUID(required=True)
    title = label(120)
    how = fields.Enum(How, by_value=True, required=True)
    starts_at = fields.AwareDateTime(required=True, allow_none=True, validate=within_living_memory)
    minutes = fields.Integer(
        required=True,
        allow_none=True,
        strict=True,
        validate=validate.Range(min=5, max=LONGEST_PART, error="out_of_range"),
    )
    place = label(500, allow_none=True)
    # A link is pressed by a child: it must never run as a script, nor seem to lead elsewhere.
    video_link = fields.String(
        required=True,
        allow_none=True,
        validate=(
            validate.Length(max=2000, error="too_long"),
            _refused_by(no_hidden_marks),
            _refused_by(only_a_web_address),
        ),
    )
    agenda = fields.List(
        words(LONGEST_LINE),
        load_default=(),
        validate=validate.Length(max=MOST_LINES, error="too_many"),
    )
    people = fields.List(
        fields.UUID(), required=True, validate=validate.Length(max=MOST_PEOPLE, error="too_many")
    )
    told_where = fields.List(
        fields.UUID(),
        load_default=(),
        validate=validate.Length(max=MOST_PEOPLE, error="too_many"),
    )


class WantedPlanSchema(StrictSchema):
    parts = fields.List(
        fields.Nested(WantedPartSchema),
        required=True,
        validate=validate.Length(max=MOST_PARTS, error="too_many"),
    )


class WantedAttemptSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    how = fields.Enum(ReachedBy, by_value=True, required=True)
    reached = fields.Boolean(required=True)
    note = words(2000, allow_none=True)


class EndingSchema(StrictSchema):
    because = fields.Enum(
        Ending,
        by_value=True,
        required=True,
        validate=validate.OneOf(BY_THE_OFFICER, error="not_for_an_officer"),
    )
