"""The key that seals a child's words, unwrapped for as long as the session lasts."""

from collections.abc import Iterable, Mapping
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from cadair.children.models import ChildKey
from cadair.foundation import council_keys
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import SealBroken, seal, unseal_bytes

_OPENED: Final = "child keys"
_MOST_KEPT: Final = 2_000  # an import of a nation must not keep every key in memory

# Built once, and over the bare table: whatever is read or written of a child needs their key.
_KEY: Final = cast("Table", ChildKey.__table__)
_WRAPPED: Final = select(_KEY.c.child_id, _KEY.c.wrapped_by, _KEY.c.wrapped).where(
    _KEY.c.council_id == bindparam("of_council"),
    _KEY.c.child_id.in_(bindparam("of_children", expanding=True)),
)


def sealing_key(session: Session, *, child_id: UUID) -> bytes:
    """The key of one child; raises NotFound."""
    keys = sealing_keys(session, child_ids=[child_id])
    if child_id not in keys:
        raise NotFound
    return keys[child_id]


def sealing_keys(session: Session, *, child_ids: Iterable[UUID]) -> dict[UUID, bytes]:
    """The keys of many children, in at most one statement."""
    wanted = set(child_ids)
    opened = _opened(session)
    unknown = wanted - opened.keys()
    if unknown:
        if len(opened) > _MOST_KEPT:
            opened.clear()
            unknown = wanted
        rows = session.execute(
            _WRAPPED,
            {"of_children": list(unknown), "of_council": council_of(session)},
            execution_options={"names_its_council": True},
        )
        open_keys(session, {row.child_id: (row.wrapped_by, row.wrapped) for row in rows})
    return {child_id: opened[child_id] for child_id in wanted if child_id in opened}


def open_keys(session: Session, wrapped: Mapping[UUID, tuple[int, bytes]]) -> None:
    """Unwrap keys that were read already, so that the session asks for them no more.

    `wrapped` holds, by child, the number of the council key that wrapped theirs, and the key.
    """
    opened = _opened(session)
    council_id = council_of(session)
    wrapping = {
        number: council_keys.wrapped_by(council_id, number)
        for number in {number for number, _ in wrapped.values()}
    }
    for child_id, (number, key) in wrapped.items():
        opened[child_id] = unwrap(wrapping[number], council_id, child_id, key)


def _opened(session: Session) -> dict[UUID, bytes]:
    """The keys that the session has opened as the council that it belongs to now."""
    by_council: dict[UUID, dict[UUID, bytes]] = session.info.setdefault(_OPENED, {})
    return by_council.setdefault(council_of(session), {})


def wrap(wrapping: bytes, council_id: UUID, child_id: UUID, key: bytes) -> bytes:
    """A child's key as it is kept: opened only by this council's key, for this child."""
    return seal(wrapping, key, _place(council_id, child_id))


def unwrap(wrapping: bytes, council_id: UUID, child_id: UUID, wrapped: bytes) -> bytes:
    """A child's key out of its wrapping; raises SealBroken."""
    return unseal_bytes(wrapping, wrapped, _place(council_id, child_id))


def opens_one(session: Session, *, number: int, key: bytes) -> bool:
    """Whether a child's key is wrapped by the council's key `number`, and `key` is that one."""
    council_id = council_of(session)
    one = session.execute(
        select(ChildKey.child_id, ChildKey.wrapped).where(ChildKey.wrapped_by == number).limit(1)
    ).one_or_none()
    try:
        return one is not None and bool(unwrap(key, council_id, one.child_id, one.wrapped))
    except SealBroken:
        return False


def _place(council_id: UUID, child_id: UUID) -> str:
    return f"child_key|wrapped|{council_id}|{child_id}"
