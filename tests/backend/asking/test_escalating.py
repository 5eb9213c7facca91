"""No message falls into a dead inbox: who is told past the promised day, and what they learn."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from cadair.children.models import OfficerPractice
from cadair.messages.actions import escalating
from cadair.messages.models import Message, MessageRead
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from tests.backend.reviews.conftest import JOBS, NOW, World

DAY = timedelta(days=1)


def sent(world: World, *, days_ago: float, by: str = "Ada") -> UUID:
    """NOW is a Monday, and three working days are promised."""
    at, ada, id_ = NOW - days_ago * DAY, world.ids["Ada"], uuid4()
    with world.inside() as session:
        session.add(
            Message(
                id=id_, child_id=ada, party_id=world.ids[by], author_id=world.ids[by],
                author_job=JOBS[by], words=b"sealed", language="en", tell_social_worker=False,
                written_at=at, received_at=at, fingerprint=b"", raises_safety=False,
            )
        )  # fmt: skip
    return id_


def usually_covered(world: World) -> None:
    with world.inside() as session:
        cover = world.ids["Omar"]
        session.add(
            OfficerPractice(
                officer_id=world.ids["Priya"], works_on=[0, 1, 2, 3, 4], usual_cover_id=cover
            )
        )


def sweep(world: World, now: datetime = NOW) -> dict[About, set[str]]:
    """Who was told of what, all in all."""
    with world.inside() as session:
        escalating.tell_of_unread(session, actor=world.service, now=now)
    names = {id_: who for who, id_ in world.ids.items()}
    found: dict[About, set[str]] = {}
    with world.inside() as session:
        for row in session.scalars(select(OutboxItem)):
            found.setdefault(row.about, set()).add(names[row.person_id])
    return found


def test_before_the_promised_day_nobody_is_told(world: World) -> None:
    sent(world, days_ago=3)  # a Friday
    assert sweep(world) == {}


def test_on_the_promised_day_its_officer_is(world: World) -> None:
    sent(world, days_ago=5)  # a Wednesday
    assert sweep(world) == {About.REPLY_PROMISED: {"Priya"}}


def test_the_day_after_whoever_covers_today_is_told(covered: World) -> None:
    sent(covered, days_ago=6)
    assert sweep(covered)[About.MESSAGE_UNREAD] == {"Omar"}


def test_without_one_the_usual_cover_has_the_child_for_two_weeks(world: World) -> None:
    usually_covered(world)
    sent(world, days_ago=6, by="Mum")
    assert sweep(world)[About.MESSAGE_UNREAD] == {"Omar"}
    visits = f"/api/children/{world.ids['Ada']}/visits"
    assert world.sign_in("Omar").get(visits).status_code == 200
    assert sweep(world, NOW + timedelta(hours=1))[About.MESSAGE_UNREAD] == {"Omar"}


def test_as_long_again_later_the_manager_is_told_too(world: World) -> None:
    usually_covered(world)
    sent(world, days_ago=11)
    assert sweep(world)[About.MESSAGE_UNREAD] == {"Omar", "Boss"}


def test_with_nobody_to_cover_the_manager_is_told_at_once(world: World) -> None:
    sent(world, days_ago=6)
    assert sweep(world)[About.MESSAGE_UNREAD] == {"Boss"}


def test_what_was_read_tells_nobody(world: World) -> None:
    id_ = sent(world, days_ago=30)
    with world.inside() as session:
        priya = world.ids["Priya"]
        session.add(MessageRead(message_id=id_, reader_id=priya, first_read_at=NOW))
    assert sweep(world) == {}


def test_the_manager_sees_a_count_and_an_age_and_nothing_else(
    world: World, elsewhere: World
) -> None:
    for days_ago, by in ((6, "Ada"), (11, "Mum"), (3, "Carol")):
        sent(world, days_ago=days_ago, by=by)
    boss = world.sign_in("Boss").get("/api/service/waiting-messages")
    (line,) = boss.json["officers"]
    assert (line["officer"]["name"], line["threads"]) == ("Priya Reed", 2)
    assert line["oldest_working_days"] == 7
    assert str(world.ids["Ada"]) not in boss.text
    assert "Ada" not in boss.text
    assert elsewhere.sign_in("Boss").get("/api/service/waiting-messages").json == {"officers": []}
    for who in ("Priya", "Ada", "Mum", "Clerk"):
        assert world.sign_in(who).get("/api/service/waiting-messages").status_code == 404
