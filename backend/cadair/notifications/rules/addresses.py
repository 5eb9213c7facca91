"""What can be written to: an e-mail address, a mobile number, a browser's own push service."""

import re
from typing import Final
from urllib.parse import urlsplit

from cadair.foundation.errors import BadInput
from cadair.foundation.notice_settings import ADDRESS
from cadair.notifications.rules import Kind

LONGEST: Final = 254
MOBILE: Final = re.compile(r"447[0-9]{9}")  # only where a notice is sure to cost what it should
# The push services of the browsers: our server writes to no address that a page makes up.
PUSH_SERVICES: Final = (
    "fcm.googleapis.com",
    "push.services.mozilla.com",
    "push.apple.com",
    "notify.windows.com",
)


def as_written_to(kind: Kind, said: str) -> str:
    """One spelling of an address or a number; raises BadInput."""
    found = _email(said) if kind is Kind.EMAIL else _mobile(said)
    if found is None:
        raise BadInput(fields={"address": ["not_valid"]})
    return found


def check_push_service(endpoint: str) -> None:
    """Refuse an endpoint that is no browser's push service; raises BadInput."""
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        raise BadInput(fields={"endpoint": ["not_valid"]}) from None
    host = parts.hostname or ""
    known = any(host == each or host.endswith(f".{each}") for each in PUSH_SERVICES)
    plain = port in (None, 443) and not parts.username and endpoint.isascii()
    if parts.scheme != "https" or not known or not plain:
        raise BadInput(fields={"endpoint": ["not_valid"]})


def hint_of(kind: Kind, address: str) -> str | None:
    """So much of an address that its owner knows it again, and nobody else gets it from there."""
    if kind is Kind.EMAIL:
        name, _, host = address.partition("@")
        return f"{name[0]}…@{host[0]}…"
    return f"…{address[-3:]}" if kind is Kind.TEXT else None


def _email(said: str) -> str | None:
    found = said.strip()
    return found if len(found) <= LONGEST and ADDRESS.fullmatch(found) else None


def _mobile(said: str) -> str | None:
    digits = re.sub(r"[\s().-]", "", said)
    digits = re.sub(r"^(\+|00)44", "44", digits)
    digits = re.sub(r"^07", "447", digits)
    return f"+{digits}" if MOBILE.fullmatch(digits) else None
