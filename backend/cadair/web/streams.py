"""Streams of what changes: an open page is told at once, and only for as long as it may be.

A room names who may watch a topic and what each of them is told of it: all of it, and small, so
that whoever comes back after a break has missed nothing.  A stream is opened by an ordinary route,
behind the ordinary door.  Where the server can keep it open, the hub goes on telling it; elsewhere
it ends after its first telling, and the page comes again by itself a second later.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from flask import Flask, Response, current_app, has_app_context, request
from sqlalchemy import event
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import WHILE_HALF_SIGNED_IN, Permission, jobs_that_may
from cadair.foundation.clock import now
from cadair.foundation.database import ONLY_READS, council_of, db, scope_to
from cadair.foundation.errors import NotFound
from cadair.web.blueprint import me
from cadair.web.hub import Hub, Watch

STREAMS: Final = "cadair.streams"
HAND_OVER: Final = "cadair.hand_over"  # in a request's environ: how the server keeps it open
_CHANGED: Final = "cadair.changed"

Json = dict[str, Any]
StillOpen = Callable[..., Mapping[str, Actor]]


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a topic stands now.

    The revision of a watcher is another with whatever they may be told, and with nothing else:
    when it changes is told to them too.
    """

    revision: Callable[[UUID], int]  # of one of the watchers
    watchers: Collection[UUID]  # of those asked about, who may still watch
    told: Callable[[UUID], Json]  # all that this watcher is told, made for them


@dataclass(frozen=True, kw_only=True)
class Source:
    """How a room tells of its topics; `look` answers for many at once, in few statements.

    It is asked `look(session, {topic: those who watch}, now)`; a topic that is not in its answer
    has ended.  It is asked four times a second while anybody watches, so it must be cheap; `told`
    is called only when the revision is another.  Those who have no account come in by something of
    the room's own: `still_open` tells of which of them it still holds.
    """

    needs: Permission | None  # None: whoever `still_open` knows
    look: Callable[[Session, Mapping[UUID, Collection[Actor]], datetime], Mapping[UUID, Look]]
    still_open: StillOpen | None = None


class Streams:
    """The sources of one application, and the hub that keeps their streams."""

    def __init__(self, app: Flask, *, still_open: StillOpen) -> None:
        self.sources: dict[str, Source] = {}
        self.hub = Hub(self._tellings)
        self._app = app
        self._still_open = still_open

    def _tellings(self, watches: Collection[Watch]) -> dict[Watch, bytes]:
        """What is to be told to each that may still watch; nothing to those who know it already."""
        told: dict[Watch, bytes] = {}
        with self._app.app_context():
            engine = db.engine.execution_options(**{ONLY_READS: True})  # nobody waits for a look
            for council_id in {watch.council_id for watch in watches}:
                with Session(engine) as session:
                    scope_to(session, council_id)
                    mine = [watch for watch in watches if watch.council_id == council_id]
                    told |= self._in_council(session, mine)
        return told

    def _in_council(self, session: Session, watches: list[Watch]) -> dict[Watch, bytes]:
        told: dict[Watch, bytes] = {}
        moment = now()
        for name, source in self.sources.items():
            watching = [watch for watch in watches if watch.source == name]
            if not watching:
                continue
            still_open, ids = (
                source.still_open or self._still_open,
                {w.session_id for w in watching},
            )
            actors = still_open(session, ids=ids, now=moment)
            topics: dict[UUID, dict[UUID, Actor]] = {}
            let_in = {
                id_: actor for id_, actor in actors.items() if _may_come_in(actor, source.needs)
            }
            mine = [watch for watch in watching if watch.session_id in let_in]
            for watch in mine:
                topics.setdefault(watch.topic, {})[watch.person_id] = let_in[watch.session_id]
            if topics:
                given = {topic: [*who.values()] for topic, who in topics.items()}
                told |= _of_looks(source.look(session, given, moment), mine)
        return told


def _may_come_in(actor: Actor, needs: Permission | None) -> bool:
    """What the door asks of every request (`web.blueprint.check_door`), asked again."""
    if needs is None:
        return True
    if actor.locked or (actor.half_signed_in and needs not in WHILE_HALF_SIGNED_IN):
        return False
    return actor.job in jobs_that_may(needs)


def _of_looks(looks: Mapping[UUID, Look], watches: list[Watch]) -> dict[Watch, bytes]:
    told: dict[Watch, bytes] = {}
    made: dict[tuple[UUID, UUID], bytes] = {}
    for watch in watches:
        look = looks.get(watch.topic)
        if look is None or watch.person_id not in look.watchers:
            continue
        revision = look.revision(watch.person_id)
        if revision == watch.revision:
            told[watch] = b""
            continue
        watch.revision = revision
        key = (watch.topic, watch.person_id)
        if key not in made:
            made[key] = _telling(look, watch.person_id)
        told[watch] = made[key]
    return told


def _telling(look: Look, person_id: UUID) -> bytes:
    return _as_event(look.told(person_id), look.revision(person_id))


def _as_event(told: Json, revision: int) -> bytes:
    said = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return f"id: {revision}\ndata: {said}\n\n".encode()


def _plain(value: object) -> str:
    """An id, as JSON has it."""
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"no JSON: {type(value)}")


def open_stream(name: str, *, topic: UUID, actor: Actor | None = None) -> Response:
    """The answer of a route that opens a stream; raises NotFound, TryAgainLater.

    `actor` is whoever asks without an account, as their source's `still_open` tells of them.
    """
    streams: Streams = current_app.extensions[STREAMS]
    actor = actor or me()
    look = streams.sources[name].look(db.session, {topic: [actor]}, now()).get(topic)
    if look is None or actor.person_id is None or actor.person_id not in look.watchers:
        raise NotFound
    revision = look.revision(actor.person_id)
    knows = _knows() == str(revision)
    first = b": nothing new\n\n" if knows else _telling(look, actor.person_id)
    hand_over = request.environ.get(HAND_OVER)
    if hand_over is not None and request.method == "GET" and actor.session_id is not None:
        watch = Watch(
            source=name,
            topic=topic,
            council_id=council_of(db.session),
            session_id=actor.session_id,
            person_id=actor.person_id,
            revision=revision,
        )
        streams.hub.check_room(watch)
        hand_over(partial(streams.hub.take, watch))
    return Response(_in_pieces(first), mimetype="text/event-stream")


def tell_once(told: Json, *, revision: int) -> Response:
    """The answer while there is nothing to watch yet: how it stands, and to come again soon."""
    first = b": nothing new\n\n" if _knows() == str(revision) else _as_event(told, revision)
    return Response(_in_pieces(first, again_ms=3000), mimetype="text/event-stream")


def _knows() -> str | None:
    """The revision that the page was told last, as a browser says it or in `?after=`."""
    return request.headers.get("Last-Event-ID") or request.args.get("after")


def _in_pieces(first: bytes, *, again_ms: int = 1000) -> Iterator[bytes]:
    """Not as one value, or the answer would have a length."""
    yield f"retry: {again_ms}\n".encode()
    yield first


def changed(session: Session, *, topic: UUID) -> None:
    """Once the transaction is committed, tell at once whoever watches this topic here.

    Other processes see it at their next look, a quarter of a second later: the table is the truth.
    """
    session.info.setdefault(_CHANGED, set()).add(topic)


@event.listens_for(Session, "after_commit")
def _wake(session: Session) -> None:
    topics = session.info.pop(_CHANGED, None)
    if topics and has_app_context():
        current_app.extensions[STREAMS].hub.wake(topics)


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(_CHANGED, None)


def install(app: Flask, *, still_open: StillOpen) -> None:
    """Give the application its streams; `still_open` tells which sessions are, and whose."""
    app.extensions[STREAMS] = Streams(app, still_open=still_open)
