"""What goes to a provider, and what comes of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from cadair.notifications.rules import Kind
from cadair.notifications.rules.sentences import Notice


class Came(StrEnum):
    """What came of one try."""

    SENT = "sent"
    TROUBLE = "trouble"  # not now: the provider is away, or asks to wait
    REFUSED = "refused"  # this address is not taken, and never will be
    GONE = "gone"  # the push service knows this browser no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One notice in the hands of one worker."""

    id: UUID  # the provider's reference
    council_id: UUID
    kind: Kind
    address: str = field(repr=False)
    notice: Notice
    tries: int  # this one counted
    contact_id: UUID | None


class Way(Protocol):
    """A way out of this server."""

    def send(self, parcel: Parcel) -> Came:
        """Send one notice to one address, under its reference.

        One that was tried before may have arrived: if the provider can be asked, it is.
        """
