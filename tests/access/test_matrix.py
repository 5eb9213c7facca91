"""Every route, asked by everyone: the answers are those of the matrix, and silence is silent."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import yaml
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cadair.access.actor import STAFF
from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import now, today
from cadair.web.blueprint import STEP_UP
from tests.access.true_requests import BODIES
from tests.access.ways_in import PASSKEY, WaysIn
from tests.world.everything import (
    a_dispute,
    a_hand_over,
    a_visit,
    an_absence,
    an_answer_to_a_dispute,
    beside_a_dispute,
    good_practice,
    the_next_stage,
)
from tests.world.holding import adjourning, checked, held, postponing
from tests.world.letters import a_given_letter
from tests.world.meetings import a_meeting_plan
from tests.world.records import a_record
from tests.world.two_councils import (
    HALF_SIGNED_IN,
    JADEN,
    JOBS,
    build_two_councils,
    open_review,
    signed_in,
)

MATRIX: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "matrix.yaml").read_text("utf-8")
)
ASKERS = ("anonymous", HALF_SIGNED_IN, *JOBS)
NOT_IN = {"anonymous", HALF_SIGNED_IN}
FORMS = {
    "child": "child_12_to_15", "carer": "carer", "parent": "parent",
    "professional": "professional", "social_worker": "professional",
    "reviewing_officer": "observation",
}  # fmt: skip
QUESTIONS = {"child": "good_news.words", "observation": "shows.happy"}

NO_IDS = {"year": 2026}  # what stands in a path and is nobody's


class World(WaysIn):
    """The situation, its ids, and a true request for every route."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        build_two_councils(app)
        self.review_id = open_review(app)
        jaden = signed_in(app, "jaden")
        self.contribution_id = jaden.get("/api/my/contributions").json["contributions"][-1]["id"]
        card = signed_in(app, "priya").put(f"/api/people/{demo_id('lee')}/cards/{uuid4()}").json
        self.card = card["link"].split("#")[1]
        reviews = signed_in(app, "priya").get(f"/api/children/{JADEN}").json["reviews"]
        self.held_review_id = next(each["id"] for each in reviews if each["held_on"])
        self.early_review_id = uuid4()
        asked = signed_in(app, "priya").put(
            f"/api/children/{JADEN}/early-reviews/{self.early_review_id}",
            **self.put_children_early_reviews(),
        )
        assert asked.status_code == 200, asked.text
        a_given_letter(app, self.held_review_id, JADEN, demo_id("priya"))
        self.proposal_id = self.proposed()
        self.glass_id = uuid4()
        broken = signed_in(app, "helen").put(
            f"/api/children/{JADEN}/broken-glass/{self.glass_id}",
            **self.put_children_broken_glass(),
        )
        assert broken.status_code == 200, broken.text
        self.request_id, self.report_id = self.asked()
        self.absence_id = uuid4()
        away = signed_in(app, "priya").put(
            f"/api/my/away/{self.absence_id}", json=an_absence("priya")
        )
        assert away.status_code == 200, away.text
        self.decision_id = demo_id("decision football")  # what Tom must do
        self.answer_id = demo_id("jaden answer")
        told = jaden.get("/api/my/outcomes").json["reviews"]
        wishes = {wish["state"]: wish["id"] for review in told for wish in review["wishes"]}
        self.wish_id = wishes["agreed"]
        self.reply_id = uuid4()
        replied = f"/api/my/answers/{self.answer_id}/replies/{self.reply_id}"
        assert jaden.put(replied, **self.put_my_answers_replies()).status_code == 200
        self.added_id = self.added()
        self.postponement_id = uuid4()
        later = signed_in(app, "priya").put(
            f"/api/reviews/{self.review_id}/postponements/{self.postponement_id}",
            json=postponing(),
        )
        assert later.status_code == 200, later.text
        self.release_id: UUID | None = None
        self.release_id = self.prepared()
        self.message_id = self.sent("jaden", jaden)
        priya = signed_in(app, "priya")
        kept = self.put_reviews_record("priya", priya, self.known_ids())
        assert priya.put(f"/api/reviews/{self.review_id}/record", **kept).status_code == 200

    def sent(self, asker: str, client: FlaskClient) -> UUID:
        """A message of theirs to Jaden's officers, if they may write to them."""
        message_id = uuid4()
        path = f"/api/my/conversations/{JADEN}/messages/{message_id}"
        client.put(path, **self.put_my_conversations_messages())
        return message_id

    def proposed(self) -> UUID:
        """A proposal of Priya's that waits for an answer; an earlier one is overtaken."""
        priya, proposal_id = signed_in(self.app, "priya"), uuid4()
        priya.put(f"/api/children/{JADEN}/walls/{demo_id('karen')}/{demo_id('okafor')}")
        asked = priya.put(
            f"/api/children/{JADEN}/wall-proposals/{proposal_id}",
            **self.put_children_wall_proposals(),
        )
        assert asked.status_code == 204, asked.text
        return proposal_id

    def added(self) -> UUID:
        """What Priya added to the agenda of a meeting that Jaden has planned."""
        jaden, added_id = signed_in(self.app, "jaden"), uuid4()
        path = f"/reviews/{self.review_id}/meeting-plan"
        planned = jaden.put(f"/api/my{path}", **self.put_my_reviews_meeting_plan("", jaden, {}))
        assert planned.status_code == 200, planned.text
        told = self.put_reviews_meeting_plan_added()
        assert signed_in(self.app, "priya").put(f"/api{path}/added/{added_id}", **told).json
        return added_id

    def prepared(self) -> UUID:
        """A release of Priya's, from Jaden's split review, that waits for a second person."""
        priya, release_id = signed_in(self.app, "priya"), uuid4()
        path = f"/api/reviews/{self.review_id}/releases/{release_id}"
        made = priya.put(path, **self.put_reviews_releases("priya", priya, self.known_ids()))
        assert made.json["state"] == "waiting", made.text
        return release_id

    def asked(self) -> tuple[UUID, UUID]:
        """Jaden's request that has no answer, and his word that somebody has taken on."""
        jaden, request_id, report_id = signed_in(self.app, "jaden"), uuid4(), uuid4()
        asked = jaden.put(f"/api/my/requests/{request_id}", **self.put_my_requests())
        assert asked.status_code == 200, asked.text
        said = jaden.put(f"/api/my/unsafe/{report_id}", **self.put_my_unsafe())
        assert said.status_code == 200, said.text
        taken = signed_in(self.app, "priya").post(f"/api/unsafe/{report_id}/acknowledge")
        assert taken.status_code == 200, taken.text
        return request_id, report_id

    def known_ids(self) -> dict[str, UUID | str]:
        return {
            "child_id": JADEN,
            "person_id": JADEN,
            "review_id": self.review_id,
            "contribution_id": self.contribution_id,
            "early_review_id": self.early_review_id,
            "passkey_id": PASSKEY,
            "staff_id": demo_id("tom"),
            "one_id": demo_id("karen"),
            "other_id": demo_id("okafor"),
            "proposal_id": self.proposal_id,
            "release_id": self.release_id,
            "glass_id": self.glass_id,
            "request_id": self.request_id,
            "absence_id": self.absence_id,
            "report_id": self.report_id,
            "added_id": self.added_id,
            "request_key": "level",
            "revision": "1",
            "decision_id": self.decision_id,
            "wish_id": self.wish_id,
            "answer_id": self.answer_id,
            "reply_id": self.reply_id,
            "postponement_id": self.postponement_id,
        }

    def send(
        self, route: str, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> TestResponse:
        method, rule = route.split(" ")
        name = "_".join([method, *re.findall(r"[a-z_]+", re.sub(r"<\w+>", "", rule))[1:]]).lower()
        sent = getattr(self, name.replace("-", "_"), lambda *_: {})(asker, client, ids)
        known = {**NO_IDS, **{place: id_ for place, id_ in ids.items() if id_}}
        path = re.sub(r"<(\w+)>", lambda slot: str(known.get(slot[1], uuid4())), rule)
        answer = client.open(path, method=method, **sent)
        self.still_takes_views(route)
        return answer

    # What is sent, by route; a route that sends nothing is not listed.

    def post_sign_in(self, *_: Any) -> dict[str, Any]:
        return {"json": {"who": f"{uuid4()}@nowhere.example", "passphrase": "wrong words here"}}

    def post_cards_look(self, *_: Any) -> dict[str, Any]:
        return {"json": {"card": self.card}}

    def post_cards_use(self, *_: Any) -> dict[str, Any]:
        return {"json": {"card": self.card, "passphrase": "short"}}

    def put_me_passphrase(self, *_: Any) -> dict[str, Any]:
        return {"json": {"current": "not this one", "new": "harbour lantern biscuit"}}

    def post_me_prove(self, *_: Any) -> dict[str, Any]:
        return {"json": {"passphrase": "not this one"}}

    def post_sign_in_pictures(self, *_: Any) -> dict[str, Any]:
        return {"json": {"who": "brave-otter-42", "pictures": ["sun", "cat", "key", "boat"]}}

    def post_me_unlock(self, *_: Any) -> dict[str, Any]:
        return {"json": {"passphrase": "wrong words here"}}

    def put_me_pictures(self, *_: Any) -> dict[str, Any]:
        return {"json": {"pictures": ["sun", "cat", "key", "boat"]}}

    def put_my_notices(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["choose_notices"]()}

    def put_my_notices_contact(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["give_contact"]()}

    def post_my_notices_confirm(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["confirm_contact"]()}

    def put_my_notices_push(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["keep_push"]()}

    def put_me_phone(self, *_: Any) -> dict[str, Any]:
        return {"json": {"leaves_no_trace": False, "not_safe_to_reply": False}}

    def put_me_language(self, *_: Any) -> dict[str, Any]:
        return {"json": {"language": "cy"}}

    def put_me_chair(self, *_: Any) -> dict[str, Any]:
        return {"json": {"shape": "stool", "colour": "teal", "pattern": "plain"}}

    def put_children_broken_glass(self, *_: Any) -> dict[str, Any]:
        reason = "Police ask tonight what he said of the house."
        return {"json": {"reason": reason, "unsafe_to_tell": False}}

    def post_children_broken_glass_noted(self, *_: Any) -> dict[str, Any]:
        return {"json": {"tell_child": False}}

    def put_my_requests(self, *sent: Any) -> dict[str, Any]:
        if sent and sent[2].get("request_id") == self.request_id:
            sent[2]["request_id"] = uuid4()
        return {"json": {"kind": "visit", "words": "Please come."}}

    def post_my_requests_take_back(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        may = asker in ("jaden", "priya", "nadia")
        if may and ids.get("request_id") == self.request_id:
            ids["request_id"], _ = self.asked()
        return {}

    def post_requests_answer(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        self.post_my_requests_take_back(asker, client, ids)
        return {"json": {"answer": "yes", "reason": None, "on": None}}

    def put_my_unsafe(self, *sent: Any) -> dict[str, Any]:
        if sent and sent[2].get("report_id") == self.report_id:
            sent[2]["report_id"] = uuid4()
        return {"json": {"words": "He shouts.", "waited_seconds": 60}}

    def post_unsafe_close(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        may = asker in ("priya", "nadia", "helen")
        if may and ids.get("report_id") == self.report_id:
            _, ids["report_id"] = self.asked()
        return {"json": {"what_was_done": "We went there."}}

    def put_my_away(self, asker: str, client: FlaskClient, ids: dict[str, Any]) -> dict[str, Any]:
        if asker != "priya" and ids.get("absence_id") == self.absence_id:
            ids["absence_id"] = demo_id(f"{asker} is away")
        return {"json": an_absence(asker)}

    def post_my_away_end(self, *_: Any) -> dict[str, Any]:
        return {"json": {"on": an_absence("priya")["until_on"]}}

    def put_children_hand_overs(self, *_: Any) -> dict[str, Any]:
        return {"json": a_hand_over("jaden")}

    def put_my_practice(self, asker: str, *_: Any) -> dict[str, Any]:
        return {"json": {"works_on": [0, 1], "usual_cover_id": an_absence(asker)["cover_id"]}}

    def put_children_visits(self, *_: Any) -> dict[str, Any]:
        return {"json": a_visit(), "headers": {"If-Match": '"0"'}}

    def disputed(self, *sent: Any) -> None:
        """A dispute of Priya's that has only begun, for whoever asks about one of Jaden's."""
        if not sent or sent[2].get("child_id") != JADEN:
            return
        ids, stage = sent[2], uuid4()
        ids["dispute_id"], ids["stage_id"] = uuid4(), stage
        path = f"/api/children/{JADEN}/disputes/{ids['dispute_id']}"
        assert signed_in(self.app, "priya").put(path, json=a_dispute(stage)).status_code == 200

    def put_children_disputes(self, *_: Any) -> dict[str, Any]:
        return {"json": a_dispute(uuid4())}

    def put_children_disputes_beside(self, *sent: Any) -> dict[str, Any]:
        self.disputed(*sent)
        return {"json": beside_a_dispute(), "headers": {"If-Match": '"1"'}}

    def put_children_disputes_stages(self, *sent: Any) -> dict[str, Any]:
        self.disputed(*sent)
        if sent:
            sent[2]["stage_id"] = uuid4()
        return {"json": the_next_stage()}

    def post_children_disputes_stages_answer(self, *sent: Any) -> dict[str, Any]:
        self.disputed(*sent)
        return {"json": an_answer_to_a_dispute()}

    def post_children_disputes_resolve(self, *sent: Any) -> dict[str, Any]:
        self.disputed(*sent)
        over = {"resolved_on": today(now()).isoformat(), "outcome": "They agreed."}
        return {"json": {**over, "words_to_child": "They said yes."}}

    def put_children_good_practice(self, *_: Any) -> dict[str, Any]:
        return {"json": good_practice()}

    def put_children_band(self, *_: Any) -> dict[str, Any]:
        return {"json": {"band": "12_to_15"}}

    def put_reviews_plan(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        read = client.get(f"/api/reviews/{ids['review_id']}")
        part = {
            "id": str(uuid4()), "title": "My review", "how": "in_person",
            "starts_at": "2027-01-05T15:30:00Z", "minutes": 45, "place": "12 Harbour Lane",
            "video_link": None, "people": [str(JADEN)],
        }  # fmt: skip
        return {"json": {"parts": [part]}, "headers": {"If-Match": read.headers.get("ETag", '"1"')}}

    def put_reviews_attempts(self, *_: Any) -> dict[str, Any]:
        tried = {"how": "phone", "reached": False, "note": "No answer."}
        return {"json": {"person_id": str(demo_id("lee")), **tried}}

    def put_children_early_reviews(self, *_: Any) -> dict[str, Any]:
        on = today(now()).isoformat()
        return {
            "json": {
                "trigger": "officer_asks", "asked_by_id": None, "asked_on": on, "why": None,
                "decision": "yes", "hold_by": on, "reason": None,
            }
        }  # fmt: skip

    def put_children_early_reviews_decision(self, *_: Any) -> dict[str, Any]:
        back = {"decision": "taken_back", "hold_by": None, "reason": "For the wrong child."}
        return {"json": back}

    def put_reviews_ending(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids["review_id"] == self.review_id:
            ids["review_id"] = self.held_review_id
        return {"json": {"because": "came_home"}}

    def post_reviews_begin(self, *sent: Any) -> dict[str, Any]:
        self.put_reviews_ending(*sent)
        return {}

    def post_reviews_care_plan_updated(self, *sent: Any) -> dict[str, Any]:
        return self.post_reviews_begin(*sent)

    def post_reviews_hold(self, *sent: Any) -> dict[str, Any]:
        self.put_reviews_ending(*sent)
        return {"json": held()}

    def post_reviews_adjourn(self, *sent: Any) -> dict[str, Any]:
        self.put_reviews_ending(*sent)
        return {"json": adjourning()}

    def put_reviews_postponements(self, *sent: Any) -> dict[str, Any]:
        self.put_reviews_ending(*sent)
        sent[2]["postponement_id"] = uuid4()
        return {"json": postponing()}

    def put_children_midpoint(
        self, _asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        read = client.get(f"/api/children/{ids['child_id']}/midpoint")
        return {"json": checked(), "headers": {"If-Match": read.headers.get("ETag", '"0"')}}

    def post_postponements_answer(self, *_: Any) -> dict[str, Any]:
        return {"json": {"answer": "no", "words": "Please keep the day."}}

    def put_reviews_participation_code(self, *_: Any) -> dict[str, Any]:
        return {"json": {"code": "PN4", "reason": "He came and listened."}}

    def put_children_circle(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("person_id") == JADEN:
            ids["person_id"] = uuid4()
        return {
            "json": {
                "name": "Gran Cole", "kind": "grandparent", "parental_responsibility": False,
                "language": "en",
            }
        }  # fmt: skip

    def delete_children_circle(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("person_id") == JADEN:
            told = self.put_children_circle(asker, client, ids)
            who = f"/api/children/{JADEN}/circle/{ids['person_id']}"
            assert signed_in(self.app, "priya").put(who, **told).status_code == 204
        return {}

    def put_children_circle_may_know(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("person_id") == JADEN:
            ids["person_id"] = demo_id("karen")
        return {"json": {"what": "home"}}

    put_children_circle_may_not_know = put_children_circle_may_know

    def put_children_protected_facts(self, *_: Any) -> dict[str, Any]:
        return {"json": {"kind": "school", "words": "Harbour School"}}

    def put_children_wall_proposals(self, *sent: Any) -> dict[str, Any]:
        if sent and sent[2].get("proposal_id") == self.proposal_id:
            raising = f"/api/children/{JADEN}/walls/{demo_id('karen')}/{demo_id('okafor')}"
            signed_in(self.app, "priya").put(raising)
            sent[2]["proposal_id"] = uuid4()
        between = {"one_id": str(demo_id("karen")), "other_id": str(demo_id("okafor"))}
        return {"json": {**between, "reason": "They agreed."}}

    def post_wall_proposals_answer(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        self.post_wall_proposals_withdraw(asker, client, ids)
        return {"json": {"agrees": True}}

    def post_wall_proposals_withdraw(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("proposal_id") == self.proposal_id:
            ids["proposal_id"] = self.proposal_id = self.proposed()
        return {}

    def post_reviews_recipients_preview(self, *_: Any) -> dict[str, Any]:
        return {"json": {"lines": [], "words": "We meet on Friday."}}

    def put_reviews_releases(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        ids["release_id"] = None
        wanted = self.post_reviews_recipients_preview()["json"]
        path = f"/api/reviews/{ids.get('review_id')}/recipients/{JADEN}/preview"
        seen = client.post(path, json=wanted).json
        fingerprint = seen.get("fingerprint", "0" * 64)
        told = {"person_id": str(JADEN), "fingerprint": fingerprint, "reason": None}
        return {"json": {**wanted, **told}}

    def post_reviews_releases_answer(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        self.post_reviews_releases_take_back(asker, client, ids)
        client.get(f"/api/reviews/{ids.get('review_id')}/releases/{ids.get('release_id')}")
        return {"json": {"agrees": True, "note": None}}

    def post_reviews_releases_take_back(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("release_id") == self.release_id:
            ids["release_id"] = self.release_id = self.prepared()
        return {}

    def post_reviews_distribution_preview(self, *_: Any) -> dict[str, Any]:
        return {"json": {"keys": [], "words": "We meet on Friday."}}

    def put_reviews_distributions(self, *_: Any) -> dict[str, Any]:
        told = {"person_id": str(JADEN), "fingerprint": "0" * 64, "reason": None}
        return {"json": {"keys": [], "words": "We meet on Friday.", **told}}

    def post_reviews_bundle_acknowledged(self, *_: Any) -> dict[str, Any]:
        return {"json": {"sha256": "0" * 64}}

    def put_reviews_letter(self, *_: Any) -> dict[str, Any]:
        hello = {"key": "hello", "words": "Dear Jaden,"}
        told = {"language": "en", "paragraphs": [hello]}
        return {"json": told, "headers": {"If-Match": '"0"'}}

    def post_reviews_letter_give(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        return {"json": {"reason": None}, "headers": {"If-Match": '"1"'}}

    def get_my_letters(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("review_id") == self.review_id:
            ids["review_id"] = self.held_review_id
        return {}

    get_my_letters_pdf = get_my_letters
    get_my_reviews_certificate = get_my_letters

    def put_my_letters_remarks(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        self.get_my_letters(asker, client, ids)
        return {"json": {"paragraph": None, "words": "I did not say that."}}

    def put_my_conversations_messages(self, *_: Any) -> dict[str, Any]:
        return {"json": {"words": "Can we talk?", "language": "en"}}

    def post_my_conversations_read(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        return {"json": {"up_to": str(self.sent(asker, client))}}

    def post_messages_take_back(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("child_id") == JADEN:
            ids["message_id"] = self.sent(asker, client)
        return {}

    def post_messages_bring_to_review(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("child_id") == JADEN:
            ids["message_id"] = self.sent(asker, client)
        return {"json": {"as": "wish"}}

    def post_messages_record(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("child_id") == JADEN:
            ids["message_id"] = self.message_id
        return {"json": {"to_record": True, "wish_id": None}}

    def put_children_conversations_messages(self, *_: Any) -> dict[str, Any]:
        return {"json": {"words": "Yes.", "language": "en", "reason": None}}

    def post_children_conversations_read(self, *_: Any) -> dict[str, Any]:
        return {"json": {"up_to": str(self.message_id)}}

    post_children_conversations_rest = post_children_conversations_read

    def put_children_conversations_notes(self, *_: Any) -> dict[str, Any]:
        return {"json": {"words": "Ring the school."}}

    def put_my_reviews_meeting_plan(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        read = client.get(f"/api/my/reviews/{self.review_id}/meeting-plan").json or {}
        headers = {"If-Match": f'"{read.get("revision", 0)}"'}
        return {"json": {"plan": a_meeting_plan(demo_id("karen"))}, "headers": headers}

    def put_reviews_meeting_plan_answers(self, *_: Any) -> dict[str, Any]:
        return {"json": {"answer": "partly", "reason": "We try it for ten minutes."}}

    def put_reviews_meeting_plan_added(self, *_: Any) -> dict[str, Any]:
        return {"json": {"words": "We must talk about the dentist."}}

    def put_reviews_record(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        return {"json": {"content": a_record(JADEN)}, **self.post_reviews_record_sign("", client)}

    def post_reviews_record_sign(self, _: str, client: FlaskClient, *__: Any) -> dict[str, Any]:
        read = client.get(f"/api/reviews/{self.review_id}/record").json or {}
        return {"headers": {"If-Match": f'"{read.get("revision", 0)}"'}}

    def put_reviews_record_addenda(self, *_: Any) -> dict[str, Any]:
        return {"json": {"words": "His aunt rang."}}

    def put_reviews_wishes_answers(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        ids["answer_id"] = None
        return {"json": BODIES["answer_wish"]()}

    def post_wishes_close(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["close_wish"]()}

    def put_reviews_decisions(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        ids["decision_id"] = None
        return {"json": BODIES["save_decision"](), "headers": {"If-Match": '"0"'}}

    def delete_reviews_decisions(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if asker in ("priya", "nadia") and ids.get("decision_id"):
            ids["decision_id"] = uuid4()
            path = f"/api/reviews/{self.review_id}/decisions/{ids['decision_id']}"
            made = client.put(path, json=BODIES["save_decision"](), headers={"If-Match": '"0"'})
            assert made.status_code == 200, made.text
        return {}

    def post_reviews_outcomes_share(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("review_id") == self.review_id:
            ids["review_id"] = self.held_review_id
        return {"json": {"reason": None}}

    def put_decisions_manager_view(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["note_managers_view"]()}

    def put_decisions_progress(self, *_: Any) -> dict[str, Any]:
        return {"json": BODIES["report_progress"]()}

    def put_my_answers_replies(self, *sent: Any) -> dict[str, Any]:
        if sent and sent[2].get("reply_id") == self.reply_id:
            sent[2]["reply_id"] = uuid4()
        return {"json": BODIES["reply_to_answer"]()}

    def put_my_drafts(self, asker: str, client: FlaskClient, ids: dict[str, Any]) -> dict[str, Any]:
        read = client.get(f"/api/my/drafts/{ids['review_id']}").json or {}
        said = self._said(asker)
        self._offer_observation(said, client)
        content = {
            "form": said["form"], "form_version": 1, "language": "en", "helper": None,
            "answers": {said["question"]: {"words": "A true word.", "audience": "only_my_iro"}},
        }  # fmt: skip
        return {
            "json": {"content": content},
            "headers": {"If-Match": f'"{read.get("revision", 0)}"'},
        }

    def put_contributions(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        ids["contribution_id"] = None
        said = self._said(asker)
        self._offer_observation(said, client)
        answer = {
            "id": str(uuid4()), "question": said["question"], "words": "A true word.",
            "audience": "everyone_at_my_review",
        }  # fmt: skip
        return {
            "json": {
                "review_id": str(ids["review_id"]), "form": said["form"], "form_version": 1,
                "language": "en", "helper": None, "replaces": None, "answers": [answer],
            }
        }  # fmt: skip

    def _offer_observation(self, said: dict[str, str], client: FlaskClient) -> None:
        if said["form"] == "observation":  # which is for a child who cannot say it
            client.put(f"/api/children/{JADEN}/band", json={"band": "under_4"})

    def _said(self, asker: str) -> dict[str, str]:
        form = FORMS.get(JOBS[asker].value if asker in JOBS else "", "carer")
        question = QUESTIONS.get(form.split("_")[0], "going_well.words")
        return {"form": form, "question": question}


@pytest.fixture(scope="module")
def world(empty_app: Flask) -> World:
    return World(empty_app)


def routes_of(app: Flask) -> set[str]:
    return {
        f"{method} {re.sub('<(uuid|int):', '<', rule.rule)}"
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/") and rule.rule != "/api/openapi.json"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_has_a_row_and_every_row_a_route(world):
    assert routes_of(world.app) == set(MATRIX)


@pytest.mark.parametrize("route", MATRIX)
def test_each_asker_gets_what_the_matrix_says(world, route):
    row = MATRIX[route]
    wrong = []
    for asker in ASKERS:
        may = (
            asker in row["allowed"]
            or "everyone" in row["allowed"]
            or ("signed_in" in row["allowed"] and asker not in NOT_IN)
            or ("staff" in row["allowed"] and JOBS.get(asker) in STAFF)
        )
        answer = world.send(route, asker, signed_in(world.app, asker), world.known_ids())
        if may:
            as_it_should = (
                answer.status_code == row["answers"]
                if "answers" in row
                else answer.status_code < 300
            )
        else:
            refused = row.get("refused", {}).get(asker, 404)
            as_it_should = answer.status_code == (401 if asker in NOT_IN else refused)
        if not as_it_should:
            wrong.append(f"{asker}: {answer.status_code} {answer.text[:200]}")
    assert not wrong


def test_what_must_be_proved_is_listed_by_hand(world):
    asks = world.app.extensions[STEP_UP]
    found = {
        f"{method} {re.sub('<(uuid|int):', '<', rule.rule)}"
        for rule in world.app.url_map.iter_rules()
        if rule.endpoint in asks
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert found == {route for route, row in MATRIX.items() if row.get("step_up")}


@pytest.mark.parametrize("route", [route for route, row in MATRIX.items() if row.get("step_up")])
def test_a_page_left_open_can_do_nothing_that_must_be_proved(world, route):
    """Nor does it learn whether what was asked about exists."""
    allowed = MATRIX[route]["allowed"]
    groups = {"signed_in": ["jaden", "priya"], "staff": ["priya", "helen"]}
    for asker in groups.get(allowed[0], allowed):
        client = signed_in(world.app, asker, proved_minutes_ago=5)
        there = world.send(route, asker, client, world.known_ids())
        nowhere = world.send(route, asker, client, {})
        assert there.json == {"code": "step_up_needed", "status": 403}, asker
        assert there.data == nowhere.data, asker


@pytest.mark.parametrize("route", [route for route in MATRIX if "<" in route])
def test_what_one_may_not_know_answers_like_what_does_not_exist(world, route):
    """Byte for byte, in headers and body: nobody learns that Jaden is looked after here."""
    row = MATRIX[route]
    for asker in JOBS:
        if asker in row["allowed"] or asker in row.get("refused", {}):
            continue
        client = signed_in(world.app, asker)
        there = world.send(route, asker, client, world.known_ids())
        nowhere = world.send(
            route, asker, client, {name: str(uuid4()) for name in world.known_ids()}
        )
        assert there.data == nowhere.data, asker
        assert sorted(there.headers) == sorted(nowhere.headers), asker
        assert there.status_code == nowhere.status_code == 404, asker


def test_a_manager_invites_a_child_once_and_then_only_the_officer_does(world):
    """Whoever holds a card opens the account, and a manager never reads a child's words."""
    helen = signed_in(world.app, "helen")
    never_signed_in = demo_id("priya 0")
    assert helen.put(f"/api/people/{never_signed_in}/cards/{uuid4()}").status_code == 200
    assert helen.put(f"/api/people/{JADEN}/cards/{uuid4()}").status_code == 403
