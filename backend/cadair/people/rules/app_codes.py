"""The codes of an authenticator app (RFC 6238): its secret, the link that sets it up, its codes."""

import base64
import secrets
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from cadair.people.rules.second_step import CODE_SECONDS

DIGITS: Final = 6
SECRET_BYTES: Final = 20  # as long as the digest that apps know (RFC 4226, 4)


def new_secret() -> str:
    """A fresh secret in base32, as a person types it into their app."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def link_of(secret: str, *, name: str, issuer: str) -> str:
    """The link that an app reads from a square code."""
    maker = TOTP(_bytes(secret), DIGITS, SHA1(), CODE_SECONDS)  # noqa: S303  # what apps know
    return maker.get_provisioning_uri(name, issuer)


def code_of(secret: str, number: int) -> str:
    """The code that an app with this secret shows as the one of this number."""
    return HOTP(_bytes(secret), DIGITS, SHA1()).generate(number).decode()  # noqa: S303


def _bytes(secret: str) -> bytes:
    return base64.b32decode(secret + "=" * (-len(secret) % 8))
