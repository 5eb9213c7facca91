"""Saving a meeting plan: the child's alone, and never over what another device saved."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.children.queries.around import OFFICER_KINDS
from cadair.contributions.rules.flooding import COUNTED_FOR, check_not_saving_too_often
from cadair.foundation.clock import today
from cadair.foundation.errors import Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.meeting import queries
from cadair.meeting.models import MeetingPlan
from cadair.meeting.queries import Kept, LeftOpen, MeetingPage
from cadair.meeting.queries.sealed import place_of_plan
from cadair.meeting.rules.checking import check_plan
from cadair.meeting.rules.saving import LARGEST_PLAN, PlanTooLarge, check_may_save, told_of
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About


def save_plan(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    plan: dict[str, Any],
    revision_read: int,
    left_open: LeftOpen,
    now: datetime,
) -> MeetingPage:
    """Keep the child's plan if it is still the one that was read; saving the same again is fine.

    Raises Stale with the current one when another device was quicker.  The reviewing officer is
    told once on each day on which it changes.
    """
    kept = queries.kept_for(
        session,
        actor=actor,
        review_id=review_id,
        permission=Permission.PLAN_OWN_MEETING,
        now=now,
    )
    page = queries.page_of(session, kept=kept, left_open=left_open)
    if kept.plan == plan:
        return page
    if kept.revision != revision_read:
        _refuse_stale(kept)
    check_may_save(kept.stage, kept=kept.plan, wanted=plan)
    plain = json.dumps(plan, separators=(",", ":"), ensure_ascii=False)
    if len(plain.encode()) > LARGEST_PLAN:
        raise PlanTooLarge
    check_plan(plan, known=queries.known_in(page).and_those_of(kept.plan))
    check_not_saving_too_often(saved=kept.saved_since, since=kept.counted_from, now=now)
    if not _written(session, kept, plain, now):
        permission = Permission.PLAN_OWN_MEETING
        _refuse_stale(
            queries.kept_for(
                session, actor=actor, review_id=review_id, permission=permission, now=now
            )
        )
    _tell(session, actor, kept, now)
    saved = replace(kept, plan=plan, revision=kept.revision + 1)
    return replace(page, plan=plan, revision=saved.revision, answers=queries.answers_of(saved))


def _refuse_stale(kept: Kept) -> None:
    raise Stale(more={"current": {"revision": kept.revision, "plan": kept.plan}})


def _written(session: Session, kept: Kept, plain: str, now: datetime) -> bool:
    """Whether it was still as it was read."""
    same_hour = kept.counted_from is not None and kept.counted_from + COUNTED_FOR > now
    values = {
        "content": seal(kept.key, plain, place_of_plan(kept.review_id)),
        "revision": kept.revision + 1,
        "saved_at": now,
        "counted_from": kept.counted_from if same_hour else now,
        "saved_since": kept.saved_since + 1 if same_hour else 1,
    }
    if kept.revision == 0:
        row = {"review_id": kept.review_id, "child_id": kept.child_id, **values}
        return insert_unless_there(session, MeetingPlan, row)
    changed = session.execute(
        update(MeetingPlan)
        .where(MeetingPlan.review_id == kept.review_id, MeetingPlan.revision == kept.revision)
        .values(values)
        .returning(MeetingPlan.review_id)
    ).one_or_none()
    return changed is not None


def _tell(session: Session, actor: Actor, kept: Kept, now: datetime) -> None:
    """Note it, and have whoever reviews the child told; of what the plan says, nothing."""
    audit.note(
        session,
        actor=actor,
        event="meeting.plan_saved",
        child_id=kept.child_id,
        subject_id=kept.review_id,
        facts={"revision": kept.revision + 1},
        now=now,
    )
    about = told_of(kept.review_id, today(now))
    notifications.tell(
        session,
        told=[
            (member.person_id, about)
            for member in kept.child.circle
            if member.kind in OFFICER_KINDS
        ],
        about=About.REQUEST,
        now=now,
    )
