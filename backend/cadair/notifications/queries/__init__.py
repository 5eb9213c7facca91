"""What may be asked of notices: my own, and whom staff could not tell."""

from cadair.notifications.queries.failed import NotTold, not_told
from cadair.notifications.queries.own import Contact, OwnNotices, current_contacts, own_notices

__all__ = [
    "Contact",
    "NotTold",
    "OwnNotices",
    "current_contacts",
    "not_told",
    "own_notices",
]
