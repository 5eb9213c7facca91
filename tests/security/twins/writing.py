"""B writes: twice the same, stale, too much, on others' ids; while A goes on with their own."""

from itertools import islice
from typing import Any

from cadair.commands.demo.people import PASSPHRASE
from cadair.contributions.rules.flooding import MOST_SHARED
from tests.conftest import browser
from tests.security.twins.parties import FORMS, QUESTIONS
from tests.security.twins.stories import A_ID, CIRCLE, PARTY_A, bs_part, plan
from tests.security.twins.walking import NEVER_ISSUED, Walk
from tests.security.twins.worlds import answer_to, contribution, draft

MEANWHILE = -0.5  # minutes ago: half a minute after B began


def write(walk: Walk, *, guesses: int) -> None:
    """All of B's writings; A does something of their own in each pause."""
    saves(walk)
    meanwhile(walk, 0)
    meets(walk)
    shares(walk)
    on_others(walk, guesses=guesses)
    meanwhile(walk, 1)
    walk.world.does(
        "priya", f"GET /api/reviews/{walk.world.review_id}/summary", minutes_ago=MEANWHILE
    )
    if walk.world.b.floods:
        floods(walk)
    meanwhile(walk, 2)
    about_oneself(walk)
    comes_in(walk)


def saves(walk: Walk) -> None:
    """A draft: saved, saved again, and over what is there by now."""
    path, form = f"/api/my/drafts/{walk.world.review_id}", walk.world.b.form
    for read, words in (("1", "And then"), ("1", "And then more"), ("1", "Other words"),
                        ("2", "Other words"), ("9", "From nowhere")):  # fmt: skip
        walk.ask(f"PUT {path}", draft(form, words), headers={"If-Match": f'"{read}"'})
    walk.ask(f"DELETE {path}", headers={"If-Match": '"1"'})
    walk.ask(f"PUT {path}", draft(form, "Without a revision"))


def meets(walk: Walk) -> None:
    """B in the meeting that runs: comes, twice the same, too late a step; and at strange doors."""
    part = f"/api/reviews/{walk.world.review_id}/parts/{walk.held('part_id')}/live"
    for named, said in (
        ("again", {"kind": "came", "on": 1}),
        ("again", {"kind": "came", "on": 1}),
        ("a hand", {"kind": "hand", "on": 4, "up": False}),
        ("leads", {"kind": "item", "on": 0, "item": "welcome"}),
        ("goes", {"kind": "left", "on": 2}),
    ):
        event = {"id": walk.world.id("b says live", named), **said}
        walk.ask(f"POST {part}/events", {"events": [event]})
        walk.ask(f"GET {part}/stream?after=4")
    for code in ("ABC", "234 567"):
        walk.ask("POST /api/live/join", {"code": code, "called": "B"})
    walk.ask("GET /api/live")
    walk.ask("GET /api/live/stream")


def shares(walk: Walk) -> None:
    """A contribution: shared, again, with other words, replaced twice, taken back twice."""
    first, second, third = (walk.world.id("b", name) for name in ("second", "third", "fourth"))
    said = _said(walk, "second", "B says more.")
    path = "PUT /api/contributions"
    walk.ask(f"{path}/{first}", said)
    walk.ask(f"{path}/{first}", said)
    walk.ask(f"{path}/{first}", _said(walk, "second", "B says something else."))
    walk.ask(f"{path}/{second}", _said(walk, "third", "Better so.", replaces=first))
    walk.ask(f"{path}/{third}", _said(walk, "fourth", "Or so.", replaces=first))
    walk.ask(f"{path}/{third}", _said(walk, "second", "An answer's id again."))
    walk.ask(f"POST /api/contributions/{second}/withdraw")
    walk.ask(f"POST /api/contributions/{second}/withdraw")
    walk.ask("GET /api/my/contributions")


def on_others(walk: Walk, *, guesses: int) -> None:
    """Whatever can be changed, tried on ids that may be A's; and A's own words, said by B.

    Not tried: sharing under the id of a contribution or an answer of A's.  Their devices made it
    of 122 random bits, and it is shown to nobody but A and the officer: who has it has the words.
    """
    for number, party in enumerate(walk.strange.parties):
        words = party.contributions[0].words[0] if party.contributions else "Nothing was said."
        mine = walk.world.id("b says as a", number)
        walk.ask(f"PUT /api/contributions/{mine}", _said(walk, f"as a {number}", words[:1900]))
    for at, guess in enumerate((str(A_ID), *walk.guesses(guesses))):
        mine = f"PUT /api/contributions/{walk.world.id('b guesses', at)}"
        walk.ask(mine, _said(walk, f"replaces {at}", "So.", replaces=guess))
        walk.ask(mine, _said(walk, f"without {at}", "So.", not_people=[guess]))
        walk.ask(mine, {**_said(walk, f"of {at}", "So."), "review_id": guess})
    for route in walk.world.council.routes:
        if route.method == "GET" or not route.slots or route.path.endswith("{contribution_id}"):
            continue
        for filling in islice(walk.fillings(route, guesses), 1, None):
            walk.ask(f"{route.method} {route.path.format(**filling)}", {})


def floods(walk: Walk) -> None:
    """As many contributions as fit in an hour, and one more."""
    for number in range(MOST_SHARED):
        path = f"PUT /api/contributions/{walk.world.id('b floods', number)}"
        walk.ask(path, _said(walk, f"flood {number}", "Once more."))


def about_oneself(walk: Walk) -> None:
    """B's own settings, and passphrases: wrong ones, and new ones made of others' names."""
    walk.ask("PUT /api/me/language", {"language": "cy"})
    walk.ask("PUT /api/me/chair", {"shape": "stool", "colour": "teal", "pattern": "plain"})
    walk.ask("DELETE /api/me/notices")
    walk.ask("POST /api/me/passkeys/question", {})
    walk.ask("POST /api/me/prove", {"passphrase": "not these three words"})
    current = PASSPHRASE
    for party in walk.strange.parties:
        new = f"{' '.join(party.name.split(' '))} oak elm"
        changed = walk.ask("PUT /api/me/passphrase", {"current": current, "new": new})
        current = new if changed.status < 300 else current
    walk.ask("PUT /api/me/passphrase", {"current": current, "new": "harbour lantern oak"})
    walk.ask("PUT /api/me/passphrase", {"current": "not this one", "new": "x"})


def comes_in(walk: Walk) -> None:
    """B on another device, and names tried there that may be A's."""
    other = browser(walk.world.council.app)
    other.environ_base["REMOTE_ADDR"] = "198.51.100.8"
    for name in (*walk.strange.names, "nobody-of-all-10"):
        wrong = {"who": name, "passphrase": "not these three words"}
        walk.ask("POST /api/sign-in", wrong, client=other)
        pictures = {"who": name, "pictures": ["sun", "cat", "key", "boat"]}
        walk.ask("POST /api/sign-in/pictures", pictures, client=other)
    walk.ask("POST /api/cards/look", {"card": "no such card at all"}, client=other)
    right = {"who": walk.world.b.who, "passphrase": "harbour lantern oak"}
    walk.ask("POST /api/sign-in", right, client=other)
    walk.ask("GET /api/me/devices", client=other)
    walk.ask(f"DELETE /api/me/devices/{NEVER_ISSUED}", client=other)
    walk.ask("GET /api/my/reviews", client=other)
    walk.ask("POST /api/sign-out", client=other)
    walk.ask("GET /api/me", client=other)


def meanwhile(walk: Walk, pause: int) -> None:
    """What A does while B writes; in a world without A, nothing."""
    world, a = walk.world, walk.world.a
    if not a.exists or a.left or pause >= len(a.meanwhile):
        return
    if world.b.opens_later and a.meanwhile[pause] in ("shares", "saves"):
        return  # nobody is asked yet
    what, form = a.meanwhile[pause], FORMS[a.job]
    if what == "shares":
        said = [answer_to(QUESTIONS[0], world.id("a meanwhile"), "While you write.")]
        path = f"PUT /api/contributions/{world.id('a shares meanwhile')}"
        world.does(PARTY_A, path, contribution(world, form, said), minutes_ago=MEANWHILE)
    elif what == "saves":
        world.does(PARTY_A, f"DELETE /api/my/drafts/{world.review_id}", minutes_ago=MEANWHILE)
    elif what == "withdraws":
        for given in a.contributions[:1]:
            path = f"POST /api/contributions/{world.id('a gives', given.number)}/withdraw"
            world.browser(PARTY_A, MEANWHILE).open(path.split(" ")[1], method="POST")
    elif what == "plans" and not (world.b.has_begun or world.b.meets):
        plan(world, [bs_part(world)] if world.b.seat != "none" else [], minutes_ago=MEANWHILE)
    elif what == "tries":
        world.browser(PARTY_A, MEANWHILE).post("/api/me/prove", json={"passphrase": "not this"})
    elif what == "leaves":
        world.does("priya", f"DELETE {CIRCLE}/circle/{A_ID}", minutes_ago=MEANWHILE)


def _said(walk: Walk, named: str, words: str, **said: Any) -> dict[str, Any]:
    not_people = said.pop("not_people", [])
    answer = answer_to(
        QUESTIONS[0], walk.world.id("b answers", named), words, not_people=not_people
    )
    return contribution(walk.world, walk.world.b.form, [answer], **said)
