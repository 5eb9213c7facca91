"""Which of a council's keys wraps what is new, and the council's own key, for what is no child's.

The council's key, from the keyring, wraps keys and nothing else, so that another can take its place
(`cadair keys rotate`) without a single word being sealed anew.
"""

from typing import Final
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from cadair.foundation.database import Base, CouncilRow, council_of
from cadair.foundation.keyring import FIRST, Keyring
from cadair.foundation.sealing import SealBroken, new_key, seal, unseal_bytes

_OWN: Final = "own keys"


class CouncilKey(CouncilRow, Base):
    """A council's present key, by its number, and the key of what is no one child's."""

    __tablename__ = "council_key"

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    number: Mapped[int]  # the key in the keyring that wraps whatever is new
    own: Mapped[bytes]  # wrapped: second factors, secrets of single sign-on, keys of devices
    own_wrapped_by: Mapped[int]


def keyring() -> Keyring:
    """The installation's keyring."""
    found: Keyring = current_app.extensions["cadair.keyring"]
    return found


def begin(session: Session, *, ring: Keyring) -> None:
    """Give the session's council its first key and its own, if it has none."""
    council_id = council_of(session)
    if session.get(CouncilKey, council_id) is not None:
        return
    if not ring.has(council_id, FIRST):
        ring.make(council_id, FIRST)
    own = seal(ring.key(council_id, FIRST), new_key(), _place(council_id))
    session.add(CouncilKey(council_id=council_id, number=FIRST, own=own, own_wrapped_by=FIRST))
    session.flush()


def wrapping_key(session: Session) -> tuple[int, bytes]:
    """The key that wraps what is new, and its number.

    It stays the newest until the transaction ends: a rotation waits for whoever wraps.
    """
    council_id = council_of(session)
    number = session.execute(
        select(CouncilKey.number)
        .where(CouncilKey.council_id == council_id)
        .with_for_update(read=True)
    ).scalar_one()
    return number, keyring().key(council_id, number)


def wrapped_by(council_id: UUID, number: int) -> bytes:
    """The key that a wrapped key says wrapped it; raises KeyMissing once it is retired."""
    return keyring().key(council_id, number)


def own_key(session: Session) -> bytes:
    """The key that seals what belongs to the session's council and to no one child."""
    council_id = council_of(session)
    opened: dict[UUID, bytes] = session.info.setdefault(_OWN, {})
    if council_id not in opened:
        row = session.execute(
            select(CouncilKey.own, CouncilKey.own_wrapped_by).where(
                CouncilKey.council_id == council_id
            )
        ).one()
        wrapping = wrapped_by(council_id, row.own_wrapped_by)
        opened[council_id] = unseal_bytes(wrapping, row.own, _place(council_id))
    return opened[council_id]


def derived(session: Session, *, of: str) -> bytes:
    """32 bytes that follow from the council's own key and from what is said, and lie nowhere.

    So the server gives a secret again, or knows it, and keeps only what it is `of`.
    """
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=of.encode()).derive(own_key(session))


def present(session: Session) -> CouncilKey:
    """The council's row, held by this transaction until it ends."""
    return session.execute(
        select(CouncilKey)
        .where(CouncilKey.council_id == council_of(session))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one()


def begin_rotation(session: Session) -> int:
    """From this transaction's end on, a new key wraps whatever is new; returns its number."""
    row = present(session)
    ring = keyring()
    number = row.number + 1
    if not ring.has(row.council_id, number):  # there it is after a rotation that was cut short
        ring.make(row.council_id, number)
    row.number = number
    session.flush()
    return number


def rewrap_own(session: Session) -> None:
    """Wrap the council's own key by its newest key."""
    row = present(session)
    if row.own_wrapped_by == row.number:
        return
    ring = keyring()
    place = _place(row.council_id)
    own = unseal_bytes(ring.key(row.council_id, row.own_wrapped_by), row.own, place)
    row.own = seal(ring.key(row.council_id, row.number), own, place)
    row.own_wrapped_by = row.number
    session.flush()


def opens_own(session: Session, *, number: int, key: bytes) -> bool:
    """Whether the council's own key is wrapped by key `number`, and `key` is that one."""
    row = present(session)
    try:
        unseal_bytes(key, row.own, _place(row.council_id))
    except SealBroken:
        return False
    return row.own_wrapped_by == number


def _place(council_id: UUID) -> str:
    return f"council_key|own|{council_id}"
