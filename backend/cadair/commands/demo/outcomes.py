"""What the demo's last reviews answered and decided, as their officers would have shared it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission
from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import today
from cadair.record import actions as record
from cadair.record.queries import outcomes_of
from cadair.record.rules.outcomes import Answering, AnswerKind, Deciding, ProgressKind
from cadair.reviews import queries as reviews

SHARED_AFTER: Final = timedelta(days=4)  # the review


@dataclass(frozen=True, kw_only=True)
class Promised:
    """One decision of the story: who does it, by when from now, and what was told of it since."""

    key: str
    what: str
    who: str
    job: Job
    in_days: int
    for_wish: bool = False
    progress: tuple[tuple[ProgressKind, str | None, int], ...] = ()  # with how many days ago


@dataclass(frozen=True, kw_only=True)
class CameOfIt:
    """What one child's last review came to."""

    child: str
    officer: str
    decisions: tuple[Promised, ...]
    answer: str | None = None  # why yes, to the one wish that was made for it


ENGLAND: Final = (
    CameOfIt(
        child="jaden",
        officer="priya",
        answer="You told us how much you want to play. Tom will find a team that you can get to.",
        decisions=(
            Promised(
                key="football", who="tom", job=Job.SOCIAL_WORKER, in_days=-12, for_wish=True,
                what="Tom asks two football clubs near you if they have a place for you.",
                progress=((ProgressKind.CONFIRMED, "I have the number of both clubs.", 9),),
            ),
            Promised(
                key="shelf", who="sandra", job=Job.CARER, in_days=-120,
                what="Sandra puts up a shelf and a lamp by your bed.",
                progress=((ProgressKind.DONE, "He chose the lamp himself.", 130),),
            ),
        ),
    ),
)  # fmt: skip
WALES: Final = (
    CameOfIt(
        child="elin",
        officer="carys",
        decisions=(
            Promised(
                key="gruff", who="ifan", job=Job.SOCIAL_WORKER, in_days=9,
                what="Bydd Ifan yn trefnu amser i ti weld Gruff bob mis.",
                progress=((ProgressKind.CONFIRMED, None, 60),),
            ),
            Promised(
                key="clarinet", who="mair", job=Job.CARER, in_days=-100,
                what="Bydd Mair yn mynd â ti i wersi clarinét.",
                progress=((ProgressKind.DONE, None, 110),),
            ),
        ),
    ),
)  # fmt: skip


def tell_outcomes(
    session: Session, *, council_id: UUID, told: tuple[CameOfIt, ...], now: datetime
) -> None:
    """Answer, decide and share as it was, a few days after each review; then let time pass."""
    for each in told:
        child_id = demo_id(each.child)
        held = next(
            review
            for review in reviews.reviews_of_child(session, child_id=child_id)
            if review.held_on is not None
        )
        assert held.held_on is not None
        then = now - timedelta(days=(today(now) - held.held_on).days) + SHARED_AFTER
        _decide(session, council_id, each, held.id, then, now)
        for one in each.decisions:
            _let_time_pass(session, council_id, one, now)


def _decide(
    session: Session,
    council_id: UUID,
    told: CameOfIt,
    review_id: UUID,
    then: datetime,
    now: datetime,
) -> None:
    officer = _actor(council_id, told.officer, Job.REVIEWING_OFFICER)
    wish_id = None
    if told.answer is not None:
        wish_id = _say_yes(session, officer, told.child, told.answer, review_id, then)
    for position, one in enumerate(told.decisions):
        _promise(session, officer, review_id, one, position, wish_id, (then, now))
    record.share_outcomes(session, actor=officer, review_id=review_id, reason=None, now=then)


def _say_yes(
    session: Session, officer: Actor, child: str, why: str, review_id: UUID, then: datetime
) -> UUID:
    """Answer the first wish of a review, and return it."""
    permission = Permission.KEEP_OUTCOMES
    found = outcomes_of(
        session, actor=officer, review_id=review_id, permission=permission, now=then
    )
    wish_id = found.wishes[0].id
    record.answer_wish(
        session,
        actor=officer,
        review_id=review_id,
        wish_id=wish_id,
        answer_id=demo_id(f"{child} answer"),
        given=Answering(answer=AnswerKind.AGREED, why=why, who_id=None, who_words=None, by_on=None),
        now=then,
    )
    return wish_id


def _promise(
    session: Session,
    officer: Actor,
    review_id: UUID,
    one: Promised,
    position: int,
    wish_id: UUID | None,
    then_and_now: tuple[datetime, datetime],
) -> None:
    then, now = then_and_now
    given = Deciding(
        what=one.what,
        who_id=demo_id(one.who),
        who_words=None,
        by_on=today(now) + timedelta(days=one.in_days),
        wish_id=wish_id if one.for_wish else None,
        topic=None,
        position=position,
    )
    record.save_decision(
        session,
        actor=officer,
        review_id=review_id,
        decision_id=demo_id(f"decision {one.key}"),
        given=given,
        revision_read=0,
        now=then,
    )


def _let_time_pass(session: Session, council_id: UUID, told: Promised, now: datetime) -> None:
    for number, (kind, words, days_ago) in enumerate(told.progress):
        record.report_progress(
            session,
            actor=_actor(council_id, told.who, told.job),
            decision_id=demo_id(f"decision {told.key}"),
            progress_id=demo_id(f"progress {told.key} {number}"),
            kind=kind,
            words=words,
            now=now - timedelta(days=days_ago),
        )


def _actor(council_id: UUID, key: str, job: Job) -> Actor:
    return Actor(person_id=demo_id(key), council_id=council_id, job=job)
