"""Two councils with one of everything that has an id, so that every id can be tried by everyone.

Jaden, Amelia and Grace are Northmoor's, Elin is Bro Gwynfryn's; Grace left care, and what was hers
is kept.  Each child has a plan, releases, walls, readings for a reason, tries to reach somebody,
early reviews, contributions, devices and passkeys, told and made through the requests of those who
may.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select, update

from cadair.children.models import Allocation, Episode, Relationship
from cadair.commands.demo.people import demo_id
from cadair.contributions.models import Wish
from cadair.foundation.clock import now, today
from cadair.foundation.database import beyond_councils, db
from cadair.notifications.models import Delivery
from cadair.notifications.rules import Outcome, What
from cadair.people.models import Device, Passkey
from cadair.reviews.models import Review, ReviewPart
from cadair.reviews.rules import ReviewKind, Stage
from tests.world.holding import postponing
from tests.world.letters import a_given_letter
from tests.world.live import HOW_IT_WAS, join, move_to, one_event, open_part, stage_of
from tests.world.meetings import a_meeting_plan
from tests.world.records import a_record
from tests.world.two_councils import BRO_GWYNFRYN, NORTHMOOR, build_two_councils, signed_in

OFFICERS = {"jaden": ("priya", "nadia"), "amelia": ("priya",), "elin": ("carys",)}
MANAGER = {"jaden": "helen", "amelia": "helen", "elin": "rhian"}
AROUND = {
    "jaden": ("tom", "sandra", "karen", "lee", "okafor", "yusuf"),
    "amelia": ("tom", "sandra"),
    "elin": ("ifan", "mair", "dewi"),
}
# Between whom no wall stands, beside the child: the demo lowered one.
NAMED_TO = {"tom": {"sandra"}, "sandra": {"tom"}}
LEFT = "theo"  # whose time in care ended, with the officer's and the circle's part in it
BROWSER = {  # one that lets us push
    "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "p256dh": "B" + "A" * 86, "auth": "A" * 22,
}  # fmt: skip
REASON = "Police ask tonight what he said of the house."


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with an id, about which child, and who may learn that there is such a thing."""

    kind: str
    id: Any
    child: str
    knows: frozenset[str]


class Everything:
    """The two councils, and all that has an id in them."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        build_two_councils(app)
        self.things: list[Thing] = []
        self.clients: dict[str, FlaskClient] = {}
        self.cards: dict[str, str] = {}  # what a card says, by child
        self.code = self.guest_cookie = ""  # of the meeting that was opened last
        self.messages: dict[tuple[str, str], UUID] = {}  # the newest, by child and party
        for child in OFFICERS:
            self._tell(child)
        self._archive()
        for key in ("jaden", "amelia", "karen", "lee", "elin", "mair"):
            self._own(key)

    def client(self, key: str) -> FlaskClient:
        """This person's browser, signed in once."""
        if key not in self.clients:
            self.clients[key] = signed_in(self.app, key)
        return self.clients[key]

    def of(self, child: str, kind: str) -> Any:
        """The first id of that kind about that child."""
        return next(each.id for each in self.things if (each.child, each.kind) == (child, kind))

    def _add(self, kind: str, id_: Any, child: str, *knows: str) -> Any:
        self.things.append(Thing(kind=kind, id=id_, child=child, knows=frozenset(knows)))
        return id_

    def _tell(self, child: str) -> None:
        staff = (*OFFICERS[child], MANAGER[child])
        around = AROUND[child]
        self._add("child", demo_id(child), child, *staff, child)
        for person in around:
            named = NAMED_TO.get(person, set())
            self._add("person", demo_id(person), child, *staff, child, person, *named)
        self._add("person", demo_id(OFFICERS[child][0]), child, *staff)
        for person in (*around, *OFFICERS[child]):  # whom the child may name
            self._add("around", demo_id(person), child, *staff, child)
        self._add("invited", demo_id(around[-1]), child, *staff)
        letting_in = (MANAGER[child],) if child == "elin" else (MANAGER[child], "ade")
        for person in (around[0], OFFICERS[child][0]):
            self._add("staff", demo_id(person), child, *letting_in)
        review = self._reviews(child, staff)
        self._plan(child, review)
        self._reach(child, review)
        self._walls_and_glass(child, staff)
        self._contributions(child, review)
        self._releases(child, review, staff)
        self._conversations(child)
        self._asks(child, staff)
        self._meeting(child, review)
        self._live(child, review)
        self._records(child, review)
        self._outcomes(child, review)
        self._disputes(child)
        self._letter(child)
        invited = around[-1]
        card = self._add("card", uuid4(), child, *staff)
        made = self.said(OFFICERS[child][0], "put", f"/people/{demo_id(invited)}/cards/{card}")
        self.cards[child] = made["link"].split("#")[1]

    def _asks(self, child: str, staff: tuple[str, ...]) -> None:
        """The child asks for a visit, and says that they are not safe: somebody takes it on."""
        request = self._add("request", uuid4(), child, child, *OFFICERS[child])
        told = {"json": {"kind": "visit", "words": "Please come."}}
        self.said(child, "put", f"/my/requests/{request}", **told)
        answered = uuid4()
        told = {"json": {"kind": "advocate", "words": None}}
        self.said(child, "put", f"/my/requests/{answered}", **told)
        no = {"answer": "no", "reason": "You have one already.", "on": None}
        self.said(OFFICERS[child][0], "post", f"/requests/{answered}/answer", json=no)
        unsafe = self._add("unsafe", uuid4(), child, child, *staff)
        told = {"json": {"words": "He shouts.", "waited_seconds": 60}}
        self.said(child, "put", f"/my/unsafe/{unsafe}", **told)
        self.said(OFFICERS[child][0], "post", f"/unsafe/{unsafe}/acknowledge")
        officer, absence = OFFICERS[child][0], uuid4()
        if child != "amelia":  # whose officer is Jaden's too
            self.said(officer, "put", f"/my/away/{absence}", json=an_absence(officer))
            self._add("absence", absence, child, officer)
            can_cover = ("carys", "efa") if child == "elin" else ("priya", "nadia", "olu", "daniel")
            for key in can_cover:  # for every other officer of their council
                knows = {*can_cover, MANAGER[child]} - {key}
                self._add("officer", demo_id(key), child, *knows)
        practice = {"works_on": [0, 1, 3], "usual_cover_id": an_absence(officer)["cover_id"]}
        self.said(officer, "put", "/my/practice", json=practice)
        visit = self._add("visit", uuid4(), child, *OFFICERS[child])
        told = {"json": a_visit(), "headers": {"If-Match": '"0"'}}
        self.said(OFFICERS[child][0], "put", f"/children/{demo_id(child)}/visits/{visit}", **told)

    def _reviews(self, child: str, staff: tuple[str, ...]) -> UUID:
        with self.app.app_context(), beyond_councils(db.session):
            rows = db.session.execute(
                select(Review.id, Review.stage)
                .where(Review.child_id == demo_id(child))
                .order_by(Review.held_on.is_(None).desc())
            ).all()
        for row in rows:
            self._add("review", row.id, child, *staff, child, *AROUND[child])
        return rows[0].id

    def _plan(self, child: str, review: UUID) -> None:
        """Two parts: one for the child with most, one for whoever is last in the circle."""
        officer, around = OFFICERS[child][0], AROUND[child]
        starts = (now() + timedelta(days=20)).replace(microsecond=0)
        parts = [
            {
                "id": str(uuid4()), "title": title, "how": "in_person",
                "starts_at": starts.isoformat(), "minutes": 45, "place": "12 Harbour Lane",
                "video_link": None, "agenda": ["What goes well"],
                "people": [str(demo_id(key)) for key in people],
                "told_where": [str(demo_id(people[0]))],
            }
            for title, people in (("My part", (child, *around[:-1])), ("Later", around[-1:]))
        ]  # fmt: skip
        read = self.client(officer).get(f"/api/reviews/{review}")
        sent = {"json": {"parts": parts}, "headers": {"If-Match": read.headers["ETag"]}}
        self.said(officer, "put", f"/reviews/{review}/plan", **sent)
        with self.app.app_context(), beyond_councils(db.session):
            ids = db.session.scalars(
                select(ReviewPart.id)
                .where(ReviewPart.review_id == review)
                .order_by(ReviewPart.position)
            ).all()
        for id_, people in zip(ids, ((child, *around[:-1]), around[-1:]), strict=True):
            self._add("part", id_, child, *OFFICERS[child], *people)

    def _reach(self, child: str, review: UUID) -> None:
        officer = OFFICERS[child][0]
        attempt = self._add("attempt", uuid4(), child, *OFFICERS[child])
        tried = {"how": "phone", "reached": False, "note": "No answer."}
        told = {"json": {"person_id": str(demo_id(AROUND[child][-1])), **tried}}
        self.said(officer, "put", f"/reviews/{review}/attempts/{attempt}", **told)
        early = self._add("early_review", uuid4(), child, *OFFICERS[child], child)
        self.said(
            officer,
            "put",
            f"/children/{demo_id(child)}/early-reviews/{early}",
            json=early_ask(),
        )

        later = self._add("postponement", uuid4(), child, *OFFICERS[child], MANAGER[child])
        self.said(officer, "put", f"/reviews/{review}/postponements/{later}", json=postponing())
        if child != "amelia":  # hers still waits
            no = {"answer": "no", "words": "Please keep the day."}
            self.said(MANAGER[child], "post", f"/postponements/{later}/answer", json=no)

    def _walls_and_glass(self, child: str, staff: tuple[str, ...]) -> None:
        officer, manager = OFFICERS[child][0], MANAGER[child]
        of_child = f"/children/{demo_id(child)}"
        one, other = (str(demo_id(key)) for key in AROUND[child][-2:])
        if child == "amelia":  # between her two people the wall is down
            told = {"json": {"one_id": one, "other_id": other, "reason": "They plan together."}}
            lowered = uuid4()
            self.said(officer, "put", f"{of_child}/wall-proposals/{lowered}", **told)
            self.said(manager, "post", f"/wall-proposals/{lowered}/answer", json={"agrees": True})
            self._add("proposal", lowered, child, *staff)
        else:
            proposal = self._add("proposal", uuid4(), child, *staff)
            told = {"json": {"one_id": one, "other_id": other, "reason": "They agreed."}}
            self.said(officer, "put", f"{of_child}/wall-proposals/{proposal}", **told)
        glass = self._add("glass", uuid4(), child, *staff)
        told = {"json": {"reason": REASON, "unsafe_to_tell": False}}
        self.said(manager, "put", f"{of_child}/broken-glass/{glass}", **told)
        fact = {"kind": "address", "words": "14 Harbour Row"}
        self.said(officer, "put", f"{of_child}/protected-facts", json=fact)

    def _contributions(self, child: str, review: UUID) -> None:
        """What the demo told, and something new of everybody who has said nothing."""
        for author in (child, *AROUND[child]):
            own = self.client(author).get("/api/my/contributions").json["contributions"]
            if not any(each["review_id"] == str(review) for each in own):
                id_ = uuid4()
                told = share_body(author, str(review))
                if author == child:  # somebody wrote it down for them
                    told["helper"] = {"name": "Mair", "who": "carer"}
                    told["answers"][0]["helper_words"] = "She means her brother."
                own.append(self.said(author, "put", f"/contributions/{id_}", json=told))
            for each in own:
                if child != "amelia" and each["review_id"] != str(review):
                    continue
                knows = (author, *OFFICERS[child])
                self._add("contribution", each["id"], child, *knows)
                for answer in each["answers"]:
                    self._add("answer", answer["id"], child, *knows)

    def _releases(self, child: str, review: UUID, staff: tuple[str, ...]) -> None:
        """One that was given to whom the child knows best, and one that waits."""
        officer, manager = OFFICERS[child][0], MANAGER[child]
        for number, person in enumerate((AROUND[child][0], AROUND[child][-1])):
            release = self._add("release", uuid4(), child, *staff)
            path = f"/reviews/{review}/releases/{release}"
            sent = {"lines": [], "words": "We meet soon."}
            preview = f"/reviews/{review}/recipients/{demo_id(person)}/preview"
            seen = self.said(officer, "post", preview, json=sent)
            told = {"person_id": str(demo_id(person)), "reason": "Agreed with them."}
            sent |= {**told, "fingerprint": seen["fingerprint"]}
            made = self.said(officer, "put", path, json=sent)
            if number == 0 and made["state"] == "waiting":
                assert self.client(manager).get("/api" + path).status_code == 200
                agrees = {"agrees": True, "note": None}
                self.said(manager, "post", f"{path}/answer", json=agrees)

    def _conversations(self, child: str) -> None:
        """Everybody wrote to the officers, who read it and noted something beside it."""
        officers = OFFICERS[child]
        of_child = f"/children/{demo_id(child)}/conversations"
        self._add("conversation", demo_id(child), child, child, *AROUND[child])
        for party in (child, *AROUND[child]):
            message = self._add("message", uuid4(), child, party, *officers)
            own = f"/my/conversations/{demo_id(child)}/messages/{message}"
            told = {"start": "question" if party == child else None, "language": "en"}
            self.said(party, "put", own, json={**told, "words": "Can we talk? I feel unsafe."})
            with_ = f"{of_child}/{demo_id(party)}"
            self.said(officers[0], "post", f"{with_}/read", json={"up_to": str(message)})
            note = self._add("note", uuid4(), child, *officers)
            self.said(officers[0], "put", f"{with_}/notes/{note}", json={"words": "Ring them."})
            self.messages[child, party] = message
            unread = self._add("message", uuid4(), child, party, *officers)
            own = f"/my/conversations/{demo_id(child)}/messages/{unread}"
            self.said(party, "put", own, json={**told, "words": "And this."})
            self._add("own_message", unread, child, party)
            answer = self._add("message", uuid4(), child, party, *officers)
            reply = {"words": "Yes, of course.", "language": "en", "reason": None}
            self.said(officers[0], "put", f"{with_}/messages/{answer}", json=reply)
        brought = self.of(child, "own_message")
        self.said(child, "post", f"/messages/{brought}/bring-to-review", json={"as": "wish"})
        marked = f"/messages/{self.messages[child, child]}/record"
        with self.app.app_context(), beyond_councils(db.session):
            wish = db.session.scalars(select(Wish.id).where(Wish.message_id == brought)).one()
        self._add("wish", wish, child, *officers)
        to_record = {"to_record": True, "wish_id": str(wish)}
        self.said(officers[0], "post", marked, json=to_record)

    def _meeting(self, child: str, review: UUID) -> None:
        """How they want it, something that the officer added, and an answer to how much they lead.

        Of the plan itself only the first revision is there: what the sweeper saves comes after it.
        """
        officer, person = OFFICERS[child][0], demo_id(AROUND[child][0])
        path, knows = f"/reviews/{review}/meeting-plan", (*OFFICERS[child], child)
        added = self._add("added", uuid4(), child, *knows)
        told = {"json": {"words": "We must talk about the dentist."}}
        self.said(officer, "put", f"{path}/added/{added}", **told)
        wishes = self.client(child).get(f"/api/my{path}").json["wishes"]
        plan = a_meeting_plan(person, added=added, wish=wishes[0]["id"] if wishes else None)
        sent = {"json": {"plan": plan}, "headers": {"If-Match": '"0"'}}
        self.said(child, "put", f"/my{path}", **sent)
        self._add("plan_request", f"person:{person}", child, *knows)
        for request in (f"person:{person}", "supporter"):
            no = {"answer": "no", "reason": "The room is too small."}
            self.said(officer, "put", f"{path}/answers/{request}", json=no)

    def _records(self, child: str, review: UUID) -> None:
        """What the officer wrote of the review to come, and of one that was held, signed.

        To that something was added since.
        """
        officer, nation = OFFICERS[child][0], "wales" if child == "elin" else "england"
        with self.app.app_context(), beyond_councils(db.session):
            held = db.session.scalars(
                select(Review.id)
                .where(Review.child_id == demo_id(child), Review.held_on.is_not(None))
                .order_by(Review.held_on)
            ).first()
        code = {"code": "PN4", "reason": "They listened."}
        self.said(officer, "put", f"/reviews/{held}/participation-code", json=code)
        sent = {"json": {"content": a_record(demo_id(child), nation=nation)}}
        for each in (review, held):
            self.said(
                officer, "put", f"/reviews/{each}/record", headers={"If-Match": '"0"'}, **sent
            )
        self._add("revision", "1", child, *OFFICERS[child])
        self.said(officer, "post", f"/reviews/{held}/record/sign", headers={"If-Match": '"1"'})
        self._add("signed_review", held, child, *OFFICERS[child])
        # Nobody but the child is known to have taken part in what was held before Cadair came.
        self._add("recipient", demo_id(child), child, *OFFICERS[child], child)
        addendum = self._add("addendum", uuid4(), child, *OFFICERS[child])
        added = {"json": {"words": "Their aunt rang."}}
        self.said(officer, "put", f"/reviews/{held}/record/addenda/{addendum}", **added)

    def _outcomes(self, child: str, review: UUID) -> None:
        """The wish they brought is answered, with one decision that was told and one that waits."""
        officers, doer = OFFICERS[child], AROUND[child][0]
        path, wish = f"/reviews/{review}", self.of(child, "wish")
        answer = self._add("wish_answer", uuid4(), child, *officers)
        yes = {"answer": "agreed", "why": "It is fair.", "who_id": str(demo_id(doer))}
        told = {"json": {**yes, "who_words": None, "by_on": today(now()).isoformat()}}
        self.said(officers[0], "put", f"{path}/wishes/{wish}/answers/{answer}", **told)
        new = {"If-Match": '"0"'}
        decisions = [self._add("decision", uuid4(), child, *officers) for _ in range(2)]
        for decision in decisions:
            sent = {"json": a_decision("Ask.", who=doer, wish=wish), "headers": new}
            self.said(officers[0], "put", f"{path}/decisions/{decision}", **sent)
            if decision == decisions[0]:
                self._share(review, officers[0])
        self._add("unshared_decision", decisions[1], child, *officers)
        self._add("told_decision", decisions[0], child, doer, *officers)
        self._add("answered_wish", wish, child, *officers)
        self._add("told_answer", answer, child, child)
        manager = {"view": "agreed", "words": "Fine.", "who_words": "Pat Hill"}
        self.said(officers[0], "put", f"/decisions/{decisions[0]}/manager-view", json=manager)
        for who in (doer, officers[0]):
            progress = self._add("progress", uuid4(), child, doer, *officers)
            note = {"json": {"kind": "note", "words": "I rang them."}}
            self.said(who, "put", f"/decisions/{decisions[0]}/progress/{progress}", **note)
        reply = self._add("wish_reply", uuid4(), child, child, *officers)
        thanks = {"json": {"reply": "thank_you", "words": "Great."}}
        self.said(child, "put", f"/my/answers/{answer}/replies/{reply}", **thanks)

    def _share(self, review: UUID, officer: str) -> None:
        """The review meets for as long as it takes to share what it came to."""
        with self.app.app_context(), beyond_councils(db.session):
            before = db.session.scalars(select(Review.stage).where(Review.id == review)).one()
            of_review = update(Review).where(Review.id == review)
            db.session.execute(of_review.values(stage=Stage.MEETING))
            db.session.commit()
        self.said(officer, "post", f"/reviews/{review}/outcomes/share", json={"reason": "Agreed."})
        with self.app.app_context(), beyond_councils(db.session):
            db.session.execute(of_review.values(stage=before))
            db.session.commit()

    def _live(self, child: str, review: UUID) -> None:
        """Their part runs: somebody helps, somebody joined, and what was decided is read back."""
        officer, helper = OFFICERS[child][0], AROUND[child][0]
        part, before = self.of(child, "part"), stage_of(self.app, review)
        opened = open_part(self.app, self.client(officer), review, part)
        self.code = opened["code"]
        guest, self.guest_cookie = join(self.app, self.code)
        self._add("guest", guest, child, *OFFICERS[child])
        events = f"/reviews/{review}/parts/{part}/live/events"
        knows = (*OFFICERS[child], child, helper)
        for person in (
            child,
            *AROUND[child][:-1],
            *OFFICERS[child],
        ):  # who may be said to have come
            self._add("seated", demo_id(person), child, *OFFICERS[child])
        back = {"on": 1, "read_back": str(self._add("read_back", uuid4(), child, *knows))}
        for who, said in (
            (
                child,
                {"kind": "item", "on": 99, "item": opened["snapshot"]["plan"]["items"][-1]["id"]},
            ),
            (officer, {"kind": "note", "on": 1, "item": "welcome", "words": "He is calm."}),
            (officer, {"kind": "read_back", **back, "of": "decision", "words": "A bike."}),
            (child, {"kind": "read_back_reply", **back, "reply": "right", "words": "Yes."}),
            (child, {"kind": "not_ok", "on": 1}),
            (helper, {"kind": "word", "on": 1, "word": "placement"}),
            (helper, {"kind": "came", "on": 1}),
            (child, {"kind": "hand", "on": 1, "up": True}),
            (officer, {"kind": "paused", "on": 1, "minutes": 5}),
        ):
            told = one_event(**said)
            self._add("live_event", UUID(told["events"][0]["id"]), child, who)
            self.said(who, "post", events, json=told)
        move_to(self.app, review, Stage.MEETING)
        self.said(child, "put", f"/my/reviews/{review}/how-it-was", json=HOW_IT_WAS)
        move_to(self.app, review, before)

    def _disputes(self, child: str) -> None:
        """One that goes on, of which the child is told, and one that is over, of which not."""
        officers, of_child = OFFICERS[child], f"/children/{demo_id(child)}"
        for is_over in (False, True):
            dispute, stage = uuid4(), uuid4()
            if not is_over:
                self._add("dispute", dispute, child, *officers)
                self._add("stage", stage, child, *officers)
            path = f"{of_child}/disputes/{dispute}"
            told = a_dispute(stage, wish=None if is_over else self.of(child, "wish"))
            if is_over:
                first = {"stage": "director", "bypassed_because": "It cannot wait."}
                told |= {"words_to_child": None, "not_told_because": "His father reads his phone."}
                told["first_stage"] |= first
            self.said(officers[0], "put", path, json=told)
            answered = {"json": an_answer_to_a_dispute()}
            self.said(officers[0], "post", f"{path}/stages/{stage}/answer", **answered)
            if is_over:
                over = {"resolved_on": today(now()).isoformat(), "outcome": "They agreed."}
                self.said(
                    officers[0], "post", f"{path}/resolve", json={**over, "words_to_child": None}
                )
            else:
                beside = {"json": beside_a_dispute(), "headers": {"If-Match": '"1"'}}
                self.said(officers[0], "put", f"{path}/beside", **beside)
        practice = self._add("practice", uuid4(), child, *officers)
        well = {"json": good_practice()}
        self.said(officers[0], "put", f"{of_child}/good-practice/{practice}", **well)

    def _letter(self, child: str) -> None:
        """After a review that was held the child was given a letter, and says something of it.

        Nobody has said that the care plan is up to date since.
        """
        with self.app.app_context(), beyond_councils(db.session):
            held = db.session.scalars(
                select(Review.id).where(
                    Review.child_id == demo_id(child), Review.held_on.is_not(None)
                )
            ).first()
            complete = update(Review).where(Review.id == held)
            db.session.execute(complete.values(completed_on=Review.held_on))
            db.session.commit()
        if held is None:
            return
        a_given_letter(self.app, held, demo_id(child), demo_id(OFFICERS[child][0]))
        self._add("letter", held, child, child)
        told = {"paragraph": "hello", "words": "I am called Jay."}
        self.said(child, "put", f"/my/letters/{held}/remarks/{uuid4()}", json=told)

    def _archive(self) -> None:
        """Theo left care: his officer is allocated no more, and nobody is around him."""
        ago = today(now()) - timedelta(days=30)
        child = demo_id(LEFT)
        with self.app.app_context(), beyond_councils(db.session):
            review = db.session.scalars(
                select(Review.id).where(Review.child_id == child, Review.held_on.is_not(None))
            ).first()
            to_come = delete(Allocation).where(Allocation.child_id == child, Allocation.covers)
            db.session.execute(to_come)  # who would have covered for his officer
            for model in (Allocation, Relationship):
                db.session.execute(
                    update(model).where(model.child_id == child).values(until_on=ago)
                )
            db.session.execute(
                update(Review)
                .where(Review.child_id == child, Review.held_on.is_(None))
                .values(stage=Stage.CLOSED, held_on=ago)
            )
            db.session.execute(
                update(Episode).where(Episode.child_id == child).values(ended_on=ago)
            )
            db.session.add(  # of no return: he was not looked after any more
                Review(
                    id=uuid4(), child_id=child, kind=ReviewKind.PATHWAY, stage=Stage.CLOSED,
                    held_on=ago + timedelta(days=9), revision=0, council_id=NORTHMOOR,
                )
            )  # fmt: skip
            db.session.commit()
        self._add("child", child, LEFT, "helen")
        self._add("review", review, LEFT, "helen")

    def _own(self, key: str) -> None:
        """A passkey of theirs, and the device that they came in on."""
        self.client(key)
        with self.app.app_context(), beyond_councils(db.session):
            device = select(Device.id).where(Device.person_id == demo_id(key))
            self._add("device", db.session.scalars(device).first(), key, key)
            passkey = self._add("passkey", uuid4(), key, key)
            db.session.add(
                Passkey(
                    id=passkey, person_id=demo_id(key), credential=f"{key}'s".encode(),
                    public_key=b"half of it", used_count=0, transports=[], name="My phone",
                    added_at=now(), council_id=council_of_key(key),
                )
            )  # fmt: skip
            db.session.commit()
        self._notices(key)

    def _notices(self, key: str) -> None:
        """A browser that can be told, an address that waits for its code, a notice not come by."""
        self.said(key, "put", "/my/notices/push", json=BROWSER)
        given = {"kind": "email", "address": f"{key}@mail.example"}
        self.said(key, "put", "/my/notices/contact", json=given)
        chosen = {"channel": "push", "quiet_from": "21:00", "quiet_until": "07:30"}
        self.said(key, "put", "/my/notices", json=chosen)
        with self.app.app_context(), beyond_councils(db.session):
            db.session.add(
                Delivery(
                    id=uuid4(), person_id=demo_id(key), what=What.NOTICE, is_urgent=False,
                    made_at=now(), next_at=now(), tries=49, settled_at=now(),
                    outcome=Outcome.FAILED, council_id=council_of_key(key),
                )
            )  # fmt: skip
            db.session.commit()

    def said(self, who: str, method: str, path: str, **sent: Any) -> Any:
        """What was answered to a request that must succeed."""
        answer = getattr(self.client(who), method)(f"/api{path}", **sent)
        assert answer.status_code < 300, (who, path, answer.text)
        return answer.get_json(silent=True)


def council_of_key(key: str) -> UUID:
    return BRO_GWYNFRYN if key in ("elin", "mair") else NORTHMOOR


def early_ask() -> dict[str, Any]:
    on = today(now()).isoformat()
    return {
        "trigger": "officer_asks", "asked_by_id": None, "asked_on": on, "why": None,
        "decision": "yes", "hold_by": on, "reason": None,
    }  # fmt: skip


def an_absence(officer: str, *, in_days: int = 30) -> dict[str, Any]:
    """Two days; whom Priya covers for is away when she is not."""
    covered_by_priya = officer not in ("priya", "carys")
    first = today(now()) + timedelta(days=in_days + 5 * covered_by_priya)
    covers = {"priya": "daniel", "carys": "efa"}.get(officer, "priya")
    return {
        "from_on": first.isoformat(), "until_on": (first + timedelta(days=1)).isoformat(),
        "cover_id": str(demo_id(covers)), "note": "Ring the school.",
    }  # fmt: skip


def a_hand_over(child: str) -> dict[str, Any]:
    """To an officer who comes long after every test is over."""
    return {
        "to_id": str(demo_id("efa" if child == "elin" else "daniel")),
        "from_on": (today(now()) + timedelta(days=300)).isoformat(),
        "words_to_child": "You will like them.", "note": "Ring the school.",
    }  # fmt: skip


def a_decision(what: str, *, who: str | None = None, wish: UUID | None = None) -> dict[str, Any]:
    """By a week from today; without `who` somebody who has no account does it."""
    return {
        "what": what, "who_id": str(demo_id(who)) if who else None,
        "who_words": None if who else "The bike shop", "topic": "fun", "position": 0,
        "by_on": (today(now()) + timedelta(days=7)).isoformat(),
        "wish_id": str(wish) if wish else None,
    }  # fmt: skip


def a_visit() -> dict[str, Any]:
    return {
        "planned_at": now().isoformat(), "how": "in_person", "done_on": today(now()).isoformat(),
        "spoke_alone": "refused", "why": "Not today.", "wants_recorded": "The new room.",
        "review_id": None, "request_id": None,
    }  # fmt: skip


def a_dispute(stage: UUID, *, wish: UUID | None = None) -> dict[str, Any]:
    return {
        "about": "wish", "subject_id": str(wish) if wish else None,
        "concern": "Nobody asked about the club.", "raised_on": today(now()).isoformat(),
        "childs_view": "I still want to go.", "words_to_child": "I am asking the team again.",
        "not_told_because": None,
        "first_stage": {
            "id": str(stage), "stage": "informal", "with_words": "Sam Reed",
            "bypassed_because": None,
        },
    }  # fmt: skip


def beside_a_dispute() -> dict[str, Any]:
    on = today(now()).isoformat()
    return {
        "childs_view": "I still want to go.", "cafcass_on": on,
        "legal_advice": {"on": on, "words": "There is a case."},
        "words_to_child": "I am asking the team again.", "not_told_because": None,
    }  # fmt: skip


def an_answer_to_a_dispute() -> dict[str, Any]:
    return {"answered_on": today(now()).isoformat(), "answer": "Not before June."}


def the_next_stage() -> dict[str, Any]:
    return {
        "stage": "operational_manager", "began_on": today(now()).isoformat(),
        "with_words": "Ann Bell", "bypassed_because": "The team manager decided it.",
    }  # fmt: skip


def good_practice() -> dict[str, Any]:
    return {"words": "The school kept his place.", "on": today(now()).isoformat()}


FORM_OF = {
    "jaden": "child_12_to_15", "elin": "child_12_to_15", "amelia": "child_8_to_11",
    "sandra": "carer", "mair": "carer", "karen": "parent", "lee": "parent", "dewi": "parent",
}  # fmt: skip


def share_body(author: str, review: str, *, not_people: tuple[str, ...] = ()) -> dict[str, Any]:
    """What somebody shares with a review."""
    form = FORM_OF.get(author, "professional")
    question = "good_news.words" if form.startswith("child") else "going_well.words"
    answer = {
        "id": str(uuid4()), "question": question, "words": "A true word.", "skip": None,
        "face": None, "choices": [], "helper_words": None, "not_people": list(not_people),
        "wish": False, "audience": "everyone_at_my_review",
    }  # fmt: skip
    return {
        "review_id": review, "form": form, "form_version": 1, "language": "en", "helper": None,
        "replaces": None, "answers": [answer],
    }  # fmt: skip
