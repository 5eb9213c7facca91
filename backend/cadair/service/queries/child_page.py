"""One child, the people around them and their reviews: facts, and nobody's words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.children.queries import ChildFacts, CircleMember
from cadair.foundation.errors import NotFound
from cadair.people import queries as people
from cadair.record.queries import ConfirmedCode, confirmed_codes
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts


@dataclass(frozen=True, kw_only=True)
class AroundChild:
    """One person of the circle, and whether they can sign in."""

    member: CircleMember
    has_signed_in: bool


@dataclass(frozen=True, kw_only=True)
class ReviewOnPage:
    """One review, and the code that stands for it: confirmed here, or as it was returned."""

    review: ReviewFacts
    participation_code: str | None
    code_confirmed: bool


@dataclass(frozen=True, kw_only=True)
class ChildPage:
    """What an officer or a manager sees of one child."""

    child: ChildFacts
    sign_in_name: str
    has_signed_in: bool
    phone: people.ChosenForPhone | None  # for the child's reviewing officer alone
    reviewing_officer: CircleMember | None
    circle: tuple[AroundChild, ...]
    reviews: tuple[ReviewOnPage, ...]


def child_page(session: Session, *, actor: Actor, child_id: UUID, on: date) -> ChildPage:
    """One child's page; raises NotFound for whoever may not see it."""
    around = children.around(session, child_ids=[child_id], on=on).get(child_id)
    if around is None:
        raise NotFound
    standing, circle = around.standing_of(actor), around.circle
    check(Permission.SEE_CHILD, actor, standing)
    found = reviews.reviews_of_child(session, child_id=child_id)
    codes = confirmed_codes(session, review_ids=[review.id for review in found])
    signed_in = people.has_signed_in(
        session, person_ids=[child_id, *(member.person_id for member in circle)]
    )
    return ChildPage(
        child=around.facts,
        sign_in_name=people.person(session, person_id=child_id).sign_in_name,
        has_signed_in=child_id in signed_in,
        phone=people.chosen_for_phone(session, person_id=child_id)
        if standing.is_reviewing_officer
        else None,
        reviewing_officer=next(
            (member for member in circle if member.job is Job.REVIEWING_OFFICER), None
        ),
        circle=tuple(
            AroundChild(member=member, has_signed_in=member.person_id in signed_in)
            for member in circle
        ),
        reviews=tuple(_review(review, codes.get(review.id)) for review in found),
    )


def _review(review: ReviewFacts, code: ConfirmedCode | None) -> ReviewOnPage:
    stands = code is not None and not code.before_meeting
    return ReviewOnPage(
        review=review,
        participation_code=code.code if code and stands else review.returned_code,
        code_confirmed=stands,
    )
