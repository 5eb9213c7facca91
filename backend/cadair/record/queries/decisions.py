"""A child's decisions with their progress and the team manager's view, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.queries.who import Who
from cadair.record.models import DecisionProgress, ManagerView, ReviewDecision
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.rules.outcomes import (
    OPEN,
    DecisionState,
    ManagersView,
    ProgressKind,
    days_over,
    stands_on,
)
from cadair.reviews.models import Review
from cadair.reviews.rules import BankHolidays

AnyRow = Row[*tuple[Any, ...]]
# Whose words about a decision the child is shown: nobody else's pass to a child unread.
SHOWN_TO_CHILD: Final = frozenset({Job.REVIEWING_OFFICER, Job.SOCIAL_WORKER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One thing that was told of a decision."""

    id: UUID
    by: Who
    by_job: Job
    kind: ProgressKind
    words: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerSaid:
    """What the team manager says to it."""

    view: ManagersView
    words: str | None
    who_words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision, and how far it has come today."""

    id: UUID
    review_id: UUID
    what: str
    who_id: UUID | None
    who: Who | None
    who_words: str | None
    by_on: date
    wish_id: UUID | None
    topic: str | None
    position: int
    revision: int
    decided_at: datetime
    shared_at: datetime | None
    progress: tuple[Progress, ...]  # oldest first
    state: DecisionState
    days_over: int | None
    stands_on: date | None
    manager: ManagerSaid | None
    is_adjourned: bool  # its review, so that nothing of it may be carried out yet

    @property
    def is_open(self) -> bool:
        """Whether the child was told of it and it still waits to be done."""
        return self.shared_at is not None and self.state in OPEN

    @property
    def is_disagreed(self) -> bool:
        """Whether a team manager does not agree, so that it does not stand; once it is over, no."""
        no = self.manager is not None and self.manager.view is ManagersView.DISAGREED
        return no and self.is_open

    @property
    def done_at(self) -> datetime | None:
        """When it was said to be done; None while it is not."""
        if self.state is not DecisionState.DONE:
            return None
        return next(each.at for each in reversed(self.progress) if each.kind is ProgressKind.DONE)

    @property
    def last_words(self) -> str | None:
        """The last words about it that the child may be shown."""
        theirs = (each for each in reversed(self.progress) if each.by_job in SHOWN_TO_CHILD)
        return next((each.words for each in theirs if each.words is not None), None)


def decision_rows(session: Session, *, child_id: UUID) -> Sequence[AnyRow]:
    """Every decision about a child with its progress, in one statement; none that was dropped."""
    return _run(session, OF_CHILD, of_child=child_id)


def one_decision(session: Session, *, decision_id: UUID) -> Sequence[AnyRow]:
    """The rows of one decision, dropped or not."""
    return _run(session, OF_ONE, of_decision=decision_id)


def is_decision_of(session: Session, *, decision_id: UUID, child_id: UUID) -> bool:
    """Whether there is such a decision, not dropped, and it is about this child."""
    rows = one_decision(session, decision_id=decision_id)
    return bool(rows) and rows[0].child_id == child_id and rows[0].dropped_at is None


def people_of(rows: Sequence[AnyRow]) -> set[UUID | None]:
    """Everybody whom rows of decisions name."""
    return {person for row in rows for person in (row.who_id, row.by_id)}


def decided(
    rows: Sequence[AnyRow],
    *,
    key: bytes,
    known: Mapping[UUID, Who],
    on: date,
    holidays: BankHolidays,
) -> list[Decided]:
    """The decisions of `rows`, each as it stands on that day, in their order."""
    found: dict[UUID, list[AnyRow]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    return [_decided(those, key, known, on, holidays) for those in found.values()]


def _decided(
    rows: Sequence[AnyRow],
    key: bytes,
    known: Mapping[UUID, Who],
    on: date,
    holidays: BankHolidays,
) -> Decided:
    row = rows[0]
    manager = _manager(row, key)
    stands = None
    if row.shared_at is not None:
        stands = stands_on(
            today(row.shared_at),
            manager.view if manager else None,
            viewed_on=today(manager.at) if manager else None,
            holidays=holidays,
        )
    return Decided(
        id=row.id,
        review_id=row.review_id,
        what=sealed.opened(key, row.what, sealed.WHAT, row.id),
        who_id=row.who_id,
        who=known[row.who_id] if row.who_id else None,
        who_words=sealed.opened_maybe(key, row.who_words, sealed.DECISION_WHO, row.id),
        by_on=row.by_on,
        wish_id=row.wish_id,
        topic=row.topic,
        position=row.position,
        revision=row.revision,
        decided_at=row.decided_at,
        shared_at=row.shared_at,
        progress=tuple(_progress(each, key, known) for each in rows if each.progress_id),
        state=row.state,
        days_over=days_over(row.by_on, row.state, on=on) if row.shared_at else None,
        stands_on=stands,
        manager=manager,
        is_adjourned=row.is_adjourned,
    )


def _progress(row: AnyRow, key: bytes, known: Mapping[UUID, Who]) -> Progress:
    return Progress(
        id=row.progress_id,
        by=known[row.by_id],
        by_job=row.by_job,
        kind=row.kind,
        words=sealed.opened_maybe(key, row.progress_words, sealed.PROGRESS, row.progress_id),
        at=row.progress_at,
    )


def _manager(row: AnyRow, key: bytes) -> ManagerSaid | None:
    if row.view is None:
        return None
    return ManagerSaid(
        view=row.view,
        words=sealed.opened_maybe(key, row.view_words, sealed.MANAGER_WORDS, row.id),
        who_words=sealed.opened(key, row.view_who, sealed.MANAGER, row.id),
        at=row.view_at,
    )


def _run(session: Session, statement: Select[*tuple[Any, ...]], **of: Any) -> Sequence[AnyRow]:
    rows: Sequence[AnyRow] = session.execute(
        statement,
        {"of_council": council_of(session), **of},
        execution_options={"names_its_council": True},
    ).all()
    return rows


def _beside(table: Table, decision_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    return and_(decision_id == _DECISION.c.id, table.c.council_id == bindparam("of_council"))


_DECISION: Final = cast("Table", ReviewDecision.__table__)
_PROGRESS: Final = cast("Table", DecisionProgress.__table__)
_VIEW: Final = cast("Table", ManagerView.__table__)
_REVIEW: Final = cast("Table", Review.__table__)
DECISIONS: Final[Select[*tuple[Any, ...]]] = (
    select(
        *_DECISION.c["id", "child_id", "review_id", "what", "who_id", "who_words", "by_on"],
        *_DECISION.c["wish_id", "topic", "position", "revision", "state", "decided_at"],
        *_DECISION.c["shared_at", "dropped_at"],
        _PROGRESS.c.id.label("progress_id"),
        *_PROGRESS.c["by_id", "by_job", "kind"],
        _PROGRESS.c.words.label("progress_words"),
        _PROGRESS.c.at.label("progress_at"),
        _VIEW.c.view,
        _VIEW.c.words.label("view_words"),
        _VIEW.c.who_words.label("view_who"),
        _VIEW.c.at.label("view_at"),
        and_(_REVIEW.c.adjourned_on.is_not(None), _REVIEW.c.held_on.is_(None)).label(
            "is_adjourned"
        ),
    )
    .select_from(_DECISION)
    .join(
        _REVIEW,
        and_(
            _REVIEW.c.id == _DECISION.c.review_id,
            _REVIEW.c.council_id == bindparam("of_council"),
        ),
    )
    .outerjoin(_PROGRESS, _beside(_PROGRESS, _PROGRESS.c.decision_id))
    .outerjoin(_VIEW, _beside(_VIEW, _VIEW.c.decision_id))
    .where(_DECISION.c.council_id == bindparam("of_council"))
    .order_by(
        _DECISION.c.position,
        _DECISION.c.decided_at,
        _DECISION.c.id,
        _PROGRESS.c.at,
        _PROGRESS.c.id,
    )
)
OF_CHILD: Final = DECISIONS.where(
    _DECISION.c.child_id == bindparam("of_child"), _DECISION.c.dropped_at.is_(None)
)
OF_ONE: Final = DECISIONS.where(_DECISION.c.id == bindparam("of_decision"))
