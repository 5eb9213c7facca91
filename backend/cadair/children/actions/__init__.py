"""What may be done in the children room; each action notes its event in the trail."""

from cadair.children.actions.breaking_glass import break_glass, note_glass, read_glass
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
from cadair.children.actions.joining import add_to_circle, end_in_circle
from cadair.children.actions.lost_phone import close_lost_phone
from cadair.children.actions.protecting import keep_protected_fact
from cadair.children.actions.questions import set_band
from cadair.children.actions.reading import (
    read_circle,
    read_protected_facts,
    read_waiting_proposals,
)
from cadair.children.actions.rotating import rewrap_keys, wrapped_by_older
from cadair.children.actions.telling import let_know, let_know_no_more
from cadair.children.actions.walls import (
    answer_proposal,
    propose_lowering,
    raise_wall,
    withdraw_proposal,
)

__all__ = [
    "BroughtIn",
    "NewAllocation",
    "NewRelationship",
    "add_child",
    "add_to_circle",
    "allocate",
    "allocate_many",
    "answer_proposal",
    "break_glass",
    "bring_in",
    "close_lost_phone",
    "end_in_circle",
    "invite",
    "keep_protected_fact",
    "let_know",
    "let_know_no_more",
    "note_glass",
    "propose_lowering",
    "raise_wall",
    "read_circle",
    "read_glass",
    "read_protected_facts",
    "read_waiting_proposals",
    "relate",
    "relate_many",
    "rewrap_keys",
    "set_band",
    "withdraw_proposal",
    "wrapped_by_older",
]
