"""Reviews as people meet them: what each is told, and what they may change."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from cadair.audit.models import AuditEvent
from cadair.children.models import Child
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.clock import frozen
from cadair.reviews.models import Review, ReviewPart
from tests.backend.reviews.conftest import JOBS, NOW, relate


def a_part(world, *people: str, **told) -> dict:
    return {
        "id": str(uuid4()),
        "title": "Everybody together",
        "how": "in_person",
        "starts_at": "2026-03-27T10:00:00+00:00",
        "minutes": 60,
        "place": "12 Elm Road, the blue room",
        "video_link": None,
        "people": [str(world.ids[name]) for name in people],
        **told,
    }


def save_plan(client, review_id, *parts: dict, revision: int = 1):
    return client.put(
        f"/api/reviews/{review_id}/plan",
        json={"parts": list(parts)},
        headers={"If-Match": f'"{revision}"'},
    )


def own(client) -> list[dict]:
    answer = client.get("/api/my/reviews")
    assert answer.status_code == 200
    return answer.json["reviews"]


@pytest.fixture
def review_id(world):
    """Ada's review, open for views."""
    world.open_reviews()
    return world.review_of("Ada").id


@pytest.fixture
def priya(world):
    return world.sign_in("Priya")


def test_a_child_is_told_when_their_review_is_due_and_why(world) -> None:
    (review,) = own(world.sign_in("Ada"))
    assert review["child"] == {
        "id": str(world.ids["Ada"]),
        "called": "Ada",
        "chair": None,
        "is_me": True,
    }
    assert (review["stage"], review["can_share"]) == ("planned", False)
    assert review["due_by"] == "2026-03-30"
    assert review["reason"]["code"] == "first_working_days"
    assert review["reason"]["counted_from"] == "2026-03-02"
    assert (review["parts"], review["days_to_go"]) == ([], None)
    assert review["reviewing_officer"]["called"] == "Priya"
    assert (review["form"], review["form_version"]) == ("child_12_to_15", 1)
    assert {member["called"] for member in review["circle"]} == {
        "Priya",
        "Carol",
        "Mum",
        "Dad",
        "Wendy",
        "Teacher",
    }


def test_nobody_else_is_told_of_a_review_before_they_are_asked(world) -> None:
    assert own(world.sign_in("Mum")) == []


def test_an_adult_is_told_only_what_they_need(world, review_id) -> None:
    (review,) = own(world.sign_in("Mum"))
    assert (review["stage"], review["can_share"]) == ("open_for_views", True)
    assert (review["due_by"], review["reason"], review["circle"]) == (None, None, [])
    assert review["views_close_on"] == "2026-03-30"
    assert review["form"] == "parent"
    assert not review["child"]["is_me"]


def test_only_the_circle_learns_that_a_child_changed_their_chair(world, priya, review_id) -> None:
    ada, chair = world.sign_in("Ada"), {"shape": "throne", "colour": "plum", "pattern": "stars"}
    others = {who: world.sign_in(who) for who in ("Mum", "Dad", "Carol", "Wendy")}
    before = {who: client.get("/api/my/reviews").data for who, client in others.items()}
    assert ada.put("/api/me/chair", json=chair).status_code < 300
    assert {who: client.get("/api/my/reviews").data for who, client in others.items()} == before
    for who in (ada, priya):
        assert own(who)[0]["child"]["chair"] == chair


def test_a_child_is_told_who_comes_to_the_parts_that_they_come_to(world, priya, review_id) -> None:
    ada = world.sign_in("Ada")
    assert {member["coming"] for member in own(ada)[0]["circle"]} == {None}
    together, apart = a_part(world, "Ada", "Carol"), a_part(world, "Dad")
    assert save_plan(priya, review_id, together, apart).status_code == 200
    coming = {member["called"] for member in own(ada)[0]["circle"] if member["coming"]}
    assert coming == {"Priya", "Carol"}


@pytest.mark.parametrize(
    ("band", "who", "version"),
    [
        (None, "Carol", None),
        ("under_4", "Carol", 1),
        ("under_4", "Mum", None),
        ("under_4", "Ada", None),
    ],
)
def test_an_observation_is_offered_for_a_child_who_cannot_say(
    world, review_id, band, who, version
) -> None:
    with world.inside() as session:
        session.execute(update(Child).values(band_override=band))
        session.commit()
    (review,) = own(world.sign_in(who))
    assert review["observation"] == version


def test_the_plan_is_seen_by_those_who_have_a_seat_and_by_nobody_else(
    world, priya, review_id
) -> None:
    together = a_part(world, "Ada", "Carol", "Wendy")
    with_mum = a_part(
        world,
        "Mum",
        title="Mum's talk",
        how="video",
        place=None,
        video_link="https://meet.example/abc",
        starts_at="2026-03-26T09:00:00+00:00",
    )
    assert save_plan(priya, review_id, together, with_mum).status_code == 200
    (ada,) = own(world.sign_in("Ada"))
    assert [part["title"] for part in ada["parts"]] == ["Everybody together"]
    assert ada["parts"][0]["place"] == "12 Elm Road, the blue room"
    assert (ada["days_to_go"], ada["views_close_on"]) == (11, "2026-03-27")
    (mum,) = own(world.sign_in("Mum"))
    assert [part["title"] for part in mum["parts"]] == ["Mum's talk"]
    assert (mum["days_to_go"], mum["views_close_on"]) == (10, "2026-03-26")
    assert "people" not in mum["parts"][0]
    (dad,) = own(world.sign_in("Dad"))
    assert (dad["parts"], dad["days_to_go"], dad["views_close_on"]) == ([], None, "2026-03-30")


def test_what_another_part_holds_changes_nothing_that_a_party_is_told(
    world, priya, review_id
) -> None:
    """The twin world: with and without a hidden part, the bytes are the same."""
    dad = world.sign_in("Dad")
    his = a_part(world, "Dad", title="With Dad")
    save_plan(priya, review_id, his)
    alone = dad.get("/api/my/reviews")
    hidden = a_part(world, "Mum", "Carol", starts_at="2026-03-20T09:00:00+00:00")
    save_plan(priya, review_id, hidden, his, revision=2)
    assert dad.get("/api/my/reviews").data == alone.data


def test_that_others_have_a_plan_is_not_told_to_somebody_without_a_seat(
    world, priya, review_id
) -> None:
    dad = world.sign_in("Dad")
    unplanned = dad.get("/api/my/reviews")
    save_plan(priya, review_id, a_part(world, "Mum", "Carol"))
    assert dad.get("/api/my/reviews").data == unplanned.data


def test_somebody_who_left_the_circle_is_told_nothing_any_more(world, priya, review_id) -> None:
    save_plan(priya, review_id, a_part(world, "Mum"))
    mum = world.sign_in("Mum")
    assert len(own(mum)) == 1
    with world.inside() as session:
        relate(
            session,
            world,
            "Ada",
            "Mum",
            RelationshipKind.MOTHER,
            until_on=(NOW - timedelta(days=1)).date(),
        )
    assert own(mum) == []


def test_a_worker_with_two_children_is_told_of_both(world, review_id) -> None:
    assert {review["child"]["called"] for review in own(world.sign_in("Wendy"))} == {"Ada", "Zoe"}


def test_the_reviewing_officer_sees_the_plan_and_everybody_asked(world, priya, review_id) -> None:
    answer = priya.get(f"/api/reviews/{review_id}")
    assert answer.status_code == 200
    assert answer.headers["ETag"] == '"1"'
    plan = answer.json
    assert plan["child"]["name"] == "Ada Reed"
    assert (plan["kind"], plan["sequence"], plan["revision"]) == ("looked_after", 1, 1)
    assert plan["reason"]["amount"] == 20
    states = {person["called"]: person["state"] for person in plan["invitations"]}
    assert states == dict.fromkeys(
        ("Ada", "Priya", "Carol", "Mum", "Dad", "Wendy", "Teacher"), "asked"
    )


def test_before_a_review_opens_its_officer_can_plan_it_and_nobody_has_been_asked(world) -> None:
    review_id = world.review_of("Ada").id
    priya = world.sign_in("Priya")
    plan = priya.get(f"/api/reviews/{review_id}").json
    assert {person["state"] for person in plan["invitations"]} == {"not_yet_asked"}
    planned = save_plan(priya, review_id, a_part(world, "Ada")).json
    assert planned["stage"] == "planned"
    world.open_reviews()
    assert world.review_of("Ada").stage == "ready"


def test_a_plan_keeps_its_parts_people_and_times(world, priya, review_id) -> None:
    first, second = a_part(world, "Ada", "Priya"), a_part(world, "Mum", starts_at=None)
    answer = save_plan(priya, review_id, first, second)
    assert answer.headers["ETag"] == '"2"'
    plan = answer.json
    assert plan["revision"] == 2
    assert [part["id"] for part in plan["parts"]] == [first["id"], second["id"]]
    assert set(plan["parts"][0]["people"]) == set(first["people"])
    assert plan["parts"][0]["starts_at"] == first["starts_at"]
    assert plan["stage"] == "open_for_views"  # one part has no time yet
    settled = save_plan(priya, review_id, first, revision=2).json
    assert (settled["stage"], len(settled["parts"])) == ("ready", 1)
    ada = next(each for each in settled["invitations"] if each["called"] == "Ada")
    assert ada["part_ids"] == [first["id"]]
    assert priya.get(f"/api/reviews/{review_id}").json == settled
    assert save_plan(priya, review_id, revision=3).json["stage"] == "open_for_views"


def test_an_earlier_meeting_opens_the_review_earlier(world) -> None:
    review = world.review_of("Zoe")
    part = a_part(world, "Zoe", starts_at="2026-03-20T09:00:00Z")
    assert save_plan(world.sign_in("Omar"), review.id, part).status_code == 200
    assert (review.opens_on, world.review_of("Zoe").opens_on) == (
        date(2026, 3, 2),
        date(2026, 2, 20),
    )


def test_two_people_who_plan_at_once_do_not_undo_each_other(world, priya, review_id) -> None:
    mine, theirs = a_part(world, "Ada"), a_part(world, "Mum")
    assert save_plan(priya, review_id, mine).status_code == 200
    late = save_plan(priya, review_id, theirs)
    assert (late.status_code, late.json["code"]) == (412, "stale")
    assert [part["id"] for part in priya.get(f"/api/reviews/{review_id}").json["parts"]] == [
        mine["id"]
    ]


def test_the_same_plan_sent_twice_is_saved_once(world, priya, review_id) -> None:
    part = a_part(world, "Ada", "Mum")
    first = save_plan(priya, review_id, part)
    again = save_plan(priya, review_id, part)
    assert again.status_code == 200
    assert again.json == first.json


def test_a_plan_without_the_revision_it_was_read_at_is_refused(world, priya, review_id) -> None:
    answer = priya.put(f"/api/reviews/{review_id}/plan", json={"parts": []})
    assert (answer.status_code, answer.json["code"]) == (428, "revision_missing")


def test_a_review_that_is_over_takes_no_other_plan(world, priya, review_id) -> None:
    from cadair.reviews import actions

    with world.inside() as session:
        actions.bring_in_histories(
            session,
            actor=world.service,
            histories={world.ids["Ada"]: [(NOW.date(), "PN1")]},
            now=NOW,
        )
    answer = save_plan(priya, review_id, a_part(world, "Ada"))
    assert (answer.status_code, answer.json["code"]) == (409, "review_has_closed")
    assert own(world.sign_in("Ada")) == []


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"title": ""}, "parts.0.title", "required"),
        ({"title": "   "}, "parts.0.title", "required"),
        ({"title": "x" * 121}, "parts.0.title", "too_long"),
        ({"title": "\ud83d"}, "parts.0.title", "not_valid"),
        ({"how": "pigeon"}, "parts.0.how", "not_valid"),
        ({"starts_at": "2026-03-27T10:00:00"}, "parts.0.starts_at", "not_valid"),
        ({"starts_at": "0026-03-27T10:00:00Z"}, "parts.0.starts_at", "out_of_range"),
        ({"starts_at": "0001-01-01T00:00:00+14:00"}, "parts.0.starts_at", "out_of_range"),
        ({"starts_at": "9999-12-31T23:59:59-12:00"}, "parts.0.starts_at", "out_of_range"),
        ({"minutes": 4}, "parts.0.minutes", "out_of_range"),
        ({"minutes": 60.5}, "parts.0.minutes", "not_valid"),
        ({"place": "x" * 501}, "parts.0.place", "too_long"),
        ({"video_link": "http://meet.example/a"}, "parts.0.video_link", "not_https"),
        ({"video_link": "javascript:alert(1)"}, "parts.0.video_link", "not_https"),
        ({"video_link": "https://meet@evil.example/a"}, "parts.0.video_link", "name_in_link"),
        ({"place": "Town hall\u202e"}, "parts.0.place", "hidden_marks"),
        ({"title": "My\x07 review"}, "parts.0.title", "hidden_marks"),
        ({"people": ["me"]}, "parts.0.people.0", "not_valid"),
        ({"surprise": 1}, "parts.0.surprise", "unknown"),
    ],
)
def test_a_wrong_plan_is_refused_with_its_place(
    world, priya, review_id, wrong, field, code
) -> None:
    answer = save_plan(priya, review_id, {**a_part(world, "Ada"), **wrong})
    assert answer.status_code == 422
    assert code in answer.json["fields"][field]


def test_a_seat_can_be_kept_only_for_people_around_the_child(
    world, elsewhere, priya, review_id
) -> None:
    for stranger in (world.ids["Stranger"], world.ids["Zoe"], elsewhere.ids["Ada"], uuid4()):
        answer = save_plan(priya, review_id, a_part(world) | {"people": [str(stranger)]})
        assert answer.status_code == 422
        assert answer.json["fields"] == {"parts.0.people": ["not_in_circle"]}
    part = a_part(world, "Ada")
    twice = save_plan(priya, review_id, part, part)
    assert twice.json["fields"] == {"parts.1.id": ["said_twice"]}


def test_a_part_id_of_another_review_tells_nothing_and_harms_nothing(
    world, elsewhere, priya, review_id
) -> None:
    theirs = a_part(elsewhere, "Ada")
    other = elsewhere.sign_in("Priya")
    assert save_plan(other, elsewhere.review_of("Ada").id, theirs).status_code == 200
    assert save_plan(priya, review_id, a_part(world, "Ada", id=theirs["id"])).status_code == 200
    assert own(elsewhere.sign_in("Ada"))[0]["parts"][0]["id"] == theirs["id"]


def an_attempt(world, who: str = "Mum", **told) -> dict:
    tried = {"how": "phone", "reached": False, "note": "No answer at noon."}
    return {"person_id": str(world.ids[who]), **tried, **told}


def test_a_try_to_reach_somebody_is_noted_once(world, priya, review_id) -> None:
    path = f"/api/reviews/{review_id}/attempts/{uuid4()}"
    first = priya.put(path, json=an_attempt(world))
    assert first.status_code == 200
    with frozen(NOW + timedelta(minutes=1)):
        assert priya.put(path, json=an_attempt(world)).json == first.json
        other = priya.put(path, json=an_attempt(world, note="She rang back."))
    assert (other.status_code, other.json["code"]) == (409, "attempt_noted_differently")
    plan = priya.get(f"/api/reviews/{review_id}").json
    mum = next(each for each in plan["invitations"] if each["called"] == "Mum")
    assert mum["state"] == "not_reached"
    assert [attempt["note"] for attempt in mum["attempts"]] == ["No answer at noon."]


def test_somebody_who_was_reached_once_is_not_called_not_reached(world, priya, review_id) -> None:
    for note, reached in (("No answer.", False), ("Will write tonight.", True), ("", False)):
        with frozen(NOW + timedelta(minutes=len(note))):
            tried = an_attempt(world, reached=reached, note=note or None)
            priya.put(f"/api/reviews/{review_id}/attempts/{uuid4()}", json=tried)
    plan = priya.get(f"/api/reviews/{review_id}").json
    mum = next(each for each in plan["invitations"] if each["called"] == "Mum")
    assert mum["state"] == "asked"
    assert sorted(attempt["reached"] for attempt in mum["attempts"]) == [False, False, True]


def test_only_somebody_who_was_asked_can_be_tried_to_be_reached(world, priya, review_id) -> None:
    answer = priya.put(
        f"/api/reviews/{review_id}/attempts/{uuid4()}", json=an_attempt(world, "Stranger")
    )
    assert (answer.status_code, answer.json["fields"]) == (422, {"person_id": ["not_asked"]})


def requests_about(world, review_id):
    return (
        ("GET", f"/api/reviews/{review_id}", None),
        ("PUT", f"/api/reviews/{review_id}/plan", {"parts": [a_part(world, "Ada")]}),
        ("PUT", f"/api/reviews/{review_id}/attempts/{uuid4()}", an_attempt(world)),
    )


@pytest.mark.parametrize("who", [name for name in JOBS if name != "Priya"])
def test_for_everybody_else_the_review_does_not_exist(world, review_id, who) -> None:
    client = world.sign_in(who)
    for known, unknown in zip(
        requests_about(world, review_id), requests_about(world, uuid4()), strict=True
    ):
        answers = [
            client.open(path, method=method, json=body, headers={"If-Match": '"1"'})
            for method, path, body in (known, unknown)
        ]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].data == answers[1].data
        one, other = ({k: v for k, v in a.headers if k != "Date"} for a in answers)
        assert one == other


def test_an_officer_of_another_council_finds_nothing(world, elsewhere, review_id) -> None:
    client = elsewhere.sign_in("Priya")
    for method, path, body in requests_about(world, review_id):
        answer = client.open(path, method=method, json=body, headers={"If-Match": '"1"'})
        assert answer.status_code == 404


def test_where_and_what_is_sealed_in_the_database(world, priya, review_id) -> None:
    part = a_part(world, "Ada", video_link="https://meet.example/secret")
    assert save_plan(priya, review_id, part).status_code == 200
    with world.inside() as session:
        kept = session.execute(
            select(ReviewPart.title, ReviewPart.place, ReviewPart.video_link)
        ).one()
        trail = [str(facts) for facts in session.scalars(select(AuditEvent.facts))]
    for words in ("Everybody", "Elm Road", "meet.example"):
        assert all(words.encode() not in sealed for sealed in kept)
        assert all(words not in facts for facts in trail)


def test_reading_and_planning_are_in_the_trail(world, priya, review_id) -> None:
    priya.get(f"/api/reviews/{review_id}")
    save_plan(priya, review_id, a_part(world, "Ada"))
    priya.put(f"/api/reviews/{review_id}/attempts/{uuid4()}", json=an_attempt(world))
    own(world.sign_in("Ada"))
    with world.inside() as session:
        events = {
            (event, actor)
            for event, actor in session.execute(
                select(AuditEvent.event, AuditEvent.actor_id).where(
                    AuditEvent.subject_id == review_id, AuditEvent.actor_id.is_not(None)
                )
            )
        }
    assert events == {
        ("review.plan_read", world.ids["Priya"]),
        ("review.planned", world.ids["Priya"]),
        ("review.attempt_noted", world.ids["Priya"]),
        ("review.read", world.ids["Ada"]),
    }


def test_a_refused_plan_changes_nothing(world, priya, review_id) -> None:
    good = a_part(world, "Ada")
    save_plan(priya, review_id, good)
    save_plan(priya, review_id, a_part(world, "Stranger"), revision=2)
    plan = priya.get(f"/api/reviews/{review_id}").json
    assert (plan["revision"], plan["parts"][0]["id"]) == (2, good["id"])


@pytest.mark.parametrize(
    ("who", "path", "most"),
    [("Ada", "/api/my/reviews", 5), ("Wendy", "/api/my/reviews", 6), ("Priya", None, 7)],
)
def test_reading_takes_few_statements(world, priya, review_id, statements, who, path, most) -> None:
    save_plan(priya, review_id, a_part(world, "Ada", "Wendy", "Mum", "Priya"))
    client = world.sign_in(who)
    with statements() as said:
        assert client.get(path or f"/api/reviews/{review_id}").status_code == 200
    assert len(talk(said)) <= most, "\n".join(talk(said))


def talk(said: list[str], *less: str) -> list[str]:
    """What was asked of the database, without beginning and saying for which council."""
    return [each for each in said if not each.startswith(("BEGIN", "SELECT set_config", *less))]


def test_writing_takes_as_many_statements_for_many_people_as_for_one(
    world, priya, review_id, statements
) -> None:
    counts = []
    for revision, people in ((1, ["Ada"]), (2, ["Ada", "Mum", "Carol", "Wendy", "Teacher"])):
        parts = [a_part(world, *people) for _ in people]
        with statements() as said:
            assert save_plan(priya, review_id, *parts, revision=revision).status_code == 200
        counts.append(len(talk(said, "DELETE")))  # the first time there is nothing to delete
    assert counts[0] == counts[1], counts
    assert counts[0] <= 12


def test_a_review_is_not_planned_for_a_day_that_is_over(world, priya, review_id) -> None:
    yesterday = (NOW - timedelta(days=1)).isoformat()
    refused = save_plan(priya, review_id, a_part(world, "Ada", starts_at=yesterday))
    assert (refused.status_code, refused.json["fields"]) == (422, {"parts.0.starts_at": ["over"]})
    assert priya.get(f"/api/reviews/{review_id}").json["parts"] == []
    part = a_part(world, "Ada", starts_at=(NOW + timedelta(days=1)).isoformat())
    assert save_plan(priya, review_id, part).status_code == 200
    with world.inside() as session:  # the day comes and goes
        session.execute(update(Review).values(meets_at=NOW - timedelta(days=1)))
    over = part | {"starts_at": yesterday, "place": "The library"}
    late = save_plan(priya, review_id, over, revision=2)
    assert late.status_code == 200, "what was planned may be put right afterwards"
