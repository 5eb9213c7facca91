"""Planning one review: its parts, and who has a seat in each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import add_rows, council_of
from cadair.foundation.errors import BadInput, Stale
from cadair.people import queries as people
from cadair.reviews.models import How, PartSeat, Review, ReviewPart
from cadair.reviews.queries import Plan, PlanScreen, bank_holidays, plan_for, plan_screen, sealed
from cadair.reviews.queries.plan import PlannedPart, read_again
from cadair.reviews.rules import (
    Stage,
    check_can_be_planned,
    opens_on,
    stage_after_planning,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPart:
    """One part as the reviewing officer wants it; the device made its id."""

    id: UUID
    title: str
    how: How
    starts_at: datetime | None
    minutes: int | None
    place: str | None
    video_link: str | None
    agenda: Sequence[str]
    people: Sequence[UUID]
    told_where: Sequence[UUID]


def plan(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    revision: int,
    parts: Sequence[Mapping[str, Any]],
    now: datetime,
) -> PlanScreen:
    """Replace the plan of a review, if it is still the one that was read at `revision`.

    Sending the same plan twice is the same as once.
    """
    before = plan_for(
        session, actor=actor, review_id=review_id, permission=Permission.PLAN_REVIEW, now=now
    )
    wanted = [WantedPart(**part) for part in parts]
    check_can_be_planned(before.review.stage)
    _check_parts(before, wanted)
    _check_days(before, wanted, now)
    if before.review.revision != revision:
        current = plan_screen(session, plan=before, on=today(now))
        if _is_the_same(current.parts, wanted):
            return current
        raise Stale
    _move_review(session, before, wanted, now)
    _replace_parts(session, before, wanted)
    audit.note(
        session,
        actor=actor,
        event="review.planned",
        child_id=before.review.child_id,
        subject_id=review_id,
        facts={
            "revision": revision + 1,
            "parts": [str(part.id) for part in wanted],
            "seats": sum(len(set(part.people)) for part in wanted),
            "told_where": sorted({str(who) for part in wanted for who in part.told_where}),
        },
        now=now,
    )
    return plan_screen(session, plan=read_again(session, plan=before), on=today(now))


def _check_parts(before: Plan, wanted: Sequence[WantedPart]) -> None:
    wrong: dict[str, list[str]] = {}
    seen: set[UUID] = set()
    around = before.people
    for place, part in enumerate(wanted):
        if part.id in seen:
            wrong[f"parts.{place}.id"] = ["said_twice"]
        if not around.issuperset(part.people):
            wrong[f"parts.{place}.people"] = ["not_in_circle"]
        if not set(part.people).issuperset(part.told_where):
            wrong[f"parts.{place}.told_where"] = ["not_in_this_part"]
        seen.add(part.id)
    if wrong:
        raise BadInput(fields=wrong)


def _check_days(before: Plan, wanted: Sequence[WantedPart], now: datetime) -> None:
    """Refuse to plan for a day that is over; a plan whose own day has passed may still change."""
    on, planned = today(now), before.review.meets_at
    if planned is not None and today(planned) < on:
        return
    over = [
        place
        for place, part in enumerate(wanted)
        if part.starts_at is not None and today(part.starts_at) < on
    ]
    if over:
        raise BadInput(fields={f"parts.{place}.starts_at": ["over"] for place in over})


def _is_the_same(parts: Sequence[PlannedPart], wanted: Sequence[WantedPart]) -> bool:
    def facts(part: PlannedPart | WantedPart) -> tuple[object, ...]:
        return (
            part.id,
            part.title,
            part.how,
            part.starts_at,
            part.minutes,
            part.place,
            part.video_link,
            tuple(part.agenda),
            frozenset(part.people),
            frozenset(part.told_where),
        )

    return [facts(part) for part in parts] == [facts(part) for part in wanted]


def _move_review(
    session: Session, before: Plan, wanted: Sequence[WantedPart], now: datetime
) -> None:
    """Move the review to where its plan leads; raises Stale if somebody was quicker."""
    review = before.review
    times = [part.starts_at for part in wanted if part.starts_at is not None]
    meets_at = min(times, default=None)
    values: dict[str, Any] = {
        "revision": review.revision + 1,
        "meets_at": meets_at,
        "stage": stage_after_planning(
            review.stage, settled=bool(wanted) and len(times) == len(wanted)
        ),
    }
    if review.stage is Stage.PLANNED and review.due_by is not None:
        council = people.council(session, council_id=council_of(session))
        values["opens_on"] = opens_on(
            review.due_by,
            today(meets_at) if meets_at else None,
            working_days=council.settings["views_open_working_days"],
            bank_holidays=bank_holidays(council.nation),
        )
    moved = session.execute(
        update(Review)
        .where(Review.id == review.id, Review.revision == review.revision)
        .values(values)
        .returning(Review.id)
    ).one_or_none()
    if moved is None:
        raise Stale


def _replace_parts(session: Session, before: Plan, wanted: Sequence[WantedPart]) -> None:
    review = before.review
    key = children.sealing_key(session, child_id=review.child_id)
    if before.rows:
        session.execute(delete(PartSeat).where(PartSeat.review_id == review.id))
        session.execute(delete(ReviewPart).where(ReviewPart.review_id == review.id))
    add_rows(
        session,
        ReviewPart,
        [_row(key, review.id, position, part) for position, part in enumerate(wanted)],
    )
    add_rows(
        session,
        PartSeat,
        [
            {
                "review_id": review.id,
                "part_id": part.id,
                "person_id": person_id,
                "told_where": person_id in part.told_where,
            }
            for part in wanted
            for person_id in dict.fromkeys(part.people)
        ],
    )


def _row(key: bytes, review_id: UUID, position: int, part: WantedPart) -> dict[str, Any]:
    at = {"review_id": review_id, "row_id": part.id}
    return {
        "review_id": review_id,
        "id": part.id,
        "position": position,
        "title": sealed.close(key, part.title, where=sealed.TITLE, **at),
        "how": part.how,
        "starts_at": part.starts_at,
        "minutes": part.minutes,
        "place": sealed.close_maybe(key, part.place, where=sealed.PLACE, **at),
        "video_link": sealed.close_maybe(key, part.video_link, where=sealed.VIDEO_LINK, **at),
        "agenda": sealed.close(key, json.dumps(list(part.agenda)), where=sealed.AGENDA, **at)
        if part.agenda
        else None,
    }
