"""When people are told: by one notice for all, a child once a day, nobody in quiet hours."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, update

from cadair.access.actor import Job
from cadair.children.models import Allocation
from cadair.foundation.clock import LONDON
from cadair.notifications import actions
from cadair.notifications.models import NoticeChoices
from cadair.notifications.rules import About, Channel
from cadair.notifications.rules.timing import Quiet, default_quiet, may_be_told_at
from cadair.people import actions as people
from cadair.people.models import Council, Person
from tests.backend.contributions.conftest import NOW
from tests.backend.notifications.conftest import after

NIGHT = Quiet(begins=time(20), ends=time(8))


def test_all_that_waits_for_one_person_is_settled_by_one_notice(told):
    mum = told.has_email("Mum")
    for _ in range(5):
        told.tell("Mum")
    told.tell("Mum", About.REVIEW_TOMORROW)
    told.turn()
    assert [letter.to for letter in told.mail.letters] == [[mum]]
    assert told.unsettled() == 0


def test_of_one_matter_somebody_is_told_once(told):
    told.has_email("Mum")
    matter = uuid4()
    for _ in range(2):
        with told.world.inside() as session:
            each = [(told.world.ids["Mum"], matter)]
            actions.tell(session, told=each, about=About.MESSAGE, now=NOW)
        told.turn()
    assert len(told.mail.letters) == 1


def test_a_child_is_told_once_a_day_and_of_the_rest_on_the_next_morning(told):
    told.has_email("Ada")
    for hours in (0, 1, 2):
        told.tell("Ada", at=after(hours=hours))
        told.turn(after(hours=hours))
    assert len(told.mail.letters) == 1
    told.turn(datetime(2026, 3, 17, 7, 59, tzinfo=UTC))
    assert len(told.mail.letters) == 1
    told.turn(datetime(2026, 3, 17, 8, 0, tzinfo=UTC))
    assert len(told.mail.letters) == 2


def test_an_adult_is_told_of_each_new_thing(told):
    told.has_email("Mum")
    for hours in (0, 1):
        told.tell("Mum", at=after(hours=hours))
        told.turn(after(hours=hours))
    assert len(told.mail.letters) == 2


def test_nobody_is_told_in_their_quiet_hours(told):
    for who in ("Ada", "Mum"):
        told.has_email(who)
        told.tell(who, at=after(hours=5))
    told.turn(after(hours=5))  # nine in the evening
    assert told.mail.letters == []
    told.turn(datetime(2026, 3, 17, 7, 59, tzinfo=UTC))
    assert told.mail.letters == []
    told.turn(datetime(2026, 3, 17, 8, 0, tzinfo=UTC))
    assert len(told.mail.letters) == 2


def test_what_could_not_be_sent_before_the_evening_waits_for_the_morning(told):
    told.has_email("Ada")
    evening = datetime(2026, 3, 16, 19, 58, tzinfo=UTC)
    told.tell("Ada", at=evening)
    told.mail.answers = ["451 Try later"]
    told.turn(evening)
    told.turn(evening + timedelta(minutes=6))
    assert told.mail.letters == []
    told.turn(datetime(2026, 3, 17, 8, 0, tzinfo=UTC))
    assert len(told.mail.letters) == 1


def test_staff_are_told_at_once_that_somebody_is_not_safe_whatever_the_hour(told):
    priya = told.has_email("Priya")
    with told.world.inside() as session:
        session.execute(update(NoticeChoices).values(quiet_from=time(20), quiet_until=time(8)))
    told.tell("Priya", at=after(hours=6))
    told.turn(after(hours=6))
    assert told.mail.letters == []
    told.tell("Priya", About.NOT_SAFE, at=after(hours=7))
    told.turn(after(hours=7))
    assert [letter.to for letter in told.mail.letters] == [[priya]]


def test_what_is_urgent_overtakes_a_notice_that_waits_for_its_next_try(told):
    told.has_email("Priya")
    told.mail.answers = ["451 Try later"]
    told.tell("Priya")
    told.turn()
    told.tell("Priya", About.NOT_SAFE)
    told.turn(after(seconds=5))
    assert len(told.mail.letters) == 1


def duty(told, address: str | None) -> None:
    with told.world.inside() as session:
        ours = session.get(Council, told.world.council_id)
        ours.settings = {**ours.settings, "duty_email": address}


def is_not_safe(told, report: UUID | None = None) -> None:
    ada, said = told.world.sign_in("Ada"), {"words": None, "waited_seconds": 0}
    answer = ada.put(f"/api/my/unsafe/{report or uuid4()}", json=said)
    assert answer.status_code == 200, answer.text
    told.turn()


def test_the_councils_duty_address_is_told_the_same_sentence_once_for_each_call(told):
    duty(told, "duty@council.example")
    report = uuid4()
    for _ in range(2):
        is_not_safe(told, report)
    letters = told.letters_to("duty@council.example")
    assert [letter.words.splitlines()[0] for letter in letters] == ["Something is waiting for you."]
    is_not_safe(told)
    assert len(told.letters_to("duty@council.example")) == 2


def test_the_duty_address_is_told_where_a_child_has_nobody_else(told):
    duty(told, "duty@council.example")
    with told.world.inside() as session:
        session.execute(delete(Allocation))
        managers = update(Person).where(Person.job == Job.SERVICE_MANAGER)
        session.execute(managers.values(job=Job.PROFESSIONAL))
    is_not_safe(told)
    assert len(told.letters_to("duty@council.example")) == 1


@pytest.mark.parametrize(("kind", "letters"), [("advocate", 1), ("visit", 0)])
def test_the_councils_advocacy_service_is_told_that_a_child_asks_for_an_advocate(
    told, kind, letters
):
    with told.world.inside() as session:
        ours = session.get(Council, told.world.council_id)
        ours.settings = {**ours.settings, "advocacy_email": "advocates@service.example"}
    ada, asked = told.world.sign_in("Ada"), f"/api/my/requests/{uuid4()}"
    for _ in range(2):
        answer = ada.put(asked, json={"kind": kind, "words": None})
        assert answer.status_code == 200, answer.text
        told.turn()
    found = told.letters_to("advocates@service.example")
    assert [letter.words.splitlines()[0] for letter in found] == [
        "Something is waiting for you."
    ] * letters


def test_a_council_without_that_address_is_told_nothing(told):
    duty(told, None)
    is_not_safe(told)
    assert told.mail.letters == []


@pytest.mark.parametrize("about", About)
def test_the_duty_address_is_told_of_nothing_that_is_told_to_a_person(told, about):
    duty(told, "duty@council.example")
    told.tell("Priya", about)
    told.turn()
    assert told.mail.letters == []


def test_who_chose_another_language_reads_it_in_theirs(told):
    told.has_email("Ada")
    told.has_email("Mum")
    for who in ("Ada", "Mum"):
        with told.world.inside() as session:
            people.change_language(session, actor=told.world.actor(who), language="cy", now=NOW)
        told.tell(who)
    told.turn()
    said = {letter.to[0]: letter.words.splitlines()[0] for letter in told.mail.letters}
    assert said == {
        "ada@mail.example": "Mae rhywbeth yn aros amdanat ti.",
        "mum@mail.example": "Mae rhywbeth yn aros amdanoch chi.",
    }


def test_who_chooses_none_meanwhile_is_not_told_and_it_is_no_failure(told):
    told.has_email("Mum")
    told.mail.answers = ["451 Try later"]
    told.tell("Mum")
    told.turn()
    with told.world.inside() as session:
        session.execute(update(NoticeChoices).values(channel=Channel.NONE))
    told.turn(after(minutes=5))
    assert told.mail.letters == []
    assert [each.outcome for each in told.deliveries("Mum") if each.what == "notice"] == ["dropped"]


moments = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(job=st.sampled_from(Job), now=moments, begins=hours, ends=hours, ago=st.integers(0, 100))
def test_nobody_is_ever_told_in_quiet_hours_nor_a_child_twice_a_day(job, now, begins, ends, ago):
    quiet = Quiet(begins=begins, ends=ends) if begins != ends else default_quiet(job)
    last = now - timedelta(hours=ago) if ago else None
    at = may_be_told_at(job=job, quiet=quiet, last_told=last, is_urgent=False, now=now)
    assert now <= at <= now + timedelta(days=2)
    assert quiet is None or not quiet.holds(at) or ends == at.astimezone(LONDON).time()
    if job is Job.CHILD and last is not None:
        assert at.astimezone(LONDON).date() > last.astimezone(LONDON).date()


@given(now=moments)
def test_it_is_quiet_by_the_clock_on_the_wall_in_summer_too(now):
    at = now.astimezone(LONDON)
    assert NIGHT.holds(now) == (at.hour >= 20 or at.hour < 8)
