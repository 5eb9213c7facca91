"""A child plans their meeting: it is kept, it is theirs, and nobody but their officer reads it."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.foundation.database import Base, db
from cadair.notifications.models import OutboxItem
from cadair.record import actions
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import NOW
from tests.backend.meeting.conftest import a_plan, item, own, person, read, wish
from tests.world.statements import counted


def test_before_anything_is_planned_there_is_all_to_plan_with(world, ada):
    wish(world, "family.plan", "More time with Sam")
    page = own(world, ada)
    assert (page["revision"], page["plan"], page["answers"]) == (0, None, [])
    assert [each["words"] for each in page["wishes"]] == ["More time with Sam"]
    assert {each["name"] for each in page["circle"]} == {
        "Priya Reed", "Carol Reed", "Mum Reed", "Dad Reed", "Wendy Reed", "Teacher Reed",
    }  # fmt: skip
    assert page["officer"]["name"] == "Priya Reed"
    assert "school" in page["matters"]
    assert page["stage"] == "open_for_views"


def test_what_was_brought_out_of_a_message_can_stand_on_the_agenda(world, ada, save):
    id_ = uuid4()
    sent = ada.put(
        f"/api/my/conversations/{world.child_id}/messages/{id_}",
        json={"words": "Can I keep my dog?", "start": "question", "language": "en"},
    )
    assert sent.status_code == 200, sent.text
    assert own(world, ada)["wishes"] == []
    brought = ada.post(f"/api/messages/{id_}/bring-to-review", json={"as": "agenda"})
    assert brought.status_code == 200, brought.text
    (wished,) = own(world, ada)["wishes"]
    assert wished["words"] == "Can I keep my dog?"
    plan = a_plan(agenda=[item("wish", of=wished["id"])])
    assert save(plan).json["plan"] == plan


def test_a_plan_comes_back_word_for_word(world, ada, save):
    wish(world, "family.plan", "More time with Sam")
    wished = own(world, ada)["wishes"][0]["id"]
    mine = item(words="Fy meic — \u0635\u062f\u064a\u0642\u064a 😀\nnew line", minutes=10)
    plan = a_plan(
        level=5,
        people=[person(world.ids["Dad"], "no", reason="He shouts."),
                person(world.ids["Mum"], "part", items=[mine["id"]])],
        ask_for=[{"id": str(uuid4()), "who": "My friend Ash", "why": None}],
        supporter={"person_id": str(world.ids["Teacher"]), "who": None},
        seats=[str(world.ids["Mum"]), str(world.ids["Priya"])],
        beside_me=[str(world.ids["Priya"])],
        place={"where": "outside", "words": "The park"},
        when={"times": ["weekend", "morning"], "words": "Not Sunday"},
        minutes=45, how="both", breaks="often", snacks="Crisps",
        agenda=[mine, item("wish", of=wished), item("must", of="school", lead="officer")],
        ground_rules=[{"key": "kind_words"}, {"words": "No shouting"}],
        script={"welcome": "Hi, I am Ada.", mine["id"]: "My bike is broken."},
    )  # fmt: skip
    assert save(plan).json["plan"] == plan
    page = own(world, ada)
    assert (page["revision"], page["plan"]) == (1, plan)


def test_saving_the_same_again_is_the_same_as_once(world, ada, save):
    first, again = save(a_plan(minutes=30)), save(a_plan(minutes=30))
    assert first.status_code == again.status_code == 200
    assert first.json == again.json
    assert events(world).count("meeting.plan_saved") == 1


def test_of_two_devices_the_later_is_told_what_the_other_saved(world, ada, save):
    tablet = world.sign_in("Ada")
    assert save(a_plan(minutes=30)).status_code == 200
    refused = save(a_plan(minutes=60), by=tablet)
    assert (refused.status_code, refused.json["code"]) == (412, "stale")
    assert refused.json["current"] == {"revision": 1, "plan": a_plan(minutes=30)}
    assert save(a_plan(minutes=60), by=tablet, read=1).json["revision"] == 2
    assert own(world, ada)["plan"]["minutes"] == 60


def test_a_revision_that_was_never_there_is_stale_too(save):
    refused = save(a_plan(), read=7)
    assert (refused.status_code, refused.json["current"]) == (412, {"revision": 0, "plan": None})


def test_the_request_says_what_it_read(world, ada):
    path = f"/api/my/reviews/{world.review_id}/meeting-plan"
    assert ada.put(path, json={"plan": a_plan()}).json["code"] == "revision_missing"


BAD = {
    "a field that is not known": {"colour": "red"},
    "no such level": {"level": 6},
    "a level in words": {"level": "5"},
    "too short": {"minutes": 10},
    "not by fives": {"minutes": 44},
    "too long": {"minutes": 185},
    "no such place": {"place": {"where": "moon", "words": None}},
    "no such time": {"when": {"times": ["night"], "words": None}},
    "no such break": {"breaks": "always"},
    "only spaces": {"snacks": "   "},
    "a word that is too long": {"place": {"where": None, "words": "x" * 2001}},
    "too many": {"agenda": [item() for _ in range(61)]},
    "no list": {"seats": "everybody"},
    "no person": {"people": [{"person_id": "Mum"}]},
    "a truth in words": {"agenda": [item(private="yes")]},
    "an agenda of seconds": {"agenda": [item(minutes=0)]},
    "a rule with a strange key": {"ground_rules": [{"key": "../x"}]},
    "a rule of nothing": {"ground_rules": [{"key": None}]},
    "a line of nothing": {"script": {"welcome": None}},
}


@pytest.mark.parametrize("bad", BAD)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(world, ada, save, bad):
    refused = save(a_plan(**BAD[bad]))
    assert (refused.status_code, refused.json["code"]) == (422, "bad_input"), refused.text
    assert own(world, ada)["revision"] == 0


def test_a_plan_without_one_of_its_fields_is_refused(save):
    plan = a_plan()
    del plan["snacks"]
    assert save(plan).json["fields"] == {"plan.snacks": ["required"]}


def test_a_hundred_thousand_letters_are_too_many(world, ada, save):
    many = [item(words="x" * 1900) for _ in range(53)]
    refused = save(a_plan(agenda=many))
    assert (refused.status_code, refused.json["code"]) == (413, "too_large")
    assert save(a_plan(snacks="x" * 100_000)).status_code == 422
    assert own(world, ada)["revision"] == 0


@pytest.mark.parametrize("who", ["Stranger", "Omar", "Boss", "Ada"])
def test_only_people_around_the_child_may_be_named(world, save, who):
    refused = save(a_plan(people=[person(world.ids[who])]))
    assert refused.json["fields"] == {"plan.people.0.person_id": ["unknown"]}


def test_whoever_left_the_circle_stays_in_the_plan_until_the_child_takes_them_out(world, ada, save):
    save(a_plan(people=[person(world.ids["Mum"], "no")]))
    world.leave("Mum")
    assert save(a_plan(people=[person(world.ids["Mum"], "no")], minutes=30), read=1).json[
        "revision"
    ] == 2  # fmt: skip
    assert "Mum Reed" not in {each["name"] for each in own(world, ada)["circle"]}
    assert save(a_plan(minutes=30), read=2).status_code == 200
    assert save(a_plan(people=[person(world.ids["Mum"])]), read=3).status_code == 422


def test_half_a_character_does_not_cost_the_plan(world, ada):
    path = f"/api/my/reviews/{world.review_id}/meeting-plan"
    body = json.dumps({"plan": a_plan(snacks="CUT")}).replace("CUT", r"a\ud83d")
    sent = ada.put(path, data=body, content_type="application/json", headers={"If-Match": '"0"'})
    assert sent.json["plan"]["snacks"] == "a\ufffd"


def test_another_childs_review_is_not_there(world, elsewhere, ada, save):
    path = f"/api/my/reviews/{elsewhere.review_id}/meeting-plan"
    nobodys = f"/api/my/reviews/{uuid4()}/meeting-plan"
    assert ada.get(path).status_code == 404
    assert ada.get(path).data == ada.get(nobodys).data
    assert save(a_plan(), review=elsewhere.review_id).status_code == 404


@pytest.mark.parametrize(
    "who", ["Omar", "Carol", "Mum", "Dad", "Wendy", "Teacher", "Boss", "Clerk", "Stranger"]
)
def test_nobody_but_the_child_and_their_officer_learns_that_there_is_a_plan(world, save, who):
    save(a_plan(people=[person(world.ids["Dad"], "no", reason="He shouts.")]))
    theirs = world.sign_in(who)
    for path in (
        f"/api/my/reviews/{world.review_id}/meeting-plan",
        f"/api/reviews/{world.review_id}/meeting-plan",
    ):
        assert theirs.get(path).status_code == 404
        assert (
            theirs.get(path).data
            == theirs.get(path.replace(str(world.review_id), str(uuid4()))).data
        )


def test_the_child_is_not_the_officer_nor_the_officer_the_child(world, ada, priya):
    assert ada.get(f"/api/reviews/{world.review_id}/meeting-plan").status_code == 404
    assert priya.get(f"/api/my/reviews/{world.review_id}/meeting-plan").status_code == 404


def test_in_the_meeting_only_the_level_changes_and_afterwards_nothing(world, ada, save):
    save(a_plan(minutes=30))
    world.move_to(Stage.MEETING)
    assert save(a_plan(minutes=30, level=5), read=1).json["revision"] == 2
    assert save(a_plan(minutes=60, level=5), read=2).json["code"] == "review_has_closed"
    world.move_to(Stage.WRITING_UP)
    refused = save(a_plan(minutes=30, level=1), read=2)
    assert (refused.status_code, refused.json["code"]) == (409, "review_has_closed")
    page = own(world, ada)
    assert (page["plan"]["level"], page["stage"]) == (5, "writing_up")


def test_a_device_that_never_stops_saving_is_asked_to_wait(world, save, monkeypatch):
    monkeypatch.setattr("cadair.contributions.rules.flooding.MOST_SAVED", 3)
    for number in range(3):
        assert save(a_plan(minutes=15 + 5 * number), read=number).status_code == 200
    refused = save(a_plan(minutes=90), read=3)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3600")
    assert later(world, a_plan(minutes=90), read=3, hours=1.01).revision == 4


def test_the_officer_is_told_once_a_day_and_of_nothing_in_it(world, save):
    assert told(world, "Priya") == []
    save(a_plan(minutes=30))
    save(a_plan(minutes=45), read=1)
    assert told(world, "Priya") == ["request"]
    later(world, a_plan(minutes=50), read=2, hours=7)  # before midnight in London, then after it
    assert told(world, "Priya") == ["request"]
    later(world, a_plan(minutes=60), read=3, hours=9)
    assert told(world, "Priya") == ["request", "request"]
    for who in ("Mum", "Dad", "Carol", "Wendy", "Teacher", "Boss", "Ada"):
        assert told(world, who) == []


def test_the_trail_tells_that_it_was_saved_and_read_and_nothing_that_it_says(
    world, ada, priya, save
):
    save(a_plan(people=[person(world.ids["Dad"], "no", reason="He shouts.")], snacks="Crisps"))
    own(world, ada)
    read(world, priya)
    with world.inside() as session:
        rows = session.execute(
            select(AuditEvent.event, AuditEvent.actor_id, AuditEvent.facts)
            .where(AuditEvent.event.like("meeting.%"))
            .order_by(AuditEvent.at, AuditEvent.event.desc(), AuditEvent.actor_id)
        ).all()
    assert {(row.event, row.actor_id) for row in rows} == {
        ("meeting.plan_saved", world.ids["Ada"]), ("meeting.plan_read", world.ids["Ada"]),
        ("meeting.plan_read", world.ids["Priya"]),
    }  # fmt: skip
    assert [row.facts for row in rows if row.facts] == [{"revision": 1}]


def test_the_child_is_told_by_name_that_their_officer_looked(world, ada, priya, save):
    save(a_plan())
    read(world, priya)
    seen = ada.get("/api/my/who-has-seen").json["days"][0]["seen"]
    assert [(each["name"], each["what"]) for each in seen] == [("Priya Reed", ["taking_part"])]


def test_no_word_of_a_plan_and_nobody_in_it_lies_open_in_the_database(world, save):
    before = all_rows(world)
    save(a_plan(people=[person(world.ids["Dad"], "no", reason="Zwetschgenkuchen")]))
    new = all_rows(world) - before
    assert any("meeting.plan_saved" in row for row in new)
    for row in new:
        assert "Zwetschgenkuchen" not in row
        assert str(world.ids["Dad"]) not in row


def test_reading_a_plan_asks_the_database_six_times(world, ada, priya, save):
    wish(world, "family.plan", "More time with Sam")
    save(a_plan(people=[person(world.ids["Dad"], "no")], minutes=45))
    for client, path in (
        (priya, f"/api/reviews/{world.review_id}/meeting-plan"),
        (ada, f"/api/my/reviews/{world.review_id}/meeting-plan"),
    ):
        client.get(path)
        with counted(world.app) as ran:
            assert client.get(path).status_code == 200
        assert len(ran) <= 6, ran


def all_rows(world):
    with world.app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT set_config('cadair.council', '*', true)")
        tables = Base.metadata.sorted_tables
        return {repr(tuple(row)) for table in tables for row in connection.execute(select(table))}


def later(world, plan, *, read, hours):
    """Ada saves again, so many hours later: her browser would have to be unlocked first."""
    with world.inside() as session:
        return actions.save_own_plan(
            session,
            actor=world.actor("Ada"),
            review_id=world.review_id,
            plan=plan,
            revision_read=read,
            now=NOW + timedelta(hours=hours),
        )


def told(world, who):
    """What stands in the outbox for somebody of plans; that they were asked for views is not it."""
    with world.inside() as session:
        found = session.scalars(select(OutboxItem).where(OutboxItem.person_id == world.ids[who]))
        return [each.about.value for each in found if each.about.value.startswith("request")]


def events(world):
    with world.inside() as session:
        return list(session.scalars(select(AuditEvent.event)))
