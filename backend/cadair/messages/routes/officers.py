"""HTTP for the conversations of a child's parties, as the child's officers have them."""

from typing import Any, Final
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages import actions
from cadair.messages.queries import OfficersConversation
from cadair.messages.queries.officers import Note
from cadair.messages.routes.blueprint import blueprint
from cadair.messages.schemas.conversations import OlderSchema, UpToSchema
from cadair.messages.schemas.inbox import InboxSchema, ThreadsSchema
from cadair.messages.schemas.officers import (
    KeepNoteSchema,
    NoteSchema,
    OfficersConversationSchema,
)
from cadair.web.blueprint import me

CONVERSATION: Final = "/api/children/<uuid:child_id>/conversations/<uuid:person_id>"


@blueprint.route("/api/inbox", needs=Permission.SEE_INBOX)
@blueprint.response(200, InboxSchema)
def get_inbox() -> dict[str, Any]:
    """Every conversation of my children, what waits longest first; nothing that was said."""
    return actions.read_inbox(db.session, actor=me(), now=now())


@blueprint.route("/api/children/<uuid:child_id>/conversations", needs=Permission.READ_MESSAGES)
@blueprint.response(200, ThreadsSchema)
def get_conversations(child_id: UUID) -> dict[str, Any]:
    """Every conversation about one child, in the same order."""
    return actions.read_threads(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(CONVERSATION, needs=Permission.READ_MESSAGES)
@blueprint.arguments(OlderSchema, location="query")
@blueprint.response(200, OfficersConversationSchema)
def get_conversation(
    query: dict[str, Any], child_id: UUID, person_id: UUID
) -> OfficersConversation:
    """One party's conversation, the last page or one before it; opening it marks nothing."""
    return actions.open_conversation(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now(), **query
    )


@blueprint.route(f"{CONVERSATION}/read", methods=["POST"], needs=Permission.READ_MESSAGES)
@blueprint.arguments(UpToSchema)
@blueprint.response(204)
def read_conversation(body: dict[str, Any], child_id: UUID, person_id: UUID) -> None:
    """I have read it up to one message; whoever wrote is told by name."""
    actions.mark_read_by_officer(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now(), **body
    )


@blueprint.route(f"{CONVERSATION}/rest", methods=["POST"], needs=Permission.WRITE_AS_OFFICER)
@blueprint.arguments(UpToSchema)
@blueprint.response(204)
def let_conversation_rest(body: dict[str, Any], child_id: UUID, person_id: UUID) -> None:
    """It asks for no answer up to one message; whoever wrote is told that I read it, no more."""
    actions.let_rest(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now(), **body
    )


@blueprint.route(
    f"{CONVERSATION}/notes/<uuid:note_id>", methods=["PUT"], needs=Permission.KEEP_NOTES
)
@blueprint.arguments(KeepNoteSchema)
@blueprint.response(200, NoteSchema)
def keep_note(body: dict[str, Any], child_id: UUID, person_id: UUID, note_id: UUID) -> Note:
    """Note something beside a conversation; no party is ever shown it."""
    return actions.keep_note(
        db.session,
        actor=me(),
        child_id=child_id,
        person_id=person_id,
        note_id=note_id,
        now=now(),
        **body,
    )
