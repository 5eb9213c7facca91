"""HTTP for what a review heard, how the child took part, and what is given on."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record import actions
from cadair.record.actions import MayPass, ReleaseSeen, ReleasesOfReview
from cadair.record.queries import (
    Participation,
    Preview,
    ReleaseFacts,
    Summary,
    TakingPart,
)
from cadair.record.routes.blueprint import blueprint
from cadair.record.rules.rendering import Picked
from cadair.record.schemas.releases import (
    AnswerReleaseSchema,
    ConfirmedReleaseSchema,
    MayPassSchema,
    RecipientsSchema,
    ReleasePreviewSchema,
    ReleaseSeenSchema,
    ReleaseStandingSchema,
    SharedWithMeSchema,
    WantedReleaseSchema,
)
from cadair.record.schemas.summary import (
    ConfirmParticipationSchema,
    ParticipationSchema,
    SummarySchema,
    TakingPartSchema,
)
from cadair.web.blueprint import me


@blueprint.route("/api/reviews/<uuid:review_id>/summary", needs=Permission.READ_CHILD_WORDS)
@blueprint.response(200, SummarySchema)
def get_summary(review_id: UUID) -> Summary:
    """Everything said before a review, the child's own words first.

    Whoever said it is told by name that it was read.
    """
    return actions.read_summary(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/summary-for-a-reason", needs=Permission.READ_FOR_A_REASON
)
@blueprint.response(200, SummarySchema)
def get_summary_for_a_reason(review_id: UUID) -> Summary:
    """The same for a service manager who has said why, for one hour."""
    return actions.read_summary_for_a_reason(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route("/api/reviews/<uuid:review_id>/taking-part", needs=Permission.READ_CHILD_WORDS)
@blueprint.response(200, TakingPartSchema)
def get_taking_part(review_id: UUID) -> TakingPart:
    """How people want to take part, for planning; nothing counts as read by it."""
    return actions.read_taking_part(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/participation-code",
    methods=["PUT"],
    needs=Permission.CONFIRM_PARTICIPATION,
)
@blueprint.arguments(ConfirmParticipationSchema)
@blueprint.response(200, ParticipationSchema)
def confirm_participation(body: dict[str, Any], review_id: UUID) -> Participation:
    """Confirm the proposed code, or change it with a reason."""
    return actions.confirm_participation(
        db.session, actor=me(), review_id=review_id, now=now(), **body
    )


@blueprint.route("/api/reviews/<uuid:review_id>/recipients", needs=Permission.RELEASE)
@blueprint.response(200, RecipientsSchema)
def get_recipients(review_id: UUID) -> ReleasesOfReview:
    """To whom something of a review may be given, and what was given or waits."""
    return actions.read_recipients(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/recipients/<uuid:person_id>", needs=Permission.RELEASE
)
@blueprint.response(200, MayPassSchema)
def get_may_pass(review_id: UUID, person_id: UUID) -> MayPass:
    """What may be given to one person; whoever said it is told by name that it was read."""
    return actions.read_may_pass(
        db.session, actor=me(), review_id=review_id, person_id=person_id, now=now()
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/recipients/<uuid:person_id>/preview",
    methods=["POST"],
    needs=Permission.RELEASE,
)
@blueprint.arguments(WantedReleaseSchema)
@blueprint.response(200, ReleasePreviewSchema)
def preview_release(body: dict[str, Any], review_id: UUID, person_id: UUID) -> Preview:
    """Exactly what this person would see, what of it is new, and what must not go out."""
    return actions.preview(
        db.session,
        actor=me(),
        review_id=review_id,
        person_id=person_id,
        lines=_picked(body),
        words=body["words"],
        now=now(),
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/releases/<uuid:release_id>",
    methods=["PUT"],
    needs=Permission.RELEASE,
    step_up=True,
)
@blueprint.arguments(ConfirmedReleaseSchema)
@blueprint.response(200, ReleaseStandingSchema)
def release(body: dict[str, Any], review_id: UUID, release_id: UUID) -> ReleaseFacts:
    """Give one person what the preview showed, or ask a second person.  Safe to send again."""
    return actions.release(
        db.session,
        actor=me(),
        review_id=review_id,
        release_id=release_id,
        now=now(),
        **{**body, "lines": _picked(body)},
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/releases/<uuid:release_id>",
    needs=Permission.AGREE_TO_RELEASE,
)
@blueprint.response(200, ReleaseSeenSchema)
def view_release(review_id: UUID, release_id: UUID) -> ReleaseSeen:
    """A release as its recipient sees it, for the second of two people; looking is noted."""
    return actions.view(
        db.session, actor=me(), review_id=review_id, release_id=release_id, now=now()
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/releases/<uuid:release_id>/answer",
    methods=["POST"],
    needs=Permission.AGREE_TO_RELEASE,
    step_up=True,
)
@blueprint.arguments(AnswerReleaseSchema)
@blueprint.response(200, ReleaseStandingSchema)
def answer_release(body: dict[str, Any], review_id: UUID, release_id: UUID) -> ReleaseFacts:
    """Agree to a release that somebody else prepared, or send it back."""
    return actions.answer(
        db.session, actor=me(), review_id=review_id, release_id=release_id, now=now(), **body
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/releases/<uuid:release_id>/take-back",
    methods=["POST"],
    needs=Permission.RELEASE,
)
@blueprint.response(200, ReleaseStandingSchema)
def take_release_back(review_id: UUID, release_id: UUID) -> ReleaseFacts:
    """Take back my own release while it waits for a second person."""
    return actions.take_back(
        db.session, actor=me(), review_id=review_id, release_id=release_id, now=now()
    )


@blueprint.route("/api/my/reviews/<uuid:review_id>/shared", needs=Permission.SEE_WHAT_WAS_SHARED)
@blueprint.response(200, SharedWithMeSchema)
def get_shared_with_me(review_id: UUID) -> dict[str, Any]:
    """What my reviewing officer shared with me of a review that I take part in."""
    shared = actions.read_given(db.session, actor=me(), review_id=review_id, now=now())
    return {"shared": shared}


def _picked(body: dict[str, Any]) -> tuple[Picked, ...]:
    """The lines that were chosen, each once, in the order in which they were."""
    chosen = {each["answer_id"]: Picked(**each) for each in body["lines"]}
    return tuple(chosen.values())
