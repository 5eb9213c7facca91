"""Somebody writes to a child's officers: it arrives once, in order, and only there."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from cadair.audit.models import AuditEvent
from cadair.children.models import Allocation
from cadair.messages.models import Message
from cadair.notifications.models import OutboxItem
from tests.backend.messages.conftest import NOW
from tests.world.statements import counted

TURNED = "Look: \u202emoc.elpmaxe\u202c \u2066here\u2069\x07 now"


def test_a_child_writes_and_sees_it_as_sent(talk):
    message = talk.send("Ada", "I made a cake.", start="good_news").json
    own = talk.own("Ada")
    assert own["messages"] == [message]
    assert message["from_me"] is True
    assert message["words"] == "I made a cake."
    assert message["start"] == "good_news"
    assert message["author"]["called"] == "Ada"
    assert message["read_by"] == []
    assert message["can_take_back"] is True
    assert message["tell_social_worker"] is False
    assert own["more"] is False


def test_above_the_page_stands_who_reads_and_by_when(talk):
    talk.allocate("Omar", covers=True, until=NOW.date() + timedelta(days=4))
    who_reads = talk.own("Ada")["who_reads"]
    assert who_reads["officer"]["called"] == "Priya"
    assert who_reads["cover"]["who"]["called"] == "Omar"
    assert who_reads["cover"]["until"] == "2026-03-20"
    assert who_reads["works_on"] == [0, 1, 2, 3, 4]
    assert who_reads["answer_within_working_days"] == 3
    assert who_reads["answer_by"] == "2026-03-19"  # a Monday, and three working days


def test_the_officer_and_whoever_covers_are_told_and_nobody_else(talk, world):
    talk.allocate("Omar", covers=True)
    message_id = talk.sent("Ada", "Can we talk?")
    told = {row.OutboxItem.person_id for row in talk.rows(OutboxItem) if row[0].about == "message"}
    assert told == {world.ids["Priya"], world.ids["Omar"]}
    subjects = {
        str(row[0].subject_id) for row in talk.rows(OutboxItem) if row[0].about == "message"
    }
    assert subjects == {message_id}


def test_sent_twice_it_is_there_once(talk):
    id_ = uuid4()
    first = talk.send("Ada", "Once.", id_=id_, waited_seconds=5)
    with talk.at(NOW + timedelta(minutes=3)):
        again = talk.send("Ada", "Once.", id_=id_, waited_seconds=185)
    assert again.json == first.json
    assert len(talk.rows(Message)) == 1
    sent = [row for row in talk.rows(AuditEvent) if row[0].event == "message.sent"]
    assert len(sent) == 1


@pytest.mark.parametrize(
    "other", [{"words": "Other words."}, {"start": "question"}, {"tell_social_worker": True}]
)
def test_another_message_under_the_same_id_is_refused(talk, other):
    id_ = uuid4()
    talk.send("Ada", "Once.", id_=id_)
    answer = talk.send("Ada", **{"words": "Once.", **other}, id_=id_)
    assert (answer.status_code, answer.json["code"]) == (409, "written_differently")
    assert talk.own("Ada")["messages"][0]["words"] == "Once."


def test_an_id_of_somebody_elses_message_is_nobodys(talk):
    id_ = uuid4()
    talk.send("Carol", "About the school bus.", id_=id_)
    answer = talk.send("Ada", "About the school bus.", id_=id_)
    assert (answer.status_code, answer.json) == (404, {"code": "not_found", "status": 404})


def test_an_id_of_another_councils_message_is_nobodys(talk, elsewhere):
    id_ = uuid4()
    path = f"/api/my/conversations/{elsewhere.child_id}/messages/{id_}"
    there = elsewhere.sign_in("Ada").put(path, json={"words": "Hello", "language": "en"})
    assert there.status_code == 200
    assert talk.send("Ada", "Hello", id_=id_).status_code == 404


@pytest.mark.parametrize("words", ["", "   ", "\n\n", "\u202e\u200f", "\x00\x07"])
def test_a_message_that_says_nothing_is_refused(talk, words):
    answer = talk.send("Ada", words)
    assert (answer.status_code, answer.json["fields"]) == (422, {"words": ["required"]})


def test_a_hundred_kilobytes_are_too_long_and_ten_thousand_letters_are_not(talk):
    answer = talk.send("Ada", "a" * 100_000)
    assert (answer.status_code, answer.json["fields"]) == (422, {"words": ["too_long"]})
    assert talk.send("Ada", "ŵ" * 10_000).status_code == 200


def test_marks_that_turn_the_reading_are_not_kept(talk):
    assert talk.send("Ada", TURNED).json["words"] == "Look: moc.elpmaxe here now"
    assert talk.send("Ada", "שלום\r\nمرحبا 👩\u200d👧").json["words"] == "שלום\nمرحبا 👩\u200d👧"


def test_half_an_emoji_does_not_hold_up_the_rest(talk):
    path = f"/api/my/conversations/{talk.child_id}/messages/{uuid4()}"
    body = '{"words": "Yes \\ud83d", "language": "en"}'
    answer = talk.browser("Ada").put(path, data=body, content_type="application/json")
    assert answer.json["words"] == "Yes \ufffd"


@pytest.mark.parametrize(
    ("waited_seconds", "days"), [(365 * 86_400, 30), (0, 0), (2**31 - 1, 30), (86_400, 1)]
)
def test_how_long_it_waited_is_believed_within_reason(talk, waited_seconds, days):
    message = talk.send("Ada", "Late.", waited_seconds=waited_seconds).json
    assert message["received_at"] == NOW.isoformat()
    assert message["written_at"] == (NOW - timedelta(days=days)).isoformat()


def test_two_hundred_that_waited_arrive_in_order(talk):
    for number in range(200):
        with talk.at(NOW + timedelta(seconds=number)):
            talk.sent("Ada", f"Number {number}", waited_seconds=200 - number)
    with talk.at(NOW + timedelta(seconds=201)):
        page, words = talk.own("Ada"), []
        while True:
            words = [each["words"] for each in page["messages"]] + words
            if not page["more"]:
                break
            page = talk.own("Ada", before=page["messages"][0]["id"])
    assert words == [f"Number {number}" for number in range(200)]


def test_three_hundred_an_hour_and_then_the_phone_waits(talk, monkeypatch):
    monkeypatch.setattr("cadair.messages.queries.places.MOST_SENT", 5)
    ids = [talk.sent("Ada", f"Number {number}") for number in range(5)]
    refused = talk.send("Ada", "One more")
    assert (refused.status_code, refused.json["code"]) == (429, "try_again_later")
    assert int(refused.headers["Retry-After"]) <= 3600
    assert talk.send("Ada", "Number 0", id_=ids[0]).status_code == 200  # it is there already
    assert talk.send("Carol", "Nothing to do with her").status_code == 200
    with talk.at(NOW + timedelta(hours=1, seconds=1)):
        assert talk.send("Ada", "One more").status_code == 200


def test_only_the_childs_own_yes_lets_the_social_worker_know(talk):
    assert talk.send("Ada", "Yes.", tell_social_worker=True).json["tell_social_worker"] is True
    assert talk.send("Carol", "Yes.", tell_social_worker=True).json["tell_social_worker"] is False


@pytest.mark.parametrize("who", ["Stranger", "Priya", "Boss", "Clerk"])
def test_whoever_is_not_around_the_child_has_no_conversation(talk, who):
    assert talk.send(who, "Let me in.").status_code == 404
    path = f"/api/my/conversations/{talk.child_id}"
    assert talk.browser(who).get(path).status_code == 404


def test_whoever_has_left_the_circle_has_none_any_more(talk, world):
    talk.sent("Carol", "About the bus.")
    world.leave("Carol")
    assert talk.send("Carol", "And again.").status_code == 404
    assert talk.browser("Carol").get("/api/my/conversations").json == {"conversations": []}


def test_the_words_lie_sealed(talk):
    talk.sent("Ada", "Only for Priya.")
    (row,) = talk.rows(Message)
    assert b"Priya" not in row[0].words
    assert not any(b"Only" in bytes(str(each[0].facts), "utf-8") for each in talk.rows(AuditEvent))


def test_a_message_costs_six_statements_and_one_audit_event(talk, world):
    talk.allocate("Omar", covers=True)
    talk.browser("Ada")
    before = len(talk.rows(AuditEvent))
    with counted(world.app) as ran:
        talk.sent("Ada", "How many?")
    assert len(ran) <= 6, ran
    assert len(talk.rows(AuditEvent)) == before + 1


def test_without_any_officer_it_still_arrives(talk, world):
    with world.inside() as session:
        session.execute(update(Allocation).values(until_on=NOW.date() - timedelta(days=1)))
    message_id = talk.sent("Ada", "Is anybody there?")
    own = talk.own("Ada")
    assert own["who_reads"]["officer"] is None
    talk.allocate("Omar", covers=False)
    assert [each["id"] for each in talk.opened("Omar", "Ada")["messages"]] == [message_id]
