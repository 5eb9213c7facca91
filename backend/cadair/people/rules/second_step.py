"""The second step of signing in: codes of an app, passkeys, recovery codes, and what is refused."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from cadair.foundation.errors import Refusal

CODE_SECONDS: Final = 30  # how long one code of an authenticator app lasts (RFC 6238)
CODES_BESIDE: Final = 1  # a clock may be so many codes off, before or after
TRIES_OF_CODES: Final = 10  # an hour, from devices on which they were never fully signed in
TRIES_OF_CODES_KNOWN: Final = 30
SEED_WAITS: Final = timedelta(minutes=30)  # from showing a secret to the first code made with it
HALF_LASTS: Final = timedelta(minutes=15)  # from the password to the second step
RECOVERY_CODES: Final = 10
RECOVERY_LETTERS: Final = 24  # 120 bits: so many that a plain digest is enough (ASVS 6.5.2)
LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"  # 5 bits each; none is taken for another
CHALLENGE_LASTS: Final = timedelta(minutes=5)
CHALLENGES_FROM_ONE_ADDRESS: Final = 60  # waiting at once
MOST_PASSKEYS: Final = 20


class SecondStep(StrEnum):
    """How somebody showed, beyond a password, that it is they (security bar G8)."""

    AUTHENTICATOR = "authenticator"  # an app's code of the moment
    PASSKEY = "passkey"
    RECOVERY_CODE = "recovery_code"
    COUNCIL = "council"  # the council's own sign-on, which vouched for a second factor


class Way(StrEnum):
    """What somebody can show that it is they with."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the way, not the secret
    CODE = "code"
    PASSKEY = "passkey"
    RECOVERY_CODE = "recovery_code"
    COUNCIL = "council"


class Purpose(StrEnum):
    """What a passkey's challenge was given for; it is good for nothing else."""

    SIGN_IN = "sign_in"
    PROOF = "proof"
    NEW = "new"


class Notice(StrEnum):
    """What a person is told when they next sign in."""

    CAME_IN_BY_CARD = "came_in_by_card"  # a card made their account open anew
    FACTORS_DROPPED = "factors_dropped"  # and their second factor with it


class LastWayIn(Refusal):
    """Staff keep at least one second factor."""

    code = "last_way_in"
    status = 409


class TooManyPasskeys(Refusal):
    """They have more than anybody needs."""

    code = "too_many_passkeys"
    status = 409


class AuthenticatorNotBegun(Refusal):
    """No secret was shown to set an app up with, or it is too long ago."""

    code = "authenticator_not_begun"
    status = 409


class WrongPasskey(Refusal):
    """This passkey opens nothing here; whether it is known is not said."""

    code = "wrong_passkey"
    status = 403
    keeps_what_was_written = True


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where the browser is, as a passkey is bound to it."""

    host: str  # without the port: the relying party's id
    origin: str


@dataclass(frozen=True, kw_only=True)
class PasskeyAnswer:
    """What a passkey signed, each part in base64url as the browser has it."""

    id: str
    client_data: str
    authenticator_data: str
    signature: str
    user_handle: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewPasskey:
    """A passkey that an authenticator has just made, in base64url as the browser has it."""

    id: str
    client_data: str
    attestation: str
    transports: list[str]


def codes_at(now: datetime) -> range:
    """The numbers of the codes that may be typed at this moment, oldest first."""
    present = int(now.timestamp()) // CODE_SECONDS
    return range(present - CODES_BESIDE, present + CODES_BESIDE + 1)


def new_recovery_code() -> str:
    """Twenty-four letters and digits, in fours."""
    code = "".join(secrets.choice(LETTERS) for _ in range(RECOVERY_LETTERS))
    return "-".join(code[at : at + 4] for at in range(0, RECOVERY_LETTERS, 4))


def recovery_code_normal(said: str) -> str:
    """One spelling of a recovery code, however it was typed."""
    read = said.lower().translate(str.maketrans("oil", "011"))
    return "".join(letter for letter in read if letter in LETTERS)
