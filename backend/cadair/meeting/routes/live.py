"""HTTP for a meeting while it runs, for those who have a seat in it."""

from typing import Any
from uuid import UUID

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting import actions
from cadair.meeting.queries.live import Snapshot
from cadair.meeting.queries.live_streams import SEATED, SOURCES
from cadair.meeting.routes.plans import blueprint
from cadair.meeting.schemas.live import (
    EndMeetingSchema,
    LiveCodeSchema,
    LiveEventsSchema,
    LiveSnapshotSchema,
    LiveTellingSchema,
)
from cadair.web.blueprint import me
from cadair.web.streams import STREAMS, open_stream, tell_once

LIVE = "/api/reviews/<uuid:review_id>/parts/<uuid:part_id>/live"


@blueprint.record_once
def _add_streams(state: Any) -> None:
    state.app.extensions[STREAMS].sources |= SOURCES


@blueprint.route(LIVE, needs=Permission.JOIN_MEETING)
@blueprint.response(200, LiveSnapshotSchema)
def get_meeting(review_id: UUID, part_id: UUID) -> Snapshot:
    """How a part of a review that I have a seat in stands; before it is opened, `waiting`."""
    return actions.look(
        db.session, actor=me(), review_id=review_id, part_id=part_id, now=now()
    ).snapshot


@blueprint.route(f"{LIVE}/stream", needs=Permission.JOIN_MEETING)
@blueprint.response(200, LiveTellingSchema, content_type="text/event-stream")
def watch_meeting(review_id: UUID, part_id: UUID) -> Response:
    """How it stands whenever that changes, as server-sent events: each is `{number, state}`.

    Whoever says what they know (`Last-Event-ID`, or `?after=`) is told the next change only.
    """
    seen = actions.look(db.session, actor=me(), review_id=review_id, part_id=part_id, now=now())
    if seen.topic is None:
        told = LiveTellingSchema().dump(seen.snapshot)
        return tell_once(told, revision=seen.snapshot.number)
    return open_stream(SEATED, topic=seen.topic)


@blueprint.route(f"{LIVE}/events", methods=["POST"], needs=Permission.JOIN_MEETING)
@blueprint.arguments(LiveEventsSchema)
@blueprint.response(200, LiveSnapshotSchema)
def say_in_meeting(body: dict[str, Any], review_id: UUID, part_id: UUID) -> Snapshot:
    """Say something to the meeting, or all that waited on the device; each counts once, by its id.

    What says nothing any more, such as a step that somebody took already, is kept and ignored.
    """
    return actions.say(
        db.session, actor=me(), review_id=review_id, part_id=part_id, now=now(), **body
    )


@blueprint.route(
    f"{LIVE}/guests/<uuid:guest_id>/leave", methods=["POST"], needs=Permission.HOLD_MEETING
)
@blueprint.response(204)
def ask_guest_to_leave(review_id: UUID, part_id: UUID, guest_id: UUID) -> None:
    """Send somebody who joined by code out, at once."""
    actions.ask_guest_to_leave(
        db.session, actor=me(), review_id=review_id, part_id=part_id, guest_id=guest_id, now=now()
    )


@blueprint.route(f"{LIVE}/code", methods=["POST"], needs=Permission.HOLD_MEETING)
@blueprint.response(200, LiveCodeSchema)
def make_new_code(review_id: UUID, part_id: UUID) -> dict[str, str]:
    """Another code: the one before opens nothing any more."""
    code = actions.new_code(db.session, actor=me(), review_id=review_id, part_id=part_id, now=now())
    return {"code": code}


@blueprint.route(f"{LIVE}/end", methods=["POST"], needs=Permission.HOLD_MEETING)
@blueprint.arguments(EndMeetingSchema)
@blueprint.response(200, LiveSnapshotSchema)
def end_meeting(body: dict[str, bool], review_id: UUID, part_id: UUID) -> Snapshot:
    """End this part, or stop to go on with it another day; nothing of it is lost."""
    return actions.end_meeting(
        db.session, actor=me(), review_id=review_id, part_id=part_id, now=now(), **body
    )
