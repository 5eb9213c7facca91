"""What somebody around children has to do, of what their reviews decided; and nobody else's.

The child's social worker sees to whatever was decided, and so sees it all and who does it: but
nothing that somebody does between whom and them a wall stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, or_
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.children.queries.around import OFFICER_KINDS
from cadair.children.queries.officers import children_around
from cadair.children.queries.walls import Walls
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.queries.values import who_of_circle
from cadair.messages.queries.who import Who, whos
from cadair.record.queries.decisions import DECISIONS, AnyRow, Decided, Progress, decided, people_of
from cadair.record.rules.kept_from import is_action_kept
from cadair.record.rules.outcomes import OPEN, DecisionState
from cadair.reviews.queries import bank_holidays
from cadair.reviews.queries.care_plans import care_plans_due

TOLD_FOR: Final = timedelta(days=90)  # after it was over
SOCIAL_WORKER: Final = RelationshipKind.SOCIAL_WORKER.value


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChild:
    """The child whom it is for."""

    id: UUID
    called: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDecision:
    """A decision as one person who may see to it is told of it."""

    id: UUID
    what: str
    is_mine: bool
    who: Who | None
    who_words: str | None
    by_on: date
    state: DecisionState
    days_over: int | None
    waits_for_review: bool  # that was adjourned: until it is complete nothing is carried out
    shared_at: datetime
    progress: tuple[Progress, ...]  # their own; all of it to an officer


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAction:
    """One decision, and whose life it is about."""

    child: ActionChild
    decision: OwnDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCarePlan:
    """A care plan that the child's social worker brings up to date after a review."""

    review_id: UUID
    child: ActionChild
    by: date
    days_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTasks:
    """What waits for one person."""

    actions: list[OwnAction]
    care_plans: list[OwnCarePlan]  # for a social worker alone


def own_tasks(session: Session, *, actor: Actor, now: datetime) -> OwnTasks:
    """What this person has to do or to see to, and the care plans that they keep up to date."""
    assert actor.person_id is not None
    on = today(now)
    ids = children_around(session, person_id=actor.person_id, on=on)
    around = children.around(session, child_ids=ids, on=on) if ids else {}
    return OwnTasks(
        actions=_actions(session, actor, around, on) if around else [],
        care_plans=_care_plans(session, actor, around, on),
    )


def own_actions(session: Session, *, actor: Actor, now: datetime) -> list[OwnAction]:
    """What this person has to do or to see to, what is open and nearest first."""
    return own_tasks(session, actor=actor, now=now).actions


def _care_plans(
    session: Session, actor: Actor, around: Mapping[UUID, Around], on: date
) -> list[OwnCarePlan]:
    theirs = [id_ for id_, each in around.items() if sees_all(each, actor)]
    if not theirs:
        return []
    return [
        OwnCarePlan(
            review_id=due.review_id,
            child=ActionChild(id=due.child_id, called=around[due.child_id].called),
            by=due.by,
            days_left=due.days_left,
        )
        for due in care_plans_due(session, child_ids=theirs, on=on)
    ]


def _actions(
    session: Session, actor: Actor, around: Mapping[UUID, Around], on: date
) -> list[OwnAction]:
    rows = session.execute(
        _THEIRS,
        {
            "of_council": council_of(session),
            "of_person": actor.person_id,
            "of_children": list(around),
            "sees_all_of": [id_ for id_, each in around.items() if sees_all(each, actor)],
        },
        execution_options={"names_its_council": True},
    ).all()
    others = {row.child_id for row in rows if row.who_id not in (None, actor.person_id)}
    walls = children.walls_of(session, child_ids=others, on=on)
    found = []
    for child_id, each in around.items():
        theirs = [
            row
            for row in rows
            if row.child_id == child_id
            and (child_id not in walls or not is_kept_from(row, actor, each, walls))
        ]
        child = ActionChild(id=child_id, called=each.called)
        for decision in opened(session, theirs, around=each, on=on):
            if decision.state in OPEN or _ended_on(decision) > on - TOLD_FOR:
                seen = as_seen_by(decision, actor=actor, sees_progress=False)
                found.append(OwnAction(child=child, decision=seen))
    return sorted(found, key=_order)


def opened(session: Session, rows: Sequence[AnyRow], *, around: Around, on: date) -> list[Decided]:
    """Rows of one child's decisions with their words; who left the circle costs a statement."""
    if not rows:
        return []
    known = who_of_circle(around)
    known |= whos(session, person_ids=people_of(rows) - known.keys())
    key = children.sealing_key(session, child_id=around.child.child_id)
    return decided(rows, key=key, known=known, on=on, holidays=bank_holidays(around.nation))


def is_kept_from(row: AnyRow, actor: Actor, around: Around, walls: Mapping[UUID, Walls]) -> bool:
    """Whether a decision is somebody's to do between whom and this person a wall stands."""
    assert actor.person_id is not None
    return is_action_kept(
        row.who_id,
        person_id=actor.person_id,
        child_id=row.child_id,
        officers={each.person_id for each in around.circle if each.kind in OFFICER_KINDS},
        is_walled=walls[row.child_id].stands,
    )


def sees_all(around: Around, actor: Actor) -> bool:
    """Whether they are the child's social worker today, who sees to whatever was decided."""
    return SOCIAL_WORKER in around.standing_of(actor).relationship_kinds


def as_seen_by(decision: Decided, *, actor: Actor, sees_progress: bool) -> OwnDecision:
    """A decision without what others told of it, but for who may see that."""
    assert decision.shared_at is not None
    return OwnDecision(
        id=decision.id,
        what=decision.what,
        is_mine=decision.who_id == actor.person_id,
        who=decision.who,
        who_words=decision.who_words,
        by_on=decision.by_on,
        state=decision.state,
        days_over=decision.days_over,
        waits_for_review=decision.is_adjourned,
        shared_at=decision.shared_at,
        progress=tuple(
            each for each in decision.progress if sees_progress or each.by.id == actor.person_id
        ),
    )


def _ended_on(decision: Decided) -> date:
    return today(decision.progress[-1].at)


def _order(action: OwnAction) -> tuple[bool, bool, date, str, str]:
    decision = action.decision
    is_over = decision.state not in OPEN
    return (
        is_over,
        not decision.is_mine,
        decision.by_on,
        action.child.called,
        str(decision.id),
    )


_COLUMNS: Final = DECISIONS.selected_columns
_THEIRS: Final = DECISIONS.where(
    _COLUMNS.child_id.in_(bindparam("of_children", expanding=True)),
    _COLUMNS.shared_at.is_not(None),
    or_(
        _COLUMNS.who_id == bindparam("of_person"),
        _COLUMNS.child_id.in_(bindparam("sees_all_of", expanding=True)),
    ),
)
