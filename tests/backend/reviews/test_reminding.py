"""People are reminded by their own seat and their own answer, once, and never of another's."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import icalendar
import pytest
from sqlalchemy import select, update

from cadair.foundation.clock import frozen
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.people.models import Person
from cadair.reviews import actions as reviews
from cadair.reviews.models import Invitation, Review
from cadair.reviews.rules import Stage
from tests.backend.reviews.conftest import NOW

MEETS = datetime(2026, 3, 26, 15, 30, tzinfo=UTC)
REMINDERS = {
    About.REVIEW_IN_A_WEEK, About.REVIEW_TOMORROW, About.VIEWS_NOT_IN, About.MIDPOINT,
}  # fmt: skip


def a_part(world, *people, starts_at=MEETS, title="All of us"):
    return {
        "id": uuid4(), "title": title, "how": "in_person", "starts_at": starts_at, "minutes": 45,
        "place": "12 Harbour Lane", "video_link": None, "agenda": ["What goes well"],
        "people": [world.ids[who] for who in people], "told_where": [],
    }  # fmt: skip


def planned(world, *parts):
    world.open_reviews()
    review = world.review_of("Ada")
    with world.inside() as session:
        others = Review.child_id == world.ids["Zoe"]
        session.execute(update(Review).where(others).values(stage=Stage.CLOSED))
        reviews.plan(
            session, actor=world.actor("Priya"), review_id=review.id,
            revision=review.revision, parts=list(parts), now=NOW,
        )  # fmt: skip
    return review


def reminded(world, at):
    """Who is to be told of what, newly, by going round at that moment."""
    with world.inside() as session:
        names = {id_: who for who, id_ in world.ids.items()}

        def waiting():
            return {
                row.id: (names[row.person_id], row.about.value)
                for row in session.scalars(select(OutboxItem))
                if row.about in REMINDERS
            }

        before = waiting()
        reviews.remind(session, now=at)
        return sorted(each for id_, each in waiting().items() if id_ not in before)


def of(found, about):
    return [who for who, what in found if what == about.value]


def test_a_week_and_a_day_before_whoever_has_a_seat_is_reminded_once(world):
    planned(world, a_part(world, "Ada", "Carol"))
    assert of(reminded(world, MEETS - timedelta(days=8)), About.REVIEW_IN_A_WEEK) == []
    assert of(reminded(world, MEETS - timedelta(days=7)), About.REVIEW_IN_A_WEEK) == [
        "Ada", "Carol",
    ]  # fmt: skip
    assert of(reminded(world, MEETS - timedelta(days=6)), About.REVIEW_IN_A_WEEK) == []
    tomorrow = reminded(world, MEETS - timedelta(days=1))
    assert of(tomorrow, About.REVIEW_TOMORROW) == ["Ada", "Carol"]
    assert reminded(world, MEETS - timedelta(hours=20)) == []
    assert reminded(world, MEETS + timedelta(hours=1)) == []


def test_a_sweep_that_was_missed_reminds_later(world):
    planned(world, a_part(world, "Ada"))
    assert of(reminded(world, MEETS - timedelta(days=4)), About.REVIEW_IN_A_WEEK) == ["Ada"]


def test_each_is_reminded_of_their_own_part_alone(world):
    planned(
        world,
        a_part(world, "Ada", "Mum"),
        a_part(world, "Dad", starts_at=MEETS + timedelta(days=3)),
    )
    first = reminded(world, MEETS - timedelta(days=7))
    assert of(first, About.REVIEW_IN_A_WEEK) == ["Ada", "Mum"]
    # That the first part has begun is nothing to whoever comes later.
    with world.inside() as session:
        mine = Review.child_id == world.ids["Ada"]
        session.execute(update(Review).where(mine).values(stage=Stage.MEETING))
    second = reminded(world, MEETS + timedelta(days=2))
    assert of(second, About.REVIEW_TOMORROW) == ["Dad"]
    assert of(second, About.VIEWS_NOT_IN) == ["Carol", "Dad", "Teacher", "Wendy"]


def test_whoever_has_left_the_circle_is_reminded_of_nothing(world):
    planned(world, a_part(world, "Ada", "Carol"))
    with world.inside() as session:
        from cadair.children.models import Relationship

        session.execute(
            update(Relationship)
            .where(Relationship.person_id == world.ids["Carol"])
            .values(until_on=NOW.date())
        )
    assert of(reminded(world, MEETS - timedelta(days=1)), About.REVIEW_TOMORROW) == ["Ada"]


def test_who_has_answered_is_not_asked_again_whatever_others_have_done(world):
    planned(world, a_part(world, "Ada", "Mum", "Dad", "Carol", "Wendy", "Teacher"))
    with world.inside() as session:
        session.execute(
            update(Invitation)
            .where(Invitation.person_id == world.ids["Mum"])
            .values(answered_at=NOW)
        )
    assert of(reminded(world, MEETS - timedelta(days=8)), About.VIEWS_NOT_IN) == []
    found = of(reminded(world, MEETS - timedelta(days=7)), About.VIEWS_NOT_IN)
    assert found == ["Ada", "Carol", "Dad", "Teacher", "Wendy"]
    assert of(reminded(world, MEETS - timedelta(days=6)), About.VIEWS_NOT_IN) == []


def test_nobody_is_reminded_in_the_night(world):
    planned(world, a_part(world, "Ada"))
    with world.inside() as session:
        reviews.remind(session, now=datetime(2026, 3, 25, 0, 5, tzinfo=UTC))
        row = session.scalars(
            select(OutboxItem).where(OutboxItem.about == About.REVIEW_TOMORROW)
        ).one()
    assert row.not_before == datetime(2026, 3, 25, 8, 0, tzinfo=UTC)


def test_half_way_to_the_next_review_its_officer_is_reminded_and_nobody_else(world):
    held = datetime(2026, 3, 1, tzinfo=UTC).date()
    with world.inside() as session:
        ada = session.scalars(select(Review).where(Review.child_id == world.ids["Ada"])).one()
        ada.due_by = held + timedelta(days=100)
        session.add(
            Review(
                id=uuid4(), child_id=world.ids["Ada"], kind=ada.kind, sequence=None, due_by=None,
                due_reason=None, opens_on=None, meets_at=None, stage=Stage.CLOSED, opened_at=None,
                held_on=held, not_owed_at=None, ended_because=None, returned_code=None, revision=1,
            )
        )  # fmt: skip
    middle = datetime(2026, 4, 20, 9, tzinfo=UTC)
    assert of(reminded(world, middle - timedelta(days=1)), About.MIDPOINT) == []
    assert reminded(world, middle) == [("Priya", "midpoint")]
    assert of(reminded(world, middle + timedelta(days=1)), About.MIDPOINT) == []


# For one's own calendar


def calendar(world, who, review, part):
    path = f"/api/my/reviews/{review.id}/parts/{part}/calendar"
    return world.sign_in(who).get(path)


def test_a_calendar_holds_when_and_where_and_nobody(world):
    shared = a_part(world, "Ada", "Mum")
    review = planned(world, shared)
    answer = calendar(world, "Ada", review, shared["id"])
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    found = icalendar.Calendar.from_ical(answer.data)
    [event] = found.walk("VEVENT")
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "CLASS"}
    assert event["SUMMARY"] == "My meeting"
    assert event["DTSTART"].dt == MEETS
    assert event["DTEND"].dt == MEETS + timedelta(minutes=45)
    assert event["LOCATION"] == "12 Harbour Lane"
    for told in (b"ATTENDEE", b"ORGANIZER", b"Reed", b"review", b"All of us", b"Cadair"):
        assert told.lower() not in answer.data.lower()


def test_whoever_may_not_know_where_is_told_when_alone_and_by_an_id_of_their_own(world):
    shared = a_part(world, "Ada", "Mum")
    review = planned(world, shared)
    adas, mums = (calendar(world, who, review, shared["id"]).data for who in ("Ada", "Mum"))
    assert b"Harbour" in adas
    assert b"Harbour" not in mums
    assert uid(adas) != uid(mums)
    assert str(shared["id"]).encode() not in mums


def uid(content):
    return icalendar.Calendar.from_ical(content).walk("VEVENT")[0]["UID"]


def test_a_part_in_which_one_has_no_seat_is_not_there(world, elsewhere):
    theirs = a_part(world, "Dad")
    mine = a_part(world, "Ada", "Mum")
    review = planned(world, mine, theirs)
    refused = [
        calendar(world, "Mum", review, theirs["id"]),
        calendar(world, "Mum", review, uuid4()),
        calendar(world, "Stranger", review, mine["id"]),
        calendar(world, "Priya", review, mine["id"]),
        calendar(elsewhere, "Ada", review, mine["id"]),
    ]
    assert {answer.status_code for answer in refused} == {404}
    assert len({answer.data for answer in refused}) == 1


def test_without_a_time_there_is_nothing_for_a_calendar(world):
    unset = a_part(world, "Ada", starts_at=None)
    review = planned(world, unset)
    assert calendar(world, "Ada", review, unset["id"]).status_code == 404


def test_its_title_is_in_the_language_of_its_reader(world):
    shared = a_part(world, "Ada")
    review = planned(world, shared)
    with world.inside() as session:
        session.execute(update(Person).values(language="cy"))
    answer = calendar(world, "Ada", review, shared["id"])
    event = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")[0]
    assert event["SUMMARY"] == "Fy nghyfarfod"


@pytest.mark.parametrize("place", ["Room 1\r\nATTENDEE:mailto:x@y.example", "a;b,c\\n"])
def test_a_place_stays_one_line_of_the_file(world, place):
    from cadair.reviews.documents.calendar import as_calendar
    from cadair.reviews.models import How
    from cadair.reviews.queries import OwnPart

    part = OwnPart(
        id=uuid4(), title="", how=How.IN_PERSON, starts_at=MEETS, minutes=None, place=place,
        video_link=None, ask_where=False, agenda=(),
    )  # fmt: skip
    with frozen(NOW):
        content = as_calendar(part, person_id=uuid4(), language="en", now=NOW)
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert "ATTENDEE" not in event
    assert event["DTEND"].dt == MEETS + timedelta(hours=1)
