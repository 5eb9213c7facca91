"""Where notices leave this server by, as an installation is told, and what would be unsafe."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit
from uuid import UUID

ADDRESS: Final = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
# Whoever sees a phone's lock screen must not learn from a sender or an address what it is about
# (security bar L1).
TELLS_TOO_MUCH: Final = re.compile(r"care|review|council|social|child|iro\b", re.IGNORECASE)
NOTIFY: Final = "https://api.notifications.service.gov.uk"
NOTIFY_KEY: Final = re.compile(r"[A-Za-z0-9_-]+-[0-9a-f-]{36}-[0-9a-f-]{36}")


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """A mail server of the installation's own choice."""

    host: str
    port: int
    user: str | None
    password: str | None = field(repr=False)
    sender: str  # a neutral address
    tls: bool  # STARTTLS; without it only to this machine


@dataclass(frozen=True, kw_only=True)
class NotifyService:
    """GOV.UK Notify: a key, and a template each for e-mail and text that holds only our words."""

    key: str = field(repr=False)
    email_template: str | None
    text_template: str | None
    url: str


@dataclass(frozen=True, kw_only=True)
class NoticeSettings:
    """What notices are sent with; without any of it nobody can be told outside Cadair."""

    site: str | None  # the bare address that a notice names
    mail: MailServer | None
    notify: NotifyService | None
    push_key: Path | None  # the folder of our own VAPID key

    @property
    def is_any(self) -> bool:
        """Whether anything can be sent."""
        return bool(self.mail or self.notify or self.push_key)


def read_notice_settings(
    *, site: str, mail: str, notify: str, templates: str, notify_url: str, push_key: str
) -> NoticeSettings:
    """Read the settings of notices; raises ValueError with a sentence when one is unsafe."""
    read = NoticeSettings(
        site=_site(site) if site else None,
        mail=_mail(mail) if mail else None,
        notify=_notify(notify, templates, notify_url) if notify else None,
        push_key=Path(push_key) if push_key else None,
    )
    if read.is_any and read.site is None:
        raise ValueError("CADAIR_SITE must say the address that a notice names, as https://….")
    return read


def _site(told: str) -> str:
    parts = urlsplit(told)
    is_here = parts.scheme == "http" and parts.hostname in HERE
    if not (parts.scheme == "https" or is_here) or not parts.hostname:
        raise ValueError("CADAIR_SITE must be an address that begins with https://.")
    if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username:
        raise ValueError("CADAIR_SITE must be a bare address: nothing may follow the host's name.")
    if TELLS_TOO_MUCH.search(parts.hostname):
        raise ValueError(
            "CADAIR_SITE stands in every notice, which somebody else may see: give it a name that "
            "says nothing of care, reviews or a council."
        )
    return f"{parts.scheme}://{parts.netloc}/"


def _mail(told: str) -> MailServer:
    parts = urlsplit(told)
    port = _port(parts)
    if parts.scheme != "smtp" or not parts.hostname or port is None:
        raise ValueError("CADAIR_MAIL must be smtp://user:password@host:port?from=….")
    sender = parse_qs(parts.query).get("from", [""])[0]
    if not ADDRESS.fullmatch(sender):
        raise ValueError("CADAIR_MAIL must end in ?from= and the address that notices come from.")
    if TELLS_TOO_MUCH.search(sender):
        raise ValueError(
            "The address that notices come from says too much to whoever sees it: CADAIR_MAIL "
            "needs a neutral one, without care, review, council or the like."
        )
    return MailServer(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        sender=sender,
        tls=parts.hostname not in HERE,
    )


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port or 587
    except ValueError:
        return None


def _notify(key: str, templates: str, url: str) -> NotifyService:
    if not NOTIFY_KEY.fullmatch(key):
        raise ValueError("CADAIR_NOTIFY_KEY is not a key of GOV.UK Notify.")
    named = dict(each.strip().partition(":")[::2] for each in templates.split(",") if each.strip())
    if not named or not named.keys() <= {"email", "text"}:
        raise ValueError("CADAIR_NOTIFY_TEMPLATES must be email:ID, text:ID or both.")
    for template in named.values():
        try:
            UUID(template)
        except ValueError:
            raise ValueError(
                "CADAIR_NOTIFY_TEMPLATES must name templates by their ids, each a UUID."
            ) from None
    parts = urlsplit(url or NOTIFY)
    if parts.scheme != "https" and parts.hostname not in HERE:
        raise ValueError("CADAIR_NOTIFY_URL must begin with https://.")
    return NotifyService(
        key=key,
        email_template=named.get("email"),
        text_template=named.get("text"),
        url=url or NOTIFY,
    )
