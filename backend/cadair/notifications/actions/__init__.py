"""What is done about telling people: told of, chosen, planned, sent."""

from cadair.notifications.actions.choosing import (
    choose,
    confirm_contact,
    give_contact,
    keep_push,
    remove_contact,
)
from cadair.notifications.actions.contacts import forget_left
from cadair.notifications.actions.failing import read_not_told
from cadair.notifications.actions.planning import plan_deliveries
from cadair.notifications.actions.sending import lease, mark
from cadair.notifications.actions.telling import tell, tell_council, tell_no_more

__all__ = [
    "choose",
    "confirm_contact",
    "forget_left",
    "give_contact",
    "keep_push",
    "lease",
    "mark",
    "plan_deliveries",
    "read_not_told",
    "remove_contact",
    "tell",
    "tell_council",
    "tell_no_more",
]
