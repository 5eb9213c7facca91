"""Lease, send, mark: nothing is lost, nothing goes twice, and staff see whom it did not reach."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest

from cadair.commands.sending_notices import send_due
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from cadair.notifications import actions
from cadair.notifications.models import Delivery
from cadair.notifications.rules import Kind, Setting
from cadair.notifications.rules.parcels import Came
from cadair.notifications.rules.timing import LEASE
from cadair.people.models import Council
from tests.backend.contributions.conftest import NOW
from tests.backend.notifications.conftest import Told, after, mail_to
from tests.backend.notifications.providers import SITE, MailServer, free_port, nobody_listens

EVERY = timedelta(minutes=5)


@pytest.fixture
def away(told: Told):
    """Wendy, who has no quiet hours, can be told, and the mail server is away."""
    told.has_email("Wendy")
    with nobody_listens() as port:
        told.by = {Kind.EMAIL: mail_to(port)}
        yield told


def not_told(told, who):
    return told.world.sign_in(who).get("/api/notices-failed").json["people"]


def outcomes(told, who="Mum"):
    return [each.outcome for each in told.deliveries(who) if each.what == "notice"]


def test_a_mail_server_that_is_away_for_four_hours_costs_no_notice(away):
    away.tell("Wendy")
    for number in range(48):
        away.turn(NOW + number * EVERY)
    assert outcomes(away, "Wendy") == [None]
    away.by = {Kind.EMAIL: mail_to(away.mail.port)}
    away.turn(NOW + 48 * EVERY)
    assert [letter.to for letter in away.mail.letters] == [["wendy@mail.example"]]
    assert outcomes(away, "Wendy") == ["sent"]


def test_away_for_longer_it_is_given_up_and_staff_are_shown_whom_it_did_not_reach(away):
    away.tell("Wendy")
    for number in range(49):
        away.turn(NOW + number * EVERY)
    assert outcomes(away, "Wendy") == ["failed"]
    assert away.deliveries("Wendy")[-1].tries == 49
    away.turn(after(hours=5))
    assert away.deliveries("Wendy")[-1].tries == 49
    for who in ("Priya", "Boss"):
        listed = not_told(away, who)
        assert [each["person"]["name"] for each in listed] == ["Wendy Reed"]
        assert listed[0]["since"] == "2026-03-16T16:00:00+00:00"
        assert set(listed[0]) == {"person", "since"}
    assert not_told(away, "Omar") == []  # who reviews no child of hers


def test_between_two_tries_it_waits_five_minutes(away):
    away.tell("Wendy")
    for seconds in range(0, 300, 30):
        away.turn(after(seconds=seconds))
    assert away.deliveries("Wendy")[-1].tries == 1
    away.turn(after(minutes=5))
    assert away.deliveries("Wendy")[-1].tries == 2


def test_who_is_reached_again_is_listed_no_more(away):
    away.tell("Wendy")
    for number in range(49):
        away.turn(NOW + number * EVERY)
    away.by = {Kind.EMAIL: mail_to(away.mail.port)}
    later = NOW + timedelta(days=1)
    away.tell("Wendy", at=later)
    away.turn(later)
    assert len(away.mail.letters) == 1
    assert not_told(away, "Priya") == []


def test_a_server_that_says_not_now_is_asked_again(told):
    told.has_email("Mum")
    told.tell("Mum")
    told.mail.answers = ["451 Not now"]
    told.turn()
    assert told.mail.letters == []
    told.turn(after(minutes=5))
    assert len(told.mail.letters) == 1


@pytest.mark.parametrize("answer", ["550 No such person here", "553 Not allowed"])
def test_an_address_that_is_not_taken_is_not_tried_for_four_hours(told, answer):
    told.has_email("Mum")
    told.tell("Mum")
    told.mail.refuses = [answer]
    told.turn()
    assert outcomes(told) == ["failed"]
    assert [each["person"]["called"] for each in not_told(told, "Priya")] == ["Mum"]


def test_one_address_that_is_not_taken_holds_nobody_else_up(told):
    everybody = ("Mum", "Carol", "Wendy", "Teacher", "Priya")
    for who in everybody:
        told.has_email(who)
    for who in everybody:
        told.tell(who)
    told.mail.answers = ["451 Not now", "451 Not now"]
    told.turn()
    told.turn(after(seconds=5))
    assert len(told.mail.letters) == 3
    told.turn(after(minutes=5))
    assert len(told.mail.letters) == 5


def test_killed_between_sending_and_marking_it_goes_again_under_the_same_reference(told):
    told.has_email("Mum")
    told.tell("Mum")
    killed_after_sending(told)
    told.turn(after(seconds=30))
    assert len(told.mail.letters) == 1  # the lease holds: another worker might still be at it
    told.turn(NOW + LEASE)
    assert len(told.mail.letters) == 2
    references = {letter.read["Message-ID"] for letter in told.mail.letters}
    assert len(references) == 1
    told.turn(after(hours=1))
    assert len(told.mail.letters) == 2
    assert outcomes(told) == ["sent"]


def test_killed_before_sending_it_goes_when_the_lease_ends(told):
    told.has_email("Mum")
    told.tell("Mum")
    killed_after_sending(told, sends=False)
    told.turn(NOW + LEASE)
    assert len(told.mail.letters) == 1


def test_a_line_that_is_cut_after_the_letter_was_taken_gives_no_second_letter(told):
    """Mail servers drop a letter whose Message-ID they have delivered."""
    told.has_email("Mum")
    told.tell("Mum")
    told.mail.keeps_and_dies = True
    told.turn()
    told.mail.keeps_and_dies = False
    told.turn(after(minutes=5))
    assert {letter.read["Message-ID"] for letter in told.mail.letters} == {
        told.mail.letters[0].read["Message-ID"]
    }


def killed_after_sending(told: Told, *, sends: bool = True) -> None:
    with told.world.app.app_context():
        scope_to(db.session, told.world.council_id)
        actions.plan_deliveries(db.session, now=NOW)
        parcel = actions.lease(db.session, kinds=told.by, site=SITE, now=NOW)
        db.session.commit()
        if sends:
            assert told.by[Kind.EMAIL].send(parcel) is Came.SENT
        db.session.rollback()


def test_what_another_worker_has_in_hand_is_not_taken(told):
    told.has_email("Mum")
    told.tell("Mum")
    with told.world.inside() as session:
        actions.plan_deliveries(session, now=NOW)
        first = actions.lease(session, kinds=told.by, site=SITE, now=NOW)
        assert first is not None
        assert actions.lease(session, kinds=told.by, site=SITE, now=NOW) is None
        assert actions.lease(session, kinds=told.by, site=SITE, now=NOW + LEASE) is not None


def test_that_it_was_sent_is_true_though_another_has_the_lease_by_now(told):
    told.has_email("Mum")
    told.tell("Mum")
    with told.world.inside() as session:
        actions.plan_deliveries(session, now=NOW)
        slow = actions.lease(session, kinds=told.by, site=SITE, now=NOW)
        other = actions.lease(session, kinds=told.by, site=SITE, now=NOW + LEASE)
        actions.mark(session, parcel=slow, came=Came.SENT, now=NOW + LEASE)
        actions.mark(session, parcel=other, came=Came.TROUBLE, now=NOW + LEASE)
    assert outcomes(told) == ["sent"]


def test_three_workers_at_once_send_each_of_thirty_once(told):
    """On either database: whoever counts the try has it."""
    many = MailServer(free_port())
    ids = [uuid4() for _ in range(30)]
    with told.world.inside() as session:
        session.get_one(Council, told.world.council_id).settings = {
            "duty_email": "duty@council.example"
        }
        for each in ids:
            actions.tell_council(session, setting=Setting.DUTY, subject_id=each, now=NOW)
    with many.up():
        by = {Kind.EMAIL: mail_to(many.port)}

        def work() -> None:
            with frozen(NOW), told.world.app.app_context():
                while send_due(by).sent:
                    pass

        workers = [threading.Thread(target=work) for _ in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    references = [letter.read["Message-ID"] for letter in many.letters]
    assert len(references) == len(set(references)) == 30
    with told.world.inside() as session:
        assert {each.outcome for each in session.query(Delivery)} == {"sent"}


def test_one_councils_trouble_keeps_no_other_waiting(told, monkeypatch):
    told.has_email("Mum")
    told.tell("Mum")
    planned = actions.plan_deliveries
    seen = []

    def fails_once(session, *, now):
        seen.append(now)
        if len(seen) == 1:
            raise RuntimeError("one council's trouble")
        return planned(session, now=now)

    monkeypatch.setattr(actions, "plan_deliveries", fails_once)
    assert told.turn().sent == 0
    assert told.turn().sent == 1
