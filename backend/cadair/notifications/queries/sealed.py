"""Where somebody is written to is sealed with the council's own key, and bound to its row."""

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.foundation import council_keys
from cadair.foundation.sealing import SealedColumn, seal, unseal


def place_of_address(contact_id: UUID) -> str:
    """What a sealed address is bound to."""
    return f"contact_point|address|{contact_id}"


SEALED: Final = (
    SealedColumn(name="contact_point.address", place=lambda row: place_of_address(row["id"])),
)


def sealed_address(session: Session, *, contact_id: UUID, address: str) -> bytes:
    """An address, sealed for its row."""
    return seal(council_keys.own_key(session), address, place_of_address(contact_id))


def opened_address(session: Session, *, contact_id: UUID, address: bytes) -> str:
    """The address of a row."""
    return unseal(council_keys.own_key(session), address, place_of_address(contact_id))
