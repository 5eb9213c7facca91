"""A review in parts: who sits in one learns nothing of the others, nor where the child lives."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from cadair.children.models import OpenedWall
from cadair.foundation.clock import frozen
from cadair.reviews.models import Invitation, Review, ReviewPart
from cadair.reviews.rules import Stage
from tests.backend.reviews.conftest import NOW, World
from tests.backend.reviews.test_routes import a_part, own, priya, review_id, save_plan
from tests.world.printed import words_of_pdf

__all__ = ["priya", "review_id"]  # fixtures
BEGUN = (NOW - timedelta(minutes=30)).isoformat()


def open_wall(world: World, one: str, other: str) -> None:
    first, second = sorted((world.ids[one], world.ids[other]))
    with world.inside() as session:
        session.add(
            OpenedWall(
                id=uuid4(), child_id=world.ids["Ada"], one_id=first, other_id=second,
                opened_at=NOW, opened_by_id=world.ids["Boss"],
            )
        )  # fmt: skip


def move_to(world: World, review_id: UUID, stage: Stage) -> None:
    with world.inside() as session:
        session.execute(update(Review).where(Review.id == review_id).values(stage=stage))


def names(world: World, who: str) -> set[str]:
    reviews = own(world.sign_in(who))
    return {
        person["called"]
        for review in reviews
        if review["child"]["called"] == "Ada"
        for person in review["circle"]
    }


def test_a_parents_whole_answer_is_the_same_with_and_without_the_others_part(
    world, priya, review_id
):
    """Byte for byte, through every stage that the hidden part can bring about."""
    dad = world.sign_in("Dad")
    his = a_part(world, "Dad", "Priya", title="With Dad", agenda=["How you are"])
    hidden = a_part(
        world, "Mum", "Carol", "Priya", title="With Mum", agenda=["A secret"],
        starts_at=BEGUN,
    )  # fmt: skip
    save_plan(priya, review_id, his)
    alone = {}
    for stage in Stage:
        if stage is not Stage.PLANNED:
            move_to(world, review_id, stage)
            alone[stage] = dad.get("/api/my/reviews").data
    move_to(world, review_id, Stage.OPEN_FOR_VIEWS)
    save_plan(priya, review_id, hidden, his, revision=2)
    for stage, told in alone.items():
        move_to(world, review_id, stage)
        assert dad.get("/api/my/reviews").data == told, stage
    # Her part has begun and his has not: for him nothing has.
    move_to(world, review_id, Stage.MEETING)
    begun = own(dad)[0]
    assert (begun["stage"], begun["can_share"]) == ("open_for_views", True)
    hers = own(world.sign_in("Mum"))[0]
    assert (hers["stage"], hers["can_share"]) == ("writing_up", False)


def test_when_one_is_asked_does_not_tell_that_another_part_is_earlier(world, priya):
    """Dad's part is far ahead; Mum's, of which he knows nothing, is near and opens the review."""
    review_id = world.review_of("Ada").id
    with world.inside() as session:
        session.execute(
            update(Review).where(Review.id == review_id).values(due_by=date(2026, 6, 30))
        )
    his = a_part(world, "Dad", starts_at="2026-06-22T09:00:00+00:00")
    hers = a_part(world, "Mum", starts_at="2026-03-27T09:00:00+00:00")
    save_plan(priya, review_id, his)
    world.open_reviews()
    dad = world.sign_in("Dad")
    alone = dad.get("/api/my/reviews")
    assert alone.json["reviews"][0]["stage"] == "planned"
    save_plan(priya, review_id, hers, his, revision=2)
    world.open_reviews()
    assert own(world.sign_in("Ada"))[0]["stage"] in ("open_for_views", "ready")
    assert own(world.sign_in("Mum"))[0]["can_share"]
    assert dad.get("/api/my/reviews").data == alone.data
    assert dad.get(f"/api/my/drafts/{review_id}").status_code == 404
    in_time = datetime(2026, 5, 26, 9, 0, tzinfo=UTC)
    with frozen(in_time):
        world.open_reviews(in_time)
        with world.inside() as session:
            asked = set(session.scalars(select(Invitation.person_id)))
    assert world.ids["Dad"] in asked


def test_views_are_taken_until_ones_own_part_begins(world, priya, review_id):
    his = a_part(world, "Dad", title="With Dad")
    hers = a_part(world, "Mum", starts_at=BEGUN)
    save_plan(priya, review_id, hers, his)
    move_to(world, review_id, Stage.MEETING)

    def share(who: str, contribution_id: UUID):
        answer = {
            "id": str(uuid4()), "question": "going_well.words", "words": "Football",
            "audience": "everyone_at_my_review",
        }  # fmt: skip
        return world.sign_in(who).put(
            f"/api/contributions/{contribution_id}",
            json={
                "review_id": str(review_id), "form": "parent", "form_version": 1,
                "language": "en", "helper": None, "replaces": None, "answers": [answer],
            },
        )  # fmt: skip

    shared = uuid4()
    assert share("Dad", shared).status_code == 200
    assert share("Mum", uuid4()).json["code"] == "review_has_closed"
    taking_back = f"/api/contributions/{shared}/withdraw"
    assert world.sign_in("Dad").post(taking_back).status_code == 200


def test_who_may_not_know_where_the_child_lives_is_told_a_place_only_on_purpose(
    world, priya, review_id
):
    dad, carol, ada = (world.sign_in(who) for who in ("Dad", "Carol", "Ada"))
    part = a_part(world, "Ada", "Dad", "Carol", video_link="https://meet.example/abc")
    save_plan(priya, review_id, part)
    (his,) = own(dad)[0]["parts"]
    assert (his["place"], his["video_link"], his["ask_where"]) == (None, None, True)
    for client in (carol, ada):
        (theirs,) = own(client)[0]["parts"]
        assert theirs["place"] == "12 Elm Road, the blue room"
        assert not theirs["ask_where"]
    told = {**part, "told_where": [str(world.ids["Dad"])]}
    assert save_plan(priya, review_id, told, revision=2).json["parts"][0]["told_where"]
    (his,) = own(dad)[0]["parts"]
    assert (his["place"], his["ask_where"]) == ("12 Elm Road, the blue room", False)
    assert save_plan(priya, review_id, part, revision=3).json["parts"][0]["told_where"] == []
    assert own(dad)[0]["parts"][0]["place"] is None


def test_whether_there_is_a_place_is_not_told_either(world, priya, review_id):
    """`ask_where` says something of the person, never of the place."""
    dad = world.sign_in("Dad")
    part = a_part(world, "Dad")
    save_plan(priya, review_id, part)
    with_a_place = dad.get("/api/my/reviews").data
    save_plan(priya, review_id, {**part, "place": None}, revision=2)
    assert dad.get("/api/my/reviews").data == with_a_place


def test_a_place_is_told_only_to_somebody_in_the_part(world, priya, review_id):
    part = a_part(world, "Ada", told_where=[str(world.ids["Dad"])])
    refused = save_plan(priya, review_id, part)
    assert refused.status_code == 422
    assert refused.json["fields"] == {"parts.0.told_where": ["not_in_this_part"]}


def test_letting_somebody_know_where_the_child_lives_tells_the_place_and_ends_at_once(
    world, priya, review_id
):
    mum = world.sign_in("Mum")
    save_plan(priya, review_id, a_part(world, "Mum"))
    who = f"/api/children/{world.ids['Ada']}/circle/{world.ids['Mum']}"
    assert own(mum)[0]["parts"][0]["place"] is None
    assert priya.put(f"{who}/may-know", json={"what": "home"}).status_code == 204
    assert own(mum)[0]["parts"][0]["place"] == "12 Elm Road, the blue room"
    assert priya.put(f"{who}/may-not-know", json={"what": "home"}).status_code == 204
    assert own(mum)[0]["parts"][0]["place"] is None


def test_each_part_has_an_agenda_that_only_those_in_it_read(world, priya, review_id):
    lines = ["What went well", "Family time"]
    save_plan(
        priya,
        review_id,
        a_part(world, "Ada", agenda=lines),
        a_part(world, "Dad", agenda=["With Dad"]),
    )
    assert own(world.sign_in("Ada"))[0]["parts"][0]["agenda"] == lines
    assert own(world.sign_in("Dad"))[0]["parts"][0]["agenda"] == ["With Dad"]
    assert [part["agenda"] for part in priya.get(f"/api/reviews/{review_id}").json["parts"]] == [
        lines,
        ["With Dad"],
    ]
    with world.inside() as session:
        kept = session.scalars(select(ReviewPart.agenda)).all()
    assert not any(b"Family time" in line or b"With Dad" in line for line in kept)


@pytest.mark.parametrize(
    ("agenda", "field"),
    [(["x"] * 21, "agenda"), (["x" * 201], "agenda.0"), (["  "], "agenda.0")],
)
def test_an_agenda_is_a_short_list_of_lines(world, priya, review_id, agenda, field):
    refused = save_plan(priya, review_id, a_part(world, "Ada", agenda=agenda))
    assert refused.status_code == 422
    assert list(refused.json["fields"]) == [f"parts.0.{field}"]


def test_a_party_is_told_by_name_only_who_sits_beside_them_behind_no_wall(world, priya, review_id):
    save_plan(priya, review_id, a_part(world, "Mum", "Teacher", "Dad"), a_part(world, "Wendy"))
    assert names(world, "Mum") == names(world, "Teacher") == set()
    open_wall(world, "Mum", "Teacher")
    open_wall(world, "Mum", "Wendy")  # who sits in another part
    assert names(world, "Mum") == {"Teacher"}
    assert names(world, "Teacher") == {"Mum"}
    assert names(world, "Dad") == names(world, "Wendy") == set()


def test_the_officer_is_told_which_parent_would_meet_whom_across_a_wall(world, priya, review_id):
    def walled_from(who: str) -> set[str]:
        plan = priya.get(f"/api/reviews/{review_id}").json
        asked = {person["person_id"]: person for person in plan["invitations"]}
        return set(asked[str(world.ids[who])]["walled_from"])

    assert str(world.ids["Dad"]) in walled_from("Mum")
    assert str(world.ids["Mum"]) in walled_from("Dad")
    assert walled_from("Teacher") == set()
    open_wall(world, "Mum", "Dad")
    assert str(world.ids["Dad"]) not in walled_from("Mum")


def test_a_raised_wall_denies_at_the_very_next_request(world, priya, review_id):
    """Security bar A6, on each of a party's own pages: the same browsers, before and after."""
    save_plan(priya, review_id, a_part(world, "Mum", "Teacher"))
    open_wall(world, "Mum", "Teacher")
    mum, boss = world.sign_in("Mum"), world.sign_in("Boss")
    before = {path: mum.get(path) for path in own_pages(world, review_id)}
    assert world.ids["Teacher"].hex in before["/api/my/reviews"].text.replace("-", "")
    raising = f"/api/children/{world.ids['Ada']}/walls/{world.ids['Mum']}/{world.ids['Teacher']}"
    assert boss.put(raising).status_code == 204
    for path in own_pages(world, review_id):
        after = mum.get(path)
        assert after.status_code == before[path].status_code
        assert "Teacher" not in read_out(after), path
    assert own(mum)[0]["circle"] == []


def read_out(answer: TestResponse) -> str:
    """What somebody reads, of a page or of a PDF."""
    is_pdf = answer.content_type == "application/pdf"
    return words_of_pdf(answer.data) if is_pdf else answer.text


def own_pages(world: World, review_id: UUID) -> list[str]:
    """Every page of one's own that the application has."""
    rules = {
        rule.rule
        for rule in world.app.url_map.iter_rules()
        if rule.rule.startswith(("/api/my/", "/api/me")) and "GET" in (rule.methods or ())
    }
    return sorted(rule.replace("<uuid:review_id>", str(review_id)) for rule in rules)


def naming(world: World, review_id: UUID, who: str) -> dict:
    answer = {
        "id": str(uuid4()), "question": "going_well.words", "words": "Football",
        "audience": "everyone_at_my_review", "not_people": [str(world.ids[who])],
    }  # fmt: skip
    return {
        "review_id": str(review_id), "form": "parent", "form_version": 1, "language": "en",
        "helper": None, "replaces": None, "answers": [answer],
    }  # fmt: skip


def test_leaving_somebody_out_does_not_tell_who_is_in_the_circle(world, priya, review_id):
    """Somebody in the circle answers like nobody at all, for whoever may not know of them."""
    mum = world.sign_in("Mum")
    in_circle, nobody = naming(world, review_id, "Dad"), naming(world, review_id, "Stranger")
    answers = [mum.put(f"/api/contributions/{uuid4()}", json=each) for each in (in_circle, nobody)]
    assert answers[0].data == answers[1].data
    assert answers[0].status_code == 422


def test_a_carer_is_not_named_to_a_parent_who_may_not_know(world, priya, review_id):
    save_plan(priya, review_id, a_part(world, "Mum", "Carol"))
    open_wall(world, "Mum", "Carol")
    assert names(world, "Mum") == set()
    assert names(world, "Carol") == {"Mum"}
    who = f"/api/children/{world.ids['Ada']}/circle/{world.ids['Mum']}"
    priya.put(f"{who}/may-know", json={"what": "carers"})
    assert names(world, "Mum") == {"Carol"}


def test_whoever_left_the_circle_has_nothing_at_their_next_request(world, priya, review_id):
    save_plan(priya, review_id, a_part(world, "Dad", "Ada"))
    dad = world.sign_in("Dad")
    assert own(dad)
    ending = f"/api/children/{world.ids['Ada']}/circle/{world.ids['Dad']}"
    assert priya.delete(ending).status_code == 204
    assert own(dad) == []
    assert dad.get(f"/api/my/drafts/{review_id}").status_code == 404
    plan = priya.get(f"/api/reviews/{review_id}").json
    assert plan["parts"][0]["people"] == [str(world.ids["Ada"])]
