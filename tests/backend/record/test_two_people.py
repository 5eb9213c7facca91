"""In a split review every release takes two people, the second of whom has looked (bar B8)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from cadair.audit.models import AuditEvent
from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from cadair.children.models import Allocation
from cadair.children.rules.kinds import ProtectedKind
from cadair.people.models import SignInSession
from cadair.record.models import Release, ReleaseViewing
from cadair.record.rules.releasing import State
from cadair.reviews.models import How, ReviewPart
from tests.backend.contributions.conftest import CARE_BEGAN, NOW, an_answer
from tests.backend.record.conftest import share
from tests.backend.record.giving import (
    Giving,
    given,
    keep,
    lower,
    lower_all,
    place,
    raise_wall,
)

HELLO = "We meet on Friday."


@pytest.fixture
def letter(world) -> Giving:
    """A letter to Mum in Ada's split review: it waits for a second person."""
    return Giving(world, "Mum", words=HELLO).send()


def cover(world) -> None:
    """Omar covers for Priya."""
    with world.inside() as session:
        allocation = NewAllocation(
            child_id=world.child_id, officer_id=world.ids["Omar"], covers=True, from_on=CARE_BEGAN
        )
        children.allocate(session, actor=world.actor("Priya"), allocation=allocation, now=NOW)


def waiting(world, letter) -> bool:
    with world.inside() as session:
        return session.get(Release, (world.review_id, letter.id)).state is State.WAITING


def test_walls_or_parts_make_a_release_wait(world):
    lower_all(world)
    assert Giving(world, "Mum", words=HELLO).preview().json["needs_second"] is False
    raise_wall(world, "Teacher", "Wendy")  # between two others: still it is this review
    assert Giving(world, "Mum", words=HELLO).preview().json["needs_second"] is True
    lower(world, "Teacher", "Wendy")
    with world.inside() as session:
        for number in range(2):
            session.add(
                ReviewPart(
                    review_id=world.review_id,
                    id=uuid4(),
                    position=number,
                    title=b"sealed",
                    how=How.PHONE,
                    starts_at=None,
                    minutes=None,
                    place=None,
                    video_link=None,
                )
            )
    assert Giving(world, "Mum", words=HELLO).preview().json["needs_second"] is True


def test_nobody_is_given_anything_before_a_second_person_agrees(world, letter):
    assert letter.release().json["state"] == "waiting"
    assert given(world, "Mum") == []
    letter.agreed("Boss")
    assert [each["words"] for each in given(world, "Mum")] == [HELLO]


def test_the_second_person_sees_exactly_what_will_be_given(world, letter):
    seen = letter.view("Boss").json
    assert (seen["reason"], seen["note"], seen["may_decide"]) == (None, None, True)
    letter.agreed("Boss")
    assert given(world, "Mum") == [seen["given"]]


def test_whoever_prepared_it_cannot_agree(world, letter):
    assert letter.view("Priya").json["may_decide"] is False
    refused = letter.answer("Priya")
    assert (refused.status_code, refused.json["code"]) == (409, "needs_another_person")
    assert given(world, "Mum") == []


def test_nobody_agrees_to_what_they_have_not_looked_at(world, letter):
    refused = letter.answer("Boss")
    assert (refused.status_code, refused.json["code"]) == (409, "not_viewed")
    letter.view("Priya")  # another's looking is not theirs
    assert letter.answer("Boss").json["code"] == "not_viewed"
    assert waiting(world, letter)


@pytest.mark.parametrize(
    "who", ["Ada", "Carol", "Mum", "Wendy", "Teacher", "Dad", "Stranger", "Omar", "Clerk"]
)
def test_nobody_else_even_learns_that_it_waits(world, letter, who):
    for answer in (letter.view(who), letter.answer(who), letter.take_back(who)):
        assert answer.status_code == 404
    assert waiting(world, letter)


def test_an_officer_who_covers_may_be_the_second(world, letter):
    cover(world)
    letter.agreed("Omar")
    assert len(given(world, "Mum")) == 1


def test_agreeing_asks_for_proof(world, letter):
    letter.view("Boss")
    boss = world.sign_in("Boss")
    with world.inside() as session:
        session.execute(update(SignInSession).values(proved_at=NOW - timedelta(minutes=6)))
    path = place(world, "releases", letter.id, "answer")
    refused = boss.post(path, json={"agrees": True, "note": None})
    assert (refused.status_code, refused.json["code"]) == (403, "step_up_needed")
    assert waiting(world, letter)


def test_what_was_sent_back_gives_nobody_anything_and_says_why(world, letter):
    letter.view("Boss")
    note = "Name the day, not the place."
    assert letter.answer("Boss", agrees=False, note=note).json["state"] == "sent_back"
    assert letter.view("Priya").json["note"] == note
    assert letter.answer("Boss").json["code"] == "release_decided"
    assert letter.release().json["state"] == "sent_back"
    assert given(world, "Mum") == []


def test_only_its_maker_takes_it_back_and_then_nobody_can_agree(world, letter):
    assert letter.view("Boss").status_code == 200
    assert letter.take_back("Priya").json["state"] == "taken_back"
    assert letter.answer("Boss").json["code"] == "release_decided"
    assert letter.take_back("Priya").json["code"] == "release_decided"
    assert given(world, "Mum") == []


def test_another_officer_cannot_take_back_what_is_not_theirs(world, letter):
    cover(world)
    assert letter.take_back("Omar").json["code"] == "needs_another_person"
    assert waiting(world, letter)


def raised(world):
    raise_wall(world, "Mum", "Wendy")


def narrowed(world):
    contribution = world.sign_in("Ada").get("/api/my/contributions").json["contributions"][0]
    answer = an_answer("good_news.words", words="Fridays.", audience="only_my_iro")
    share(world, "Ada", answer, replaces=contribution["id"])


def a_new_secret(world):
    keep(world, ProtectedKind.SCHOOL, "Fridays")


def moved_on(world):
    with world.inside() as session:
        session.execute(update(Allocation).values(until_on=NOW.date() - timedelta(days=1)))


def gone(world):
    world.leave("Mum")


@pytest.mark.parametrize("change", [raised, narrowed, a_new_secret, moved_on, gone])
def test_what_changed_while_it_waited_is_not_given(world, change):
    lower(world, "Mum", "Wendy")
    share(world, "Ada", an_answer("good_news.words", words="Fridays."))
    letter = Giving(world, "Mum").pick("Fridays.").send()
    letter.view("Boss")
    change(world)
    refused = letter.answer("Boss")
    assert (refused.status_code, refused.json["code"]) == (409, "changed_since_preview")
    assert waiting(world, letter)
    assert letter.answer("Boss", agrees=False).json["state"] == "sent_back"


def test_a_guard_overridden_is_shown_to_the_second_person_with_its_reason(world):
    keep(world, ProtectedKind.SCHOOL, "Westfield Academy")
    letter = Giving(world, "Mum", words="Prize day at Westfield.", reason="Ordered by the court.")
    letter.send()
    seen = letter.view("Boss").json
    assert seen["reason"] == "Ordered by the court."
    assert [(each["why"], each["words"]) for each in seen["findings"]] == [("school", "Westfield")]


def test_the_database_itself_refuses_one_person_in_both_places(world, letter):
    """Nobody gets round it beside the rules, nor releases without a moment."""
    for wrong in (
        {"state": State.RELEASED, "released_at": NOW},
        {"state": State.RELEASED, "released_at": None},
        {"state": State.RELEASED, "released_at": NOW, "decided_at": NOW,
         "decided_by_id": world.ids["Priya"]},
    ):  # fmt: skip
        with (
            world.inside() as session,
            pytest.raises(IntegrityError),
            session.begin_nested(),
        ):
            session.execute(update(Release).values(**wrong))


def test_both_steps_and_the_looking_are_in_the_trail(world, letter):
    letter.agreed("Boss")
    with world.inside() as session:
        rows = session.execute(
            select(AuditEvent.event, AuditEvent.actor_id).where(AuditEvent.subject_id == letter.id)
        ).all()
        viewing = session.scalars(select(ReleaseViewing)).one()
    priya, boss = world.ids["Priya"], world.ids["Boss"]
    assert {tuple(row) for row in rows} == {
        ("release.proposed", priya),
        ("release.viewed", boss),
        ("release.released", boss),
    }
    assert (viewing.person_id, viewing.viewed_at) == (boss, NOW)


def test_the_child_is_told_that_the_second_person_saw_their_words(world):
    share(world, "Ada", an_answer("good_news.words", words="Fridays."))
    Giving(world, "Mum", words=HELLO).send().view("Boss")
    ada = world.sign_in("Ada")
    assert "Boss Reed" not in ada.get("/api/my/who-has-seen").text
    Giving(world, "Mum").pick("Fridays.").send().view("Boss")
    assert "Boss Reed" in ada.get("/api/my/who-has-seen").text
