"""HTTP for disputes with the council, what was done well, and what the child is told of it."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record.actions import dispute_stages, disputing, praising
from cadair.record.queries.disputes import Disputes, DoneWell, SeenDispute
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.disputes import (
    DisputeSchema,
    DisputesSchema,
    GoodPracticeSchema,
    OwnDisputesSchema,
    ResolveSchema,
    StageAnswerSchema,
    WantedBesideSchema,
    WantedDisputeSchema,
    WantedGoodPracticeSchema,
    WantedStageSchema,
)
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/children/<uuid:child_id>/disputes", needs=Permission.KEEP_DISPUTES)
@blueprint.response(200, DisputesSchema)
def get_disputes(child_id: UUID) -> Disputes:
    """A child's disputes with the council, its ladder and days, and what was done well."""
    return disputing.read_disputes(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/disputes/<uuid:dispute_id>",
    methods=["PUT"],
    needs=Permission.KEEP_DISPUTES,
)
@blueprint.arguments(WantedDisputeSchema)
@blueprint.response(200, DisputeSchema)
def raise_dispute(body: dict[str, Any], child_id: UUID, dispute_id: UUID) -> SeenDispute:
    """Raise a dispute with its first level.  Safe to send again: the device makes the ids."""
    return disputing.raise_dispute(
        db.session, actor=me(), child_id=child_id, dispute_id=dispute_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/disputes/<uuid:dispute_id>/beside",
    methods=["PUT"],
    needs=Permission.KEEP_DISPUTES,
)
@blueprint.arguments(WantedBesideSchema)
@blueprint.response(200, DisputeSchema)
def keep_beside_dispute(body: dict[str, Any], child_id: UUID, dispute_id: UUID) -> SeenDispute:
    """The child's view, legal advice, Cafcass, and what the child is told, or why they are not.

    `If-Match` says which revision was read.
    """
    return disputing.keep_beside(
        db.session,
        actor=me(),
        child_id=child_id,
        dispute_id=dispute_id,
        revision=revision_read(),
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/disputes/<uuid:dispute_id>/stages/<uuid:stage_id>",
    methods=["PUT"],
    needs=Permission.KEEP_DISPUTES,
)
@blueprint.arguments(WantedStageSchema)
@blueprint.response(200, DisputeSchema)
def begin_stage(
    body: dict[str, Any], child_id: UUID, dispute_id: UUID, stage_id: UUID
) -> SeenDispute:
    """Take it to the next level, or past one with the reason for it."""
    return dispute_stages.begin_stage(
        db.session,
        actor=me(),
        child_id=child_id,
        dispute_id=dispute_id,
        stage_id=stage_id,
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/disputes/<uuid:dispute_id>/stages/<uuid:stage_id>/answer",
    methods=["POST"],
    needs=Permission.KEEP_DISPUTES,
)
@blueprint.arguments(StageAnswerSchema)
@blueprint.response(200, DisputeSchema)
def answer_stage(
    body: dict[str, Any], child_id: UUID, dispute_id: UUID, stage_id: UUID
) -> SeenDispute:
    """What this level answered, and when."""
    return dispute_stages.answer_stage(
        db.session,
        actor=me(),
        child_id=child_id,
        dispute_id=dispute_id,
        stage_id=stage_id,
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/disputes/<uuid:dispute_id>/resolve",
    methods=["POST"],
    needs=Permission.KEEP_DISPUTES,
)
@blueprint.arguments(ResolveSchema)
@blueprint.response(200, DisputeSchema)
def resolve_dispute(body: dict[str, Any], child_id: UUID, dispute_id: UUID) -> SeenDispute:
    """How it ended, and what the child is told of that."""
    return disputing.resolve(
        db.session, actor=me(), child_id=child_id, dispute_id=dispute_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/good-practice/<uuid:practice_id>",
    methods=["PUT"],
    needs=Permission.KEEP_DISPUTES,
)
@blueprint.arguments(WantedGoodPracticeSchema)
@blueprint.response(200, GoodPracticeSchema)
def note_good_practice(body: dict[str, Any], child_id: UUID, practice_id: UUID) -> DoneWell:
    """Something that was done well for this child."""
    return praising.note_good_practice(
        db.session, actor=me(), child_id=child_id, practice_id=practice_id, now=now(), **body
    )


@blueprint.route("/api/my/disputes", needs=Permission.SEE_OWN_DISPUTES)
@blueprint.response(200, OwnDisputesSchema)
def get_own_disputes() -> dict[str, Any]:
    """What my reviewing officer takes up with the council for me, in their words."""
    return {"disputes": disputing.read_own_disputes(db.session, actor=me(), now=now())}
