"""Nothing falls into a dead inbox: what waits longest against the promise stands first."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from cadair.messages.schemas.inbox import InboxSchema, ThreadsSchema
from cadair.people.models import Council, PhoneChoices
from tests.backend.messages.conftest import NOW
from tests.world.statements import counted


def withs(inbox):
    return [each["with"]["called"] for each in inbox["threads"]]


def test_a_safety_word_first_then_who_waits_longest_then_the_latest(talk):
    for number, who in enumerate(("Carol", "Mum", "Wendy", "Teacher")):
        with talk.at(NOW + timedelta(minutes=number)):
            talk.sent(who, "About the bus.")
    with talk.at(NOW + timedelta(minutes=10)):
        talk.sent("Ada", "He hit me.")
        for who in ("Carol", "Wendy"):
            talk.answer("Priya", who, "Thank you.")
            up_to = talk.opened("Priya", who)["messages"][-1]["id"]
            talk.read("Priya", who, up_to)
    with talk.at(NOW + timedelta(minutes=11)):
        talk.answer("Priya", "Wendy", "And this.")
        inbox = talk.inbox("Priya")
    assert withs(inbox) == ["Ada", "Mum", "Teacher", "Wendy", "Carol"]
    assert [each["safety"] for each in inbox["threads"]] == [True, False, False, False, False]


def test_a_line_says_what_waits_and_since_when(talk):
    talk.sent("Ada", "First.", start="question")
    with talk.at(NOW + timedelta(days=7)):  # a Monday: five working days on
        talk.sent("Ada", "Second.", start="worrying")
        (line,) = talk.inbox("Priya")["threads"]
    assert line["child"]["called"] == "Ada"
    assert line["is_child"] is True
    assert line["unread"] == 2
    assert line["since"] == NOW.isoformat()
    assert line["answer_by"] == "2026-03-19"
    assert line["working_days_over"] == 2
    assert line["last_start"] == "worrying"
    assert line["covers"] is False
    assert "First" not in str(line)


def test_days_left_are_told_as_less_than_nothing(talk):
    talk.sent("Ada", "Hello.")
    assert talk.inbox("Priya")["threads"][0]["working_days_over"] == -3


def test_read_and_not_answered_still_waits(talk):
    message_id = talk.sent("Ada", "Hello.")
    talk.read("Priya", "Ada", message_id)
    (line,) = talk.inbox("Priya")["threads"]
    assert (line["unread"], line["since"]) == (0, NOW.isoformat())


def test_answered_and_read_waits_no_more(talk):
    message_id = talk.sent("Ada", "He hit me.")
    with talk.at(NOW + timedelta(minutes=1)):
        talk.read("Priya", "Ada", message_id)
        talk.answer("Priya", "Ada", "I am coming.")
        (line,) = talk.inbox("Priya")["threads"]
    assert (line["unread"], line["since"], line["answer_by"]) == (0, None, None)
    assert line["safety"] is False


def test_a_thank_you_waits_no_more_once_an_officer_says_that_it_needs_no_answer(talk):
    with talk.at(NOW - timedelta(minutes=1)):
        first = talk.sent("Ada", "Thank you!")
    last = talk.sent("Ada", "See you.")
    assert talk.let_rest("Priya", "Ada", last).status_code == 204
    assert talk.let_rest("Priya", "Ada", last).status_code == 204
    (line,) = talk.inbox("Priya")["threads"]
    assert (line["unread"], line["since"], line["answer_by"]) == (0, None, None)
    seen = talk.opened("Priya", "Ada")["messages"]
    assert [each["id"] for each in seen if each["no_answer_at"]] == [first, last]
    for mine in talk.own("Ada")["messages"]:  # who is told that it was read, and no more
        assert [each["who"]["called"] for each in mine["read_by"]] == ["Priya"]
        assert "no_answer_at" not in mine
    talk.sent("Ada", "But when?")
    (line,) = talk.inbox("Priya")["threads"]
    assert (line["unread"], line["since"]) == (1, NOW.isoformat())


def test_only_the_childs_officer_lets_a_message_rest(talk):
    message_id = talk.sent("Ada", "Hello.")
    for who, up_to in (("Omar", message_id), ("Ada", message_id), ("Priya", str(uuid4()))):
        assert talk.let_rest(who, "Ada", up_to).status_code == 404
    (line,) = talk.inbox("Priya")["threads"]
    assert line["unread"] == 1


def test_an_answer_to_something_else_does_not_hide_what_nobody_read(talk):
    talk.sent("Ada", "He hit me.")
    with talk.at(NOW + timedelta(minutes=1)):
        talk.answer("Priya", "Ada", "Are things happening?")
        (line,) = talk.inbox("Priya")["threads"]
    assert (line["unread"], line["safety"]) == (1, True)


def test_whoever_covers_has_it_and_is_told_so(talk):
    talk.sent("Ada", "Hello.")
    assert talk.inbox("Omar")["threads"] == []
    talk.allocate("Omar", covers=True)
    (line,) = talk.inbox("Omar")["threads"]
    assert line["covers"] is True
    message_id = talk.opened("Omar", "Ada")["messages"][0]["id"]
    talk.read("Omar", "Ada", message_id)
    assert talk.inbox("Priya")["threads"][0]["unread"] == 0  # somebody has read it


def test_a_phone_that_others_read_is_marked(talk, world):
    talk.sent("Ada", "Hello.")
    talk.sent("Carol", "Hello.")
    with world.inside() as session:
        session.add(
            PhoneChoices(person_id=world.ids["Ada"], leaves_no_trace=False, not_safe_since=NOW)
        )
    lines = talk.inbox("Priya")["threads"]
    marked = {each["with"]["called"]: each["not_safe_to_reply"] for each in lines}
    assert marked == {"Ada": True, "Carol": False}
    assert talk.opened("Priya", "Ada")["not_safe_to_reply"] is True
    assert talk.opened("Priya", "Carol")["not_safe_to_reply"] is False


def test_one_childs_conversations_are_the_same_lines(talk):
    talk.sent("Ada", "Hello.")
    talk.sent("Carol", "Hello.")
    path = f"/api/children/{talk.child_id}/conversations"
    assert talk.browser("Priya").get(path).json == {"threads": talk.inbox("Priya")["threads"]}
    for who in ("Omar", "Boss", "Ada", "Carol"):
        assert talk.browser(who).get(path).status_code == 404


@pytest.mark.parametrize("who", ["Boss", "Clerk", "Ada", "Carol", "Wendy"])
def test_only_officers_have_an_inbox(talk, who):
    assert talk.browser(who).get("/api/inbox").status_code == 404


def test_the_description_of_the_long_lists_is_true(talk):
    talk.sent("Ada", "He hit me.", start="worrying")
    found = talk.inbox("Priya")
    assert InboxSchema().load(found)
    assert ThreadsSchema().load({"threads": found["threads"]})


def test_the_council_says_how_many_days_an_answer_takes(talk, world):
    with world.inside() as session:
        session.execute(
            update(Council)
            .where(Council.id == world.council_id)
            .values(settings={"answer_within_working_days": 1})
        )
    talk.sent("Ada", "Hello.")
    assert talk.inbox("Priya")["threads"][0]["answer_by"] == "2026-03-17"
    assert talk.own("Ada")["who_reads"]["answer_by"] == "2026-03-17"


def test_the_inbox_costs_the_same_for_one_and_for_many(talk, world):
    talk.sent("Ada", "Hello.")
    talk.inbox("Priya")
    with counted(world.app) as few:
        talk.inbox("Priya")
    for number in range(20):
        talk.sent("Carol", f"Number {number}")
        talk.sent("Mum", f"Number {number}")
    with counted(world.app) as many:
        talk.inbox("Priya")
    assert len(few) == len(many) <= 7, many
