"""What may be done in the children room; each action notes its event in the trail."""

from cadair.children.actions.bringing_in import BroughtIn, add_child, bring_in
from cadair.children.actions.circle import (
    NewAllocation,
    NewRelationship,
    allocate,
    allocate_many,
    relate,
    relate_many,
)
from cadair.children.actions.inviting import invite
from cadair.children.actions.questions import set_band
from cadair.children.actions.rotating import rewrap_keys, wrapped_by_older
from cadair.children.actions.walls import close_wall, open_wall

__all__ = [
    "BroughtIn",
    "NewAllocation",
    "NewRelationship",
    "add_child",
    "allocate",
    "allocate_many",
    "bring_in",
    "close_wall",
    "invite",
    "open_wall",
    "relate",
    "relate_many",
    "rewrap_keys",
    "set_band",
    "wrapped_by_older",
]
