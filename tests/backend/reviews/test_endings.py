"""A review that is not needed any more: it ends by itself or by its officer, and loses nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from cadair.audit.models import AuditEvent
from cadair.children.models import Child, Episode
from cadair.foundation.errors import NotFound
from cadair.reviews import actions, queries
from cadair.reviews.models import Invitation, Review
from cadair.reviews.queries import ReviewFacts
from cadair.reviews.rules import Ending, ReviewEndedDifferently, ReviewHasClosed, Stage
from tests.backend.reviews.conftest import CARE_BEGAN, NOW, World

LEFT_ON = date(2026, 3, 14)


def leave_care(world: World, who: str, ended_on: date | None) -> None:
    with world.inside() as session:
        session.execute(
            update(Episode)
            .where(Episode.child_id == world.ids[who])
            .values(ended_on=ended_on, reason_ended="E4" if ended_on else "")
        )


def come_back(world: World, who: str, began_on: date) -> None:
    leave_care(world, who, None)
    with world.inside() as session:
        session.execute(
            update(Episode).where(Episode.child_id == world.ids[who]).values(began_on=began_on)
        )


def of_child(world: World, who: str = "Ada") -> list[ReviewFacts]:
    with world.inside() as session:
        return queries.reviews_of_child(session, child_id=world.ids[who])


def events(world: World, review: ReviewFacts) -> list[tuple[str, dict[str, object]]]:
    with world.inside() as session:
        rows = session.execute(
            select(AuditEvent.event, AuditEvent.facts).where(
                AuditEvent.subject_id == review.id, AuditEvent.event == "review.ended"
            )
        )
        return [(row.event, row.facts) for row in rows]


def end(world: World, review: ReviewFacts, because: Ending, who: str = "Priya") -> None:
    with world.inside() as session:
        actions.end(session, actor=world.actor(who), review_id=review.id, because=because, now=NOW)


def own(world: World, who: str, now: datetime = NOW) -> list[queries.OwnReview]:
    with world.inside() as session:
        return queries.own_reviews(
            session,
            actor=world.actor(who),
            form_for=lambda *_: ("carer", 1),
            observation_for=lambda *_: None,
            now=now,
        )


def test_an_open_review_ends_by_itself_when_the_child_leaves_care(world: World) -> None:
    world.open_reviews()
    before = world.review_of("Ada")
    leave_care(world, "Ada", LEFT_ON)
    assert world.schedule("Ada") == 1
    assert world.schedule("Ada") == 0
    (ended,) = of_child(world)
    assert (ended.id, ended.stage) == (before.id, Stage.CLOSED)
    assert (ended.ended_because, ended.over_on) == (Ending.LEFT_CARE, NOW.date())
    assert events(world, ended) == [("review.ended", {"ended_because": "left_care"})]
    with world.inside() as session:
        assert queries.upcoming_for(session, child_ids=[world.ids["Ada"]]) == {}
        asked = select(func.count()).where(Invitation.review_id == ended.id)
        assert session.scalar(asked)  # whoever was asked stays asked, with what they answered


def test_it_comes_back_as_itself_when_the_import_was_wrong(world: World) -> None:
    world.open_reviews()
    before = world.review_of("Ada")
    leave_care(world, "Ada", LEFT_ON)
    world.schedule("Ada")
    leave_care(world, "Ada", None)
    assert world.schedule("Ada") == 1
    world.open_reviews()
    review = world.review_of("Ada")
    assert (review.id, review.stage) == (before.id, Stage.OPEN_FOR_VIEWS)
    assert (review.ended_because, review.not_owed_at) == (None, None)


def test_a_later_time_in_care_begins_with_a_review_of_its_own(world: World) -> None:
    """What was said at home a year ago is not said for this review."""
    world.open_reviews()
    before = world.review_of("Ada")
    leave_care(world, "Ada", LEFT_ON)
    world.schedule("Ada")
    come_back(world, "Ada", date(2026, 9, 1))
    world.schedule("Ada", now=datetime(2026, 9, 2, 9, 0, tzinfo=UTC))
    following, ended = of_child(world)
    assert ended.id == before.id
    assert (following.stage, following.sequence) == (Stage.PLANNED, 1)


def test_a_review_held_on_the_last_days_in_care_is_the_one_that_was_open(world: World) -> None:
    world.open_reviews()
    before = world.review_of("Ada")
    leave_care(world, "Ada", LEFT_ON)
    world.schedule("Ada")
    with world.inside() as session:
        actions.bring_in_histories(
            session,
            actor=world.service,
            histories={world.ids["Ada"]: [(date(2026, 3, 13), "PN1")]},
            now=NOW,
        )
    (held,) = of_child(world)
    assert (held.id, held.held_on, held.not_owed_at) == (before.id, date(2026, 3, 13), None)


def turn_18(world: World, who: str) -> None:
    with world.inside() as session:
        session.execute(
            update(Child)
            .where(Child.person_id == world.ids[who])
            .values(born_on=NOW.date().replace(year=NOW.year - 18))
        )


def test_an_18th_birthday_ends_it_without_any_import(world: World) -> None:
    yesterday = NOW - timedelta(days=1)
    world.open_reviews(yesterday)
    turn_18(world, "Ada")
    with world.inside() as session:
        kept = actions.schedule_grown_up(session, actor=world.service, now=yesterday)
        ended = actions.schedule_grown_up(session, actor=world.service, now=NOW)
        again = actions.schedule_grown_up(session, actor=world.service, now=NOW)
    assert (kept, ended, again) == (0, 1, 0)
    assert of_child(world)[0].ended_because is Ending.GROWN_UP
    assert world.review_of("Zoe").stage is Stage.OPEN_FOR_VIEWS


def test_those_who_were_asked_are_told_for_a_while_and_not_why(world: World) -> None:
    world.open_reviews()
    leave_care(world, "Ada", LEFT_ON)
    world.schedule("Ada")
    for who in ("Ada", "Carol", "Mum"):
        (told,) = own(world, who)
        assert (told.ended_on, told.stage) == (NOW.date(), Stage.CLOSED)
        assert (told.can_share, told.parts, told.views_close_on) == (False, (), None)
        assert own(world, who, NOW + timedelta(days=29)) == []
    assert own(world, "Stranger") == []


def test_a_review_that_nobody_was_asked_about_ends_without_a_word(world: World) -> None:
    leave_care(world, "Ada", LEFT_ON)
    world.schedule("Ada")
    assert of_child(world) == own(world, "Ada") == []


def test_an_officer_ends_a_review_once_and_says_why(world: World) -> None:
    world.open_reviews()
    review = world.review_of("Ada")
    end(world, review, Ending.CAME_HOME)
    end(world, review, Ending.CAME_HOME)
    assert events(world, review) == [("review.ended", {"because": "came_home"})]
    with pytest.raises(ReviewEndedDifferently):
        end(world, review, Ending.ADOPTED)
    for who in ("Omar", "Boss", "Ada", "Mum", "Wendy"):
        with pytest.raises(NotFound):
            end(world, review, Ending.CAME_HOME, who)


def test_a_review_that_met_is_not_ended(world: World) -> None:
    world.open_reviews()
    review = world.review_of("Ada")
    with world.inside() as session:
        session.execute(update(Review).where(Review.id == review.id).values(stage=Stage.WRITING_UP))
    with pytest.raises(ReviewHasClosed):
        end(world, review, Ending.OTHER)
    leave_care(world, "Ada", LEFT_ON)
    assert world.schedule("Ada") == 0


def test_the_officers_word_holds_until_the_case_system_should_have_heard(world: World) -> None:
    world.open_reviews()
    review = world.review_of("Ada")
    end(world, review, Ending.CAME_HOME)
    assert world.schedule("Ada", now=NOW + timedelta(days=27)) == 0
    assert world.schedule("Ada", now=NOW + timedelta(days=28)) == 1
    assert world.review_of("Ada").id == review.id


def test_an_ended_review_is_not_held_against_a_new_time_in_care(world: World) -> None:
    world.open_reviews()
    end(world, world.review_of("Ada"), Ending.CAME_HOME)
    come_back(world, "Ada", CARE_BEGAN + timedelta(days=9))
    assert world.schedule("Ada") == 1
    assert world.review_of("Ada").stage is Stage.PLANNED


def test_an_officer_ends_it_over_http(world: World) -> None:
    world.open_reviews()
    review = world.review_of("Ada")
    priya = world.sign_in("Priya")
    path = f"/api/reviews/{review.id}/ending"
    assert priya.put(path, json={"because": "left_care"}).status_code == 422  # the clock's to say
    assert priya.put(path, json={"because": "adopted"}).status_code == 204
    assert priya.put(path, json={"because": "adopted"}).status_code == 204
    other = priya.put(path, json={"because": "came_home"})
    assert (other.status_code, other.json["code"]) == (409, "review_ended_differently")
    told = world.sign_in("Ada").get("/api/my/reviews").json["reviews"]
    assert [(one["ended_on"], one["can_share"]) for one in told] == [("2026-03-16", False)]
