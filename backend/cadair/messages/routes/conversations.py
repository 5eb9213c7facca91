"""HTTP for somebody's own conversation with a child's officers."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages import actions, queries
from cadair.messages.actions.reading import Opening
from cadair.messages.queries import Conversation, SeenMessage
from cadair.messages.routes.blueprint import blueprint
from cadair.messages.rules.conversations import Written
from cadair.messages.schemas.conversations import (
    ConversationSchema,
    OwnConversationsSchema,
    OwnMessageSchema,
    OwnOlderSchema,
    UpToSchema,
    WriteOwnSchema,
)
from cadair.web.blueprint import me


@blueprint.route("/api/my/conversations", needs=Permission.MESSAGE_OFFICER)
@blueprint.response(200, OwnConversationsSchema)
def get_my_conversations() -> dict[str, Any]:
    """My conversations with officers: one as a child, one for each child that I am around."""
    return {"conversations": queries.own_conversations(db.session, actor=me(), now=now())}


@blueprint.route("/api/my/conversations/<uuid:child_id>", needs=Permission.MESSAGE_OFFICER)
@blueprint.arguments(OwnOlderSchema, location="query")
@blueprint.response(200, ConversationSchema)
def get_my_conversation(query: dict[str, Any], child_id: UUID) -> Conversation:
    """My conversation about one child, the last page or one before it, and who reads it."""
    return actions.read_own(
        db.session, actor=me(), child_id=child_id, opening=Opening(**query), now=now()
    )


@blueprint.route(
    "/api/my/conversations/<uuid:child_id>/messages/<uuid:message_id>",
    methods=["PUT"],
    needs=Permission.MESSAGE_OFFICER,
)
@blueprint.arguments(WriteOwnSchema)
@blueprint.response(200, OwnMessageSchema)
def write_message(written: Written, child_id: UUID, message_id: UUID) -> SeenMessage:
    """Write to whoever reviews the child.  Safe to send again: the device makes the id."""
    return actions.write(
        db.session,
        actor=me(),
        child_id=child_id,
        message_id=message_id,
        written=written,
        now=now(),
    )


@blueprint.route(
    "/api/my/conversations/<uuid:child_id>/read",
    methods=["POST"],
    needs=Permission.MESSAGE_OFFICER,
)
@blueprint.arguments(UpToSchema)
@blueprint.response(204)
def read_my_conversation(body: dict[str, Any], child_id: UUID) -> None:
    """I have read what was written to me, up to one message."""
    actions.mark_own_read(db.session, actor=me(), child_id=child_id, now=now(), **body)
