"""Passphrases, cards and sessions: what is strong enough, and how long things last."""

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from ipaddress import IPv4Address, IPv6Network, ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from cadair.access.actor import STAFF, Job
from cadair.foundation.errors import BadInput, Refusal
from cadair.people.rules.easy import is_easy

CARD_LASTS: Final = timedelta(days=7)
CARD_WORDS: Final = 4
OFFERED_WORDS: Final = 4

IDLE_STAFF: Final = timedelta(minutes=15)
IDLE_OTHERS: Final = timedelta(minutes=30)
ABSOLUTE: Final = timedelta(hours=10)
SEEN_AGAIN_AFTER: Final = timedelta(minutes=1)  # how finely a session's idleness is kept
SEEN_AGAIN_SOON: Final = timedelta(seconds=15)  # the same, where it decides what locks
LOCKS_AFTER: Final = timedelta(minutes=2)  # young people and contributors (security bar G6)

PICTURES: Final = frozenset(
    "sun moon star cloud rainbow umbrella tree flower leaf mushroom cactus mountain apple banana "
    "carrot cake ice_cream cup cat rabbit fish duck snail butterfly boat car rocket bike balloon "
    "kite ball drum hat sock key bell".split()
)
CODE_LENGTH: Final = 4
FEWEST_DIFFERENT: Final = 3
WRONG_PICTURES: Final = 5  # then the device is forgotten, and a new card is needed

SHORTEST: Final = 12
LONGEST: Final = 200
FEWEST_WORDS: Final = 3

TRIES_COUNT_FOR: Final = timedelta(hours=1)
TRIES_ON_KNOWN_DEVICE: Final = 30
TRIES_ON_UNKNOWN_DEVICES: Final = 10  # of one account, from all of them together
TRIES_FROM_ONE_ADDRESS: Final = 60

CHAIR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "shape": (
            "stool", "armchair", "rocker", "beanbag", "throne", "swing", "dining", "camping",
        ),
        "colour": ("teal", "coral", "marigold", "plum", "sky", "moss", "rose", "slate"),
        "pattern": ("plain", "dots", "stripes", "stars", "waves", "patch"),
    }
)  # fmt: skip

COUNCIL_SETTINGS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "review_word": None,  # what this council calls a review, if not that
        "views_open_working_days": 20,  # how long before the due date views can be given
        "stricter": {},  # intervals shorter than the statute; see reviews.rules
        "area_postcodes": [],  # postcode areas or districts inside the council, such as ["CF3"]
        "duty_line": None,  # the out-of-hours number, dialled as written
        "duty_email": None,  # told at once when a child says that they are not safe
        "advocacy_email": None,  # told when a child asks for an advocate
        "advocacy_name": None,  # what the council's advocacy service is called
        "answer_within_working_days": 3,  # by when a message is answered; people are told so
        "answer_wishes_within_working_days": 10,  # of the review; later it rises to the officer
        # Whom a dispute goes up to, each with the working days for an answer; see record.rules.
        "dispute_ladder": [
            ["informal", 5],
            ["team_manager", 5],
            ["operational_manager", 5],
            ["assistant_director", 4],
            ["director", 3],
            ["chief_executive", 3],
        ],
    }
)


class WrongSignIn(Refusal):
    """The name and the passphrase do not go together; nothing says which of them is wrong."""

    code = "wrong_sign_in"
    status = 401
    keeps_what_was_written = True


class WrongProof(Refusal):
    """This does not show that whoever asks is the person who signed in."""

    code = "wrong_proof"
    status = 403
    keeps_what_was_written = True


class TryAgainLater(Refusal):
    """Too many wrong tries: nobody is locked out, but the next try waits."""

    code = "try_again_later"
    status = 429

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.headers["Retry-After"] = str(max(1, int(wait.total_seconds())))


class CardNotValid(Refusal):
    """No such card, or it is used, or its seven days are over."""

    code = "card_not_valid"
    status = 404
    keeps_what_was_written = True


class DeviceForgotten(Refusal):
    """Five wrong picture codes: this device needs a new card."""

    code = "device_forgotten"
    status = 401
    keeps_what_was_written = True


class DeviceNotJoined(Refusal):
    """A picture code opens only a device on which a card was used."""

    code = "device_not_joined"
    status = 409


class DeviceKind(StrEnum):
    """All that is kept of what a device is: enough to know one's own again."""

    PHONE = "phone"
    TABLET = "tablet"
    COMPUTER = "computer"


def device_kind(browser: str) -> DeviceKind:
    """The kind of device, from what its browser says of itself (`User-Agent`)."""
    said = browser.lower()
    if "ipad" in said or "tablet" in said or ("android" in said and "mobile" not in said):
        return DeviceKind.TABLET
    if "iphone" in said or "mobile" in said:
        return DeviceKind.PHONE
    return DeviceKind.COMPUTER


def locks(job: Job) -> bool:
    """Whether their pages lock when left alone; staff's sessions end instead."""
    return job not in STAFF


def check_pictures(pictures: Sequence[str]) -> None:
    """Refuse what is no picture code, or one that is tried first."""
    if len(pictures) != CODE_LENGTH or not PICTURES.issuperset(pictures):
        raise BadInput(fields={"pictures": ["not_valid"]})
    if len(set(pictures)) < FEWEST_DIFFERENT:
        raise BadInput(fields={"pictures": ["too_common"]})


def code_with_device(pictures: Sequence[str], device_token: str) -> str:
    """What is hashed: worthless to whoever has the database and not the device."""
    return f"{device_token}|{'-'.join(pictures)}"


def idle_limit(job: Job) -> timedelta:
    """How long a signed-in page may rest before it asks again (security bar G6)."""
    return IDLE_STAFF if job in STAFF else IDLE_OTHERS


@cache
def words() -> tuple[str, ...]:
    """The words that cards and offered passphrases are made of: at least 2,048, none unkind."""
    listed = (Path(__file__).parents[1] / "words_en.txt").read_text("utf-8").splitlines()
    return tuple(word for word in listed if not word.startswith("#"))


def offered_words(count: int) -> list[str]:
    """Random words: 11 bits each at the least."""
    return [secrets.choice(words()) for _ in range(count)]


def new_sign_in_name() -> str:
    """A name to sign in with that says nothing about whose it is."""
    first, second = offered_words(2)
    return f"{first}-{second}-{secrets.randbelow(90) + 10}"


def check_passphrase(passphrase: str, *, job: Job, told: Sequence[str]) -> None:
    """Refuse a passphrase that is easy to guess.

    Young people and contributors need three words or more, staff twelve characters or more; no
    other rule of composition (security bar section 4).  Staff's may not be made of nothing but what
    is tried first; three words of a young person's may be common ones.  `told` are words that
    others know of this person, such as their name and the council's.
    """
    spoken = normal(passphrase)
    parts = _parts(spoken)
    if len(spoken) > LONGEST:
        raise BadInput(fields={"passphrase": ["too_long"]})
    if job not in STAFF and len(parts) < FEWEST_WORDS:
        raise BadInput(fields={"passphrase": ["too_few_words"]})
    if len(spoken) < SHORTEST:
        raise BadInput(fields={"passphrase": ["too_short"]})
    known = {word for each in told for word in _parts(normal(each)) if len(word) > 2} | COMMON
    rest = [part for part in parts if not known & {part, _letters(part)}]
    too_few = len("".join(rest)) < 8 or len(set(rest)) < (2 if job not in STAFF else 1)
    if too_few or (job in STAFF and is_easy(passphrase)):
        raise BadInput(fields={"passphrase": ["too_common"]})


def _parts(spoken: str) -> list[str]:
    return [part for part in re.split(r"[\s\-_.,@]+", spoken) if part]


def _letters(part: str) -> str:
    """Without the year or the marks that are put after a word: `northmoor2026!` is no secret."""
    return "".join(letter for letter in part if letter.isalpha())


COMMON: Final = frozenset(
    "password password1 password123 passphrase letmein welcome welcome1 qwerty qwertyuiop "
    "qwerty123456 abc123 iloveyou football liverpool arsenal chelsea cardiff swansea monkey "
    "dragon sunshine princess cadair cyfrinair croeso 123456 12345678 123456789 1234567890 "
    "111111111111 000000000000 123456789012 abcdefghijkl aaaaaaaaaaaa".split()
)


def as_compared(passphrase: str, *, job: Job) -> str:
    """What is hashed of a passphrase: staff's exactly as it was typed, others' in one spelling."""
    return passphrase if job in STAFF else normal(passphrase)


def normal(passphrase: str) -> str:
    """One spelling of a passphrase: lower case and single spaces, so that a phone's help with
    capitals and spaces locks no child out."""
    return " ".join(passphrase.lower().split())


def card_words_normal(said: str) -> str:
    """One spelling of a card's words, however they were typed."""
    return "-".join(part for part in re.split(r"[^a-z]+", said.lower()) if part)


def account_named(who: str) -> str:
    """One spelling of a sign-in name or an e-mail address, spaces or hyphens alike."""
    return who.strip().lower().replace(" ", "-")


def from_one_place(address: str) -> str:
    """What counts as one address: whoever has one of IPv6 has the other 2^64 beside it."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv4Address):
        return str(read)
    if read.ipv4_mapped is not None:
        return str(read.ipv4_mapped)
    return str(IPv6Network((read, 64), strict=False))


def digest(*parts: str) -> bytes:
    """What is kept of a secret that is itself random: its SHA-256."""
    return hashlib.sha256("|".join(parts).encode()).digest()


def wait_after(oldest: datetime, now: datetime, *, within: timedelta) -> timedelta:
    """How long until the oldest counted wrong try no longer counts."""
    return oldest + within - now
