"""HTTP for messages where the record has a part in them: guarded, brought, and kept."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages.queries import SeenMessage
from cadair.messages.queries.since import Since
from cadair.messages.schemas.conversations import OwnMessageSchema
from cadair.messages.schemas.officers import OfficerMessageSchema
from cadair.record import actions
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.messages import (
    BetweenReviewsSchema,
    BringSchema,
    RecordMessageSchema,
    WriteAsOfficerSchema,
)
from cadair.web.blueprint import me


@blueprint.route(
    "/api/children/<uuid:child_id>/conversations/<uuid:person_id>/messages/<uuid:message_id>",
    methods=["PUT"],
    needs=Permission.WRITE_AS_OFFICER,
)
@blueprint.arguments(WriteAsOfficerSchema)
@blueprint.response(200, OfficerMessageSchema)
def write_as_officer(
    body: dict[str, Any], child_id: UUID, person_id: UUID, message_id: UUID
) -> SeenMessage:
    """Write to somebody as the child's officer.  Safe to send again: the device makes the id."""
    return actions.write_as_officer(
        db.session,
        actor=me(),
        child_id=child_id,
        person_id=person_id,
        message_id=message_id,
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/messages/<uuid:message_id>/take-back",
    methods=["POST"],
    needs=Permission.MESSAGE_OFFICER,
)
@blueprint.response(200, OwnMessageSchema)
def take_message_back(message_id: UUID) -> SeenMessage:
    """Take back a message of mine that nobody else has read."""
    return actions.take_message_back(db.session, actor=me(), message_id=message_id, now=now())


@blueprint.route(
    "/api/messages/<uuid:message_id>/bring-to-review",
    methods=["POST"],
    needs=Permission.BRING_TO_REVIEW,
)
@blueprint.arguments(BringSchema)
@blueprint.response(200, OwnMessageSchema)
def bring_message_to_review(body: dict[str, Any], message_id: UUID) -> SeenMessage:
    """Bring a message of mine to my next review, as a wish or for its agenda."""
    return actions.bring_to_review(db.session, actor=me(), message_id=message_id, now=now(), **body)


@blueprint.route(
    "/api/messages/<uuid:message_id>/record", methods=["POST"], needs=Permission.KEEP_NOTES
)
@blueprint.arguments(RecordMessageSchema)
@blueprint.response(200, OfficerMessageSchema)
def mark_message_to_record(body: dict[str, Any], message_id: UUID) -> SeenMessage:
    """Mark a message to the record, or not any more, and link it to a wish or a decision."""
    return actions.mark_to_record(db.session, actor=me(), message_id=message_id, now=now(), **body)


@blueprint.route("/api/children/<uuid:child_id>/between-reviews", needs=Permission.READ_MESSAGES)
@blueprint.response(200, BetweenReviewsSchema)
def get_between_reviews(child_id: UUID) -> Since:
    """What passed since the last review: what goes to the record, notes, and reply times."""
    return actions.read_between_reviews(db.session, actor=me(), child_id=child_id, now=now())
