"""The timetable of many children: what comes in, what is next, and when it opens."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from cadair.access.actor import Job
from cadair.audit.models import AuditEvent
from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from cadair.children.models import Episode
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.errors import NotFound
from cadair.people import actions as people
from cadair.reviews import actions, queries
from cadair.reviews.models import Invitation, Review
from cadair.reviews.rules import Asked, ReasonCode, ReviewKind, Stage
from tests.backend.reviews.conftest import CARE_BEGAN, NOW, relate


def history(world, who: str, *held: tuple[str, str], now: datetime = NOW) -> int:
    with world.inside() as session:
        return actions.bring_in_histories(
            session,
            actor=world.service,
            histories={world.ids[who]: [(date.fromisoformat(day), code) for day, code in held]},
            now=now,
        )


def all_reviews(world, who: str) -> list[queries.ReviewFacts]:
    with world.inside() as session:
        return queries.reviews_of_child(session, child_id=world.ids[who])


def test_a_child_in_care_has_a_next_review_that_says_why(world) -> None:
    review = world.review_of("Ada")
    assert (review.due_by, review.sequence, review.stage) == (date(2026, 3, 30), 1, Stage.PLANNED)
    assert review.kind is ReviewKind.LOOKED_AFTER
    assert review.reason is not None
    assert review.reason.code is ReasonCode.FIRST
    assert review.reason.counted_from == CARE_BEGAN
    assert review.opens_on == CARE_BEGAN


def test_scheduling_again_changes_nothing(world) -> None:
    assert world.schedule("Ada", "Zoe") == 0
    assert len(all_reviews(world, "Ada")) == 1


def test_a_history_comes_in_once_and_moves_the_next_review(world) -> None:
    later = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
    held = (("2026-03-26", "PN1"), ("2026-06-24", "PN6"))
    assert history(world, "Ada", *held, now=later) == 2
    assert world.schedule("Ada", now=later) == 1
    assert history(world, "Ada", *held, now=later) == 0
    assert world.schedule("Ada", now=later) == 0
    following, second, first = all_reviews(world, "Ada")
    assert (first.held_on, first.sequence, first.due_by, first.returned_code) == (
        date(2026, 3, 26),
        1,
        date(2026, 3, 30),
        "PN1",
    )
    assert (second.held_on, second.sequence, second.due_by) == (
        date(2026, 6, 24),
        2,
        date(2026, 6, 26),
    )
    assert (following.held_on, following.sequence, following.due_by) == (
        None,
        3,
        date(2026, 12, 24),
    )
    assert {first.stage, second.stage} == {Stage.CLOSED}


def test_the_review_that_was_waited_for_is_the_one_that_was_held(world) -> None:
    world.open_reviews()
    waited_for = world.review_of("Ada")
    assert waited_for.stage is Stage.OPEN_FOR_VIEWS
    history(world, "Ada", ("2026-03-26", "PN1"))
    closed = all_reviews(world, "Ada")[0]
    assert (closed.id, closed.stage) == (waited_for.id, Stage.CLOSED)
    world.schedule("Ada")
    assert world.review_of("Ada").id != waited_for.id


def test_an_older_review_that_turns_up_late_does_not_close_the_open_one(world) -> None:
    history(world, "Ada", ("2026-03-12", "PN1"))
    world.schedule("Ada")
    world.open_reviews(datetime(2026, 6, 1, tzinfo=UTC))
    open_now = world.review_of("Ada")
    history(world, "Ada", ("2026-03-09", "PN7"), ("2026-03-12", "PN1"))
    assert world.review_of("Ada").id == open_now.id
    assert len(all_reviews(world, "Ada")) == 3


def test_a_code_that_was_put_right_is_put_right_here(world) -> None:
    history(world, "Ada", ("2026-03-12", "PN7"))
    assert history(world, "Ada", ("2026-03-12", "PN6")) == 1
    assert all_reviews(world, "Ada")[-1].returned_code == "PN6"


def test_a_review_held_outside_care_is_kept_without_a_due_day(world) -> None:
    history(world, "Ada", ("2026-01-05", "PN1"))
    kept = all_reviews(world, "Ada")[-1]
    assert (kept.held_on, kept.due_by, kept.reason, kept.sequence) == (
        date(2026, 1, 5),
        None,
        None,
        None,
    )


def leave_care(world, who: str, ended_on: date | None) -> None:
    with world.inside() as session:
        session.execute(
            update(Episode)
            .where(Episode.child_id == world.ids[who])
            .values(ended_on=ended_on, reason_ended="E4" if ended_on else "")
        )


def test_a_review_that_is_not_owed_any_more_rests_and_comes_back_as_itself(world) -> None:
    before = world.review_of("Ada").id
    leave_care(world, "Ada", date(2026, 3, 14))
    assert world.schedule("Ada") == 1
    assert world.schedule("Ada") == 0
    assert all_reviews(world, "Ada") == []
    leave_care(world, "Ada", None)
    assert world.schedule("Ada") == 1
    assert world.review_of("Ada").id == before


def test_a_review_opens_on_its_day_and_asks_everybody_around_the_child(world) -> None:
    before = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    assert world.open_reviews(before) == 0
    assert world.open_reviews() == 2
    assert world.open_reviews() == 0
    review = world.review_of("Ada")
    assert (review.stage, review.opened_at) == (Stage.OPEN_FOR_VIEWS, NOW)
    with world.inside() as session:
        asked = set(
            session.scalars(select(Invitation.person_id).where(Invitation.review_id == review.id))
        )
    names = {"Ada", "Priya", "Carol", "Mum", "Dad", "Wendy", "Teacher"}
    assert asked == {world.ids[name] for name in names}


def test_whoever_joins_the_circle_while_a_review_is_open_is_asked_too(world) -> None:
    world.open_reviews()
    review = world.review_of("Zoe")
    with world.inside() as session:
        asked = select(Invitation.person_id).where(Invitation.review_id == review.id)
        assert world.ids["Stranger"] not in session.scalars(asked).all()
        relate(session, world, "Zoe", "Stranger", RelationshipKind.MOTHER)
    world.open_reviews(NOW + timedelta(hours=1))
    with world.inside() as session:
        assert world.ids["Stranger"] in session.scalars(asked).all()
        invited = session.scalar(
            select(Invitation.invited_at).where(
                Invitation.review_id == review.id, Invitation.person_id == world.ids["Wendy"]
            )
        )
    assert invited == NOW  # nobody is asked twice


def test_an_answer_is_told_to_the_asking_and_taken_back(world) -> None:
    world.open_reviews()
    review = world.review_of("Ada")

    def state() -> Asked:
        with world.inside() as session:
            return queries.asked(session, review_id=review.id, key=b"")[world.ids["Mum"]].state

    for at, expected in ((NOW, Asked.ANSWERED), (None, Asked.ASKED)):
        with world.inside() as session:
            actions.note_answer(session, review_id=review.id, person_id=world.ids["Mum"], at=at)
        assert state() is expected


def test_every_change_of_a_childs_timetable_is_in_the_trail(world) -> None:
    world.open_reviews()
    history(world, "Ada", ("2026-03-26", "PN1"))
    with world.inside() as session:
        events = set(
            session.scalars(select(AuditEvent.event).where(AuditEvent.child_id == world.ids["Ada"]))
        )
    assert {
        "review.scheduled",
        "review.opened",
        "review.people_asked",
        "review.brought_in",
    } <= events


def test_reviews_of_another_council_are_not_met(world, elsewhere) -> None:
    review = elsewhere.review_of("Ada")
    with world.inside() as session:
        with pytest.raises(NotFound):
            queries.review_of(session, review_id=review.id)
        assert queries.upcoming_for(session, child_ids=[elsewhere.ids["Ada"]]) == {}
        assert not queries.reviews_of_child(session, child_id=elsewhere.ids["Ada"])
    world.open_reviews()
    assert elsewhere.review_of("Ada").stage is Stage.PLANNED


def many_children(world, count: int) -> list[UUID]:
    ids = [uuid4() for _ in range(count)]
    with world.inside() as session:
        for number, child_id in enumerate(ids):
            people.add_person(session, person_id=child_id, job=Job.CHILD, name="")
            children.add_child(
                session,
                actor=world.service,
                person_id=child_id,
                record=ChildRecord(
                    case_number=f"many {number}",
                    born_on=date(2014, 1, 1),
                    sex="1",
                    episodes=(
                        EpisodeFacts(
                            began_on=date(2024, 1, 8), reason_began="S", legal_status="C2"
                        ),
                    ),
                ),
                now=NOW,
            )
            children.allocate(
                session,
                actor=world.service,
                allocation=NewAllocation(
                    child_id=child_id, officer_id=world.ids["Omar"], from_on=date(2024, 1, 8)
                ),
                now=NOW,
            )
    return ids


def test_many_children_cost_as_many_statements_as_one(world, statements) -> None:
    ids = many_children(world, 30)
    counts = []
    for some in (ids[:1], ids[1:]):
        held = {
            child_id: [(date(2024, 2, 1), "PN1"), (date(2024, 5, 1), "PN6")] for child_id in some
        }
        with world.inside() as session, statements() as said:
            added = actions.bring_in_histories(
                session, actor=world.service, histories=held, now=NOW
            )
            scheduled = actions.schedule(session, actor=world.service, child_ids=some, now=NOW)
            opened = actions.open_due(session, actor=world.service, now=NOW)
        assert (added, scheduled) == (2 * len(some), len(some))
        assert opened >= len(some)
        counts.append(len(said))
    assert counts[0] == counts[1]
    with world.inside() as session:
        assert session.scalar(select(func.count()).select_from(Review)) == 92
