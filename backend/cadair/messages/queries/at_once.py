"""What an officer's children said at once and asked for, as it stands in the inbox."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, literal, select, type_coerce, union_all
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.children.queries.listed import ListedChild
from cadair.foundation.clock import today
from cadair.messages.models.asking import ChildRequest, UnsafeReport
from cadair.messages.queries.asking_sealed import ASKED, UNSAFE, opened_maybe
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.asking import RequestKind
from cadair.reviews.models import EarlyAsk
from cadair.reviews.queries import sealed as in_reviews

Plain = dict[str, Any]  # as it goes out
NOT_SAFE = "unsafe"


def at_once_of(
    session: Session, listed: Mapping[UUID, ListedChild], *, now: datetime
) -> dict[str, list[Plain]]:
    """Reports that stand open and requests without an answer, the longest waiting first.

    One statement, whatever the number of children; the keys, and who took a report on, are asked
    for only when there is something.
    """
    rows = session.execute(_waiting(list(listed))).all() if listed else []
    keys = children.sealing_keys(session, child_ids={row.child_id for row in rows})
    known = whos(session, person_ids={row.by_id for row in rows})
    found: dict[str, list[Plain]] = {"unsafe": [], "requests": []}
    for row in sorted(rows, key=lambda each: each.at):
        child, key = listed[row.child_id], keys[row.child_id]
        line = {"id": str(row.id), "child": _named(child), "words": _words(row, key)}
        if row.what == NOT_SAFE:
            found["unsafe"].append(line | _unsafe(row, child, known, now))
        else:
            found["requests"].append(line | _request(row, now))
    return found


def _unsafe(row: Any, child: ListedChild, known: Mapping[UUID, Who], now: datetime) -> Plain:
    taken_on = {"by": _who(known[row.by_id]), "at": row.by_at.isoformat()} if row.by_id else None
    return {
        "said_at": row.at.isoformat(),
        "acknowledged": taken_on,
        "closed_at": None,
        "not_safe_to_reply": child.not_safe_since is not None,
        "minutes_waiting": int((now - row.at).total_seconds()) // 60,
    }


def _request(row: Any, now: datetime) -> Plain:
    return {
        "kind": row.what,
        "asked_at": row.at.isoformat(),
        "days": (today(now) - today(row.at)).days,
        "answer": None,
        "answered_at": None,
        "reason": None,
        "on": None,
    }


def _words(row: Any, key: bytes) -> str | None:
    if row.what == RequestKind.SOONER:
        return in_reviews.opened_maybe(
            key, row.words, where=in_reviews.WHY, review_id=row.child_id, row_id=row.id
        )
    where = UNSAFE if row.what == NOT_SAFE else ASKED
    return opened_maybe(key, row.words, where=where, row_id=row.id)


def _named(child: ListedChild) -> Plain:
    return {
        "id": str(child.person_id),
        "called": child.called,
        "name": child.name,
        "case_number": child.case_number,
    }


def _who(who: Who) -> Plain:
    return {
        "id": str(who.id),
        "called": who.called,
        "name": who.name,
        "chair": who.chair,
        "job": who.job.value,
    }


def _waiting(child_ids: list[UUID]) -> Any:
    reports = select(
        literal(NOT_SAFE, String()).label("what"),
        UnsafeReport.id.label("id"),
        UnsafeReport.child_id.label("child_id"),
        UnsafeReport.words.label("words"),
        UnsafeReport.said_at.label("at"),
        UnsafeReport.acknowledged_by_id.label("by_id"),
        UnsafeReport.acknowledged_at.label("by_at"),
    ).where(UnsafeReport.child_id.in_(child_ids), UnsafeReport.closed_at.is_(None))
    requests = select(
        type_coerce(ChildRequest.kind, String()),
        ChildRequest.id,
        ChildRequest.child_id,
        ChildRequest.words,
        ChildRequest.asked_at,
        ChildRequest.answered_by_id,
        ChildRequest.answered_at,
    ).where(
        ChildRequest.child_id.in_(child_ids),
        ChildRequest.answer.is_(None),
        ChildRequest.taken_back_at.is_(None),
    )
    sooner = select(
        literal(RequestKind.SOONER.value, String()),
        EarlyAsk.id,
        EarlyAsk.child_id,
        EarlyAsk.why,
        EarlyAsk.noted_at,
        EarlyAsk.decided_by_id,
        EarlyAsk.decided_at,
    ).where(
        EarlyAsk.child_id.in_(child_ids),
        EarlyAsk.noted_by_id == EarlyAsk.child_id,
        EarlyAsk.decision.is_(None),
        EarlyAsk.dropped_at.is_(None),
    )
    return union_all(reports, requests, sooner)
