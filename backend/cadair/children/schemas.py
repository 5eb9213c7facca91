"""What a child looks like on the wire, as far as this room serves it."""

from typing import Final

from marshmallow import fields, validate

from cadair.access.actor import Job
from cadair.children.rules import glass
from cadair.children.rules.ages import Band
from cadair.children.rules.kinds import ProtectedKind, RelationshipKind
from cadair.children.rules.knowing import Knowable
from cadair.children.rules.walls import Outcome
from cadair.web.schema import StrictSchema

LONGEST_NAME: Final = 200
LONGEST_REASON: Final = 2000
LONGEST_FACT: Final = 500


def _words(longest: int) -> fields.String:
    """What somebody wrote; never only spaces."""
    return fields.String(
        required=True,
        validate=(
            validate.Length(max=longest, error="too_long"),
            validate.Predicate("strip", error="required"),
        ),
    )


class ChooseBandSchema(StrictSchema):
    band = fields.Enum(Band, by_value=True, required=True, allow_none=True)


class ChosenBandSchema(StrictSchema):
    id = fields.UUID(required=True, attribute="child_id")
    band = fields.Enum(Band, by_value=True, required=True)
    band_suggested = fields.Enum(Band, by_value=True, required=True)


class SquareCodeSchema(StrictSchema):
    size = fields.Integer(required=True)
    path = fields.String(required=True)


class IssuedCardSchema(StrictSchema):
    words = fields.List(fields.String(), required=True)
    link = fields.String(required=True)
    qr = fields.Nested(SquareCodeSchema, required=True)
    expires_at = fields.AwareDateTime(required=True)
    called = fields.String(required=True)
    sign_in_name = fields.String(required=True)


class CircleChairSchema(StrictSchema):
    shape = fields.String(required=True)
    colour = fields.String(required=True)
    pattern = fields.String(required=True)


class CirclePersonSchema(StrictSchema):
    person_id = fields.UUID(required=True, attribute="member.person_id")
    name = fields.String(required=True, attribute="member.name")
    called = fields.String(required=True, attribute="member.called")
    job = fields.Enum(Job, by_value=True, required=True, attribute="member.job")
    kind = fields.String(required=True, attribute="member.kind")
    kinds = fields.List(fields.String(), required=True)
    parental_responsibility = fields.Boolean(
        required=True, attribute="member.parental_responsibility"
    )
    chair = fields.Nested(
        CircleChairSchema, required=True, allow_none=True, attribute="member.chair"
    )
    has_signed_in = fields.Boolean(required=True)
    since_on = fields.Date(required=True, allow_none=True)
    knows = fields.List(fields.Enum(Knowable, by_value=True), required=True)
    knows_anyway = fields.List(fields.Enum(Knowable, by_value=True), required=True)


class WallProposalSchema(StrictSchema):
    id = fields.UUID(required=True, attribute="proposal.id")
    one_id = fields.UUID(required=True, attribute="proposal.one_id")
    other_id = fields.UUID(required=True, attribute="proposal.other_id")
    reason = fields.String(required=True, attribute="proposal.reason")
    proposed_by = fields.String(required=True)
    proposed_at = fields.AwareDateTime(required=True, attribute="proposal.proposed_at")
    outcome = fields.Enum(
        Outcome, by_value=True, required=True, allow_none=True, attribute="proposal.outcome"
    )
    decided_by = fields.String(required=True, allow_none=True)
    decided_at = fields.AwareDateTime(
        required=True, allow_none=True, attribute="proposal.decided_at"
    )
    may_answer = fields.Boolean(required=True)
    may_withdraw = fields.Boolean(required=True)


class WallBetweenSchema(StrictSchema):
    one_id = fields.UUID(required=True)
    other_id = fields.UUID(required=True)
    stands = fields.Boolean(required=True)
    lowered_at = fields.AwareDateTime(required=True, allow_none=True)
    waiting = fields.Nested(WallProposalSchema, required=True, allow_none=True)


class CirclePageSchema(StrictSchema):
    child_id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    chair = fields.Nested(CircleChairSchema, required=True, allow_none=True)
    may_change = fields.Boolean(required=True)
    people = fields.List(fields.Nested(CirclePersonSchema), required=True)
    walls = fields.List(fields.Nested(WallBetweenSchema), required=True)
    decided = fields.List(fields.Nested(WallProposalSchema), required=True)


class AddToCircleSchema(StrictSchema):
    name = _words(LONGEST_NAME)
    kind = fields.Enum(RelationshipKind, by_value=True, required=True)
    parental_responsibility = fields.Boolean(required=True)
    language = fields.String(required=True, validate=validate.Length(min=2, max=12))


class ProposeLoweringSchema(StrictSchema):
    one_id = fields.UUID(required=True)
    other_id = fields.UUID(required=True)
    reason = _words(LONGEST_REASON)


class AnswerProposalSchema(StrictSchema):
    agrees = fields.Boolean(required=True)


class WaitingProposalSchema(StrictSchema):
    proposal = fields.Nested(WallProposalSchema, required=True, attribute="told")
    child_id = fields.UUID(required=True, attribute="told.proposal.child_id")
    child_name = fields.String(required=True)
    one_name = fields.String(required=True)
    other_name = fields.String(required=True)


class WaitingProposalsSchema(StrictSchema):
    waiting = fields.List(fields.Nested(WaitingProposalSchema), required=True)


class KnowableSchema(StrictSchema):
    what = fields.Enum(Knowable, by_value=True, required=True)


class ProtectedFactsSchema(StrictSchema):
    home_postcode = fields.String(required=True, allow_none=True)
    placement_postcode = fields.String(required=True, allow_none=True)
    address = fields.String(required=True, allow_none=True)
    school = fields.String(required=True, allow_none=True)
    carer_phone = fields.String(required=True, allow_none=True)


class KeepProtectedFactSchema(StrictSchema):
    kind = fields.Enum(ProtectedKind, by_value=True, required=True)
    words = fields.String(
        required=True, allow_none=True, validate=validate.Length(max=LONGEST_FACT, error="too_long")
    )


class BreakGlassSchema(StrictSchema):
    reason = fields.String(
        required=True,
        validate=(
            validate.Length(max=glass.LONGEST_REASON, error="too_long"),
            validate.Predicate("strip", error="required"),
            validate.Length(min=glass.SHORTEST_REASON, error="too_short"),
        ),
    )
    unsafe_to_tell = fields.Boolean(required=True, truthy={True}, falsy={False})


class NoteGlassSchema(StrictSchema):
    tell_child = fields.Boolean(required=True, truthy={True}, falsy={False})


class GlassSchema(StrictSchema):
    id = fields.UUID(required=True)
    manager_name = fields.String(required=True)
    reason = fields.String(required=True)
    unsafe_to_tell = fields.Boolean(required=True)
    broken_at = fields.AwareDateTime(required=True)
    ends_at = fields.AwareDateTime(required=True)
    seen_at = fields.AwareDateTime(required=True, allow_none=True)


class GlassListSchema(StrictSchema):
    readings = fields.List(fields.Nested(GlassSchema), required=True)


class LostPhoneSchema(StrictSchema):
    devices = fields.Integer(required=True)
