"""What the lists of many children look like on the wire, and one child's page."""

from marshmallow import fields

from cadair.access.actor import Job
from cadair.children.rules import Band
from cadair.contributions.schemas import ContributionSchema
from cadair.messages.schemas.conversations import OwnLineSchema
from cadair.messages.schemas.who import WhoSchema
from cadair.people.schemas import MeSchema
from cadair.record.schemas.releases import GivenOnceSchema
from cadair.reviews.rules import Ending, ReviewKind, Stage
from cadair.reviews.schemas import OwnReviewSchema, ReasonSchema, ReviewChairSchema
from cadair.service.queries.who_has_seen import Kind
from cadair.service.rules import ChildsWords, Why
from cadair.web.schema import PlainSchema, StrictSchema


class ListedChildSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True)
    name = fields.String(required=True)
    case_number = fields.String(required=True)


class WhySchema(StrictSchema):
    code = fields.Enum(Why, by_value=True, required=True)
    review_id = fields.UUID(required=True, allow_none=True)
    days = fields.Integer(required=True)
    date = fields.Date(required=True)
    people = fields.Integer(required=True, allow_none=True)


class UrgentSchema(StrictSchema):
    child = fields.Nested(ListedChildSchema, required=True)
    not_safe_to_reply = fields.Boolean(required=True)
    review_id = fields.UUID(required=True, allow_none=True)
    why = fields.List(fields.Nested(WhySchema), required=True)


class ComingSchema(StrictSchema):
    child = fields.Nested(ListedChildSchema, required=True)
    not_safe_to_reply = fields.Boolean(required=True)
    review_id = fields.UUID(required=True)
    stage = fields.Enum(Stage, by_value=True, required=True)
    due_by = fields.Date(required=True, allow_none=True)
    starts_at = fields.AwareDateTime(required=True, allow_none=True)
    working_days_left = fields.Integer(required=True)
    child_views = fields.Boolean(required=True)
    others_in = fields.Integer(required=True)
    others_asked = fields.Integer(required=True)


class TodayCountsSchema(StrictSchema):
    children = fields.Integer(required=True)
    urgent = fields.Integer(required=True)
    coming = fields.Integer(required=True)


class UnseenReadingSchema(PlainSchema):
    id = fields.UUID(required=True)
    child_id = fields.UUID(required=True)
    child_name = fields.String(required=True)
    manager_name = fields.String(required=True)
    broken_at = fields.AwareDateTime(required=True)


class TodaySchema(PlainSchema):
    on = fields.Date(required=True)
    urgent = fields.List(fields.Nested(UrgentSchema), required=True)
    coming = fields.List(fields.Nested(ComingSchema), required=True)
    counts = fields.Nested(TodayCountsSchema, required=True)
    readings = fields.List(fields.Nested(UnseenReadingSchema), required=True)


class ListedOfficerSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)


class CaseloadLineSchema(ListedChildSchema):
    age = fields.Integer(required=True)
    band = fields.Enum(Band, by_value=True, required=True)
    legal_status = fields.String(required=True, allow_none=True)
    out_of_area = fields.Boolean(required=True, allow_none=True)
    has_signed_in = fields.Boolean(required=True)
    reviewing_officer = fields.Nested(ListedOfficerSchema, required=True, allow_none=True)
    review_id = fields.UUID(required=True, allow_none=True)
    stage = fields.Enum(Stage, by_value=True, required=True, allow_none=True)
    due_by = fields.Date(required=True, allow_none=True)
    starts_at = fields.AwareDateTime(required=True, allow_none=True)
    overdue = fields.Boolean(required=True)
    working_days_left = fields.Integer(required=True, allow_none=True)
    child_words = fields.Enum(ChildsWords, by_value=True, required=True, allow_none=True)
    ended_on = fields.Date(required=True, allow_none=True)


class CaseloadSchema(PlainSchema):
    children = fields.List(fields.Nested(CaseloadLineSchema), required=True)


class WaitingOfficerSchema(StrictSchema):
    officer = fields.Nested(WhoSchema, required=True, allow_none=True)
    threads = fields.Integer(required=True)
    oldest_working_days = fields.Integer(required=True)


class WaitingMessagesSchema(StrictSchema):
    officers = fields.List(fields.Nested(WaitingOfficerSchema), required=True)


class WaitingReleaseSchema(StrictSchema):
    id = fields.UUID(required=True)
    review_id = fields.UUID(required=True)
    child_id = fields.UUID(required=True)
    child_name = fields.String(required=True)
    person_name = fields.String(required=True)
    made_by_name = fields.String(required=True)
    made_at = fields.AwareDateTime(required=True)


class WaitingReleasesSchema(StrictSchema):
    waiting = fields.List(fields.Nested(WaitingReleaseSchema), required=True)


class PageOfficerSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    kind = fields.String(required=True)


class AroundChildSchema(StrictSchema):
    person_id = fields.UUID(required=True, attribute="member.person_id")
    name = fields.String(required=True, attribute="member.name")
    called = fields.String(required=True, attribute="member.called")
    job = fields.Enum(Job, by_value=True, required=True, attribute="member.job")
    kind = fields.String(required=True, attribute="member.kind")
    parental_responsibility = fields.Boolean(
        required=True, attribute="member.parental_responsibility"
    )
    has_signed_in = fields.Boolean(required=True)


class ReviewOnPageSchema(StrictSchema):
    id = fields.UUID(required=True, attribute="review.id")
    kind = fields.Enum(ReviewKind, by_value=True, required=True, attribute="review.kind")
    sequence = fields.Integer(required=True, allow_none=True, attribute="review.sequence")
    stage = fields.Enum(Stage, by_value=True, required=True, attribute="review.stage")
    due_by = fields.Date(required=True, allow_none=True, attribute="review.due_by")
    reason = fields.Nested(ReasonSchema, required=True, allow_none=True, attribute="review.reason")
    meets_at = fields.AwareDateTime(required=True, allow_none=True, attribute="review.meets_at")
    held_on = fields.Date(required=True, allow_none=True, attribute="review.held_on")
    ended_because = fields.Enum(
        Ending, by_value=True, required=True, allow_none=True, attribute="review.ended_because"
    )
    over_on = fields.Date(required=True, allow_none=True, attribute="review.over_on")
    participation_code = fields.String(required=True, allow_none=True)
    code_confirmed = fields.Boolean(required=True)


class PhoneMarkSchema(StrictSchema):
    not_safe_since = fields.AwareDateTime(required=True, allow_none=True)
    safe_again_since = fields.AwareDateTime(required=True, allow_none=True)


class ChildPageSchema(StrictSchema):
    id = fields.UUID(required=True, attribute="child.child_id")
    called = fields.String(required=True, attribute="child.called")
    name = fields.String(required=True, attribute="child.name")
    case_number = fields.String(required=True, attribute="child.case_number")
    born_on = fields.Date(required=True, attribute="child.born_on")
    age = fields.Integer(required=True, attribute="child.age")
    band = fields.Enum(Band, by_value=True, required=True, attribute="child.band")
    band_suggested = fields.Enum(
        Band, by_value=True, required=True, attribute="child.band_suggested"
    )
    language = fields.String(required=True, attribute="child.language")
    chair = fields.Nested(
        ReviewChairSchema, required=True, allow_none=True, attribute="child.chair"
    )
    nation = fields.String(required=True, attribute="child.nation")
    care_started_on = fields.Date(required=True, allow_none=True, attribute="child.care_started_on")
    legal_status = fields.String(required=True, allow_none=True, attribute="child.legal_status")
    out_of_area = fields.Boolean(required=True, allow_none=True, attribute="child.out_of_area")
    sign_in_name = fields.String(required=True)
    has_signed_in = fields.Boolean(required=True)
    phone = fields.Nested(PhoneMarkSchema, required=True, allow_none=True)
    reviewing_officer = fields.Nested(PageOfficerSchema, required=True, allow_none=True)
    circle = fields.List(fields.Nested(AroundChildSchema), required=True)
    reviews = fields.List(fields.Nested(ReviewOnPageSchema), required=True)


class WhoHasSeenQuerySchema(StrictSchema):
    before = fields.Date(load_default=None)


class SeenSchema(StrictSchema):
    name = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    chair = fields.Nested(ReviewChairSchema, required=True, allow_none=True)
    what = fields.List(fields.Enum(Kind, by_value=True), required=True)


class SeenOnSchema(StrictSchema):
    on = fields.Date(required=True)
    seen = fields.List(fields.Nested(SeenSchema), required=True)


class WhoHasSeenSchema(StrictSchema):
    days = fields.List(fields.Nested(SeenOnSchema), required=True)
    before = fields.Date(required=True, allow_none=True)


class GivenOfReviewSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    shared = fields.List(fields.Nested(GivenOnceSchema), required=True)


class SeenAsSchema(StrictSchema):
    """Somebody's own pages, as far as one child is concerned."""

    me = fields.Nested(MeSchema, required=True)
    reviews = fields.List(fields.Nested(OwnReviewSchema), required=True)
    contributions = fields.List(fields.Nested(ContributionSchema), required=True)
    conversations = fields.List(fields.Nested(OwnLineSchema), required=True)
    given = fields.List(fields.Nested(GivenOfReviewSchema), required=True)
