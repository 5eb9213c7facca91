"""What came of a review: each wish with its answers, each decision, and what last time left open.

Plain values, for the record, the letter and the clock too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.queries.values import who_of_circle, who_of_member
from cadair.messages.queries.who import Who, whos
from cadair.people import queries as people
from cadair.record.queries import decisions as kept_decisions
from cadair.record.queries import wish_answers as kept_answers
from cadair.record.queries.codes import reviews_with_codes
from cadair.record.queries.decisions import Decided
from cadair.record.queries.wish_answers import AskedWish
from cadair.record.rules.outcomes import DecisionState
from cadair.reviews.queries import ReviewFacts, bank_holidays
from cadair.reviews.rules import BankHolidays, Stage, add_working_days


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldDo:
    """Somebody who could see to a decision, and what they are to the child."""

    who: Who
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What reviews before this one left open."""

    wishes: tuple[AskedWish, ...]
    decisions: tuple[Decided, ...]


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """All that came of one review so far, shared or not."""

    review: ReviewFacts
    around: Around
    wishes: tuple[AskedWish, ...]
    decisions: tuple[Decided, ...]
    last_time: LastTime
    answer_by: date | None  # the day by which the council answers; None before it was held

    @property
    def review_id(self) -> UUID:
        """Which review it is."""
        return self.review.id

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self.review.stage

    @property
    def child(self) -> Who:
        """Whose review it is."""
        return who_of_circle(self.around)[self.around.child.child_id]

    @property
    def who_could(self) -> tuple[CouldDo, ...]:
        """Everybody around the child today, the officers first."""
        return tuple(
            CouldDo(who=who_of_member(member), kind=member.kind) for member in self.around.circle
        )

    @property
    def every_wish(self) -> tuple[AskedWish, ...]:
        """Those of last time first."""
        return (*self.last_time.wishes, *self.wishes)

    @property
    def unshared(self) -> int:
        """How many answers and decisions nobody was told of yet."""
        answers = sum(
            wish.untold is not None and wish.untold.review_id == self.review.id
            for wish in self.every_wish
        )
        return answers + sum(each.shared_at is None for each in self.decisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfChild:
    """Every wish that a child still makes, and every decision about them."""

    wishes: tuple[AskedWish, ...]
    decisions: tuple[Decided, ...]


def outcomes_of(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    now: datetime,
    permission: Permission = Permission.KEEP_OUTCOMES,
) -> Outcomes:
    """What came of one review for whoever has `permission`; raises NotFound.

    In six statements, and one more for people who have left the circle.
    """
    review, others, _ = reviews_with_codes(session, review_id=review_id)
    on = today(now)
    around = children.around_for(
        session, actor=actor, permission=permission, child_id=review.child_id, on=on
    )
    every = of_child(session, around=around, on=on)
    before = _before(review, others)
    council = people.council(session, council_id=council_of(session))
    return Outcomes(
        review=review,
        around=around,
        wishes=tuple(wish for wish in every.wishes if wish.from_review_id == review.id),
        decisions=tuple(each for each in every.decisions if each.review_id == review.id),
        last_time=_last_time(every, review, before),
        answer_by=answer_by(
            review.held_on,
            within=council.settings["answer_wishes_within_working_days"],
            holidays=bank_holidays(around.nation),
        ),
    )


def of_child(session: Session, *, around: Around, on: date) -> OfChild:
    """The same of every review of a child, in three statements, and one for who left since."""
    child_id = around.child.child_id
    key = children.sealing_key(session, child_id=child_id)
    wishes = kept_answers.wish_rows(session, child_id=child_id)
    answers = kept_answers.answer_rows(session, child_id=child_id)
    decided = kept_decisions.decision_rows(session, child_id=child_id)
    known = who_of_circle(around)
    named = kept_answers.people_of(answers) | kept_decisions.people_of(decided)
    known |= whos(session, person_ids=named - known.keys())
    return OfChild(
        wishes=tuple(kept_answers.asked_wishes(wishes, answers, key=key, known=known)),
        decisions=tuple(
            kept_decisions.decided(
                decided, key=key, known=known, on=on, holidays=bank_holidays(around.nation)
            )
        ),
    )


def answer_by(held_on: date | None, *, within: int, holidays: BankHolidays) -> date | None:
    """The day by which the wishes of a review that was held are answered."""
    return None if held_on is None else add_working_days(held_on, within, bank_holidays=holidays)


def open_decisions(decisions: Iterable[Decided], *, before: Sequence[ReviewFacts]) -> list[Decided]:
    """Those of earlier reviews that still wait, and of the latest what was not done at all."""
    ids = [review.id for review in before]
    latest = next((id_ for id_ in ids if any(each.review_id == id_ for each in decisions)), None)
    return [
        each
        for each in decisions
        if each.review_id in ids
        and (each.is_open or (each.review_id == latest and each.state is DecisionState.NOT_DONE))
    ]


def _before(review: ReviewFacts, others: Sequence[ReviewFacts]) -> list[ReviewFacts]:
    """The reviews that were held before this one, the latest first."""
    until = review.over_on or date.max
    return [each for each in others if each.held_on is not None and each.held_on < until]


def _last_time(every: OfChild, review: ReviewFacts, before: Sequence[ReviewFacts]) -> LastTime:
    """Open wishes of earlier reviews, or answered in this one; and open decisions."""
    return LastTime(
        wishes=tuple(
            wish
            for wish in every.wishes
            if _is_earlier(wish, review, before)
            and (
                wish.closed_at is None or any(each.review_id == review.id for each in wish.answers)
            )
        ),
        decisions=tuple(open_decisions(every.decisions, before=before)),
    )


def _is_earlier(wish: AskedWish, review: ReviewFacts, before: Sequence[ReviewFacts]) -> bool:
    """Whether it was made for a review before this one, be it one that was never held."""
    if wish.from_review_id == review.id:
        return False
    if review.held_on is None or any(wish.from_review_id == each.id for each in before):
        return True
    return today(wish.wished_at) < review.held_on
