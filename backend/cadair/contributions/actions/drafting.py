"""Saving and throwing away what somebody is still writing."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, Table, bindparam, case, null, or_, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.contributions import queries
from cadair.contributions.models import Draft
from cadair.contributions.queries import OwnDraft, Seat
from cadair.contributions.rules.flooding import (
    COUNTED_FOR,
    MOST_SAVED,
    check_not_saving_too_often,
)
from cadair.contributions.rules.forms import OBSERVATION, form_for
from cadair.contributions.rules.sharing import (
    LARGEST_DRAFT,
    DraftTooLarge,
    FormNotKnown,
    ObservationNotOffered,
)
from cadair.foundation.database import council_of
from cadair.foundation.errors import Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.reviews.rules import BEFORE_THE_MEETING, ReviewHasClosed


@dataclass(frozen=True, kw_only=True)
class Page:
    """Where a draft lies: whose it is, and for which of their forms."""

    place: Seat
    is_observation: bool


def save_draft(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    is_observation: bool,
    content: dict[str, Any],
    revision_read: int,
    now: datetime,
) -> OwnDraft:
    """Keep what the actor is writing; raises Stale with the current draft when another was saved.

    Saving the same again, because the first answer was lost, is no conflict.
    """
    place = queries.seat(session, actor=actor, review_id=review_id, now=now)
    if (content["form"] == OBSERVATION) != is_observation:
        raise FormNotKnown(fields={"content.form": ["unknown"]})
    if is_observation:
        check_may_observe(place)
    if place.stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed
    plain = json.dumps(content, separators=(",", ":"), default=str)
    if len(plain) > LARGEST_DRAFT:
        raise DraftTooLarge
    page = Page(place=place, is_observation=is_observation)
    key = children.sealing_key(session, child_id=place.child_id)
    sealed = queries.sealed_draft(key, place, is_observation, plain)
    revision = _written(session, page, sealed, revision_read, now)
    if revision is None:
        return _kept_already(session, page, json.loads(plain), revision_read, now)
    if revision_read == 0:  # the trail tells that a draft was begun, not every save of it
        _note(session, actor, "draft.begun", page, now)
    return OwnDraft(content=content, revision=revision)


def check_may_observe(place: Seat) -> None:
    """Refuse an observation that is not offered; one that was begun while it was may be ended."""
    offered = form_for(place.author_job, place.band, is_observation=True)
    if offered is None and not place.is_observing:
        raise ObservationNotOffered


def _written(
    session: Session, page: Page, sealed: bytes, revision_read: int, now: datetime
) -> int | None:
    """The draft's new revision, or None when what was read is no longer what is there."""
    if revision_read > 0:
        return _changed(
            session, page, _SAVE, now, words=sealed, most=MOST_SAVED, revision_read=revision_read
        )
    row = {
        "review_id": page.place.review_id,
        "author_id": page.place.author_id,
        "is_observation": page.is_observation,
        "content": sealed,
        "revision": 1,
        "saved_at": now,
        "counted_from": now,
        "saved_since": 1,
    }
    if insert_unless_there(session, Draft, row):
        return 1
    return _changed(session, page, _BEGIN_AGAIN, now, words=sealed, most=MOST_SAVED)


def _changed(
    session: Session, page: Page, statement: Executable, now: datetime, **told: Any
) -> int | None:
    """The draft's new revision, or None when `statement` found no such draft."""
    revision: int | None = session.execute(
        statement,
        {
            "of_council": council_of(session),
            "of_review": page.place.review_id,
            "of_author": page.place.author_id,
            "of_kind": page.is_observation,
            "now": now,
            "counted_until": now - COUNTED_FOR,
            **told,
        },
        execution_options={"names_its_council": True},
    ).scalar()
    return revision


def _change(condition: ColumnElement[bool], **values: ColumnElement[Any]) -> Executable:
    """Built once: every save and every share runs one of these."""
    return (
        update(_DRAFT)
        .where(
            _DRAFT.c.council_id == bindparam("of_council"),
            _DRAFT.c.review_id == bindparam("of_review"),
            _DRAFT.c.author_id == bindparam("of_author"),
            _DRAFT.c.is_observation == bindparam("of_kind"),
            condition,
        )
        .values(revision=_DRAFT.c.revision + 1, saved_at=bindparam("now"), **values)
        .returning(_DRAFT.c.revision)
    )


def _save(condition: ColumnElement[bool]) -> Executable:
    """A change to what was written, as long as there were not too many within the hour."""
    another_hour = or_(
        _DRAFT.c.counted_from.is_(None), _DRAFT.c.counted_from <= bindparam("counted_until")
    )
    return _change(
        condition & (another_hour | (_DRAFT.c.saved_since < bindparam("most"))),
        content=bindparam("words"),
        counted_from=case((another_hour, bindparam("now")), else_=_DRAFT.c.counted_from),
        saved_since=case((another_hour, 1), else_=_DRAFT.c.saved_since + 1),
    )


_DRAFT: Final = cast("Table", Draft.__table__)
_AS_READ: Final = _DRAFT.c.revision == bindparam("revision_read")
_THERE: Final = _DRAFT.c.content.is_not(None)
_SAVE: Final = _save(_AS_READ)
_BEGIN_AGAIN: Final = _save(_DRAFT.c.content.is_(None))
_EMPTY: Final = _change(_THERE, content=null())
_EMPTY_AS_READ: Final = _change(_THERE & _AS_READ, content=null())


def _kept_already(
    session: Session, page: Page, content: dict[str, Any], revision_read: int, now: datetime
) -> OwnDraft:
    """The current draft if it says the same; raises Stale with it if it says something else."""
    current = queries.draft_at(session, place=page.place, is_observation=page.is_observation)
    if current.content != content:
        if current.revision == revision_read or current.content is None:
            saved, since = queries.savings(
                session, place=page.place, is_observation=page.is_observation
            )
            check_not_saving_too_often(saved=saved, since=since, now=now)
        _refuse_stale(current)
    return current


def _refuse_stale(current: OwnDraft) -> None:
    raise Stale(more={"current": {"content": current.content, "revision": current.revision}})


def discard_draft(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    is_observation: bool,
    revision_read: int | None,
    now: datetime,
) -> None:
    """Throw the actor's draft away; nothing to throw away is no error.

    With `revision_read`, only the draft that was read: raises Stale when it is another by now.
    """
    place = queries.seat(session, actor=actor, review_id=review_id, now=now)
    page = Page(place=place, is_observation=is_observation)
    if close_draft(session, page=page, revision_read=revision_read, now=now):
        _note(session, actor, "draft.discarded", page, now)
        return
    current = queries.draft_at(session, place=place, is_observation=is_observation)
    if current.content is not None:
        _refuse_stale(current)


def close_draft(
    session: Session, *, page: Page, now: datetime, revision_read: int | None = None
) -> bool:
    """Empty the draft on this page; whether there was one."""
    if revision_read is None:
        return _changed(session, page, _EMPTY, now) is not None
    return _changed(session, page, _EMPTY_AS_READ, now, revision_read=revision_read) is not None


def _note(session: Session, actor: Actor, event: str, page: Page, now: datetime) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=page.place.child_id,
        subject_id=page.place.review_id,
        facts={"is_observation": page.is_observation},
        now=now,
    )
