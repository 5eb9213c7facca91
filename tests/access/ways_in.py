"""What is sent to the routes of signing in, when everyone asks them."""

from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people.models import Passkey
from tests.world.authenticators import SoftAuthenticator
from tests.world.two_councils import JADEN, NORTHMOOR

PASSKEY = demo_id("jaden's passkey")
OPTIONS = {"challenge": "A" * 43, "user": {"id": "AAAA"}}


class WaysIn:
    """Requests about codes, passkeys and proof; each is answered as the matrix says."""

    app: Flask

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
