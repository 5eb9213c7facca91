"""Each way out: a mail server with STARTTLS, GOV.UK Notify, and a browser's push service."""

import base64
import json
import threading
from dataclasses import replace
from uuid import UUID, uuid4

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from notifications_python_client.errors import TokenError
from notifications_python_client.notifications import NotificationsAPIClient
from py_vapid import Vapid

from cadair.foundation.notice_settings import MailServer as MailSettings
from cadair.foundation.notice_settings import NotifyService
from cadair.notifications.actions.ways.mail import Mail
from cadair.notifications.actions.ways.notify import Notify
from cadair.notifications.actions.ways.push import Push
from cadair.notifications.actions.ways.push_key import make_key, public_key
from cadair.notifications.models import ContactPoint
from cadair.notifications.rules import Kind
from cadair.notifications.rules.parcels import Came, Parcel
from cadair.notifications.rules.sentences import notice_for
from tests.backend.notifications.conftest import SENTENCE, after
from tests.backend.notifications.providers import (
    NOTIFY_KEY,
    PUSH_SERVICE,
    SENDER,
    SITE,
    TEMPLATES,
    FakeNotify,
    FakePush,
    MailServer,
    Provider,
    free_port,
    nobody_listens,
    secure,
    straight_to,
    who_signs_in,
)


def parcel(kind, address, **more):
    notice = notice_for(job=None, language="en", site=SITE)
    return Parcel(
        **{
            "id": uuid4(), "council_id": uuid4(), "kind": kind, "address": address,
            "notice": notice, "tries": 1, "contact_id": None, **more,
        }
    )  # fmt: skip


# Mail


def test_mail_goes_by_starttls_to_a_server_that_shows_who_it_is(tmp_path):
    shows, trusts = secure(tmp_path)
    server = MailServer(free_port())
    settings = MailSettings(
        host="localhost", port=server.port, user="cadair", password="secret",
        sender=SENDER, tls=True,
    )  # fmt: skip
    options = {"tls_context": shows, "require_starttls": True, "authenticator": who_signs_in}
    with server.up(**options):
        to_mum = parcel(Kind.EMAIL, "mum@mail.example")
        assert Mail(settings, tls=trusts).send(to_mum) is Came.SENT
        # One whose certificate nobody vouches for is told nothing at all.
        assert Mail(settings).send(to_mum) is Came.TROUBLE
    assert len(server.letters) == 1


def test_a_server_without_tls_is_told_nothing(tmp_path):
    server = MailServer(free_port())
    settings = MailSettings(
        host="localhost", port=server.port, user=None, password=None, sender=SENDER, tls=True
    )
    with server.up():
        assert Mail(settings).send(parcel(Kind.EMAIL, "mum@mail.example")) is Came.TROUBLE
    assert server.letters == []


# Notify


@pytest.fixture
def notify():
    fake = FakeNotify()
    with Provider(fake.answer).up() as provider:
        service = NotifyService(
            key=NOTIFY_KEY, email_template=TEMPLATES["email"],
            text_template=TEMPLATES["text"], url=provider.url,
        )  # fmt: skip
        yield fake, provider, service


def test_notify_is_handed_our_words_and_our_reference_and_nothing_else(notify):
    fake, provider, service = notify
    text = parcel(Kind.TEXT, "+447700900123")
    assert Notify(service).send(text) is Came.SENT
    assert json.loads(provider.sent[-1].body) == {
        "phone_number": "+447700900123",
        "template_id": TEMPLATES["text"],
        "personalisation": {"words": f"{SENTENCE} {SITE}"},
        "reference": text.id.hex,
    }
    mail = parcel(Kind.EMAIL, "mum@mail.example")
    assert Notify(service).send(mail) is Came.SENT
    assert json.loads(provider.sent[-1].body) == {
        "email_address": "mum@mail.example",
        "template_id": TEMPLATES["email"],
        "personalisation": {"subject": SENTENCE, "words": f"{SENTENCE}\n\n{SITE}"},
        "reference": mail.id.hex,
    }
    assert len(fake.kept) == 2


def test_notify_is_asked_for_what_was_tried_before_and_never_sends_it_twice(notify):
    fake, _, service = notify
    again = parcel(Kind.TEXT, "+447700900123", tries=2)
    assert Notify(service).send(again) is Came.SENT
    assert Notify(service).send(replace(again, tries=3)) is Came.SENT
    assert [each["reference"] for each in fake.kept] == [again.id.hex]


@pytest.mark.parametrize("status", [429, 500, 503, 403])
def test_notify_that_is_in_trouble_or_busy_is_asked_again_later(notify, status):
    fake, provider, service = notify
    provider.troubles = [status]
    assert Notify(service).send(parcel(Kind.TEXT, "+447700900123")) is Came.TROUBLE
    assert Notify(service).send(parcel(Kind.TEXT, "+447700900123")) is Came.SENT
    assert len(fake.kept) == 1


def test_notify_that_takes_it_and_answers_500_has_it_once(notify):
    fake, provider, service = notify
    taken = provider.answer

    def takes_and_fails(sent, method):
        status, said = taken(sent, method)
        return (500, {}) if method == "POST" else (status, said)

    provider.answer = takes_and_fails
    first = parcel(Kind.TEXT, "+447700900123")
    assert Notify(service).send(first) is Came.TROUBLE
    assert Notify(service).send(replace(first, tries=2)) is Came.SENT
    assert len(fake.kept) == 1


def test_a_number_that_notify_does_not_take_is_not_tried_again(notify):
    assert Notify(notify[2]).send(parcel(Kind.TEXT, "nobody")) is Came.REFUSED


def test_notify_that_is_away_is_trouble():
    with nobody_listens() as port:
        service = NotifyService(
            key=NOTIFY_KEY, email_template=None, text_template=TEMPLATES["text"],
            url=f"http://127.0.0.1:{port}",
        )  # fmt: skip
        assert Notify(service).send(parcel(Kind.TEXT, "+447700900123")) is Came.TROUBLE


def test_the_fake_notify_is_what_its_own_client_expects(notify):
    """The library reads it to the end, and its own check refuses a token by another key."""
    fake, provider, _service = notify
    client = NotificationsAPIClient(NOTIFY_KEY, base_url=provider.url)
    made = client.send_sms_notification("+447700900123", TEMPLATES["text"], {"words": "x"}, "ref")
    assert made["reference"] == "ref"
    found = client.get_all_notifications(reference="ref")
    assert [each["reference"] for each in found["notifications"]] == ["ref"]
    assert client.get_all_notifications(reference="other")["notifications"] == []
    other = f"tests-{UUID(int=1)}-{UUID(int=9)}"
    sent = provider.sent[0]
    NotificationsAPIClient(other, base_url=provider.url)
    forged = NotificationsAPIClient(other)._create_request_objects("/x", None, None)[1]["headers"]
    sent.headers["authorization"] = forged["Authorization"]
    with pytest.raises(TokenError):
        fake.answer(sent, "POST")


# Push


class Browser:
    """A browser that has let us push: it alone can open what it is sent."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = uuid4().bytes
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": _said(point), "auth": _said(self.secret)}
        self.keys = {"endpoint": f"{PUSH_SERVICE}/wpush/v2/{uuid4().hex}", **keys}
        self.address = json.dumps({"endpoint": self.keys["endpoint"], "keys": keys})

    def opens(self, body: bytes) -> str:
        opened = http_ece.decrypt(
            body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"
        )
        return opened.decode()


def _said(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


@pytest.fixture
def push(tmp_path):
    make_key(tmp_path)
    fake = FakePush()
    with Provider(fake.answer).up() as provider:
        yield fake, provider, Push(tmp_path, site=SITE, session=straight_to(provider.url)), tmp_path


def test_a_browser_is_pushed_the_sentence_sealed_for_it_alone(push):
    _, provider, way, folder = push
    browser = Browser()
    to_it = parcel(Kind.PUSH, browser.address)
    assert way.send(to_it) is Came.SENT
    sent = provider.sent[0]
    assert browser.opens(sent.body) == SENTENCE
    with pytest.raises(http_ece.ECEException):
        Browser().opens(sent.body)
    assert SENTENCE.encode() not in sent.body
    assert sent.headers["topic"] == to_it.id.hex
    assert set(sent.headers) <= {
        "host", "user-agent", "accept-encoding", "accept", "connection", "content-length",
        "content-encoding", "ttl", "topic", "urgency", "authorization",
    }  # fmt: skip
    token, _, key = sent.headers["authorization"].removeprefix("vapid t=").partition(",k=")
    assert key == public_key(folder)
    claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    assert claims["aud"] == PUSH_SERVICE
    assert claims["sub"] == SITE.rstrip("/")


def test_a_push_service_checks_who_pushes_as_its_library_does(push):
    _, provider, way, _ = push
    way.send(parcel(Kind.PUSH, Browser().address))
    said = provider.sent[0].headers["authorization"]
    assert Vapid.verify(said)
    token = said.partition("t=")[2].partition(",")[0]
    assert not Vapid.verify(said.replace(token.split(".")[1][:8], "AAAAAAAA"))


@pytest.mark.parametrize(
    ("status", "came"),
    [(404, Came.GONE), (410, Came.GONE), (429, Came.TROUBLE), (500, Came.TROUBLE),
     (503, Came.TROUBLE), (400, Came.REFUSED), (413, Came.REFUSED)],
)  # fmt: skip
def test_what_a_push_service_answers(push, status, came):
    fake, _, way, _ = push
    fake.status = status
    assert way.send(parcel(Kind.PUSH, Browser().address)) is came


def test_a_push_service_that_sends_us_elsewhere_is_not_followed(push):
    _, provider, way, _ = push
    elsewhere = Provider(lambda *_: (201, {}))
    with elsewhere.up():
        provider.troubles = [302]
        assert way.send(parcel(Kind.PUSH, Browser().address)) is not Came.SENT
    assert elsewhere.sent == []


def test_a_browser_that_is_gone_is_forgotten_and_its_owner_sees_it(told, push):
    fake, _, way, _ = push
    told.by = {Kind.PUSH: way}
    browser = Browser()
    mum = told.world.sign_in("Mum")
    assert mum.put("/api/my/notices/push", json=browser.keys).status_code == 200
    chosen = {"channel": "push", "quiet_from": None, "quiet_until": None}
    assert mum.put("/api/my/notices", json=chosen).status_code == 200
    told.tell("Mum")
    assert told.turn().sent == 1
    fake.status = 410
    told.tell("Mum", at=after(minutes=1))
    told.turn(after(minutes=1))
    seen = mum.get("/api/my/notices").json
    assert [(each["kind"], each["gone"]) for each in seen["contacts"]] == [("push", True)]
    with told.world.inside() as session:
        assert [each.address for each in session.query(ContactPoint)] == [None]
    listed = told.world.sign_in("Priya").get("/api/notices-failed").json["people"]
    assert [each["person"]["called"] for each in listed] == ["Mum"]


def test_no_thread_is_left_behind(push):
    before = threading.active_count()
    push[2].send(parcel(Kind.PUSH, Browser().address))
    assert threading.active_count() <= before + 1  # the fake's own
