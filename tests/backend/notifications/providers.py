"""Providers on this machine: a real mail server, and two that keep what the libraries send them."""

import json
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import requests
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from py_vapid import Vapid
from requests.adapters import HTTPAdapter

SITE = "https://seat.example.org/"
SENDER = "hello@seat.example.org"
NOTIFY_KEY = f"tests-{UUID(int=1)}-{UUID(int=2)}"
TEMPLATES = {"email": str(UUID(int=4)), "text": str(UUID(int=3))}
PUSH_SERVICE = "https://updates.push.services.mozilla.com"


@dataclass
class Letter:
    """One envelope, as it arrived."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def read(self) -> EmailMessage:
        found = message_from_bytes(self.raw, policy=default)
        assert isinstance(found, EmailMessage)
        return found

    @property
    def words(self) -> str:
        return self.read.get_content()


@dataclass
class MailServer:
    """A real mail server.  `answers` are given in place of the next ones that would be kind."""

    port: int
    letters: list[Letter] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refuses: list[str] = field(default_factory=list)  # recipients
    keeps_and_dies: bool = False  # it has the letter, and the line is cut before it says so

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.refuses:
            return self.refuses.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.answers:
            return self.answers.pop(0)
        assert isinstance(envelope.content, bytes)
        assert envelope.mail_from is not None
        self.letters.append(Letter(envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        if self.keeps_and_dies:
            assert server.transport is not None
            server.transport.abort()
        return "250 OK"

    @contextmanager
    def up(self, **options: Any) -> Iterator[None]:
        """For as long as this lasts it answers; before and after nobody does."""
        controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        controller.start()
        try:
            yield
        finally:
            controller.stop()


def who_signs_in(*_: Any) -> AuthResult:
    return AuthResult(success=True)


@contextmanager
def nobody_listens() -> Iterator[int]:
    """A port that refuses everybody: it is held, so that nothing else on this machine takes it."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@dataclass
class Sent:
    """One request to a provider."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Provider:
    """An HTTP server of a provider; the next answers are `troubles`, while there are any."""

    answer: Callable[[Sent, str], tuple[int, Any]]
    sent: list[Sent] = field(default_factory=list)
    troubles: list[int] = field(default_factory=list)
    url: str = ""

    @contextmanager
    def up(self) -> Iterator["Provider"]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def _take(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                sent = Sent(self.path, headers, body)
                provider.sent.append(sent)
                if provider.troubles:
                    status, said = provider.troubles.pop(0), _error("Trouble")
                else:
                    status, said = provider.answer(sent, self.command)
                content = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = _take  # noqa: N815

            def log_message(self, *_: Any) -> None:
                """Nothing is said."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            self.url = f"http://127.0.0.1:{server.server_port}"
            thread = threading.Thread(target=server.serve_forever, args=(0.01,))
            thread.start()
            try:
                yield self
            finally:
                server.shutdown()
                thread.join()


def _error(kind: str) -> dict[str, Any]:
    return {"status_code": 0, "errors": [{"error": kind, "message": kind}]}


@dataclass
class FakeNotify:
    """GOV.UK Notify: tokens are checked with its own client's code, and references are kept."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    limit_of_team: int = 0

    def answer(self, sent: Sent, method: str) -> tuple[int, Any]:
        token = sent.headers["authorization"].removeprefix("Bearer ")
        if get_token_issuer(token) != NOTIFY_KEY[-73:-37]:
            return 403, _error("AuthError")
        decode_jwt_token(token, NOTIFY_KEY[-36:])
        parts = urlsplit(sent.path)
        if method == "GET":
            assert parts.path == "/v2/notifications"
            wanted = parse_qs(parts.query).get("reference", [None])[0]
            found = [each for each in self.kept if wanted in (None, each["reference"])]
            return 200, {"notifications": found, "links": {"current": sent.path}}
        said = json.loads(sent.body)
        kind = parts.path.removeprefix("/v2/notifications/")
        is_text = kind == "sms"
        named = TEMPLATES["text" if is_text else "email"]
        if said["template_id"] != named:
            return 400, _error("BadRequestError")
        if not re.fullmatch(
            r"\+447\d{9}|\S+@\S+", said["phone_number" if is_text else "email_address"]
        ):
            return 400, _error("ValidationError")
        self.kept.append({"id": str(uuid4()), "reference": said["reference"], "type": kind, **said})
        return 201, {"id": self.kept[-1]["id"], "reference": said["reference"]}


@dataclass
class FakePush:
    """A push service: what it is handed, and whether it still knows the browser."""

    status: int = 201

    def answer(self, sent: Sent, _method: str) -> tuple[int, Any]:
        assert Vapid.verify(sent.headers["authorization"])
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,32}", sent.headers["topic"])  # RFC 8030, 5.4
        assert int(sent.headers["ttl"]) > 0
        return self.status, {}


class ToHere(HTTPAdapter):
    """Takes a request for a push service to the one on this machine."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any):
        assert request.url
        request.url = request.url.replace(PUSH_SERVICE, self._url)
        return super().send(request, *args, **kwargs)


def straight_to(url: str) -> requests.Session:
    session = requests.Session()
    session.mount(PUSH_SERVICE, ToHere(url))
    return session


def secure(folder: Any) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A certificate for localhost: what the server shows, and what trusts it alone."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    at = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "server.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    shows = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    shows.load_cert_chain(file)
    return shows, ssl.create_default_context(cafile=str(file))
