"""What happened before B asks: B's own story, the same in every twin, and A's, which is not."""

from datetime import timedelta
from typing import Any

from cadair.commands.demo.people import demo_id
from cadair.reviews.rules import Stage
from tests.security.twins.between import a_has_a_mailbox, b_has_a_mailbox
from tests.security.twins.meeting import a_meets, b_meets
from tests.security.twins.parties import FORMS, QUESTIONS, Given
from tests.security.twins.worlds import JADEN, NOON, World, answer_to, contribution, draft
from tests.world.meetings import a_meeting_plan
from tests.world.two_councils import JOBS

PARTY_A = "party a"
A_ID = demo_id(PARTY_A)
CIRCLE = f"/api/children/{JADEN}"


def grow(world: World) -> None:
    """Both stories, woven into each other."""
    if world.b.opens_later:
        world.hold()
    if world.a.exists:
        JOBS[PARTY_A] = world.a.job
        a_joins(world)
    world.sweep(320)
    given = () if world.b.opens_later else world.a.contributions
    for each in given[::2]:
        a_shares(world, each)
    if not world.b.opens_later:
        b_says_something(world)
    b_is_told(world)
    b_has_a_mailbox(world)
    for each in given[1::2]:
        a_shares(world, each)
    if world.b.meets:
        b_meets(world)
    if world.a.exists:
        the_child_plans(world)
        a_has_a_mailbox(world, PARTY_A, A_ID)
        a_goes_on(world)
    world.sweep(5)
    if world.b.has_begun:
        world.begin_meeting()
    if world.b.meets:
        world.is_in(Stage.MEETING)


def b_says_something(world: World) -> None:
    """B shares something, and goes on writing."""
    b = world.b.who
    said = [
        answer_to(each, world.id("b", each), f"B says something of {each}.")
        for each in QUESTIONS[:2]
    ]
    first = f"PUT /api/contributions/{world.id('b first')}"
    world.does(b, first, contribution(world, world.b.form, said), minutes_ago=300)
    path = f"PUT /api/my/drafts/{world.review_id}"
    begun = {"If-Match": '"0"'}
    world.does(b, path, draft(world.b.form, "And then"), minutes_ago=290, headers=begun)


def the_child_plans(world: World) -> None:
    """Jaden would rather not see B, nor have them speak; his officer answers and adds something.

    Only where A is, so that B must not notice it either.
    """
    b, path = str(demo_id(world.b.who)), f"/reviews/{world.review_id}/meeting-plan"
    planned = a_meeting_plan(b)
    planned["people"] = [
        {"person_id": who, "wanted": "no", "items": None, "reason": "They shout."}
        for who in (b, str(A_ID))
    ]
    begun = {"If-Match": '"0"'}
    saved = {"plan": planned}
    world.does("jaden", f"PUT /api/my{path}", saved, minutes_ago=9, headers=begun)
    no = {"answer": "no", "reason": "They have a right to come."}
    world.does("priya", f"PUT /api{path}/answers/person:{b}", no, minutes_ago=8)
    added = {"words": "We must talk about the dentist."}
    world.does("priya", f"PUT /api{path}/added/{world.id('matter')}", added, minutes_ago=8)


def b_is_told(world: World) -> None:
    """B has a seat or none; the officer reads what there is, and writes to B."""
    plan(world, [bs_part(world)] if world.b.seat != "none" else [], minutes_ago=285)
    world.does("priya", f"GET /api/reviews/{world.review_id}/summary", minutes_ago=15)
    release(world, "to b", demo_id(world.b.who), words="Thank you. I have read it.", minutes_ago=14)


def bs_part(world: World) -> dict[str, Any]:
    """The part of the review in which B sits."""
    b = str(demo_id(world.b.who))
    ahead = timedelta(days=130 if world.b.opens_later else 9, hours=2)
    starts = (NOON + ahead).isoformat() if world.b.seat == "timed" else None
    return {
        "id": world.id("b's part"), "title": "Our part", "how": "in_person", "starts_at": starts,
        "minutes": 45, "place": "Room 3, Civic Centre", "video_link": None,
        "agenda": ["Family time"], "people": [b],
        "told_where": [b] if world.b.told_where else [],
    }  # fmt: skip


def plan(world: World, parts: list[dict[str, Any]], *, minutes_ago: float) -> None:
    """The officer plans the review anew."""
    path = f"/api/reviews/{world.review_id}"
    read = world.does("priya", f"GET {path}", minutes_ago=minutes_ago)
    etag = {"If-Match": read.headers["ETag"]}
    world.does("priya", f"PUT {path}/plan", {"parts": parts}, minutes_ago=minutes_ago, headers=etag)


def release(
    world: World,
    named: str,
    person_id: Any,
    *,
    words: str | None = None,
    lines: tuple[dict[str, Any], ...] = (),
    answered: bool | None = True,
    minutes_ago: float,
) -> None:
    """The officer gives somebody something, and the manager agrees, refuses or waits."""
    path = f"/api/reviews/{world.review_id}"
    wanted = {"lines": list(lines), "words": words}
    seen = world.does(
        "priya", f"POST {path}/recipients/{person_id}/preview", wanted, minutes_ago=minutes_ago
    ).json
    sure = {
        **wanted, "person_id": str(person_id), "fingerprint": seen["fingerprint"],
        "reason": "It was asked for." if seen["findings"] else None,
    }  # fmt: skip
    there = f"{path}/releases/{world.id('release', named)}"
    made = world.does("priya", f"PUT {there}", sure, minutes_ago=minutes_ago).json
    if made["needs_second"] and answered is not None:
        world.does("helen", f"GET {there}", minutes_ago=minutes_ago)
        decided = {"agrees": answered, "note": None if answered else "Not yet."}
        world.does("helen", f"POST {there}/answer", decided, minutes_ago=minutes_ago)


def a_joins(world: World) -> None:
    """A comes into the circle and, as far as they ever do, into Cadair."""
    a = world.a
    told = {
        "name": a.name, "kind": a.kind.value, "parental_responsibility": a.responsibility,
        "language": a.language,
    }  # fmt: skip
    world.does("priya", f"PUT {CIRCLE}/circle/{A_ID}", told, minutes_ago=340)
    if a.card != "none":
        path = f"PUT /api/people/{A_ID}/cards/{world.id('a card')}"
        card = world.does("priya", path, minutes_ago=335).json["link"].split("#")[1]
    if a.card == "used":
        used = {"card": card, "passphrase": "harbour lantern biscuit"}
        world.does("anonymous", "POST /api/cards/use", used, minutes_ago=330)
        world.does(PARTY_A, "PUT /api/me/language", {"language": a.language}, minutes_ago=328)
    for _ in range(a.devices):
        world.browser(PARTY_A, 326)
    wrong = world.browser(PARTY_A, 325)
    for _ in range(a.wrong_tries):
        with_name = {"passphrase": "not these three words"}
        world.acts_as(PARTY_A)
        wrong.post("/api/me/prove", json=with_name)


def a_shares(world: World, given: Given) -> None:
    """A shares a contribution, and perhaps takes it back or replaces it."""
    form, at = FORMS[world.a.job], given.minutes_ago
    helper = {"name": "Bo", "who": "a neighbour"} if given.helped else None
    first = world.id("a gives", given.number)
    body = contribution(
        world, form, [_answer(world, given, n, "said") for n in range(len(given.words))],
        helper=helper,
    )  # fmt: skip
    world.does(PARTY_A, f"PUT /api/contributions/{first}", body, minutes_ago=at)
    if given.then == "withdrawn":
        world.does(PARTY_A, f"POST /api/contributions/{first}/withdraw", minutes_ago=at - 10)
    if given.then == "replaced":
        body = {**body, "answers": [_answer(world, given, 0, "again")], "replaces": first}
        again = f"PUT /api/contributions/{world.id('a replaces', given.number)}"
        world.does(PARTY_A, again, body, minutes_ago=at - 10)


def _answer(world: World, given: Given, at: int, what: str) -> dict[str, Any]:
    return answer_to(
        QUESTIONS[at], world.id("a answers", what, given.number, at), given.words[at],
        audience="only_my_iro" if QUESTIONS[at].startswith("private") else given.audience,
        wish=False,
    )  # fmt: skip


def a_goes_on(world: World) -> None:
    """What else there is of A: drafts, seats, walls, what was given, what was kept and tried."""
    a, path = world.a, f"/api/my/drafts/{world.review_id}"
    if a.draft and not world.b.opens_later:
        saved = draft(FORMS[a.job], a.draft)
        world.does(PARTY_A, f"PUT {path}", saved, minutes_ago=12, headers={"If-Match": '"0"'})
    if a.part:
        seat_a(world, minutes_ago=11)
    if a.card == "used":
        for page in ("me", "my/reviews", "my/contributions"):
            world.does(PARTY_A, f"GET /api/{page}", minutes_ago=10.5)
    _walls(world)
    _given_on(world)
    for at in range(0 if world.b.opens_later else a.tries_to_reach):
        tried = {
            "person_id": str(A_ID), "how": "phone", "reached": at == 1, "note": "No answer.",
        }  # fmt: skip
        there = f"PUT /api/reviews/{world.review_id}/attempts/{world.id('try', at)}"
        world.does("priya", there, tried, minutes_ago=8)
    if a.knows_home:
        world.does("priya", f"PUT {CIRCLE}/circle/{A_ID}/may-know", {"what": "home"}, minutes_ago=8)
    if a.address:
        kept = {"kind": "address", "words": a.address}
        world.does("priya", f"PUT {CIRCLE}/protected-facts", kept, minutes_ago=8)
    _elsewhere(world)
    if a.part and world.b.meets:
        a_meets(world, PARTY_A)
    if a.left:
        world.does("priya", f"DELETE {CIRCLE}/circle/{A_ID}", minutes_ago=6)


def seat_a(world: World, *, minutes_ago: float) -> None:
    """The plan, with a seat for A: beside B, unseen, or in a part of A's own."""
    part = world.a.part
    assert part is not None
    mine = [bs_part(world)] if world.b.seat != "none" else []
    if part.in_bs_part and mine:
        mine[0]["people"].append(str(A_ID))
        mine[0]["told_where"] += [str(A_ID)] if part.told_where else []
        plan(world, mine, minutes_ago=minutes_ago)
        return
    starts = (
        NOON + timedelta(days=part.days_ahead, hours=3) if part.days_ahead is not None else None
    )
    own = {
        "id": world.id("a's part"), "title": part.title, "how": part.how,
        "starts_at": starts.isoformat() if starts else None, "minutes": part.minutes,
        "place": part.place, "video_link": None, "agenda": list(part.agenda),
        "people": [str(A_ID)], "told_where": [str(A_ID)] if part.told_where else [],
    }  # fmt: skip
    plan(world, [own, *mine] if part.comes_first else [*mine, own], minutes_ago=minutes_ago)


def _walls(world: World) -> None:
    a, b = world.a, demo_id(world.b.who)
    is_raised = a.wall.startswith("raised")
    if a.wall != "stands":
        lower(world, b, agreed=is_raised, refused=a.wall == "refused")
    lines = lines_of_a(world, b) if a.wall == "raised_after_giving" else ()
    if lines:
        release(world, "a to b", b, lines=lines, minutes_ago=9)
    if is_raised:
        raise_wall(world, b, minutes_ago=6.5)
    if a.wall_to_another:
        lower(world, demo_id("yusuf" if world.b.who == "tom" else "tom"), agreed=True)


def lower(world: World, other: Any, *, agreed: bool, refused: bool = False) -> None:
    """The wall between A and another is to be lowered; the manager agrees, refuses or waits."""
    proposal = world.id("wall", other)
    asked = {"one_id": str(A_ID), "other_id": str(other), "reason": "They both ask for it."}
    world.does("priya", f"PUT {CIRCLE}/wall-proposals/{proposal}", asked, minutes_ago=10)
    if agreed or refused:
        answer = f"POST /api/wall-proposals/{proposal}/answer"
        world.does("helen", answer, {"agrees": agreed}, minutes_ago=9.5)


def raise_wall(world: World, other: Any, *, minutes_ago: float) -> None:
    """The wall between A and another stands again, from the next request on."""
    world.does("helen", f"PUT {CIRCLE}/walls/{A_ID}/{other}", minutes_ago=minutes_ago)


def _given_on(world: World) -> None:
    a = world.a
    if a.told_child != "nothing":
        answered = {"waits": None, "refused": False, "given": True}[a.told_child]
        lines = lines_of_a(world, JADEN)
        words = None if lines else "Somebody else has written too."
        release(
            world, "to jaden", JADEN, lines=lines, words=words, answered=answered, minutes_ago=7
        )
    if a.was_given and (a.part or not world.b.opens_later):
        release(world, "to a", A_ID, words="Thank you for writing.", minutes_ago=7)


def lines_of_a(world: World, to: Any) -> tuple[dict[str, Any], ...]:
    """One line of A's that may pass to somebody, if there is any."""
    path = f"GET /api/reviews/{world.review_id}/recipients/{to}"
    listed = world.does("priya", path, minutes_ago=7).json["lines"]
    mine = [one for one in listed if one["person"]["person_id"] == str(A_ID)]
    return tuple({"answer_id": one["answer_id"], "named": one["can_be_named"]} for one in mine[:1])


def _elsewhere(world: World) -> None:
    """A asked for a review sooner, and is told no; A is around another child as well."""
    a = world.a
    if a.asked_early:
        asked = {
            "trigger": "child_asks", "asked_by_id": str(A_ID), "asked_on": f"{NOON:%Y-%m-%d}",
            "why": "It cannot wait.", "decision": "no", "hold_by": None, "reason": "It can.",
        }  # fmt: skip
        path = f"PUT {CIRCLE}/early-reviews/{world.id('asked early')}"
        world.does("priya", path, asked, minutes_ago=7)
