"""What is sent to the routes of signing in, when everyone asks them."""

from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people.models import Passkey
from cadair.reviews.rules import Stage
from tests.world.authenticators import SoftAuthenticator
from tests.world.live import HOW_IT_WAS, join, move_to, one_event, open_part
from tests.world.two_councils import JADEN, NORTHMOOR, signed_in

PASSKEY = demo_id("jaden's passkey")
PART, OTHER_PART = demo_id("a part that runs"), demo_id("another part")
OPTIONS = {"challenge": "A" * 43, "user": {"id": "AAAA"}}


class WaysIn:
    """Requests about codes, passkeys and proof; each is answered as the matrix says."""

    app: Flask
    review_id: UUID
    guest_id: UUID | None = None
    code = ""  # of the part that runs

    def post_sign_in_second_step(self, *_: Any) -> dict[str, Any]:
        return {"json": {"code": "not a code"}}

    def post_sign_in_passkey(self, *_: Any) -> dict[str, Any]:
        return {"json": SoftAuthenticator().sign(OPTIONS)}

    def post_sign_in_council_leave(self, *_: Any) -> dict[str, Any]:
        return {"json": {"council_id": str(NORTHMOOR)}}

    def post_sign_in_council(self, *_: Any) -> dict[str, Any]:
        told = {"council_id": str(NORTHMOOR), "code": "no code", "state": "no state"}
        return {"json": told}

    def post_me_prove(self, *_: Any) -> dict[str, Any]:
        return {"json": {"passphrase": "not this one"}}

    def put_me_authenticator(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        client.post("/api/me/authenticator")
        return {"json": {"code": "not a code"}}

    def post_me_passkeys(self, *_: Any) -> dict[str, Any]:
        return {"json": SoftAuthenticator().make(OPTIONS)}

    def put_me_passkeys(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("passkey_id") == PASSKEY:
            self._jaden_has(PASSKEY)
        return {"json": {"name": "My phone"}}

    def delete_me_passkeys(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        self.put_me_passkeys(asker, client, ids)
        return {}

    def post_reviews_parts_live(
        self, asker: str, client: FlaskClient, ids: dict[str, Any]
    ) -> dict[str, Any]:
        if ids.get("review_id") == self.review_id:
            ids["part_id"] = PART
            self.a_part_runs()
        return {}

    def a_part_runs(self) -> None:
        """That the review's meeting began with it is taken back at once, for all else."""
        if not self.code:
            priya = signed_in(self.app, "priya")
            self._plan_two_parts(priya)
            self.code = open_part(self.app, priya, self.review_id, PART)["code"]

    get_reviews_parts_live = post_reviews_parts_live
    get_reviews_parts_live_stream = post_reviews_parts_live
    post_reviews_parts_live_code = post_reviews_parts_live

    def still_takes_views(self, route: str) -> None:
        """Opening a meeting begins the review; the other routes meet it as it was."""
        if route.startswith("POST ") and route.endswith("/live"):
            move_to(self.app, self.review_id, Stage.OPEN_FOR_VIEWS)
        if route.endswith(("/plan", "/live/end")):
            self.code = ""

    def post_reviews_parts_live_end(self, *sent: Any) -> dict[str, Any]:
        self.post_reviews_parts_live(*sent)
        return {"json": {"adjourned": True}}

    def post_reviews_parts_live_events(self, *sent: Any) -> dict[str, Any]:
        self.post_reviews_parts_live(*sent)
        return {"json": one_event()}

    def post_reviews_parts_live_guests_leave(self, *sent: Any) -> dict[str, Any]:
        self.post_reviews_parts_live(*sent)
        if sent[2].get("part_id") == PART and self.guest_id is None:
            self.guest_id, _ = join(self.app, self.code)
        sent[2]["guest_id"] = self.guest_id
        return {}

    def post_live_join(self, *_: Any) -> dict[str, Any]:
        return {"json": {"code": "ABC", "called": "Uncle Bob"}}

    def post_live_events(self, *_: Any) -> dict[str, Any]:
        return {"json": one_event()}

    def put_my_reviews_how_it_was(self, *_: Any) -> dict[str, Any]:
        return {"json": HOW_IT_WAS}

    def _plan_two_parts(self, priya: FlaskClient) -> None:
        read = priya.get(f"/api/reviews/{self.review_id}")
        if any(part["id"] == str(PART) for part in read.json["parts"]):
            return
        move_to(self.app, self.review_id, Stage.OPEN_FOR_VIEWS)
        parts = [
            {
                "id": str(id_), "title": "A part", "how": "in_person", "starts_at": None,
                "minutes": 45, "place": None, "video_link": None, "agenda": [],
                "people": [str(demo_id(who)) for who in people], "told_where": [],
            }
            for id_, people in ((PART, ("jaden", "sandra", "tom")), (OTHER_PART, ("karen",)))
        ]  # fmt: skip
        sent = {"json": {"parts": parts}, "headers": {"If-Match": read.headers["ETag"]}}
        planned = priya.put(f"/api/reviews/{self.review_id}/plan", **sent)
        assert planned.status_code == 200, planned.text

    def _jaden_has(self, passkey_id: UUID) -> None:
        with self.app.app_context():
            scope_to(db.session, NORTHMOOR)
            if db.session.get(Passkey, passkey_id) is None:
                db.session.add(
                    Passkey(
                        id=passkey_id,
                        person_id=JADEN,
                        credential=b"jaden's",
                        public_key=b"half of it",
                        used_count=0,
                        transports=[],
                        name="My phone",
                        added_at=now(),
                    )
                )
                db.session.commit()
