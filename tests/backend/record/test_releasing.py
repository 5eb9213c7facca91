"""Nothing that one person said passes to another but by a release, just as it was previewed."""

import pytest
from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.children import queries as children
from cadair.children.models import ProtectedFact
from cadair.children.rules.kinds import ProtectedKind
from cadair.foundation.sealing import SealBroken
from cadair.record.models import Release
from cadair.record.queries import releases as kept
from tests.backend.contributions.conftest import an_answer
from tests.backend.record.conftest import share
from tests.backend.record.giving import (
    Giving,
    given,
    keep,
    lower,
    lower_all,
    may_pass,
    place,
    raise_wall,
    shared,
)

SINGS = "He sings in the kitchen."
FRIDAY = "I want to see Mum on Fridays."
SECRET = "I told nobody but you that I am afraid of the dark here."
LONG = "She cried for an hour after the call and then went up to her room"


def said_by(world, who, words, **more):
    question = "good_news.words" if who == "Ada" else "going_well.words"
    return share(world, who, an_answer(question, words=words, **more))


def listed(world, to):
    return [line["words"] for line in may_pass(world, to)["lines"]]


def test_only_what_may_pass_is_there_to_be_picked(world):
    said_by(world, "Ada", FRIDAY)
    said_by(world, "Carol", SINGS)
    assert listed(world, "Mum") == [FRIDAY]  # a wall stands between her and Carol
    assert listed(world, "Ada") == [SINGS]
    lower(world, "Carol", "Mum")
    assert sorted(listed(world, "Mum")) == [SINGS, FRIDAY]
    assert listed(world, "Carol") == [FRIDAY]


@pytest.mark.parametrize(
    "said",
    [
        {"audience": "only_my_iro"},
        {"audience": "my_iro_and_social_worker"},
        {"not_people": ["Mum"]},
        {"words": None, "skip": "dont_know"},
    ],
)
def test_what_its_author_keeps_from_them_is_not(world, said):
    if "not_people" in said:
        said = {**said, "not_people": [str(world.ids[who]) for who in said["not_people"]]}
    share(world, "Ada", an_answer("good_news.words", **{"words": SECRET, **said}))
    assert listed(world, "Mum") == []


def test_the_social_worker_may_be_given_what_was_meant_for_them(world):
    said_by(world, "Ada", FRIDAY, audience="my_iro_and_social_worker")
    assert listed(world, "Wendy") == [FRIDAY]


def test_the_people_are_the_child_and_whoever_takes_part(world):
    answer = world.sign_in("Priya").get(place(world, "recipients")).json
    assert [each["name"].split()[0] for each in answer["people"]] == [
        "Ada", "Carol", "Mum", "Teacher", "Wendy",
    ]  # fmt: skip
    assert answer["is_split"] is True
    lower_all(world)
    assert world.sign_in("Priya").get(place(world, "recipients")).json["is_split"] is False
    path = place(world, "recipients", world.ids["Dad"])  # around the child, and not asked
    assert world.sign_in("Priya").get(path).status_code == 404


def test_what_they_are_given_is_what_was_previewed_and_nothing_else(world):
    lower_all(world)
    said_by(world, "Ada", FRIDAY)
    said_by(world, "Carol", SINGS)
    letter = Giving(world, "Mum", words="We will talk about Fridays.")
    letter.pick(FRIDAY, named=True).pick(SINGS)
    preview = letter.preview().json
    assert preview["needs_second"] is False
    assert preview["findings"] == []
    assert letter.release().json["state"] == "released"
    assert given(world, "Mum") == [preview["given"]]
    assert preview["given"] == {
        "officer": "Priya Reed",
        "words": "We will talk about Fridays.",
        "language": "en",
        "lines": [
            {
                "said_by": "Ada", "title": "Good news", "words": FRIDAY, "language": "en",
                "ask": preview["given"]["lines"][0]["ask"], "face": None, "choices": [],
                "heading": None, "who": None, "by_on": None,
            },
            {
                "said_by": None, "title": None, "words": SINGS, "language": "en",
                "ask": None, "face": None, "choices": [],
                "heading": None, "who": None, "by_on": None,
            },
        ],
    }  # fmt: skip
    for other in ("Ada", "Carol", "Wendy", "Teacher"):
        assert given(world, other) == []


def test_releases_add_up_and_the_preview_says_what_is_new(world):
    lower_all(world)
    said_by(world, "Ada", FRIDAY)
    first = Giving(world, "Mum", words="Hello.").pick(FRIDAY)
    first.send()
    again = Giving(world, "Mum", words="Hello again.").pick(FRIDAY).pick(FRIDAY, named=True)
    again.lines = [again.lines[0]]
    preview = again.preview().json
    assert (preview["words_before"], preview["lines_before"]) == (False, [True])
    again.send()
    assert {each["words"] for each in given(world, "Mum")} == {"Hello again.", "Hello."}


def test_nobody_is_named_who_must_not_be(world):
    """Mum may hear what Carol said, and still not learn who cares for her child."""
    lower_all(world)
    said_by(world, "Carol", SINGS)
    (line,) = may_pass(world, "Mum")["lines"]
    assert (line["can_be_named"], line["can_go_unnamed"]) == (False, True)
    letter = Giving(world, "Mum").pick(SINGS, named=True)
    assert letter.preview().json["code"] == "changed_since_preview"


def test_a_choice_says_nothing_without_its_question(world):
    lower_all(world)
    share(world, "Ada", an_answer("family.brothers_sisters", choices=["more"]))
    (line,) = may_pass(world, "Mum")["lines"]
    letter = Giving(world, "Mum", [{"answer_id": line["answer_id"], "named": False}])
    assert letter.preview().json["fields"] == {"lines": ["needs_name"]}
    letter.lines[0]["named"] = True
    assert letter.preview().json["given"]["lines"][0]["choices"] != []


def test_nothing_at_all_is_no_release(world):
    assert Giving(world, "Mum").preview().json["fields"] == {"words": ["required"]}


def test_a_second_tap_gives_it_once(world):
    lower_all(world)
    letter = Giving(world, "Mum", words="Hello.").send()
    assert letter.release().json["state"] == "released"
    assert len(given(world, "Mum")) == 1
    other = letter.release(reason="Another reason.")
    assert (other.status_code, other.json["code"]) == (409, "released_differently")


def test_other_words_than_the_previewed_are_refused(world):
    lower_all(world)
    letter = Giving(world, "Mum", words="Hello.")
    letter.preview()
    for other in ({"words": "Hello!"}, {"fingerprint": "f" * 64}, {"fingerprint": ""}):
        assert letter.release(**other).json["code"] == "changed_since_preview"
    to_carol = {"person_id": str(world.ids["Carol"])}
    assert letter.release(**to_carol).json["code"] == "changed_since_preview"
    assert given(world, "Mum") == given(world, "Carol") == []


def narrowed(world, contribution):
    share(
        world,
        "Ada",
        an_answer("good_news.words", words=FRIDAY, audience="only_my_iro"),
        replaces=contribution,
    )


def left_out(world, contribution):
    mum = str(world.ids["Mum"])
    share(
        world,
        "Ada",
        an_answer("good_news.words", words=FRIDAY, not_people=[mum]),
        replaces=contribution,
    )


def withdrawn(world, contribution):
    path = f"/api/contributions/{contribution}/withdraw"
    assert world.sign_in("Ada").post(path).status_code == 200


def walled(world, _contribution):
    raise_wall(world, "Mum", "Wendy")


def kept_secret(world, _contribution):
    keep(world, ProtectedKind.SCHOOL, "Friday Academy")


@pytest.mark.parametrize("change", [narrowed, left_out, withdrawn, walled, kept_secret])
def test_a_change_between_preview_and_release_stops_it(world, change):
    lower_all(world)
    contribution = said_by(world, "Ada", "I like Friday Academy best.")
    letter = Giving(world, "Mum").pick("I like Friday Academy best.")
    assert letter.preview().status_code == 200
    change(world, contribution)
    refused = letter.release(reason="It is safe.")
    assert (refused.status_code, refused.json["code"]) == (409, "changed_since_preview")
    assert given(world, "Mum") == []


def test_the_guard_stops_what_must_not_go_out_and_says_why_to_the_officer(world):
    lower_all(world)
    keep(world, ProtectedKind.SCHOOL, "Westfield Academy")
    keep(world, ProtectedKind.ADDRESS, "14 Rowan Close, Ashcombe")
    keep(world, ProtectedKind.CARER_PHONE, "07700 900123")
    said_by(world, "Teacher", LONG, audience="only_my_iro")
    words = f"At Westfield I heard: {LONG}. Carol lives in rowan close, 07700-900123."
    letter = Giving(world, "Mum", words=words)
    found = {(each["why"], each["words"]) for each in letter.preview().json["findings"]}
    assert found == {
        ("school", "Westfield"), ("copied", LONG), ("carer", "Carol"),
        ("address", "rowan close"), ("phone", "07700-900123"),
    }  # fmt: skip
    assert letter.release().json["code"] == "stopped_by_guard"
    assert given(world, "Mum") == []


def test_who_knows_anyway_may_be_told(world):
    """The carer knows home and school; the child knows it all; nobody's own words are a secret."""
    lower_all(world)
    keep(world, ProtectedKind.SCHOOL, "Westfield Academy")
    keep(world, ProtectedKind.ADDRESS, "14 Rowan Close, Ashcombe")
    said_by(world, "Carol", LONG, audience="only_my_iro")
    words = "At Westfield, near Rowan Close, with Carol, as always."
    assert Giving(world, "Carol", words=f"{words} {LONG}").preview().json["findings"] == []
    assert Giving(world, "Ada", words=words).preview().json["findings"] == []
    found = Giving(world, "Ada", words=LONG).preview().json["findings"]
    assert [(each["why"], each["author"]) for each in found] == [("copied", "Carol Reed")]


def test_where_the_child_lived_before_is_no_less_a_secret(world):
    lower_all(world)
    keep(world, ProtectedKind.SCHOOL, "Westfield Academy")
    with world.inside() as session:
        for fact in session.scalars(select(ProtectedFact)):
            fact.since_on = fact.since_on.replace(day=1)
    keep(world, ProtectedKind.SCHOOL, "Hilltop School")
    found = Giving(world, "Mum", words="From Westfield to Hilltop.").preview().json["findings"]
    assert {each["words"] for each in found} == {"Westfield", "Hilltop"}


def test_an_override_needs_a_reason_which_is_sealed_and_in_the_trail(world):
    lower_all(world)
    keep(world, ProtectedKind.SCHOOL, "Westfield Academy")
    letter = Giving(world, "Mum", words="Prize day at Westfield is on Monday.")
    letter.reason = "The court ordered that she is told."
    letter.send()
    assert len(given(world, "Mum")) == 1
    with world.inside() as session:
        row = session.scalars(select(Release)).one()
        assert b"court" not in row.reason
        event = session.scalars(
            select(AuditEvent).where(AuditEvent.event == "release.released")
        ).one()
        assert event.facts["overridden"] == ["school"]
        assert "Westfield" not in str(event.facts)


def test_what_is_kept_opens_only_in_its_own_row(world):
    lower_all(world)
    Giving(world, "Mum", words="One.").send()
    Giving(world, "Mum", words="Two.").send()
    with world.inside() as session:
        one, two = session.scalars(select(Release)).all()
        key = children.sealing_key(session, child_id=world.child_id)
        assert kept.rendering_of(one, key).words in ("One.", "Two.")
        with pytest.raises(SealBroken):
            kept.opened(key, one.rendering, kept.RENDERING, two.review_id, two.id)


def test_reading_lines_tells_their_author_and_every_step_is_in_the_trail(world):
    lower_all(world)
    said_by(world, "Ada", FRIDAY)
    Giving(world, "Mum").pick(FRIDAY).send()
    given(world, "Mum")
    mine = world.sign_in("Ada").get("/api/my/contributions").json["contributions"]
    assert [reader["name"] for reader in mine[0]["read_by"]] == ["Priya Reed"]
    with world.inside() as session:
        events = session.scalars(select(AuditEvent.event).order_by(AuditEvent.at)).all()
    for event in ("lines_read", "previewed", "released", "read"):
        assert f"release.{event}" in events


@pytest.mark.parametrize("who", ["Dad", "Stranger", "Omar", "Boss", "Clerk", "Priya"])
def test_nobody_reads_of_a_review_that_they_take_no_part_in(world, who):
    assert shared(world, who).status_code == 404


def test_who_left_the_circle_reads_no_more(world):
    lower_all(world)
    Giving(world, "Mum", words="Hello.").send()
    world.leave("Mum")
    assert shared(world, "Mum").status_code == 404
    assert Giving(world, "Mum", words="Hello.").preview().status_code == 404


def test_a_wall_raised_again_takes_back_what_was_given_before(world):
    """At the next request, and in what their officer is shown of their page (security bar A6)."""
    said_by(world, "Carol", SINGS)
    said_by(world, "Ada", FRIDAY)
    lower_all(world)
    Giving(world, "Mum").pick(SINGS).send()
    Giving(world, "Mum", words="We meet soon.").pick(SINGS).pick(FRIDAY).send()
    mum = world.sign_in("Mum")
    page = f"/api/my/reviews/{world.review_id}/shared"
    assert mum.get(page).text.count(SINGS) == 2
    raise_wall(world, "Carol", "Mum")
    left = mum.get(page).json["shared"]
    assert [[line["words"] for line in each["given"]["lines"]] for each in left] == [[FRIDAY]]
    assert left[0]["given"]["words"] == "We meet soon."
    looking = f"/api/children/{world.child_id}/seen-by/{world.ids['Mum']}"
    assert SINGS not in world.sign_in("Priya").get(looking).text
    lower(world, "Carol", "Mum")
    assert mum.get(page).text.count(SINGS) == 2


def test_who_may_know_the_carers_no_more_reads_their_name_no_more(world):
    said_by(world, "Carol", SINGS)
    lower_all(world)
    priya, mum = world.sign_in("Priya"), world.sign_in("Mum")
    known = f"/api/children/{world.child_id}/circle/{world.ids['Mum']}"
    assert priya.put(f"{known}/may-know", json={"what": "carers"}).status_code == 204
    Giving(world, "Mum").pick(SINGS, named=True).send()
    page = f"/api/my/reviews/{world.review_id}/shared"
    assert "Carol" in mum.get(page).text
    assert priya.put(f"{known}/may-not-know", json={"what": "carers"}).status_code == 204
    assert mum.get(page).json["shared"] == []
