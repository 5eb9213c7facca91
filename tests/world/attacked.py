"""A world in which everybody writes nothing but attacks, into every field that keeps words."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from cadair.commands.demo.people import demo_id
from cadair.contributions.rules.forms import Audience, Kind, form
from cadair.foundation.clock import now, today
from cadair.foundation.database import beyond_councils, db, scope_to
from cadair.meeting.routes.guests import GUEST_COOKIE
from cadair.people.models import Council, Person
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.access.true_requests import BODIES
from tests.conftest import browser
from tests.world.attack_words import Attacks
from tests.world.everything import (
    Everything,
    a_decision,
    a_dispute,
    a_hand_over,
    an_answer_to_a_dispute,
    beside_a_dispute,
    early_ask,
    the_next_stage,
)
from tests.world.fields_of_words import Fields
from tests.world.holding import adjourning, checked, held
from tests.world.live import move_to, one_event
from tests.world.two_councils import BRO_GWYNFRYN, JADEN, NORTHMOOR

FORMS = {
    "jaden": "child_12_to_15", "sandra": "carer", "karen": "parent", "okafor": "professional",
    "tom": "professional",
}  # fmt: skip
REASON = "It was asked for."
NEW, FIRST = {"If-Match": '"0"'}, {"If-Match": '"1"'}


class AttackedWorld(Everything):
    """Two councils with one of everything, and attacks in the place of all that anybody says."""

    guests: dict[str, str]  # the cookie of each that joined by a code

    def __init__(self, app: Flask) -> None:
        self.fields, self.attacks = Fields(app), Attacks()
        self.filled: set[str] = set()
        super().__init__(app)
        self.review_id, self.card = self.of("jaden", "review"), self.cards["jaden"]
        self.signed_id, self.part_id = self.of("jaden", "signed_review"), self.of("jaden", "part")
        self._contribute()
        self._draft()
        self._tell_of_the_circle()
        self.release_ids = [self._release(key) for key in ("karen", "sandra", "jaden")]
        self._decide_more()
        self._disagree_more()
        self._come_in_and_say()
        self._give()
        self._keep_days()
        self._bring_in_names()

    def said(self, who: str, method: str, path: str, **sent: Any) -> Any:
        return self.send(self.client(who), method, path, **sent)

    def send(self, client: FlaskClient, method: str, path: str, **sent: Any) -> Any:
        """What was answered to a request whose words are attacks; it must succeed."""
        body, filling = sent.get("json"), set()
        if body is not None:
            body, filling = self.fields.filled(
                method.upper(), f"/api{path}", _more(path, body), self.attacks.instead_of
            )
            sent["json"] = body
        answer = client.open(f"/api{path}", method=method.upper(), **sent)
        assert answer.status_code < 300, (method, path, body, answer.text)
        self.filled |= filling
        return answer.get_json(silent=True)

    def _notices(self, key: str) -> None:
        """Nothing leaves this world: it has no mail and no key for browsers."""

    def _contribute(self) -> None:
        """Every question of every form, all at once."""
        for key, name in FORMS.items():
            made = form(name, 1)
            assert made is not None
            answers = [
                {
                    "id": str(uuid4()), "question": question.key, "words": question.key,
                    "helper_words": f"{question.key} helped",
                    "audience": (question.audience or Audience.EVERYONE).value,
                }
                for question in made.questions.values()
            ]  # fmt: skip
            told = {
                "review_id": str(self.review_id), "form": name, "form_version": 1,
                "language": "en", "helper": {"name": key, "who": f"of {key}"},
                "replaces": None, "answers": answers,
            }  # fmt: skip
            self.said(key, "put", f"/contributions/{uuid4()}", json=told)

    def _draft(self) -> None:
        for key, name in FORMS.items():
            made = form(name, 1)
            assert made is not None
            asked = [each.key for each in made.questions.values() if each.kind is Kind.WORDS]
            drafted = {
                "words": f"{key} drafts", "helper_words": "a helper drafts",
                "choices": ["a choice"], "audience": "everyone_at_my_review",
            }  # fmt: skip
            content = {
                "form": name, "form_version": 1, "language": "en",
                "helper": {"name": "a helper", "who": "a neighbour"},
                "answers": dict.fromkeys(asked, drafted),
                "other_words": {each: [drafted] for each in asked[:2]},
            }  # fmt: skip
            path = f"/my/drafts/{self.review_id}"
            read = self.client(key).get(f"/api{path}").json or {}
            revision = {"If-Match": f'"{read.get("revision", 0)}"'}
            self.said(key, "put", path, json={"content": content}, headers=revision)

    def _tell_of_the_circle(self) -> None:
        jaden = f"/children/{JADEN}"
        for name in range(6):
            told = {**BODIES["add_to_circle"](self, "jaden", "priya"), "name": f"Gran {name}"}
            self.said("priya", "put", f"{jaden}/circle/{uuid4()}", json=told)
        for kind in ("school", "carer_phone"):
            fact = {"kind": kind, "words": f"the {kind}"}
            self.said("priya", "put", f"{jaden}/protected-facts", json=fact)
        early = early_ask() | {"trigger": "welfare_concern", "why": "He cries.", "reason": REASON}
        path = f"{jaden}/early-reviews/{uuid4()}"
        self.said("priya", "put", path, json=early)
        back = {"decision": "taken_back", "hold_by": None, "reason": "For the wrong child."}
        self.said("priya", "put", f"{path}/decision", json=back)
        self.said("jaden", "put", f"/me/passkeys/{self.of('jaden', 'passkey')}", json={"name": "M"})

    def _release(self, key: str) -> UUID:
        """Given to one of them, after a second person agreed."""
        review, release_id = f"/reviews/{self.review_id}", uuid4()
        wanted = {"lines": [], "words": f"To {key}."}
        path = f"{review}/recipients/{demo_id(key)}/preview"
        seen = self.said("priya", "post", path, json=wanted)
        told = {"person_id": str(demo_id(key)), "fingerprint": seen["fingerprint"]}
        path = f"{review}/releases/{release_id}"
        made = self.said("priya", "put", path, json={**wanted, **told, "reason": REASON})
        if made["state"] == "waiting":
            assert self.client("helen").get(f"/api{path}").status_code == 200
            self.said("helen", "post", f"{path}/answer", json={"agrees": True, "note": None})
        return release_id

    def _decide_more(self) -> None:
        """What somebody without an account does; a wish that is closed, an alarm that is over."""
        path, wish = f"/reviews/{self.review_id}", self.of("jaden", "wish")
        told = BODIES["answer_wish"](self, "jaden", "priya")
        self.said("priya", "put", f"{path}/wishes/{wish}/answers/{uuid4()}", json=told)
        for who in (None, "sandra", "karen"):
            decided = a_decision(f"For {who}.", who=who)
            self.said("priya", "put", f"{path}/decisions/{uuid4()}", json=decided, headers=NEW)
        self._share(self.review_id, "priya")
        closed = {"words": "You have a place."}
        self.said("priya", "post", f"/wishes/{self.of('amelia', 'wish')}/close", json=closed)
        over = {"what_was_done": "We went there."}
        self.said("priya", "post", f"/unsafe/{self.of('amelia', 'unsafe')}/close", json=over)
        self.said("priya", "put", f"/children/{JADEN}/hand-overs/{uuid4()}", json=a_hand_over("j"))

    def _disagree_more(self) -> None:
        """Of one of Amelia's disputes she is told no more; another goes on, and is resolved."""
        path, new, stages = f"/children/{demo_id('amelia')}/disputes", uuid4(), (uuid4(), uuid4())
        untold = {**beside_a_dispute(), "words_to_child": None, "not_told_because": "He reads it."}
        going_on = f"{path}/{self.of('amelia', 'dispute')}/beside"
        self.said("priya", "put", going_on, json=untold, headers={"If-Match": '"2"'})
        self.said("priya", "put", f"{path}/{new}", json=a_dispute(stages[0]))
        answered = f"{path}/{new}/stages/{stages[0]}/answer"
        self.said("priya", "post", answered, json=an_answer_to_a_dispute())
        further = the_next_stage()
        self.said("priya", "put", f"{path}/{new}/stages/{stages[1]}", json=further)
        over = BODIES["resolve_dispute"](self, "amelia", "priya")
        self.said("priya", "post", f"{path}/{new}/resolve", json=over)

    def _come_in_and_say(self) -> None:
        """Somebody without an account joins Jaden's part by its code, and asks for a word."""
        opened = self.client("priya").post(
            f"/api/reviews/{self.review_id}/parts/{self.part_id}/live/code"
        )
        assert opened.status_code == 200, opened.text
        self.code = opened.json["code"]
        self.guests = {}
        for key, called in (("guest", "Uncle Bob"), ("screen", None)):
            joining = browser(self.app)
            self.send(joining, "post", "/live/join", json={"code": self.code, "called": called})
            cookie = joining.get_cookie(GUEST_COOKIE)
            assert cookie is not None
            self.guests[key] = cookie.value
            if called:
                asked = one_event(kind="word", on=99, word="placed")
                self.send(joining, "post", "/live/events", json=asked)
        events = f"/reviews/{self.review_id}/parts/{self.part_id}/live/events"
        for key, word in (("jaden", "a word"), ("tom", "another")):
            self.said(key, "post", events, json=one_event(kind="word", on=99, word=word))
        self.said("priya", "post", events, json=one_event(kind="resumed", on=99))

    def _give(self) -> None:
        """A letter that the child was given, and lines of a signed record."""
        path = f"/reviews/{self.review_id}"
        told = BODIES["save_letter"](self, "jaden", "priya")
        self.said("priya", "put", f"{path}/letter", json=told, headers=NEW)
        self.said("priya", "post", f"{path}/letter/give", json={"reason": REASON}, headers=FIRST)
        remark = {"paragraph": "hello", "words": "That was not me."}
        remarks = f"/my/letters/{self.review_id}/remarks/{uuid4()}"
        self.said("jaden", "put", remarks, json=remark)
        signed = f"/reviews/{self.signed_id}"
        page = self.client("priya").get(f"/api{signed}/distribution").json["people"]
        (own,) = (each for each in page if each["person"]["person_id"] == str(JADEN))
        wanted = {"keys": [each["key"] for each in own["offers"]], "words": "We meet soon."}
        there = f"{signed}/distribution/{JADEN}/preview"
        seen = self.said("priya", "post", there, json=wanted)
        sure = {**wanted, "person_id": str(JADEN), "fingerprint": seen["fingerprint"]}
        given = f"{signed}/distributions/{uuid4()}"
        self.said("priya", "put", given, json={**sure, "reason": REASON})

    def _keep_days(self) -> None:
        """Amelia's review was held late; Elin's is adjourned; Jaden says how his last one was."""
        path = f"/reviews/{self.of('amelia', 'review')}"
        with self.app.app_context(), beyond_councils(db.session):
            of_review = update(Review).where(Review.id == self.of("amelia", "review"))
            due = today(now()) - timedelta(days=9)
            db.session.execute(of_review.values(due_by=due))
            db.session.commit()
        late = held(late_reason="sickness", late_words="I was ill.")
        self.said("priya", "post", f"{path}/hold", json=late)
        elins = self.of("elin", "review")
        move_to(self.app, elins, Stage.MEETING)
        self.said("carys", "post", f"/reviews/{elins}/adjourn", json=adjourning())
        looked = checked(wishes="No.", concerns="None.")
        read = self.client("priya").get(f"/api/children/{JADEN}/midpoint")
        match = {"If-Match": read.headers["ETag"]}
        self.said("priya", "put", f"/children/{JADEN}/midpoint", json=looked, headers=match)

    def _bring_in_names(self) -> None:
        """What only commands and imports write: the names of people and of the councils."""
        for council_id in (NORTHMOOR, BRO_GWYNFRYN):
            with self.app.app_context():
                scope_to(db.session, council_id)
                for person in db.session.scalars(select(Person)):
                    person.name, person.called = self.attacks.line(200), self.attacks.line(100)
                council = db.session.get_one(Council, council_id)
                council.settings = {
                    **council.settings,
                    "review_word": self.attacks.line(100),
                    "duty_line": self.attacks.line(100),
                }
                db.session.execute(
                    update(Council)
                    .where(Council.id == council_id)
                    .values(name=self.attacks.line(100))
                )
                db.session.commit()


def _more(path: str, body: Any) -> Any:
    """What may be said and would not be: a link, a note, why the guard is overridden."""
    if path.endswith("/plan"):
        last = {**body["parts"][-1], "how": "video", "video_link": "https://meet.example/"}
        return {**body, "parts": [*body["parts"][:-1], last]}
    for name in ("reason", "note"):
        if name in body and body[name] is None and ("/conversations/" in path or name == "note"):
            body = {**body, name: REASON}
    return body
