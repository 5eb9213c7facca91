"""HTTP for those who join a meeting by its code, without an account."""

from typing import Any, Final

from flask import Response, make_response, request

from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting import actions
from cadair.meeting.queries.live import Snapshot
from cadair.meeting.queries.live_streams import JOINED
from cadair.meeting.routes.plans import blueprint
from cadair.meeting.schemas.live import (
    JoinMeetingSchema,
    LiveEventsSchema,
    LiveSnapshotSchema,
    LiveTellingSchema,
)
from cadair.web.blueprint import maybe_me
from cadair.web.streams import open_stream

GUEST_COOKIE: Final = "__Host-meeting"
LASTS: Final = 12 * 3600  # seconds; it opens one part and ends with it


@blueprint.route("/api/live/join", methods=["POST"], needs=None)
@blueprint.arguments(JoinMeetingSchema)
@blueprint.response(200, LiveSnapshotSchema)
def join_meeting(body: dict[str, Any]) -> Response:
    """Come in by the code that is shown in the room; `called: null` is the screen in the room."""
    joined = actions.join(
        db.session,
        address=request.remote_addr or "",
        token=_token(),
        signed_in=maybe_me(),
        now=now(),
        **body,
    )
    answer = make_response(LiveSnapshotSchema().dump(joined.snapshot), 200)
    if joined.token is not None:
        answer.set_cookie(
            GUEST_COOKIE,
            joined.token,
            max_age=LASTS,
            secure=True,
            httponly=True,
            samesite="Strict",
            path="/",
        )
    return answer


@blueprint.route("/api/live", needs=None)
@blueprint.response(200, LiveSnapshotSchema)
def get_joined_meeting() -> Snapshot:
    """How the meeting that this browser joined stands."""
    return actions.look_as_guest(db.session, token=_token(), now=now())


@blueprint.route("/api/live/stream", needs=None)
@blueprint.response(200, LiveTellingSchema, content_type="text/event-stream")
def watch_joined_meeting() -> Response:
    """The same whenever that changes, as server-sent events: each is `{number, state}`."""
    guest = actions.the_guest(db.session, token=_token(), now=now())
    return open_stream(JOINED, topic=guest.topic, actor=guest.actor)


@blueprint.route("/api/live/events", methods=["POST"], needs=None)
@blueprint.arguments(LiveEventsSchema)
@blueprint.response(200, LiveSnapshotSchema)
def say_in_joined_meeting(body: dict[str, Any]) -> Snapshot:
    """Ask for a word to be explained, raise a hand, or leave."""
    moment = now()
    guest = actions.the_guest(db.session, token=_token(), now=moment)
    return actions.say_as_guest(db.session, guest=guest, now=moment, **body)


def _token() -> str | None:
    return request.cookies.get(GUEST_COOKIE)
