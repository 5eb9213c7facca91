"""What needs a reviewing officer today, and the reviews that are coming.

Six statements, whatever the number of children.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.children.queries.listed import ListedChild
from cadair.children.queries.listed import listed_of_officer as children_of_officer
from cadair.contributions.queries import Unread, unread_by
from cadair.foundation.clock import today
from cadair.messages.queries.waiting import waiting_of
from cadair.record.queries.owed import owed_by_officer
from cadair.record.queries.unconfirmed import Needing, needing_officer
from cadair.reviews.queries.listed import EndedReview
from cadair.reviews.queries.listed import listed_of_officer as reviews_of_officer
from cadair.service.queries.afterwards import after_reviews
from cadair.service.queries.between import between_reviews, overdue_disputes
from cadair.service.queries.next_reviews import Plain, holidays_of, iso, named, next_reviews
from cadair.service.queries.outcomes import outcomes_rising
from cadair.service.queries.readings import readings_to_note
from cadair.service.rules import (
    ENDED_TOLD_FOR,
    SURELY_FAR,
    NextReview,
    Reason,
    Why,
    reasons_of_review,
)


def today_of(session: Session, *, officer_id: UUID, now: datetime) -> Plain:
    """What needs an officer today, the most urgent first, and the reviews that are coming."""
    on = today(now)
    children = children_of_officer(session, officer_id=officer_id, on=on)
    listed, lately_ended = reviews_of_officer(
        session, officer_id=officer_id, now=now, until=on + SURELY_FAR
    )
    ended = [each for each in lately_ended if each.was_answered]
    unread = unread_by(
        session,
        reader_id=officer_id,
        review_ids=[
            *(review.review_id for review in listed.values() if review.is_answered),
            *(each.review.review_id for each in ended),
        ],
    )
    needing = needing_officer(session, officer_id=officer_id, on=on)
    between = waiting_of(session, officer_id=officer_id, on=on)
    nexts = next_reviews(children, listed, on=on)
    by_child = _waiting(unread, needing, ended, on)
    nation = children[0].nation if children else None
    for child_id, reason in (
        *between_reviews(session, between, on=on),
        *overdue_disputes(needing.disputes, nation=nation, on=on),
    ):
        by_child.setdefault(child_id, []).append(reason)
    owed = owed_by_officer(session, officer_id=officer_id, now=now, on=on)
    for child_id, reason in after_reviews(owed, bank_holidays=holidays_of(children), on=on):
        by_child.setdefault(child_id, []).append(reason)
    for child_id, reason in outcomes_rising(session, officer_id=officer_id, on=on):
        by_child.setdefault(child_id, []).append(reason)
    urgent = _urgent(children, nexts, by_child, between.spoken_before, on)
    coming = _coming(children, nexts)
    unseen = any(child.has_unseen_reading for child in children)
    return {
        "on": on.isoformat(),
        "urgent": urgent,
        "coming": coming,
        "readings": readings_to_note(session, officer_id=officer_id, on=on) if unseen else [],
        "counts": {"children": len(children), "urgent": len(urgent), "coming": len(coming)},
    }


def _waiting(
    unread: Mapping[UUID, Unread],
    needing: Needing,
    ended: Iterable[EndedReview],
    on: date,
) -> dict[UUID, list[Reason]]:
    """By child, what waits for the officer whatever the next review is."""
    by_child: dict[UUID, list[Reason]] = {}

    def add(child_id: UUID, why: Why, review_id: UUID, since: date) -> None:
        by_child.setdefault(child_id, []).append(
            Reason(why=why, review_id=review_id, days=(on - since).days, on=since)
        )

    for held in needing.unconfirmed:
        add(held.child_id, Why.PARTICIPATION_UNCONFIRMED, held.review_id, held.held_on)
    for review_id, waiting in unread.items():
        add(waiting.child_id, Why.VIEWS_UNREAD, review_id, today(waiting.since))
    for review, ended_at in ended:
        if on - today(ended_at) < ENDED_TOLD_FOR:
            add(review.child_id, Why.NOT_NEEDED, review.review_id, today(ended_at))
    return by_child


def _urgent(
    children: Iterable[ListedChild],
    nexts: Mapping[UUID, NextReview],
    by_child: Mapping[UUID, list[Reason]],
    spoken_before: Collection[UUID],
    on: date,
) -> list[Plain]:
    found = []
    for child in children:
        reasons = list(by_child.get(child.person_id, ()))
        review = nexts.get(child.person_id)
        if child.not_safe_since is not None:
            since = today(child.not_safe_since)
            reasons.append(
                Reason(
                    why=Why.NOT_SAFE,
                    review_id=review.review_id if review else None,
                    days=(on - since).days,
                    on=since,
                )
            )
        if review is not None:
            reasons += reasons_of_review(
                review,
                born_on=child.born_on,
                has_signed_in=child.has_signed_in,
                has_spoken_alone=review.review_id in spoken_before,
                on=on,
            )
        if reasons:
            reasons.sort(key=lambda reason: reason.urgency)
            found.append((reasons[0].urgency, child.name, child.case_number, child, reasons))
    found.sort(key=lambda each: each[:3])
    return [_urgent_line(child, reasons) for *_, child, reasons in found]


def _urgent_line(child: ListedChild, reasons: list[Reason]) -> Plain:
    return {
        "child": named(child),
        "not_safe_to_reply": child.not_safe_since is not None,
        "review_id": _id(reasons[0].review_id),
        "why": [
            {
                "code": reason.why.value,
                "review_id": _id(reason.review_id),
                "days": reason.days,
                "date": reason.on.isoformat(),
                "people": reason.people,
            }
            for reason in reasons
        ],
    }


def _id(review_id: UUID | None) -> str | None:
    return str(review_id) if review_id else None


def _coming(children: Iterable[ListedChild], nexts: Mapping[UUID, NextReview]) -> list[Plain]:
    found = []
    for child in children:
        review = nexts.get(child.person_id)
        if review is not None and review.is_near:
            found.append((review.falls_on, child.name, child.case_number, child, review))
    found.sort(key=lambda each: each[:3])
    return [_coming_line(child, review) for *_, child, review in found]


def _coming_line(child: ListedChild, review: NextReview) -> Plain:
    return {
        "child": named(child),
        "not_safe_to_reply": child.not_safe_since is not None,
        "review_id": str(review.review_id),
        "stage": review.stage.value,
        "due_by": iso(review.due_by),
        "starts_at": iso(review.meets_at),
        "working_days_left": review.working_days_left,
        "child_views": bool(review.child_answered),
        "others_in": review.others_answered,
        "others_asked": review.others_asked,
    }
