"""A council whose people can be told, a mail server of our own, and the worker's turns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from cadair.commands.sending_notices import Turn, send_due
from cadair.foundation import notice_settings
from cadair.foundation.clock import frozen, now
from cadair.notifications import actions
from cadair.notifications.actions.ways.mail import Mail
from cadair.notifications.models import Delivery, OutboxItem
from cadair.notifications.rules import About, Kind
from cadair.notifications.rules.parcels import Way
from tests.backend.contributions.conftest import NOW, World, a_world
from tests.backend.notifications.providers import SENDER, Letter, MailServer, free_port

SENTENCE = "Something is waiting for you."


@dataclass
class Told:
    """The council, its mail server, and what is done with both."""

    world: World
    mail: MailServer
    by: dict[Kind, Way] = field(default_factory=dict)

    def turn(self, at: datetime | None = None) -> Turn:
        """The worker goes round once."""
        with frozen(at or now()), self.world.app.app_context():
            return send_due(self.by)

    def tell(self, who: str, about: About = About.MESSAGE, at: datetime | None = None) -> None:
        """Something new waits for this person."""
        with self.world.inside() as session:
            told = [(self.world.ids[who], uuid4())]
            actions.tell(session, told=told, about=about, now=at or now())

    def has_email(self, who: str, address: str | None = None) -> str:
        """This person has given an address, confirmed it by its code, and chosen it."""
        address = address or f"{who.lower()}@mail.example"
        client = self.world.sign_in(who)
        given = client.put("/api/my/notices/contact", json={"kind": "email", "address": address})
        assert given.status_code == 200, given.text
        self.turn()
        code = self.code_to(address)
        assert client.post("/api/my/notices/confirm", json={"code": code}).status_code == 200
        mine = given.json
        chosen = {"channel": "email"} | {name: mine[name] for name in ("quiet_from", "quiet_until")}
        assert client.put("/api/my/notices", json=chosen).status_code == 200
        self.mail.letters.clear()
        return address

    def code_to(self, address: str) -> str:
        found = re.search(r"\d{6}", self.letters_to(address)[-1].words)
        assert found
        return found[0]

    def letters_to(self, address: str) -> list[Letter]:
        return [letter for letter in self.mail.letters if letter.to == [address]]

    def deliveries(self, who: str | None = None) -> list[Delivery]:
        with self.world.inside() as session:
            wanted = select(Delivery).order_by(Delivery.made_at)
            if who:
                wanted = wanted.where(Delivery.person_id == self.world.ids[who])
            return list(session.scalars(wanted))

    def unsettled(self) -> int:
        with self.world.inside() as session:
            waiting = select(OutboxItem.id).where(OutboxItem.settled_at.is_(None))
            return len(session.scalars(waiting).all())


def mail_to(port: int) -> Mail:
    """E-mail by the mail server of the test."""
    return Mail(
        notice_settings.MailServer(
            host="127.0.0.1", port=port, user=None, password=None, sender=SENDER, tls=False
        )
    )


@pytest.fixture
def told(app: Flask) -> Iterator[Told]:
    """Northmoor on a Monday at four, with a mail server that answers."""
    server = MailServer(free_port())
    with frozen(NOW), server.up():
        made = Told(a_world(app), server, {Kind.EMAIL: mail_to(server.port)})
        made.turn()  # of what was told while nobody had chosen anything
        yield made


def after(**passed: float) -> datetime:
    """So long after the beginning."""
    return NOW + timedelta(**passed)
